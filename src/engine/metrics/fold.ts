import { type Engagement, standingOf, type Standing } from '../agent/standing.ts';
import type { Contact, EndCause, InitiationMethod } from '../contact/model.ts';
import { must } from '../core/assert.ts';
import type { CountedTable } from '../core/counted-table.ts';
import type { AgentId, ContactId, OfferId, QueueId } from '../core/ids.ts';
import type { Commit } from '../event.ts';
import type { OfferEnd } from '../offer/model.ts';
import type { Center } from '../state.ts';
import { contactOf } from '../update.ts';
import { legRowOf, queueOfLeg, type LegRow } from './leg-row.ts';
import { Names } from './names.ts';
import { OfferTable, type OfferFact, type OfferNames, type SavedOffers } from './offer-table.ts';
import { firstWhere, TimeIndex } from './time-index.ts';

const OFFER_END = { 'offer.accepted': 'accepted', 'offer.rejected': 'rejected', 'offer.expired': 'expired', 'offer.withdrawn': 'withdrawn' } as const satisfies Record<`offer.${OfferEnd}`, OfferEnd>;

/** The customer went while it rang: of the contact itself, or of the one that it was about. */
const HUNG_UP: ReadonlySet<EndCause | null> = new Set<EndCause | null>(['customerHungUp', 'customerLeftTransfer']);

/** By which instant a leg falls into a window. */
export type LegBasis = 'initiated' | 'enqueued' | 'connected' | 'disconnected';

/** Those that are filed; legs begin in the order in which they are counted. */
type FiledBasis = Exclude<LegBasis, 'initiated'>;

type SavedIndex = readonly (readonly [number, number])[];

/** What is kept of a fold. */
export interface SavedMetrics {
  readonly by: Readonly<Record<FiledBasis, SavedIndex>>;
  readonly openOffers: readonly (readonly [OfferId, QueueId])[];
  readonly offers: SavedIndex;
  readonly offerRows: SavedOffers;
  readonly standings: readonly (readonly [AgentId, SavedIndex])[];
  readonly queues: readonly QueueId[];
  readonly agents: readonly AgentId[];
  readonly methods: readonly InitiationMethod[];
}

const NOTHING_YET: SavedMetrics = {
  by: { enqueued: [], connected: [], disconnected: [] }, openOffers: [], offers: [], offerRows: [], standings: [], queues: [], agents: [], methods: [],
};

/**
 * What all metrics are worked out from: every leg, every offer, and the standing of every agent as it changed, each
 * filed by time. Folded from commits, so a restored center has it again; a question for a window reads the legs of that
 * window and nothing else. A leg is filed by its count and told by its contact: nothing is kept twice.
 */
export class MetricsFold {
  readonly #contacts: CountedTable<ContactId, Contact>;
  readonly #names: OfferNames;
  readonly #by: Readonly<Record<FiledBasis, TimeIndex>>;
  readonly #openOffers: Map<OfferId, QueueId>;
  readonly #offers: TimeIndex;
  readonly #offerRows: OfferTable;
  readonly #standings: Map<AgentId, TimeIndex>;

  /** Empty, or as it was when it was saved. */
  constructor(contacts: CountedTable<ContactId, Contact>, saved: SavedMetrics = NOTHING_YET) {
    this.#contacts = contacts;
    const { enqueued, connected, disconnected } = saved.by;
    this.#names = { queues: Names.fromJSON(saved.queues), agents: Names.fromJSON(saved.agents), methods: Names.fromJSON(saved.methods) };
    this.#by = { enqueued: TimeIndex.fromJSON(enqueued), connected: TimeIndex.fromJSON(connected), disconnected: TimeIndex.fromJSON(disconnected) };
    this.#openOffers = new Map(saved.openOffers);
    this.#offers = TimeIndex.fromJSON(saved.offers);
    this.#offerRows = new OfferTable(this.#names, saved.offerRows);
    this.#standings = new Map(saved.standings.map(([agentId, steps]) => [agentId, TimeIndex.fromJSON(steps)]));
  }

