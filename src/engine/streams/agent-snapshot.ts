import type { AgentContactState, SlotCause } from '../agent/model.ts';
import type { InitiationMethod } from '../contact/model.ts';
import { must } from '../core/assert.ts';
import type { AgentId, ContactId, QueueId, StatusId } from '../core/ids.ts';
import { queueConfigOf } from '../queue/agent-queue.ts';
import { arnOf } from '../record/arn.ts';
import type { InstanceIndex } from '../tenant/index-instance.ts';
import { stampMsOf } from './stamp-ms.ts';

/** A queue as the agent event stream names it. */
export interface StreamedQueue {
  readonly ARN: string;
  readonly Name: string;
  readonly Channels: readonly ['VOICE'];
}

/** An agent at an instant, as the agent event stream shows them (spec §4.7). Stamps have milliseconds. */
export interface AgentSnapshot {
  readonly AgentStatus: { readonly ARN: string; readonly Name: string; readonly StartTimestamp: string; readonly Type: 'ROUTABLE' | 'CUSTOM' | 'OFFLINE' };
  readonly NextAgentStatus: { readonly ARN: string; readonly Name: string; readonly EnqueuedTimestamp: string } | null;
  readonly Configuration: {
    readonly AgentHierarchyGroups: null;
    readonly FirstName: string;
    readonly LastName: string;
    readonly Username: string;
    readonly Proficiencies: readonly [];
    readonly RoutingProfile: {
      readonly ARN: string;
      readonly Name: string;
      readonly Concurrency: readonly { readonly Channel: 'VOICE'; readonly AvailableSlots: number; readonly MaximumSlots: 1 }[];
      readonly DefaultOutboundQueue: StreamedQueue | null;
      readonly InboundQueues: readonly StreamedQueue[];
    };
  };
  readonly Contacts: readonly {
    readonly ContactId: string;
    readonly InitialContactId: string | null;
    readonly Channel: 'VOICE';
    readonly InitiationMethod: InitiationMethod;
    readonly State: AgentContactState | 'REJECTED';
    readonly StateStartTimestamp: string;
    readonly ConnectedToAgentTimestamp: string | null;
    readonly QueueTimestamp: string | null;
    readonly Queue: StreamedQueue | null;
  }[];
}

/** What the stream knows of an agent. */
export interface StreamedAgent {
  readonly agentId: AgentId;
  readonly statusId: StatusId;
  readonly statusSinceMs: number;
  readonly next: { readonly statusId: StatusId; readonly atMs: number } | null;
  readonly slot: { readonly contactId: ContactId; readonly state: AgentContactState; readonly cause: SlotCause | null; readonly sinceMs: number } | null;
}

/** What the stream knows of a contact. */
export interface StreamedContact {
  readonly initialContactId: ContactId | null;
  readonly method: InitiationMethod;
  readonly queueId: QueueId | null;
  readonly enqueuedAtMs: number | null;
  /** With whom, and when. */
  readonly connected: { readonly agentId: AgentId; readonly atMs: number } | null;
}

/** The agent as the stream shows them. */
export function snapshotOf(config: InstanceIndex, agent: StreamedAgent, contacts: ReadonlyMap<ContactId, StreamedContact>): AgentSnapshot {
  const { instance } = config;
  const known = config.agents.get(agent.agentId);
  const profile = known && config.profiles.get(known.routingProfileId);
  const status = config.statuses.get(agent.statusId);
  const routable = status?.type === 'ROUTABLE' && agent.slot === null && agent.next === null;
  const outboundId = profile?.defaultOutboundQueueId ?? null;
  return {
    AgentStatus: { ARN: arnOf(instance.id, 'agent-state', agent.statusId), Name: status?.name ?? '', StartTimestamp: stampMsOf(agent.statusSinceMs), Type: status?.type ?? 'OFFLINE' },
    NextAgentStatus: agent.next && {
      ARN: arnOf(instance.id, 'agent-state', agent.next.statusId), Name: config.statuses.get(agent.next.statusId)?.name ?? '', EnqueuedTimestamp: stampMsOf(agent.next.atMs),
    },
    Configuration: {
      AgentHierarchyGroups: null,
      FirstName: known?.firstName ?? '',
      LastName: known?.lastName ?? '',
      Username: known?.username ?? '',
      Proficiencies: [],
      RoutingProfile: {
        ARN: arnOf(instance.id, 'routing-profile', profile?.id ?? ''),
        Name: profile?.name ?? '',
        Concurrency: [{ Channel: 'VOICE', AvailableSlots: routable ? 1 : 0, MaximumSlots: 1 }],
        DefaultOutboundQueue: outboundId === null ? null : queueOf(config, outboundId),
        InboundQueues: [...new Set(profile?.entries.map(({ queueId }) => queueId))].map((queueId) => queueOf(config, queueId)),
      },
    },
    Contacts: contactsOf(config, agent, contacts),
  };
}

function contactsOf(config: InstanceIndex, { agentId, slot }: StreamedAgent, contacts: ReadonlyMap<ContactId, StreamedContact>): AgentSnapshot['Contacts'] {
  if (!slot) return [];
  const contact = must(contacts.get(slot.contactId), `contact ${slot.contactId}`);
  return [{
    ContactId: slot.contactId,
    InitialContactId: contact.initialContactId,
    Channel: 'VOICE',
    InitiationMethod: contact.method,
    // A rejected voice contact shows as missed at Amazon (decision #17).
    State: slot.cause === 'rejected' ? config.instance.policy.rejectShownAs : slot.state,
    StateStartTimestamp: stampMsOf(slot.sinceMs),
    // Who missed a contact is shown it until they clear it, whoever took it meanwhile.
    ConnectedToAgentTimestamp: contact.connected?.agentId === agentId ? stampMsOf(contact.connected.atMs) : null,
    QueueTimestamp: contact.enqueuedAtMs === null ? null : stampMsOf(contact.enqueuedAtMs),
    Queue: contact.queueId === null ? null : queueOf(config, contact.queueId),
  }];
}

const queueOf = (config: InstanceIndex, queueId: QueueId): StreamedQueue => ({
  ARN: arnOf(config.instance.id, 'queue', queueId), Name: queueConfigOf(config, queueId)?.name ?? '', Channels: ['VOICE'],
});
