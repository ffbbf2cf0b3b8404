import { expect, test } from 'vitest';
import { aFlow, baseRig } from '../../../testing/builders.ts';
import { CenterDriver } from '../../../testing/center-driver.ts';
import { seconds } from '../../core/time.ts';
import type { LambdaAnswer, LambdaMock } from '../../tenant/model.ts';
import type { JsonObject } from '../model.ts';

const JOHN = '+12065550142';
const ARN = 'arn:aws:lambda:us-east-1:123456789012:function:look-up';

const aMock = (answer: LambdaAnswer, changes: Partial<LambdaMock> = {}): LambdaMock => ({ arn: ARN, name: 'look-up', delayMs: seconds(0), answer, ...changes });
const returns = (json: JsonObject, changes: Partial<LambdaMock> = {}): LambdaMock => aMock({ kind: 'returns', json }, changes);

/** A caller whose flow asks a function and then says what it found. */
function asking(lambdas: readonly LambdaMock[], parameters: object = {}, said = '$.External.status'): CenterDriver {
  const flow = aFlow('asks', 'CONTACT_FLOW', [
    { Identifier: 'ask', Type: 'InvokeLambdaFunction', Parameters: { LambdaFunctionARN: ARN, ...parameters }, Transitions: { NextAction: 'say', Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'sorry' }] } },
    { Identifier: 'say', Type: 'MessageParticipant', Parameters: { Text: `found ${said}` }, Transitions: { NextAction: 'bye' } },
    { Identifier: 'sorry', Type: 'MessageParticipant', Parameters: { Text: `sorry ${said}` }, Transitions: { NextAction: 'bye' } },
    { Identifier: 'bye', Type: 'DisconnectParticipant' },
  ]);
  const rig = baseRig();
  return new CenterDriver({ ...rig, lambdas, flows: [...rig.flows, flow], numbers: rig.numbers.map((claimed) => ({ ...claimed, flowId: flow.id })) }).customer(JOHN).dials();
}

const heard = (center: CenterDriver): string | null => [...center.center.lines.values()].at(-1)?.captions.at(-1)?.text ?? null;
const fault = (center: CenterDriver): string | undefined => center.events.findLast((event) => event.type === 'flow.faulted')?.fault;
const how = (center: CenterDriver): string | undefined => center.events.findLast((event) => event.type === 'flow.lambdaAnswered')?.how;

test('what a function returns is at hand under $.External', () => {
  const center = asking([returns({ status: 'open', count: 3, vip: true })], {}, '$.External.status, $.External.count, $.External.vip');
  expect([heard(center), how(center), fault(center)]).toEqual(['found open, 3, true', 'returned', undefined]);
  expect(heard(center.restart())).toBe('found open, 3, true');
});

test('nested values are reached by their path, lists by number; what is not there is empty', () => {
  const json = { order: { items: [{ name: 'lamp' }, { name: 'rug' }], paid: null } };
  const center = asking([returns(json)], { ResponseValidation: { ResponseType: 'JSON' } }, '$.External.order.items[1].name|$.External.order.paid|$.External.order.nothing|$.External|$.External.order.items[0]');
  expect(heard(center)).toBe('found rug||||{"name":"lamp"}');
});

test('a nested answer is a failure unless the flow expects any JSON', () => {
  const center = asking([returns({ status: 'open', list: [] })]);
  expect([heard(center), how(center), fault(center)]).toEqual(['sorry', 'failed', expect.stringContaining('nested value in “list”')]);
});

test('an answer beyond 32 KB is a failure, counted in bytes', () => {
  expect(fault(asking([returns({ text: 'é'.repeat(16_400) })]))).toContain('more than 32768 bytes');
  expect(fault(asking([returns({ text: 'e'.repeat(16_400) })]))).toBeUndefined();
});

test('the answer comes when its delay is over, and not before', () => {
  const center = asking([returns({ status: 'open' }, { delayMs: seconds(2) })]);
  expect([heard(center.wait(1.999)), heard(center.wait(0.001))]).toEqual([null, 'found open']);
});

