import type { AgentId, ContactId, HoursId, QueueId } from '../core/ids.ts';
import type { CenterEvent } from '../event.ts';
import type { Center } from '../state.ts';
import { FIRST_DAYS } from './instance.ts';
import { holds } from './violation.ts';

interface Waiter {
  readonly contactId: ContactId;
  readonly queueId: QueueId;
  readonly enqueuedAtMs: number;
  readonly seq: number;
  readonly isCallback: boolean;
  priority: number;
  orderingAtMs: number;
  ageAdjustmentMs: number;
  ringing: boolean;
  /** Until when it is kept from agents who rejected it. */
  readonly kept: Map<AgentId, number>;
}

interface Sitter {
  readonly id: AgentId;
  routable: boolean;
  next: boolean;
  slot: 'free' | 'ringing' | 'busy';
  idleSinceMs: number;
}

/**
 * Who waits and who is free, kept in plain lists and searched from end to end: each offer must be the best that this
 * agent could be given, made to the agent who has waited longest for it (spec §5.2, §5.3).
 */
export class Bench {
  readonly #waiters = new Map<ContactId, Waiter>();
  readonly #places = new Map<ContactId, { readonly seq: number; readonly isCallback: boolean; priority: number; ageAdjustmentMs: number }>();
  readonly #sitters = new Map<AgentId, Sitter>();
  readonly #kept = new Map<ContactId, Map<AgentId, number>>();
  readonly #moved = new Set<ContactId>();
  readonly #dialed = new Set<ContactId>();
  #created = 0;

