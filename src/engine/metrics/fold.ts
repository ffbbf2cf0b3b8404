import { type Engagement, standingOf, type Standing } from '../agent/standing.ts';
import type { Contact, DisconnectReason, InitiationMethod } from '../contact/model.ts';
import type { AgentId, ContactId, OfferId, QueueId } from '../core/ids.ts';
import type { Commit } from '../event.ts';
import type { OfferEnd } from '../offer/model.ts';
import type { Center } from '../state.ts';
import { contactOf } from '../update.ts';
import { Names } from './names.ts';
import { NumberTable } from './number-table.ts';
import { TimeIndex } from './time-index.ts';

/** The columns of a leg's row; instants in ms, the rest numbers of names or amounts. */
const COLUMNS = [
  'method', 'queue', 'agent', 'reason', 'root', 'initiatedAtMs', 'enqueuedAtMs', 'dequeuedAtMs', 'initialDelayMs', 'offeredAtMs', 'acceptedAtMs',
  'dialedAtMs', 'systemAtMs', 'connectedAtMs', 'disconnectedAtMs', 'heldMs', 'holds', 'workStartedAtMs', 'workEndedAtMs', 'hasNext', 'leftFromQueue', 'isCallback',
] as const;
type Column = (typeof COLUMNS)[number];
const COLUMN = Object.fromEntries(COLUMNS.map((name, at) => [name, at])) as Readonly<Record<Column, number>>;

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
  /** Its queue, or the queue a callback is meant for. */
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

/**
 * What all metrics are worked out from: a row of numbers for every leg and every offer, and the standing of every agent
 * as it changed, each filed by time. Folded from commits, so a restored center has it again; a question for a window
 * reads the rows of that window and nothing else.
 */
export class MetricsFold {
  readonly #legs = new NumberTable(COLUMNS.length);
  readonly #by: Readonly<Record<LegBasis, TimeIndex>> = { initiated: new TimeIndex(), enqueued: new TimeIndex(), connected: new TimeIndex(), disconnected: new TimeIndex() };
  readonly #openOffers = new Map<OfferId, QueueId>();
  readonly #offers = new TimeIndex();
  readonly #offerRows: OfferFact[] = [];
  readonly #standings = new Map<AgentId, TimeIndex>();
  readonly #queues = new Names<QueueId>();
  readonly #agents = new Names<AgentId>();
  readonly #methods = new Names<InitiationMethod>();
  readonly #reasons = new Names<DisconnectReason>();

