import { engagementOf } from '../agent/standing.ts';
import type { AgentContactState } from '../agent/model.ts';
import type { InitiationMethod } from '../contact/model.ts';
import type { AgentId, QueueId, RoutingProfileId } from '../core/ids.ts';
import type { WaitingLine } from '../queue/waiting-line.ts';
import type { Center } from '../state.ts';
import { agentOf, contactOf } from '../update.ts';

/** Real-time figures of one queue, by Amazon's names (spec §3.1). */
export interface QueueFigures {
  readonly CONTACTS_IN_QUEUE: number;
  readonly CONTACTS_SCHEDULED: number;
  /** Whole seconds; 0 when nobody waits. */
  readonly OLDEST_CONTACT_AGE: number;
  readonly AGENTS_ONLINE: number;
  readonly AGENTS_AVAILABLE: number;
  readonly AGENTS_STAFFED: number;
  readonly AGENTS_NON_PRODUCTIVE: number;
  readonly AGENTS_ON_CONTACT: number;
  /** Despite its name this counts contacts in after-contact work. */
  readonly AGENTS_AFTER_CONTACT_WORK: number;
  readonly AGENTS_ERROR: number;
  readonly SLOTS_ACTIVE: number;
  readonly SLOTS_AVAILABLE: number;
}

/** The figures of a queue now; each agent counts under every queue of their profile. */
export function queueFigures(center: Center, queueId: QueueId): QueueFigures {
  return scopeFigures(center, [queueId], profilesServing(center, [queueId]));
}

/** The profiles that serve any of these queues, each once. */
export function profilesServing(center: Center, queueIds: readonly QueueId[]): ReadonlySet<RoutingProfileId> {
  const profiles = new Set<RoutingProfileId>();
  for (const queueId of queueIds) for (const { profileId } of center.config.servers.get(queueId) ?? []) profiles.add(profileId);
  return profiles;
}

/** Contacts of these queues and agents of these profiles, each counted once. */
export function scopeFigures(center: Center, queueIds: readonly QueueId[], profiles: Iterable<RoutingProfileId>): QueueFigures {
  const agents = center.tally.of(profiles);
  const oldestMs = oldestAgeMs(center, queueIds);
  let inQueue = 0;
  let scheduled = 0;
  for (const queueId of queueIds) {
    const line = center.waiting.get(queueId);
    if (line) inQueue += center.config.instance.policy.dequeueMoment === 'accept' ? line.size : line.size - line.ringing;
    scheduled += center.scheduled.get(queueId)?.size ?? 0;
  }
  return {
    CONTACTS_IN_QUEUE: inQueue,
    CONTACTS_SCHEDULED: scheduled,
    OLDEST_CONTACT_AGE: Math.trunc(oldestMs / 1000),
    AGENTS_ONLINE: agents.online,
    AGENTS_AVAILABLE: agents.available,
    AGENTS_STAFFED: agents.staffed,
    AGENTS_NON_PRODUCTIVE: agents.nonProductive,
    AGENTS_ON_CONTACT: agents.onContact,
    AGENTS_AFTER_CONTACT_WORK: agents.afterContactWork,
    AGENTS_ERROR: agents.error,
    // One voice slot an agent (spec §5.1).
    SLOTS_ACTIVE: agents.onContact,
    SLOTS_AVAILABLE: agents.available,
  };
}

/** How long the contact that is longest in any of these queues has been there, in ms; 0 when nobody waits. */
export function oldestAgeMs(center: Center, queueIds: readonly QueueId[]): number {
  let oldestMs = 0;
  for (const queueId of queueIds) {
    const line = center.waiting.get(queueId);
    const sinceMs = !line || center.config.instance.policy.dequeueMoment === 'accept' ? (line?.oldestSinceMs ?? null) : oldestOfOrder(line);
    if (sinceMs !== null) oldestMs = Math.max(oldestMs, center.nowMs - sinceMs);
  }
  return oldestMs;
}

/** Where ringing has taken a contact out of its queue (decision #2), the oldest is one of those who ring nowhere. */
function oldestOfOrder(line: WaitingLine): number | null {
  let oldest: number | null = null;
  for (const { enqueuedAtMs } of line.byOrder) oldest = Math.min(oldest ?? enqueuedAtMs, enqueuedAtMs);
  return oldest;
}

/** Agent Activity and Contact State as supervisors see them (spec §3.3). */
export interface AgentFigures {
  readonly activity: string;
  readonly contactState: string | null;
  /** Since when the activity lasts, engine milliseconds. */
  readonly sinceMs: number;
}

/** What an agent is doing, in the words of the real-time report (spec §3.3). */
export function agentActivity(center: Center, agentId: AgentId): AgentFigures {
  const { slot, statusId, activitySinceMs: sinceMs } = agentOf(center, agentId);
  const status = center.config.statuses.get(statusId)?.name ?? '';
  if (!slot) return { activity: status, contactState: null, sinceMs };
  const [activity, contactState] = words(slot.state, contactOf(center, slot.contactId).method, engagementOf(slot) === 'ringing');
  return { activity, contactState, sinceMs };
}

/** What is being dialed has a word of its own: a callback, or the contact of an agent who calls. */
const DIALING: Readonly<Partial<Record<InitiationMethod, string>>> = { CALLBACK: 'Callback dialing', OUTBOUND: 'Outbound contact' };

function words(state: AgentContactState, method: InitiationMethod, ringing: boolean): readonly [string, string] {
  switch (state) {
    case 'INCOMING':
      return ['Incoming', 'Callback incoming'];
    case 'PENDING':
      return ['On contact', 'Callback dialing'];
    case 'CONNECTING':
      if (ringing) return ['Incoming', 'Incoming'];
      return ['On contact', DIALING[method] ?? 'Connecting'];
    case 'CONNECTED':
      return ['On contact', 'Connected'];
    case 'CONNECTED_ONHOLD':
      return ['On contact', 'On hold'];
    case 'MISSED':
      return ['Missed', 'Missed contact'];
    case 'ERROR':
      return ['Error', 'Error'];
    case 'ENDED':
      return ['After contact work', 'After contact work'];
  }
}
