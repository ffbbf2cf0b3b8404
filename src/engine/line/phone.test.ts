import { describe, expect, test } from 'vitest';
import { aFlow, baseRig } from '../../testing/builders.ts';
import { CenterDriver } from '../../testing/center-driver.ts';
import { JOHN, talking } from '../../testing/talking.ts';
import type { Command } from '../command.ts';
import { asE164 } from '../core/e164.ts';
import { durationMs, seconds } from '../core/time.ts';
import type { Rejection } from '../rejection.ts';
import { type DialBehavior, LINES_REMEMBERED } from './model.ts';

const MARY = '+12065550143';
const john = asE164(JOHN);
const atEase: DialBehavior = { does: 'answers', afterMs: seconds(5), hangsUpAfterMs: null };

/** John’s callback, which ana took: his telephone rings since 11:39:10. */
function ringing(...behaviors: readonly DialBehavior[]): CenterDriver {
  const center = new CenterDriver().customer(JOHN).behaves(...behaviors);
  center.to('11:35:00').customer(JOHN).dials().to('11:37:00').customer(JOHN).requestsCallback();
  return center.to('11:39:00').agent('ana').sets('Available').agent('ana').accepts().to('11:39:10');
}
const causeOf = (center: CenterDriver): unknown => center.records()[1]?.Ringback.Cause ?? null;

describe('a customer is refused', () => {
  const asks = (center: CenterDriver, command: Command): Rejection | null => center.ask(command);
  const idle = (): CenterDriver => new CenterDriver();
  const queued = (): CenterDriver => new CenterDriver().customer(JOHN).dials();

  test.each<[string, () => CenterDriver, Command, Rejection]>([
    ['a number that is none', idle, { type: 'customer.hangUp', number: '12' as never }, { code: 'INVALID_NUMBER' }],
    ['a second call', queued, { type: 'customer.dial', number: john, to: asE164('+18005550199') }, { code: 'LINE_BUSY' }],
    ['a number that is not claimed', idle, { type: 'customer.dial', number: john, to: asE164('+18005550111') }, { code: 'NO_SUCH_NUMBER' }],
    ['a key without a call', idle, { type: 'customer.press', number: john, keys: '1' }, { code: 'NOT_IN_A_CONVERSATION' }],
    ['a key while it rings', () => ringing(), { type: 'customer.press', number: john, keys: '1' }, { code: 'NOT_IN_A_CONVERSATION' }],
    ['what is no key', queued, { type: 'customer.press', number: john, keys: '1a' }, { code: 'NOT_A_KEY' }],
    ['no keys', queued, { type: 'customer.press', number: john, keys: '' }, { code: 'NOT_A_KEY' }],
    ['too many keys', queued, { type: 'customer.press', number: john, keys: '1'.repeat(65) }, { code: 'NOT_A_KEY' }],
    ['to hang up without a call', idle, { type: 'customer.hangUp', number: john }, { code: 'NOT_IN_A_CONVERSATION' }],
    ['to answer without a call', idle, { type: 'customer.answer', number: john }, { code: 'NOT_RINGING' }],
    ['to answer twice', queued, { type: 'customer.answer', number: john }, { code: 'NOT_RINGING' }],
    ['a callback without a call', idle, { type: 'customer.requestCallback', number: john }, { code: 'NOT_IN_A_CONVERSATION' }],
    ['a callback while it rings', () => ringing(), { type: 'customer.requestCallback', number: john }, { code: 'NOT_IN_A_CONVERSATION' }],
    ['a callback while somebody talks', () => talking(), { type: 'customer.requestCallback', number: john }, { code: 'NOT_NOW', state: 'connected' }],
    ['a callback where there is none', () => new CenterDriver(baseRig({ callback: null })).customer(JOHN).dials(), { type: 'customer.requestCallback', number: john }, { code: 'NO_CALLBACK_CONFIGURED' }],
    ['a wait that is no time', idle, { type: 'customer.behave', number: john, whenCalled: [{ does: 'busy', afterMs: durationMs(Number.NaN) }], talksForMs: null }, { code: 'INVALID_VALUE', field: 'whenCalled' }],
    ['a talk that is no time', idle, { type: 'customer.behave', number: john, whenCalled: [], talksForMs: durationMs(-1) }, { code: 'INVALID_VALUE', field: 'whenCalled' }],
  ])('%s', (_what, given, command, refusal) => {
    expect(asks(given(), command)).toEqual(refusal);
  });
});

