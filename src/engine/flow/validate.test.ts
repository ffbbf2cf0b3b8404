import { expect, test } from 'vitest';
import type { FlowType } from './model.ts';
import { parseFlow } from './parse.ts';
import { validateFlow } from './validate.ts';

interface Draft {
  readonly type: string;
  readonly with?: object;
  readonly next?: string;
  readonly on?: Readonly<Record<string, string>>;
  readonly errors?: Readonly<Record<string, string>>;
}

/** A flow from short drafts; the first action starts it. */
function contentOf(drafts: Readonly<Record<string, Draft>>, start = Object.keys(drafts)[0]) {
  const actions = Object.entries(drafts).map(([id, draft]) => ({
    Identifier: id, Type: draft.type, Parameters: draft.with ?? {},
    Transitions: {
      ...(draft.next === undefined ? {} : { NextAction: draft.next }),
      Conditions: Object.entries(draft.on ?? {}).map(([operand, next]) => ({ NextAction: next, Condition: { Operator: 'Equals', Operands: [operand] } })),
      Errors: Object.entries(draft.errors ?? {}).map(([errorType, next]) => ({ NextAction: next, ErrorType: errorType })),
    },
  }));
  const parsed = parseFlow(JSON.stringify({ Version: '2019-10-30', StartAction: start, Actions: actions }));
  if (!parsed.ok) throw new Error(parsed.refusal[0]?.sentence);
  return parsed.value.content;
}

const faultsOf = (drafts: Readonly<Record<string, Draft>>, type: FlowType | null = null) => validateFlow(contentOf(drafts), type);
const codesOf = (drafts: Readonly<Record<string, Draft>>, type: FlowType | null = null) => faultsOf(drafts, type).map(({ code }) => code);

const bye: Draft = { type: 'DisconnectParticipant' };
const say = (next: string): Draft => ({ type: 'MessageParticipant', with: { Text: 'Hello' }, next });
const set = (next: string): Draft => ({ type: 'UpdateContactAttributes', with: { Attributes: { a: '1' } }, next, errors: { NoMatchingError: 'bye' } });
const compare = (yes: string, no: string): Draft => ({ type: 'Compare', with: { ComparisonValue: '$.Attributes.a' }, on: { 1: yes }, errors: { NoMatchingCondition: no } });
const callback = (parameters: object, next = 'bye'): Draft => ({ type: 'CreateCallbackContact', with: parameters, next, errors: { NoMatchingError: 'bye' } });
const menu = (next: string): Draft => ({
  type: 'GetParticipantInput', with: { Text: 'Press 1', StoreInput: 'False', InputTimeLimitSeconds: '5' }, on: { 1: next },
  errors: { NoMatchingCondition: next, NoMatchingError: next, InputTimeLimitExceeded: next },
});

test('a branch to a missing action stops the flow and names the action and the branch', () => {
  expect(faultsOf({ hello: say('nowhere') })).toMatchObject([{ code: 'TARGET_MISSING', stops: true, place: 'hello → NextAction' }]);
  expect(faultsOf({ ask: { ...menu('bye'), on: { 1: 'gone' } }, bye })[0]).toMatchObject({ code: 'TARGET_MISSING', place: 'ask → Equals 1' });
  expect(faultsOf({ hello: say('constructor') }).map(({ code }) => code)).toEqual(['TARGET_MISSING']);
});

test('a flow without a start, or with one that is not there, is stopped', () => {
  expect(validateFlow({ ...contentOf({ bye }), start: '' }, null)).toMatchObject([{ code: 'START_MISSING', stops: true }, { code: 'UNREACHABLE' }]);
  expect(validateFlow(contentOf({ bye }, 'elsewhere'), null)[0]).toMatchObject({ code: 'START_MISSING', place: '$.StartAction' });
});

test('an action that no way leads to is a warning', () => {
  expect(faultsOf({ bye, lost: say('bye') })).toMatchObject([{ code: 'UNREACHABLE', stops: false, place: 'lost' }]);
});