  /** Takes in a commit; the center is as it was right after it. */
  apply({ atMs, events }: Commit, center: Center): void {
    for (const event of events) {
      switch (event.type) {
        case 'contact.created': {
          this.#legs.push();
          this.#by.initiated.push(atMs, this.#write(center, event.contactId));
          if (event.previousContactId !== null) this.#write(center, event.previousContactId);
          break;
        }
        case 'contact.enqueued': {
          const row = this.#write(center, event.contactId);
          // Moved twice within one instant it is still queued once.
          if (![...this.#by.enqueued.within(atMs, Infinity)].includes(row)) this.#by.enqueued.push(atMs, row);
          break;
        }
        case 'contact.dequeued':
          if (event.why === 'ended') this.#legs.set(rowOf(center, event.contactId), COLUMN.leftFromQueue, 1);
          break;
        case 'contact.joined':
          this.#by.connected.push(atMs, this.#write(center, event.contactId));
          break;
        case 'contact.ended':
          this.#by.disconnected.push(atMs, this.#write(center, event.contactId));
          break;
        case 'contact.postponed':
        case 'contact.callbackMoved':
        case 'contact.completed':
          this.#write(center, event.contactId);
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

  /** The legs whose instant of this kind lies in [fromMs, toMs), oldest first. */
  *legs(basis: LegBasis, fromMs: number, toMs: number): IterableIterator<LegRow> {
    const index = this.#by[basis];
    for (let place = index.placeOf(fromMs); index.atMsOf(place) < toMs; place++) {
      const row = index.itemAt(place);
      if (row === undefined) return;
      // A leg that was moved or postponed is filed by its last enqueue alone, the one its record has.
      if (basis === 'enqueued' && this.#legs.get(row, COLUMN.enqueuedAtMs) !== index.atMsOf(place)) continue;
      yield this.#row(row);
    }
  }

  /** The last legs that disconnected, latest first. */
  *latest(): IterableIterator<LegRow> {
    const index = this.#by.disconnected;
    for (let place = index.length - 1; place >= 0; place--) {
      const row = index.itemAt(place);
      if (row !== undefined) yield this.#row(row);
    }
  }

  /** The offers that ended in [fromMs, toMs). */
  *offers(fromMs: number, toMs: number): IterableIterator<OfferFact> {
    for (const row of this.#offers.within(fromMs, toMs)) {
      const offer = this.#offerRows[row];
      if (offer) yield offer;
    }
  }

  /** How long an agent was in each standing within [fromMs, toMs). */
  standings(agentId: AgentId, fromMs: number, toMs: number): readonly { readonly standing: Omit<Standing, 'routable'>; readonly ms: number }[] {
    const steps = this.#standings.get(agentId);
    if (!steps) return [];
    const spans: { readonly standing: Omit<Standing, 'routable'>; readonly ms: number }[] = [];
    const first = steps.placeOf(fromMs);
    for (let place = steps.atMsOf(first) === fromMs ? first : Math.max(0, first - 1); steps.atMsOf(place) < toMs; place++) {
      const ms = Math.min(steps.atMsOf(place + 1), toMs) - Math.max(steps.atMsOf(place), fromMs);
      if (ms > 0) spans.push({ standing: unpack(steps.itemAt(place) ?? 0), ms });
    }
    return spans;
  }

  /** Everything, for comparing one fold with another. */
  toJSON(): unknown {
    return {
      legs: this.#legs, by: this.#by, offers: this.#offers, offerRows: this.#offerRows, openOffers: [...this.#openOffers], standings: [...this.#standings],
      queues: this.#queues, agents: this.#agents, methods: this.#methods, reasons: this.#reasons,
    };
  }

  /** Writes what the contact now says into its row. */
  #write(center: Center, contactId: ContactId): number {
    const contact = contactOf(center, contactId);
    const { queue, callback, agent } = contact;
    const queueId = queue?.queueId ?? callback?.queueId ?? null;
    const row = rowOfContact(contact);
    const put = (column: Column, value: number | null): void => {
      this.#legs.set(row, COLUMN[column], value);
    };
    put('method', this.#methods.numberOf(contact.method));
    put('queue', queueId === null ? null : this.#queues.numberOf(queueId));
    put('agent', agent === null ? null : this.#agents.numberOf(agent.agentId));
    put('reason', contact.disconnectReason === null ? null : this.#reasons.numberOf(contact.disconnectReason));
    put('root', contact.initialContactId === null ? row : rowOf(center, contact.initialContactId));
    put('initiatedAtMs', contact.initiatedAtMs);
    put('enqueuedAtMs', queue?.enqueuedAtMs ?? null);
    put('dequeuedAtMs', queue?.dequeuedAtMs ?? null);
    put('initialDelayMs', callback?.initialDelayMs ?? null);
    put('offeredAtMs', agent?.offeredAtMs ?? null);
    put('acceptedAtMs', agent?.acceptedAtMs ?? null);
    put('dialedAtMs', contact.dialedAtMs);
    put('systemAtMs', contact.connectedToSystemAtMs);
    put('connectedAtMs', agent?.connectedAtMs ?? null);
    put('disconnectedAtMs', contact.disconnectedAtMs);
    put('heldMs', agent?.heldMs ?? null);
    put('holds', agent?.holds ?? null);
    put('workStartedAtMs', agent?.workStartedAtMs ?? null);
    put('workEndedAtMs', agent?.workEndedAtMs ?? null);
    put('hasNext', contact.nextContactId === null ? 0 : 1);
    put('isCallback', callback === null ? 0 : 1);
    return row;
  }

  #row(row: number): LegRow {
    const cell = (column: Column): number | null => {
      const value = this.#legs.get(row, COLUMN[column]);
      return Number.isNaN(value) ? null : value;
    };
    return {
      method: this.#methods.nameOf(this.#legs.get(row, COLUMN.method)) ?? 'INBOUND',
      queueId: this.#queues.nameOf(this.#legs.get(row, COLUMN.queue)),
      agentId: this.#agents.nameOf(this.#legs.get(row, COLUMN.agent)),
      reason: this.#reasons.nameOf(this.#legs.get(row, COLUMN.reason)),
      root: this.#legs.get(row, COLUMN.root),
      initiatedAtMs: this.#legs.get(row, COLUMN.initiatedAtMs),
      enqueuedAtMs: cell('enqueuedAtMs'),
      dequeuedAtMs: cell('dequeuedAtMs'),
      initialDelayMs: cell('initialDelayMs'),
      offeredAtMs: cell('offeredAtMs'),
      acceptedAtMs: cell('acceptedAtMs'),
      dialedAtMs: cell('dialedAtMs'),
      systemAtMs: cell('systemAtMs'),
      connectedAtMs: cell('connectedAtMs'),
      disconnectedAtMs: cell('disconnectedAtMs'),
      heldMs: cell('heldMs') ?? 0,
      holds: cell('holds') ?? 0,
      workStartedAtMs: cell('workStartedAtMs'),
      workEndedAtMs: cell('workEndedAtMs'),
      hasNext: cell('hasNext') === 1,
      leftFromQueue: cell('leftFromQueue') === 1,
      isCallback: cell('isCallback') === 1,
    };
  }

  #offerEnded(center: Center, atMs: number, event: { readonly type: `offer.${OfferEnd}`; readonly offerId: OfferId; readonly contactId: ContactId; readonly agentId: AgentId }): void {
    const queueId = this.#openOffers.get(event.offerId);
    if (queueId === undefined) return;
    this.#openOffers.delete(event.offerId);
    const { method } = contactOf(center, event.contactId);
    const row = this.#offerRows.push({ queueId, agentId: event.agentId, method, end: event.type.slice('offer.'.length) as OfferEnd }) - 1;
    this.#offers.push(atMs, row);
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
  return { type: TYPES[Math.trunc(packed / ENGAGEMENTS.length)] ?? 'OFFLINE', engagement: ENGAGEMENTS[packed % ENGAGEMENTS.length] ?? 'idle' };
}
