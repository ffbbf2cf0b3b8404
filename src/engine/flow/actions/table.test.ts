import { describe, expect, test } from 'vitest';
import { aFlow, baseRig, ids, type PlainAction } from '../../../testing/builders.ts';
import { CenterDriver } from '../../../testing/center-driver.ts';
import { seconds } from '../../core/time.ts';
import type { CenterEvent } from '../../event.ts';
import type { Instance } from '../../tenant/model.ts';
import { actionTypes, rowOf } from '../catalogue.ts';
import type { FlowType } from '../model.ts';

const JOHN = '+12065550142';
const LAMBDA = 'arn:aws:lambda:us-east-1:1:function:ask';

/** One action in one situation: which way it takes, and what has happened by then. */
interface Row {
  readonly type: string;
  readonly when: string;
  readonly with?: object;
  /** Conditions the action branches by: operator, operand. */
  readonly on?: readonly (readonly [string, string])[];
  /** In which flow it stands; an inbound one unless told. */
  readonly in?: FlowType | 'MODULE';
  readonly before?: readonly PlainAction[];
  readonly rig?: (rig: Instance) => Partial<Instance>;
  /** Seconds that pass, and keys that are pressed, once it is reached. */
  readonly goes?: readonly (number | string)[];
  /** The branch taken; `ended: …` where the flow is over, `waits` where it still stands there. */
  readonly branch: string;
  readonly facts?: readonly string[];
}

const setQueue = (name: string): PlainAction => ({ Identifier: '', Type: 'UpdateContactTargetQueue', Parameters: { QueueId: name } });
const store = (value: string): PlainAction => ({ Identifier: '', Type: 'UpdateContactAttributes', Parameters: { Attributes: { value } } });
const full = (rig: Instance): Partial<Instance> => ({ queues: rig.queues.map((queue) => ({ ...queue, maxContacts: 0 })) });
const aModule = (rig: Instance): Partial<Instance> => ({ modules: [{ ...aFlow('sub', 'CONTACT_FLOW', [{ Identifier: 'back', Type: 'EndFlowModuleExecution' }]), id: ids.flow('sub') }], flows: rig.flows });
const answers = (returns: Instance['lambdas'][number]['answer'], delay = 0) => (): Partial<Instance> => ({ lambdas: [{ arn: LAMBDA, name: 'ask', delayMs: seconds(delay), answer: returns }] });
const fault = 'flow.faulted';
const wait = 'flow.waiting';

/** What this center cannot do takes the error branch and says so. */
const notRun = (...types: readonly string[]): readonly Row[] => types.map((type) => ({ type, when: 'reached by a voice contact', branch: 'NoMatchingError', facts: [fault] }));