describe('a callback asked for without a queue of its own', () => {
  const settings = (queueId: null) => {
    const rig = baseRig();
    return { ...rig, callback: rig.callback && { ...rig.callback, queueId, agentWhisperFlowId: null } };
  };

  test('is of the queue in which the caller waits', () => {
    const center = new CenterDriver(settings(null)).customer(JOHN).dials().customer(JOHN).requestsCallback();
    expect([...center.center.contacts.values()][1]?.callback?.queueId).toBe([...center.center.contacts.values()][0]?.queue?.queueId);
  });

  test('is of the working queue while the caller is still in a flow, and refused without one', () => {
    const inFlow = (Type: string, Parameters: object): CenterDriver => {
      const rig = settings(null);
      const flow = aFlow('tested', 'CONTACT_FLOW', [{ Identifier: 'first', Type, Parameters, Transitions: { NextAction: 'rest' } }, { Identifier: 'rest', Type: 'Wait', Parameters: { TimeLimitSeconds: '60' } }]);
      return new CenterDriver({ ...rig, flows: [...rig.flows, flow], numbers: rig.numbers.map((claimed) => ({ ...claimed, flowId: flow.id })) }).customer(JOHN).dials();
    };
    const set = inFlow('UpdateContactTargetQueue', { QueueId: 'InboundQueue' }).customer(JOHN).requestsCallback();
    expect([...set.center.contacts.values()][1]).toMatchObject({ callback: { queueId: [...set.center.contacts.values()][0]?.targetQueueId }, hooks: {} });
    expect(inFlow('UpdateFlowLoggingBehavior', {}).ask({ type: 'customer.requestCallback', number: john })).toEqual({ code: 'NO_CALLBACK_CONFIGURED' });
  });
});

