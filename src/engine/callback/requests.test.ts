import { describe, expect, test } from 'vitest';
import { anAgent, aFlow, aQueue, baseRig, ids, plainNumbers } from '../../testing/builders.ts';
import { at, CenterDriver } from '../../testing/center-driver.ts';
import { JOHN } from '../../testing/talking.ts';
import type { Command } from '../command.ts';
import type { Contact } from '../contact/model.ts';
import { must } from '../core/assert.ts';
import { asE164 } from '../core/e164.ts';
import type { ContactId, QueueId } from '../core/ids.ts';
import { days, durationMs, seconds } from '../core/time.ts';
import { createEngine } from '../engine.ts';
import type { Rejection } from '../rejection.ts';
import { noExtras, type QueueExtras } from '../tenant/extras.ts';
import type { Instance } from '../tenant/model.ts';

type Request = Extract<Command, { readonly type: 'callback.request' }>;
const callbackQueue = ids.queue('CallbackQueue');
const request = (changes: Partial<Request> = {}): Request => ({
  type: 'callback.request', number: asE164(JOHN), queueId: callbackQueue, initialDelayMs: seconds(0), retries: 2, retryDelayMs: seconds(60), attributes: {}, ...changes,
});
const withExtras = (extras: Partial<QueueExtras>, changes: Partial<Instance> = {}): Instance => baseRig({ extras: { [callbackQueue]: { ...noExtras, ...extras } }, ...changes });
const legs = (center: CenterDriver): readonly Contact[] => [...center.center.contacts.values()].filter(({ method }) => method === 'CALLBACK');
const legOf = (center: CenterDriver): Contact => must(legs(center)[0], 'a callback');
const closes = (center: CenterDriver): readonly unknown[] => [...center.center.callbacks.values()].map(({ closed }) => closed?.cause ?? null);

describe('a callback asked for by a program', () => {
  test.each<[string, Partial<Request>, Rejection]>([
    ['to what is no number', { number: '555' as never }, { code: 'INVALID_NUMBER' }],
    ['to a number that is not called', { number: asE164('+447700900123') }, { code: 'NOT_DIALABLE' }],
    ['with half a retry', { retries: 0.5 }, { code: 'INVALID_VALUE', field: 'retries' }],
    ['with less than no retry', { retries: -1 }, { code: 'INVALID_VALUE', field: 'retries' }],
    ['after a delay that has been', { initialDelayMs: durationMs(-1) }, { code: 'INVALID_VALUE', field: 'initialDelay' }],
    ['after more than three days', { initialDelayMs: durationMs(days(3) + 1) }, { code: 'INVALID_VALUE', field: 'initialDelay' }],
    ['with a gap of more than three days', { retryDelayMs: durationMs(days(3) + 1) }, { code: 'INVALID_VALUE', field: 'retryDelay' }],
    ['with a gap that is no time', { retryDelayMs: durationMs(Number.NaN) }, { code: 'INVALID_VALUE', field: 'retryDelay' }],
    ['in a queue that is not there', { queueId: ids.queue('Nowhere') }, { code: 'NO_SUCH_QUEUE' }],
  ])('is refused %s', (_what, changes, refusal) => {
    const center = new CenterDriver();
    expect(center.ask(request(changes))).toEqual(refusal);
    expect(center.center.contacts.size).toBe(0);
  });

  test('is refused by a full queue', () => {
    expect(new CenterDriver(baseRig({ queues: [aQueue('CallbackQueue', { maxContacts: 0 })] })).ask(request())).toEqual({ code: 'QUEUE_FULL' });
  });

  test.each([{ initialDelayMs: days(3), retryDelayMs: days(3) }, { initialDelayMs: seconds(0), retryDelayMs: seconds(0), retries: 0 }])('is taken at the edges of what is allowed: %j', (changes) => {
    expect(new CenterDriver().ask(request(changes))).toBeNull();
  });

  test('is the root of its retries, which keep its place, attributes and number', () => {
    const center = new CenterDriver(baseRig({ agents: [anAgent('ana', { callbackAutoAccept: true })] })).send(request({ attributes: { case: '42' } }));
    center.customer(JOHN).behaves({ does: 'noAnswer' }).agent('ana').sets('Available').wait(200);
    const [first, second] = legs(center);
    expect(first).toMatchObject({ initialContactId: null, previousContactId: null, nextContactId: second?.id });
    expect(second).toMatchObject({ initialContactId: first?.id, previousContactId: first?.id, attributes: { case: '42' }, orderingAtMs: first?.orderingAtMs, callback: { attempt: 2, attemptsMax: 3 } });
  });
});

