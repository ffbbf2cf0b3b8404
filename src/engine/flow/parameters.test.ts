import { describe, expect, test } from 'vitest';
import { limitsOf } from './parameters.ts';
import { parseFlow } from './parse.ts';

/** What is said of one action with these parameters, whatever its branches lack. */
function saidOf(Type: string, Parameters: object, Conditions: readonly object[] = []): readonly { readonly code: string; readonly sentence: string; readonly remedy: string }[] {
  const parsed = parseFlow(JSON.stringify({
    Version: '2019-10-30', StartAction: 'it',
    Actions: [{ Identifier: 'it', Type, Parameters, Transitions: { NextAction: 'bye', Conditions } }, { Identifier: 'bye', Type: 'DisconnectParticipant' }],
  }));
  if (!parsed.ok) throw new Error(parsed.refusal[0]?.sentence);
  return parsed.value.faults.filter(({ code }) => code !== 'BRANCH_MISSING' && code !== 'BRANCH_REQUIRED');
}

/** A stored entry with this validation. */
const entry = (InputValidation: object, more: object = {}): object => ({ Text: 'Your number, please', StoreInput: 'True', InputValidation, ...more });
const equals = (...Operands: readonly string[]): readonly object[] => [{ NextAction: 'bye', Condition: { Operator: 'Equals', Operands } }];

describe('a number (spec §6.4)', () => {
  test.each<[string, object, string]>([
    ['text that is none', { LoopCount: 'many' }, 'LoopCount is “many”, not a whole number'],
    ['with a fraction', { LoopCount: 1.5 }, 'LoopCount is 1.5, not a whole number'],
    ['true or false', { LoopCount: true }, 'LoopCount is true or false, not a whole number'],
    ['a list', { LoopCount: [3] }, 'LoopCount is a list, not a whole number'],
    ['too large', { LoopCount: 101 }, 'LoopCount is 101; it must be a whole number from 0 to 100'],
    ['too small', { LoopCount: '-1' }, 'LoopCount is -1; it must be a whole number from 0 to 100'],
  ])('is refused when it is %s', (_what, parameters, words) => {
    expect(saidOf('Loop', parameters).map(({ sentence }) => sentence)).toEqual([expect.stringContaining(words)]);
  });

  test.each<[string, object]>([
    ['Loop', { LoopCount: '0' }], ['Loop', { LoopCount: 100 }], ['Loop', { LoopCount: '$.Attributes.rounds' }],
    ['UpdateContactRoutingBehavior', { QueuePriority: '1' }], ['UpdateContactRoutingBehavior', { QueueTimeAdjustmentSeconds: '-600' }],
    ['Wait', { TimeLimitSeconds: '1' }], ['Wait', { TimeoutSeconds: '604800' }],
  ])('of %s is taken within its range: %j', (type, parameters) => {
    expect(saidOf(type, parameters).filter(({ code }) => code !== 'VOICE_MAY_NOT_WAIT')).toEqual([]);
  });

  test('that has no upper end is told from where it goes on, with its unit', () => {
    expect(saidOf('UpdateContactRoutingBehavior', { QueuePriority: 0 })[0]).toMatchObject({ sentence: expect.stringContaining('a whole number from 1 on'), remedy: 'Write a whole number from 1 on.' });
    expect(saidOf('UpdateContactRoutingBehavior', { QueueTimeAdjustmentSeconds: 'soon' })[0]?.remedy).toBe('Write a whole number (seconds).');
    expect(saidOf('Wait', { TimeLimitSeconds: '604801' })[0]?.remedy).toBe('Write a whole number from 1 to 604800 (seconds).');
  });

  test('deep in the parameters is named by its last word', () => {
    expect(saidOf('GetParticipantInput', entry({ CustomValidation: { MaximumLength: 0 } }))[0]?.sentence).toContain('MaximumLength is 0; it must be a whole number from 1 on');
    expect(saidOf('GetParticipantInput', entry({ CustomValidation: {} }, { DTMFConfiguration: { InterdigitTimeLimitSeconds: 21 } }))[0]?.sentence).toContain('InterdigitTimeLimitSeconds is 21');
  });

  test('beyond what a number can hold is none', () => {
    const parsed = parseFlow('{"Version":"2019-10-30","StartAction":"a","Actions":[{"Identifier":"a","Type":"Loop","Parameters":{"LoopCount":1e999}}]}');
    expect(parsed.ok && parsed.value.faults.some(({ sentence }) => sentence.includes('LoopCount is Infinity, not a whole number'))).toBe(true);
  });
});

describe('what is said', () => {
  test('is one of prompt, text, markup and media', () => {
    expect(saidOf('MessageParticipant', { Text: 'Hello' })).toEqual([]);
    expect(saidOf('MessageParticipant', { Text: 'Hello', PromptId: 'p' })[0]?.sentence).toContain('PromptId and Text are given together');
  });

  test('is text', () => {
    expect(saidOf('MessageParticipant', { SSML: 5 })[0]?.sentence).toContain('SSML is a number');
  });

  test('is no longer than six thousand characters', () => {
    expect(saidOf('MessageParticipant', { Text: 'x'.repeat(6000) })).toEqual([]);
    expect(saidOf('MessageParticipant', { Text: 'x'.repeat(6001) })).toMatchObject([{ code: 'TEXT_TOO_LONG', stops: false }]);
  });

  test('in a loop is a list in which each says something', () => {
    const loop = (Messages: unknown, more: object = {}) => saidOf('MessageParticipantIteratively', { Messages, ...more }).map(({ sentence }) => sentence);
    expect(loop([{ Text: 'Please hold' }, { SSML: '<speak>…</speak>' }])).toEqual([]);
    for (const none of [[], 'Please hold', {}]) expect(loop(none)).toEqual([expect.stringContaining('at least one message')]);
    for (const odd of [{}, 'Please hold', null]) expect(loop([{ Text: 'a' }, odd])).toEqual([expect.stringContaining('neither PromptId nor Text nor SSML')]);
  });

  test('is not interrupted within the twenty seconds of a join (spec §1.14)', () => {
    const codes = (InterruptFrequencySeconds: unknown) => saidOf('MessageParticipantIteratively', { Messages: [{ Text: 'a' }], InterruptFrequencySeconds }).map(({ code }) => code);
    expect([codes('20'), codes('21'), codes(undefined)]).toEqual([['INTERRUPTS_TOO_OFTEN'], [], []]);
  });
});

