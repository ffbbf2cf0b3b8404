import { describe, expect, test } from 'vitest';
import { setupBench } from '../../app/setup-bench.ts';
import { demoInstance } from '../../demo/demo-instance.ts';
import { RETRIES_WARNED_FROM } from '../../engine/flow/parameters.ts';
import { createText } from '../../text/create-text.ts';
import { checkDraft, findingsOf, retriesWarnedFrom } from './check-draft.ts';
import type { FaultCode } from './check-draft.ts';
import type { Draft } from './draft.ts';
import { freshDraft, otherNumber, sameQueue } from './draft.ts';
import { findingSentence } from './form.ts';
import { resumeAt, stepRows } from './step-states.ts';

const { t } = createText();
const instance = demoInstance();
const world = { instance, bench: setupBench };
const support = instance.routingProfiles[0]?.id ?? '';
const good: Draft = {
  ...freshDraft(instance, t),
  queueName: 'Callbacks', callerName: 'Ringback', callerNumber: '+18005550199', profileId: support, flowName: 'Line with callback', number: '+18005550177',
};
const told = (change: Partial<Draft>, severity: 'error' | 'warning') => checkDraft({ ...good, ...change }, world).filter((each) => each.severity === severity).map(({ field, code }) => [field, code]);
const long = (length: number) => 'x'.repeat(length);

test('a draft with everything chosen has no error, and warns only of the flow that its number led to', () => {
  expect(told({}, 'error')).toEqual([]);
  expect(told({}, 'warning')).toEqual([['number', 'numberTaken']]);
});

describe('refused is', () => {
  test.each<[string, Partial<Draft>, keyof Draft, FaultCode]>([
    ['a queue without a name', { queueName: '  ' }, 'queueName', 'queueNameMissing'],
    ['a queue’s name that is taken, however written', { queueName: ' callbackqueue ' }, 'queueName', 'queueNameTaken'],
    ['a queue’s name of 257 characters', { queueName: long(257) }, 'queueName', 'tooLong'],
    ['hours that are gone', { hoursId: 'gone' }, 'hoursId', 'hoursGone'],
    ['a caller’s name that a network may refuse', { callerName: 'Tom & Co' }, 'callerName', 'callerNameChars'],
    ['a caller’s name of 256 characters', { callerName: long(256) }, 'callerName', 'tooLong'],
    ['no caller id', { callerNumber: '' }, 'callerNumber', 'callerNumberMissing'],
    ['a caller id that is gone', { callerNumber: '+12025550111' }, 'callerNumber', 'callerNotClaimed'],
    ['a typed caller id that is not the center’s', { callerNumber: otherNumber, callerTyped: '202 555 0111' }, 'callerTyped', 'callerNotClaimed'],
    ['a caller id that is too short', { callerNumber: otherNumber, callerTyped: '202 555' }, 'callerTyped', 'numberTooShort'],
    ['a caller id not typed yet', { callerNumber: otherNumber }, 'callerTyped', 'numberEmpty'],
    ['a caller id in letters', { callerNumber: otherNumber, callerTyped: 'call me' }, 'callerTyped', 'numberNotANumber'],
    ['no profile', { profileId: '' }, 'profileId', 'profileMissing'],
    ['a profile that is gone', { profileId: 'gone' }, 'profileId', 'profileGone'],
    ['priority 0', { priority: '0' }, 'priority', 'outOfRange'],
    ['priority 100', { priority: '100' }, 'priority', 'outOfRange'],
    ['half a priority', { priority: '1.5' }, 'priority', 'notWhole'],
    ['a negative delay', { delay: '-1' }, 'delay', 'notWhole'],
    ['a delay of 10 000 s', { delay: '10000' }, 'delay', 'outOfRange'],
    ['a flow without a name', { flowName: '' }, 'flowName', 'flowNameMissing'],
    ['a flow’s name that is taken', { flowName: 'Main Menu' }, 'flowName', 'flowNameTaken'],
    ['a flow’s name of 128 characters', { flowName: long(128) }, 'flowName', 'tooLong'],
    ['nowhere to wait', { waitingQueueId: '' }, 'waitingQueueId', 'waitingMissing'],
    ['a queue to wait in that is gone', { waitingQueueId: 'gone' }, 'waitingQueueId', 'waitingGone'],
    ['a silent greeting', { greeting: '' }, 'greeting', 'textMissing'],
    ['a silent offer', { offer: ' ' }, 'offer', 'textMissing'],
    ['an offer of 3001 characters', { offer: `1 ${long(3000)}` }, 'offer', 'tooLong'],
    ['a silent question for the number', { askNumber: '' }, 'askNumber', 'textMissing'],
    ['no word about an invalid number', { notValid: '' }, 'notValid', 'textMissing'],
    ['a silent promise', { promise: '' }, 'promise', 'textMissing'],
    ['a silent wait', { offered: 'whileWaiting', waiting: '' }, 'waiting', 'textMissing'],
    ['an offer every 20 s', { offered: 'whileWaiting', offerEvery: '20' }, 'offerEvery', 'outOfRange'],
    ['an initial delay of 0', { initialDelay: '0' }, 'initialDelay', 'spanOutOfRange'],
    ['an initial delay of 73 hours', { initialDelay: '73', initialDelayUnit: 'hours' }, 'initialDelay', 'spanOutOfRange'],
    ['no initial delay', { initialDelay: '' }, 'initialDelay', 'spanNotWhole'],
    ['a gap of 0', { gap: '0' }, 'gap', 'spanOutOfRange'],
    ['a gap in words', { gap: 'ten' }, 'gap', 'spanNotWhole'],
    ['101 retries', { retries: '101' }, 'retries', 'tooManyCalls'],
    ['retries in words', { retries: 'two' }, 'retries', 'notWhole'],
    ['no number', { number: '' }, 'number', 'claimedMissing'],
    ['a number that is gone', { number: '+12025550111' }, 'number', 'numberGone'],
    ['a new number that no phone can have', { number: otherNumber, numberTyped: '000 000 0000', numberFor: 'x' }, 'numberTyped', 'numberInvalid'],
    ['a new number that is too long', { number: otherNumber, numberTyped: '2025550111222222222', numberFor: 'x' }, 'numberTyped', 'numberTooLong'],
    ['a new number for nothing', { number: otherNumber, numberTyped: '2025550111' }, 'numberFor', 'numberForMissing'],
    ['a new number with a whole novel', { number: otherNumber, numberTyped: '2025550111', numberFor: long(501) }, 'numberFor', 'tooLong'],
    ['an empty outbound whisper', { customerWhisper: '' }, 'customerWhisper', 'textMissing'],
    ['an agent whisper of more than two minutes', { agentWhisper: long(1801) }, 'agentWhisper', 'whisperTooLong'],
  ])('%s', (_what, change, field, code) => {
    expect(told(change, 'error')).toEqual([[field, code]]);
  });
});

