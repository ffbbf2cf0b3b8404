import { isRoutable } from '../agent/evolve.ts';
import type { AgentContactState } from '../agent/model.ts';
import type { AgentId, QueueId } from '../core/ids.ts';
import type { Center } from '../state.ts';
import { agentOf } from '../update.ts';

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

/** States in which an agent is "on contact": connected, held, dialing a callback, or wrapping up (spec §3.1). */
const ON_CONTACT: ReadonlySet<AgentContactState> = new Set(['PENDING', 'CONNECTED', 'CONNECTED_ONHOLD', 'ENDED']);

/** The figures of a queue now; each agent counts under every queue of their profile. */
export function queueFigures(center: Center, queueId: QueueId): QueueFigures {
  const line = center.waiting.get(queueId);
  const serving = new Set((center.config.servers.get(queueId) ?? []).map(({ profileId }) => profileId));
  const agents = center.config.instance.agents.filter((agent) => serving.has(agent.routingProfileId)).map(({ id }) => id);
  const count = (is: (agentId: AgentId) => boolean): number => agents.filter(is).length;
  const typeOf = (agentId: AgentId): string => center.config.statuses.get(agentOf(center, agentId).statusId)?.type ?? 'OFFLINE';
  const stateOf = (agentId: AgentId): AgentContactState | null => agentOf(center, agentId).slot?.state ?? null;
  const onContact = count((agentId) => isOnContact(center, agentId));
  const available = count((agentId) => isRoutable(center, agentId));
  return {
    CONTACTS_IN_QUEUE: !line ? 0 : center.config.instance.policy.dequeueMoment === 'accept' ? line.size : line.size - line.ringing,
    CONTACTS_SCHEDULED: center.scheduled.get(queueId)?.size ?? 0,
    OLDEST_CONTACT_AGE: line && line.oldestSinceMs !== null ? Math.trunc((center.nowMs - line.oldestSinceMs) / 1000) : 0,
    AGENTS_ONLINE: count((agentId) => typeOf(agentId) !== 'OFFLINE'),
    AGENTS_AVAILABLE: available,
    AGENTS_STAFFED: count((agentId) => typeOf(agentId) === 'ROUTABLE'),
    AGENTS_NON_PRODUCTIVE: count((agentId) => typeOf(agentId) === 'CUSTOM'),
    AGENTS_ON_CONTACT: onContact,
    AGENTS_AFTER_CONTACT_WORK: count((agentId) => stateOf(agentId) === 'ENDED'),
    AGENTS_ERROR: count((agentId) => stateOf(agentId) === 'MISSED' || stateOf(agentId) === 'ERROR'),
    SLOTS_ACTIVE: onContact,
    SLOTS_AVAILABLE: available,
  };
}

function isOnContact(center: Center, agentId: AgentId): boolean {
  const slot = agentOf(center, agentId).slot;
  if (!slot) return false;
  // CONNECTING is an offer of an ordinary contact ringing at the agent, or the dialing that follows an accept.
  return ON_CONTACT.has(slot.state) || (slot.state === 'CONNECTING' && slot.offerId === null);
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
  const { slot, statusId, statusSinceMs } = agentOf(center, agentId);
  const status = center.config.statuses.get(statusId)?.name ?? '';
  if (!slot) return { activity: status, contactState: null, sinceMs: statusSinceMs };
  const callback = center.contacts.get(slot.contactId)?.callback !== null;
  const [activity, contactState] = words(slot.state, callback, slot.offerId !== null);
  return { activity, contactState, sinceMs: slot.sinceMs };
}

function words(state: AgentContactState, callback: boolean, ringing: boolean): readonly [string, string] {
  switch (state) {
    case 'INCOMING':
      return ['Incoming', 'Callback incoming'];
    case 'PENDING':
      return ['On contact', 'Callback dialing'];
    case 'CONNECTING':
      if (ringing) return ['Incoming', 'Incoming'];
      return ['On contact', callback ? 'Callback dialing' : 'Connecting'];
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
