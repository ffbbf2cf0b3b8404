import type { FlowFaultFinding, FlowFindings, FlowStepFinding } from '../../protocol/http-flows.ts';
import { branchWords, keyBranchWords } from '../../text/flow-words.ts';
import type { Say } from '../../text/use-text.ts';
import { detailOf } from './action-detail.ts';
import type { FlowFile } from './flow-file.ts';

/** One way out as the map draws it; errors that lead to one place are drawn as one. */
export interface BranchRow {
  /** Names of the branches in the file. */
  readonly branches: readonly string[];
  readonly words: string;
  readonly kind: 'next' | 'condition' | 'error';
  readonly toId: string;
  /** Number and title of what it leads to; null: it leads to nothing that is there. */
  readonly to: string | null;
}

/** An action as map, list and panel show it. */
export interface ActionSnapshot {
  readonly id: string;
  /** From 1, in the order in which contacts meet the actions. */
  readonly number: number;
  readonly type: string;
  readonly title: string;
  /** What it says, sets or compares, in a line; null when nothing does. */
  readonly detail: string | null;
  readonly isStart: boolean;
  readonly isEnd: boolean;
  readonly canRun: boolean;
  readonly because: string | null;
  readonly rows: readonly BranchRow[];
  /** Actions that lead here. */
  readonly fromIds: readonly string[];
  readonly faults: readonly FlowFaultFinding[];
}

/** A flow as it is drawn. */
export interface MapSnapshot {
  readonly actions: readonly ActionSnapshot[];
  readonly byId: ReadonlyMap<string, ActionSnapshot>;
  /** Faults of no action in particular. */
  readonly faults: readonly FlowFaultFinding[];
  readonly branchCount: number;
}

/** The findings and the file in words. */
export function mapSnapshot(findings: FlowFindings, file: FlowFile, t: Say): MapSnapshot {
  const steps = findings.Steps;
  const numberOf = new Map(steps.map(({ Id }, at) => [Id, at + 1] as const));
  const leadingTo = new Map<string, Set<string>>();
  for (const { Id, Branches } of steps) for (const { To } of Branches) leadingTo.set(To, (leadingTo.get(To) ?? new Set()).add(Id));
  const faultsOf = new Map<string | null, FlowFaultFinding[]>();
  for (const fault of findings.Faults) {
    const id = actionOfPlace(fault.Place, file, numberOf);
    faultsOf.set(id, [...(faultsOf.get(id) ?? []), fault]);
  }
  const actions = steps.map((step, at): ActionSnapshot => ({
    id: step.Id,
    number: at + 1,
    type: step.Type,
    title: step.Title,
    detail: detailOf(step, file.parameters.get(step.Id), findings, t),
    isStart: step.Id === findings.Start,
    isEnd: step.Branches.length === 0,
    canRun: step.CanRun,
    because: step.Because,
    rows: rowsOf(step, (id) => {
      const number = numberOf.get(id);
      return number === undefined ? null : `${number}. ${steps[number - 1]?.Title ?? ''}`;
    }, t),
    fromIds: [...(leadingTo.get(step.Id) ?? [])],
    faults: faultsOf.get(step.Id) ?? [],
  }));
  return {
    actions,
    byId: new Map(actions.map((action) => [action.id, action])),
    faults: faultsOf.get(null) ?? [],
    branchCount: steps.reduce((sum, { Branches }) => sum + Branches.length, 0),
  };
}

/** The action of which a fault speaks: places are JSON paths, identifiers, or identifiers with a branch. */
function actionOfPlace(place: string, file: FlowFile, known: ReadonlyMap<string, number>): string | null {
  const index = /^\$\.Actions\[(\d+)\]/.exec(place)?.[1];
  const id = index === undefined ? (place.split(' → ')[0] ?? '') : (file.order[Number(index)] ?? '');
  return known.has(id) ? id : null;
}

function rowsOf({ Type, Branches }: FlowStepFinding, nameOf: (id: string) => string | null, t: Say): readonly BranchRow[] {
  const words = Type === 'GetParticipantInput' ? keyBranchWords : branchWords;
  const rows = new Map<string, BranchRow>();
  for (const { On, To } of Branches) {
    const kind = On === 'NextAction' ? 'next' : On.includes(' ') ? 'condition' : 'error';
    const key = kind === 'error' ? `error ${To}` : On;
    const before = rows.get(key);
    if (before === undefined) rows.set(key, { branches: [On], words: words(On, t), kind, toId: To, to: nameOf(To) });
    else rows.set(key, { ...before, branches: [...before.branches, On], words: `${before.words}, ${words(On, t)}` });
  }
  return [...rows.values()];
}
