import type { Agent } from './agent/model.ts';
import type { AgentTally } from './agent/standing.ts';
import type { Directive } from './directive.ts';
import type { Contact } from './contact/model.ts';
import type { CountedTable } from './core/counted-table.ts';
import type { E164 } from './core/e164.ts';
import type { AgentId, CallbackId, CommandId, ContactId, LineId, OfferId, QueueId } from './core/ids.ts';
import type { Scratch } from './core/scratch.ts';
import type { EpochMs } from './core/time.ts';
import type { TimerTable } from './core/timers.ts';
import type { FlowRun } from './flow/model.ts';
import type { Customer, Line } from './line/model.ts';
import type { MetricsFold } from './metrics/fold.ts';
import type { IdMakers } from './new-id.ts';
import type { Offer } from './offer/model.ts';
import type { PhoneNumberRules } from './ports.ts';
import type { IdleAgents } from './routing/idle-agents.ts';
import type { WaitingLine } from './queue/waiting-line.ts';
import type { Names } from './record/names.ts';
import type { InstanceIndex } from './tenant/index-instance.ts';
import type { CallbackClose } from './event.ts';

/** One promise to call back, from request to close (one row of the promise ledger). */
export interface CallbackPromise {
  readonly id: CallbackId;
  readonly number: E164;
  /** The queue it was asked for, or was moved to by hand: where flows take it does not make a further request another promise. */
  readonly queueId: QueueId;
  readonly requestedAtMs: EpochMs;
  /** The legs so far, oldest first. */
  readonly legs: readonly ContactId[];
  readonly attempts: number;
  /** Requests taken as this one promise, the first included. */
  readonly requests: number;
  readonly closed: { readonly atMs: EpochMs; readonly cause: CallbackClose } | null;
}

/**
 * The whole center. Entities are readonly values, replaced once by each commit that changes them; the tables that hold them are the
 * engine's own and are changed in place by `evolve` alone. Outside the engine all of it is to be read only.
 */
export interface Center {
  readonly seed: number;
  readonly ids: IdMakers;
  readonly phoneNumbers: PhoneNumberRules;
  nowMs: EpochMs;
  /** Sequence number of the last commit. */
  seq: number;
  config: InstanceIndex;
  /** What records say of this configuration and of those before it. */
  readonly names: Names;
  /** How many of each kind were ever created: the source of ids. */
  readonly counts: Record<'contact' | 'offer' | 'line' | 'callback', number>;
  readonly contacts: CountedTable<ContactId, Contact>;
  /** Contacts that have not ended, in order of creation. */
  readonly openContacts: Set<ContactId>;
  readonly offers: Map<OfferId, Offer>;
  readonly agents: Map<AgentId, Agent>;
  readonly lines: CountedTable<LineId, Line>;
  readonly customers: Map<E164, Customer>;
  readonly flowRuns: Map<ContactId, FlowRun>;
  /** Flow actions run at this instant by contacts whose flow just ended: part of the guard against endless loops. */
  readonly restless: Map<ContactId, { readonly atMs: EpochMs; readonly actions: number }>;
  readonly callbacks: CountedTable<CallbackId, CallbackPromise>;
  /** Promises that are not closed, by the number they are made to; mostly one, and so a list. */
  readonly openPromises: Map<E164, readonly CallbackId[]>;
  /** Contacts waiting, per queue, in the order in which they are served. */
  readonly waiting: Map<QueueId, WaitingLine>;
  /** Contacts in delay, per queue. */
  readonly scheduled: Map<QueueId, Set<ContactId>>;
  readonly idle: IdleAgents;
  /** Agents in each state, for the real-time figures. */
  readonly tally: AgentTally;
  /** What metrics of any window are worked out from. */
  readonly metrics: MetricsFold;
  readonly timers: TimerTable<Directive>;
  /** Entities that the commit under way has copied or made: it writes to them; empty between commits. */
  readonly drafts: Scratch<object>;
  /** Commands of late, so that a repeat is answered and not done again. */
  readonly recentCommands: Map<CommandId, number>;
}