test('an action that must lead on stops the flow when it leads nowhere', () => {
  expect(faultsOf({ hello: { type: 'MessageParticipant', with: { Text: 'Hello' } } })).toMatchObject([{ code: 'NEXT_MISSING', stops: true, place: 'hello → NextAction' }]);
});

test('Transfer to queue is refused without its branch for a full queue', () => {
  const transfer: Draft = { type: 'TransferContactToQueue', errors: { NoMatchingError: 'bye' } };
  expect(faultsOf({ transfer, bye })).toMatchObject([{ code: 'BRANCH_REQUIRED', stops: true, place: 'transfer → QueueAtCapacity' }]);
});

test('a branch that may be taken but is not connected is a warning', () => {
  const setNumber: Draft = { type: 'UpdateContactCallbackNumber', with: { CallbackNumber: '$.StoredCustomerInput' }, next: 'bye', errors: { InvalidCallbackNumber: 'bye' } };
  expect(faultsOf({ setNumber, bye })).toMatchObject([{ code: 'BRANCH_MISSING', stops: false, place: 'setNumber → CallbackNumberNotDialable' }]);
});

test.each<[FlowType, boolean]>([['CONTACT_FLOW', true], ['CUSTOMER_QUEUE', true], ['QUEUE_TRANSFER', true], ['AGENT_WHISPER', false], ['CUSTOMER_HOLD', false]])(
  'a callback is created from a flow of the type %s: %s', (type, allowed) => {
    expect(!codesOf({ make: callback({ RetryDelaySeconds: '60' }), bye }, type).includes('NOT_IN_THIS_TYPE')).toBe(allowed);
  });

test.each([
  [{ InitialCallDelaySeconds: '0' }, []], [{ InitialCallDelaySeconds: 259_200 }, []], [{ InitialCallDelaySeconds: '$.Attributes.delay' }, []],
  [{ InitialCallDelaySeconds: '259201' }, ['PARAMETER_OUT_OF_RANGE']], [{ InitialCallDelaySeconds: '-1' }, ['PARAMETER_OUT_OF_RANGE']],
  [{ RetryDelaySeconds: 0 }, ['PARAMETER_OUT_OF_RANGE']], [{ RetryDelaySeconds: 'soon' }, ['PARAMETER_WRONG']], [{ RetryDelaySeconds: '1.5' }, ['PARAMETER_WRONG']],
  [{ MaximumConnectionAttempts: '0' }, []], [{ MaximumConnectionAttempts: '5' }, []], [{ MaximumConnectionAttempts: '6' }, ['MANY_RETRIES']], [{ MaximumConnectionAttempts: '-1' }, ['PARAMETER_OUT_OF_RANGE']],
])('the callback block with %j has the faults %j', (parameters, codes) => {
  expect(codesOf({ make: callback(parameters), bye })).toEqual(codes);
});

test('a high number of retries is warned of with the dials it means', () => {
  const [fault] = faultsOf({ make: callback({ MaximumConnectionAttempts: '20' }), bye });
  expect(fault).toMatchObject({ stops: false, place: 'make' });
  expect(fault?.sentence).toContain('20 retries mean up to 21 dials');
});

test('a callback number must be looked up, never fixed', () => {
  const setNumber: Draft = { type: 'UpdateContactCallbackNumber', with: { CallbackNumber: '+12065550142' }, next: 'bye', errors: { InvalidCallbackNumber: 'bye', CallbackNumberNotDialable: 'bye' } };
  expect(codesOf({ setNumber, bye })).toEqual(['PARAMETER_WRONG']);
});

