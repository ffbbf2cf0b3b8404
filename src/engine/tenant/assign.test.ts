import { describe, expect, test } from 'vitest';
import { aFlow, aQueue, baseRig, ids } from '../../testing/builders.ts';
import { CenterDriver } from '../../testing/center-driver.ts';
import { JOHN } from '../../testing/talking.ts';
import { asE164 } from '../core/e164.ts';
import type { QueueFlowUse } from '../event.ts';

const main = asE164('+18005550199');
const second = asE164('+18005550188');
const greet = aFlow('greet', 'CONTACT_FLOW', [{ Identifier: 'rest', Type: 'Wait', Parameters: { TimeLimitSeconds: '60' } }]);
const rig = () => {
  const base = baseRig();
  return baseRig({ flows: [...base.flows, greet], numbers: [...base.numbers, { number: second, description: 'second', flowId: ids.flow('main') }] });
};
const running = (center: CenterDriver): readonly string[] => [...center.center.flowRuns.values()].map(({ flowId }) => flowId);

describe('a flow is assigned to a number', () => {
  test('that callers of that number enter from then on, and no others', () => {
    const center = new CenterDriver(rig()).send({ type: 'number.assignFlow', number: main, flowId: greet.id });
    center.customer(JOHN).dials(main).customer('+12065550143').dials(second);
    expect(running(center)).toEqual([greet.id]);
    expect(center.center.config.numbers.get(main)?.description).toBe('main');
  });

  test('or taken from it: whoever calls is then left nowhere', () => {
    const center = new CenterDriver(rig()).send({ type: 'number.assignFlow', number: main, flowId: null });
    center.customer(JOHN).dials(main);
    expect(center.records()[0]?.Ringback.Cause).toBe('flowEnded');
  });

  test('that is claimed, when it is there', () => {
    const center = new CenterDriver(rig());
    expect(center.ask({ type: 'number.assignFlow', number: asE164('+18005550111'), flowId: greet.id })).toEqual({ code: 'NO_SUCH_NUMBER' });
    expect(center.ask({ type: 'number.assignFlow', number: main, flowId: ids.flow('unknown') })).toEqual({ code: 'NO_SUCH_FLOW' });
  });
});

describe('a flow is assigned to a queue', () => {
  test.each<[QueueFlowUse, 'customerQueueFlowId' | 'agentWhisperFlowId' | 'outboundWhisperFlowId']>([
    ['customerQueue', 'customerQueueFlowId'], ['agentWhisper', 'agentWhisperFlowId'], ['outboundWhisper', 'outboundWhisperFlowId'],
  ])('as its %s flow, and only to that queue', (use, field) => {
    const center = new CenterDriver(rig()).send({ type: 'queue.assignFlow', queueId: ids.queue('InboundQueue'), use, flowId: greet.id });
    const { queues } = center.center.config;
    expect(queues.get(ids.queue('InboundQueue'))).toEqual(aQueue('InboundQueue', { [field]: greet.id }));
    expect(queues.get(ids.queue('CallbackQueue'))).toEqual(aQueue('CallbackQueue'));
    center.send({ type: 'queue.assignFlow', queueId: ids.queue('InboundQueue'), use, flowId: null });
    expect(queues.get(ids.queue('InboundQueue'))?.[field]).toBe(greet.id);
    expect(center.center.config.queues.get(ids.queue('InboundQueue'))?.[field]).toBeNull();
  });

  test('that is there, when the flow is there', () => {
    const center = new CenterDriver(rig());
    expect(center.ask({ type: 'queue.assignFlow', queueId: ids.queue('Nowhere'), use: 'customerQueue', flowId: null })).toEqual({ code: 'NO_SUCH_QUEUE' });
    expect(center.ask({ type: 'queue.assignFlow', queueId: ids.queue('InboundQueue'), use: 'customerQueue', flowId: ids.flow('unknown') })).toEqual({ code: 'NO_SUCH_FLOW' });
  });
});

test('a flow that is saved takes the place of the one it was, and no other’s', () => {
  const center = new CenterDriver(rig());
  const names = (): readonly string[] => center.center.config.instance.flows.map(({ name }) => name).sort();
  const before = names();
  center.send({ type: 'flow.save', flow: { ...greet, description: 'anew' } });
  expect(names()).toEqual(before);
  expect(center.center.config.flows.get(greet.id)?.description).toBe('anew');
  center.send({ type: 'flow.save', flow: aFlow('further', 'CONTACT_FLOW', [{ Identifier: 'rest', Type: 'Wait', Parameters: { TimeLimitSeconds: '60' } }]) });
  expect(names()).toEqual([...before, 'further'].sort());
});

test('what is assigned outlives a restart', () => {
  const center = new CenterDriver(rig()).send({ type: 'number.assignFlow', number: main, flowId: greet.id });
  center.send({ type: 'queue.assignFlow', queueId: ids.queue('InboundQueue'), use: 'customerQueue', flowId: greet.id }).restart();
  expect([center.center.config.numbers.get(main)?.flowId, center.center.config.queues.get(ids.queue('InboundQueue'))?.customerQueueFlowId]).toEqual([greet.id, greet.id]);
});
