/*
 * Which way contacts go through flows, told again from commits: a trail per contact for who looks on or replays, and
 * counts per action and branch for coverage. Needs nothing but commits, so a host, a scenario's run and a test fold alike.
 */
import { actionOf, branchesOf } from '../flow/content.ts';
import type { FlowAction, FlowType, FlowWait } from '../flow/model.ts';
import { must } from '../core/assert.ts';
import type { E164 } from '../core/e164.ts';
import type { ContactId, FlowId } from '../core/ids.ts';
import type { EpochMs } from '../core/time.ts';
import type { InitiationMethod } from '../contact/model.ts';
import type { CenterEvent, Commit, FlowEnd } from '../event.ts';
import type { FlowResource } from '../tenant/model.ts';

/** A stay at one action. */
export interface FlowVisit {
  readonly flowId: FlowId;
  readonly flowType: FlowType;
  readonly actionId: string;
  readonly enteredAtMs: EpochMs;
  /** null while the contact is there. */
  readonly leftAtMs: EpochMs | null;
  /** The branch by which it was left, by its name in the file (`Equals 1`, `NextAction`); null when the flow ended there. */
  readonly leftBy: string | null;
  /** What the contact waited for there. */
  readonly waits: FlowWait['kind'] | null;
  /** What the caller keyed there; `Timeout` as it is stored (spec §6.5). */
  readonly input: string | null;
  /** What could not be done there, in words. */
  readonly fault: string | null;
  /** How the flow ended there; null when it went on. */
  readonly ended: FlowEnd | null;
}

/** The way of one contact, oldest visit first. */
export interface FlowTrail {
  readonly contactId: ContactId;
  readonly method: InitiationMethod;
  readonly customerNumber: E164;
  readonly startedAtMs: EpochMs;
  /** When the contact was over; null while it lasts. */
  readonly endedAtMs: EpochMs | null;
  readonly visits: readonly FlowVisit[];
  /** Visits before the first one listed: a caller who waits for hours goes round and round. */
  readonly visitsDropped: number;
}

/** A trail without its visits but the last: for a list of contacts. */
export interface TrailSummary extends Omit<FlowTrail, 'visits' | 'visitsDropped'> {
  readonly last: FlowVisit;
}

/** How often an action was entered, and left by each of its branches. */
export interface ActionCount {
  readonly visits: number;
  readonly branches: Readonly<Record<string, number>>;
}

/** What is kept of trails and counts, as plain values. */
export interface SavedTrails {
  readonly trails: readonly FlowTrail[];
  readonly counts: readonly (readonly [FlowId, readonly (readonly [actionId: string, visits: number, branches: readonly (readonly [string, number])[]])[]])[];
  readonly flows: readonly FlowResource[];
}

/** Contacts whose trail is kept, and who are counted on: the latest. */
export const TRAILS_MAX = 500;
/** Visits kept of a contact: the latest. */
export const VISITS_MAX = 200;

/** Folds commits to trails and counts. */
export class FlowTrails {
  readonly #trails: Map<ContactId, FlowTrail>;
  readonly #counts: Map<FlowId, Map<string, { visits: number; branches: Map<string, number> }>>;
  readonly #flows: Map<FlowId, FlowResource>;

  /** Empty, or as they were when they were saved. */
  constructor(saved: SavedTrails = { trails: [], counts: [], flows: [] }) {
    this.#trails = new Map(saved.trails.map((trail) => [trail.contactId, trail]));
    this.#counts = new Map(saved.counts.map(([flowId, actions]) => [flowId, new Map(actions.map(([actionId, visits, branches]) => [actionId, { visits, branches: new Map(branches) }]))]));
    this.#flows = new Map(saved.flows.map((flow) => [flow.id, flow]));
  }

  apply({ atMs, events }: Commit): void {
    for (const event of events) this.#fold(event, atMs);
  }

