/*
 * Builds an instance from the section of a scenario that describes one. What is configured is named, never numbered:
 * ids come from names, so the same section gives the same center everywhere.
 */
import { asE164, idFromName, ok, refuse, seconds } from '../engine/index.ts';
import type {
  AgentConfig, AgentId, AgentStatus, CallbackSettings, ClaimedNumber, CustomerProfile, FlowId, FlowResource, HoursOfOperation, Instance, InstanceId,
  Policy, Prompt, PromptId, QueueConfig, QueueId, Result, RoutingProfile, RoutingProfileId, StatusId,
} from '../engine/index.ts';
import type { ScenarioFault } from './faults.ts';
import { DraftFaults, emptyInstance, overlay } from './instance-draft.ts';
import type { Path } from './instance-draft.ts';
import { makeExtras } from './instance-extras.ts';
import { makeFlow, makeModule, straightFlow, Whispers, withNamedReferences } from './instance-flows.ts';
import type { ReadFlow } from './instance-flows.ts';
import { makeHours, withParents, zoneTable } from './instance-hours.ts';
import { makeLambda } from './instance-lambdas.ts';
import type { InstanceSpec } from './instance-schema.ts';

const byName = ({ name }: { readonly name: string }): string => name;

/**
 * Lays a section over an instance: what is absent keeps the base's value, lists are joined by name. With no base, or
 * where the section says `"base": "empty"`, it starts from nothing. All faults are told at once, with paths in the section.
 */
