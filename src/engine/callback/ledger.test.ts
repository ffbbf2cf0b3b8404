import { describe, expect, test } from 'vitest';
import { aFlow, anAgent, aQueue, baseRig, ids } from '../../testing/builders.ts';
import { at, CenterDriver } from '../../testing/center-driver.ts';
import { JOHN } from '../../testing/talking.ts';
import { must } from '../core/assert.ts';
import { seconds } from '../core/time.ts';
import type { CenterEvent } from '../event.ts';
import type { DialBehavior } from '../line/model.ts';
import { noExtras } from '../tenant/extras.ts';
import type { Instance } from '../tenant/model.ts';
import { defaultPolicy, type Policy } from '../tenant/policy.ts';

const callbackQueue = ids.queue('CallbackQueue');
const policy = (changes: Partial<Policy>): Partial<Instance> => ({ policy: { ...defaultPolicy, ...changes } });
const auto = (changes: Partial<Instance> = {}): Instance => baseRig({ agents: [anAgent('ana', { callbackAutoAccept: true })], ...changes });
const request = (center: CenterDriver, number: string = JOHN, initialDelay = 0, retries = 1): CenterDriver =>
  center.send({ type: 'callback.request', number: number as never, queueId: callbackQueue, initialDelayMs: seconds(initialDelay), retries, retryDelayMs: seconds(60), attributes: {} });
const told = <Type extends CenterEvent['type']>(center: CenterDriver, type: Type) => center.events.filter((event): event is Extract<CenterEvent, { readonly type: Type }> => event.type === type);
const legs = (center: CenterDriver) => [...center.center.contacts.values()].filter(({ callback }) => callback !== null);
const promises = (center: CenterDriver) => [...center.center.callbacks.values()];

/** A callback that ana takes at once, of a customer who behaves like this. */
function dialed(behavior: DialBehavior, changes: Partial<Instance> = {}): CenterDriver {
  return request(new CenterDriver(auto(changes)).customer(JOHN).behaves(behavior).agent('ana').sets('Available'));
}

describe('the ledger of promises', () => {
  test('notes each attempt, and each that failed with its cause and whether it is tried again', () => {
    const center = dialed({ does: 'noAnswer' }, policy({ afterFailedAttempt: 'free' })).wait(3600);
    expect(told(center, 'callback.attemptFailed').map(({ cause, retry }) => [cause, retry])).toEqual([['noAnswer', true], ['noAnswer', false]]);
    expect(promises(center)).toMatchObject([{ attempts: 2, requests: 1, legs: legs(center).map(({ id }) => id), closed: { cause: 'exhausted' } }]);
  });

  test('notes no failed attempt of one who was reached, nor of one whom nobody took', () => {
    const reached = dialed({ does: 'answers', afterMs: seconds(0), hangsUpAfterMs: null }).wait(60).customer(JOHN).hangsUp();
    const untaken = request(new CenterDriver()).wait(8 * 86_400);
    expect([reached, untaken].map((center) => [told(center, 'callback.attemptFailed').length, promises(center)[0]?.closed?.cause])).toEqual([[0, 'reached'], [0, 'expired']]);
  });

  test('counts requests that were merged into one promise, and names none anew', () => {
    const center = new CenterDriver(baseRig({ extras: { [callbackQueue]: { ...noExtras, duplicates: 'merge' } } })).customer(JOHN).dials().customer(JOHN).requestsCallback();
    center.customer(JOHN).dials().customer(JOHN).requestsCallback();
    expect(promises(center)).toMatchObject([{ requests: 2 }]);
    expect(told(center, 'callback.merged')).toMatchObject([{ callbackId: promises(center)[0]?.id, from: must([...center.center.contacts.values()].at(-1), 'the second call').id }]);
    expect(told(center, 'callback.requested').map(({ from }) => from)).toEqual([[...center.center.contacts.keys()][0]]);
    // Canceling the one promise closes both requests.
    center.send({ type: 'callback.cancel', contactId: must(legs(center)[0], 'the callback').id });
    expect([promises(center).length, promises(center)[0]?.closed?.cause]).toEqual([1, 'canceled']);
  });

  test('forgets a number when its last promise is closed, and not before', () => {
    const center = request(request(new CenterDriver()));
    const cancel = (index: number) => center.send({ type: 'callback.cancel', contactId: must(legs(center)[index], 'a callback').id });
    expect(cancel(0).center.openPromises.size).toBe(1);
    expect(cancel(1).center.openPromises.size).toBe(0);
  });

  test('names promises one after the other, each differently', () => {
    const center = new CenterDriver();
    for (const number of ['+12065550101', '+12065550102', '+12065550103']) request(center, number);
    expect(new Set(promises(center).map(({ id }) => id)).size).toBe(3);
    expect(center.center.counts.callback).toBe(3);
  });

  test('retries a machine by the rule for machines, and nothing else by it', () => {
    const rule = { extras: { [callbackQueue]: { ...noExtras, machine: 'retry' as const } } };
    const busy = dialed({ does: 'busy', afterMs: seconds(0) }, rule).wait(3600);
    expect([legs(busy).length, promises(busy)[0]?.closed?.cause]).toEqual([1, 'busy']);
  });
});