describe('a second look is asked for at', () => {
  test.each<[string, Partial<Draft>, keyof Draft, FaultCode]>([
    ['six retries', { retries: '6' }, 'retries', 'manyCalls'],
    ['a gap shorter than a minute', { gap: '30', gapUnit: 'seconds' }, 'gap', 'shortGap'],
    ['callers and callbacks in one queue', { waitingQueueId: sameQueue }, 'waitingQueueId', 'waitingInCallbacks'],
    ['no working queue', { setsQueue: false }, 'setsQueue', 'queueUnused'],
    ['an offer that names no key', { offer: 'Shall we call you back?' }, 'offer', 'offerNamesNoKey'],
    ['a whisper of more than half a minute', { customerWhisper: long(460) }, 'customerWhisper', 'whisperLong'],
  ])('%s', (_what, change, field, code) => {
    expect(told(change, 'error')).toEqual([]);
    expect(told(change, 'warning')).toContainEqual([field, code]);
  });

  test('a profile without agents, and a queue that nobody serves', () => {
    const lonely = { ...world, instance: { ...instance, agents: [], routingProfiles: instance.routingProfiles.map((profile) => ({ ...profile, entries: [] })) } };
    expect(checkDraft(good, lonely).map(({ code }) => code)).toEqual(expect.arrayContaining(['profileEmpty', 'waitingUnserved']));
  });
});

test('nothing is wrong with five retries, none, and whispers that are left out', () => {
  expect(told({ retries: '5' }, 'warning')).toEqual(told({}, 'warning'));
  expect(told({ retries: '0', gap: '10', gapUnit: 'seconds' }, 'warning')).toEqual(told({}, 'warning'));
  expect(told({ customerWhisperOn: false, customerWhisper: '', agentWhisperOn: false, agentWhisper: '' }, 'error')).toEqual([]);
});

test('a number that is claimed in the same go may be shown as caller id', () => {
  const typed = { number: otherNumber, numberTyped: '202 555 0111', numberFor: 'Support line', callerNumber: otherNumber, callerTyped: '+1 202 555 0111' };
  expect(told(typed, 'error')).toEqual([]);
});

test('many retries are told with the number of calls that they mean, from where the flow validator warns too', () => {
  const [finding] = findingsOf(checkDraft({ ...good, retries: '20' }, world), 'flow');
  expect(finding && findingSentence(finding, t)).toBe('20 retries mean up to 21 calls to one customer, and an agent is busy for each of them. Double-check this number: 2 is usual.');
  expect(retriesWarnedFrom).toBe(RETRIES_WARNED_FROM);
});

test('somebody who comes back goes on at the first step that is not done, or no longer right', () => {
  const rows = (change: Partial<Draft>) => stepRows({ ...good, ...change }, checkDraft({ ...good, ...change }, world));
  expect(resumeAt(rows({}))).toBe('queue');
  expect(resumeAt(rows({ passed: ['queue', 'callerId'] }))).toBe('profile');
  expect(resumeAt(rows({ passed: ['queue', 'callerId'], queueName: '' }))).toBe('queue');
  expect(rows({ passed: ['queue'], queueName: '' })[0]).toMatchObject({ state: 'faulty' });
});
