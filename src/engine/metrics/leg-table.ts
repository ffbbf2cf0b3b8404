import type { Contact, DisconnectReason, InitiationMethod } from '../contact/model.ts';
import { must } from '../core/assert.ts';
import type { AgentId, QueueId } from '../core/ids.ts';
import type { Names } from './names.ts';
import { NumberTable } from './number-table.ts';

/** Instants and spans of a leg, in ms. */
const TIME = {
  initiatedAt: 0, enqueuedAt: 1, dequeuedAt: 2, initialDelay: 3, offeredAt: 4, acceptedAt: 5, dialedAt: 6, systemAt: 7, connectedAt: 8, disconnectedAt: 9, held: 10, workStartedAt: 11, workEndedAt: 12,
} as const;
const TIMES = 13;
type Time = (typeof TIME)[keyof typeof TIME];

/** What else is known of it: numbers of names, amounts, and 1 for yes. */
const MARK = { method: 0, queue: 1, agent: 2, reason: 3, root: 4, holds: 5, hasNext: 6, leftFromQueue: 7, version: 8 } as const;
const MARKS = 9;

type Instant = number | null;

/** What is known of a leg; instants in ms. */
export interface LegRow {
  readonly method: InitiationMethod;
  /** Its queue, or the one a callback is meant for or an agent dialed out of. */
  readonly queueId: QueueId | null;
  /** Who accepted it. */
  readonly agentId: AgentId | null;
  readonly reason: DisconnectReason | null;
  /** The same number for all legs of one interaction. */
  readonly root: number;
  readonly initiatedAtMs: number;
  readonly enqueuedAtMs: Instant;
  readonly dequeuedAtMs: Instant;
  readonly initialDelayMs: Instant;
  readonly offeredAtMs: Instant;
  readonly acceptedAtMs: Instant;
  readonly dialedAtMs: Instant;
  readonly systemAtMs: Instant;
  readonly connectedAtMs: Instant;
  readonly disconnectedAtMs: Instant;
  readonly heldMs: number;
  readonly holds: number;
  readonly workStartedAtMs: Instant;
  readonly workEndedAtMs: Instant;
  /** Another leg came of it. */
  readonly hasNext: boolean;
  /** It ended while it stood in its queue (PreDisconnectState IN_QUEUE, spec §2.2). */
  readonly leftFromQueue: boolean;
  readonly isCallback: boolean;
  /** The version of the configuration in which all work on it was over (`record/names`); null while it is not. */
  readonly version: number | null;
}

/** Whose names the rows hold as numbers. */
export interface FoldNames {
  readonly queues: Names<QueueId>;
  readonly agents: Names<AgentId>;
  readonly methods: Names<InitiationMethod>;
  readonly reasons: Names<DisconnectReason>;
}

type SavedRows = readonly (readonly (number | null)[])[];

/** What is kept of the table. */
export interface SavedLegs {
  readonly times: SavedRows;
  readonly marks: SavedRows;
}

/** A row for every leg, in the order in which they were created. */
export class LegTable {
  readonly #times: NumberTable;
  readonly #marks: NumberTable;
  readonly #names: FoldNames;

  constructor(names: FoldNames, saved: SavedLegs) {
    this.#times = NumberTable.fromJSON('times', TIMES, saved.times);
    this.#marks = NumberTable.fromJSON('counts', MARKS, saved.marks);
    this.#names = names;
  }

  /** Takes in what is known of a leg from its beginning; `original` is the first contact of the interaction. */
  begin(contact: Contact, original: Contact): number {
    const row = this.#times.push();
    this.#marks.push();
    this.#marks.set(row, MARK.method, this.#names.methods.numberOf(contact.method));
    this.#marks.set(row, MARK.root, rowOf(original));
    this.#times.set(row, TIME.initiatedAt, contact.initiatedAtMs);
    this.#times.set(row, TIME.initialDelay, contact.callback?.initialDelayMs ?? null);
    return this.queue(contact);
  }

  /** Where the leg stands in line, or is to stand. */
  queue(contact: Contact): number {
    const row = rowOf(contact);
    const { queue, callback, method, targetQueueId } = contact;
    // A dialed contact is never queued; its queue is the one whose number it shows.
    const queueId = queue?.queueId ?? callback?.queueId ?? (method === 'OUTBOUND' ? targetQueueId : null);
    this.#marks.set(row, MARK.queue, queueId === null ? null : this.#names.queues.numberOf(queueId));
    this.#times.set(row, TIME.enqueuedAt, queue === null ? null : queue.enqueuedAtMs);
    this.#times.set(row, TIME.dequeuedAt, queue === null ? null : queue.dequeuedAtMs);
    return row;
  }

