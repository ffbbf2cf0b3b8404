import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { seconds, type FlowType } from '../../engine/index.ts';
import { actionTypes } from '../../engine/flow/catalogue.ts';
import { plainNumbers } from '../../testing/builders.ts';
import { play } from './play.ts';
import { readFile } from './trial.ts';
import { parseFlow } from '../../engine/index.ts';
import { flowTypes } from './words.ts';

/** What no check of a file sees, because it is looked up while the flow runs. */
const attributes = { huge: '1e308', endless: 'Infinity', below: '-5', part: '0.0004', nothing: '', words: 'often', one: '1', proto: '__proto__', number: '+12065550142', abroad: '+447700900123' };

const value = fc.oneof(
  fc.constantFrom(...Object.keys(attributes).map((key) => `$.Attributes.${key}`)),
  fc.constantFrom('1', '5', '30', 'True', 'False', 'Queue', 'a0', 'a1', '', '$.External.a.b[0]', '$.Metrics.Queue.Size', "$['x']", '$.', '$.Attributes[', 'fn', '99999999999999999999'),
  fc.constantFrom<unknown>(0, -1, 1.5, true, null, {}, [], [{}]),
);

const names = [
  'PromptId', 'Text', 'SSML', 'InputTimeLimitSeconds', 'StoreInput', 'CallbackNumber', 'QueueId', 'AgentId', 'InitialCallDelaySeconds', 'MaximumConnectionAttempts', 'RetryDelaySeconds',
  'ContactFlowId', 'CallerId', 'QueuePriority', 'QueueTimeAdjustmentSeconds', 'ComparisonValue', 'MetricType', 'LoopCount', 'TimeLimitSeconds', 'TimeoutSeconds', 'TextToSpeechVoice',
  'LambdaFunctionARN', 'InvocationTimeLimitSeconds', 'InvocationType', 'FlowModuleId', 'HoursOfOperationId', 'InterruptFrequencySeconds', 'TargetContact', 'Attributes', 'FlowAttributes', 'EventHooks', 'Messages', 'Media',
];
const parameters = fc.record(Object.fromEntries([
  ...names.map((name) => [name, value]),
  ['Messages', fc.oneof(value, fc.array(fc.dictionary(fc.constantFrom('Text', 'SSML', 'PromptId'), value, { maxKeys: 2 }), { maxLength: 3 }))],
  ['Attributes', fc.oneof(value, fc.dictionary(fc.constantFrom('a', 'one', '__proto__', 'constructor'), value))],
  ['FlowAttributes', fc.oneof(value, fc.dictionary(fc.constantFrom('a', '__proto__'), fc.record({ Value: value })))],
  ['EventHooks', fc.oneof(value, fc.dictionary(fc.constantFrom('CustomerQueue', 'AgentWhisper', 'CustomerWhisper', 'CustomerHold', 'constructor'), value, { maxKeys: 1 }))],
  ['InputValidation', fc.oneof(value, fc.record({ PhoneNumberValidation: fc.record({ NumberFormat: fc.constantFrom('Local', 'E164'), CountryCode: value }) }), fc.record({ CustomValidation: fc.record({ MaximumLength: value }) }))],
  ['DTMFConfiguration', fc.oneof(value, fc.record({ InputTerminationSequence: value, DisableCancelKey: value, InterdigitTimeLimitSeconds: value }))],
  ['CallerId', fc.oneof(value, fc.record({ Number: value }))],
]), { requiredKeys: [] });

const id = fc.nat({ max: 6 }).map((index) => `a${index}`);
const action = (index: number): fc.Arbitrary<object> => fc.record({
  Identifier: fc.constant(`a${index}`),
  Type: fc.constantFrom(...actionTypes, 'Unheard'),
  Parameters: parameters,
  Transitions: fc.record({
    NextAction: id,
    Conditions: fc.array(fc.record({ NextAction: id, Condition: fc.record({ Operator: fc.constantFrom('Equals', 'NumberLessThan', 'NumberGreaterThan', 'TextContains', 'Odd'), Operands: fc.array(fc.constantFrom('1', 'True', 'WaitCompleted', 'MessagesInterrupted', 'ContinueLooping', '101', '$.Attributes.one'), { maxLength: 2 }) }) }), { maxLength: 3 }),
    Errors: fc.array(fc.record({ NextAction: id, ErrorType: fc.constantFrom('NoMatchingError', 'NoMatchingCondition', 'InputTimeLimitExceeded', 'QueueAtCapacity', 'InvalidPhoneNumber') }), { maxLength: 4 }),
  }, { requiredKeys: [] }),
});
const flow = fc.tuple(...Array.from({ length: 6 }, (_, index) => action(index))).map((actions) => JSON.stringify({ Version: '2019-10-30', StartAction: 'a0', Metadata: { name: 'Any' }, Actions: actions }));

test('a call through any flow comes to an end, whatever the flow says', () => {
  fc.assert(fc.property(flow, flow, fc.constantFrom<FlowType>(...flowTypes), fc.array(fc.constantFrom('1', '2', '206#', '2065550142#', '*', ''), { maxLength: 4 }), (text, other, type, keys) => {
    const parsed = parseFlow(text);
    if (!parsed.ok) return;
    const told = play({
      tried: { name: 'Any', type, content: parsed.value.content, isModule: false },
      others: [...readFile({ file: 'other', text: other }, 'CUSTOMER_QUEUE'), ...readFile({ file: 'fn', text: other }, null).map((each) => ({ ...each, name: 'a1', isModule: true }))],
      hours: 'open', lambdas: [{ arn: 'fn', name: 'fn', delayMs: seconds(0), answer: { kind: 'returns', json: { a: { b: ['x'] } } } }], attributes,
      caller: { keys, from: '+12065550142', seconds: 200 }, phoneNumbers: plainNumbers,
    });
    expect(told.outcome.ended).toEqual(expect.any(String));
    expect(told.timeline.every(({ atSeconds }) => atSeconds >= 0 && atSeconds <= 200)).toBe(true);
  }), { numRuns: 150 });
});
