import { assert, must } from '../core/assert.ts';
import type { AgentId } from '../core/ids.ts';
import type { EventsOf } from '../slice.ts';
import type { Center } from '../state.ts';
import { agentOf, contactOf, editAgent, editContact } from '../update.ts';
import type { Agent } from './model.ts';
import { engagementOf, standingOf } from './standing.ts';

export function evolveAgent(center: Center, event: EventsOf<'agent'>): void {
  const now = center.nowMs;
  const agent = editAgent(center, event.agentId);
  const before = activityOf(agent);
  switch (event.type) {
    case 'agent.statusSet':
      agent.statusId = event.statusId;
      agent.statusSinceMs = now;
      agent.nextStatusId = null;
      agent.idleSinceMs = now;
      break;
    case 'agent.nextStatusSet':
      agent.nextStatusId = event.statusId;
      break;
    case 'agent.slotSet': {
      const { contactId, offerId, state, cause, untilMs } = event;
      agent.slot = { contactId, offerId, state, sinceMs: now, cause, untilMs };
      if (untilMs !== null) center.timers.set('work', agent.id, untilMs, { do: 'agent.workOver', agentId: agent.id });
      if (state === 'ENDED') startWork(center, event);
      break;
    }
    case 'agent.slotCleared': {
      // Who lost an offer through no doing of their own keeps the place among the idle (spec §5.3 names misses only).
      const offerWithdrawn = agent.slot?.state === 'INCOMING' || (agent.slot?.state === 'CONNECTING' && agent.slot.offerId !== null);
      center.timers.cancel('work', agent.id);
      endWork(center, event);
      agent.slot = null;
      if (!offerWithdrawn && !isOutOfTurn(center, event)) agent.idleSinceMs = now;
      break;
    }
  }
  if (activityOf(agent) !== before) agent.activitySinceMs = now;
  refreshIdle(center, event.agentId);
}

/** What supervisors see an agent do: what is in the slot, else the status (spec §3.3). */
const activityOf = ({ slot, statusId }: Agent): string => (slot === null ? statusId : engagementOf(slot));

/** Calls an agent makes need not cost the place among the idle: the profile says (spec §5.3). */
function isOutOfTurn(center: Center, { agentId, contactId }: Extract<EventsOf<'agent'>, { type: 'agent.slotCleared' }>): boolean {
  const profileId = center.config.agents.get(agentId)?.routingProfileId;
  const timer = profileId && center.config.profiles.get(profileId)?.agentAvailabilityTimer;
  return timer === 'TIME_SINCE_LAST_INBOUND' && center.contacts.get(contactId)?.method === 'OUTBOUND';
}

function startWork(center: Center, event: Extract<EventsOf<'agent'>, { type: 'agent.slotSet' }>): void {
  const share = must(contactOf(center, event.contactId).agent, 'the agent of a contact that is wrapped up');
  assert(share.agentId === event.agentId, 'who wraps a contact up is its agent');
  editContact(center, event.contactId).agent = { ...share, workStartedAtMs: center.nowMs };
}

function endWork(center: Center, event: Extract<EventsOf<'agent'>, { type: 'agent.slotCleared' }>): void {
  const share = center.contacts.get(event.contactId)?.agent;
  if (share?.agentId !== event.agentId || share.workStartedAtMs === null) return;
  editContact(center, event.contactId).agent = { ...share, workEndedAtMs: center.nowMs };
}

/** Files the agent among the idle, or takes them out, and counts them, as they now are. */
export function refreshIdle(center: Center, agentId: AgentId): void {
  const config = center.config.agents.get(agentId);
  const standing = standingOf(center, agentId);
  center.tally.set(agentId, config?.routingProfileId ?? null, standing);
  if (config && standing.routable) {
    center.idle.add({ agentId, profileId: config.routingProfileId, sinceMs: agentOf(center, agentId).idleSinceMs });
  } else {
    center.idle.remove(agentId);
  }
}

