import { type Engagement, standingOf, type Standing } from '../agent/standing.ts';
import type { Contact, DisconnectReason, InitiationMethod } from '../contact/model.ts';
import { must } from '../core/assert.ts';
import type { AgentId, ContactId, OfferId, QueueId } from '../core/ids.ts';
import type { Commit } from '../event.ts';
import type { OfferEnd } from '../offer/model.ts';
import type { Center } from '../state.ts';
import { contactOf } from '../update.ts';
import { Names } from './names.ts';
import { NumberTable } from './number-table.ts';
import { TimeIndex } from './time-index.ts';

const OFFER_END = { 'offer.accepted': 'accepted', 'offer.rejected': 'rejected', 'offer.expired': 'expired', 'offer.withdrawn': 'withdrawn' } as const satisfies Record<`offer.${OfferEnd}`, OfferEnd>;

/** The columns of a leg's row; instants in ms, the rest numbers of names, amounts, or 1 for yes. */
const COLUMN = {
  method: 0, queue: 1, agent: 2, reason: 3, root: 4, initiatedAtMs: 5, enqueuedAtMs: 6, dequeuedAtMs: 7, initialDelayMs: 8, offeredAtMs: 9, acceptedAtMs: 10, dialedAtMs: 11,
  systemAtMs: 12, connectedAtMs: 13, disconnectedAtMs: 14, heldMs: 15, holds: 16, workStartedAtMs: 17, workEndedAtMs: 18, hasNext: 19, leftFromQueue: 20, isCallback: 21,
} as const;
const WIDTH = 22;
type Column = (typeof COLUMN)[keyof typeof COLUMN];

/** The columns of an offer's row: numbers of names, and of how it ended. */
const OFFER_COLUMN = { queue: 0, agent: 1, method: 2, end: 3 } as const;
const OFFER_WIDTH = 4;
const OFFER_ENDS = ['accepted', 'rejected', 'expired', 'withdrawn'] as const satisfies readonly OfferEnd[];

/** By which instant a leg falls into a window. */
export type LegBasis = 'initiated' | 'enqueued' | 'connected' | 'disconnected';

/** An offer that has ended. */
export interface OfferFact {
  readonly queueId: QueueId;
  readonly agentId: AgentId;
  readonly method: InitiationMethod;
  readonly end: OfferEnd;
}

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
}

type SavedIndex = readonly (readonly [number, number])[];

/** What is kept of a fold. */
export interface SavedMetrics {
  readonly legs: readonly (readonly (number | null)[])[];
  readonly by: Readonly<Record<LegBasis, SavedIndex>>;
  readonly openOffers: readonly (readonly [OfferId, QueueId])[];
  readonly offers: SavedIndex;
  readonly offerRows: readonly (readonly (number | null)[])[];
  readonly standings: readonly (readonly [AgentId, SavedIndex])[];
  readonly queues: readonly QueueId[];
  readonly agents: readonly AgentId[];
  readonly methods: readonly InitiationMethod[];
  readonly reasons: readonly DisconnectReason[];
}

const NOTHING_YET: SavedMetrics = {
  legs: [], by: { initiated: [], enqueued: [], connected: [], disconnected: [] }, openOffers: [], offers: [], offerRows: [], standings: [], queues: [], agents: [], methods: [], reasons: [],
};

/**
 * What all metrics are worked out from: a row of numbers for every leg and every offer, and the standing of every agent
 * as it changed, each filed by time. Folded from commits, so a restored center has it again; a question for a window
 * reads the rows of that window and nothing else.
 */
export class MetricsFold {
  readonly #legs: NumberTable;
  readonly #by: Readonly<Record<LegBasis, TimeIndex>>;
  readonly #openOffers: Map<OfferId, QueueId>;
  readonly #offers: TimeIndex;
  readonly #offerRows: NumberTable;
  readonly #standings: Map<AgentId, TimeIndex>;
  readonly #queues: Names<QueueId>;
  readonly #agents: Names<AgentId>;
  readonly #methods: Names<InitiationMethod>;
  readonly #reasons: Names<DisconnectReason>;

