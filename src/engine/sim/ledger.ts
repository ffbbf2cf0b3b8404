import type { AgentId, CallbackId, ContactId, OfferId } from '../core/ids.ts';
import type { CenterEvent, Commit, ContactCreated } from '../event.ts';
import type { FlowType } from '../flow/model.ts';
import type { Center } from '../state.ts';
import type { About } from './about.ts';
import { Bench } from './bench.ts';
import { attemptsMax, checkWindow, gapAfter, hasRule } from './promise-rules.ts';
import { holds } from './violation.ts';

interface Leg {
  readonly createdAtMs: number;
  readonly created: ContactCreated;
  enqueues: number;
  heldSinceMs: number | null;
  heldMs: number;
  holds: number;
  /** Somebody chose another time, or the calling window did: the delay it was created with counts no more. */
  postponed: boolean;
  /** Offers made of it, and those accepted. */
  offers: number;
  accepts: number;
  creationRan: boolean;
  /** The flow that runs. */
  flow: FlowType | null;
  /** How many contacts its chain has up to it. */
  readonly depth: number;
  ended: boolean;
  completed: boolean;
}

/** A chain of contacts has no more than this (spec §9). */
const CHAIN_MAX = 12;

interface Promised {
  readonly from: ContactId | null;
  dials: number;
  /** When its last leg ended, and how long after that the next may be dialed. */
  endedAtMs: number | null;
  gapMs: number;
  closed: boolean;
}

/** Events that may still speak of a contact that has ended: its record grows, and its agent wraps up. */
const AFTER_THE_END = new Set<CenterEvent['type']>(['contact.completed', 'contact.attributesSet', 'callback.attemptFailed', 'callback.closed', 'agent.slotSet', 'agent.slotCleared']);

/**
 * The story of a center told once more, naively, from its events alone: what must come before what, how often, and
 * how far apart. It shares no code with the engine, so that both must be wrong alike for a mistake to pass.
 */
export class Ledger {
  readonly #legs = new Map<ContactId, Leg>();
  /** The one asked for last: events of one contact come together. */
  #lastLeg: Leg | null = null;
  readonly #promises = new Map<CallbackId, Promised>();
  readonly #offers = new Map<OfferId, { readonly expiresAtMs: number; ended: boolean }>();
  readonly #bench = new Bench();
  readonly lastOffers = new Map<AgentId, OfferId>();
  /** Retries that wait out their gap without counting as Scheduled (decision #6). */
  readonly uncounted = new Set<ContactId>();
  promisesOpened = 0;
  promisesClosed = 0;

  /** Reads a commit; throws a Violation at the first event that should not be. */
  read(center: Center, commit: Commit): void {
    for (const event of commit.events) {
      const { contactId }: About = event;
      if (contactId !== undefined) this.#checkLife(event, contactId);
      this.#bench.read(center, commit.atMs, event);
      this.#readEvent(center, commit.atMs, event);
      if (event.type === 'contact.ended' && event.cause === 'stopped') this.#checkStop(commit, event.contactId);
      if (event.type === 'line.failed' && commit.cause.kind === 'timer' && commit.cause.timer === 'ring') holds(event.failure === 'noAnswer', 'a phone that rings out was not answered');
    }
  }

