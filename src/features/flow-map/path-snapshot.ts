import type { FlowTrailAnswer, FlowTrailSummary, FlowVisitAnswer } from '../../protocol/http-flow-trails.ts';
import { flowMap } from '../../text/en/flow-map.ts';
import { branchWords, keyBranchWords } from '../../text/flow-words.ts';
import { formatClock, formatDuration } from '../../text/format.ts';
import { maskedNumber } from '../../text/phone.ts';
import type { Say } from '../../text/use-text.ts';
import type { MapSnapshot } from './map-snapshot.ts';

/** A step of a contact's way, in words. */
export interface PathStep {
  readonly index: number;
  readonly actionId: string;
  /** The flow it was in, when that is another than the one drawn; its id and name. A module has no map of its own: `flowId` is null. */
  readonly elsewhere: { readonly flowId: string | null; readonly name: string } | null;
  readonly title: string;
  /** Clock time, with seconds. */
  readonly at: string;
  /** What happened there, shortest first: keys, how long, how it was left. */
  readonly notes: readonly string[];
  /** Since when the contact is there; null where it is not any more. */
  readonly hereSinceMs: number | null;
}

/** Where a contact is on the map, at a step of its way. */
export interface PathSnapshot {
  readonly steps: readonly PathStep[];
  /** The step shown; -1 when there is none. */
  readonly cursor: number;
  /** The action it is at, when it is one of this flow. */
  readonly hereId: string | null;
  /** Actions entered up to the step, with how often. */
  readonly passed: ReadonlyMap<string, number>;
  /** Branches taken up to the step, as `action id, line break, branch`. */
  readonly taken: ReadonlySet<string>;
  /** What happened at an action when the contact was last there: when, and what was keyed. */
  readonly lastAt: ReadonlyMap<string, string>;
  readonly dropped: number;
}

interface Asked {
  readonly flowId: string;
  readonly map: MapSnapshot;
  readonly flowNames: ReadonlyMap<string, string>;
  readonly moduleNames: ReadonlyMap<string, string>;
  /** null: the last step there is. */
  readonly cursor: number | null;
  readonly zone: string;
}

/** Keys shown in full: a choice, a short code. A longer entry is a number of somebody, and shows its end. */
const KEYS_SHOWN_MAX = 4;

/** A contact's way up to a step. */
export function pathSnapshot(trail: FlowTrailAnswer, { flowId, map, flowNames, moduleNames, cursor, zone }: Asked, t: Say): PathSnapshot {
  const visits = trail.Visits;
  const at = Math.min(visits.length - 1, Math.max(0, cursor ?? visits.length - 1));
  const passed = new Map<string, number>();
  const taken = new Set<string>();
  const lastAt = new Map<string, string>();
  for (const [index, visit] of visits.slice(0, at + 1).entries()) {
    if (visit.FlowId !== flowId) continue;
    passed.set(visit.ActionId, (passed.get(visit.ActionId) ?? 0) + 1);
    lastAt.set(visit.ActionId, momentOf(visit, zone, t));
    if (index < at && visit.LeftBy !== null) taken.add(branchKey(visit.ActionId, visit.LeftBy));
  }
  const here = visits[at];
  const isOver = cursor === null && trail.EndedTimestamp !== null;
  return {
    steps: visits.map((visit, index) => stepOf(visit, index)),
    cursor: at,
    hereId: here === undefined || here.FlowId !== flowId || (isOver && here.LeftTimestamp !== null) ? null : here.ActionId,
    passed,
    taken,
    lastAt,
    dropped: trail.VisitsDropped,
  };

  function stepOf(visit: FlowVisitAnswer, index: number): PathStep {
    const action = visit.FlowId === flowId ? map.byId.get(visit.ActionId) : undefined;
    const moduleName = moduleNames.get(visit.FlowId);
    const elsewhere = visit.FlowId === flowId ? null : moduleName === undefined ? { flowId: visit.FlowId, name: flowNames.get(visit.FlowId) ?? visit.FlowId } : { flowId: null, name: moduleName };
    return {
      index,
      actionId: visit.ActionId,
      elsewhere,
      title: elsewhere !== null ? visit.ActionId : action === undefined ? t('flowMap.path.unknown') : `${action.number}. ${action.title}`,
      at: formatClock(visit.EnteredTimestamp * 1000, zone, 'seconds'),
      notes: notesOf(visit, action?.type ?? '', trail.EndedTimestamp !== null, t),
      hereSinceMs: visit.LeftTimestamp === null && trail.EndedTimestamp === null ? visit.EnteredTimestamp * 1000 : null,
    };
  }
}

