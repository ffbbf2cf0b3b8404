import type { Say } from '../../text/use-text.ts';
import type { Coverage } from './coverage.ts';
import type { ActionSnapshot, BranchRow } from './map-snapshot.ts';
import type { PathSnapshot } from './path-snapshot.ts';
import { branchKey } from './path-snapshot.ts';

/** What a contact and coverage add to an action, on map and list alike. */
export interface ActionMarks {
  /** Where the contact is, was, or has not been. */
  readonly contact: 'here' | 'passed' | 'none';
  /** When the contact was last here, and what was keyed; null when it was not. */
  readonly moment: string | null;
  /** Visits counted; null when coverage is not shown. */
  readonly visits: number | null;
  readonly rows: readonly RowMarks[];
}

/** The same for a way out. */
export interface RowMarks {
  readonly isTaken: boolean;
  readonly visits: number | null;
}

/** Lays a contact's way and coverage over an action. */
export function marksOf(action: ActionSnapshot, path: PathSnapshot | null, coverage: Coverage | null): ActionMarks {
  return {
    contact: path?.hereId === action.id ? 'here' : path?.passed.has(action.id) === true ? 'passed' : 'none',
    moment: path?.lastAt.get(action.id) ?? null,
    visits: coverage?.visits.get(action.id) ?? null,
    rows: action.rows.map((row) => rowMarks(action.id, row, path, coverage)),
  };
}

function rowMarks(actionId: string, { branches }: BranchRow, path: PathSnapshot | null, coverage: Coverage | null): RowMarks {
  return {
    isTaken: branches.some((branch) => path?.taken.has(branchKey(actionId, branch)) === true),
    visits: coverage === null ? null : branches.reduce((sum, branch) => sum + coverage.branchVisits(actionId, branch), 0),
  };
}

/** What is seen beside an action's title and detail, in words for who does not see it. */
export function actionNotes(action: ActionSnapshot, marks: ActionMarks, t: Say): string {
  const stopping = action.faults.filter((fault) => fault.Stops).length;
  const parts = [
    action.isStart ? t('flowMap.begins') : null,
    action.isEnd ? t('flowMap.ends') : null,
    action.canRun ? null : t('flowMap.unable'),
    stopping > 0 ? t('flowMap.faults', { count: stopping }) : null,
    action.faults.length > stopping ? t('flowMap.notes', { count: action.faults.length - stopping }) : null,
    marks.contact === 'here' ? t('flowMap.here') : marks.contact === 'passed' ? t('flowMap.passed') : null,
    marks.moment,
    visitWords(marks.visits, t),
  ];
  return parts.filter((part) => part !== null).join(', ');
}

/** "visited 3 times", "not visited"; null when coverage is not shown. */
export function visitWords(visits: number | null, t: Say): string | null {
  if (visits === null) return null;
  return visits === 0 ? t('flowMap.never') : t('flowMap.visits', { count: visits });
}
