import { describe, expect, test } from 'vitest';
import { draw } from '../engine/core/random.ts';
import type { Commit, DialBehavior, E164 } from '../engine/index.ts';
import { asE164, defaultPolicy, seconds } from '../engine/index.ts';
import { anAgent, baseRig, ids } from '../testing/builders.ts';
import { CenterDriver } from '../testing/center-driver.ts';
import { DIALS_LISTED_MAX, forecastRetries, retriesOfAttempts, RING_LIMIT_SECONDS } from './retry-forecast.ts';
import type { DialExpectations, RetryPlan } from './retry-forecast.ts';

const expected: DialExpectations = {
  answerChance: 0.4, agentWhisperSeconds: 10, answerAfterSeconds: 7, ringLimitSeconds: RING_LIMIT_SECONDS, customerWhisperSeconds: 15, handleSeconds: 180,
};
const plan: RetryPlan = { initialDelaySeconds: 99, retries: 2, gapSeconds: 600 };

/** Callbacks through the engine, each customer missing so many dials before they answer; an agent is always free. */
function played(misses: readonly number[], { initialDelaySeconds, retries, gapSeconds }: RetryPlan, maximumConnectionAttemptsMeans: 'retries' | 'total' = 'retries'): { readonly center: CenterDriver; readonly dialedAt: readonly (readonly number[])[]; readonly agentSeconds: number } {
  const rig = baseRig({
    agents: misses.map((_, index) => anAgent(`agent${index}`, { callbackAutoAccept: true, callbackAfterContactWorkMs: seconds(60) })),
    queues: baseRig().queues.map((queue) => ({ ...queue, agentWhisperFlowId: ids.flow('agent whisper') })),
    policy: { ...defaultPolicy, afterFailedAttempt: 'free', maximumConnectionAttemptsMeans },
  });
  const center = new CenterDriver(rig);
  const startMs = center.center.nowMs;
  const numbers = misses.map((_, index) => asE164(`+1206555${String(index).padStart(4, '0')}`));
  for (const index of misses.keys()) center.agent(`agent${index}`).sets('Available');
  for (const [index, missed] of misses.entries()) {
    const whenCalled: readonly DialBehavior[] = [...Array.from({ length: missed }, () => ({ does: 'noAnswer' }) as const), { does: 'answers', afterMs: seconds(7), hangsUpAfterMs: null }];
    const number = numbers[index] as E164;
    center.send({ type: 'customer.behave', number, whenCalled, talksForMs: seconds(120) });
    center.send({ type: 'callback.request', number, queueId: ids.queue('CallbackQueue'), initialDelayMs: seconds(initialDelaySeconds), retries, retryDelayMs: seconds(gapSeconds), attributes: {} });
  }
  center.wait(7 * 86_400 - 1);
  const dialedAt = numbers.map((number) => opened(center.commits, number).map((atMs) => (atMs - startMs) / 1000));
  return { center, dialedAt, agentSeconds: busySeconds(center.commits) };
}

const opened = (commits: readonly Commit[], number: E164): readonly number[] =>
  commits.flatMap(({ atMs, events }) => events.flatMap((event) => (event.type === 'line.opened' && event.number === number ? [atMs] : [])));

/** How long agents had something in their slot: from the offer, which is accepted at once, until they are free. */
function busySeconds(commits: readonly Commit[]): number {
  const since = new Map<string, number>();
  let sumMs = 0;
  for (const { atMs, events } of commits) {
    for (const event of events) {
      if (event.type === 'agent.slotSet' && !since.has(event.agentId)) since.set(event.agentId, atMs);
      if (event.type !== 'agent.slotCleared') continue;
      sumMs += atMs - (since.get(event.agentId) ?? atMs);
      since.delete(event.agentId);
    }
  }
  return sumMs / 1000;
}

