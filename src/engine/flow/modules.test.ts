import { describe, expect, test } from 'vitest';
import { aFlow, baseRig, ids, type PlainAction } from '../../testing/builders.ts';
import { CenterDriver } from '../../testing/center-driver.ts';
import type { FlowModule, Instance } from '../tenant/model.ts';

const JOHN = '+12065550142';
const say = (Identifier: string, Text: string, NextAction: string): PlainAction => ({ Identifier, Type: 'MessageParticipant', Parameters: { Text }, Transitions: { NextAction } });
const invoke = (Identifier: string, FlowModuleId: string, NextAction: string, error: string): PlainAction => ({
  Identifier, Type: 'InvokeFlowModule', Parameters: { FlowModuleId }, Transitions: { NextAction, Errors: [{ ErrorType: 'NoMatchingError', NextAction: error }] },
});
const note = (Identifier: string, FlowAttributes: object, NextAction: string): PlainAction => ({ Identifier, Type: 'UpdateFlowAttributes', Parameters: { FlowAttributes }, Transitions: { NextAction } });
const back: PlainAction = { Identifier: 'back', Type: 'EndFlowModuleExecution' };
const bye: PlainAction = { Identifier: 'bye', Type: 'DisconnectParticipant' };

const aModule = (name: string, actions: readonly PlainAction[]): FlowModule => aFlow(name, 'CONTACT_FLOW', actions);

function center(actions: readonly PlainAction[], modules: readonly FlowModule[], changes: Partial<Instance> = {}): CenterDriver {
  const flow = aFlow('caller', 'CONTACT_FLOW', [...actions, bye]);
  const rig = baseRig();
  return new CenterDriver({ ...rig, ...changes, modules, flows: [...rig.flows, flow], numbers: rig.numbers.map((claimed) => ({ ...claimed, flowId: flow.id })) });
}

const called = (...args: Parameters<typeof center>): CenterDriver => center(...args).customer(JOHN).dials().wait(60);
const heard = (driver: CenterDriver): readonly string[] => [...driver.center.lines.values()].flatMap(({ captions }) => captions.map(({ text }) => text));
const faults = (driver: CenterDriver): readonly string[] => driver.events.flatMap((event) => (event.type === 'flow.faulted' ? [event.fault] : []));

describe('a module', () => {
  test('runs as part of the flow that invokes it, and comes back', () => {
    const driver = called([say('a', 'One', 'in'), invoke('in', 'greet', 'b', 'bye'), say('b', 'Three', 'bye')], [aModule('greet', [say('hi', 'Two', 'back'), back])]);
    expect(heard(driver)).toEqual(['One', 'Two', 'Three']);
    expect(driver.restart().records()[0]?.Ringback.Cause).toBe('flowDisconnected');
  });

  test('is told as entered and left, each action with the module it stands in', () => {
    const driver = called([invoke('in', 'greet', 'bye', 'bye')], [aModule('greet', [say('hi', 'Two', 'back'), back])]);
    const way = driver.events.flatMap((event) => (event.type === 'flow.entered' ? [[event.flowId, event.actionId]] : event.type === 'flow.moduleEntered' || event.type === 'flow.moduleLeft' ? [event.type] : []));
    expect(way).toEqual(['flow.moduleEntered', [ids.flow('greet'), 'hi'], [ids.flow('greet'), 'back'], 'flow.moduleLeft', [ids.flow('caller'), 'bye']]);
  });

  test('that cannot go on leads to the error branch of whoever invoked it', () => {
    const driver = called([invoke('in', 'greet', 'bye', 'sorry'), say('sorry', 'Sorry', 'bye')], [aModule('greet', [say('hi', 'Two', 'nowhere')])]);
    expect([heard(driver), faults(driver)]).toEqual([['Two', 'Sorry'], [expect.stringContaining('“nowhere”'.replace(/[“”]/g, '"'))]]);
  });

  test('may invoke a module, up to five deep', () => {
    const nested = Array.from({ length: 7 }, (_, index) => aModule(`m${index}`, [invoke('in', `m${index + 1}`, 'back', 'sorry'), say('sorry', `Sorry from ${index}`, 'back'), back]));
    const driver = called([invoke('in', 'm0', 'bye', 'bye')], nested);
    expect([heard(driver), faults(driver)]).toEqual([['Sorry from 4'], ['modules invoke one another more than 5 deep']]);
  });

  test('that invokes itself is stopped', () => {
    const driver = called([invoke('in', 'again', 'bye', 'bye')], [aModule('again', [invoke('in', 'again', 'in', 'in')])]);
    expect(driver.records()[0]?.Ringback.Cause).toBe('endlessLoop');
  });

  test('has attributes of its own, and those of the flow come back', () => {
    const driver = called(
      [note('n', { who: { Value: 'flow' }, plain: 'x', empty: {} }, 'in'), invoke('in', 'greet', 'b', 'bye'), say('b', 'outside $.FlowAttributes.who$.FlowAttributes.plain$.FlowAttributes.empty', 'bye')],
      [aModule('greet', [say('x', 'before $.FlowAttributes.who.', 'n'), note('n', { who: { Value: 'module' } }, 'y'), say('y', 'inside $.FlowAttributes.who', 'back'), back])],
    );
    expect(heard(driver)).toEqual(['before .', 'inside module', 'outside flowx']);
  });

  test('counts its loops apart from those of the flow', () => {
    const loop = (LoopCount: string, on: string, done: string): PlainAction => ({ Identifier: 'loop', Type: 'Loop', Parameters: { LoopCount }, Transitions: { Conditions: [['ContinueLooping', on], ['DoneLooping', done]].map(([operand, NextAction]) => ({ NextAction, Condition: { Operator: 'Equals', Operands: [operand] } })) } });
    const driver = called([loop('1', 'in', 'bye'), invoke('in', 'greet', 'loop', 'bye')], [aModule('greet', [loop('2', 'hi', 'back'), say('hi', 'Hi', 'loop'), back])]);
    expect(heard(driver)).toEqual(['Hi', 'Hi']);
  });

  test('may hang up by itself', () => {
    expect(called([invoke('in', 'greet', 'bye', 'bye')], [aModule('greet', [bye])]).records()[0]?.Ringback.Cause).toBe('flowDisconnected');
  });

  test('taken away while it runs ends the flow, saying so', () => {
    const greet = aModule('greet', [say('hi', 'Two', 'back'), back]);
    const driver = center([invoke('in', 'greet', 'bye', 'bye')], [greet]).customer(JOHN).dials();
    driver.send({ type: 'instance.configure', instance: { ...driver.center.config.instance, modules: [] } }).wait(5);
    expect([faults(driver), driver.records()[0]?.Ringback.Cause]).toEqual([[expect.stringContaining('changed while it ran')], 'flowEnded']);
  });

  test('whose flow was changed has nowhere to come back to', () => {
    const driver = center([invoke('in', 'greet', 'bye', 'bye')], [aModule('greet', [say('hi', 'Two', 'back'), back])]).customer(JOHN).dials();
    driver.send({ type: 'flow.save', flow: aFlow('caller', 'CONTACT_FLOW', [bye]) }).wait(5);
    expect([faults(driver), driver.records()[0]?.Ringback.Cause]).toEqual([[expect.stringContaining('has no action "in" any more')], 'flowEnded']);
  });
});

