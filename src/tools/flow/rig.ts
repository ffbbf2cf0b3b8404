/*
 * A contact center made for one flow: whatever the flow names is there, and nothing else. So a flow can be tried without
 * anybody having configured anything.
 */
import { asE164, durationMs, idFromName, mappingOf, must, parseFlow, resolveReferences, seconds } from '../../engine/index.ts';
import type {
  AgentConfig, AgentId, FlowContent, FlowId, FlowModule, FlowReference, FlowResource, FlowType, HoursId, HoursOfOperation, Instance, LambdaMock, PromptId, QueueConfig,
  QueueId, RoutingProfileId, StatusId,
} from '../../engine/index.ts';
import { emptyInstance } from '../../scenario/instance-draft.ts';

/** A flow file that was read. */
export interface ReadFlow {
  readonly name: string;
  readonly type: FlowType;
  readonly content: FlowContent;
  readonly isModule: boolean;
}

export interface RigWishes {
  readonly tried: ReadFlow;
  /** What it may go on in, by name. */
  readonly others: readonly ReadFlow[];
  readonly hours: 'open' | 'closed';
  readonly lambdas: readonly LambdaMock[];
  readonly attributes: Readonly<Record<string, string>>;
}

/** The number that is called, and that is shown to whoever is called back. */
export const ourNumber = asE164('+18005550199');
/** The flow that leads the caller to the one that is tried. */
export const entryName = '(the caller)';
export const agentId = idFromName('agent', 'agent') as AgentId;
export const availableId = idFromName('status', 'Available') as StatusId;
/** Where callers wait whose flow is one of those that only waiting or talking callers have. */
export const frontQueueId = idFromName('queue', 'Queue') as QueueId;

const profileId = idFromName('routing-profile', 'Everybody') as RoutingProfileId;
const entryId = idFromName('flow', entryName) as FlowId;

/** Builds the center for a flow. */
export function rigFor({ tried, others, hours, lambdas, attributes }: RigWishes): Instance {
  const flow = resource(tried);
  const modules = others.filter((each) => each.isModule).map(moduleOf);
  const flows = [flow, entryFlow(flow.id, tried.type, attributes), ...others.filter((each) => !each.isModule).map(resource)];
  const empty = emptyInstance();
  const always: HoursOfOperation = { id: idFromName('hours', 'Always') as HoursId, name: 'Hours', zone: { zone: 'UTC', changes: [] }, open: hours === 'open' ? '24x7' : [] };
  const front = queue(frontQueueId, 'Queue', always.id);
  const bare: Instance = { ...empty, name: 'Trial', lambdas, modules, flows, hours: [always], queues: [front] };
  const missing = unique([...flows, ...modules].flatMap((each) => resolveReferences(each.content, {}, bare).unresolved));
  const of = (kind: FlowReference['kind']): readonly FlowReference[] => missing.filter((each) => each.kind === kind);
  const full: Instance = {
    ...bare,
    hours: [always, ...of('hours').map((each) => ({ ...always, id: idFromName('hours', each.ref) as HoursId, name: nameOf(each) }))],
    queues: [
      { ...front, ...(tried.type === 'CUSTOMER_QUEUE' ? { customerQueueFlowId: flow.id } : {}), ...(tried.type === 'AGENT_WHISPER' ? { agentWhisperFlowId: flow.id } : {}), ...(tried.type === 'OUTBOUND_WHISPER' ? { outboundWhisperFlowId: flow.id } : {}) },
      ...of('queue').map((each) => queue(idFromName('queue', each.ref) as QueueId, nameOf(each), always.id)),
    ],
    routingProfiles: [{ id: profileId, name: 'Everybody', entries: [{ queueId: frontQueueId, priority: 1, delayMs: seconds(0) }], defaultOutboundQueueId: frontQueueId, agentAvailabilityTimer: 'TIME_SINCE_LAST_ACTIVITY' }],
    agents: [agent(agentId, 'agent'), ...of('agent').map((each) => agent(idFromName('agent', each.ref) as AgentId, nameOf(each)))],
    // How long a recording lasts is not in the flow: it stays what the engine takes for one that it does not know.
    prompts: of('prompt').map((each) => ({ id: idFromName('prompt', each.ref) as PromptId, name: nameOf(each), text: '', durationMs: durationMs(5000), kind: 'silence' })),
    flows: [...flows, ...of('flow').map(stub)],
    numbers: [{ number: ourNumber, description: '', flowId: entryId }],
    // The agent's own hold music is played to the customer: what it does is the same.
    defaultFlows: tried.type === 'CUSTOMER_WHISPER' ? { CUSTOMER_WHISPER: flow.id } : tried.type === 'CUSTOMER_HOLD' || tried.type === 'AGENT_HOLD' ? { CUSTOMER_HOLD: flow.id } : {},
  };
  return { ...full, flows: full.flows.map((each) => mapped(each, full)), modules: full.modules.map((each) => mapped(each, full)) };
}