export function buildInstance(spec: InstanceSpec, base: Instance | null, readFlow: ReadFlow): Result<Instance, readonly ScenarioFault[]> {
  const faults = new DraftFaults();
  const ground = base === null || spec.base === 'empty' ? emptyInstance(spec.country) : base;
  const timeZone = spec.timeZone ?? ground.timeZone;
  if (spec.timeZone !== undefined) zoneTable(spec.timeZone, ['timeZone'], faults);

  const ownHours = overlay({ specs: spec.hours, base: ground.hours, path: 'hours', keyOf: byName, nameOf: byName, make: (each, before, path) => makeHours(each, before, timeZone, path, faults) }, faults);
  const hours = withParents(spec.hours ?? [], ownHours, faults);
  const ownFlows = overlay({ specs: spec.flows, base: ground.flows, path: 'flows', keyOf: byName, nameOf: byName, make: (each, before, path) => makeFlow(each, before, path, readFlow, faults) }, faults);
  const ownPrompts = overlay({ specs: spec.prompts, base: ground.prompts, path: 'prompts', keyOf: byName, nameOf: byName, make: makePrompt }, faults);
  const modules = overlay({ specs: spec.modules, base: ground.modules, path: 'modules', keyOf: byName, nameOf: byName, make: (each, before, path) => makeModule(each, before, path, readFlow, faults) }, faults);
  const lambdas = overlay({ specs: spec.lambdas, base: ground.lambdas, path: 'lambdas', keyOf: ({ arn }) => arn, nameOf: ({ arn }) => arn, make: (each, before, path) => makeLambda(each, before, path, faults) }, faults);
  const whispers = new Whispers(ownFlows, faults);
  const flowNamed = (name: string, path: Path): FlowId | null => faults.find(ownFlows, byName, name, 'flow', path)?.id ?? null;

  const queues = overlay({ specs: spec.queues, base: ground.queues, path: 'queues', keyOf: byName, nameOf: byName, make: (each, before, path) => makeQueue(each, before, path, { hours, whispers, flowNamed, faults }) }, faults);
  const queueNamed = (name: string, path: Path): QueueId | null => faults.find(queues, byName, name, 'queue', path)?.id ?? null;
  const routingProfiles = overlay({ specs: spec.routingProfiles, base: ground.routingProfiles, path: 'routingProfiles', keyOf: byName, nameOf: byName, make: (each, before, path) => makeProfile(each, before, path, queueNamed) }, faults);
  const statuses = overlay({ specs: spec.statuses, base: ground.statuses, path: 'statuses', keyOf: byName, nameOf: byName, make: makeStatus }, faults);
  const agents = overlay({ specs: spec.agents, base: ground.agents, path: 'agents', keyOf: (each) => each.username, nameOf: (agent) => agent.username, make: (each, before, path) => makeAgent(each, before, path, routingProfiles, faults) }, faults);
  const straight = new Map<string, FlowResource>();
  const flowOfNumber = ({ flow, queue: name }: Of<'numbers'>, before: ClaimedNumber | null, path: Path): FlowId | null => {
    if (name === undefined) return given(flow, before?.flowId ?? null, (flowName) => flowNamed(flowName, [...path, 'flow']));
    if (flow !== undefined) faults.add(path, 'Either a flow or a queue is given, not both.');
    const queue = faults.find(queues, byName, name, 'queue', [...path, 'queue']);
    if (queue !== null) straight.set(name, straightFlow(queue));
    return straight.get(name)?.id ?? null;
  };
  const numbers = overlay({ specs: spec.numbers, base: ground.numbers, path: 'numbers', keyOf: ({ number }) => number, nameOf: ({ number }) => number, make: (each, before, path): ClaimedNumber => ({
    number: asE164(each.number), description: each.description ?? before?.description ?? '', flowId: flowOfNumber(each, before, path),
  }) }, faults);
  const customers = overlay({ specs: spec.customers, base: ground.customers, path: 'customers', keyOf: ({ number }) => number, nameOf: ({ number }) => number, make: (each, before): CustomerProfile => ({
    number: asE164(each.number), name: each.name, reason: each.reason === undefined ? (before?.reason ?? null) : each.reason,
  }) }, faults);
  const callback = makeCallback(spec.callback, ground.callback, { whispers, queueNamed });
  const extras = Object.fromEntries((spec.queues ?? []).flatMap(({ name, extras: own }, index) => {
    const id = queues.find((queue) => queue.name === name)?.id;
    return own === undefined || id === undefined ? [] : [[id, makeExtras(own, ground.extras[id], ['queues', index, 'extras'], faults)]];
  }));
  const defaultFlows = makeDefaults(spec.defaultFlows, ground.defaultFlows, ownFlows, faults);

  if (faults.list.length > 0) return refuse(faults.list);
  const instance: Instance = {
    id: spec.name === undefined ? ground.id : (idFromName('instance', spec.name) as InstanceId),
    name: spec.name ?? ground.name,
    country: spec.country ?? ground.country,
    timeZone,
    dialableCountries: spec.dialableCountries ?? ground.dialableCountries,
    hours, queues, routingProfiles, statuses, agents, modules, lambdas, numbers, customers, defaultFlows, callback,
    prompts: joined(ownPrompts, whispers.prompts),
    flows: joined(joined(ownFlows, whispers.flows), [...straight.values()]),
    policy: makePolicy(spec.policy ?? {}, ground.policy),
    extras: { ...ground.extras, ...extras },
  };
  return ok({ ...instance, flows: withNamedReferences(instance.flows, instance), modules: withNamedReferences(instance.modules, instance) });
}

type Of<Key extends 'queues' | 'routingProfiles' | 'statuses' | 'agents' | 'prompts' | 'numbers'> = NonNullable<InstanceSpec[Key]>[number];

interface QueueParts {
  readonly hours: readonly HoursOfOperation[];
  readonly whispers: Whispers;
  readonly flowNamed: (name: string, path: Path) => FlowId | null;
  readonly faults: DraftFaults;
}

