import { describe, expect, test } from 'vitest';
import { plainNumbers } from '../../testing/builders.ts';
import { toldLines } from './tell.ts';
import { exitCodeOfTrial, likelyType, tryFlow } from './trial.ts';
import type { FoundFile, Trial } from './trial.ts';
import { readWishes } from './words.ts';
import type { CallerWishes } from './words.ts';
import { parseFlow } from '../../engine/index.ts';

const ARN = 'arn:aws:lambda:us-east-1:1:function:look-up';
const queueArn = 'arn:aws:connect:us-east-1:1:instance/i/queue/Sales';
const errors = (to: string, ...types: readonly string[]): object => ({ Errors: types.map((ErrorType) => ({ ErrorType, NextAction: to })) });
const say = (Identifier: string, Text: string, NextAction: string): object => ({ Identifier, Type: 'MessageParticipant', Parameters: { Text }, Transitions: { NextAction } });
const bye = { Identifier: 'bye', Type: 'DisconnectParticipant', Transitions: {} };
const end = { Identifier: 'end', Type: 'EndFlowExecution', Transitions: {} };

const file = (name: string, type: string | null, actions: readonly object[], start = 'a'): FoundFile => ({
  file: `${name}.json`, text: JSON.stringify({ Version: '2019-10-30', StartAction: start, Metadata: type === null ? {} : { name, type }, Actions: actions }),
});

const offer = file('Offer', 'contactFlow', [
  { Identifier: 'a', Type: 'GetParticipantInput', Parameters: { Text: 'Press 1 for a callback.', StoreInput: 'False', InputTimeLimitSeconds: '5' }, Transitions: { Conditions: [{ NextAction: 'number', Condition: { Operator: 'Equals', Operands: ['1'] } }], ...errors('bye', 'NoMatchingCondition', 'NoMatchingError', 'InputTimeLimitExceeded') } },
  { Identifier: 'number', Type: 'GetParticipantInput', Parameters: { Text: 'Your number, please.', StoreInput: 'True', InputTimeLimitSeconds: '5', InputValidation: { PhoneNumberValidation: { NumberFormat: 'Local', CountryCode: 'US' } } }, Transitions: { NextAction: 'set', ...errors('number', 'InvalidPhoneNumber', 'NoMatchingError') } },
  { Identifier: 'set', Type: 'UpdateContactCallbackNumber', Parameters: { CallbackNumber: '$.StoredCustomerInput' }, Transitions: { NextAction: 'make', ...errors('bye', 'InvalidCallbackNumber', 'CallbackNumberNotDialable') } },
  { Identifier: 'make', Type: 'CreateCallbackContact', Parameters: { QueueId: queueArn, InitialCallDelaySeconds: '99', MaximumConnectionAttempts: '2', RetryDelaySeconds: '600' }, Transitions: { NextAction: 'bye', ...errors('bye', 'NoMatchingError') } },
  bye,
]);

function tried(files: readonly FoundFile[], words: readonly string[] = [], texts: Readonly<Record<string, string>> = {}): Trial {
  const wishes = readWishes(['run', 'x', ...words]);
  const caller: CallerWishes | null = typeof wishes !== 'string' && wishes.verb === 'run' ? wishes.caller : null;
  if (caller === null) throw new Error(JSON.stringify(wishes));
  return tryFlow({ files, caller, readText: (name) => texts[name] ?? null, phoneNumbers: plainNumbers });
}

function told(...args: Parameters<typeof tried>) {
  const trial = tried(...args);
  if (trial.kind !== 'played') throw new Error(JSON.stringify(trial));
  return trial.told;
}

const heard = (...args: Parameters<typeof tried>): readonly string[] => told(...args).timeline.filter(({ what }) => what === 'heard').map(({ text }) => text);