const rows: readonly Row[] = [
  { type: 'MessageParticipant', when: 'the text is over', with: { Text: 'Hello' }, goes: [1], branch: 'NextAction', facts: [wait] },
  { type: 'MessageParticipant', when: 'the prompt still plays', with: { PromptId: 'agent whisper' }, goes: [9.9], branch: 'waits', facts: [wait] },
  { type: 'MessageParticipant', when: 'audio outside the instance is named: five seconds stand for it', with: { Media: { Uri: 's3://bucket/hello.wav', SourceType: 'S3', MediaType: 'Audio' } }, goes: [5], branch: 'NextAction', facts: [wait] },
  { type: 'MessageParticipant', when: 'there is nothing to play', branch: 'NoMatchingError', facts: [fault] },
  { type: 'MessageParticipantIteratively', when: 'an interruption is due', in: 'CUSTOMER_QUEUE', with: { Messages: [{ Text: 'Wait.' }], InterruptFrequencySeconds: '30' }, on: [['Equals', 'MessagesInterrupted']], goes: [30], branch: 'MessagesInterrupted', facts: [wait] },
  { type: 'MessageParticipantIteratively', when: 'nothing interrupts it', in: 'CUSTOMER_QUEUE', with: { Messages: [{ PromptId: 'agent whisper' }] }, goes: [3600], branch: 'waits', facts: [wait] },
  { type: 'MessageParticipantIteratively', when: 'none of its messages can be played', in: 'CUSTOMER_QUEUE', with: { Messages: [{}] }, branch: 'NoMatchingError', facts: [fault] },
  { type: 'GetParticipantInput', when: 'the key of a branch is pressed during the prompt', with: { Text: 'Press 1', StoreInput: 'False', InputTimeLimitSeconds: '5' }, on: [['Equals', '1']], goes: ['1'], branch: '1', facts: [wait, 'line.keyed'] },
  { type: 'GetParticipantInput', when: 'another key is pressed', with: { Text: 'Press 1', StoreInput: 'False' }, on: [['Equals', '1']], goes: ['2'], branch: 'NoMatchingCondition', facts: [wait, 'line.keyed'] },
  { type: 'GetParticipantInput', when: 'no key is pressed', with: { Text: 'Press 1', StoreInput: 'False', InputTimeLimitSeconds: '5' }, on: [['Equals', '1']], goes: [6], branch: 'InputTimeLimitExceeded', facts: [wait] },
  { type: 'GetParticipantInput', when: 'a number is keyed', with: { StoreInput: 'True', InputValidation: { PhoneNumberValidation: { NumberFormat: 'Local', CountryCode: 'US' } } }, goes: ['2065550142#'], branch: 'NextAction', facts: [wait, 'line.keyed', ...Array.from({ length: 10 }, () => 'flow.keyHeard'), 'contact.inputStored'] },
  { type: 'GetParticipantInput', when: 'what is keyed is no number', with: { StoreInput: 'True', InputValidation: { PhoneNumberValidation: { NumberFormat: 'Local', CountryCode: 'US' } } }, goes: ['55#'], branch: 'InvalidPhoneNumber', facts: [wait, 'line.keyed', 'flow.keyHeard', 'flow.keyHeard', 'contact.inputStored'] },
  { type: 'GetParticipantInput', when: 'as many keys as fit are pressed', with: { StoreInput: 'True', InputValidation: { CustomValidation: { MaximumLength: '2' } } }, goes: ['12'], branch: 'NextAction', facts: [wait, 'line.keyed', 'flow.keyHeard', 'contact.inputStored'] },
  { type: 'GetParticipantInput', when: 'an entry is asked for and none comes', with: { StoreInput: 'True', InputTimeLimitSeconds: '4', InputValidation: { CustomValidation: { MaximumLength: '2' } } }, goes: [4], branch: 'NextAction', facts: [wait, 'contact.inputStored'] },
  { type: 'Wait', when: 'the time is over', with: { TimeLimitSeconds: '60' }, on: [['Equals', 'WaitCompleted']], goes: [60], branch: 'WaitCompleted', facts: [wait] },
  { type: 'Wait', when: 'the time is more than a week', with: { TimeoutSeconds: '700000' }, branch: 'NoMatchingError', facts: [fault] },
  { type: 'DisconnectParticipant', when: 'reached', branch: 'ended: disconnected' },
  { type: 'EndFlowExecution', when: 'reached', branch: 'ended: ended' },

  { type: 'UpdateContactCallbackNumber', when: 'the number may be dialed', before: [store('+12065550142')], with: { CallbackNumber: '$.Attributes.value' }, branch: 'NextAction', facts: ['contact.callbackNumberSet'] },
  { type: 'UpdateContactCallbackNumber', when: 'it is no number', before: [store('Timeout')], with: { CallbackNumber: '$.Attributes.value' }, branch: 'InvalidCallbackNumber' },
  { type: 'UpdateContactCallbackNumber', when: 'it may not be dialed', before: [store('+447700900123')], with: { CallbackNumber: '$.Attributes.value' }, branch: 'CallbackNumberNotDialable' },
  { type: 'CreateCallbackContact', when: 'the queue has room', with: { QueueId: 'CallbackQueue', InitialCallDelaySeconds: '99', MaximumConnectionAttempts: '2', RetryDelaySeconds: '600' }, branch: 'NextAction', facts: ['callback.requested', 'contact.created'] },
  { type: 'CreateCallbackContact', when: 'the queue is full', with: { QueueId: 'CallbackQueue' }, rig: full, branch: 'NoMatchingError', facts: [fault] },
  { type: 'CreateCallbackContact', when: 'no queue is known', branch: 'NoMatchingError', facts: [fault] },
  { type: 'CreateCallbackContact', when: 'the creation flow is not known', with: { QueueId: 'CallbackQueue', ContactFlowId: 'nowhere' }, branch: 'NoMatchingError', facts: [fault] },
  { type: 'CreateCallbackContact', when: 'the creation flow is a whisper', with: { QueueId: 'CallbackQueue', ContactFlowId: 'outbound whisper' }, branch: 'NoMatchingError', facts: [fault] },
  { type: 'CompleteOutboundCall', when: 'the customer has not picked up', in: 'OUTBOUND_WHISPER', with: { CallerId: { Number: '+18005550177' } }, branch: 'waits', facts: [wait, 'contact.dialing', 'callback.attempted', 'line.opened +18005550177', 'agent.slotSet'] },
  { type: 'CompleteOutboundCall', when: 'it names no caller ID', in: 'OUTBOUND_WHISPER', branch: 'waits', facts: [wait, 'contact.dialing', 'callback.attempted', 'line.opened +18005550199', 'agent.slotSet'] },
  { type: 'CompleteOutboundCall', when: 'its caller ID is no number: it has no error branch', in: 'OUTBOUND_WHISPER', with: { CallerId: { Number: 'Sales' } }, branch: 'NoMatchingError', facts: [fault] },

  { type: 'UpdateContactTargetQueue', when: 'the queue is known', with: { QueueId: 'InboundQueue' }, branch: 'NextAction', facts: ['contact.queueTargeted'] },
  { type: 'UpdateContactTargetQueue', when: 'an agent is named', with: { AgentId: 'ana' }, branch: 'NextAction', facts: ['contact.queueTargeted'] },
  { type: 'UpdateContactTargetQueue', when: 'the queue is not known', with: { QueueId: 'Nowhere' }, branch: 'NoMatchingError', facts: [fault] },
  { type: 'TransferContactToAgent', when: 'an agent is set, who is free', in: 'AGENT_TRANSFER', before: [{ Identifier: '', Type: 'UpdateContactTargetQueue', Parameters: { AgentId: 'ana' } }], branch: 'ended: transferred', facts: ['contact.enqueued'] },
  { type: 'TransferContactToAgent', when: 'no agent is set', in: 'QUEUE_TRANSFER', before: [setQueue('InboundQueue')], branch: 'NoMatchingError', facts: [fault] },
  { type: 'TransferContactToAgent', when: 'nobody is set', in: 'AGENT_TRANSFER', branch: 'NoMatchingError', facts: [fault] },
  { type: 'TransferContactToAgent', when: 'the flow is no transfer', branch: 'NoMatchingError', facts: [fault] },
  { type: 'TransferContactToQueue', when: 'there is room', before: [setQueue('InboundQueue')], branch: 'ended: transferred', facts: ['contact.enqueued'] },
  { type: 'TransferContactToQueue', when: 'the queue is full', before: [setQueue('InboundQueue')], rig: full, branch: 'QueueAtCapacity' },
  { type: 'TransferContactToQueue', when: 'no queue is set', branch: 'NoMatchingError', facts: [fault] },
  { type: 'DequeueContactAndTransferToQueue', when: 'there is room elsewhere', in: 'CUSTOMER_QUEUE', with: { QueueId: 'CallbackQueue' }, branch: 'ended: taken', facts: ['contact.created', 'line.moved', 'contact.dequeued', 'contact.enqueued'] },
  { type: 'DequeueContactAndTransferToQueue', when: 'the other queue is full', in: 'CUSTOMER_QUEUE', with: { QueueId: 'CallbackQueue' }, rig: (rig) => ({ queues: rig.queues.map((queue) => (queue.name === 'CallbackQueue' ? { ...queue, maxContacts: 0 } : queue)) }), branch: 'QueueAtCapacity' },
  { type: 'UpdateContactRoutingBehavior', when: 'a priority is given', with: { QueuePriority: '1' }, branch: 'NextAction', facts: ['contact.routingChanged'] },
  { type: 'UpdateContactRoutingBehavior', when: 'the adjustment is beyond all time', with: { QueueTimeAdjustmentSeconds: '1e308' }, branch: 'NoMatchingError', facts: [fault] },
  { type: 'CheckHoursOfOperation', when: 'the hours are open', with: { HoursOfOperationId: 'Always' }, on: [['Equals', 'True'], ['Equals', 'False']], branch: 'True' },
  { type: 'CheckHoursOfOperation', when: 'there are no hours to ask', on: [['Equals', 'True'], ['Equals', 'False']], branch: 'NoMatchingError', facts: [fault] },
  { type: 'CheckMetricData', when: 'the condition holds', with: { MetricType: 'NumberOfContactsInQueue', QueueId: 'InboundQueue' }, on: [['NumberLessThan', '1']], branch: '0' },
  { type: 'CheckMetricData', when: 'the condition does not hold', with: { MetricType: 'NumberOfAgentsAvailable', QueueId: 'InboundQueue' }, on: [['NumberGreaterThan', '0']], branch: 'NoMatchingCondition' },
  { type: 'CheckMetricData', when: 'the queue of an agent is asked', with: { MetricType: 'NumberOfContactsInQueue', AgentId: 'ana' }, on: [['Equals', '0']], branch: '0' },
  { type: 'CheckMetricData', when: 'there is no queue to ask', with: { MetricType: 'NumberOfContactsInQueue' }, on: [['Equals', '0']], branch: 'NoMatchingError', facts: [fault] },
  { type: 'GetMetricData', when: 'the queue is known', with: { QueueId: 'InboundQueue' }, branch: 'NextAction', facts: ['flow.noted'] },
  { type: 'GetMetricData', when: 'there is no queue to ask', branch: 'NoMatchingError', facts: [fault] },

  { type: 'UpdateContactEventHooks', when: 'one hook is set', with: { EventHooks: { CustomerQueue: 'main' } }, branch: 'NextAction', facts: ['contact.hookSet'] },
  { type: 'UpdateContactEventHooks', when: 'two are set at once', with: { EventHooks: { CustomerQueue: 'main', AgentWhisper: 'main' } }, branch: 'NoMatchingError', facts: [fault] },
  { type: 'UpdateContactAttributes', when: 'they fit', with: { Attributes: { case: '42' } }, branch: 'NextAction', facts: ['contact.attributesSet'] },
  { type: 'UpdateContactAttributes', when: 'they take more than 32 KB', with: { Attributes: { text: 'é'.repeat(17_000) } }, branch: 'NoMatchingError', facts: [fault] },
  { type: 'UpdateContactAttributes', when: 'they are meant for a related contact', with: { Attributes: { a: '1' }, TargetContact: 'Related' }, branch: 'NoMatchingError', facts: [fault] },
  { type: 'UpdateFlowAttributes', when: 'they fit', with: { FlowAttributes: { step: { Value: '2' } } }, branch: 'NextAction', facts: ['flow.noted'] },
  { type: 'UpdateFlowAttributes', when: 'they take more than 32 KB', with: { FlowAttributes: { text: { Value: 'x'.repeat(33_000) } } }, branch: 'NoMatchingError', facts: [fault] },
  { type: 'Compare', when: 'a condition holds', before: [store('yes')], with: { ComparisonValue: '$.Attributes.value' }, on: [['Equals', 'no'], ['TextStartsWith', 'y']], branch: 'yes' },
  { type: 'Compare', when: 'it is compared with another attribute', before: [store('yes')], with: { ComparisonValue: 'yes' }, on: [['Equals', '$.Attributes.value']], branch: 'yes' },
  { type: 'Compare', when: 'no condition holds', with: { ComparisonValue: '$.Attributes.value' }, on: [['Equals', 'no']], branch: 'NoMatchingCondition' },
  { type: 'DistributeByPercentage', when: 'every draw is below its bound', on: [['NumberLessThan', '101']], branch: 'any percent', facts: ['flow.looped'] },
  { type: 'Loop', when: 'there are rounds left', with: { LoopCount: '1' }, on: [['Equals', 'ContinueLooping'], ['Equals', 'DoneLooping']], branch: 'ContinueLooping', facts: ['flow.looped'] },
  { type: 'Loop', when: 'none are left', with: { LoopCount: '0' }, on: [['Equals', 'ContinueLooping'], ['Equals', 'DoneLooping']], branch: 'DoneLooping', facts: ['flow.looped'] },
  { type: 'InvokeLambdaFunction', when: 'the function returns', with: { LambdaFunctionARN: LAMBDA }, rig: answers({ kind: 'returns', json: { a: '1' } }), branch: 'NextAction', facts: ['flow.lambdaAnswered'] },
  { type: 'InvokeLambdaFunction', when: 'the function is slow', with: { LambdaFunctionARN: LAMBDA, InvocationTimeLimitSeconds: '2' }, rig: answers({ kind: 'returns', json: {} }, 3), goes: [2], branch: 'NoMatchingError', facts: [wait, 'flow.lambdaAnswered', fault] },
  { type: 'InvokeLambdaFunction', when: 'nobody answers for it', with: { LambdaFunctionARN: LAMBDA }, branch: 'NoMatchingError', facts: [fault] },
  { type: 'InvokeFlowModule', when: 'the module returns', with: { FlowModuleId: 'sub' }, rig: aModule, branch: 'NextAction', facts: ['flow.moduleEntered', 'flow.moduleLeft'] },
  { type: 'InvokeFlowModule', when: 'the module is not known', with: { FlowModuleId: 'sub' }, branch: 'NoMatchingError', facts: [fault] },
  { type: 'EndFlowModuleExecution', when: 'in a module', in: 'MODULE', branch: 'NextAction', facts: ['flow.moduleLeft'] },
  { type: 'EndFlowModuleExecution', when: 'in a flow', branch: 'NoMatchingError', facts: [fault] },
  { type: 'TransferToFlow', when: 'the flow is known', with: { ContactFlowId: 'main' }, branch: 'started: main' },
  { type: 'TransferToFlow', when: 'the flow is not known', with: { ContactFlowId: 'nowhere' }, branch: 'NoMatchingError', facts: [fault] },
  { type: 'UpdateContactTextToSpeechVoice', when: 'reached', with: { TextToSpeechVoice: 'Amy' }, branch: 'NextAction', facts: ['flow.noted'] },
  { type: 'UpdateFlowLoggingBehavior', when: 'reached', with: { FlowLoggingBehavior: 'Enabled' }, branch: 'NextAction' },
  { type: 'UpdateContactRecordingBehavior', when: 'reached', with: { RecordingBehavior: { RecordedParticipants: ['Agent'] } }, branch: 'NextAction' },

  ...notRun(
    'RouteContactToAgent', 'CheckOutboundCallStatus', 'TransferParticipantToThirdParty', 'UpdatePreviousContactParticipantState',
    'ConnectParticipantWithLexBot', 'CreateCase', 'GetCase', 'UpdateCase', 'CreateWisdomSession', 'CreateCustomerProfile', 'GetCustomerProfile',
    'UpdateCustomerProfile', 'GetCustomerProfileObject', 'GetCalculatedAttributesForCustomerProfile', 'AssociateContactToCustomerProfile',
    'CheckSegmentMembership', 'StartVoiceIdStream', 'CheckVoiceId', 'UpdateContactMediaStreamingBehavior', 'UpdateContactMediaProcessing',
    'UpdateContactRecordingAndAnalyticsBehavior', 'LoadContactContent', 'UpdateContactData', 'UpdateRoutingCriteria', 'TagContact', 'UnTagContact',
    'CreatePersistentContactAssociation', 'ShowView', 'SendMessage', 'StartOutboundChatContact', 'StartOutboundEmailContact', 'AuthenticateParticipant',
    'ResumeContact', 'CreateTask',
  ),
];