function makeQueue(spec: Of<'queues'>, before: QueueConfig | null, path: Path, { hours, whispers, flowNamed, faults }: QueueParts): QueueConfig {
  return {
    id: before?.id ?? (idFromName('queue', spec.name) as QueueId),
    name: spec.name,
    hoursId: given(spec.hours, before?.hoursId ?? null, (name) => faults.find(hours, byName, name, 'set of hours', [...path, 'hours'])?.id ?? null),
    status: spec.status ?? before?.status ?? 'ENABLED',
    maxContacts: spec.maxContacts === undefined ? (before?.maxContacts ?? null) : spec.maxContacts,
    outboundCallerId: given(spec.outboundCallerId, before?.outboundCallerId ?? null, asE164),
    outboundCallerIdName: spec.outboundCallerIdName === undefined ? (before?.outboundCallerIdName ?? null) : spec.outboundCallerIdName,
    outboundWhisperFlowId: whispers.flowFor(spec.outboundWhisper, before?.outboundWhisperFlowId ?? null, `${spec.name} outbound whisper`, 'OUTBOUND_WHISPER', [...path, 'outboundWhisper']),
    customerQueueFlowId: given(spec.customerQueueFlow, before?.customerQueueFlowId ?? null, (name) => flowNamed(name, [...path, 'customerQueueFlow'])),
    agentWhisperFlowId: whispers.flowFor(spec.agentWhisper, before?.agentWhisperFlowId ?? null, `${spec.name} agent whisper`, 'AGENT_WHISPER', [...path, 'agentWhisper']),
  };
}

function makeProfile(spec: Of<'routingProfiles'>, before: RoutingProfile | null, path: Path, queueNamed: (name: string, path: Path) => QueueId | null): RoutingProfile {
  const entries = spec.queues?.flatMap(({ queue, priority, delaySeconds }, index) => {
    const queueId = queueNamed(queue, [...path, 'queues', index, 'queue']);
    return queueId === null ? [] : [{ queueId, priority: priority ?? 1, delayMs: seconds(delaySeconds ?? 0) }];
  });
  return {
    id: before?.id ?? (idFromName('routing-profile', spec.name) as RoutingProfileId),
    name: spec.name,
    entries: entries ?? before?.entries ?? [],
    defaultOutboundQueueId: given(spec.defaultOutboundQueue, before?.defaultOutboundQueueId ?? null, (name) => queueNamed(name, [...path, 'defaultOutboundQueue'])),
    agentAvailabilityTimer: spec.agentAvailabilityTimer ?? before?.agentAvailabilityTimer ?? 'TIME_SINCE_LAST_ACTIVITY',
  };
}

function makeStatus(spec: Of<'statuses'>, before: AgentStatus | null): AgentStatus {
  const state = spec.state ?? before?.state;
  return { id: before?.id ?? (idFromName('status', spec.name) as StatusId), name: spec.name, type: spec.type ?? before?.type ?? 'CUSTOM', ...(state && { state }) };
}

function makePrompt(spec: Of<'prompts'>, before: Prompt | null): Prompt {
  const text = spec.say ?? before?.text ?? '';
  return { id: before?.id ?? (idFromName('prompt', spec.name) as PromptId), name: spec.name, text, durationMs: seconds(spec.seconds), kind: spec.kind ?? before?.kind ?? (text === '' ? 'music' : 'speech') };
}

function makeAgent(spec: Of<'agents'>, before: AgentConfig | null, path: Path, profiles: readonly RoutingProfile[], faults: DraftFaults): AgentConfig | null {
  const only = profiles.length === 1 ? profiles[0] : undefined;
  const profileId = spec.routingProfile === undefined ? (before?.routingProfileId ?? only?.id) : faults.find(profiles, byName, spec.routingProfile, 'routing profile', [...path, 'routingProfile'])?.id;
  if (profileId === undefined) {
    if (spec.routingProfile === undefined) faults.add([...path, 'routingProfile'], `"${spec.username}" needs a routing profile.`);
    return null;
  }
  const { callbackAfterContactWorkSeconds: callbackWork, afterContactWorkSeconds: work } = spec;
  return {
    id: before?.id ?? (idFromName('agent', spec.username) as AgentId),
    username: spec.username,
    firstName: spec.firstName ?? before?.firstName ?? spec.username.charAt(0).toUpperCase() + spec.username.slice(1),
    lastName: spec.lastName ?? before?.lastName ?? '',
    routingProfileId: profileId,
    afterContactWorkMs: work === undefined ? (before?.afterContactWorkMs ?? seconds(0)) : seconds(work),
    callbackAfterContactWorkMs: given(callbackWork, before?.callbackAfterContactWorkMs ?? null, seconds),
    autoAccept: spec.autoAccept ?? before?.autoAccept ?? false,
    callbackAutoAccept: spec.callbackAutoAccept ?? before?.callbackAutoAccept ?? false,
  };
}