describe('a caller', () => {
  test('hears, keys and gets what the flow says, each at its time', () => {
    const { timeline, outcome, path, entries } = told([offer], ['--keys', '1,2065550142#']);
    expect(timeline.map(({ atSeconds, what, text }) => [atSeconds, what, text])).toEqual([
      [0, 'heard', 'Press 1 for a callback.'], [1.534, 'pressed', '1'],
      [1.534, 'heard', 'Your number, please.'], [2.868, 'pressed', '2065550142#'],
      [2.868, 'done', 'stores +12065550142'], [2.868, 'done', 'sets the number to call back: +12065550142'],
      [2.868, 'done', 'promises a callback to +12065550142 in Sales: after 99 s, up to 3 dials, 600 s apart'],
      [2.868, 'done', 'the call ends: the flow disconnects'],
    ]);
    expect(outcome).toEqual({
      ended: 'flowDisconnected', failed: false, queue: null, attributes: {}, errors: [],
      callbacks: [{ number: '+12065550142', queue: 'Sales', initialDelaySeconds: 99, dialsMax: 3, retryDelaySeconds: 600, callerId: null }],
    });
    expect(entries).toBe(2);
    expect(path.map(({ action, by }) => `${by} → ${action}`)).toEqual(['start → a', '1 → number', 'NextAction → set', 'NextAction → make', 'NextAction → bye']);
  });

  test('who keys nothing is silent, and an empty entry is silence too', () => {
    expect(told([offer]).path.map(({ by }) => by)).toEqual(['start', 'InputTimeLimitExceeded']);
    expect(told([offer], ['--keys', '1,,2065550142#']).outcome.callbacks).toEqual([]);
    expect(told([offer], ['--keys', '1,5#,2065550142#']).outcome.callbacks).toHaveLength(1);
  });

  test('hangs up when patience is over', () => {
    const wait = file('Wait', 'contactFlow', [{ Identifier: 'a', Type: 'Wait', Parameters: { TimeLimitSeconds: '5000' }, Transitions: { NextAction: 'bye', ...errors('bye', 'NoMatchingError') } }, bye]);
    expect(told([wait], ['--seconds', '30']).timeline.at(-1)).toMatchObject({ atSeconds: 30, text: 'the call ends: the caller hangs up' });
  });

  test('comes with a number and attributes', () => {
    const says = file('Says', 'contactFlow', [say('a', '$.CustomerEndpoint.Address is $.Attributes.tier', 'bye'), bye]);
    expect(heard([says], ['--from', '+12065550177', '--attributes', 'tier=gold'])).toEqual(['+12065550177 is gold']);
    expect(told([says], ['--attributes', 'tier=gold']).outcome.attributes).toEqual({ tier: 'gold' });
  });

  test('finds the hours open or closed', () => {
    const hours = file('Hours', 'contactFlow', [
      { Identifier: 'a', Type: 'CheckHoursOfOperation', Parameters: { HoursOfOperationId: 'arn:aws:connect:us-east-1:1:instance/i/operating-hours/Day' }, Transitions: { Conditions: ['True', 'False'].map((operand) => ({ NextAction: operand, Condition: { Operator: 'Equals', Operands: [operand] } })), ...errors('bye', 'NoMatchingError') } },
      say('True', 'open', 'bye'), say('False', 'closed', 'bye'), bye,
    ]);
    expect([heard([hours]), heard([hours], ['--hours', 'closed'])]).toEqual([['open'], ['closed']]);
  });
});

describe('a Lambda function', () => {
  const asks = file('Asks', 'contactFlow', [{ Identifier: 'a', Type: 'InvokeLambdaFunction', Parameters: { LambdaFunctionARN: ARN, InvocationTimeLimitSeconds: '3' }, Transitions: { NextAction: 'good', ...errors('bad', 'NoMatchingError') } }, say('good', 'It is $.External.status', 'bye'), say('bad', 'sorry', 'bye'), bye]);

  test('answers what its file says, fails or never answers', () => {
    expect(heard([asks], ['--lambda', `${ARN}=a.json`], { 'a.json': '{"status":"open"}' })).toEqual(['It is open']);
    expect(heard([asks], ['--lambda', `${ARN}=fails`])).toEqual(['sorry']);
    expect(told([asks], ['--lambda', `${ARN}=timesOut`]).timeline.map(({ atSeconds, text }) => [atSeconds, text])).toContainEqual([3, 'sorry']);
    expect(told([asks]).outcome.errors).toEqual([expect.stringContaining('“look-up” has no answer here')]);
  });

  test('whose file is not there, or is no answer, is refused', () => {
    expect(tried([asks], ['--lambda', `${ARN}=gone.json`])).toMatchObject({ kind: 'refused', sentence: expect.stringContaining('no file gone.json') });
    expect(tried([asks], ['--lambda', `${ARN}=a.json`], { 'a.json': '[]' })).toMatchObject({ kind: 'refused', sentence: expect.stringContaining('a.json: A function returns a JSON object') });
  });
});

