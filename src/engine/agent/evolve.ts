import { assert, must } from '../core/assert.ts';
import type { AgentId } from '../core/ids.ts';
import type { EventsOf } from '../slice.ts';
import type { Center } from '../state.ts';
import { agentOf, changeAgent, changeContact, contactOf } from '../update.ts';
import { standingOf } from './standing.ts';

export function evolveAgent(center: Center, event: EventsOf<'agent'>): void {
  const now = center.nowMs;
  switch (event.type) {
    case 'agent.statusSet':
      changeAgent(center, event.agentId, {
        statusId: event.statusId,
        statusSinceMs: now,
        nextStatusId: null,
        idleSinceMs: now,
      });
      break;
    case 'agent.nextStatusSet':
      changeAgent(center, event.agentId, { nextStatusId: event.statusId });
      break;
    case 'agent.slotSet': {
      const { contactId, offerId, state, cause, untilMs } = event;
      changeAgent(center, event.agentId, { slot: { contactId, offerId, state, sinceMs: now, cause, untilMs } });
      if (untilMs !== null) center.timers.set('work', event.agentId, untilMs, { do: 'agent.workOver', agentId: event.agentId });
      if (state === 'ENDED') startWork(center, event);
      break;
    }
    case 'agent.slotCleared': {
      const agent = agentOf(center, event.agentId);
      // Who lost an offer through no doing of their own keeps the place among the idle (spec §5.3 names misses only).
      const offerWithdrawn = agent.slot?.state === 'INCOMING' || (agent.slot?.state === 'CONNECTING' && agent.slot.offerId !== null);
      const keepsPlace = offerWithdrawn || isOutOfTurn(center, event);
      center.timers.cancel('work', event.agentId);
      endWork(center, event);
      changeAgent(center, event.agentId, { slot: null, idleSinceMs: keepsPlace ? agent.idleSinceMs : now });
      break;
    }
  }
  refreshIdle(center, event.agentId);
}

/** Calls an agent makes need not cost the place among the idle: the profile says (spec §5.3). */
function isOutOfTurn(center: Center, { agentId, contactId }: Extract<EventsOf<'agent'>, { type: 'agent.slotCleared' }>): boolean {
  const profileId = center.config.agents.get(agentId)?.routingProfileId;
  const timer = profileId && center.config.profiles.get(profileId)?.agentAvailabilityTimer;
  return timer === 'TIME_SINCE_LAST_INBOUND' && center.contacts.get(contactId)?.method === 'OUTBOUND';
}

function startWork(center: Center, event: Extract<EventsOf<'agent'>, { type: 'agent.slotSet' }>): void {
  const share = must(contactOf(center, event.contactId).agent, 'the agent of a contact that is wrapped up');
  assert(share.agentId === event.agentId, 'who wraps a contact up is its agent');
  changeContact(center, event.contactId, { agent: { ...share, workStartedAtMs: center.nowMs } });
}

function endWork(center: Center, event: Extract<EventsOf<'agent'>, { type: 'agent.slotCleared' }>): void {
  const share = center.contacts.get(event.contactId)?.agent;
  if (share?.agentId !== event.agentId || share.workStartedAtMs === null) return;
  changeContact(center, event.contactId, { agent: { ...share, workEndedAtMs: center.nowMs } });
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