function makeCallback(spec: InstanceSpec['callback'], before: CallbackSettings | null, { whispers, queueNamed }: { readonly whispers: Whispers; readonly queueNamed: (name: string, path: Path) => QueueId | null }): CallbackSettings | null {
  if (spec === undefined) return before;
  if (spec === null) return null;
  return {
    queueId: given(spec.queue, before?.queueId ?? null, (name) => queueNamed(name, ['callback', 'queue'])),
    initialDelayMs: spec.initialDelaySeconds === undefined ? (before?.initialDelayMs ?? seconds(0)) : seconds(spec.initialDelaySeconds),
    retries: spec.retries ?? before?.retries ?? 0,
    retryDelayMs: spec.retryDelaySeconds === undefined ? (before?.retryDelayMs ?? seconds(600)) : seconds(spec.retryDelaySeconds),
    callerId: given(spec.callerId, before?.callerId ?? null, asE164),
    agentWhisperFlowId: whispers.flowFor(spec.agentWhisper, before?.agentWhisperFlowId ?? null, 'Callback agent whisper', 'AGENT_WHISPER', ['callback', 'agentWhisper']),
  };
}

function makeDefaults(spec: InstanceSpec['defaultFlows'], before: Instance['defaultFlows'], flows: readonly FlowResource[], faults: DraftFaults): Instance['defaultFlows'] {
  const found = Object.entries(spec ?? {}).flatMap(([type, name]) => {
    const flow = name === undefined ? null : faults.find(flows, byName, name, 'flow', ['defaultFlows', type]);
    if (flow !== null && flow.type !== type) faults.add(['defaultFlows', type], `"${flow.name}" is of the type ${flow.type}.`);
    return flow === null ? [] : [[type, flow.id] as const];
  });
  return { ...before, ...Object.fromEntries(found) };
}

function makePolicy(spec: NonNullable<InstanceSpec['policy']>, before: Policy): Policy {
  const { offerSeconds, ringSeconds, whisperMaxSeconds, callbackLifeSeconds, routingChangeLagSeconds, ...switches } = spec;
  const span = (given: number | undefined, kept: Policy['offerMs']): Policy['offerMs'] => (given === undefined ? kept : seconds(given));
  return {
    ...before,
    // The switches have the engine's own names and values; those that are absent keep what was.
    ...(Object.fromEntries(Object.entries(switches).filter(([, value]) => value !== undefined)) as Partial<Policy>),
    offerMs: span(offerSeconds, before.offerMs),
    ringMs: span(ringSeconds, before.ringMs),
    whisperMaxMs: span(whisperMaxSeconds, before.whisperMaxMs),
    callbackLifeMs: span(callbackLifeSeconds, before.callbackLifeMs),
    routingChangeLagMs: span(routingChangeLagSeconds, before.routingChangeLagMs),
  };
}

/** Absent keeps what was, null takes it away, anything else is read. */
function given<Given, Kept>(value: Given | null | undefined, before: Kept | null, read: (value: Given) => Kept | null): Kept | null {
  return value === undefined ? before : value === null ? null : read(value);
}

/** Things of the first list, those of the second in place of their namesakes. */
function joined<Thing extends { readonly name: string }>(first: readonly Thing[], second: readonly Thing[]): readonly Thing[] {
  return [...new Map([...first, ...second].map((thing) => [thing.name, thing])).values()];
}
