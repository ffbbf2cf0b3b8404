import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Instance, PromptId } from '../engine/index.ts';
import { durationMs } from '../engine/index.ts';
import { demoInstance } from '../testing/fake-instance.ts';
import { flowReader } from './flow-reader.ts';

const instance: Instance = {
  ...demoInstance(),
  prompts: [{ id: 'prompt-music' as PromptId, name: 'Music', text: '', durationMs: durationMs(1000), kind: 'music' }],
};
const check = (text: string, mapping: Readonly<Record<string, string>> = {}) => flowReader.check(text, { instance, mapping, type: null });

const flow = (...actions: readonly object[]) => JSON.stringify({ Version: '2019-10-30', StartAction: 'a', Metadata: { name: 'Try', type: 'contactFlow' }, Actions: actions });
const bye = { Identifier: 'bye', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} };

test('a file that is no JSON is told with its place, and brings nothing to run', () => {
  const { content, findings } = check('{ "Version": ');
  expect(content).toBeNull();
  expect(findings).toMatchObject({ Readable: false, Faults: [{ Stops: true, Place: expect.stringContaining('line 1') }] });
});

test('steps are told in the order in which a contact meets them', () => {
  const { findings } = check(flow(bye, { Identifier: 'a', Type: 'MessageParticipant', Parameters: { Text: 'Hello' }, Transitions: { NextAction: 'bye' } }));
  expect(findings.Steps.map(({ Id, Title, Detail }) => [Id, Title, Detail])).toEqual([['a', 'Play prompt', '“Hello”'], ['bye', 'Disconnect', null]]);
});

test('an action that cannot be run is named with the reason', () => {
  const { findings } = check(flow({ Identifier: 'a', Type: 'CreateTask', Parameters: {}, Transitions: { NextAction: 'bye', Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'bye' }] } }, bye));
  expect(findings.Steps[0]).toMatchObject({ CanRun: false, Because: 'this center handles voice contacts only' });
});

test('a reference needs a choice until it is mapped', () => {
  const text = flow({ Identifier: 'a', Type: 'MessageParticipant', Parameters: { PromptId: 'arn:aws:connect:us-east-1:1:instance/x/prompt/unknown' }, Transitions: { NextAction: 'bye' } }, bye);
  const [open] = check(text).findings.References;
  expect(open).toMatchObject({ Kind: 'prompt', NeedsChoice: true, Candidates: [{ Id: 'prompt-music', Name: 'Music' }] });
  const [mapped] = check(text, { [open?.Reference ?? '']: 'prompt-music' }).findings.References;
  expect(mapped).toMatchObject({ NeedsChoice: false, ResolvedTo: { Id: 'prompt-music', Name: 'Music' } });
});

test('references keep their order while they are chosen, so that nothing moves under the hand', () => {
  const say = (id: string, prompt: string, next: string) => ({ Identifier: id, Type: 'MessageParticipant', Parameters: { PromptId: `arn:aws:connect:us-east-1:1:instance/x/prompt/${prompt}` }, Transitions: { NextAction: next } });
  const text = flow(say('a', 'second-by-name', 'b'), say('b', 'first-by-name', 'bye'), bye);
  const namesOf = (mapping: Readonly<Record<string, string>>) => check(text, mapping).findings.References.map(({ Reference }) => Reference);
  const before = namesOf({});
  expect(before.map((ref) => ref.split('/').at(-1))).toEqual(['second-by-name', 'first-by-name']);
  for (const chosen of before) expect(namesOf({ [chosen]: 'prompt-music' })).toEqual(before);
});

const samples = join(import.meta.dirname, '../../../shared/flows/aws-defaults');
test.skipIf(!existsSync(samples))('Amazon’s sample queue flow with callback is read whole (needs ../shared/flows)', () => {
  const { findings, content } = check(readFileSync(join(samples, 'sample_interruptible_queue_flow_with_callback.json'), 'utf8'));
  expect(content).not.toBeNull();
  expect(findings).toMatchObject({ Readable: true, Type: 'CUSTOMER_QUEUE', Name: 'Sample interruptible queue flow with callback' });
  expect(findings.Steps).toHaveLength(10);
  expect(findings.Faults.filter(({ Stops }) => Stops)).toEqual([]);
});

test('a function may stand for one that has an answer here; what has none can be said later', () => {
  const ask = { Identifier: 'a', Type: 'InvokeLambdaFunction', Parameters: { LambdaFunctionARN: 'arn:aws:lambda:us-east-1:1:function:isOpen' }, Transitions: { NextAction: 'bye', Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'bye' }] } };
  const withMock = (name: string): Instance => ({ ...instance, lambdas: [{ arn: `arn:aws:lambda:eu-west-1:2:function:${name}`, name, delayMs: durationMs(0), answer: { kind: 'timesOut' } }] });
  const found = (name: string) => flowReader.check(flow(ask, bye), { instance: withMock(name), mapping: {}, type: null }).findings.References;
  expect(found('isOpen')).toMatchObject([{ NeedsChoice: false, ResolvedTo: { Name: 'isOpen' } }]);
  expect(found('other')).toMatchObject([{ NeedsChoice: false, ResolvedTo: null, Candidates: [{ Name: 'other' }] }]);
});