  /** Takes in a commit; the center is as it was right after it. */
  apply({ atMs, events }: Commit, center: Center): void {
    for (const event of events) {
      switch (event.type) {
        case 'contact.enqueued': {
          const { seq } = contactOf(center, event.contactId);
          // Moved twice within one instant it is still queued once.
          if (!this.#by.enqueued.hasLast(atMs, seq)) this.#by.enqueued.push(atMs, seq);
          break;
        }
        case 'contact.joined':
          this.#by.connected.push(atMs, contactOf(center, event.contactId).seq);
          break;
        case 'contact.ended':
          this.#by.disconnected.push(atMs, contactOf(center, event.contactId).seq);
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
    const queues = queueIds && new Set<string | null>(queueIds);
    for (const contact of basis === 'initiated' ? this.#begunIn(fromMs, toMs) : this.#filedIn(basis, fromMs, toMs)) {
      if (!queues || queues.has(queueOfLeg(contact))) yield legRowOf(contact);
    }
  }

  /** The last legs that disconnected, latest first. */
  *latest(): IterableIterator<LegRow> {
    const index = this.#by.disconnected;
    for (let place = index.length - 1; place >= 0; place--) {
      yield legRowOf(this.#contactAt(index, place));
    }
  }

  /** The offers that ended in [fromMs, toMs). */
  *offers(fromMs: number, toMs: number): IterableIterator<OfferFact> {
    for (const row of this.#offers.within(fromMs, toMs)) yield this.#offerRows.at(row);
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
    const { enqueued, connected, disconnected } = this.#by;
    const { queues, agents, methods } = this.#names;
    return {
      by: { enqueued: enqueued.toJSON(), connected: connected.toJSON(), disconnected: disconnected.toJSON() },
      offers: this.#offers.toJSON(), offerRows: this.#offerRows.toJSON(), openOffers: [...this.#openOffers],
      standings: [...this.#standings].map(([agentId, steps]) => [agentId, steps.toJSON()]),
      queues: queues.toJSON(), agents: agents.toJSON(), methods: methods.toJSON(),
    };
  }

  *#begunIn(fromMs: number, toMs: number): IterableIterator<Contact> {
    const contacts = this.#contacts;
    const begun = (count: number): number => must(contacts.at(count), 'a contact').initiatedAtMs;
    for (let count = firstWhere(1, contacts.size + 1, (each) => begun(each) >= fromMs); count <= contacts.size && begun(count) < toMs; count++) yield must(contacts.at(count), 'a contact');
  }

  *#filedIn(basis: FiledBasis, fromMs: number, toMs: number): IterableIterator<Contact> {
    const index = this.#by[basis];
    for (let place = index.placeOf(fromMs); index.atMsOf(place) < toMs; place++) {
      const contact = this.#contactAt(index, place);
      // A leg that was moved or postponed is filed by its last enqueue alone, the one its record has.
      if (basis !== 'enqueued' || contact.queue?.enqueuedAtMs === index.atMsOf(place)) yield contact;
    }
  }

  #contactAt(index: TimeIndex, place: number): Contact {
    return must(this.#contacts.at(must(index.itemAt(place), 'the count of a leg')), 'the contact of a leg');
  }

  #offerEnded(center: Center, atMs: number, event: { readonly type: `offer.${OfferEnd}`; readonly offerId: OfferId; readonly contactId: ContactId; readonly agentId: AgentId }): void {
    const queueId = must(this.#openOffers.get(event.offerId), 'the queue of an offer');
    this.#openOffers.delete(event.offerId);
    const { method, cause } = contactOf(center, event.contactId);
    const end = event.type === 'offer.withdrawn' && HUNG_UP.has(cause) ? 'abandoned' : OFFER_END[event.type];
    this.#offers.push(atMs, this.#offerRows.push({ queueId, agentId: event.agentId, method, end }));
  }

  #stand(center: Center, agentId: AgentId, atMs: number): void {
    const known = this.#standings.get(agentId);
    const steps = known ?? new TimeIndex();
    if (known === undefined) this.#standings.set(agentId, steps);
    const standing = standingOf(center, agentId);
    // Whoever was taken out of the instance is online no more, in whatever status they were (spec §3.5).
    const packed = pack(center.config.agents.has(agentId) ? standing : { ...standing, type: 'OFFLINE' });
    if (steps.itemAt(steps.length - 1) !== packed) steps.settle(atMs, packed);
  }
}

const TYPES = ['OFFLINE', 'ROUTABLE', 'CUSTOM'] as const satisfies readonly Standing['type'][];
const ENGAGEMENTS = ['idle', 'ringing', 'onContact', 'afterContactWork', 'error'] as const satisfies readonly Engagement[];

const pack = ({ type, engagement }: Standing): number => TYPES.indexOf(type) * ENGAGEMENTS.length + ENGAGEMENTS.indexOf(engagement);

function unpack(packed: number): Omit<Standing, 'routable'> {
  return { type: must(TYPES[Math.trunc(packed / ENGAGEMENTS.length)], 'a type of status'), engagement: must(ENGAGEMENTS[packed % ENGAGEMENTS.length], 'an engagement') };
}
