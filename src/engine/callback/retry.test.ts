import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anAgent, baseRig, ids } from '../../testing/builders.ts';
import { CenterDriver } from '../../testing/center-driver.ts';
import { JOHN } from '../../testing/talking.ts';
import { durationMs, seconds } from '../core/time.ts';
import { noExtras } from '../tenant/extras.ts';
import { defaultPolicy, type Policy } from '../tenant/policy.ts';

/** An agent takes every callback at once, is free after each failure, and nobody ever answers. */
function neverAnswered(delayMs: number, retries: number, retryDelayMs: number, policy: Partial<Policy> = {}): CenterDriver {
  const rig = baseRig({ agents: [anAgent('ana', { callbackAutoAccept: true })], policy: { ...defaultPolicy, afterFailedAttempt: 'free', ...policy } });
  const center = new CenterDriver(rig).customer(JOHN).behaves({ does: 'noAnswer' }).agent('ana').sets('Available');
  return center.send({ type: 'callback.request', number: JOHN as never, queueId: ids.queue('CallbackQueue'), initialDelayMs: durationMs(delayMs), retries, retryDelayMs: durationMs(retryDelayMs), attributes: {} });
}
/** A ringing limit of a minute; the default agent whisper of a callback asked for by a program is none. */
const RINGS_MS = seconds(60);
const legsOf = (center: CenterDriver) => [...center.center.contacts.values()];
const threeDays = 259_200_000;

describe('a callback that nobody answers (spec §1.10)', () => {
  const terms = [fc.integer({ min: 0, max: threeDays }), fc.integer({ min: 0, max: 6 }), fc.integer({ min: 1000, max: threeDays })] as const;

  test('is dialed once more than it has retries, each leg beginning where the last one failed and waiting out its gap', () => {
    fc.assert(fc.property(...terms, (delayMs, retries, gapMs) => {
      const center = neverAnswered(delayMs, retries, gapMs);
      const startMs = center.center.nowMs;
      center.wait(30 * 86_400);
      const expected = Array.from({ length: retries + 1 }, (_, index) => {
        const initiatedAtMs = startMs + (index === 0 ? 0 : delayMs + RINGS_MS + (index - 1) * (gapMs + RINGS_MS));
        const enqueuedAtMs = initiatedAtMs + (index === 0 ? delayMs : gapMs);
        return { initiatedAtMs, enqueuedAtMs, endedAtMs: enqueuedAtMs + RINGS_MS, attempt: index + 1 };
      });
      expect(legsOf(center).map(({ initiatedAtMs, queue, disconnectedAtMs, callback }) => ({ initiatedAtMs, enqueuedAtMs: queue?.enqueuedAtMs, endedAtMs: disconnectedAtMs, attempt: callback?.attempt }))).toEqual(expected);
      expect([...center.center.callbacks.values()].map(({ closed }) => closed?.cause)).toEqual([retries === 0 ? 'noAnswer' : 'exhausted']);
      expect(center.engine.nextDueAtMs()).toBeNull();
    }), { numRuns: 60 });
  });

  test('is dialed as often as the number says where that counts dials in all, and at least once (decision #5)', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 6 }), (attempts) => {
      const center = neverAnswered(0, attempts, 1000, { maximumConnectionAttemptsMeans: 'total' }).wait(86_400);
      expect(legsOf(center)).toHaveLength(Math.max(1, attempts));
    }));
  });

  test('forms a chain: each leg names the one before and the first of all', () => {
    const legs = legsOf(neverAnswered(0, 4, 1000).wait(86_400));
    expect(legs.map(({ previousContactId, nextContactId, initialContactId }) => [previousContactId, nextContactId, initialContactId])).toEqual(
      legs.map((_, index) => [legs[index - 1]?.id ?? null, legs[index + 1]?.id ?? null, index === 0 ? null : legs[0]?.id]),
    );
  });

  test('has the initial delay in the first leg’s duration alone (decision #1, spec §2.2b)', () => {
    const durations = (policy: Partial<Policy>) => neverAnswered(99_000, 2, 600_000, policy).wait(86_400).records().map(({ Queue }) => Queue?.Duration);
    expect([durations({}), durations({ queueDuration: 'enqueueToDequeue' })]).toEqual([[99, 0, 0], [0, 0, 0]]);
  });

  test('counts as scheduled while it waits for a retry, unless the instance decided otherwise (decision #6)', () => {
    const scheduled = (policy: Partial<Policy>) => neverAnswered(0, 1, 600_000, policy).wait(120).center.scheduled.get(ids.queue('CallbackQueue'))?.size ?? 0;
    expect([scheduled({}), scheduled({ retryWaitIsScheduled: false })]).toEqual([1, 0]);
  });

  test.each(['noAnswer', 'networkNoAnswer'] as const)('is tried again for %s and for nothing else (spec §1.8)', (outcome) => {
    const legs = (does: 'noAnswer' | 'networkNoAnswer', policy: Partial<Policy>) => {
      const center = new CenterDriver(baseRig({ agents: [anAgent('ana', { callbackAutoAccept: true })], policy: { ...defaultPolicy, afterFailedAttempt: 'free', ...policy } }));
      center.customer(JOHN).behaves(does === 'noAnswer' ? { does } : { does, afterMs: seconds(1) }).agent('ana').sets('Available');
      center.send({ type: 'callback.request', number: JOHN as never, queueId: ids.queue('CallbackQueue'), initialDelayMs: seconds(0), retries: 1, retryDelayMs: seconds(1), attributes: {} });
      return legsOf(center.wait(3600)).length;
    };
    expect([legs(outcome, {}), legs(outcome, { retriedOutcomes: [] })]).toEqual([2, 1]);
  });
});

describe('a rule of the queue for an outcome (ours)', () => {
  const withRule = (attemptsMax: number | null, gapSeconds: number | null) => {
    const rig = baseRig({
      agents: [anAgent('ana', { callbackAutoAccept: true })], policy: { ...defaultPolicy, afterFailedAttempt: 'free' },
      extras: { [ids.queue('CallbackQueue')]: { ...noExtras, retryRules: { busy: { attemptsMax, gapMs: gapSeconds === null ? null : seconds(gapSeconds) } } } },
    });
    const center = new CenterDriver(rig).customer(JOHN).behaves({ does: 'busy', afterMs: seconds(0) }).agent('ana').sets('Available');
    center.send({ type: 'callback.request', number: JOHN as never, queueId: ids.queue('CallbackQueue'), initialDelayMs: seconds(0), retries: 1, retryDelayMs: seconds(60), attributes: {} });
    const legs = legsOf(center.wait(3600));
    return [legs.length, legs[1]?.callback?.delayMs ?? null, [...center.center.callbacks.values()][0]?.closed?.cause];
  };

  test.each<[number | null, number | null, readonly unknown[]]>([
    [null, null, [2, 60_000, 'exhausted']], [3, null, [3, 60_000, 'exhausted']], [null, 5, [2, 5000, 'exhausted']], [1, 5, [1, null, 'busy']], [4, 5, [4, 5000, 'exhausted']],
  ])('of %s dials and a gap of %s seconds comes to %j', (attemptsMax, gapSeconds, expected) => {
    expect(withRule(attemptsMax, gapSeconds)).toEqual(expected);
  });
});
