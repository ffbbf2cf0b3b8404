import { idFromName } from '../core/ids.ts';
import type { FlowType } from '../flow/model.ts';
import type { FlowResource } from '../tenant/model.ts';
import type { Chance } from './chance.ts';
import { anyQueue, callback, flow, flowId, type Action } from './flow-builder.ts';
import { beforeTheQueue, outsideFlows } from './outside-flows.ts';
import type { SwarmOptions } from './options.ts';

/** The flows of a random center. `variant` 0 is the first content of each; others replace it while contacts run in it. */
export function flowsOf(chance: Chance, options: SwarmOptions, variant: number): readonly FlowResource[] {
  return [
    inbound(chance, options, 'inbound a'),
    inbound(chance, options, 'inbound b'),
    interruptible(chance, options, variant),
    moving(chance, options),
    creation(chance, options),
    speaking('agent whisper', 'AGENT_WHISPER', lengthOf(chance, options)),
    speaking('customer whisper', 'CUSTOMER_WHISPER', lengthOf(chance, options)),
    outbound(chance, options),
    looping('hold', 'CUSTOMER_HOLD'),
    looping('agent hold', 'AGENT_HOLD'),
    ...(options.loopingFlows ? [restless()] : []),
    ...outsideFlows(chance, options),
  ];
}

/** Names a queue, sometimes changes its place in line, then waits there; when it is full asks for a callback at once. */
function inbound(chance: Chance, options: SwarmOptions, name: string): FlowResource {
  const hook = chance.pick(['interruptible', 'moving', 'hold']);
  const percent = chance.int(1, 100);
  return flow(name, 'CONTACT_FLOW', [
    ...beforeTheQueue(options),
    ...(chance.flip(0.3) ? [{ id: 'hello', type: 'MessageParticipant', with: { Text: 'Welcome.' }, next: 'die' }] : []),
    ...(chance.flip(0.2) ? asks(chance, options) : []),
    { id: 'die', type: 'DistributeByPercentage', on: { [`NumberLessThan ${percent}`]: 'one' }, errors: { NoMatchingCondition: 'other' } },
    { id: 'one', type: 'UpdateContactTargetQueue', with: { QueueId: anyQueue(chance, options) }, next: 'rank', errors: { NoMatchingError: 'bye' } },
    { id: 'other', type: 'UpdateContactTargetQueue', with: { QueueId: anyQueue(chance, options) }, next: chance.flip(0.3) ? 'hook' : 'go', errors: { NoMatchingError: 'bye' } },
    { id: 'rank', type: 'UpdateContactRoutingBehavior', with: chance.flip(0.5) ? { QueuePriority: String(chance.int(1, 9)) } : { QueueTimeAdjustmentSeconds: String(chance.int(-90, 90)) }, next: 'go' },
    { id: 'hook', type: 'UpdateContactEventHooks', with: { EventHooks: { [hook === 'hold' ? 'CustomerHold' : 'CustomerQueue']: flowId(hook) } }, next: 'go', errors: { NoMatchingError: 'go' } },
    { id: 'go', type: 'TransferContactToQueue', errors: { QueueAtCapacity: chance.flip(0.5) ? 'ask' : 'bye', NoMatchingError: 'bye' } },
    callback(chance, options, 'ask'),
    { id: 'bye', type: 'DisconnectParticipant' },
  ]);
}

/** Looks at the hours and at a queue, and asks for a callback where they are bad. */
function asks(chance: Chance, options: SwarmOptions): readonly Action[] {
  const type = chance.pick(['NumberOfAgentsAvailable', 'OldestContactInQueueAgeSeconds', 'NumberOfContactsInQueue']);
  const when = type === 'NumberOfAgentsAvailable' ? 'NumberGreaterThan 0' : `NumberGreaterThan ${chance.pick([0, 3, 60_000])}`;
  return [
    { id: 'hours', type: 'CheckHoursOfOperation', with: { HoursOfOperationId: idFromName('hours', 'Office') }, on: { 'Equals True': 'busy', 'Equals False': 'ask' }, errors: { NoMatchingError: 'busy' } },
    { id: 'busy', type: 'CheckMetricData', with: { MetricType: type, QueueId: anyQueue(chance, options) }, on: { [when]: type === 'NumberOfAgentsAvailable' ? 'die' : 'ask' }, errors: { NoMatchingCondition: 'die', NoMatchingError: 'die' } },
  ];
}