describe('a waiting callback', () => {
  type Change = Extract<Command, { readonly type: 'callback.cancel' | 'callback.move' | 'callback.reassign' | 'callback.reschedule' }>;
  const changes: readonly ((contactId: ContactId) => Change)[] = [
    (contactId) => ({ type: 'callback.cancel', contactId }),
    (contactId) => ({ type: 'callback.move', contactId, queueId: ids.queue('InboundQueue') }),
    (contactId) => ({ type: 'callback.reassign', contactId, agentId: ids.agent('ben') }),
    (contactId) => ({ type: 'callback.reschedule', contactId, atMs: at('13:00:00') }),
  ];
  const askAll = (given: () => CenterDriver, which = (center: CenterDriver): ContactId => legOf(center).id): readonly unknown[] => changes.map((change) => {
    const center = given();
    return center.ask(change(which(center)))?.code ?? null;
  });

  test('is canceled, moved, reassigned and rescheduled, in its delay as in its queue', () => {
    expect(askAll(() => new CenterDriver().send(request()))).toEqual([null, null, null, null]);
    expect(askAll(() => new CenterDriver().send(request({ initialDelayMs: seconds(60) })))).toEqual([null, null, null, null]);
  });

  test('that rings at an agent can be canceled and nothing else', () => {
    expect(askAll(() => new CenterDriver().send(request()).agent('ana').sets('Available'))).toEqual([null, 'NOT_NOW', 'NOT_NOW', 'NOT_NOW']);
  });

  test('that was accepted, is over, or was never a callback, cannot be changed', () => {
    expect(askAll(() => new CenterDriver().send(request()).agent('ana').sets('Available').agent('ana').accepts())).toEqual(changes.map(() => 'NOT_NOW'));
    const canceled = (): CenterDriver => {
      const center = new CenterDriver().send(request());
      return center.send({ type: 'callback.cancel', contactId: legOf(center).id });
    };
    expect(askAll(canceled)).toEqual(changes.map(() => 'NOT_NOW'));
    expect(askAll(() => new CenterDriver().customer(JOHN).dials(), (center) => must([...center.center.openContacts][0], 'the caller'))).toEqual(changes.map(() => 'NO_SUCH_CONTACT'));
    expect(askAll(() => new CenterDriver(), () => 'none' as ContactId)).toEqual(changes.map(() => 'NO_SUCH_CONTACT'));
  });

  test('moves only to what is there and has room, and not to where it is', () => {
    const center = new CenterDriver(baseRig({ queues: [aQueue('CallbackQueue'), aQueue('Full', { maxContacts: 0 })] })).send(request());
    const contactId = legOf(center).id;
    const move = (queueId: QueueId) => center.ask({ type: 'callback.move', contactId, queueId });
    expect([move(ids.queue('Nowhere')), move(ids.queue('Full'))]).toEqual([{ code: 'NO_SUCH_QUEUE' }, { code: 'QUEUE_FULL' }]);
    const before = center.center.seq;
    expect([move(callbackQueue), center.center.seq]).toEqual([null, before]);
    expect(center.ask({ type: 'callback.reassign', contactId, agentId: ids.agent('nobody') })).toEqual({ code: 'NO_SUCH_AGENT' });
  });

  test('moved in its delay is scheduled, and then queued, where it was moved to', () => {
    const center = new CenterDriver().send(request({ initialDelayMs: seconds(60) }));
    center.send({ type: 'callback.move', contactId: legOf(center).id, queueId: ids.queue('InboundQueue') });
    expect([center.center.scheduled.get(callbackQueue)?.size, center.center.scheduled.get(ids.queue('InboundQueue'))?.size]).toEqual([0, 1]);
    center.wait(60);
    expect([legOf(center).queue?.queueId, center.center.scheduled.get(ids.queue('InboundQueue'))?.size]).toEqual([ids.queue('InboundQueue'), 0]);
  });

  test('moved in its queue keeps its place by the start of the original contact (spec §5.2)', () => {
    const center = new CenterDriver().send(request()).wait(30);
    const before = legOf(center).orderingAtMs;
    center.send({ type: 'callback.move', contactId: legOf(center).id, queueId: ids.queue('InboundQueue') });
    expect(legOf(center)).toMatchObject({ orderingAtMs: before, queueMoves: 1, queue: { enqueuedAtMs: center.center.nowMs } });
  });

  test.each<[string, number]>([['now', at('11:30:00')], ['the past', at('11:00:00')], ['no time', Number.NaN], ['the end of its life', at('11:30:00') + days(7)]])('is not rescheduled to %s', (_what, atMs) => {
    const center = new CenterDriver().send(request());
    expect(center.ask({ type: 'callback.reschedule', contactId: legOf(center).id, atMs })).toEqual({ code: 'INVALID_VALUE', field: 'at' });
  });

  test('rescheduled in its queue leaves it, and comes back at the new time', () => {
    const center = new CenterDriver().send(request()).wait(10);
    center.send({ type: 'callback.reschedule', contactId: legOf(center).id, atMs: at('12:00:00') });
    expect([legOf(center).stage.name, center.center.waiting.get(callbackQueue)?.size]).toEqual(['scheduled', 0]);
    center.to('12:00:00');
    expect(legOf(center)).toMatchObject({ stage: { name: 'queued' }, queue: { enqueuedAtMs: at('12:00:00') } });
  });
});

