import { compareWaiting, type WaitingEntry } from '../queue/waiting-line.ts';
import { after } from '../core/time.ts';
import type { AgentId, ContactId, QueueId, RoutingProfileId } from '../core/ids.ts';
import type { CenterEvent } from '../event.ts';
import { newId } from '../new-id.ts';
import type { Center } from '../state.ts';
import { contactOf } from '../update.ts';

/** An idle agent's best contact is offered to them, if any is eligible (spec §5.2). */
export function routeAgent(center: Center, agentId: AgentId, soughtFor: ContactId | null = null): readonly CenterEvent[] {
  if (!center.idle.has(agentId)) return [];
  const profileId = center.config.agents.get(agentId)?.routingProfileId;
  const match = profileId === undefined ? null : bestContact(center, profileId);
  if (!match) return [];
  const { contactId } = match.entry;
  return makeOffer(center, agentId, match.queueId, contactId, soughtFor === contactId ? null : soughtFor);
}

/**
 * A waiting contact goes to the longest idle agent who may take it (spec §5.3). That agent gets the best contact they
 * can be given, which is nearly always this one; when it is not, the offer says for whom the agent was sought.
 */
export function routeContact(center: Center, contactId: ContactId): readonly CenterEvent[] {
  const { stage, queue } = contactOf(center, contactId);
  if (stage.name !== 'queued' || stage.offerId !== null || !queue) return [];
  const waitedMs = center.nowMs - queue.enqueuedAtMs;
  const servers = center.config.servers.get(queue.queueId) ?? [];
  const profiles: RoutingProfileId[] = [];
  for (const { profileId, entry } of servers) if (entry.delayMs <= waitedMs) profiles.push(profileId);
  const agent = center.idle.longest(profiles);
  return agent ? routeAgent(center, agent.agentId, contactId) : [];
}

/** Lowest queue priority first; within a tier contact priority, then routing age, then creation (spec §5.2). */
export function bestContact(center: Center, profileId: RoutingProfileId): { readonly queueId: QueueId; readonly entry: WaitingEntry } | null {
  for (const tier of center.config.tiers.get(profileId) ?? []) {
    let best: { readonly queueId: QueueId; readonly entry: WaitingEntry } | null = null;
    for (const { queueId, delayMs } of tier) {
      const entry = firstEligible(center, queueId, delayMs);
      if (entry && (!best || compareWaiting(entry, best.entry) < 0)) best = { queueId, entry };
    }
    if (best) return best;
  }
  return null;
}

/** The head of the queue, or with a delay the first in order that is old enough: a callback can be first and young. */
function firstEligible(center: Center, queueId: QueueId, delayMs: number): WaitingEntry | undefined {
  const line = center.waiting.get(queueId);
  if (!line || delayMs === 0) return line?.byOrder.head();
  const { oldestSinceMs } = line;
  if (oldestSinceMs === null || center.nowMs - oldestSinceMs < delayMs) return undefined;
  for (const entry of line.byOrder) if (center.nowMs - entry.enqueuedAtMs >= delayMs) return entry;
  return undefined;
}

function makeOffer(center: Center, agentId: AgentId, queueId: QueueId, contactId: ContactId, soughtFor: ContactId | null): readonly CenterEvent[] {
  const offerId = newId(center, 'offer');
  const expiresAtMs = after(center.nowMs, center.config.instance.policy.offerMs);
  // A callback shows as INCOMING while it rings at the agent, an ordinary contact as CONNECTING (spec §4.3).
  const state = contactOf(center, contactId).callback ? 'INCOMING' : 'CONNECTING';
  return [
    { type: 'offer.made', offerId, contactId, agentId, queueId, expiresAtMs, soughtFor },
    { type: 'agent.slotSet', agentId, contactId, offerId, state, cause: null, untilMs: null },
  ];
}