test('a stored entry needs its validation, and Local a country', () => {
  const entry = (parameters: object): Draft => ({ type: 'GetParticipantInput', with: { StoreInput: 'True', ...parameters }, next: 'bye', errors: { NoMatchingError: 'bye', InvalidPhoneNumber: 'bye' } });
  expect(codesOf({ entry: entry({}), bye })).toEqual(['PARAMETER_WRONG']);
  expect(codesOf({ entry: entry({ InputValidation: { PhoneNumberValidation: { NumberFormat: 'Local' } } }), bye })).toEqual(['PARAMETER_WRONG']);
  expect(codesOf({ entry: entry({ InputValidation: { PhoneNumberValidation: { NumberFormat: 'E164' } } }), bye })).toEqual([]);
});

test('an outbound whisper cannot be set as an event hook', () => {
  const hook: Draft = { type: 'UpdateContactEventHooks', with: { EventHooks: { OutboundWhisper: 'x' } }, next: 'bye', errors: { NoMatchingError: 'bye' } };
  expect(faultsOf({ hook, bye })[0]?.sentence).toContain('outbound whisper cannot be set by a flow');
});

test('an action that cannot be run here and one of an unknown type are named, not refused', () => {
  const bot: Draft = { type: 'ConnectParticipantWithLexBot', next: 'odd', errors: { NoMatchingError: 'odd' } };
  const faults = faultsOf({ bot, odd: { type: 'MakeCoffee', next: 'bye' }, bye });
  expect(faults).toMatchObject([{ code: 'ACTION_NOT_RUN', place: 'bot', stops: false }, { code: 'ACTION_UNKNOWN', place: 'odd', stops: false }]);
  expect(faults[1]?.sentence).toContain('MakeCoffee');
});

test('a circle that never waits stops the flow and is named', () => {
  const faults = faultsOf({ a: set('b'), b: compare('bye', 'a'), bye });
  expect(faults).toMatchObject([{ code: 'ENDLESS_LOOP', stops: true, place: 'a' }]);
  expect(faults[0]?.sentence).toContain('“a” → “b” → “a” goes round');
  expect(codesOf({ a: set('a'), bye })).toEqual(['ENDLESS_LOOP']);
});

test('a circle through a failed callback block never waits either', () => {
  expect(codesOf({ make: { ...callback({}), errors: { NoMatchingError: 'make' } }, bye })).toEqual(['ENDLESS_LOOP']);
});

test('a circle with a prompt, an input or music waits', () => {
  expect(codesOf({ a: set('b'), b: say('a'), bye })).toEqual([]);
  expect(codesOf({ a: set('b'), b: menu('a'), bye })).toEqual([]);
  const music: Draft = { type: 'MessageParticipantIteratively', with: { Messages: [{ Text: 'Wait' }], InterruptFrequencySeconds: 30 }, on: { MessagesInterrupted: 'a' } };
  expect(codesOf({ a: set('b'), b: music, bye })).toEqual([]);
});

test('continuing a counted Loop ends some day; coming back after it is done does not', () => {
  const loop = (more: string, done: string): Draft => ({ type: 'Loop', with: { LoopCount: '3' }, on: { ContinueLooping: more, DoneLooping: done } });
  expect(codesOf({ a: set('round'), round: loop('a', 'bye'), bye })).toEqual([]);
  expect(codesOf({ a: set('round'), round: loop('bye', 'a'), bye })).toEqual(['ENDLESS_LOOP']);
  expect(codesOf({ outer: loop('inner', 'bye'), inner: loop('inner', 'outer'), bye })).toEqual([]);
});

test('a circle that no way leads to does not stop the flow', () => {
  expect(codesOf({ bye, a: set('a') })).toEqual(['UNREACHABLE']);
});

test('more than 250 actions are a warning', () => {
  const drafts = Object.fromEntries(Array.from({ length: 251 }, (_, index) => [`a${index}`, index === 250 ? bye : say(`a${index + 1}`)]));
  expect(faultsOf(drafts)).toMatchObject([{ code: 'TOO_MANY_ACTIONS', stops: false }]);
});

