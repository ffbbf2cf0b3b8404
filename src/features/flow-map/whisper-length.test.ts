import { describe, expect, test } from 'vitest';
import { demoMap } from '../../testing/demo-map.ts';
import { readDemoFlow } from '../../demo/demo-flows.ts';
import type { FlowAssignments } from '../../protocol/http-flows.ts';
import { hookedFlows } from './queue-of.ts';
import { secondsSaid, whispersOf } from './whisper-length.ts';

const say = (Identifier: string, Parameters: object, NextAction: string) => ({ Identifier, Type: 'MessageParticipant', Parameters, Transitions: { NextAction } });
const end = { Identifier: 'end', Type: 'EndFlowExecution' };
const spans = (...actions: readonly object[]) =>
  secondsSaid(demoMap(JSON.stringify({ Version: '2019-10-30', StartAction: 'a', Metadata: { type: 'agentWhisper' }, Actions: [...actions, end] })).findings);

const said = (...actions: readonly object[]): number | null => spans(...actions)?.most ?? null;

describe('the length of a message', () => {
  test('is what its prompts take, one after the other', () => {
    const text = 'You are being connected to a customer who asked to be called back.';
    const one = said(say('a', { Text: text }, 'end')) ?? 0;
    expect(one).toBeGreaterThan(2);
    expect(said(say('a', { Text: text }, 'b'), say('b', { SSML: '<speak><break time="9s"/></speak>' }, 'end'))).toBeGreaterThanOrEqual(one + 9);
    expect(said(end, { Identifier: 'a', Type: 'UpdateContactAttributes', Parameters: { Attributes: {} }, Transitions: { NextAction: 'end' } })).toBe(0);
  });

  test('of the demo is the one that its agents wait for', () => {
    const demo = (name: string) => secondsSaid(demoMap(readDemoFlow(name) ?? '').findings);
    expect(demo('agent-whisper.json')).toMatchObject({ most: 10 });
    expect(demo('outbound-whisper.json')).toEqual({ least: 15, most: 15 });
  });

  test('that one contact hears and another does not is between the two', () => {
    const ask = { Identifier: 'a', Type: 'Compare', Parameters: { ComparisonValue: '$.Channel' }, Transitions: { NextAction: 'end', Conditions: [{ NextAction: 'b', Condition: { Operator: 'Equals', Operands: ['VOICE'] } }], Errors: [{ ErrorType: 'NoMatchingCondition', NextAction: 'end' }] } };
    expect(spans(ask, say('b', { SSML: '<speak><break time="9s"/></speak>' }, 'end'))).toEqual({ least: 0, most: expect.toSatisfy((most: number) => most >= 9) });
  });

  test.each([
    ['a word that is looked up', [say('a', { Text: 'Hello $.Attributes.name' }, 'end')]],
    ['a prompt that is not here', [say('a', { PromptId: 'arn:gone' }, 'end')]],
    ['a circle', [say('a', { Text: 'On' }, 'b'), say('b', { Text: 'and on' }, 'a')]],
    ['somebody else’s answer', [{ Identifier: 'a', Type: 'InvokeLambdaFunction', Parameters: { LambdaFunctionARN: 'x' }, Transitions: { NextAction: 'end' } }]],
  ])('is not known with %s', (_what, actions) => {
    expect(said(...actions)).toBeNull();
  });
});

describe('the messages of a callback', () => {
  const queue = { Id: 'q', Name: 'Q', CustomerQueueFlowId: null, AgentWhisperFlowId: 'own', OutboundWhisperFlowId: null };
  const assignments: FlowAssignments = { PhoneNumbers: [], Queues: [queue], Defaults: [{ Type: 'AGENT_WHISPER', ContactFlowId: 'default' }] };

  test('are those of its queue, else the defaults, else none', () => {
    expect(whispersOf('q', assignments, [], [])).toEqual({ agent: 'own', customer: null });
    expect(whispersOf('q', { ...assignments, Queues: [{ ...queue, AgentWhisperFlowId: null }] }, [], [])).toMatchObject({ agent: 'default' });
    expect(whispersOf(null, assignments, [], [])).toEqual({ agent: undefined, customer: undefined });
  });

  test('are those chosen and not saved yet', () => {
    expect(whispersOf('q', assignments, [{ queueId: 'q', use: 'agentWhisper', flowId: 'new' }, { queueId: 'other', use: 'outboundWhisper', flowId: 'x' }], [])).toEqual({ agent: 'new', customer: null });
  });

  test('to the agent is the one that the flow hooks, if it is a single one', () => {
    expect([whispersOf('q', assignments, [], ['h', 'h']).agent, whispersOf('q', assignments, [], ['h', 'i']).agent]).toEqual(['h', undefined]);
    const hooked = demoMap(JSON.stringify({ Version: '2019-10-30', StartAction: 'a', Metadata: { type: 'contactFlow' }, Actions: [{ Identifier: 'a', Type: 'UpdateContactEventHooks', Parameters: { EventHooks: { AgentWhisper: 'Agent whisper', CustomerQueue: 'x' } }, Transitions: { NextAction: 'b' } }, { Identifier: 'b', Type: 'DisconnectParticipant' }] }));
    expect(hookedFlows(hooked.findings, hooked.file)).toHaveLength(1);
  });
});
