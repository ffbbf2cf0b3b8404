/*
 * What a flow has from elsewhere: modules, Lambda functions, a flow for the customer whom the agent has left, flows for quick
 * connects. Nothing is drawn for centers that have none of it, so that older runs mean what they meant.
 */
import { seconds } from '../core/time.ts';
import type { FlowModule, FlowResource, Instance, LambdaMock } from '../tenant/model.ts';
import type { Chance } from './chance.ts';
import { anyQueue, callback, flow, flowId, type Action } from './flow-builder.ts';
import type { SwarmOptions } from './options.ts';

const MODULE = 'module';
const ASK = 'arn:aws:lambda:us-east-1:123456789012:function:ask';

/** What callers go through first, some of them, in a center that has such things: a module, a function, the hook for when they remain. */
export function beforeTheQueue({ modules, remaining }: SwarmOptions): readonly Action[] {
  if (!modules && !remaining) return [];
  const begin = remaining ? 'remain' : 'die';
  return [
    { id: 'enter', type: 'DistributeByPercentage', on: modules ? { 'NumberLessThan 25': 'module', 'NumberLessThan 50': 'function' } : {}, errors: { NoMatchingCondition: begin } },
    { id: 'module', type: 'InvokeFlowModule', with: { FlowModuleId: MODULE }, next: begin, errors: { NoMatchingError: 'bye' } },
    { id: 'function', type: 'InvokeLambdaFunction', with: { LambdaFunctionARN: ASK, InvocationTimeLimitSeconds: '3' }, next: begin, errors: { NoMatchingError: 'die' } },
    { id: 'remain', type: 'UpdateContactEventHooks', with: { EventHooks: { CustomerRemaining: flowId('remaining') } }, next: 'die', errors: { NoMatchingError: 'die' } },
  ];
}

/** The flows that come with it. */
export function outsideFlows(chance: Chance, options: SwarmOptions): readonly FlowResource[] {
  return [...(options.remaining ? [remaining(chance, options)] : []), ...(options.transferFlows ? [toQueue(chance), toAgent(chance)] : [])];
}

/** Which flows decide about quick connects. */
export function transferDefaults(chance: Chance, { transferFlows }: SwarmOptions): Instance['defaultFlows'] {
  if (!transferFlows) return {};
  return { ...(chance.flip(0.8) ? { AGENT_TRANSFER: flowId('to agent') } : {}), ...(chance.flip(0.8) ? { QUEUE_TRANSFER: flowId('to queue') } : {}) };
}

/** Asks a function, speaks, and goes as deep into itself as modules may. */
export function modulesOf(chance: Chance, { modules }: SwarmOptions): readonly FlowModule[] {
  if (!modules) return [];
  return [flow(MODULE, 'CONTACT_FLOW', [
    { id: 'ask', type: 'InvokeLambdaFunction', with: { LambdaFunctionARN: ASK }, next: 'say', errors: { NoMatchingError: chance.flip(0.5) ? 'say' : 'back' } },
    { id: 'say', type: 'MessageParticipant', with: { Text: 'Hello $.External.name' }, next: chance.flip(0.3) ? 'again' : 'back' },
    { id: 'again', type: 'InvokeFlowModule', with: { FlowModuleId: MODULE }, next: 'back', errors: { NoMatchingError: 'back' } },
    { id: 'back', type: 'EndFlowModuleExecution' },
  ])];
}

/** One function, which answers, fails or never does, at once or too late. */
export function lambdasOf(chance: Chance, { modules }: SwarmOptions): readonly LambdaMock[] {
  if (!modules) return [];
  const answer = chance.pick<LambdaMock['answer']>([{ kind: 'returns', json: { name: 'John' } }, { kind: 'returns', json: {} }, { kind: 'fails', error: 'no such customer' }, { kind: 'timesOut' }]);
  return [{ arn: ASK, name: 'ask', delayMs: seconds(chance.pick([0, 0, 1, 5])), answer }];
}

/** Asks whoever is left how it was, queues them again, promises a callback, hangs up or just ends. */
function remaining(chance: Chance, options: SwarmOptions): FlowResource {
  return flow('remaining', 'CONTACT_FLOW', [
    { id: 'say', type: 'MessageParticipant', with: { Text: chance.flip(0.3) ? '' : 'How was it?' }, next: chance.pick(['menu', 'ask', 'target', 'bye', 'end']) },
    { id: 'menu', type: 'GetParticipantInput', with: { Text: 'Press 1.', StoreInput: 'False', InputTimeLimitSeconds: '5' }, on: { 'Equals 1': 'ask', 'Equals 2': 'target' }, errors: { InputTimeLimitExceeded: 'bye', NoMatchingCondition: 'bye', NoMatchingError: 'bye' } },
    { id: 'target', type: 'UpdateContactTargetQueue', with: { QueueId: anyQueue(chance, options) }, next: 'go', errors: { NoMatchingError: 'go' } },
    { id: 'go', type: 'TransferContactToQueue', errors: { QueueAtCapacity: 'bye', NoMatchingError: 'bye' } },
    callback(chance, options, 'ask'),
    { id: 'bye', type: 'DisconnectParticipant' },
    { id: 'end', type: 'EndFlowExecution' },
  ]);
}

/** As Amazon ships it, but for what is drawn. */
function toQueue(chance: Chance): FlowResource {
  return flow('to queue', 'QUEUE_TRANSFER', [
    { id: 'hours', type: 'CheckHoursOfOperation', on: { 'Equals True': 'staffed', 'Equals False': chance.flip(0.5) ? 'bye' : 'say' }, errors: { NoMatchingError: 'say' } },
    { id: 'staffed', type: 'CheckMetricData', with: { MetricType: 'NumberOfAgentsStaffed' }, on: { 'NumberGreaterThan 0': 'say' }, errors: { NoMatchingCondition: 'bye', NoMatchingError: 'bye' } },
    { id: 'say', type: 'MessageParticipant', with: { Text: chance.flip(0.3) ? '' : 'Now transferring your call.' }, next: 'go' },
    { id: 'go', type: chance.flip(0.1) ? 'TransferContactToAgent' : 'TransferContactToQueue', errors: { QueueAtCapacity: 'bye', NoMatchingError: 'bye' } },
    { id: 'bye', type: 'DisconnectParticipant' },
  ]);
}

function toAgent(chance: Chance): FlowResource {
  return flow('to agent', 'AGENT_TRANSFER', [
    { id: 'say', type: 'MessageParticipant', with: { Text: chance.flip(0.3) ? '' : 'Transferring.' }, next: 'go' },
    { id: 'go', type: chance.flip(0.2) ? 'TransferContactToQueue' : 'TransferContactToAgent', errors: { QueueAtCapacity: 'bye' } },
    { id: 'bye', type: 'DisconnectParticipant' },
  ]);
}
