import { agentActivity, mayBePicked, must, outboundQueueOf, type Agent, type AgentId, type AgentStatus, type Center } from '../../engine/index.ts';
import type { AgentView, QueueView, StatusView } from '../../protocol/views.ts';
import type { Memo } from './memo.ts';
import { fullName, type Source } from './source.ts';

/** One agent, as that agent and supervisors see them. */
export function agentView({ center }: Source, agent: Agent, memo: Memo): AgentView {
  const waiting = waitingFor(center, agent.id);
  const { activity, sinceMs: activitySinceMs } = agentActivity(center, agent.id);
  return memo.row(`agent/${agent.id}`, [agent, center.config, waiting.inQueue, waiting.scheduled, activity], () => {
    const { config } = center;
    const known = must(config.agents.get(agent.id), 'the configuration of an agent');
    // A status that is no more is as good as Offline, as the engine counts it.
    const status = (id: Agent['statusId']): StatusView => statusView(config.statuses.get(id) ?? { id, name: '', type: 'OFFLINE' });
    const ringing = isRinging(center, agent);
    return {
      id: agent.id,
      username: known.username,
      name: fullName(known),
      status: status(agent.statusId),
      statusSinceMs: agent.statusSinceMs,
      nextStatus: agent.nextStatusId === null ? null : status(agent.nextStatusId),
      statuses: config.instance.statuses.filter(mayBePicked).map(statusView),
      activity,
      activitySinceMs,
      routingProfile: config.profiles.get(known.routingProfileId)?.name ?? '',
      waiting,
      offerId: ringing ? (agent.slot?.offerId ?? null) : null,
      contactId: ringing ? null : (agent.slot?.contactId ?? null),
      can: agent.slot === null && outboundQueueOf(center, agent.id) ? ['dial'] : [],
    };
  });
}

/** True while what is in the agent's slot is an offer that waits for an answer. */
export function isRinging(center: Center, { slot }: Agent): boolean {
  return slot !== null && slot.offerId !== null && center.offers.has(slot.offerId) && slot.state !== 'MISSED';
}

/** The queues an agent serves, each once. */
export function servedQueues({ config }: Center, agentId: AgentId) {
  const profileId = config.agents.get(agentId)?.routingProfileId;
  const entries = (profileId && config.profiles.get(profileId)?.entries) ?? [];
  return [...new Set(entries.map(({ queueId }) => queueId))].flatMap((queueId) => config.queues.get(queueId) ?? []);
}

/** How many wait in a queue, and how many callbacks are scheduled for it. */
export function queueView({ center }: Source, queue: { readonly id: QueueIdOf; readonly name: string }, memo: Memo): QueueView {
  const line = center.waiting.get(queue.id);
  const inQueue = line?.size ?? 0;
  const scheduled = center.scheduled.get(queue.id)?.size ?? 0;
  const oldestSinceMs = line?.oldestSinceMs ?? null;
  return memo.row(`queue/${queue.id}`, [queue, inQueue, scheduled, oldestSinceMs], () => ({
    id: queue.id, name: queue.name, inQueue, scheduled, oldestSinceMs,
  }));
}

type QueueIdOf = ReturnType<typeof servedQueues>[number]['id'];

function waitingFor(center: Center, agentId: AgentId): AgentView['waiting'] {
  let inQueue = 0;
  let scheduled = 0;
  for (const { id } of servedQueues(center, agentId)) {
    inQueue += center.waiting.get(id)?.size ?? 0;
    scheduled += center.scheduled.get(id)?.size ?? 0;
  }
  return { inQueue, scheduled };
}

const statusView = ({ id, name, type }: AgentStatus): StatusView => ({ id, name, type });