describe('a callback whose queue takes nobody any more when its delay is over', () => {
  test.each<[string, Instance['queues']]>([['disabled', [aQueue('CallbackQueue', { status: 'DISABLED' })]], ['gone', []]])('ends as that, and not as one whose queue was full (%s; spec §1.13, §5.6)', (_how, queues) => {
    const center = new CenterDriver().send(request({ initialDelayMs: seconds(60) }));
    center.send({ type: 'instance.configure', instance: baseRig({ queues }) }).wait(60);
    expect(center.records()[0]).toMatchObject({ Queue: null, DisconnectReason: 'OTHER', Ringback: { Cause: 'queueClosed' } });
    expect(closes(center)).toEqual(['queueClosed']);
  });
});

describe('a second request of the same number (ours)', () => {
  test('is a promise of its own by default, and in another queue whatever the rule', () => {
    const allowed = new CenterDriver().send(request()).send(request());
    expect(allowed.center.callbacks.size).toBe(2);
    const merged = new CenterDriver(withExtras({ duplicates: 'merge' }, { extras: { [callbackQueue]: { ...noExtras, duplicates: 'merge' }, [ids.queue('InboundQueue')]: { ...noExtras, duplicates: 'merge' } } }));
    merged.send(request()).send(request({ queueId: ids.queue('InboundQueue') }));
    expect(merged.center.callbacks.size).toBe(2);
    expect(merged.send(request()).center.callbacks.size).toBe(2);
  });

  test('is refused while the first is open, and taken when it is closed', () => {
    const center = new CenterDriver(withExtras({ duplicates: 'refuse' })).send(request());
    expect(center.ask(request())).toEqual({ code: 'DUPLICATE_CALLBACK' });
    center.send({ type: 'callback.cancel', contactId: legOf(center).id });
    expect(center.ask(request())).toBeNull();
  });
});