test('a reference that is not known is named with its place', () => {
  const drafts = { pick: { type: 'UpdateContactTargetQueue', with: { QueueId: 'arn:q' }, next: 'bye', errors: { NoMatchingError: 'bye' } }, bye };
  expect(validateFlow(contentOf(drafts), null, new Set())).toMatchObject([{ code: 'REFERENCE_UNRESOLVED', place: 'pick', stops: false }]);
  expect(validateFlow(contentOf(drafts), null, new Set(['arn:q']))).toEqual([]);
});

test('a reference is told by the name that it has, and by how many actions name it', () => {
  const pick = (QueueId: string, next: string): Draft => ({ type: 'UpdateContactTargetQueue', with: { QueueId }, next, errors: { NoMatchingError: 'bye' } });
  const id = '4c826a3b-85d0-4e02-8926-8dea0b1729e8';
  const said = (drafts: Readonly<Record<string, Draft>>) => validateFlow(contentOf(drafts), null, new Set()).map(({ sentence }) => sentence);
  expect(said({ a: pick('Sales', 'b'), b: pick('Sales', 'bye'), bye })).toEqual(['The queue “Sales” is not known here; 2 actions name it.']);
  expect(said({ a: pick(id, 'bye'), bye })).toEqual([`The queue “${id}” is not known here; one action names it.`]);
});

test.each([['RouteContactToAgent', 'the flow ends there'], ['CreateTask', 'the flow takes its error branch']])('what follows an action that is not run is said: %s', (type, how) => {
  const fault = faultsOf({ it: { type, next: 'bye', errors: { NoMatchingError: 'bye' } }, bye }).find(({ code }) => code === 'ACTION_NOT_RUN');
  expect(fault?.sentence).toContain(how);
});

test('circles that share an action are one fault, not several', () => {
  const both: Draft = { type: 'Compare', with: { ComparisonValue: '$.Attributes.a' }, on: { 1: 'b', 2: 'a' }, errors: { NoMatchingCondition: 'bye' } };
  const faults = faultsOf({ a: set('b'), b: set('c'), c: both, bye });
  expect(faults.map(({ code, place }) => [code, place])).toEqual([['ENDLESS_LOOP', 'b']]);
});

test('a circle of more than five is named in part', () => {
  const drafts = Object.fromEntries(Array.from({ length: 7 }, (_, index) => [`a${index}`, set(`a${(index + 1) % 7}`)]));
  expect(faultsOf({ ...drafts, bye })[0]?.sentence).toContain('“a4” → … (7 actions) → “a0”');
});

test('what is right and yet not what its author may expect is a warning', () => {
  const codes = (type: string, parameters: object, on?: Readonly<Record<string, string>>) => codesOf({ it: { type, with: parameters, next: 'bye', ...(on === undefined ? {} : { on }), errors: { NoMatchingError: 'bye', NoMatchingCondition: 'bye', InvalidPhoneNumber: 'bye' } }, bye });
  const entry = { StoreInput: 'True', InputValidation: { CustomValidation: { MaximumLength: '4' } } };
  expect(codes('GetParticipantInput', { ...entry, DTMFConfiguration: { InputTerminationSequence: '*' } })).toEqual(['TERMINATOR_CANCELS']);
  expect(codes('GetParticipantInput', { ...entry, DTMFConfiguration: { InputTerminationSequence: '*', DisableCancelKey: 'True' } })).toEqual([]);
  expect(codes('GetParticipantInput', { ...entry, InputEncryption: { EncryptionKeyId: 'k' }, SSML: 'Hello' })).toEqual(['NOT_ENCRYPTED', 'SSML_WITHOUT_SPEAK']);
  expect(codes('MessageParticipant', { SSML: 'Hello' })).toEqual(['SSML_WITHOUT_SPEAK']);
  expect(codes('MessageParticipant', { SSML: '$.Attributes.greeting' })).toEqual([]);
  expect(codes('MessageParticipant', { SSML: '<speak>Hello</speak>' })).toEqual([]);
  expect(codes('Wait', { TimeLimitSeconds: '5' })).toEqual(['VOICE_MAY_NOT_WAIT']);
  expect(codes('UpdateContactEventHooks', { EventHooks: { DisconnectAgentUI: 'x' } })).toEqual(['HOOK_NOT_RUN']);
  expect(codes('UpdateContactEventHooks', { EventHooks: { CustomerRemaining: 'x' } })).toEqual([]);
  expect(codes('UpdateContactAttributes', { Attributes: { a: '1' }, TargetContact: 'Related' })).toEqual(['NO_RELATED_CONTACT']);
  expect(codes('CheckMetricData', { MetricType: 'NumberOfAgentsOnline' }, { 1: 'bye' })).toEqual(['CONDITION_REFUSED']);
  expect(codes('CheckMetricData', { MetricType: 'NumberOfContactsInQueue' }, { 1: 'bye' })).toEqual([]);
});

