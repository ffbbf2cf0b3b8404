import { describe, expect, test } from 'vitest';
import { aFlow, baseRig, ids, type PlainAction } from '../../testing/builders.ts';
import { CenterDriver } from '../../testing/center-driver.ts';
import { JOHN } from '../../testing/talking.ts';
import { queueFigures } from '../metrics/realtime.ts';
import type { FlowModule } from '../tenant/model.ts';
import { ACTIONS_WITHOUT_WAIT_MAX } from './model.ts';
import { parseFlow } from './parse.ts';

const rest = (Identifier: string): PlainAction => ({ Identifier, Type: 'Wait', Parameters: { TimeLimitSeconds: '600' } });
const log = (Identifier: string, NextAction?: string): PlainAction => ({ Identifier, Type: 'UpdateFlowLoggingBehavior', Transitions: NextAction === undefined ? {} : { NextAction } });
const errors = (...ways: readonly (readonly [string, string])[]) => ways.map(([ErrorType, NextAction]) => ({ ErrorType, NextAction }));

/** A caller in a flow of these actions. */
function caller(actions: readonly PlainAction[], modules: readonly FlowModule[] = []): CenterDriver {
  const flow = aFlow('tested', 'CONTACT_FLOW', actions);
  const rig = baseRig();
  return new CenterDriver({ ...rig, modules, flows: [...rig.flows, flow], numbers: rig.numbers.map((claimed) => ({ ...claimed, flowId: flow.id })) }).customer(JOHN).dials();
}
const where = (center: CenterDriver): string | undefined => [...center.center.flowRuns.values()][0]?.actionId;
const faults = (center: CenterDriver): readonly string[] => center.events.flatMap((event) => (event.type === 'flow.faulted' ? [event.fault] : []));
const ends = (center: CenterDriver): readonly string[] => center.events.flatMap((event) => (event.type === 'flow.ended' ? [event.how] : []));

describe('a flow that waits for nobody', () => {
  const chain = (length: number): CenterDriver => caller([...Array.from({ length: length - 1 }, (_, index) => log(`a${index}`, index === length - 2 ? 'rest' : `a${index + 1}`)), rest('rest')]);

  test('runs a thousand actions after its first, and is taken for endless at the next', () => {
    expect([where(chain(ACTIONS_WITHOUT_WAIT_MAX + 1)), faults(chain(ACTIONS_WITHOUT_WAIT_MAX + 1))]).toEqual(['rest', []]);
    const endless = chain(ACTIONS_WITHOUT_WAIT_MAX + 2);
    expect([faults(endless), ends(endless), endless.records()[0]?.Ringback.Cause]).toEqual([['the flow "tested" went through 1000 actions without waiting for anybody: an endless loop'], ['endlessLoop'], 'endlessLoop']);
  });

  test('is endless as well when two flows hand the caller to one another', () => {
    const rig = baseRig();
    const to = (name: string, other: string) => aFlow(name, 'CONTACT_FLOW', [{ Identifier: 'on', Type: 'TransferToFlow', Parameters: { ContactFlowId: other } }]);
    const center = new CenterDriver({ ...rig, flows: [...rig.flows, to('ping', 'pong'), to('pong', 'ping')], numbers: rig.numbers.map((claimed) => ({ ...claimed, flowId: to('ping', 'pong').id })) }).customer(JOHN).dials();
    expect([ends(center), center.records()[0]?.Ringback.Cause]).toEqual([['endlessLoop'], 'endlessLoop']);
  });
});

describe('a flow that cannot go on', () => {
  test('has ended by a fault, which is told with the action and its branch', () => {
    const nowhere = caller([log('a')]);
    expect([faults(nowhere), ends(nowhere)]).toEqual([['"UpdateFlowLoggingBehavior" has no way on for "NextAction"'], ['faulted']]);
    const gone = caller([log('a', 'gone')]);
    expect([faults(gone), ends(gone)]).toEqual([['"NextAction" leads to "gone", which is not in the flow'], ['faulted']]);
  });

  test('because it was changed meanwhile has ended by a fault, in a flow as in a module', () => {
    const flow = caller([rest('a')]).send({ type: 'flow.save', flow: aFlow('tested', 'CONTACT_FLOW', [rest('b')]) }).wait(600);
    expect([faults(flow), ends(flow)]).toEqual([['the flow was changed while it ran, and has no action "a" any more'], ['faulted']]);
    const sub: FlowModule = aFlow('sub', 'CONTACT_FLOW', [{ ...rest('a'), Transitions: { Conditions: [{ NextAction: 'back', Condition: { Operator: 'Equals', Operands: ['WaitCompleted'] } }] } }, { Identifier: 'back', Type: 'EndFlowModuleExecution' }]);
    const module = caller([{ Identifier: 'in', Type: 'InvokeFlowModule', Parameters: { FlowModuleId: 'sub' }, Transitions: { NextAction: 'rest' } }, rest('rest')], [sub]);
    module.send({ type: 'flow.save', flow: aFlow('tested', 'CONTACT_FLOW', [rest('b')]) }).wait(600);
    expect([faults(module), ends(module)]).toEqual([['the flow was changed while its module ran, and has no action "in" any more'], ['faulted']]);
  });
});