describe('a retry rule (ours)', () => {
  test('may try again what found its queue full, in the queue that it was meant for', () => {
    const center = new CenterDriver(withExtras({ retryRules: { queueFull: { attemptsMax: 2, gapMs: seconds(30) } } }, { queues: [aQueue('InboundQueue'), aQueue('CallbackQueue', { maxContacts: 1 })] }));
    // Both were promised a place while there was one; the buffer of a fifth rounds down to nothing.
    center.send(request({ initialDelayMs: seconds(10) })).send(request({ number: asE164('+12065550143'), initialDelayMs: seconds(10) })).wait(10);
    expect(legs(center).map(({ stage, cause, callback }) => [stage.name, cause, callback?.queueId])).toEqual([
      ['queued', null, callbackQueue], ['ended', 'queueFull', callbackQueue], ['scheduled', null, callbackQueue],
    ]);
    center.wait(30);
    expect([legs(center).length, closes(center)]).toEqual([3, [null, 'exhausted']]);
  });

  test('of an outcome stands in place of the one rule, in number and gap', () => {
    const center = new CenterDriver(withExtras({ retryRules: { busy: { attemptsMax: null, gapMs: null } } }, { agents: [anAgent('ana', { callbackAutoAccept: true })] })).send(request({ retries: 1 }));
    center.customer(JOHN).behaves({ does: 'busy', afterMs: seconds(0) }).agent('ana').sets('Available').wait(10);
    expect(legs(center).map(({ callback }) => [callback?.attempt, callback?.delayMs])).toEqual([[1, 0], [2, 60_000]]);
  });

  test('by its own enqueue lets a retry stand behind all who wait (decision #7)', () => {
    const rig = baseRig({ agents: [anAgent('ana', { callbackAutoAccept: true })], policy: { ...baseRig().policy, callbackOrdering: 'ownEnqueue' } });
    const center = new CenterDriver(rig).send(request());
    center.customer(JOHN).behaves({ does: 'noAnswer' }).agent('ana').sets('Available').wait(130);
    expect(legs(center)[1]).toMatchObject({ stage: { name: 'queued' }, orderingAtMs: legs(center)[1]?.queue?.enqueuedAtMs });
  });
});

describe('a callback beside what its flows do', () => {
  const silent = aFlow('silent', 'CUSTOMER_QUEUE', [{ Identifier: 'rest', Type: 'Wait', Parameters: { TimeLimitSeconds: '7200' } }]);
  const creation = aFlow('creation', 'CONTACT_FLOW', [
    { Identifier: 'hook', Type: 'UpdateContactEventHooks', Parameters: { EventHooks: { CustomerQueue: 'silent' } }, Transitions: { NextAction: 'go' } },
    { Identifier: 'go', Type: 'TransferContactToQueue', Transitions: { Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'bye' }, { ErrorType: 'QueueAtCapacity', NextAction: 'bye' }] } },
    { Identifier: 'bye', Type: 'DisconnectParticipant' },
  ]);
  const asks = aFlow('asks', 'CONTACT_FLOW', [
    { Identifier: 'make', Type: 'CreateCallbackContact', Parameters: { QueueId: 'CallbackQueue', ContactFlowId: 'creation', MaximumConnectionAttempts: '0', RetryDelaySeconds: '60' }, Transitions: { NextAction: 'bye', Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'bye' }] } },
    { Identifier: 'bye', Type: 'DisconnectParticipant' },
  ]);
  const rig = (): Instance => {
    const base = withExtras({ callingWindow: [{ day: 'WEDNESDAY', startMinute: 9 * 60, endMinute: 12 * 60 }, { day: 'WEDNESDAY', startMinute: 14 * 60, endMinute: 18 * 60 }] });
    return { ...base, flows: [...base.flows, silent, creation, asks], numbers: base.numbers.map((claimed) => ({ ...claimed, flowId: asks.id })) };
  };
  /** The plain numbering plan knows no zones; here every customer’s clock is that of the center. */
  const inUtc = (instance = baseRig()): CenterDriver => {
    const center = new CenterDriver(instance);
    center.engine = createEngine({ seed: 1, startsAtMs: at('11:30:00'), instance, phoneNumbers: { ...plainNumbers, zoneOf: () => ({ zone: 'UTC', changes: [] }) } });
    return center;
  };

  test('ends its silent queue flow when the calling window closes, and starts it again when it opens', () => {
    const center = inUtc(rig()).customer(JOHN).dials();
    expect([legOf(center).stage.name, center.center.flowRuns.size]).toEqual(['queued', 1]);
    center.to('12:00:00');
    expect([legOf(center).stage, center.center.flowRuns.size]).toEqual([{ name: 'scheduled', untilMs: at('14:00:00') }, 0]);
    center.to('14:00:00');
    expect([legOf(center).stage.name, [...center.center.flowRuns.values()].map(({ flowType }) => flowType)]).toEqual(['queued', ['CUSTOMER_QUEUE']]);
  });

  test('postpones what comes due outside a window that was set meanwhile', () => {
    const center = inUtc().send(request({ initialDelayMs: seconds(3600) }));
    center.send({ type: 'instance.configure', instance: rig() }).to('12:30:00');
    expect(legOf(center).stage).toEqual({ name: 'scheduled', untilMs: at('14:00:00') });
    center.to('14:00:00');
    expect(legOf(center).stage.name).toBe('queued');
  });
});
