import { describe, expect, test } from 'vitest';
import { anAgent, baseRig, ids } from '../../testing/builders.ts';
import { at, CenterDriver } from '../../testing/center-driver.ts';
import { durationMs, seconds } from '../core/time.ts';
import { defaultPolicy, type Policy } from '../tenant/policy.ts';
import { historicalFigures } from './historical.ts';

const JOHN = '+12065550142';
const phone = (index: number): string => `+1206555${1000 + index}`;
const figures = (center: CenterDriver, queue: string, from = '11:00:00', to = '23:00:00'): Readonly<Record<string, number | null>> =>
  historicalFigures(center.center, ids.queue(queue), at(from), at(to));

/** The seed's day up to the end of the conversation, with ana's work cleared a minute later. */
function seedDay(changes: Partial<Policy> = {}): CenterDriver {
  const center = new CenterDriver(baseRig({ policy: { ...defaultPolicy, ...changes } }));
  center.customer(JOHN).behaves({ does: 'answers', afterMs: seconds(0), hangsUpAfterMs: null });
  center.to('11:35:00').customer(JOHN).dials();
  center.to('11:37:00').customer(JOHN).requestsCallback();
  center.to('11:39:00').agent('ana').sets('Available').agent('ana').accepts();
  center.to('11:45:00').customer(JOHN).hangsUp();
  return center.to('11:46:00').agent('ana').clears();
}

describe('the day’s figures', () => {
  test('are those of the seed’s day', () => {
    const center = seedDay();
    expect(figures(center, 'InboundQueue', '11:30:00', '12:00:00')).toMatchObject({
      CONTACTS_QUEUED: 1, CONTACTS_HANDLED: 0, CONTACTS_ABANDONED: 0, ABANDONMENT_RATE: 0, SERVICE_LEVEL_120: 0, SERVICE_LEVEL_180: 100, MAX_QUEUED_TIME: 120,
      AVG_QUEUE_ANSWER_TIME: null, AVG_ABANDON_TIME: null,
    });
    expect(figures(center, 'CallbackQueue', '11:30:00', '12:00:00')).toMatchObject({
      CONTACTS_QUEUED: 1, CONTACTS_HANDLED: 1, CALLBACK_CONTACTS: 1, CALLBACK_CONTACTS_HANDLED: 1, CONTACTS_HANDLED_INCOMING: 0, CONTACTS_HANDLED_OUTBOUND: 0,
      SUM_RETRY_CALLBACK_ATTEMPTS: 0, CONTACTS_ABANDONED: 0, AVG_QUEUE_ANSWER_TIME: 120, SUM_INTERACTION_TIME: 335, SERVICE_LEVEL_120: 0, SERVICE_LEVEL_180: 100,
      SUM_AFTER_CONTACT_WORK_TIME: 60, AVG_HANDLE_TIME: 395, AGENT_NON_RESPONSE: 0,
    });
    expect(figures(seedDay({ queueDuration: 'enqueueToDequeue' }), 'CallbackQueue').AVG_QUEUE_ANSWER_TIME).toBe(21);
  });

  test('count a contact where it disconnected, in windows that do not overlap', () => {
    const center = seedDay();
    const queued = (from: string, to: string): unknown => figures(center, 'CallbackQueue', from, to).CONTACTS_QUEUED;
    expect([queued('11:44:00', '11:45:00'), queued('11:45:00', '11:45:01'), queued('11:45:01', '12:00:00')]).toEqual([0, 1, 0]);
  });

  test('of a window without contacts are nothing, and rates are not worked out', () => {
    expect(figures(new CenterDriver(), 'CallbackQueue')).toMatchObject({ CONTACTS_QUEUED: 0, SERVICE_LEVEL_20: null, ABANDONMENT_RATE: null, MAX_QUEUED_TIME: null, AVG_HANDLE_TIME: null, AVG_ABANDON_TIME: null });
  });

  test('keep the wait of the call apart from that of its callback', () => {
    const rig = baseRig();
    const center = new CenterDriver({ ...rig, callback: rig.callback && { ...rig.callback, initialDelayMs: seconds(10) } });
    center.customer(JOHN).behaves({ does: 'answers', afterMs: seconds(0), hangsUpAfterMs: seconds(40) });
    center.customer(JOHN).dials();
    center.wait(300).customer(JOHN).requestsCallback();
    center.wait(10).agent('ana').sets('Available');
    center.wait(10).agent('ana').accepts();
    center.wait(120);
    expect(figures(center, 'InboundQueue').MAX_QUEUED_TIME).toBe(300);
    expect(figures(center, 'CallbackQueue').AVG_QUEUE_ANSWER_TIME).toBe(20);
    expect(center.records().map(({ Ringback }) => Ringback.QueueWaitSeconds)).toEqual([300, 10]);
  });

  test('count attempts that were followed by a retry, and the last as abandoned, unless decided otherwise', () => {
    const nobodyAnswers = (changes: Partial<Policy>): Readonly<Record<string, number | null>> => {
      const rig = baseRig({ policy: { ...defaultPolicy, ...changes }, agents: [anAgent('ana', { callbackAutoAccept: true })] });
      const center = new CenterDriver(rig);
      center.customer(JOHN).behaves({ does: 'noAnswer' });
      center.to('11:35:00').customer(JOHN).dials();
      center.to('11:37:00').customer(JOHN).requestsCallback();
      center.agent('ana').sets('Available');
      for (let hours = 0; hours < 4; hours++) {
        center.wait(800);
        if (center.agent('ana').state() === 'ERROR') center.agent('ana').clears();
      }
      return figures(center, 'CallbackQueue');
    };
    expect(nobodyAnswers({})).toMatchObject({ CALLBACK_CONTACTS: 3, CONTACTS_QUEUED: 3, CONTACTS_HANDLED: 0, SUM_RETRY_CALLBACK_ATTEMPTS: 2, CONTACTS_ABANDONED: 1 });
    expect(nobodyAnswers({ countCallbackLegsAsAbandoned: false })).toMatchObject({ CONTACTS_ABANDONED: 0 });
  });
});

