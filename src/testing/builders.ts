import {
  asE164, defaultPolicy, idFromName, parseFlow, seconds,
  type AgentConfig, type AgentId, type FlowContent, type FlowId, type FlowResource, type FlowType, type HoursId, type HoursOfOperation, type Instance,
  type InstanceId, type PhoneNumberRules, type Prompt, type PromptId, type QueueConfig, type QueueId, type RoutingProfileId, type StatusId,
} from '../engine/index.ts';

/** A numbering plan small enough to see through: +1206555xxxx is dialable, +447… is a number but not dialable. */
export const plainNumbers: PhoneNumberRules = {
  parse: (text, format, country) => {
    const number = format === 'Local' && country === 'US' && !text.startsWith('+') ? `+1${text}` : text.startsWith('+') ? text : `+${text}`;
    return /^\+1\d{10}$|^\+447\d{9}$/.test(number) ? { ok: true, e164: asE164(number) } : { ok: false };
  },
  isDialable: (number) => !number.startsWith('+44'),
  zoneOf: () => null,
};

const queueId = (name: string): QueueId => idFromName('queue', name) as QueueId;
const flowId = (name: string): FlowId => idFromName('flow', name) as FlowId;
const promptId = (name: string): PromptId => idFromName('prompt', name) as PromptId;
export const profileR = idFromName('routing-profile', 'R') as RoutingProfileId;
export const ids = { queue: queueId, flow: flowId, prompt: promptId, agent: (name: string): AgentId => idFromName('agent', name) as AgentId, status: (name: string): StatusId => idFromName('status', name) as StatusId };

const always: HoursOfOperation = { id: idFromName('hours', 'Always') as HoursId, name: 'Always', zone: { zone: 'UTC', changes: [] }, open: '24x7' };

/** A queue open at all times, with the base rig's caller id (spec §10). */
export function aQueue(name: string, changes: Partial<QueueConfig> = {}): QueueConfig {
  return {
    id: queueId(name),
    name,
    hoursId: always.id,
    status: 'ENABLED',
    maxContacts: null,
    outboundCallerId: asE164('+18005550199'),
    outboundCallerIdName: null,
    outboundWhisperFlowId: flowId('outbound whisper'),
    customerQueueFlowId: null,
    agentWhisperFlowId: null,
    ...changes,
  };
}

/** An agent of profile R without limits. */
export function anAgent(username: string, changes: Partial<AgentConfig> = {}): AgentConfig {
  return {
    id: ids.agent(username),
    username,
    firstName: username,
    lastName: '',
    routingProfileId: profileR,
    afterContactWorkMs: seconds(0),
    callbackAfterContactWorkMs: null,
    autoAccept: false,
    callbackAutoAccept: false,
    ...changes,
  };
}

/** One action of a flow, in the flow language's own shape. */
export type PlainAction = { readonly Identifier: string; readonly Type: string; readonly Parameters?: object; readonly Transitions?: object };

/** A flow from its actions; the first is the start. */
export function aFlow(name: string, type: FlowType, actions: readonly PlainAction[]): FlowResource {
  const text = JSON.stringify({
    Version: '2019-10-30',
    StartAction: actions[0]?.Identifier,
    Metadata: {},
    Actions: actions.map((action) => ({ Parameters: {}, Transitions: {}, ...action })),
  });
  const parsed = parseFlow(text);
  if (!parsed.ok) throw new Error(parsed.refusal.map(({ sentence }) => sentence).join(' '));
  const content: FlowContent = parsed.value.content;
  return { id: flowId(name), name, type, description: '', content, mapping: {} };
}

/** A whisper of exactly this length. */
export function aWhisper(name: string, type: FlowType): FlowResource {
  return aFlow(name, type, [
    { Identifier: 'say', Type: 'MessageParticipant', Parameters: { PromptId: name }, Transitions: { NextAction: 'end', Errors: [], Conditions: [] } },
    { Identifier: 'end', Type: 'EndFlowExecution' },
  ]);
}

const aPrompt = (name: string, length: number): Prompt => ({ id: promptId(name), name, text: name, durationMs: seconds(length), kind: 'speech' });

/** The base rig of the spec's scenarios (§10): two queues, one profile, whispers of 10 and 15 seconds. */
export function baseRig(changes: Partial<Instance> = {}): Instance {
  return {
    id: idFromName('instance', 'test') as InstanceId,
    name: 'test',
    country: 'US',
    timeZone: 'UTC',
    dialableCountries: ['US'],
    hours: [always],
    queues: [aQueue('InboundQueue'), aQueue('CallbackQueue')],
    routingProfiles: [
      {
        id: profileR,
        name: 'R',
        entries: [
          { queueId: queueId('InboundQueue'), priority: 1, delayMs: seconds(0) },
          { queueId: queueId('CallbackQueue'), priority: 1, delayMs: seconds(0) },
        ],
        defaultOutboundQueueId: queueId('InboundQueue'),
        agentAvailabilityTimer: 'TIME_SINCE_LAST_ACTIVITY',
      },
    ],
    statuses: [
      { id: ids.status('Available'), name: 'Available', type: 'ROUTABLE' },
      { id: ids.status('Break'), name: 'Break', type: 'CUSTOM' },
      { id: ids.status('Lunch'), name: 'Lunch', type: 'CUSTOM' },
      { id: ids.status('Offline'), name: 'Offline', type: 'OFFLINE' },
    ],
    agents: [anAgent('ana'), anAgent('ben')],
    prompts: [aPrompt('agent whisper', 10), aPrompt('outbound whisper', 15)],
    flows: [
      aFlow('main', 'CONTACT_FLOW', [
        { Identifier: 'set', Type: 'UpdateContactTargetQueue', Parameters: { QueueId: 'InboundQueue' }, Transitions: { NextAction: 'go', Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'bye' }] } },
        { Identifier: 'go', Type: 'TransferContactToQueue', Transitions: { NextAction: 'bye', Errors: [{ ErrorType: 'QueueAtCapacity', NextAction: 'bye' }, { ErrorType: 'NoMatchingError', NextAction: 'bye' }] } },
        { Identifier: 'bye', Type: 'DisconnectParticipant' },
      ]),
      aWhisper('agent whisper', 'AGENT_WHISPER'),
      aWhisper('outbound whisper', 'OUTBOUND_WHISPER'),
    ],
    numbers: [{ number: asE164('+18005550199'), description: 'main', flowId: flowId('main') }],
    customers: [],
    modules: [],
    lambdas: [],
    defaultFlows: {},
    callback: {
      queueId: queueId('CallbackQueue'),
      initialDelayMs: seconds(99),
      retries: 2,
      retryDelayMs: seconds(600),
      callerId: null,
      agentWhisperFlowId: flowId('agent whisper'),
    },
    policy: defaultPolicy,
    extras: {},
    ...changes,
  };
}