describe('a flow of another type', () => {
  const whisper = (type: string): FoundFile => file('Whisper', type, [say('a', 'Hello', 'end'), end]);

  test('of a queue is heard by a caller who waits', () => {
    const music = file('Music', 'customerQueue', [{ Identifier: 'a', Type: 'MessageParticipantIteratively', Parameters: { Messages: [{ Text: 'Please wait.' }, { PromptId: 'arn:aws:connect:us-east-1:1:instance/i/prompt/Music' }] }, Transitions: errors('end', 'NoMatchingError') }, end]);
    expect(heard([music])).toEqual(['Please wait.', '[Music]']);
    expect(told([music]).outcome).toMatchObject({ ended: 'customerHungUp', queue: 'Queue' });
  });

  test('is a whisper to the agent, to the caller, or to whoever is called back', () => {
    const by = (type: string) => told([whisper(type)]).timeline.filter(({ what }) => what === 'heard').map(({ atSeconds, by: who }) => [atSeconds, who]);
    expect([by('agentWhisper'), by('customerWhisper'), by('outboundWhisper')]).toEqual([[[0, 'agent']], [[0, 'caller']], [[2, 'caller']]]);
    expect(told([whisper('outboundWhisper')]).timeline.map(({ text }) => text)).toContain('agent and customer are joined');
  });

  test('is music on hold', () => {
    const hold = file('Hold', 'customerHold', [{ Identifier: 'a', Type: 'MessageParticipantIteratively', Parameters: { Messages: [{ Text: 'On hold.' }] }, Transitions: {} }, end]);
    expect(heard([hold])).toEqual(['On hold.']);
  });

  test('is a transfer, to which a caller comes with a queue', () => {
    expect(heard([file('Transfer', 'queueTransfer', [say('a', 'To $.Queue.Name', 'bye'), bye])])).toEqual(['To Queue']);
  });

  test('that does not tell which is taken for what its name says, else for the first that allows its actions', () => {
    const content = (actions: readonly object[]) => {
      const parsed = parseFlow(file('x', null, actions).text ?? '');
      if (!parsed.ok) throw new Error('no flow');
      return parsed.value.content;
    };
    const spoken = content([say('a', 'Hello', 'end'), end]);
    expect([likelyType('default_outbound', spoken), likelyType('Agent whisper (default)', spoken), likelyType('Anything', spoken)]).toEqual(['OUTBOUND_WHISPER', 'AGENT_WHISPER', 'CONTACT_FLOW']);
    expect(likelyType('agent whisper', content([{ Identifier: 'a', Type: 'MessageParticipantIteratively', Parameters: { Messages: [{ Text: 'x' }] } }]))).toBe('CUSTOMER_QUEUE');
    expect(likelyType('x', content([{ Identifier: 'a', Type: 'EndFlowModuleExecution' }]))).toBe('CONTACT_FLOW');
    expect(tried([file('agent-hold', null, [say('a', 'x', 'end'), end])])).toMatchObject({ notes: [expect.stringContaining('it is played as')] });
    expect(tried([file('x', null, [say('a', 'x', 'end'), end])], ['--type', 'AGENT_WHISPER'])).toMatchObject({ notes: [] });
  });
});