describe('the service level', () => {
  test('is the share of all queued with a wait below the threshold, however they left', () => {
    const waits = [5, 19, 20, 45, 120];
    const center = new CenterDriver();
    for (const index of waits.keys()) center.customer(phone(index)).dials();
    const start = center.center.nowMs;
    for (const [index, wait] of waits.entries()) {
      center.engine.advanceTo((start + durationMs(wait * 1000)) as never);
      center.customer(phone(index)).hangsUp();
    }
    expect(figures(center, 'InboundQueue')).toMatchObject({ SERVICE_LEVEL_20: 40, SERVICE_LEVEL_60: 80, SERVICE_LEVEL_120: 80, SERVICE_LEVEL_180: 100, CONTACTS_ABANDONED: 5, ABANDONMENT_RATE: 100, AVG_ABANDON_TIME: 41.8 });
  });
});

describe('non-response', () => {
  test('counts each offer that was not answered, and no record more', () => {
    const center = new CenterDriver();
    center.customer(JOHN).behaves({ does: 'answers', afterMs: seconds(0), hangsUpAfterMs: seconds(30) });
    center.customer(JOHN).dials();
    center.customer(JOHN).requestsCallback();
    center.wait(99).agent('ana').sets('Available').agent('ben').sets('Available');
    center.wait(20).agent('ana').clears();
    center.wait(20).agent('ana').accepts();
    center.wait(120);
    expect(figures(center, 'CallbackQueue')).toMatchObject({ AGENT_NON_RESPONSE: 2, CALLBACK_CONTACTS: 1, CONTACTS_HANDLED: 1, SUM_RETRY_CALLBACK_ATTEMPTS: 0 });
    expect(center.records()[1]?.AgentConnectionAttempts).toBe(3);
  });
});
