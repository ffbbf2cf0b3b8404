import type { AgentId, FlowContent, FlowId, FlowResource, Instance, InstanceId, QueueId, RoutingProfileId, StatusId } from '../engine/index.ts';
import { asE164, defaultPolicy, seconds } from '../engine/index.ts';

/** A small instance: two queues, two agents, one number, three flows. */
export function demoInstance(): Instance {
  const profileId = 'profile-r' as RoutingProfileId;
  const queue = (id: string, name: string) => ({
    id: id as QueueId, name, hoursId: null, status: 'ENABLED' as const, maxContacts: null,
    outboundCallerId: asE164('+18005550199'), outboundCallerIdName: null,
    outboundWhisperFlowId: null, customerQueueFlowId: null, agentWhisperFlowId: null,
  });
  const agent = (username: string, firstName: string) => ({
    id: `agent-${username}` as AgentId, username, firstName, lastName: 'Lind', routingProfileId: profileId,
    afterContactWorkMs: seconds(30), callbackAfterContactWorkMs: null, autoAccept: false, callbackAutoAccept: false,
  });
  return {
    id: 'instance-1' as InstanceId,
    name: 'Ringback demo',
    country: 'US',
    timeZone: 'UTC',
    dialableCountries: ['US'],
    hours: [],
    queues: [queue('queue-in', 'InboundQueue'), queue('queue-cb', 'CallbackQueue')],
    routingProfiles: [{ id: profileId, name: 'R', entries: [], defaultOutboundQueueId: null, agentAvailabilityTimer: 'TIME_SINCE_LAST_ACTIVITY' }],
    statuses: [
      { id: 'status-available' as StatusId, name: 'Available', type: 'ROUTABLE' },
      { id: 'status-lunch' as StatusId, name: 'Lunch', type: 'CUSTOM' },
      { id: 'status-offline' as StatusId, name: 'Offline', type: 'OFFLINE' },
    ],
    agents: [agent('ana', 'Ana'), agent('ben', 'Ben')],
    prompts: [],
    flows: [
      fakeFlow({ id: 'flow-main' as FlowId, name: 'Main', type: 'CONTACT_FLOW' }),
      fakeFlow({ id: 'flow-wait' as FlowId, name: 'Wait', type: 'CUSTOMER_QUEUE' }),
      fakeFlow({ id: 'flow-whisper' as FlowId, name: 'Whisper', type: 'AGENT_WHISPER' }),
    ],
    numbers: [{ number: asE164('+18005550199'), description: 'Main line', flowId: 'flow-main' as FlowId }],
    customers: [{ number: asE164('+12065550142'), name: 'John', reason: 'a refund' }],
    modules: [],
    lambdas: [],
    defaultFlows: {},
    callback: null,
    extras: {},
    policy: defaultPolicy,
  };
}

/** A flow of one action, or of whatever is handed in. */
export function fakeFlow(flow: Pick<FlowResource, 'id' | 'name' | 'type'>, source: FlowContent['source'] = disconnectSource): FlowResource {
  return { ...flow, description: '', mapping: {}, content: { start: 'bye', actions: {}, source } };
}

const disconnectSource = {
  Version: '2019-10-30',
  StartAction: 'bye',
  Actions: [{ Identifier: 'bye', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} }],
};
