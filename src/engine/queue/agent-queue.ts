import type { AgentId, QueueId } from '../core/ids.ts';
import type { InstanceIndex } from '../tenant/index-instance.ts';
import type { QueueConfig } from '../tenant/model.ts';

const PREFIX = 'agent/';

/** An agent queue takes this many contacts (spec §5.6, §9). */
export const AGENT_QUEUE_MAX = 10;

/** The queue of one agent: first of all queues for them, without delay and without hours (spec §5.6). */
export const agentQueueOf = (agentId: AgentId): QueueId => `${PREFIX}${agentId}` as QueueId;

/** Whose queue this is; null for a standard queue. */
export const ownerOf = (queueId: QueueId): AgentId | null => (queueId.startsWith(PREFIX) ? (queueId.slice(PREFIX.length) as AgentId) : null);

/** A queue by id, standard or an agent's. An agent's has the caller id and whisper of the profile's outbound queue. */
export function queueConfigOf(config: InstanceIndex, queueId: QueueId): QueueConfig | undefined {
  const owner = ownerOf(queueId);
  if (owner === null) return config.queues.get(queueId);
  const agent = config.agents.get(owner);
  if (!agent) return undefined;
  const outboundId = config.profiles.get(agent.routingProfileId)?.defaultOutboundQueueId ?? null;
  const outbound = outboundId === null ? config.instance.queues[0] : config.queues.get(outboundId);
  return {
    id: queueId,
    name: agent.username,
    hoursId: null,
    status: 'ENABLED',
    maxContacts: AGENT_QUEUE_MAX,
    outboundCallerId: outbound?.outboundCallerId ?? null,
    outboundCallerIdName: outbound?.outboundCallerIdName ?? null,
    outboundWhisperFlowId: outbound?.outboundWhisperFlowId ?? null,
    customerQueueFlowId: null,
    agentWhisperFlowId: null,
  };
}