/** Flows that begin with a caller; the others begin with somebody who waits or talks. */
export const startsWithCaller = (type: FlowType): boolean => type === 'CONTACT_FLOW' || type === 'QUEUE_TRANSFER' || type === 'AGENT_TRANSFER' || type === 'CAMPAIGN';

/** References that are made stand for what was made for them; the rest is found by name. */
function mapped<Flow extends FlowModule>(flow: Flow, instance: Instance): Flow {
  const { resolved, unresolved } = resolveReferences(flow.content, {}, instance);
  const made = unresolved.flatMap(({ ref, kind }): readonly (readonly [string, string])[] => (kind === 'lambda' || kind === 'module' ? [] : [[ref, idFromName(kind, ref)]]));
  return { ...flow, mapping: { ...mappingOf(resolved), ...Object.fromEntries(made) } };
}

/** Sets the attributes, then leads to the flow or to the queue where it is played. */
function entryFlow(flowId: FlowId, type: FlowType, attributes: RigWishes['attributes']): FlowResource {
  // Whoever is transferred comes with a queue, or to an agent; whoever calls has none yet.
  const first = type === 'CONTACT_FLOW' ? 'flow' : 'queue';
  const second = startsWithCaller(type) ? 'flow' : 'wait';
  const parsed = parseFlow(JSON.stringify({
    Version: '2019-10-30', StartAction: 'attributes',
    Actions: [
      { Identifier: 'attributes', Type: 'UpdateContactAttributes', Parameters: { Attributes: attributes }, Transitions: { NextAction: first, Errors: [{ ErrorType: 'NoMatchingError', NextAction: first }] } },
      { Identifier: 'flow', Type: 'TransferToFlow', Parameters: { ContactFlowId: flowId }, Transitions: { Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'bye' }] } },
      { Identifier: 'queue', Type: 'UpdateContactTargetQueue', Parameters: type === 'AGENT_TRANSFER' ? { AgentId: agentId } : { QueueId: frontQueueId }, Transitions: { NextAction: second, Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'bye' }] } },
      { Identifier: 'wait', Type: 'TransferContactToQueue', Parameters: {}, Transitions: { Errors: ['QueueAtCapacity', 'NoMatchingError'].map((ErrorType) => ({ ErrorType, NextAction: 'bye' })) } },
      { Identifier: 'bye', Type: 'DisconnectParticipant' },
    ],
  }));
  return { id: entryId, name: entryName, type: 'CONTACT_FLOW', description: '', content: must(parsed.ok ? parsed.value.content : null, 'a flow of our own making'), mapping: {} };
}

/** Stands for a flow that is not among the files: whoever comes to it comes to its end. */
function stub(reference: FlowReference): FlowResource {
  const parsed = parseFlow('{"Version":"2019-10-30","StartAction":"end","Actions":[{"Identifier":"end","Type":"EndFlowExecution","Parameters":{},"Transitions":{}}]}');
  return { id: idFromName('flow', reference.ref) as FlowId, name: `${nameOf(reference)} (not among the files)`, type: 'CONTACT_FLOW', description: '', content: must(parsed.ok ? parsed.value.content : null, 'a flow of our own making'), mapping: {} };
}

const resource = ({ name, type, content }: ReadFlow): FlowResource => ({ id: idFromName('flow', `read/${name}`) as FlowId, name, type, description: '', content, mapping: {} });
const moduleOf = ({ name, content }: ReadFlow): FlowModule => ({ id: idFromName('module', name) as FlowId, name, description: '', content, mapping: {} });

const queue = (id: QueueId, name: string, hoursId: HoursId): QueueConfig => ({
  id, name, hoursId, status: 'ENABLED', maxContacts: null, outboundCallerId: ourNumber, outboundCallerIdName: null, outboundWhisperFlowId: null, customerQueueFlowId: null, agentWhisperFlowId: null,
});

const agent = (id: AgentId, username: string): AgentConfig => ({
  id, username, firstName: username, lastName: '', routingProfileId: profileId, afterContactWorkMs: seconds(0), callbackAfterContactWorkMs: null, autoAccept: true, callbackAutoAccept: true,
});

const nameOf = ({ ref, name }: FlowReference): string => name ?? ref.slice(ref.lastIndexOf('/') + 1);

function unique(references: readonly FlowReference[]): readonly FlowReference[] {
  return [...new Map(references.map((each) => [`${each.kind} ${each.ref}`, each])).values()];
}