  toJSON(): SavedTrails {
    const counts = [...this.#counts].map(([flowId, actions]) => [flowId, [...actions].map(([actionId, { visits, branches }]) => [actionId, visits, [...branches]] as const)] as const);
    return { trails: [...this.#trails.values()], counts, flows: [...this.#flows.values()] };
  }

  /** The trail of a contact; null for one that never was, or was long ago. */
  trailOf(contactId: ContactId): FlowTrail | null {
    return this.#trails.get(contactId) ?? null;
  }

  /** The trails that touch a flow, newest first, in brief. */
  trailsThrough(flowId: FlowId): readonly TrailSummary[] {
    const found = [...this.#trails.values()].filter(({ visits }) => visits.some((visit) => visit.flowId === flowId));
    return found.toReversed().map(({ contactId, method, customerNumber, startedAtMs, endedAtMs, visits }) => ({ contactId, method, customerNumber, startedAtMs, endedAtMs, last: must(visits.at(-1), 'a visit of this flow') }));
  }

  /** What of a flow was visited, by action. Actions never entered are absent. */
  countsOf(flowId: FlowId): ReadonlyMap<string, ActionCount> {
    return new Map([...(this.#counts.get(flowId) ?? [])].map(([actionId, { visits, branches }]) => [actionId, { visits, branches: Object.fromEntries(branches) }] as const));
  }

  #fold(event: CenterEvent, atMs: EpochMs): void {
    switch (event.type) {
      case 'instance.configured':
        for (const flow of event.instance.flows) this.#flows.set(flow.id, flow);
        return;
      case 'flow.saved':
        this.#flows.set(event.flow.id, event.flow);
        return;
      case 'contact.created':
        return this.#begin({
          contactId: event.contactId, method: event.method, customerNumber: event.customerNumber, startedAtMs: atMs, endedAtMs: null, visits: [], visitsDropped: 0,
        });
      case 'contact.ended':
        return this.#change(event.contactId, (trail) => ({ ...trail, endedAtMs: atMs }));
      case 'flow.started':
        return this.#enter(event.contactId, { flowId: event.flowId, flowType: event.flowType, actionId: event.actionId }, atMs);
      case 'flow.entered': {
        const from = this.#leave(event.contactId, event.branch, event.actionId, atMs);
        if (from !== null) this.#enter(event.contactId, { flowId: event.flowId, flowType: from.flowType, actionId: event.actionId }, atMs);
        return;
      }
      case 'flow.waiting':
        return this.#changeLast(event.contactId, () => ({ waits: event.wait.kind }));
      case 'flow.keyHeard':
        return this.#changeLast(event.contactId, () => ({ input: event.keys === '' ? null : event.keys }));
      case 'contact.inputStored':
        return this.#changeLast(event.contactId, () => ({ input: event.input }));
      case 'flow.faulted':
        return this.#changeLast(event.contactId, () => ({ fault: event.fault }));
      case 'flow.ended':
        return this.#changeLast(event.contactId, (visit) => (visit.leftAtMs === null ? { leftAtMs: atMs, ended: event.how } : {}));
      default:
    }
  }

  #begin(trail: FlowTrail): void {
    this.#trails.set(trail.contactId, trail);
    const [oldest] = this.#trails.keys();
    if (this.#trails.size > TRAILS_MAX) this.#trails.delete(must(oldest, 'the oldest trail'));
  }

  #enter(contactId: ContactId, at: Pick<FlowVisit, 'flowId' | 'flowType' | 'actionId'>, atMs: EpochMs): void {
    this.#count(at.flowId, at.actionId).visits += 1;
    // A flow that takes another's place closes what stood open: nothing is in two places.
    this.#changeLast(contactId, (visit) => (visit.leftAtMs === null ? { leftAtMs: atMs, ended: 'transferred' } : {}));
    this.#change(contactId, (trail) => {
      const kept = trail.visits.slice(1 - VISITS_MAX);
      const visits = [...kept, { ...at, enteredAtMs: atMs, leftAtMs: null, leftBy: null, waits: null, input: null, fault: null, ended: null }];
      return { ...trail, visits, visitsDropped: trail.visitsDropped + trail.visits.length - kept.length };
    });
  }

  /** Closes the last visit by the branch that leads to `to`; null when the contact's trail is not kept. */
  #leave(contactId: ContactId, said: string, to: string, atMs: EpochMs): FlowVisit | null {
    const from = this.#trails.get(contactId)?.visits.at(-1);
    if (from === undefined) return null;
    const flow = this.#flows.get(from.flowId);
    const action = flow && actionOf(flow.content, from.actionId);
    const branch = action === undefined ? said : branchTaken(action, said, to);
    const { branches } = this.#count(from.flowId, from.actionId);
    branches.set(branch, (branches.get(branch) ?? 0) + 1);
    const key = action?.type === 'GetParticipantInput' && branch.startsWith('Equals ') ? said : from.input;
    this.#changeLast(contactId, () => ({ leftAtMs: atMs, leftBy: branch, input: key }));
    return from;
  }

  #count(flowId: FlowId, actionId: string): { visits: number; branches: Map<string, number> } {
    const flow = this.#counts.get(flowId) ?? new Map<string, { visits: number; branches: Map<string, number> }>();
    this.#counts.set(flowId, flow);
    const count = flow.get(actionId) ?? { visits: 0, branches: new Map<string, number>() };
    flow.set(actionId, count);
    return count;
  }

  #changeLast(contactId: ContactId, change: (visit: FlowVisit) => Partial<FlowVisit>): void {
    this.#change(contactId, (trail) => {
      const last = trail.visits.at(-1);
      return last === undefined ? trail : { ...trail, visits: [...trail.visits.slice(0, -1), { ...last, ...change(last) }] };
    });
  }

  #change(contactId: ContactId, change: (trail: FlowTrail) => FlowTrail): void {
    const trail = this.#trails.get(contactId);
    if (trail !== undefined) this.#trails.set(contactId, change(trail));
  }
}

/**
 * The branch of an action, by its name in the file, that was taken when the log says `said` and the next action is `to`:
 * a log names a condition by the value that met it, and an error by its own name even when the catch-all led on.
 */
export function branchTaken(action: FlowAction, said: string, to: string): string {
  const leading = branchesOf(action).filter(({ next }) => next === to);
  const exact = leading.find(({ name }) => name === said || name === `Equals ${said}`);
  const likeliest = exact ?? leading.find(({ kind }) => kind === 'condition') ?? leading.find(({ kind }) => kind === 'error') ?? leading[0];
  return likeliest?.name ?? said;
}