/** What a branch is known by in the set of those taken. */
export const branchKey = (actionId: string, branch: string): string => `${actionId}\n${branch}`;

function notesOf(visit: FlowVisitAnswer, type: string, isOver: boolean, t: Say): readonly string[] {
  const enteredMs = visit.EnteredTimestamp * 1000;
  const isThere = visit.LeftTimestamp === null && !isOver;
  const stayedMs = visit.LeftTimestamp === null ? 0 : visit.LeftTimestamp * 1000 - enteredMs;
  const words = type === 'GetParticipantInput' ? keyBranchWords : branchWords;
  return [
    ...(visit.Input === null ? [] : [visit.Input === 'Timeout' ? t('flowMap.path.timedOut') : t('flowMap.path.keyed', { keys: keysShown(visit.Input) })]),
    ...(isThere && visit.Waits !== null ? [waitWords(visit.Waits, t)] : []),
    ...(stayedMs >= 1000 ? [t('flowMap.path.stayed', { span: formatDuration(stayedMs) })] : []),
    ...(visit.LeftBy !== null && visit.LeftBy !== 'NextAction' ? [t('flowMap.path.left', { branch: words(visit.LeftBy, t) })] : []),
    ...(visit.Fault === null ? [] : [t('flowMap.path.fault', { fault: visit.Fault })]),
    ...(visit.Ended === null ? [] : [endWords(visit.Ended, t)]),
  ];
}

/** When it was, what was keyed, and how long it took, as short as a map needs it. */
function momentOf({ EnteredTimestamp, LeftTimestamp, Input }: FlowVisitAnswer, zone: string, t: Say): string {
  const stayedMs = LeftTimestamp === null ? 0 : (LeftTimestamp - EnteredTimestamp) * 1000;
  return [
    formatClock(EnteredTimestamp * 1000, zone, 'seconds'),
    ...(stayedMs >= 1000 ? [formatDuration(stayedMs)] : []),
    ...(Input === null ? [] : [Input === 'Timeout' ? t('flowMap.path.timedOut') : t('flowMap.path.keyed', { keys: keysShown(Input) })]),
  ].join(' · ');
}

/** Keys as they may be shown on a screen: long entries are numbers of people. */
export function keysShown(input: string): string {
  return input.length <= KEYS_SHOWN_MAX ? input : `${'•'.repeat(Math.min(8, input.length - 2))}${input.slice(-2)}`;
}

/** A contact in the list to choose from. */
export function contactWords(summary: FlowTrailSummary, zone: string, t: Say): string {
  const { CustomerName, CustomerNumber, InitiationMethod, StartedTimestamp, EndedTimestamp } = summary;
  return t('flowMap.path.option', {
    who: CustomerName ?? maskedNumber(CustomerNumber),
    method: isMethod(InitiationMethod) ? t(`flowMap.path.methods.${InitiationMethod}`) : t('flowMap.path.methods.other'),
    at: formatClock(StartedTimestamp * 1000, zone, 'seconds'),
    state: t(EndedTimestamp === null ? 'flowMap.path.running' : 'flowMap.path.over'),
  });
}

/** Whom the map follows by itself: the newest contact that is in this flow, else the newest that still lasts, else the newest. */
export function newestOf(trails: readonly FlowTrailSummary[]): string | null {
  const found = trails.find(({ ActionId }) => ActionId !== null) ?? trails.find(({ EndedTimestamp }) => EndedTimestamp === null) ?? trails[0];
  return found?.ContactId ?? null;
}

function waitWords(waits: string, t: Say): string {
  return Object.hasOwn(flowMap.path.waits, waits) ? t(`flowMap.path.waits.${waits as keyof typeof flowMap.path.waits}`) : t('flowMap.path.waits.other');
}

function endWords(how: string, t: Say): string {
  return Object.hasOwn(flowMap.path.ended, how) ? t(`flowMap.path.ended.${how as keyof typeof flowMap.path.ended}`) : t('flowMap.path.ended.other');
}

const isMethod = (method: string): method is keyof typeof flowMap.path.methods => Object.hasOwn(flowMap.path.methods, method);