describe('what a flow has noted', () => {
  test('as its attributes is not carried over to another flow; its voice is', () => {
    const second = aFlow('second', 'CONTACT_FLOW', [say('s', '[$.FlowAttributes.who] $.TextToSpeechVoiceId', 'bye'), bye]);
    const rig = baseRig();
    const voice: PlainAction = { Identifier: 'v', Type: 'UpdateContactTextToSpeechVoice', Parameters: { TextToSpeechVoice: 'Amy' }, Transitions: { NextAction: 'a' } };
    const driver = called([say('first', '$.TextToSpeechVoiceId', 'n'), note('n', { who: 'flow' }, 'v'), voice, say('a', '$.FlowAttributes.who', 't'), { Identifier: 't', Type: 'TransferToFlow', Parameters: { ContactFlowId: 'second' } }], [], { flows: rig.flows });
    expect(heard(driver).slice(0, 2)).toEqual(['Joanna', 'flow']);
    const carried = center([note('n', { who: 'flow' }, 'v'), voice, { Identifier: 'a', Type: 'TransferToFlow', Parameters: { ContactFlowId: 'second' } }], []);
    carried.send({ type: 'flow.save', flow: second }).customer(JOHN).dials().wait(5);
    expect(heard(carried)).toEqual(['[] Amy']);
  });

  test('of a queue is what $.Metrics tells of', () => {
    const metrics = (QueueId: string): PlainAction => ({ Identifier: 'm', Type: 'GetMetricData', Parameters: { QueueId }, Transitions: { NextAction: 's' } });
    const told = (QueueId: string): readonly string[] => heard(called([{ Identifier: 'q', Type: 'UpdateContactTargetQueue', Parameters: { QueueId: 'InboundQueue' }, Transitions: { NextAction: 'm' } }, metrics(QueueId), say('s', '$.Metrics.Queue.Name', 'bye')], []));
    expect([told('CallbackQueue'), told('InboundQueue')]).toEqual([['CallbackQueue'], ['InboundQueue']]);
  });
});

describe('the caller ID of a callback', () => {
  function dialed(whisper: readonly PlainAction[]): CenterDriver {
    const flow = aFlow('own whisper', 'OUTBOUND_WHISPER', [...whisper, { Identifier: 'end', Type: 'EndFlowExecution' }]);
    const rig = baseRig();
    const driver = new CenterDriver({ ...rig, flows: [...rig.flows, flow], queues: rig.queues.map((queue) => ({ ...queue, outboundWhisperFlowId: flow.id })), callback: rig.callback && { ...rig.callback, callerId: '+18005550102' as never } });
    driver.customer(JOHN).dials().customer(JOHN).requestsCallback().wait(99).agent('ana').sets('Available').agent('ana').accepts().wait(10);
    return driver;
  }
  const phone = (CallerId: object): PlainAction => ({ Identifier: 'phone', Type: 'CompleteOutboundCall', Parameters: { CallerId }, Transitions: { NextAction: 'hello' } });
  const shown = (driver: CenterDriver): unknown => [...driver.center.lines.values()].at(-1)?.ourNumber;

  test('is that of the whisper, else that of the callback', () => {
    const own = dialed([phone({ Number: '+18005550177' }), say('hello', 'Hello', 'end')]);
    expect([shown(own), shown(dialed([phone({}), say('hello', 'Hello', 'end')])), shown(dialed([say('hello', 'Hello', 'end')]))]).toEqual(['+18005550177', '+18005550102', '+18005550102']);
    // The flow goes on where the call was placed, and the record says what the customer saw.
    expect(heard(own.customer(JOHN).answers()).at(-1)).toBe('Hello');
    own.wait(5).customer(JOHN).hangsUp();
    expect(own.records().at(-1)?.SystemEndpoint).toMatchObject({ Address: '+18005550177' });
  });
});
