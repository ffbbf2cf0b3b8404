import type { AgentId, CallbackId, ContactId, OfferId } from '../core/ids.ts';
import type { CenterEvent, Commit, ContactCreated } from '../event.ts';
import type { Center } from '../state.ts';
import { Bench } from './bench.ts';
import { holds } from './violation.ts';

interface Leg {
  readonly createdAtMs: number;
  readonly created: ContactCreated;
  enqueues: number;
  heldSinceMs: number | null;
  heldMs: number;
  holds: number;
  ended: boolean;
  completed: boolean;
}

interface Promised {
  dials: number;
  failedAtMs: number | null;
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
  readonly #promises = new Map<CallbackId, Promised>();
  readonly #offers = new Map<OfferId, { readonly expiresAtMs: number; ended: boolean }>();
  readonly #bench = new Bench();
  readonly lastOffers = new Map<AgentId, OfferId>();
  promisesOpened = 0;
  promisesClosed = 0;

  /** Reads a commit; throws a Violation at the first event that should not be. */
  read(center: Center, commit: Commit): void {
    for (const event of commit.events) {
      if ('contactId' in event) this.#checkLife(event);
      this.#bench.read(center, commit.atMs, event);
      this.#readEvent(center, commit.atMs, event);
    }
  }

  #checkLife(event: Extract<CenterEvent, { readonly contactId: ContactId }>): void {
    const leg = this.#legs.get(event.contactId);
    if (event.type === 'contact.created') holds(leg === undefined, 'a contact is created once', () => event.contactId);
    else if (event.type === 'callback.requested') holds(leg === undefined, 'a callback is asked for before its leg is made');
    else {
      holds(leg !== undefined, 'events speak of contacts that were created', () => event.type);
      holds(!leg.ended || AFTER_THE_END.has(event.type), 'nothing happens to a contact after its end', () => event.type);
    }
  }

  #readEvent(center: Center, nowMs: number, event: CenterEvent): void {
    switch (event.type) {
      case 'contact.created':
        this.#created(nowMs, event);
        return;
      case 'contact.enqueued':
        this.#enqueued(nowMs, event);
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
        const share = center.contacts.get(event.contactId)?.agent;
        holds(share == null || (share.heldMs === leg.heldMs && share.holds === leg.holds), 'the record’s hold time is the time between hold and resume');
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
        return;
      case 'offer.accepted':
      case 'offer.rejected':
      case 'offer.expired':
      case 'offer.withdrawn':
        this.#offerEnded(nowMs, event);
        return;
      case 'callback.requested':
        holds(!this.#promises.has(event.callbackId), 'a promise is opened once');
        this.#promises.set(event.callbackId, { dials: 0, failedAtMs: null, closed: false });
        this.promisesOpened += 1;
        return;
      case 'callback.attempted':
        this.#attempted(nowMs, event);
        return;
      case 'callback.attemptFailed':
        this.#promise(event.callbackId).failedAtMs = nowMs;
        holds(!event.retry || event.cause === 'noAnswer' || event.cause === 'networkNoAnswer', 'only ringing that nobody answers is tried again', () => event.cause);
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

  #created(nowMs: number, event: ContactCreated): void {
    const { callback, initialContactId, orderingAtMs, previousContactId } = event;
    this.#legs.set(event.contactId, { createdAtMs: nowMs, created: event, enqueues: 0, heldSinceMs: null, heldMs: 0, holds: 0, ended: false, completed: false });
    if (!callback) return;
    holds(initialContactId !== null && previousContactId !== null, 'a callback knows where it comes from');
    const promise = this.#promise(callback.callbackId);
    holds(!promise.closed, 'a closed promise gets no further leg');
    holds(callback.attempt <= callback.attemptsMax, 'a callback is tried no more often than allowed');
    if (callback.attempt > 1) return;
    holds(orderingAtMs === this.#leg(initialContactId).createdAtMs, 'a callback stands in line by the start of the original call');
  }

  #enqueued(nowMs: number, event: Extract<CenterEvent, { type: 'contact.enqueued' }>): void {
    const leg = this.#leg(event.contactId);
    const { callback, orderingAtMs } = leg.created;
    leg.enqueues += 1;
    if (leg.enqueues > 1) return;
    holds(event.orderingAtMs === (orderingAtMs ?? nowMs), 'the first place in line is the one the contact was created with');
    const waitedMs = nowMs - leg.createdAtMs;
    if (!callback) return;
    holds(waitedMs >= callback.delayMs, 'a callback is not queued before its delay is over', () => `${waitedMs} of ${callback.delayMs} ms`);
    holds(callback.creationFlowId !== null || waitedMs === callback.delayMs, 'a callback is queued when its delay is over', () => `${waitedMs} of ${callback.delayMs} ms`);
  }

  #offerEnded(nowMs: number, event: Extract<CenterEvent, { readonly offerId: OfferId; readonly agentId: AgentId }>): void {
    const offer = this.#offers.get(event.offerId as OfferId);
    holds(offer !== undefined && !offer.ended, 'an offer ends once, after it was made', () => event.type);
    offer.ended = true;
    if (event.type === 'offer.expired') holds(nowMs === offer.expiresAtMs, 'an offer expires at its time, not before or after');
    else if (event.type === 'offer.withdrawn') holds(nowMs <= offer.expiresAtMs, 'no offer outlives its time');
    else holds(nowMs < offer.expiresAtMs, 'an offer is answered before its time is up');
  }

  #attempted(nowMs: number, event: Extract<CenterEvent, { type: 'callback.attempted' }>): void {
    const promise = this.#promise(event.callbackId);
    const { callback } = this.#leg(event.contactId).created;
    promise.dials += 1;
    holds(callback !== null && event.attempt === callback.attempt && event.attempt === promise.dials, 'attempts are counted one by one', () => `${event.attempt}`);
    holds(promise.dials <= callback.attemptsMax, 'a customer is dialed no more often than allowed');
    holds(promise.failedAtMs === null || nowMs - promise.failedAtMs >= callback.retryDelayMs, 'between two dials lies at least the gap');
  }

  #leg(id: ContactId): Leg {
    const leg = this.#legs.get(id);
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