  #checkLife(event: CenterEvent, contactId: ContactId): void {
    const leg = this.#known(contactId);
    if (event.type === 'contact.created') holds(leg === undefined, 'a contact is created once', () => contactId);
    else if (event.type === 'callback.requested') holds(leg === undefined, 'a callback is asked for before its leg is made');
    else {
      holds(leg !== undefined, 'events speak of contacts that were created', () => event.type);
      holds(!leg.ended || AFTER_THE_END.has(event.type), 'nothing happens to a contact after its end', () => event.type);
    }
  }

  /** What was passed on is stopped with the contact it came of, never by itself (spec §8.1). */
  #checkStop({ events }: Commit, contactId: ContactId): void {
    const { method, previousContactId } = this.#leg(contactId).created;
    const alone = !events.some((event) => event.type === 'contact.ended' && event.contactId === previousContactId);
    holds(!alone || !['DISCONNECT', 'TRANSFER', 'QUEUE_TRANSFER'].includes(method), 'what was passed on is not stopped by itself', () => method);
  }

  #readEvent(center: Center, nowMs: number, event: CenterEvent): void {
    switch (event.type) {
      case 'contact.created':
        this.#created(center, nowMs, event);
        return;
      case 'contact.enqueued':
        this.#enqueued(nowMs, event);
        return;
      case 'contact.postponed':
        this.#leg(event.contactId).postponed = true;
        this.uncounted.delete(event.contactId);
        return;
      case 'flow.started': {
        const leg = this.#leg(event.contactId);
        holds(leg.flow === null, 'a contact runs one flow at a time', () => `${leg.flow} ${event.flowType}`);
        leg.flow = event.flowType;
        if (event.flowType !== 'CONTACT_FLOW') return;
        holds(!leg.creationRan, 'a contact runs its first flow once');
        leg.creationRan = true;
        return;
      }
      case 'flow.ended':
        this.#leg(event.contactId).flow = null;
        return;
      case 'contact.held': {
        const leg = this.#leg(event.contactId);
        leg.heldSinceMs = nowMs;
        leg.holds += 1;
        return;
      }
      case 'contact.resumed':
        endHold(this.#leg(event.contactId), nowMs);
        return;
      case 'contact.ended': {
        const leg = this.#leg(event.contactId);
        endHold(leg, nowMs);
        leg.ended = true;
        const { callback } = leg.created;
        if (callback) Object.assign(this.#promise(callback.callbackId), { endedAtMs: nowMs, gapMs: gapAfter(center, event.contactId, event.cause) });
        const share = center.contacts.get(event.contactId)?.agent;
        holds(!share || (share.heldMs === leg.heldMs && share.holds === leg.holds), 'the record’s hold time is the time between hold and resume');
        return;
      }
      case 'contact.completed': {
        const leg = this.#leg(event.contactId);
        holds(leg.ended && !leg.completed, 'a contact is completed once, after its end');
        leg.completed = true;
        return;
      }
      case 'offer.made':
        holds(!this.#offers.has(event.offerId), 'an offer is made once');
        holds(event.expiresAtMs === nowMs + center.config.instance.policy.offerMs, 'an offer rings for its twenty seconds');
        this.#offers.set(event.offerId, { expiresAtMs: event.expiresAtMs, ended: false });
        this.lastOffers.set(event.agentId, event.offerId);
        this.#leg(event.contactId).offers += 1;
        return;
      case 'offer.accepted':
        this.#leg(event.contactId).accepts += 1;
        this.#offerEnded(nowMs, event);
        return;
      case 'offer.rejected':
      case 'offer.expired':
      case 'offer.withdrawn':
        this.#offerEnded(nowMs, event);
        return;
      case 'callback.requested':
        holds(!this.#promises.has(event.callbackId), 'a promise is opened once');
        this.#promises.set(event.callbackId, { from: event.from, dials: 0, endedAtMs: null, gapMs: 0, closed: false });
        this.promisesOpened += 1;
        return;
      case 'callback.attempted':
        this.#attempted(center, nowMs, event);
        return;
      case 'callback.attemptFailed':
        holds(!event.retry || center.config.instance.policy.retriedOutcomes.includes(event.cause) || hasRule(center, event.cause), 'only what is to be tried again is tried again', () => event.cause);
        return;
      case 'callback.closed': {
        const promise = this.#promise(event.callbackId);
        holds(!promise.closed, 'a promise is closed once', () => event.cause);
        promise.closed = true;
        this.promisesClosed += 1;
        return;
      }
      default:
    }
  }

  #created(center: Center, nowMs: number, event: ContactCreated): void {
    const { callback, initialContactId, orderingAtMs, previousContactId } = event;
    const previous = previousContactId === null ? null : this.#leg(previousContactId);
    const depth = (previous?.depth ?? 0) + 1;
    holds(depth <= CHAIN_MAX || (callback !== null && callback.attempt > 1), 'a chain has no more contacts than it may, but for retries');
    this.#legs.set(event.contactId, { createdAtMs: nowMs, created: event, enqueues: 0, heldSinceMs: null, heldMs: 0, holds: 0, postponed: false, offers: 0, accepts: 0, creationRan: false, flow: null, depth, ended: false, completed: false });
    if (callback !== null && callback.delayMs > 0 && callback.attempt > 1 && !center.config.instance.policy.retryWaitIsScheduled) this.uncounted.add(event.contactId);
    if (!callback) return;
    const promise = this.#promise(callback.callbackId);
    if (callback.attempt === 1) holds(previousContactId === promise.from && (initialContactId === null) === (promise.from === null), 'a callback knows where it comes from');
    else holds(initialContactId !== null && previousContactId !== null, 'a retry knows where it comes from');
    holds(!promise.closed, 'a closed promise gets no further leg');
    holds(callback.attempt <= attemptsMax(center, callback), 'a callback is tried no more often than allowed');
    if (center.config.instance.policy.callbackOrdering === 'ownEnqueue') return;
    holds(orderingAtMs === (initialContactId === null ? nowMs : this.#leg(initialContactId).createdAtMs), 'a callback stands in line by the start of the original call, its retries too');
  }

  #enqueued(nowMs: number, event: Extract<CenterEvent, { type: 'contact.enqueued' }>): void {
    const leg = this.#leg(event.contactId);
    const { callback, orderingAtMs } = leg.created;
    leg.enqueues += 1;
    if (leg.enqueues > 1 || leg.postponed) return;
    holds(event.orderingAtMs === (orderingAtMs ?? nowMs), 'the first place in line is the one the contact was created with');
    const waitedMs = nowMs - leg.createdAtMs;
    if (!callback) return;
    holds(waitedMs >= callback.delayMs, 'a callback is not queued before its delay is over', () => `${waitedMs} of ${callback.delayMs} ms`);
    holds(callback.creationFlowId !== null || waitedMs === callback.delayMs, 'a callback is queued when its delay is over', () => `${waitedMs} of ${callback.delayMs} ms`);
  }

  #offerEnded(nowMs: number, event: Extract<CenterEvent, { readonly offerId: OfferId; readonly agentId: AgentId }>): void {
    const offer = this.#offers.get(event.offerId);
    holds(offer !== undefined && !offer.ended, 'an offer ends once, after it was made', () => event.type);
    offer.ended = true;
    if (event.type === 'offer.expired') holds(nowMs === offer.expiresAtMs, 'an offer expires at its time, not before or after');
    else if (event.type === 'offer.withdrawn') holds(nowMs <= offer.expiresAtMs, 'no offer outlives its time');
    else holds(nowMs < offer.expiresAtMs, 'an offer is answered before its time is up');
  }

  #attempted(center: Center, nowMs: number, event: Extract<CenterEvent, { type: 'callback.attempted' }>): void {
    const promise = this.#promise(event.callbackId);
    const leg = this.#leg(event.contactId);
    const { callback } = leg.created;
    promise.dials += 1;
    checkWindow(center, event.contactId, nowMs);
    holds(callback !== null && event.attempt === callback.attempt && event.attempt === promise.dials, 'attempts are counted one by one', () => `${event.attempt}`);
    holds(leg.postponed || promise.endedAtMs === null || nowMs - promise.endedAtMs >= promise.gapMs, 'between two dials lies at least the gap');
  }

  /** How often it was offered, and how often accepted. */
  offersOf(id: ContactId): { readonly offers: number; readonly accepts: number } {
    return this.#leg(id);
  }

  #known(id: ContactId): Leg | undefined {
    if (this.#lastLeg?.created.contactId === id) return this.#lastLeg;
    const leg = this.#legs.get(id);
    this.#lastLeg = leg ?? null;
    return leg;
  }

  #leg(id: ContactId): Leg {
    const leg = this.#known(id);
    holds(leg !== undefined, 'events speak of contacts that were created', () => id);
    return leg;
  }

  #promise(id: CallbackId): Promised {
    const promise = this.#promises.get(id);
    holds(promise !== undefined, 'events speak of promises that were opened', () => id);
    return promise;
  }
}

function endHold(leg: Leg, nowMs: number): void {
  if (leg.heldSinceMs === null) return;
  leg.heldMs += nowMs - leg.heldSinceMs;
  leg.heldSinceMs = null;
}