  /** The agent's part in the leg, and the dialing. */
  work(contact: Contact): number {
    const times = this.#times;
    const row = rowOf(contact);
    const { agent } = contact;
    times.set(row, TIME.dialedAt, contact.dialedAtMs);
    times.set(row, TIME.systemAt, contact.connectedToSystemAtMs);
    if (agent === null) return row;
    this.#marks.set(row, MARK.agent, this.#names.agents.numberOf(agent.agentId));
    this.#marks.set(row, MARK.holds, agent.holds);
    times.set(row, TIME.offeredAt, agent.offeredAtMs);
    times.set(row, TIME.acceptedAt, agent.acceptedAtMs);
    times.set(row, TIME.connectedAt, agent.connectedAtMs);
    times.set(row, TIME.held, agent.heldMs);
    times.set(row, TIME.workStartedAt, agent.workStartedAtMs);
    times.set(row, TIME.workEndedAt, agent.workEndedAtMs);
    return row;
  }

  end(contact: Contact): number {
    const row = this.queue(contact);
    this.work(contact);
    this.#times.set(row, TIME.disconnectedAt, contact.disconnectedAtMs);
    this.#marks.set(row, MARK.reason, this.#names.reasons.numberOf(must(contact.disconnectReason, 'why a contact ended')));
    return row;
  }

  /** All work on the leg is over; from now on it is told in the words of this version of the configuration. */
  complete(contact: Contact, version: number): void {
    this.#marks.set(this.work(contact), MARK.version, version);
  }

  /** The version in which all work on the leg was over; null while it is not. */
  versionOf(contact: Contact): number | null {
    return this.#marks.get(rowOf(contact), MARK.version);
  }

  /** The leg goes back into waiting: whoever had accepted it has nothing to do with it any more. */
  postpone(contact: Contact): void {
    const row = this.queue(contact);
    this.#marks.set(row, MARK.agent, null);
    this.#times.set(row, TIME.offeredAt, null);
    this.#times.set(row, TIME.acceptedAt, null);
  }

  /** Another leg has come of it. */
  hasNext(contact: Contact): void {
    this.#marks.set(rowOf(contact), MARK.hasNext, 1);
  }

  leftFromQueue(contact: Contact): void {
    this.#marks.set(rowOf(contact), MARK.leftFromQueue, 1);
  }

  /** The number of a leg's queue, by which rows can be passed over unread; -1 for none. */
  queueNumber(row: number): number {
    return this.#marks.get(row, MARK.queue) ?? -1;
  }

  enqueuedAtMs(row: number): Instant {
    return this.#times.get(row, TIME.enqueuedAt);
  }

  at(row: number): LegRow {
    const time = (column: Time): Instant => this.#times.get(row, column);
    const marks = this.#marks;
    const { queues, agents, methods, reasons } = this.#names;
    return {
      method: must(methods.nameOf(marks.get(row, MARK.method)), 'how a leg began'),
      queueId: queues.nameOf(marks.get(row, MARK.queue)),
      agentId: agents.nameOf(marks.get(row, MARK.agent)),
      reason: reasons.nameOf(marks.get(row, MARK.reason)),
      root: must(marks.get(row, MARK.root), 'the first leg'),
      initiatedAtMs: must(time(TIME.initiatedAt), 'when a leg began'),
      enqueuedAtMs: time(TIME.enqueuedAt),
      dequeuedAtMs: time(TIME.dequeuedAt),
      initialDelayMs: time(TIME.initialDelay),
      offeredAtMs: time(TIME.offeredAt),
      acceptedAtMs: time(TIME.acceptedAt),
      dialedAtMs: time(TIME.dialedAt),
      systemAtMs: time(TIME.systemAt),
      connectedAtMs: time(TIME.connectedAt),
      disconnectedAtMs: time(TIME.disconnectedAt),
      heldMs: time(TIME.held) ?? 0,
      holds: marks.get(row, MARK.holds) ?? 0,
      workStartedAtMs: time(TIME.workStartedAt),
      workEndedAtMs: time(TIME.workEndedAt),
      hasNext: marks.get(row, MARK.hasNext) === 1,
      leftFromQueue: marks.get(row, MARK.leftFromQueue) === 1,
      isCallback: time(TIME.initialDelay) !== null,
      version: marks.get(row, MARK.version),
    };
  }

  toJSON(): SavedLegs {
    return { times: this.#times.toJSON(), marks: this.#marks.toJSON() };
  }
}

const rowOf = (contact: Contact): number => contact.seq - 1;