/** Where a way leads: a wait that lasts, so that the contact stands still there. */
const landing: PlainAction = { Identifier: 'landing', Type: 'Wait', Parameters: { TimeLimitSeconds: '600000' } };
const errorTypes = ['NoMatchingError', 'NoMatchingCondition', 'QueueAtCapacity', 'InvalidCallbackNumber', 'InvalidPhoneNumber', 'CallbackNumberNotDialable', 'InputTimeLimitExceeded'];

function actionsOf(row: Row): readonly PlainAction[] {
  const before = row.before ?? [];
  return [
    ...before.map((each, index) => ({ ...each, Identifier: `before${index}`, Transitions: { NextAction: index === before.length - 1 ? 'test' : `before${index + 1}` } })),
    {
      Identifier: 'test', Type: row.type, Parameters: row.with ?? {},
      Transitions: {
        NextAction: 'landing',
        Conditions: (row.on ?? []).map(([Operator, operand]) => ({ NextAction: 'landing', Condition: { Operator, Operands: [operand] } })),
        Errors: errorTypes.map((ErrorType) => ({ ErrorType, NextAction: 'landing' })),
      },
    },
    landing,
  ];
}

/** A contact that has come to the action, in a flow of its type. */
function reach(row: Row): CenterDriver {
  const base = baseRig();
  const rig: Instance = { ...base, ...row.rig?.(base) };
  const type = row.in === undefined || row.in === 'MODULE' ? 'CONTACT_FLOW' : row.in;
  const tested = aFlow('tested', type, actionsOf(row));
  const caller = aFlow('caller', 'CONTACT_FLOW', [{ Identifier: 'invoke', Type: 'InvokeFlowModule', Parameters: { FlowModuleId: 'tested' }, Transitions: { NextAction: 'landing' } }, landing]);
  const passedOn = aFlow('passed on', 'CONTACT_FLOW', [{ Identifier: 'on', Type: 'TransferToFlow', Parameters: { ContactFlowId: 'tested' } }]);
  const first = row.in === 'MODULE' ? caller : tested;
  const entry = type === 'CONTACT_FLOW' ? first.id : type === 'AGENT_TRANSFER' || type === 'QUEUE_TRANSFER' ? passedOn.id : null;
  const center = new CenterDriver({
    ...rig,
    modules: row.in === 'MODULE' ? [tested] : rig.modules,
    flows: [...rig.flows, first, passedOn],
    queues: rig.queues.map((queue) => ({ ...queue, ...(type === 'CUSTOMER_QUEUE' && queue.name === 'InboundQueue' ? { customerQueueFlowId: tested.id } : {}), ...(type === 'OUTBOUND_WHISPER' ? { outboundWhisperFlowId: tested.id } : {}) })),
    numbers: rig.numbers.map((claimed) => ({ ...claimed, flowId: entry ?? claimed.flowId })),
  });
  center.customer(JOHN).dials();
  if (type !== 'OUTBOUND_WHISPER') return center;
  return center.customer(JOHN).requestsCallback().wait(99).agent('ana').sets('Available').agent('ana').accepts().wait(10);
}