describe('a telephone that rings', () => {
  test('is answered, declined or left to voicemail by its owner', () => {
    const answered = ringing().customer(JOHN).answers();
    expect([...answered.center.lines.values()].at(-1)).toMatchObject({ state: 'up', answeredBy: 'person' });
    const voicemail = ringing().send({ type: 'customer.letVoicemail', number: john });
    expect([...voicemail.center.lines.values()].at(-1)).toMatchObject({ state: 'up', answeredBy: 'machine' });
    expect(causeOf(ringing().customer(JOHN).declines())).toBe('busy');
  });

  test('is declined by hanging up as well', () => {
    expect(causeOf(ringing().customer(JOHN).hangsUp())).toBe('busy');
  });

  test('nobody answers for sixty seconds is given up (spec §1.7)', () => {
    const center = ringing().to('11:40:09.999');
    expect(causeOf(center)).toBeNull();
    expect(causeOf(center.wait(0.001))).toBe('noAnswer');
  });

  test.each<[string, readonly DialBehavior[]]>([['noAnswer', [{ does: 'noAnswer' }]], ['manual', [{ does: 'manual' }]], ['nothing, which is manual', []]])('and is told %s meanwhile rings on until it rings out', (_how, told) => {
    const center = ringing(atEase).customer(JOHN).behaves(...told);
    center.to('11:39:20');
    expect(causeOf(center)).toBeNull();
    center.to('11:40:10');
    expect(causeOf(center)).toBe('noAnswer');
  });

  test.each<[string, DialBehavior]>([
    ['busy', { does: 'busy', afterMs: seconds(1) }], ['invalidNumber', { does: 'invalidNumber' }], ['networkNoAnswer', { does: 'networkNoAnswer', afterMs: seconds(1) }],
    ['blocked', { does: 'blocked' }], ['networkFault', { does: 'networkFault', afterMs: seconds(1) }],
  ])('and is told to be %s meanwhile fails at the moment at which it would have answered', (cause, told) => {
    const center = ringing(atEase).customer(JOHN).behaves(told);
    center.to('11:39:14.999');
    expect(causeOf(center)).toBeNull();
    expect(causeOf(center.wait(0.001))).toBe(cause);
  });

  test('behaves dial by dial, the last entry over and over', () => {
    const center = ringing({ does: 'noAnswer' }, { does: 'busy', afterMs: seconds(2) });
    center.to('11:40:10').agent('ana').clears().to('11:50:10').agent('ana').accepts().wait(12);
    expect(center.records().slice(1).map(({ Ringback }) => Ringback.Cause)).toEqual(['noAnswer', 'busy']);
  });

  test('hangs up by plan: so long after the answer, or so long after the join', () => {
    const afterAnswer = ringing({ does: 'answers', afterMs: seconds(0), hangsUpAfterMs: seconds(20) }).to('11:39:30');
    expect(afterAnswer.records()[1]).toMatchObject({ DisconnectTimestamp: '2024-01-10T11:39:30Z', DisconnectReason: 'CUSTOMER_DISCONNECT' });
    const center = new CenterDriver().send({ type: 'customer.behave', number: asE164(MARY), whenCalled: [], talksForMs: seconds(30) });
    center.customer(MARY).dials().agent('ana').sets('Available').agent('ana').accepts().wait(30);
    expect(center.records()[0]).toMatchObject({ DisconnectReason: 'CUSTOMER_DISCONNECT', Agent: { AgentInteractionDuration: 30 } });
  });

  test('nobody told anything rings until somebody decides', () => {
    const center = new CenterDriver().agent('ana').sets('Available');
    center.agent('ana').dials('+12065550144').wait(59).customer('+12065550144').answers();
    expect([...center.center.lines.values()][0]?.state).toBe('up');
  });
});

test('a customer who is known brings name and reason along (spec §1.2)', () => {
  const rig = baseRig({ customers: [{ number: john, name: 'John', reason: 'A refund' }, { number: asE164(MARY), name: 'Mary', reason: null }] });
  const center = new CenterDriver(rig).customer(JOHN).dials().customer(MARY).dials().customer('+12065550144').dials();
  expect([...center.center.contacts.values()].map(({ attributes }) => attributes)).toEqual([{ name: 'John', reason: 'A refund' }, { name: 'Mary' }, {}]);
});

describe('a line that is over', () => {
  /** So many strangers dial, are busy for an instant and hang up. */
  const strangers = (center: CenterDriver, count: number): CenterDriver => {
    for (let n = 0; n < count; n++) center.customer(`+1206555${String(n % 100).padStart(4, '0')}`).dials().customer(`+1206555${String(n % 100).padStart(4, '0')}`).hangsUp();
    return center;
  };

  test('is remembered while fewer than ten thousand others have been opened since, then forgotten', () => {
    const center = new CenterDriver().customer(JOHN).dials().customer(JOHN).hangsUp();
    const [first] = center.center.lines.keys();
    strangers(center, LINES_REMEMBERED - 1);
    expect([...center.center.lines.keys()][0]).toBe(first);
    strangers(center, 1);
    expect([[...center.center.lines.keys()].includes(first as never), center.center.lines.size]).toEqual([false, LINES_REMEMBERED]);
  });

  test('is remembered for as long as it takes when it is not over', () => {
    const center = new CenterDriver().customer(JOHN).dials();
    const [first] = center.center.lines.keys();
    strangers(center, LINES_REMEMBERED + 1);
    expect(center.center.lines.has(first as never)).toBe(true);
  });
});