test('an action that the type of the flow does not have takes its error branch, in its modules too', () => {
  const dequeue: PlainAction = { Identifier: 'a', Type: 'DequeueContactAndTransferToQueue', Parameters: { QueueId: 'InboundQueue' }, Transitions: { Errors: errors(['NoMatchingError', 'rest']) } };
  const words = '"DequeueContactAndTransferToQueue" is not allowed in a flow of type CONTACT_FLOW; its error branch is taken';
  expect([faults(caller([dequeue, rest('rest')])), where(caller([dequeue, rest('rest')]))]).toEqual([[words], 'rest']);
  const sub: FlowModule = aFlow('sub', 'CONTACT_FLOW', [dequeue, rest('rest')]);
  expect(faults(caller([{ Identifier: 'in', Type: 'InvokeFlowModule', Parameters: { FlowModuleId: 'sub' }, Transitions: { NextAction: 'rest' } }, rest('rest')], [sub]))).toEqual([words]);
  expect(faults(caller([{ Identifier: 'a', Type: 'MakeCoffee', Transitions: { NextAction: 'rest' } }, rest('rest')]))).toEqual(['"MakeCoffee" cannot be run here; its error branch is taken']);
});

describe('an error that has no branch of its own', () => {
  test('takes the one for all errors, wherever it stands', () => {
    const play: PlainAction = { Identifier: 'a', Type: 'UpdateContactCallbackNumber', Parameters: { CallbackNumber: '1' }, Transitions: { NextAction: 'next', Errors: errors(['CallbackNumberNotDialable', 'other'], ['NoMatchingError', 'rest']) } };
    expect(where(caller([play, rest('next'), rest('other'), rest('rest')]))).toBe('rest');
  });
});

describe('a comparison of numbers', () => {
  const way = (value: string, operand: string): string | undefined => where(caller([
    { Identifier: 'a', Type: 'Compare', Parameters: { ComparisonValue: value }, Transitions: { Conditions: [{ NextAction: 'yes', Condition: { Operator: 'NumberLessThan', Operands: [operand] } }], Errors: errors(['NoMatchingCondition', 'no']) } }, rest('yes'), rest('no'),
  ]));

  test('holds between numbers, spaces around them aside, and never for blanks or words', () => {
    expect([way(' 4 ', '5'), way('4', ' 5 '), way('-1', '0'), way(' ', '5'), way('-1', ' '), way('-1', ''), way('four', '5'), way('4', 'Infinity'), way('-Infinity', '0')])
      .toEqual(['yes', 'yes', 'yes', 'no', 'no', 'no', 'no', 'no', 'no']);
  });
});

test('a parameter that is blank is no number', () => {
  expect(faults(caller([{ Identifier: 'a', Type: 'Wait', Parameters: { TimeLimitSeconds: ' ' }, Transitions: { Errors: errors(['NoMatchingError', 'rest']) } }, rest('rest')]))).toEqual(['the time to wait is not between 0 and 604800 seconds']);
});

test('a creation flow takes its callback out of the delay: it is scheduled no more, and in no queue yet (spec §1.11)', () => {
  const creation = aFlow('creation', 'CONTACT_FLOW', [rest('rest')]);
  const flow = aFlow('tested', 'CONTACT_FLOW', [{ Identifier: 'make', Type: 'CreateCallbackContact', Parameters: { QueueId: 'CallbackQueue', InitialCallDelaySeconds: '30', ContactFlowId: 'creation' }, Transitions: { NextAction: 'rest' } }, rest('rest')]);
  const rig = baseRig();
  const center = new CenterDriver({ ...rig, flows: [...rig.flows, flow, creation], numbers: rig.numbers.map((claimed) => ({ ...claimed, flowId: flow.id })) }).customer(JOHN).dials();
  const now = () => {
    const { CONTACTS_SCHEDULED, CONTACTS_IN_QUEUE } = queueFigures(center.center, ids.queue('CallbackQueue'));
    return [[...center.center.contacts.values()][1]?.stage.name, CONTACTS_SCHEDULED, CONTACTS_IN_QUEUE];
  };
  expect([now(), center.wait(30) && now(), center.restart() && now()]).toEqual([['scheduled', 1, 0], ['inFlow', 0, 0], ['inFlow', 0, 0]]);
});

test('what is whispered to the agent is not heard by the customer', () => {
  const rig = baseRig();
  const center = new CenterDriver({ ...rig, defaultFlows: { AGENT_WHISPER: ids.flow('agent whisper') } }).customer(JOHN).dials().agent('ana').sets('Available').agent('ana').accepts().wait(5);
  expect([where(center), center.agent('ana').contact().stage.name, [...center.center.lines.values()].map(({ captions }) => captions)]).toEqual(['say', 'agentWhisper', [[]]]);
});

test('an identifier may have fifty characters', () => {
  const codes = (length: number): readonly string[] => {
    const parsed = parseFlow(JSON.stringify({ Version: '2019-10-30', StartAction: 'x'.repeat(length), Actions: [{ Identifier: 'x'.repeat(length), Type: 'DisconnectParticipant' }] }));
    return parsed.ok ? parsed.value.faults.map(({ code }) => code) : [];
  };
  expect([codes(50), codes(51)]).toEqual([[], ['IDENTIFIER_UNUSUAL']]);
});