describe('the forecast agrees with the engine', () => {
  test.each([[0, 'retries'], [3, 'retries'], [0, 'total'], [1, 'total'], [3, 'total']] as const)('%i attempts that mean %s', (attempts, mean) => {
    const { dialedAt } = played([attempts + 1], { ...plan, retries: attempts }, mean);
    expect(dialedAt[0]).toHaveLength(forecastRetries({ ...plan, retries: retriesOfAttempts(attempts, mean) }, expected).callsMax);
  });

  test.each([
    [plan],
    [{ initialDelaySeconds: 1, retries: 0, gapSeconds: 30 }],
    [{ initialDelaySeconds: 0, retries: 5, gapSeconds: 1 }],
    [{ initialDelaySeconds: 3600, retries: 3, gapSeconds: 7200 }],
  ])('on every way in which %j can go, weighed by its chance', (each) => {
    const forecast = forecastRetries(each, expected);
    const ways = Array.from({ length: each.retries + 2 }, (_, missed) => {
      const { dialedAt, agentSeconds } = played([missed], each);
      const isReached = missed <= each.retries;
      return { dials: dialedAt[0] ?? [], agentSeconds, isReached, chance: 0.6 ** missed * (isReached ? 0.4 : 1) };
    });
    const sum = (of: (way: (typeof ways)[number]) => number): number => ways.reduce((total, way) => total + way.chance * of(way), 0);
    expect(sum(() => 1)).toBeCloseTo(1, 9);
    expect(forecast.callsExpected).toBeCloseTo(sum(({ dials }) => dials.length), 9);
    expect(forecast.reach).toBeCloseTo(sum(({ isReached }) => (isReached ? 1 : 0)), 9);
    expect(forecast.agentMinutesExpected).toBeCloseTo(sum(({ agentSeconds }) => agentSeconds / 60), 9);
    const longest = ways.at(-1)?.dials ?? [];
    expect(longest).toHaveLength(forecast.callsMax);
    expect(forecast.dials.map(({ afterSeconds }) => afterSeconds)).toEqual(longest);
    expect(forecast.spanSeconds).toBe((longest.at(-1) ?? 0) + RING_LIMIT_SECONDS);
  });

  test('on six hundred customers drawn by chance', () => {
    // 600 draws with a chance of reach of 0.784 have a standard error of 0.017; the seed is fixed, the width is four of them.
    const count = 600;
    const misses = Array.from({ length: count }, (_, customer) => {
      let missed = 0;
      while (missed <= plan.retries && draw(20_240_110, `customer/${customer}`, missed) >= expected.answerChance) missed += 1;
      return missed;
    });
    const { center, dialedAt } = played(misses, plan);
    const forecast = forecastRetries(plan, expected);
    const closed = center.events.flatMap((event) => (event.type === 'callback.closed' ? [event.cause] : []));
    expect(closed).toHaveLength(count);
    expect(Math.abs(closed.filter((cause) => cause === 'reached').length / count - forecast.reach)).toBeLessThan(0.07);
    expect(Math.abs(dialedAt.flat().length / count - forecast.callsExpected)).toBeLessThan(0.14);
  });
});

describe('a forecast', () => {
  test('for customers who always answer is one call', () => {
    expect(forecastRetries(plan, { ...expected, answerChance: 1 })).toMatchObject({ callsMax: 3, callsExpected: 1, reach: 1, agentMinutesInVain: 0 });
  });

  test('for customers who never answer is every call, all in vain', () => {
    const forecast = forecastRetries(plan, { ...expected, answerChance: 0 });
    expect(forecast).toMatchObject({ callsExpected: 3, reach: 0, agentMinutesExpected: 3.5, agentMinutesInVain: 3.5, spanSeconds: 99 + 3 * 70 + 2 * 600 });
  });

  test('of a form half typed is that of the nearest numbers that make sense', () => {
    const forecast = forecastRetries({ initialDelaySeconds: Number.NaN, retries: -1, gapSeconds: Number.POSITIVE_INFINITY }, { ...expected, answerChance: 7 });
    expect(forecast).toMatchObject({ callsMax: 1, reach: 1, callsExpected: 1 });
  });

  test('lists the first dials only, and counts all', () => {
    const forecast = forecastRetries({ ...plan, retries: 1_000_000 }, expected);
    expect([forecast.callsMax, forecast.dials.length]).toEqual([1_000_001, DIALS_LISTED_MAX]);
  });
});
