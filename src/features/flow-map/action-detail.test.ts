import { describe, expect, test } from 'vitest';
import { demoMap, t } from '../../testing/demo-map.ts';
import { detailOf, spanWords } from './action-detail.ts';

const end = { Identifier: 'end', Type: 'DisconnectParticipant' };
const detail = (Type: string, Parameters: object): string | null =>
  demoMap(JSON.stringify({ Version: '2019-10-30', StartAction: 'a', Metadata: { type: 'contactFlow' }, Actions: [{ Identifier: 'a', Type, Parameters, Transitions: { NextAction: 'end' } }, end] })).map.byId.get('a')?.detail ?? null;

describe('an action in a line', () => {
  test.each([
    ['MessageParticipant', { Text: 'Hello.' }, '“Hello.”'],
    ['MessageParticipant', { SSML: '<speak>Hello <break time="1s"/> there</speak>' }, '“Hello there”'],
    ['MessageParticipant', { PromptId: 'Hold music' }, 'Hold music'],
    ['MessageParticipantIteratively', { Messages: [{ Text: 'Wait.' }, { PromptId: 'Hold music' }], InterruptFrequencySeconds: '30' }, 'interrupted every 30 s · “Wait.”'],
    ['CreateCallbackContact', { MaximumConnectionAttempts: '0', RetryDelaySeconds: '600' }, 'after 0 s, no retry'],
    ['CreateCallbackContact', { InitialCallDelaySeconds: '5', MaximumConnectionAttempts: 1, RetryDelaySeconds: 600, QueueId: 'CallbackQueue' }, 'after 5 s, 1 retry after 10 min, in CallbackQueue'],
    ['UpdateContactEventHooks', { EventHooks: { AgentWhisper: 'Agent whisper', Other: 'x' } }, 'Message to the agent: Agent whisper, Other: x'],
    ['UpdateContactTargetQueue', { QueueId: 'CallbackQueue' }, 'CallbackQueue'],
    ['UpdateContactRoutingBehavior', { QueuePriority: '1' }, 'priority 1'],
    ['UpdateContactRoutingBehavior', { QueueTimeAdjustmentSeconds: '600' }, 'time in queue 600 s'],
    ['InvokeLambdaFunction', { LambdaFunctionARN: 'arn:aws:lambda:us-east-1:1:function:lookUp' }, 'lookUp'],
    ['CheckMetricData', { MetricType: 'NumberOfAgentsStaffed' }, 'NumberOfAgentsStaffed'],
    ['UpdateContactCallbackNumber', { CallbackNumber: '$.StoredCustomerInput' }, '$.StoredCustomerInput'],
    ['Compare', { ComparisonValue: '$.Channel' }, '$.Channel'],
    ['Loop', { LoopCount: '3' }, '3 rounds'],
    ['TransferToFlow', {}, null],
  ])('%s %j', (type, parameters, words) => {
    expect(detail(type, parameters)).toBe(words);
  });
});

test('where all dials are counted, a number of attempts is a retry less', () => {
  const { step, file, findings } = demoMap();
  const total = { ...findings, AttemptsMean: 'total' as const };
  expect(detailOf(step('request-callback'), file.parameters.get('request-callback'), total, t)).toContain('1 retry after 10 min');
});

test.each([['99', '1 min 39 s'], ['0', '0 s'], ['600', '10 min'], ['5400', '1 h 30 min'], ['259200', '3 days'], ['90061', '1 day 1 h 1 min 1 s'], ['$.Attributes.delay', '$.Attributes.delay']])(
  '%s seconds of a file read %s', (seconds, words) => {
    expect(spanWords(seconds, t)).toBe(words);
  },
);