describe('several files', () => {
  test('are what the first may go on in, by name', () => {
    const first = file('First', 'contactFlow', [{ Identifier: 'a', Type: 'InvokeFlowModule', Parameters: { FlowModuleId: 'Greet' }, Transitions: { NextAction: 'go', ...errors('bye', 'NoMatchingError') } }, { Identifier: 'go', Type: 'TransferToFlow', Parameters: { ContactFlowId: 'Second' }, Transitions: errors('bye', 'NoMatchingError') }, bye]);
    const greet = file('Greet', 'contactFlow', [say('a', 'Good day', 'r'), { Identifier: 'r', Type: 'EndFlowModuleExecution' }]).text?.replace(',"type":"contactFlow"', '') ?? '';
    const all = told([first, { file: 'greet.json', text: greet }, file('Second', 'contactFlow', [say('a', 'Goodbye', 'bye'), bye])]);
    expect(all.timeline.map(({ text }) => text)).toEqual(['goes into a module', 'Good day', 'goes on in the flow “Second”', 'Goodbye', 'the call ends: the flow disconnects']);
    expect(told([first]).timeline.map(({ text }) => text)).toEqual(['a: the module is not known here', 'the call ends: the flow disconnects']);
    expect(tried([{ file: 'greet.json', text: greet }])).toMatchObject({ kind: 'refused', sentence: expect.stringContaining('“Greet” is a module') });
  });

  test('that lack the next flow end where it would begin', () => {
    const first = file('First', 'contactFlow', [{ Identifier: 'a', Type: 'TransferToFlow', Parameters: { ContactFlowId: 'arn:aws:connect:us-east-1:1:instance/i/contact-flow/Gone' }, Transitions: errors('bye', 'NoMatchingError') }, bye]);
    expect(told([first]).timeline.map(({ text }) => text)).toEqual(['goes on in the flow “Gone (not among the files)”', 'the call ends: the flow ended without leading anywhere']);
  });
});

describe('the exit code', () => {
  test('is 0 for a call that came to an end', () => {
    expect(exitCodeOfTrial(tried([offer]))).toBe(0);
  });

  test('is 1 where faults stop the flow, or it fails while it runs', () => {
    expect(exitCodeOfTrial(tried([file('Broken', 'contactFlow', [say('a', 'x', 'nowhere')])]))).toBe(1);
    expect(exitCodeOfTrial(tried([file('Stuck', 'contactFlow', [{ Identifier: 'a', Type: 'MakeCoffee', Transitions: {} }])]))).toBe(1);
    expect(exitCodeOfTrial(tried([file('Long', 'agentWhisper', [say('a', 'x'.repeat(5000), 'end'), end])]))).toBe(1);
  });

  test('is 2 where a file is no flow or the number is none', () => {
    expect(exitCodeOfTrial(tried([{ file: 'x.json', text: '[]' }]))).toBe(2);
    expect(exitCodeOfTrial(tried([{ file: 'x.json', text: null, why: 'gone' }]))).toBe(2);
    expect(exitCodeOfTrial(tried([]))).toBe(2);
    expect(tried([offer], ['--from', '+999999999999'])).toMatchObject({ kind: 'refused', sentence: expect.stringContaining('+999999999999') });
  });
});

test('people read the same in lines', () => {
  const lines = toldLines(told([offer], ['--keys', '1,2065550142#']));
  expect(lines.slice(0, 3)).toEqual(['A caller in “Offer”', '  00:00.0  the caller hears “Press 1 for a callback.” (1.5 s)', '  00:01.5  the caller presses 1']);
  expect(lines.slice(-2)).toEqual(['Promised: a callback to +12065550142 in Sales.', 'Nothing went wrong.']);
  const stuck = toldLines(told([file('Stuck', 'contactFlow', [{ Identifier: 'a', Type: 'MakeCoffee', Transitions: {} }])]));
  expect(stuck).toContain('No callback was promised.');
  expect(stuck.at(-1)).toBe('2 things went wrong.');
  expect(stuck[1]).toContain('! a: "MakeCoffee" cannot be run here');
});

test('the same caller has the same call every time', () => {
  expect(told([offer], ['--keys', '1,2065550142#'])).toEqual(told([offer], ['--keys', '1,2065550142#']));
});