  read(center: Center, nowMs: number, event: CenterEvent): void {
    switch (event.type) {
      case 'instance.configured':
        for (const { id } of event.instance.agents) {
          if (!this.#sitters.has(id)) this.#sitters.set(id, { id, routable: false, next: false, slot: 'free', idleSinceMs: nowMs });
        }
        return;
      case 'contact.created':
        this.#created += 1;
        if (event.method === 'OUTBOUND') this.#dialed.add(event.contactId);
        if (event.method === 'QUEUE_TRANSFER' || event.method === 'TRANSFER') this.#moved.add(event.contactId);
        this.#places.set(event.contactId, { seq: this.#created, isCallback: event.callback !== null, priority: event.priority, ageAdjustmentMs: event.ageAdjustmentMs });
        return;
      case 'contact.routingChanged': {
        const { priority, ageAdjustmentMs } = event;
        for (const place of [this.#places.get(event.contactId), this.#waiters.get(event.contactId)]) if (place) Object.assign(place, { priority, ageAdjustmentMs });
        return;
      }
      case 'contact.enqueued': {
        const { contactId, queueId, orderingAtMs } = event;
        this.#checkRoom(center, queueId, event.contactId);
        const place = this.#places.get(contactId);
        holds(place !== undefined && !this.#waiters.has(contactId), 'a contact waits in one queue only');
        this.#waiters.set(contactId, { contactId, queueId, enqueuedAtMs: nowMs, orderingAtMs, ringing: false, kept: this.#kept.get(contactId) ?? new Map<AgentId, number>(), ...place });
        return;
      }
      case 'contact.dequeued':
        holds(this.#waiters.delete(event.contactId), 'only who waits leaves a queue');
        if (event.why === 'moved') this.#moved.add(event.contactId);
        return;
      case 'contact.ended':
        this.#places.delete(event.contactId);
        return;
      case 'offer.made':
        this.#checkOffer(center, nowMs, event);
        return;
      case 'offer.rejected':
      case 'offer.expired':
      case 'offer.withdrawn': {
        const waiter = this.#waiters.get(event.contactId);
        if (waiter) waiter.ringing = false;
        if (waiter && event.type === 'offer.rejected' && event.coolsDownAtMs !== null) {
          waiter.kept.set(event.agentId, event.coolsDownAtMs);
          this.#kept.set(event.contactId, waiter.kept);
        }
        return;
      }
      case 'agent.statusSet':
        Object.assign(this.#sitter(event.agentId), { routable: center.config.statuses.get(event.statusId)?.type === 'ROUTABLE', next: false, idleSinceMs: nowMs });
        return;
      case 'agent.nextStatusSet':
        this.#sitter(event.agentId).next = event.statusId !== null;
        return;
      case 'agent.slotSet':
        this.#sitter(event.agentId).slot = event.offerId === null ? 'busy' : 'ringing';
        return;
      case 'agent.slotCleared': {
        const sitter = this.#sitter(event.agentId);
        if (sitter.slot !== 'ringing' && !(this.#dialed.has(event.contactId) && keepsPlace(center, event.agentId))) sitter.idleSinceMs = nowMs;
        sitter.slot = 'free';
        return;
      }
      default:
    }
  }

  /** A queue is never fuller than it may be, and nobody is let into one that is closed (spec §5.6). */
  #checkRoom(center: Center, queueId: QueueId, contactId: ContactId): void {
    const queue = center.config.queues.get(queueId);
    if (!queue) return;
    holds(queue.status === 'ENABLED', 'a disabled queue takes nobody');
    if (queue.maxContacts === null) return;
    let others = 0;
    for (const waiter of this.#waiters.values()) if (waiter.queueId === queueId) others += 1;
    const promised = (center.contacts.get(contactId)?.callback ?? null) !== null || this.#moved.has(contactId);
    const limit = promised ? Math.floor(queue.maxContacts * center.config.instance.policy.capacityBuffer) : queue.maxContacts;
    holds(others < limit, 'a queue takes no more than it has room for', () => `${others} of ${limit}`);
  }

  #sitter(id: AgentId): Sitter {
    const sitter = this.#sitters.get(id);
    holds(sitter !== undefined, 'events speak of agents that are configured');
    return sitter;
  }

  #checkOffer(center: Center, nowMs: number, event: Extract<CenterEvent, { type: 'offer.made' }>): void {
    const agent = this.#sitter(event.agentId);
    holds(agent.routable && !agent.next && agent.slot === 'free', 'contacts are offered to free agents only');
    const offered = this.#waiters.get(event.contactId);
    holds(offered !== undefined && !offered.ringing && offered.queueId === event.queueId, 'what is offered waits, and rings nowhere else');
    const tier = tierFor(center, agent.id, offered, nowMs);
    holds(tier !== null, 'an agent is offered what their profile serves, when it is old enough');
    for (const other of this.#waiters.values()) {
      if (other === offered || other.ringing) continue;
      const otherTier = tierFor(center, agent.id, other, nowMs);
      holds(otherTier === null || tier < otherTier || (tier === otherTier && isBefore(offered, other)), 'an agent is offered the first in line', () => `${describe(tier, offered)} before ${describe(otherTier, other)}`);
    }
    // Who became free at this very instant, in the middle of something, may be asked before the others.
    for (const other of agent.idleSinceMs === nowMs ? [] : this.#sitters.values()) {
      if (other === agent || !other.routable || other.next || other.slot !== 'free') continue;
      // Who has become able to take it at this very instant may be told of it a moment later.
      if (tierFor(center, other.id, offered, nowMs - 1) === null && offered.enqueuedAtMs !== nowMs) continue;
      if (tierFor(center, other.id, offered, nowMs) === null) continue;
      const first = agent.idleSinceMs < other.idleSinceMs || (agent.idleSinceMs === other.idleSinceMs && agent.id < other.id);
      holds(first, 'the agent who has waited longest is offered the contact');
    }
    offered.ringing = true;
  }
}

/** The priority that the contact's queue has for this agent; null when the agent may not take it now. */
function tierFor(center: Center, agentId: AgentId, waiter: Waiter, nowMs: number): number | null {
  if ((waiter.kept.get(agentId) ?? 0) > nowMs) return null;
  // An agent's own queue comes before all others, for that agent alone.
  if (waiter.queueId.startsWith('agent/')) return waiter.queueId === `agent/${agentId}` ? 0 : null;
  if (waiter.isCallback && center.config.instance.policy.hoursHoldBackCallbacks && isClosed(center, waiter.queueId, nowMs)) return null;
  const profileId = center.config.agents.get(agentId)?.routingProfileId;
  const profile = profileId === undefined ? undefined : center.config.profiles.get(profileId);
  let tier: number | null = null;
  for (const entry of profile?.entries ?? []) {
    if (entry.queueId !== waiter.queueId || nowMs - waiter.enqueuedAtMs < entry.delayMs) continue;
    if (tier === null || entry.priority < tier) tier = entry.priority;
  }
  return tier;
}

/** Whether the profile lets its agents call out without losing their turn (spec §5.3). */
function keepsPlace(center: Center, agentId: AgentId): boolean {
  const profileId = center.config.agents.get(agentId)?.routingProfileId;
  return profileId !== undefined && center.config.profiles.get(profileId)?.agentAvailabilityTimer === 'TIME_SINCE_LAST_INBOUND';
}

/** Office hours are Monday to Friday, nine to five, UTC, where there are no others; 1970 began on a Thursday. */
function isClosed(center: Center, queueId: QueueId, nowMs: number): boolean {
  const hours = center.config.hours.get(center.config.queues.get(queueId)?.hoursId ?? ('' as HoursId));
  if (hours === undefined || hours.open === '24x7') return false;
  const today = Math.floor(nowMs / 86_400_000);
  const minute = Math.floor(nowMs / 60_000) % 1440;
  for (const { day, opensAtMinute } of hours.overrides === undefined ? [] : FIRST_DAYS) {
    if (today === day + 1) return true;
    if (today === day) return minute < opensAtMinute || (minute >= 720 && minute < 780) || minute >= 1080;
  }
  const weekday = (today + 4) % 7;
  return weekday === 0 || weekday === 6 || minute < 540 || minute >= 1020;
}

const rankOf = ({ orderingAtMs, ageAdjustmentMs }: Waiter): number => orderingAtMs - ageAdjustmentMs;

/** Among those of one queue priority: contact priority, routing age, creation. */
function isBefore(a: Waiter, b: Waiter): boolean {
  if (a.priority !== b.priority) return a.priority < b.priority;
  if (rankOf(a) !== rankOf(b)) return rankOf(a) < rankOf(b);
  return a.seq < b.seq;
}

const describe = (tier: number | null, waiter: Waiter): string => [tier, waiter.priority, rankOf(waiter), waiter.seq].join('/');