  /** Empty, or as it was when it was saved. */
  constructor(saved: SavedMetrics = NOTHING_YET) {
    const { initiated, enqueued, connected, disconnected } = saved.by;
    this.#legs = NumberTable.fromJSON(WIDTH, saved.legs);
    this.#by = { initiated: TimeIndex.fromJSON(initiated), enqueued: TimeIndex.fromJSON(enqueued), connected: TimeIndex.fromJSON(connected), disconnected: TimeIndex.fromJSON(disconnected) };
    this.#openOffers = new Map(saved.openOffers);
    this.#offers = TimeIndex.fromJSON(saved.offers);
    this.#offerRows = NumberTable.fromJSON(OFFER_WIDTH, saved.offerRows);
    this.#standings = new Map(saved.standings.map(([agentId, steps]) => [agentId, TimeIndex.fromJSON(steps)]));
    this.#queues = Names.fromJSON(saved.queues);
    this.#agents = Names.fromJSON(saved.agents);
    this.#methods = Names.fromJSON(saved.methods);
    this.#reasons = Names.fromJSON(saved.reasons);
  }

  /** Takes in a commit; the center is as it was right after it. */
  apply({ atMs, events }: Commit, center: Center): void {
    for (const event of events) {
      switch (event.type) {
        case 'contact.created': {
          const row = this.#legs.push();
          this.#by.initiated.push(atMs, row);
          this.#begin(center, row, contactOf(center, event.contactId));
          if (event.previousContactId !== null) this.#legs.set(rowOf(center, event.previousContactId), COLUMN.hasNext, 1);
          break;
        }
        case 'contact.enqueued': {
          const row = this.#queue(contactOf(center, event.contactId));
          // Moved twice within one instant it is still queued once.
          if (!this.#by.enqueued.hasLast(atMs, row)) this.#by.enqueued.push(atMs, row);
          break;
        }
        case 'contact.dequeued':
          if (event.why === 'ended') this.#legs.set(rowOf(center, event.contactId), COLUMN.leftFromQueue, 1);
          break;
        case 'contact.postponed':
          // Whoever had accepted it has nothing to do with it any more.
          for (const column of [COLUMN.agent, COLUMN.offeredAtMs, COLUMN.acceptedAtMs]) this.#legs.set(rowOf(center, event.contactId), column, null);
          this.#queue(contactOf(center, event.contactId));
          break;
        case 'contact.callbackMoved':
          this.#queue(contactOf(center, event.contactId));
          break;
        case 'contact.joined':
          this.#by.connected.push(atMs, this.#work(contactOf(center, event.contactId)));
          break;
        case 'contact.ended':
          this.#by.disconnected.push(atMs, this.#end(contactOf(center, event.contactId)));
          break;
        case 'contact.completed':
          this.#work(contactOf(center, event.contactId));
          break;
        case 'offer.made':
          this.#openOffers.set(event.offerId, event.queueId);
          break;
        case 'offer.accepted':
        case 'offer.rejected':
        case 'offer.expired':
        case 'offer.withdrawn':
          this.#offerEnded(center, atMs, event);
          break;
        case 'instance.configured':
          for (const agentId of center.agents.keys()) this.#stand(center, agentId, atMs);
          break;
        case 'agent.statusSet':
        case 'agent.nextStatusSet':
        case 'agent.slotSet':
        case 'agent.slotCleared':
          this.#stand(center, event.agentId, atMs);
          break;
        default:
      }
    }
  }

  /** The legs whose instant of this kind lies in [fromMs, toMs), oldest first; those of other queues are passed over unread. */
  *legs(basis: LegBasis, fromMs: number, toMs: number, queueIds?: readonly string[]): IterableIterator<LegRow> {
    const index = this.#by[basis];
    const queues = queueIds && new Set(queueIds.map((id) => this.#queues.known(id)));
    for (let place = index.placeOf(fromMs); index.atMsOf(place) < toMs; place++) {
      const row = must(index.itemAt(place), 'the row of a leg');
      if (queues && !queues.has(this.#legs.get(row, COLUMN.queue))) continue;
      // A leg that was moved or postponed is filed by its last enqueue alone, the one its record has.
      if (basis === 'enqueued' && this.#legs.get(row, COLUMN.enqueuedAtMs) !== index.atMsOf(place)) continue;
      yield this.#row(row);
    }
  }

  /** The last legs that disconnected, latest first. */
  *latest(): IterableIterator<LegRow> {
    const index = this.#by.disconnected;
    for (let place = index.length - 1; place >= 0; place--) {
      yield this.#row(must(index.itemAt(place), 'the row of a leg'));
    }
  }

  /** The offers that ended in [fromMs, toMs). */
  *offers(fromMs: number, toMs: number): IterableIterator<OfferFact> {
    for (const row of this.#offers.within(fromMs, toMs)) yield this.#offer(row);
  }

  /** How long an agent was in each standing within [fromMs, toMs). */
  standings(agentId: AgentId, fromMs: number, toMs: number): readonly { readonly standing: Omit<Standing, 'routable'>; readonly ms: number }[] {
    const steps = this.#standings.get(agentId);
    if (!steps) return [];
    const spans: { readonly standing: Omit<Standing, 'routable'>; readonly ms: number }[] = [];
    const first = steps.placeOf(fromMs);
    for (let place = steps.atMsOf(first) === fromMs ? first : Math.max(0, first - 1); steps.atMsOf(place) < toMs; place++) {
      const ms = Math.min(steps.atMsOf(place + 1), toMs) - Math.max(steps.atMsOf(place), fromMs);
      if (ms > 0) spans.push({ standing: unpack(must(steps.itemAt(place), 'a standing')), ms });
    }
    return spans;
  }

  /** Everything, to go on from elsewhere, and for comparing one fold with another. */
  toJSON(): SavedMetrics {
    const { initiated, enqueued, connected, disconnected } = this.#by;
    return {
      legs: this.#legs.toJSON(),
      by: { initiated: initiated.toJSON(), enqueued: enqueued.toJSON(), connected: connected.toJSON(), disconnected: disconnected.toJSON() },
      offers: this.#offers.toJSON(), offerRows: this.#offerRows.toJSON(), openOffers: [...this.#openOffers],
      standings: [...this.#standings].map(([agentId, steps]) => [agentId, steps.toJSON()]),
      queues: this.#queues.toJSON(), agents: this.#agents.toJSON(), methods: this.#methods.toJSON(), reasons: this.#reasons.toJSON(),
    };
  }

  /** What is known of a leg from its beginning. */
  #begin(center: Center, row: number, contact: Contact): void {
    const legs = this.#legs;
    legs.set(row, COLUMN.method, this.#methods.numberOf(contact.method));
    legs.set(row, COLUMN.root, contact.initialContactId === null ? row : rowOf(center, contact.initialContactId));
    legs.set(row, COLUMN.initiatedAtMs, contact.initiatedAtMs);
    legs.set(row, COLUMN.initialDelayMs, contact.callback?.initialDelayMs ?? null);
    legs.set(row, COLUMN.isCallback, contact.callback === null ? null : 1);
    this.#queue(contact);
  }

  /** Where a leg stands in line, or is to stand. */
  #queue(contact: Contact): number {
    const legs = this.#legs;
    const row = rowOfContact(contact);
    const { queue, callback, method, targetQueueId } = contact;
    // A dialed contact is never queued; its queue is the one whose number it shows.
    const queueId = queue?.queueId ?? callback?.queueId ?? (method === 'OUTBOUND' ? targetQueueId : null);
    legs.set(row, COLUMN.queue, queueId === null ? null : this.#queues.numberOf(queueId));
    legs.set(row, COLUMN.enqueuedAtMs, queue === null ? null : queue.enqueuedAtMs);
    legs.set(row, COLUMN.dequeuedAtMs, queue === null ? null : queue.dequeuedAtMs);
    return row;
  }

  /** The agent's part in a leg, and the dialing. */
  #work(contact: Contact): number {
    const legs = this.#legs;
    const row = rowOfContact(contact);
    const { agent } = contact;
    legs.set(row, COLUMN.dialedAtMs, contact.dialedAtMs);
    legs.set(row, COLUMN.systemAtMs, contact.connectedToSystemAtMs);
    if (agent === null) return row;
    legs.set(row, COLUMN.agent, this.#agents.numberOf(agent.agentId));
    legs.set(row, COLUMN.offeredAtMs, agent.offeredAtMs);
    legs.set(row, COLUMN.acceptedAtMs, agent.acceptedAtMs);
    legs.set(row, COLUMN.connectedAtMs, agent.connectedAtMs);
    legs.set(row, COLUMN.heldMs, agent.heldMs);
    legs.set(row, COLUMN.holds, agent.holds);
    legs.set(row, COLUMN.workStartedAtMs, agent.workStartedAtMs);
    legs.set(row, COLUMN.workEndedAtMs, agent.workEndedAtMs);
    return row;
  }

  #end(contact: Contact): number {
    const legs = this.#legs;
    const row = this.#queue(contact);
    this.#work(contact);
    legs.set(row, COLUMN.disconnectedAtMs, contact.disconnectedAtMs);
    legs.set(row, COLUMN.reason, this.#reasons.numberOf(must(contact.disconnectReason, 'why a contact ended')));
    return row;
  }

  #row(row: number): LegRow {
    const cell = (column: Column): number | null => {
      const value = this.#legs.get(row, column);
      return Number.isNaN(value) ? null : value;
    };
    return {
      method: must(this.#methods.nameOf(this.#legs.get(row, COLUMN.method)), 'how a leg began'),
      queueId: this.#queues.nameOf(this.#legs.get(row, COLUMN.queue)),
      agentId: this.#agents.nameOf(this.#legs.get(row, COLUMN.agent)),
      reason: this.#reasons.nameOf(this.#legs.get(row, COLUMN.reason)),
      root: this.#legs.get(row, COLUMN.root),
      initiatedAtMs: this.#legs.get(row, COLUMN.initiatedAtMs),
      enqueuedAtMs: cell(COLUMN.enqueuedAtMs),
      dequeuedAtMs: cell(COLUMN.dequeuedAtMs),
      initialDelayMs: cell(COLUMN.initialDelayMs),
      offeredAtMs: cell(COLUMN.offeredAtMs),
      acceptedAtMs: cell(COLUMN.acceptedAtMs),
      dialedAtMs: cell(COLUMN.dialedAtMs),
      systemAtMs: cell(COLUMN.systemAtMs),
      connectedAtMs: cell(COLUMN.connectedAtMs),
      disconnectedAtMs: cell(COLUMN.disconnectedAtMs),
      heldMs: cell(COLUMN.heldMs) ?? 0,
      holds: cell(COLUMN.holds) ?? 0,
      workStartedAtMs: cell(COLUMN.workStartedAtMs),
      workEndedAtMs: cell(COLUMN.workEndedAtMs),
      hasNext: cell(COLUMN.hasNext) === 1,
      leftFromQueue: cell(COLUMN.leftFromQueue) === 1,
      isCallback: cell(COLUMN.isCallback) === 1,
    };
  }

  #offerEnded(center: Center, atMs: number, event: { readonly type: `offer.${OfferEnd}`; readonly offerId: OfferId; readonly contactId: ContactId; readonly agentId: AgentId }): void {
    const queueId = must(this.#openOffers.get(event.offerId), 'the queue of an offer');
    this.#openOffers.delete(event.offerId);
    const { method } = contactOf(center, event.contactId);
    const rows = this.#offerRows;
    const row = rows.push();
    rows.set(row, OFFER_COLUMN.queue, this.#queues.numberOf(queueId));
    rows.set(row, OFFER_COLUMN.agent, this.#agents.numberOf(event.agentId));
    rows.set(row, OFFER_COLUMN.method, this.#methods.numberOf(method));
    rows.set(row, OFFER_COLUMN.end, OFFER_ENDS.indexOf(OFFER_END[event.type]));
    this.#offers.push(atMs, row);
  }

  #offer(row: number): OfferFact {
    const rows = this.#offerRows;
    return {
      queueId: must(this.#queues.nameOf(rows.get(row, OFFER_COLUMN.queue)), 'the queue of an offer'),
      agentId: must(this.#agents.nameOf(rows.get(row, OFFER_COLUMN.agent)), 'the agent of an offer'),
      method: must(this.#methods.nameOf(rows.get(row, OFFER_COLUMN.method)), 'how an offered leg began'),
      end: must(OFFER_ENDS[rows.get(row, OFFER_COLUMN.end)], 'how an offer ended'),
    };
  }

  #stand(center: Center, agentId: AgentId, atMs: number): void {
    const steps = this.#standings.get(agentId) ?? new TimeIndex();
    this.#standings.set(agentId, steps);
    const packed = pack(standingOf(center, agentId));
    if (steps.itemAt(steps.length - 1) !== packed) steps.settle(atMs, packed);
  }
}

/** Legs have rows in the order in which they were created. */
const rowOfContact = (contact: Contact): number => contact.seq - 1;
const rowOf = (center: Center, contactId: ContactId): number => rowOfContact(contactOf(center, contactId));

const TYPES = ['OFFLINE', 'ROUTABLE', 'CUSTOM'] as const satisfies readonly Standing['type'][];
const ENGAGEMENTS = ['idle', 'ringing', 'onContact', 'afterContactWork', 'error'] as const satisfies readonly Engagement[];

const pack = ({ type, engagement }: Standing): number => TYPES.indexOf(type) * ENGAGEMENTS.length + ENGAGEMENTS.indexOf(engagement);

function unpack(packed: number): Omit<Standing, 'routable'> {
  return { type: must(TYPES[Math.trunc(packed / ENGAGEMENTS.length)], 'a type of status'), engagement: must(ENGAGEMENTS[packed % ENGAGEMENTS.length], 'an engagement') };
}