describe('an entry', () => {
  const menuSaid = (...operands: readonly string[]) => saidOf('GetParticipantInput', { Text: 'Press 1', StoreInput: 'False' }, equals(...operands)).map(({ sentence }) => sentence);
  test.each(['0', '1', '9', '*', '#'])('as a menu may branch on the key %s', (key) => expect(menuSaid(key)).toEqual([]));
  test.each([[['12']], [['yes']], [['']], [['1', '2']], [[]]])('as a menu may not branch on %j', (operands) => {
    expect(menuSaid(...operands)).toEqual([expect.stringContaining('a menu cannot branch on')]);
  });

  test('as a menu compares by Equals alone', () => {
    expect(saidOf('GetParticipantInput', { Text: 'Press 1', StoreInput: 'False' }, [{ NextAction: 'bye', Condition: { Operator: 'NumberGreaterThan', Operands: ['1'] } }])[0]?.sentence).toContain('“NumberGreaterThan 1”');
  });

  test('is ended by five keys at the most', () => {
    const ended = (InputTerminationSequence: string) => saidOf('GetParticipantInput', entry({ CustomValidation: {} }, { DTMFConfiguration: { InputTerminationSequence } }));
    expect(ended('#####')).toEqual([]);
    expect(ended('######')[0]?.sentence).toContain('the keys that end the entry are 6');
  });

  test.each<[object, readonly string[]]>([
    [{ NumberFormat: 'E164' }, []],
    [{ NumberFormat: 'Local', CountryCode: 'US' }, []],
    [{ NumberFormat: 'Local', CountryCode: '$.Attributes.country' }, []],
    [{ NumberFormat: 'Local', CountryCode: 'us' }, ['needs the CountryCode']],
    [{ NumberFormat: 'Local', CountryCode: 1 }, ['needs the CountryCode']],
    [{ NumberFormat: 'Long' }, ['neither Local nor E164']],
  ])('of a telephone number with %j', (validation, words) => {
    expect(saidOf('GetParticipantInput', entry({ PhoneNumberValidation: validation })).map(({ sentence }) => sentence)).toEqual(words.map((word) => expect.stringContaining(word)));
  });
});

describe('an event hook', () => {
  test.each<[unknown, string]>([
    ['AgentWhisper', 'EventHooks is text'],
    [{}, '0 event hooks are set at once'],
    [{ AgentHold: 'a', CustomerHold: 'b' }, '2 event hooks are set at once'],
    [{ OutboundWhisper: 'a' }, 'cannot be set by a flow'],
    [{ Breakfast: 'a' }, 'there is no event hook “Breakfast”'],
  ])('set by %j is refused', (EventHooks, words) => {
    expect(saidOf('UpdateContactEventHooks', { EventHooks }).map(({ sentence }) => sentence)).toEqual([expect.stringContaining(words)]);
  });

  test.each(['AgentHold', 'AgentWhisper', 'CustomerHold', 'CustomerQueue', 'CustomerRemaining', 'CustomerWhisper', 'DefaultAgentUI', 'DisconnectAgentUI', 'PauseContact', 'ResumeContact'])('may be %s', (hook) => {
    expect(saidOf('UpdateContactEventHooks', { EventHooks: { [hook]: 'a' } }).filter(({ code }) => code !== 'HOOK_NOT_RUN')).toEqual([]);
  });
});

test('a metric is one of the five that can be checked', () => {
  for (const MetricType of ['NumberOfAgentsAvailable', 'NumberOfAgentsStaffed', 'NumberOfAgentsOnline', 'OldestContactInQueueAgeSeconds', 'NumberOfContactsInQueue']) expect(saidOf('CheckMetricData', { MetricType })).toEqual([]);
  expect(saidOf('CheckMetricData', { MetricType: 'Weather' })[0]?.sentence).toContain('the metric “Weather” is not known');
});

test('what a file says at length is cut short where it is quoted', () => {
  expect(saidOf('CheckMetricData', { MetricType: 'W'.repeat(61) })[0]?.sentence).toContain(`“${'W'.repeat(57)}…”`);
  expect(saidOf('CheckMetricData', { MetricType: 'W'.repeat(60) })[0]?.sentence).toContain(`“${'W'.repeat(60)}”`);
});

test('the limits of an action are told, and where there is none above', () => {
  expect(limitsOf('CreateCallbackContact')).toEqual([
    { path: ['InitialCallDelaySeconds'], min: 0, max: 259_200 }, { path: ['MaximumConnectionAttempts'], min: 0, max: null }, { path: ['RetryDelaySeconds'], min: 1, max: 259_200 },
  ]);
  expect(limitsOf('Compare')).toEqual([]);
});
