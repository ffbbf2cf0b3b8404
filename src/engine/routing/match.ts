import { must } from '../core/assert.ts';
import type { Contact } from '../contact/model.ts';
import { ownerOf } from '../queue/agent-queue.ts';
import { compareWaiting, type WaitingEntry } from '../queue/waiting-line.ts';
import { isOpen } from '../tenant/hours.ts';
import { after } from '../core/time.ts';
import type { AgentId, ContactId, QueueId } from '../core/ids.ts';
import type { CenterEvent } from '../event.ts';
import { newId } from '../new-id.ts';
import type { Center } from '../state.ts';
import { contactOf } from '../update.ts';

/** An idle agent's best contact is offered to them, if any is eligible (spec §5.2). */
export function routeAgent(center: Center, agentId: AgentId, soughtFor: ContactId | null = null): readonly CenterEvent[] {
  if (!center.idle.has(agentId)) return [];
  const match = bestContact(center, agentId);
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
  if (stage.name !== 'queued' || stage.offerId !== null) return [];
  const { queueId, enqueuedAtMs } = must(queue, 'the queue in which a contact waits');
  const owner = ownerOf(queueId);
  if (owner !== null) return routeAgent(center, owner);
  const servers = center.config.servers.get(queueId) ?? [];
  const agent = center.idle.longest(servers, center.nowMs - enqueuedAtMs, (agentId) => mayTake(center, agentId, contactId));
  return agent ? routeAgent(center, agent.agentId, contactId) : [];
}

interface Match {
  readonly queueId: QueueId;
  readonly entry: WaitingEntry;
}

/**
 * The agent's own queue before all others (spec §5.6); then lowest queue priority first, and within a tier contact
 * priority, then routing age, then creation (spec §5.2).
 */
export function bestContact(center: Center, agentId: AgentId): Match | null {
  const ownQueueId = center.config.ownQueues.get(agentId);
  const own = ownQueueId && firstEligible(center, agentId, ownQueueId, 0);
  if (own) return { queueId: ownQueueId, entry: own };
  const { routingProfileId } = must(center.config.agents.get(agentId), 'the configuration of an idle agent');
  for (const tier of center.config.tiers.get(routingProfileId) ?? []) {
    let best: Match | null = null;
    for (const { queueId, delayMs } of tier) {
      const entry = firstEligible(center, agentId, queueId, delayMs);
      if (entry && (!best || compareWaiting(entry, best.entry) < 0)) best = { queueId, entry };
    }
    if (best) return best;
  }
  return null;
}

/**
 * The first in order that may be offered to this agent. Nearly always the head; with a delay, a cool-down or closed
 * hours it may be one further down, since a callback can be first in line and young.
 */
function firstEligible(center: Center, agentId: AgentId, queueId: QueueId, delayMs: number): WaitingEntry | undefined {
  const line = center.waiting.get(queueId);
  // A line whose oldest is too young is not walked, however long it is.
  if (!line || center.nowMs - (line.oldestSinceMs ?? center.nowMs) < delayMs) return undefined;
  return line.byOrder.find((entry) => center.nowMs - entry.enqueuedAtMs >= delayMs && mayTake(center, agentId, entry.contactId));
}

/** Not kept from the agent by a cool-down, and not held back by closed hours (decision #11). */
function mayTake(center: Center, agentId: AgentId, contactId: ContactId): boolean {
  const contact = contactOf(center, contactId);
  if (center.nowMs < (contact.coolDowns?.[agentId] ?? 0)) return false;
  return !(center.config.instance.policy.hoursHoldBackCallbacks && contact.callback && isClosed(center, contact));
}

function isClosed(center: Center, { queue }: Contact): boolean {
  const hoursId = center.config.queues.get(must(queue, 'the queue in which a contact waits').queueId)?.hoursId;
  const hours = hoursId && center.config.hours.get(hoursId);
  return !!hours && !isOpen(hours, center.nowMs);
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