test('Return is for modules alone', () => {
  const faults = faultsOf({ back: { type: 'EndFlowModuleExecution' } }, 'CONTACT_FLOW');
  expect(faults).toMatchObject([{ code: 'NOT_IN_THIS_TYPE', remedy: expect.stringContaining('modules alone') }]);
  expect(codesOf({ back: { type: 'EndFlowModuleExecution' } })).toEqual([]);
});

test('a circle that what a function returns may end is a warning', () => {
  const ask: Draft = { type: 'InvokeLambdaFunction', with: { LambdaFunctionARN: 'arn' }, next: 'which', errors: { NoMatchingError: 'bye' } };
  expect(faultsOf({ ask, which: compare('bye', 'ask'), bye })).toMatchObject([{ code: 'ENDLESS_LOOP', stops: false, place: 'ask' }]);
});

test('a circle that speaks and never asks is a warning where only the caller can end it', () => {
  const round = { a: say('b'), b: set('c'), c: say('a'), bye };
  const open = { ...round, b: { ...set('c'), errors: { NoMatchingError: 'c' } } };
  expect(faultsOf(open, 'CONTACT_FLOW').filter(({ code }) => code !== 'UNREACHABLE')).toMatchObject([{ code: 'LOOP_WITHOUT_INPUT', stops: false, place: 'a', sentence: expect.stringContaining('“a” → “b” → “c” goes round until the caller hangs up') }]);
  // Not where an agent takes the customer away, where a way leads out, or where the caller is asked.
  for (const type of ['CUSTOMER_QUEUE', null] as const) expect(codesOf(open, type).filter((code) => code !== 'UNREACHABLE')).toEqual([]);
  expect(codesOf(round, 'CONTACT_FLOW')).toEqual([]);
  expect(codesOf({ a: menu('a') }, 'CONTACT_FLOW')).toEqual([]);
  expect(codesOf({ a: say('b'), b: { type: 'TransferContactToQueue', errors: { QueueAtCapacity: 'a', NoMatchingError: 'a' } } }, 'CONTACT_FLOW')).toEqual([]);
  expect(codesOf({ a: say('a') }, 'CONTACT_FLOW')).toEqual(['LOOP_WITHOUT_INPUT']);
  expect(codesOf({ a: say('nowhere') }, 'CONTACT_FLOW')).toEqual(['TARGET_MISSING']);
});

test('the way into a circle is no part of it', () => {
  const faults = faultsOf({ in: say('fork'), fork: compare('a', 'bye'), a: say('b'), b: say('c'), c: compare('a', 'b'), bye }, 'CONTACT_FLOW');
  expect(faults).toMatchObject([{ code: 'LOOP_WITHOUT_INPUT', place: 'a', sentence: expect.stringContaining('“a” → “b” → “c” goes') }]);
});

test('twenty retries are twenty-one dials, and the flow is read with a warning', () => {
  expect(faultsOf({ make: callback({ MaximumConnectionAttempts: '20', RetryDelaySeconds: '600' }), bye })).toMatchObject([
    { code: 'MANY_RETRIES', stops: false, place: 'make', sentence: expect.stringContaining('20 retries mean up to 21 dials'), remedy: expect.stringContaining('Double-check') },
  ]);
});
