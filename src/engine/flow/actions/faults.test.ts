import { describe, expect, test } from 'vitest';
import { aFlow, aQueue, baseRig, ids, type PlainAction } from '../../../testing/builders.ts';
import { CenterDriver } from '../../../testing/center-driver.ts';
import { JOHN, talking, toBen, toQueue } from '../../../testing/talking.ts';
import type { HoursId } from '../../core/ids.ts';
import type { FlowType } from '../model.ts';
import type { Instance } from '../../tenant/model.ts';

const rest: PlainAction = { Identifier: 'rest', Type: 'Wait', Parameters: { TimeLimitSeconds: '600000' } };
/** The action under test: its errors lead to where its contact rests, and so does its ordinary way on. */
const tested = (Type: string, Parameters: object): PlainAction => ({ Identifier: 'test', Type, Parameters, Transitions: { NextAction: 'rest', Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'rest' }] } });

/** What is said, and which way is taken, when a contact comes to the action. */
function said(Type: string, Parameters: object, { flowType = 'CONTACT_FLOW', changes = {} }: { readonly flowType?: FlowType; readonly changes?: Partial<Instance> } = {}): readonly unknown[] {
  const rig = baseRig(changes);
  const flow = aFlow('tested', flowType, [tested(Type, Parameters), rest]);
  const inQueue = flowType === 'CUSTOMER_QUEUE';
  const center = new CenterDriver({
    ...rig, flows: [...rig.flows, flow], queues: rig.queues.map((queue) => (inQueue ? { ...queue, customerQueueFlowId: flow.id } : queue)),
    numbers: rig.numbers.map((claimed) => (inQueue ? claimed : { ...claimed, flowId: flow.id })),
  }).customer(JOHN).dials();
  const fault = center.events.find((event) => event.type === 'flow.faulted');
  const way = center.events.find((event) => event.type === 'flow.entered' && event.actionId === 'rest');
  return [fault?.type === 'flow.faulted' ? fault.fault : null, way?.type === 'flow.entered' ? way.branch : null];
}