test('a function slower than the limit of the flow has timed out at that limit', () => {
  const center = asking([returns({ status: 'open' }, { delayMs: seconds(4) })], { InvocationTimeLimitSeconds: '3' });
  expect([heard(center.wait(2.999)), heard(center.wait(0.001))]).toEqual([null, 'sorry']);
  expect([how(center), fault(center)]).toEqual(['timedOut', 'the Lambda function did not answer in time']);
  expect(how(asking([returns({}, { delayMs: seconds(3) })], { InvocationTimeLimitSeconds: 3 }).wait(3))).toBe('returned');
});

test('nobody waits longer than eight seconds, whatever the flow says', () => {
  for (const limit of [{}, { InvocationTimeLimitSeconds: '60' }]) {
    const center = asking([aMock({ kind: 'timesOut' })], limit);
    expect([how(center.wait(7.9)), how(center.wait(0.1))]).toEqual([undefined, 'timedOut']);
  }
});

test('a function that fails leads to the error branch and says why', () => {
  const center = asking([aMock({ kind: 'fails', error: 'no such account' }, { delayMs: seconds(1) })]);
  expect([how(center), how(center.wait(1)), heard(center), fault(center)]).toEqual([undefined, 'failed', 'sorry', 'the Lambda function failed: no such account']);
});

test('a function that nobody answers for leads to the error branch and says so', () => {
  const center = asking([]);
  expect([heard(center), how(center), fault(center)]).toEqual(['sorry', undefined, expect.stringContaining('has no answer here')]);
  expect(fault(asking([returns({})], { LambdaFunctionARN: '' }))).toBe('no Lambda function is named');
});

test('a function is found under another account by its name', () => {
  const other = { LambdaFunctionARN: 'arn:aws:lambda:eu-west-2:999999999999:function:look-up:live' };
  expect(heard(asking([returns({ status: 'open' })], other))).toBe('found open');
});

test('what is asked in passing is not waited for, and its answer is not to be had', () => {
  expect(heard(asking([returns({ status: 'open' }, { delayMs: seconds(5) })], { InvocationType: 'ASYNCHRONOUS' }))).toBe('found');
});

test('what failed leaves what was returned before', () => {
  const second = 'arn:aws:lambda:us-east-1:123456789012:function:fails';
  const flow = aFlow('asks', 'CONTACT_FLOW', [
    { Identifier: 'ask', Type: 'InvokeLambdaFunction', Parameters: { LambdaFunctionARN: ARN }, Transitions: { NextAction: 'again' } },
    { Identifier: 'again', Type: 'InvokeLambdaFunction', Parameters: { LambdaFunctionARN: second }, Transitions: { NextAction: 'say', Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'say' }] } },
    { Identifier: 'say', Type: 'MessageParticipant', Parameters: { Text: '$.External.status' }, Transitions: { NextAction: 'bye' } },
    { Identifier: 'bye', Type: 'DisconnectParticipant' },
  ]);
  const rig = baseRig();
  const lambdas = [returns({ status: 'open' }), aMock({ kind: 'fails', error: 'down' }, { arn: second, name: 'fails' })];
  const center = new CenterDriver({ ...rig, lambdas, flows: [flow], numbers: rig.numbers.map((claimed) => ({ ...claimed, flowId: flow.id })) }).customer(JOHN).dials();
  expect(heard(center)).toBe('open');
});

test('a flow that asks a function round and round is stopped as an endless loop', () => {
  const flow = aFlow('polls', 'CONTACT_FLOW', [{ Identifier: 'ask', Type: 'InvokeLambdaFunction', Parameters: { LambdaFunctionARN: ARN }, Transitions: { NextAction: 'ask' } }]);
  const rig = baseRig();
  const center = new CenterDriver({ ...rig, lambdas: [returns({}, { delayMs: seconds(1) })], flows: [flow], numbers: rig.numbers.map((claimed) => ({ ...claimed, flowId: flow.id })) }).customer(JOHN).dials();
  expect(center.wait(1100).records()[0]?.Ringback.Cause).toBe('endlessLoop');
});