describe('a creation flow (spec §1.11, decision #14)', () => {
  const creation = aFlow('creation', 'CONTACT_FLOW', [
    { Identifier: 'rest', Type: 'Wait', Parameters: { TimeLimitSeconds: '5' }, Transitions: { NextAction: 'go' } },
    { Identifier: 'go', Type: 'TransferContactToQueue', Transitions: { Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'bye' }, { ErrorType: 'QueueAtCapacity', NextAction: 'bye' }] } },
    { Identifier: 'bye', Type: 'DisconnectParticipant' },
  ]);
  const asks = (ContactFlowId?: string) => aFlow('asks', 'CONTACT_FLOW', [
    { Identifier: 'make', Type: 'CreateCallbackContact', Parameters: { QueueId: 'CallbackQueue', InitialCallDelaySeconds: '60', MaximumConnectionAttempts: '1', RetryDelaySeconds: '60', ...(ContactFlowId === undefined ? {} : { ContactFlowId }) }, Transitions: { NextAction: 'bye', Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'bye' }] } },
    { Identifier: 'bye', Type: 'DisconnectParticipant' },
  ]);
  const called = (changes: Partial<Instance>, withFlow = true) => {
    const rig = auto(changes);
    const flow = asks(withFlow ? 'creation' : undefined);
    return new CenterDriver({ ...rig, flows: [...rig.flows, creation, flow], numbers: rig.numbers.map((claimed) => ({ ...claimed, flowId: flow.id })) }).customer(JOHN).behaves({ does: 'noAnswer' }).customer(JOHN).dials();
  };
  const enqueued = (center: CenterDriver) => legs(center)[0]?.queue?.enqueuedAtMs;

  test('runs after the delay, or at once where the instance decided so; without one the delay stays', () => {
    const times = [called({}), called(policy({ creationFlow: 'atOnce' })), called(policy({ creationFlow: 'atOnce' }), false)].map((center) => enqueued(center.wait(70)));
    expect(times).toEqual([at('11:31:05'), at('11:30:05'), at('11:31:00')]);
  });

  test('runs for the first leg and not again for its retries', () => {
    const center = called(policy({ afterFailedAttempt: 'free' })).agent('ana').sets('Available').wait(300);
    const [first, second] = legs(center);
    expect([first?.queue?.enqueuedAtMs, second?.queue?.enqueuedAtMs]).toEqual([at('11:31:05'), must(second, 'a retry').initiatedAtMs + seconds(60)]);
  });
});

describe('room in a queue (spec §5.6)', () => {
  const full = (changes: Partial<Instance>, maxContacts = 5) => baseRig({ queues: [aQueue('InboundQueue'), aQueue('CallbackQueue', { maxContacts })], ...changes });
  const numbers = Array.from({ length: 8 }, (_, index) => `+1206555020${index}`);
  const taken = (center: CenterDriver, delay: number): number => numbers.filter((number) => center.ask({ type: 'callback.request', number: number as never, queueId: callbackQueue, initialDelayMs: seconds(delay), retries: 0, retryDelayMs: seconds(1), attributes: {} }) === null).length;

  test('is kept strictly for who asks now, and with a fifth more for who was promised it (decision #15)', () => {
    expect(taken(new CenterDriver(full({})), 0)).toBe(5);
    const delayed = new CenterDriver(full({}));
    expect(taken(delayed, 10)).toBe(8);
    delayed.wait(10);
    expect([delayed.center.waiting.get(callbackQueue)?.size, legs(delayed).filter(({ cause }) => cause === 'queueFull').length]).toEqual([6, 2]);
  });

  test('is taken up by those in delay where the instance decided so, each by its own place (decision #16)', () => {
    const center = new CenterDriver(full(policy({ scheduledTakesRoom: true })));
    expect(taken(center, 10)).toBe(5);
    center.wait(10);
    expect(center.center.waiting.get(callbackQueue)?.size).toBe(5);
    const tight = new CenterDriver(full(policy({ scheduledTakesRoom: true, capacityBuffer: 1 })));
    expect([taken(tight, 10), tight.wait(10).center.waiting.get(callbackQueue)?.size]).toEqual([5, 5]);
  });

  test('is told as missing to whoever moves a callback there, its buffer included', () => {
    const center = new CenterDriver(full({}));
    taken(center, 0);
    const elsewhere = ['+12065550298', '+12065550299'].map((number) => {
      center.send({ type: 'callback.request', number: number as never, queueId: ids.queue('InboundQueue'), initialDelayMs: seconds(0), retries: 0, retryDelayMs: seconds(1), attributes: {} });
      return must(legs(center).at(-1), 'the callback').id;
    });
    expect(elsewhere.map((contactId) => center.ask({ type: 'callback.move', contactId, queueId: callbackQueue }))).toEqual([null, { code: 'QUEUE_FULL' }]);
  });
});

test('place in line is the original start, or the callback’s own enqueue where the instance decided so (decision #7)', () => {
  const ordering = (changes: Partial<Policy>) => {
    const center = new CenterDriver(baseRig(policy(changes))).to('11:35:00').customer(JOHN).dials().to('11:37:00').customer(JOHN).requestsCallback().to('11:40:00');
    return legs(center)[0]?.orderingAtMs;
  };
  expect([ordering({}), ordering({ callbackOrdering: 'ownEnqueue' })]).toEqual([at('11:35:00'), at('11:38:39')]);
});

test('a callback that rings is told as offered to who would change it', () => {
  const center = request(new CenterDriver()).agent('ana').sets('Available');
  const contactId = must(legs(center)[0], 'the callback').id;
  const offered = { code: 'NOT_NOW', state: 'offered' };
  expect(center.ask({ type: 'callback.move', contactId, queueId: ids.queue('InboundQueue') })).toEqual(offered);
  expect(center.ask({ type: 'callback.reassign', contactId, agentId: ids.agent('ben') })).toEqual(offered);
  expect(center.ask({ type: 'callback.reschedule', contactId, atMs: at('13:00:00') })).toEqual(offered);
});