describe('what could not be done is said in words, and the catch-all of errors is taken', () => {
  test.each<[string, string, object, string]>([
    ['hours nobody knows', 'CheckHoursOfOperation', {}, 'no hours of operation are known for this check'],
    ['a metric of no queue', 'CheckMetricData', { MetricType: 'NumberOfAgentsOnline' }, 'no queue is known for this check'],
    ['a metric nobody knows', 'CheckMetricData', { MetricType: 'Weather', QueueId: 'InboundQueue' }, 'the kind of metric is not known'],
    ['metrics of no queue', 'GetMetricData', {}, 'no queue is known whose metrics could be told'],
    ['a callback for no queue', 'CreateCallbackContact', {}, 'no queue for the callback: none is named, and none was set before'],
    ['a callback for an unknown queue', 'CreateCallbackContact', { QueueId: 'Nowhere' }, 'no queue for the callback: none is named, and none was set before'],
    ['a delay of more than three days', 'CreateCallbackContact', { QueueId: 'CallbackQueue', InitialCallDelaySeconds: '259201' }, 'a delay is not between 0 and 259200 seconds'],
    ['a gap of less than nothing', 'CreateCallbackContact', { QueueId: 'CallbackQueue', RetryDelaySeconds: '-1' }, 'a delay is not between 0 and 259200 seconds'],
    ['a creation flow nobody knows', 'CreateCallbackContact', { QueueId: 'CallbackQueue', ContactFlowId: 'nowhere' }, 'the creation flow is not known here, or is no inbound flow'],
    ['a creation flow of another type', 'CreateCallbackContact', { QueueId: 'CallbackQueue', ContactFlowId: 'agent whisper' }, 'the creation flow is not known here, or is no inbound flow'],
    ['a queue nobody knows', 'UpdateContactTargetQueue', { QueueId: 'Nowhere' }, 'the queue is not known here'],
    ['a transfer to no queue', 'TransferContactToQueue', {}, 'no working queue is set'],
    ['a flow nobody knows', 'TransferToFlow', { ContactFlowId: 'Nowhere' }, 'the flow to transfer to is not known here'],
    ['a module nobody knows', 'InvokeFlowModule', { FlowModuleId: 'Nowhere' }, 'the module is not known here'],
    ['a function without a name', 'InvokeLambdaFunction', {}, 'no Lambda function is named'],
    ['nothing to play', 'MessageParticipant', {}, 'nothing to play: no text and no known prompt'],
    ['no time to wait', 'Wait', { TimeLimitSeconds: 'soon' }, 'the time to wait is not between 0 and 604800 seconds'],
    ['rounds that are no number', 'Loop', { LoopCount: '101' }, 'LoopCount is not a number from 0 to 100'],
    ['a related contact', 'UpdateContactAttributes', { TargetContact: 'Related', Attributes: {} }, 'there is no related contact whose attributes could be set'],
    ['attributes beyond all measure', 'UpdateContactAttributes', { Attributes: { a: 'x'.repeat(33_000) } }, 'the attributes would exceed 32 KB'],
    ['attributes of the flow beyond all measure', 'UpdateFlowAttributes', { FlowAttributes: { a: { Value: 'x'.repeat(33_000) } } }, 'the attributes of the flow would exceed 32 KB'],
    ['two hooks', 'UpdateContactEventHooks', { EventHooks: { CustomerQueue: 'main', AgentWhisper: 'main' } }, 'exactly one known event hook is set at a time'],
    ['a hook for a flow nobody knows', 'UpdateContactEventHooks', { EventHooks: { CustomerQueue: 'Nowhere' } }, 'the flow for CustomerQueue is not known here'],
    ['routing without a change', 'UpdateContactRoutingBehavior', {}, 'neither a priority nor a time adjustment is given'],
    ['an adjustment beyond all time', 'UpdateContactRoutingBehavior', { QueueTimeAdjustmentSeconds: '31536001' }, 'the time adjustment is longer than anybody can wait'],
  ])('(%s)', (_what, type, parameters, words) => {
    expect(said(type, parameters)).toEqual([words, 'NoMatchingError']);
  });

  test.each<[string, string, object, string]>([
    ['no message to play', 'MessageParticipantIteratively', { Messages: [{}] }, 'nothing to play: no message has a text or a prompt'],
    ['a move to a queue nobody knows', 'DequeueContactAndTransferToQueue', { QueueId: 'Nowhere' }, 'the queue is not known here'],
  ])('(%s, in a queue flow)', (_what, type, parameters, words) => {
    expect(said(type, parameters, { flowType: 'CUSTOMER_QUEUE' })).toEqual([words, 'NoMatchingError']);
  });
});

describe('what is just within its bounds is done without a word', () => {
  test.each<[string, object]>([
    ['CreateCallbackContact', { QueueId: 'CallbackQueue', InitialCallDelaySeconds: '259200', RetryDelaySeconds: '0' }],
    ['CreateCallbackContact', { QueueId: 'CallbackQueue', ContactFlowId: 'main' }],
    ['CreateCallbackContact', { QueueId: 'CallbackQueue', ContactFlowId: '' }],
    ['UpdateContactRoutingBehavior', { QueueTimeAdjustmentSeconds: '31536000' }],
    ['UpdateContactRoutingBehavior', { QueueTimeAdjustmentSeconds: '-31536000' }],
    // Braces, quotes and a colon around 32,760 characters: 32,768 bytes.
    ['UpdateContactAttributes', { Attributes: { a: 'x'.repeat(32_760) } }],
    ['UpdateFlowAttributes', { FlowAttributes: { a: { Value: 'x'.repeat(32_760) } } }],
  ])('(%s %j)', (type, parameters) => {
    expect(said(type, parameters)).toEqual([null, 'NextAction']);
  });

  test.each<[string, object]>([['UpdateContactAttributes', { Attributes: { a: 'x'.repeat(32_761) } }], ['UpdateFlowAttributes', { FlowAttributes: { a: { Value: 'x'.repeat(32_761) } } }]])('and one byte more is not (%s)', (type, parameters) => {
    expect(said(type, parameters)[1]).toBe('NoMatchingError');
  });
});