/** The way taken and the facts before it, from when the action was reached. */
function watch(row: Row): { readonly branch: string; readonly facts: readonly string[]; readonly later: readonly string[] } {
  const center = reach(row);
  for (const each of row.goes ?? []) if (typeof each === 'number') center.wait(each); else center.customer(JOHN).presses(each);
  const { events } = center;
  const at = events.findIndex((event) => (event.type === 'flow.entered' || event.type === 'flow.started') && event.actionId === 'test');
  const facts: string[] = [];
  for (const [index, event] of events.entries()) {
    if (index <= at) continue;
    const branch = wayOut(event, center);
    if (branch !== null) return { branch, facts, later: events.slice(index).flatMap(({ type }) => (endings.has(type) ? [type] : [])) };
    if (event.type !== 'flow.entered' && event.type !== 'flow.resumed') facts.push(event.type === 'line.opened' ? `${event.type} ${String(event.ourNumber)}` : event.type);
  }
  return { branch: 'waits', facts, later: [] };
}

function wayOut(event: CenterEvent, { center }: CenterDriver): string | null {
  if (event.type === 'flow.ended') return `ended: ${event.how}`;
  if (event.type === 'flow.started') return `started: ${center.config.flows.get(event.flowId)?.name}`;
  if (event.type !== 'flow.entered' || event.actionId !== 'landing') return null;
  return /^\d{2,3}$/.test(event.branch) ? 'any percent' : event.branch;
}

/** What an end brings with it is told after it. */
const endings: ReadonlySet<string> = new Set(['contact.enqueued', 'contact.dequeued']);

describe('an action takes the branch of its situation, and what it does is told', () => {
  test.each(rows.map((row) => [`${row.type}: ${row.when}`, row] as const))('%s', (_name, row) => {
    const expected = row.facts ?? [];
    const { branch, facts, later } = watch(row);
    expect({ branch, facts, later: later.filter((fact) => expected.includes(fact)) }).toEqual({ branch: row.branch, facts: expected.filter((fact) => !endings.has(fact)), later: expected.filter((fact) => endings.has(fact)) });
  });
});

test('the table names every action of the catalogue, and no other', () => {
  expect([...new Set(rows.map(({ type }) => type))].toSorted()).toEqual(actionTypes.toSorted());
});

test('an action that is run has a row for its error branch where it can fail', () => {
  const failing = new Set(rows.filter(({ branch }) => errorTypes.includes(branch)).map(({ type }) => type));
  const expected = actionTypes.filter((type) => (rowOf(type)?.expected.length ?? 0) > 0 && rowOf(type)?.supported === 'runs');
  expect(expected.filter((type) => !failing.has(type))).toEqual(['DistributeByPercentage']);
});
