import { refreshIdle } from './agent/evolve.ts';
import type { Agent } from './agent/model.ts';
import type { Contact } from './contact/model.ts';
import type { E164 } from './core/e164.ts';
import type { CallbackId, CommandId, ContactId, QueueId } from './core/ids.ts';
import type { EpochMs } from './core/time.ts';
import { TimerTable, type SavedTimers } from './core/timers.ts';
import type { Directive } from './directive.ts';
import { emptyCenter } from './empty-center.ts';
import type { Commit } from './event.ts';
import type { FlowRun } from './flow/model.ts';
import type { Customer, Line } from './line/model.ts';
import { MetricsFold, type SavedMetrics } from './metrics/fold.ts';
import type { Offer } from './offer/model.ts';
import type { PhoneNumberRules } from './ports.ts';
import { WaitingLine, type SavedLine } from './queue/waiting-line.ts';
import { namesOf, savedNames, type SavedNames } from './record/names.ts';
import type { CallbackPromise, Center } from './state.ts';
import type { Instance } from './tenant/model.ts';

/**
 * A center as plain values, right after a commit: what JSON and structured cloning carry. What follows from the rest (the
 * index of the configuration, who is idle, how agents are counted) is left out and worked out again.
 */
export interface Snapshot {
  readonly genesis: Commit;
  readonly seed: number;
  readonly nowMs: EpochMs;
  readonly seq: number;
  readonly instance: Instance;
  readonly names: SavedNames;
  readonly counts: Center['counts'];
  readonly contacts: readonly Contact[];
  readonly openContacts: readonly ContactId[];
  readonly offers: readonly Offer[];
  readonly agents: readonly Agent[];
  readonly lines: readonly Line[];
  readonly customers: readonly Customer[];
  readonly flowRuns: readonly FlowRun[];
  readonly restless: readonly (readonly [ContactId, { readonly atMs: EpochMs; readonly actions: number }])[];
  readonly callbacks: readonly CallbackPromise[];
  readonly openPromises: readonly (readonly [E164, readonly CallbackId[]])[];
  readonly waiting: readonly (readonly [QueueId, SavedLine])[];
  readonly scheduled: readonly (readonly [QueueId, readonly ContactId[]])[];
  readonly metrics: SavedMetrics;
  readonly timers: SavedTimers<Directive>;
  readonly recentCommands: readonly (readonly [CommandId, number])[];
}

/** Takes a snapshot. Entities are values and go in as they are; tables are copied. */
export function snapshotOf(center: Center, genesis: Commit): Snapshot {
  const { seed, nowMs, seq } = center;
  return {
    genesis, seed, nowMs, seq,
    instance: center.config.instance,
    names: savedNames(center.names),
    counts: { ...center.counts },
    contacts: [...center.contacts.values()],
    openContacts: [...center.openContacts],
    offers: [...center.offers.values()],
    agents: [...center.agents.values()],
    lines: [...center.lines.values()],
    customers: [...center.customers.values()],
    flowRuns: [...center.flowRuns.values()],
    restless: [...center.restless],
    callbacks: [...center.callbacks.values()],
    openPromises: [...center.openPromises],
    waiting: [...center.waiting].map(([queueId, line]) => [queueId, line.toJSON()] as const),
    scheduled: [...center.scheduled].map(([queueId, contacts]) => [queueId, [...contacts]] as const),
    metrics: center.metrics.toJSON(),
    timers: center.timers.toJSON(),
    recentCommands: [...center.recentCommands],
  };
}

/** The center of a snapshot. */
export function centerOf(snapshot: Snapshot, phoneNumbers: PhoneNumberRules): Center {
  const empty = emptyCenter(snapshot.seed, snapshot.nowMs, snapshot.instance, phoneNumbers);
  const center: Center = {
    ...empty,
    seq: snapshot.seq,
    names: namesOf(snapshot.names),
    counts: { ...snapshot.counts },
    metrics: new MetricsFold(empty.contacts, snapshot.metrics),
    timers: TimerTable.fromJSON(snapshot.timers),
  };
  fill(center.contacts, snapshot.contacts, ({ id }) => id);
  fill(center.offers, snapshot.offers, ({ id }) => id);
  fill(center.agents, snapshot.agents, ({ id }) => id);
  fill(center.lines, snapshot.lines, ({ id }) => id);
  fill(center.customers, snapshot.customers, ({ number }) => number);
  fill(center.flowRuns, snapshot.flowRuns, ({ contactId }) => contactId);
  fill(center.callbacks, snapshot.callbacks, ({ id }) => id);
  for (const contactId of snapshot.openContacts) center.openContacts.add(contactId);
  for (const [contactId, restless] of snapshot.restless) center.restless.set(contactId, restless);
  for (const [number, open] of snapshot.openPromises) center.openPromises.set(number, open);
  for (const [queueId, line] of snapshot.waiting) center.waiting.set(queueId, new WaitingLine(line));
  for (const [queueId, contacts] of snapshot.scheduled) center.scheduled.set(queueId, new Set(contacts));
  for (const [commandId, seq] of snapshot.recentCommands) center.recentCommands.set(commandId, seq);
  for (const agentId of center.agents.keys()) refreshIdle(center, agentId);
  return center;
}

function fill<Id, Entity>(table: { readonly set: (id: Id, entity: Entity) => unknown }, entities: readonly Entity[], idOf: (entity: Entity) => Id): void {
  for (const entity of entities) table.set(idOf(entity), entity);
}