test('a callback is made with the creation flow that it names, and with none where it names none', () => {
  const flowOf = (parameters: object): unknown => {
    const rig = baseRig();
    const flow = aFlow('tested', 'CONTACT_FLOW', [tested('CreateCallbackContact', { QueueId: 'CallbackQueue', InitialCallDelaySeconds: '60', ...parameters }), rest]);
    const center = new CenterDriver({ ...rig, flows: [...rig.flows, flow], numbers: rig.numbers.map((claimed) => ({ ...claimed, flowId: flow.id })) }).customer(JOHN).dials();
    return [...center.center.contacts.values()][1]?.callback?.creationFlowId;
  };
  expect([flowOf({ ContactFlowId: 'main' }), flowOf({})]).toEqual([ids.flow('main'), null]);
});

describe('hours are asked of the queue in which the contact is', () => {
  const never = { id: 'never' as HoursId, name: 'Never', zone: { zone: 'UTC', changes: [] }, open: [] };
  const way = (queues: Instance['queues'], flowType: FlowType): unknown => {
    const check = { ...tested('CheckHoursOfOperation', {}), Transitions: { Conditions: ['True', 'False'].map((operand) => ({ NextAction: 'rest', Condition: { Operator: 'Equals', Operands: [operand] } })), Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'rest' }] } };
    const flow = aFlow('tested', flowType, [check, rest]);
    const rig = baseRig({ queues });
    const center = new CenterDriver({ ...rig, hours: [...rig.hours, never], flows: [...rig.flows, flow], queues: queues.map((queue) => ({ ...queue, customerQueueFlowId: flow.id })) }).customer(JOHN).dials();
    const entered = center.events.find((event) => event.type === 'flow.entered' && event.actionId === 'rest');
    return entered?.type === 'flow.entered' ? entered.branch : null;
  };

  test('where no hours are named', () => {
    expect([way([aQueue('InboundQueue')], 'CUSTOMER_QUEUE'), way([aQueue('InboundQueue', { hoursId: never.id })], 'CUSTOMER_QUEUE'), way([aQueue('InboundQueue', { hoursId: null })], 'CUSTOMER_QUEUE')]).toEqual(['True', 'False', 'NoMatchingError']);
  });
});

describe('a transfer to an agent who', () => {
  const transfer = aFlow('agent transfer', 'AGENT_TRANSFER', [tested('TransferContactToAgent', {}), rest]);
  const rig = { flows: [...baseRig().flows, transfer], defaultFlows: { AGENT_TRANSFER: transfer.id } };
  const asked = (center: CenterDriver): CenterDriver => center.agent('ana').transfersTo(toBen);
  const faults = (center: CenterDriver): readonly string[] => center.events.flatMap((event) => (event.type === 'flow.faulted' ? [event.fault] : []));

  test('is free rings there', () => {
    const center = asked(talking(rig));
    expect([center.agent('ben').state(), faults(center)]).toEqual(['CONNECTING', []]);
  });

  test('wraps up ends that work, and rings there', () => {
    const center = talking(rig).customer('+12065550143').dials().agent('ben').accepts().customer('+12065550143').hangsUp();
    expect(center.agent('ben').state()).toBe('ENDED');
    expect(asked(center).agent('ben').state()).toBe('CONNECTING');
  });

  test('is with somebody else is over, and says so', () => {
    const center = asked(talking(rig).customer('+12065550143').dials().agent('ben').accepts());
    expect([center.agent('ben').state(), faults(center), center.agent('ana').contact().consult]).toEqual(['CONNECTED', ['the agent is with somebody else'], null]);
    expect(center.events.filter((event) => event.type === 'flow.ended' && event.flowType === 'AGENT_TRANSFER')).toMatchObject([{ how: 'disconnected' }]);
  });

  test('was not asked for is nobody: a queue was', () => {
    const queued = aFlow('queue transfer', 'QUEUE_TRANSFER', [tested('TransferContactToAgent', {}), rest]);
    const center = talking({ flows: [...baseRig().flows, queued], defaultFlows: { QUEUE_TRANSFER: queued.id } }).agent('ana').transfersTo(toQueue);
    expect(faults(center)).toEqual(['no agent was asked for whom it could be transferred to']);
  });
});