/** Music, interrupted to offer a callback: the sample flow of the spec (scenario 26). */
function interruptible(chance: Chance, options: SwarmOptions, variant: number): FlowResource {
  return flow('interruptible', 'CUSTOMER_QUEUE', [
    { id: `music${variant}`, type: 'MessageParticipantIteratively', with: { Messages: [{ Text: 'Please hold.' }], InterruptFrequencySeconds: String(chance.pick([30, 300, 300, 300])) }, on: { 'Equals MessagesInterrupted': 'menu' }, errors: { NoMatchingError: 'end' } },
    { id: 'menu', type: 'GetParticipantInput', with: { Text: 'Press 1.', StoreInput: 'False', InputTimeLimitSeconds: '5' }, on: { 'Equals 1': 'ask', 'Equals 2': 'number', 'Equals 3': 'bye' }, errors: { InputTimeLimitExceeded: 'end', NoMatchingCondition: 'end', NoMatchingError: 'end' } },
    { id: 'number', type: 'GetParticipantInput', with: { Text: 'Your number?', StoreInput: 'True', InputTimeLimitSeconds: '5', InputValidation: { PhoneNumberValidation: { NumberFormat: 'Local', CountryCode: 'US' } } }, next: 'set', errors: { InvalidPhoneNumber: 'menu', NoMatchingError: 'end' } },
    { id: 'set', type: 'UpdateContactCallbackNumber', with: { CallbackNumber: '$.StoredCustomerInput' }, next: 'ask', errors: { InvalidCallbackNumber: 'menu', CallbackNumberNotDialable: 'menu' } },
    callback(chance, options, 'ask'),
    { id: 'bye', type: 'DisconnectParticipant' },
    { id: 'end', type: 'EndFlowExecution' },
  ]);
}

/** Waits a while, then moves the contact to another queue, once. */
function moving(chance: Chance, options: SwarmOptions): FlowResource {
  // Some move on and on, as far as the chain of contacts goes.
  const restlessly = chance.flip(0.15);
  return flow('moving', 'CUSTOMER_QUEUE', [
    ...(restlessly ? [{ id: 'again', type: 'UpdateContactAttributes', with: { Attributes: { moved: 'often' } }, next: 'wait' }] : []),
    { id: 'been', type: 'Compare', with: { ComparisonValue: '$.Attributes.moved' }, on: { 'Equals yes': 'stay' }, errors: { NoMatchingCondition: 'mark' } },
    { id: 'mark', type: 'UpdateContactAttributes', with: { Attributes: { moved: 'yes' } }, next: 'wait' },
    { id: 'wait', type: 'Wait', with: { TimeLimitSeconds: String(chance.pick([0, 1, 20, 60])) }, on: { 'Equals WaitCompleted': 'move' }, errors: { NoMatchingError: 'stay' } },
    { id: 'move', type: 'DequeueContactAndTransferToQueue', with: { QueueId: anyQueue(chance, options) }, errors: { QueueAtCapacity: 'stay', NoMatchingError: 'stay' } },
    { id: 'stay', type: 'EndFlowExecution' },
  ]);
}

/** Runs when a callback is created: drops some, forgets to queue others, moves the rest into a queue flow. */
function creation(chance: Chance, options: SwarmOptions): FlowResource {
  return flow('creation', 'CONTACT_FLOW', [
    { id: 'die', type: 'DistributeByPercentage', on: { 'NumberLessThan 20': 'bye', 'NumberLessThan 40': 'end', 'NumberLessThan 60': 'target' }, errors: { NoMatchingCondition: 'hook' } },
    { id: 'target', type: 'UpdateContactTargetQueue', with: { QueueId: anyQueue(chance, options) }, next: 'go', errors: { NoMatchingError: 'go' } },
    { id: 'hook', type: 'UpdateContactEventHooks', with: { EventHooks: { CustomerQueue: flowId('moving') } }, next: 'go', errors: { NoMatchingError: 'go' } },
    { id: 'go', type: 'TransferContactToQueue', errors: { QueueAtCapacity: 'bye', NoMatchingError: 'bye' } },
    { id: 'bye', type: 'DisconnectParticipant' },
    { id: 'end', type: 'EndFlowExecution' },
  ]);
}

/** Speaks nothing for ever: prompts that take no time, in a circle. */
function restless(): FlowResource {
  return flow('restless', 'CUSTOMER_QUEUE', [
    { id: 'say', type: 'MessageParticipant', with: { Text: '$.Attributes.nothing' }, next: 'again' },
    { id: 'again', type: 'MessageParticipant', with: { Text: '' }, next: 'say' },
  ]);
}

function outbound(chance: Chance, options: SwarmOptions): FlowResource {
  const seconds = lengthOf(chance, options);
  return flow('outbound whisper', 'OUTBOUND_WHISPER', [
    { id: 'note', type: 'UpdateContactAttributes', with: { Attributes: { called: 'yes' } }, next: seconds > 0 ? 'say' : 'end' },
    { id: 'say', type: 'MessageParticipant', with: { Text: textOf(seconds) }, next: 'end' },
    { id: 'end', type: 'EndFlowExecution' },
  ]);
}

function speaking(name: string, type: FlowType, seconds: number): FlowResource {
  return flow(name, type, [
    { id: 'say', type: 'MessageParticipant', with: { Text: textOf(seconds) }, next: 'end' },
    { id: 'end', type: 'EndFlowExecution' },
  ]);
}

function looping(name: string, type: FlowType): FlowResource {
  return flow(name, type, [{ id: 'music', type: 'MessageParticipantIteratively', with: { Messages: [{ Text: 'Music.' }] } }]);
}

/** Seconds a whisper takes; beyond 120 it is cut off (spec §1.6). */
function lengthOf(chance: Chance, { whispers }: SwarmOptions): number {
  if (whispers === 'none') return 0;
  return whispers === 'short' ? chance.int(0, 15) : chance.pick([1, 60, 119, 120, 121, 130]);
}

/** Text that takes this long to say, at fifteen characters a second. */
const textOf = (seconds: number): string => 'x'.repeat(seconds * 15);
