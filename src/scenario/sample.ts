import { agentActivity, queueFigures } from '../engine/index.ts';
import type { Agent, Center, QueueFigures } from '../engine/index.ts';
import { stampOf } from './times.ts';

/** A contact in an agent's slot, by the names of GetCurrentUserData (spec §8.3). */
export interface SampledContact {
  readonly ContactId: string;
  readonly Channel: 'VOICE';
  readonly InitiationMethod: string | null;
  readonly AgentContactState: string;
  readonly StateStartTimestamp: string;
  readonly ConnectedToAgentTimestamp: string | null;
  readonly Queue: string | null;
}

export interface SampledAgent {
  readonly status: string;
  readonly nextStatus: string | null;
  readonly activity: string;
  readonly contactState: string | null;
  readonly contacts: readonly SampledContact[];
}

/** What supervisors would see at an instant: queues by name, agents by username. */
export interface Sample {
  readonly at: string;
  readonly label: string | null;
  readonly metrics: Readonly<Record<string, QueueFigures>>;
  readonly agents: Readonly<Record<string, SampledAgent>>;
}

/** Reads the center as it is now. */
export function sampleOf(center: Center, label: string | null): Sample {
  const { queues, agents } = center.config.instance;
  return {
    at: stampOf(center.nowMs),
    label,
    metrics: Object.fromEntries(queues.map((queue) => [queue.name, queueFigures(center, queue.id)])),
    agents: Object.fromEntries(agents.flatMap(({ id, username }) => {
      const agent = center.agents.get(id);
      return agent === undefined ? [] : [[username, sampledAgent(center, agent)]];
    })),
  };
}

function sampledAgent(center: Center, agent: Agent): SampledAgent {
  const nameOf = (statusId: Agent['nextStatusId']): string | null => (statusId === null ? null : center.config.statuses.get(statusId)?.name ?? null);
  const { activity, contactState } = agentActivity(center, agent.id);
  return { status: nameOf(agent.statusId) ?? '', nextStatus: nameOf(agent.nextStatusId), activity, contactState, contacts: sampledContacts(center, agent) };
}

function sampledContacts(center: Center, { slot }: Agent): readonly SampledContact[] {
  if (slot === null) return [];
  const contact = center.contacts.get(slot.contactId);
  const connectedAtMs = contact?.agent?.connectedAtMs ?? null;
  const queueId = contact?.queue?.queueId;
  return [{
    ContactId: slot.contactId,
    Channel: 'VOICE',
    InitiationMethod: contact?.method ?? null,
    AgentContactState: slot.state,
    StateStartTimestamp: stampOf(slot.sinceMs),
    ConnectedToAgentTimestamp: connectedAtMs === null ? null : stampOf(connectedAtMs),
    Queue: queueId === undefined ? null : center.config.queues.get(queueId)?.name ?? null,
  }];
}
