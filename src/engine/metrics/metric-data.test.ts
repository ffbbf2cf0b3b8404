import { describe, expect, test } from 'vitest';
import { anAgent, baseRig, ids, profileR } from '../../testing/builders.ts';
import { at, CenterDriver } from '../../testing/center-driver.ts';
import { seconds } from '../core/time.ts';
import { defaultPolicy, type Policy } from '../tenant/policy.ts';
import { currentMetricData } from './current.ts';
import type { MetricName } from './definitions.ts';
import { contactMetrics, estimatedWaitSeconds } from './estimated-wait.ts';
import { historicalFigures } from './historical.ts';
import { metricData, metricValues, type MetricAsk, type MetricWish } from './metric-data.ts';
import { promiseLedger } from './promise-ledger.ts';
import { userData } from './user-data.ts';

const JOHN = '+12065550142';
const MARY = '+12065550143';
const wish = (name: MetricName, threshold = 0): MetricWish => ({ name, threshold, filters: [] });
const value = (center: CenterDriver, metric: MetricWish, scope: MetricAsk['scope'] = {}, from = '00:00:00', to = '23:00:00'): number | null | undefined =>
  metricValues(center.center, { scope, metrics: [metric] }, at(from), at(to))[0];

/** The seed's day, cleared at 11:46:00. */
function seedDay(instance = baseRig()): CenterDriver {
  const center = new CenterDriver(instance);
  center.customer(JOHN).behaves({ does: 'answers', afterMs: seconds(2), hangsUpAfterMs: null });
  center.to('11:35:00').customer(JOHN).dials();
  center.to('11:37:00').customer(JOHN).requestsCallback();
  center.to('11:39:00').agent('ana').sets('Available').wait(4).agent('ana').accepts();
  center.to('11:45:00').customer(JOHN).hangsUp();
  return center.to('11:46:00').agent('ana').clears();
}

describe('metrics of a window', () => {
  test('are grouped as asked for, a group without contacts left out', () => {
    const lines = metricData(seedDay().center, {
      windows: [{ fromMs: at('11:30:00'), toMs: at('12:00:00') }], scope: { queueIds: [ids.queue('InboundQueue'), ids.queue('CallbackQueue'), ids.queue('Nowhere')] },
      groupings: ['QUEUE', 'INITIATION_METHOD'], metrics: [wish('CONTACTS_QUEUED'), wish('CONTACTS_HANDLED'), wish('SERVICE_LEVEL', 180)],
    });
    expect(lines.map(({ dimensions, values }) => [dimensions.QUEUE, dimensions.INITIATION_METHOD, ...values])).toEqual([
      [ids.queue('InboundQueue'), 'INBOUND', 1, 0, 100],
      [ids.queue('CallbackQueue'), 'CALLBACK', 1, 1, 100],
    ]);
  });

  test('can be asked for interval by interval', () => {
    const quarter = (from: string, to: string) => ({ fromMs: at(from), toMs: at(to) });
    const lines = metricData(seedDay().center, {
      windows: [quarter('11:30:00', '11:45:00'), quarter('11:45:00', '12:00:00')], scope: {}, groupings: [],
      metrics: [wish('CONTACTS_CREATED'), wish('CONTACTS_QUEUED'), wish('CONTACTS_QUEUED_BY_ENQUEUE'), wish('CONTACTS_HANDLED'), wish('CONTACTS_HANDLED_BY_CONNECTED_TO_AGENT')],
    });
    expect(lines.map(({ values }) => values)).toEqual([[2, 1, 2, 0, 1], [0, 1, 0, 1, 0]]);
  });

  test('keep to the filters of each metric, turned around when it says so', () => {
    const center = seedDay();
    const created = (values: readonly string[], negate: boolean): unknown => value(center, { name: 'CONTACTS_CREATED', threshold: 0, filters: [{ key: 'INITIATION_METHOD', values, negate }] });
    expect([created(['CALLBACK'], false), created(['CALLBACK'], true), created(['OUTBOUND'], false), created(['OUTBOUND'], true)]).toEqual([1, 1, 0, 2]);
    const hungUp = (reason: string): unknown => value(center, { name: 'CONTACTS_HANDLED', threshold: 0, filters: [{ key: 'DISCONNECT_REASON', values: [reason], negate: false }] });
    expect([hungUp('CUSTOMER_DISCONNECT'), hungUp('AGENT_DISCONNECT')]).toEqual([1, 0]);
  });

  test('tell the connecting time in its five parts, which add up', () => {
    const parts = (['ASSIGN', 'ACCEPT', 'BUILD', 'NETWORK', 'RING'] as const).map((part) => value(seedDay(), wish(`RINGBACK_CONNECTING_${part}_TIME`)));
    // Four seconds to accept, two whispers of 10 and 15, two seconds of ringing.
    expect(parts).toEqual([0, 4, 25, 0, 2]);
    expect(value(seedDay(), wish('AVG_CONNECTING_TIME_AGENT'))).toBe(31);
  });

  test('count a callback from the ringing when the instance decided so', () => {
    const answered = (policy: Partial<typeof defaultPolicy>): unknown => value(seedDay(baseRig({ policy: { ...defaultPolicy, ...policy } })), wish('AVG_QUEUE_ANSWER_TIME'));
    expect([answered({}), answered({ dequeueMoment: 'offer' }), answered({ dequeueMoment: 'offer', queueDuration: 'enqueueToDequeue' })]).toEqual([124, 120, 21]);
  });

  test('count every unanswered dial when the instance decided so', () => {
    const attempts = (callbackAttempts: 'followedByRetry' | 'everyUnanswered'): unknown => {
      const center = new CenterDriver(baseRig({ agents: [anAgent('ana', { callbackAutoAccept: true })], policy: { ...defaultPolicy, callbackAttempts } }));
      center.customer(JOHN).behaves({ does: 'noAnswer' }).customer(JOHN).dials().customer(JOHN).requestsCallback().agent('ana').sets('Available');
      for (let round = 0; round < 4; round++) {
        center.wait(800);
        if (center.agent('ana').state() === 'ERROR') center.agent('ana').clears();
      }
      return [value(center, wish('SUM_RETRY_CALLBACK_ATTEMPTS')), value(center, wish('RINGBACK_CALLBACK_REQUESTS'))];
    };
    expect([attempts('followedByRetry'), attempts('everyUnanswered')]).toEqual([[2, 1], [3, 1]]);
  });

  test('count who left while still in queue, and time in flows and to the end of all work', () => {
    const center = seedDay();
    expect(value(center, wish('SUM_CONTACTS_DISCONNECTED'))).toBe(1);
    expect(value(center, wish('SUM_CONTACT_FLOW_TIME'))).toBe(0);
    expect(value(center, wish('AVG_RESOLUTION_TIME'))).toBe((120 + 540) / 2);
  });
});

describe('the time of an agent', () => {
  test('is spent online, idle, ringing, on contact and away, each counted once', () => {
    const center = seedDay();
    center.to('11:50:00').agent('ana').sets('Break').to('11:55:00').agent('ana').sets('Offline').to('12:30:00');
    const time = (name: MetricName, from = '11:30:00', to = '12:30:00'): unknown => value(center, wish(name), { agentIds: [ids.agent('ana')] }, from, to);
    expect([time('SUM_ONLINE_TIME_AGENT'), time('SUM_NON_PRODUCTIVE_TIME_AGENT'), time('SUM_ERROR_STATUS_TIME_AGENT')]).toEqual([16 * 60, 5 * 60, 0]);
    // On contact from the accept at 11:39:04 to 11:46:00, idle from then to 11:50:00; ringing is neither.
    expect([time('SUM_CONTACT_TIME_AGENT'), time('SUM_IDLE_TIME_AGENT')]).toEqual([416, 240]);
    expect(time('AGENT_OCCUPANCY')).toBeCloseTo((416 / 656) * 100, 10);
    expect([time('SUM_ONLINE_TIME_AGENT', '11:40:00', '11:41:00'), time('SUM_ONLINE_TIME_AGENT', '11:54:00', '23:00:00'), time('SUM_ONLINE_TIME_AGENT', '10:00:00', '11:00:00')]).toEqual([60, 60, 0]);
  });

  test('in error is time until it is cleared', () => {
    const center = new CenterDriver(baseRig({ agents: [anAgent('ana')] }));
    center.agent('ana').sets('Available').customer(JOHN).dials().wait(20).wait(30);
    expect([value(center, wish('SUM_ERROR_STATUS_TIME_AGENT')), value(center, wish('AGENT_NON_RESPONSE')), value(center, wish('AGENT_ANSWER_RATE'))]).toEqual([30, 1, 0]);
  });
});

describe('a contact that an agent dialed', () => {
  /** Ana dials Mary, who answers at once, hears 15 s of whisper and talks for 45. */
  const dialed = (dialedContactsCountFor: Policy['dialedContactsCountFor']): CenterDriver => {
    const center = new CenterDriver(baseRig({ policy: { ...defaultPolicy, dialedContactsCountFor } }));
    center.customer(MARY).behaves({ does: 'answers', afterMs: seconds(0), hangsUpAfterMs: null });
    return center.agent('ana').sets('Break').agent('ana').dials(MARY).wait(60).customer(MARY).hangsUp();
  };
  const outbound: MetricWish = { name: 'CONTACTS_HANDLED', threshold: 0, filters: [{ key: 'INITIATION_METHOD', values: ['OUTBOUND'], negate: false }] };
  const ofQueue = ids.queue('InboundQueue');
  const scopes: readonly MetricAsk['scope'][] = [{}, { agentIds: [ids.agent('ana')] }, { routingProfileIds: [profileR] }, { queueIds: [ofQueue] }, { queueIds: [ids.queue('CallbackQueue')] }];

  test('is handled outbound by the agent and by no queue, as its record has none (decision #25)', () => {
    const center = dialed('recordsQueue');
    expect(center.records()[0]).toMatchObject({ InitiationMethod: 'OUTBOUND', Queue: null });
    expect(scopes.map((scope) => value(center, outbound, scope))).toEqual([1, 1, 1, 0, 0]);
    expect(metricData(center.center, { windows: [{ fromMs: 0, toMs: Infinity }], scope: {}, groupings: ['QUEUE'], metrics: [wish('CONTACTS_CREATED')] })).toEqual([]);
  });

  test('counts for the queue it was dialed out of where the instance decided so', () => {
    const center = dialed('outboundQueue');
    expect(center.records()[0]).toMatchObject({ InitiationMethod: 'OUTBOUND', Queue: null });
    expect(scopes.map((scope) => value(center, outbound, scope))).toEqual([1, 1, 1, 1, 0]);
    expect(historicalFigures(center.center, ofQueue, 0, Infinity)).toMatchObject({ CONTACTS_HANDLED_OUTBOUND: 1, CONTACTS_HANDLED_INCOMING: 0, CONTACTS_QUEUED: 0, SUM_INTERACTION_TIME: 45 });
  });

  test('tells those who wait how long only where it counts for their queue', () => {
    const waits = (['recordsQueue', 'outboundQueue'] as const).map((countedFor) => {
      const center = dialed(countedFor).wait(15).agent('ana').clears().agent('ben').sets('Available');
      return estimatedWaitSeconds(center.center, ofQueue, 2);
    });
    expect(waits).toEqual([null, 60]);
  });
});

describe('the figures of now', () => {
  test('are told by queue, by profile, by both, by status and as a whole', () => {
    const center = new CenterDriver();
    center.agent('ana').sets('Break').customer(JOHN).dials().wait(7).customer(MARY).dials().wait(5);
    const queueIds = [ids.queue('InboundQueue'), ids.queue('CallbackQueue')];
    const ask = (groupings: Parameters<typeof currentMetricData>[1]['groupings'], byProfile = false) =>
      currentMetricData(center.center, { queueIds: byProfile ? null : queueIds, profileIds: byProfile ? [profileR] : null, groupings })
        .map(({ queueId, profileId, statusName, figures, oldestMs }) => [queueId ?? profileId ?? statusName, figures.CONTACTS_IN_QUEUE, figures.AGENTS_ONLINE, oldestMs]);
    expect(ask(['QUEUE', 'CHANNEL'])).toEqual([[queueIds[0], 2, 1, 12_000], [queueIds[1], 0, 1, 0]]);
    expect(ask(['ROUTING_PROFILE'], true)).toEqual([[profileR, 2, 1, 12_000]]);
    expect(ask([])).toEqual([[null, 2, 1, 12_000]]);
    expect(ask(['AGENT_STATUS'])).toEqual([['Break', 2, 1, 12_000]]);
    expect(ask(['QUEUE', 'ROUTING_PROFILE'], true).length).toBe(2);
  });

  test('are those of thirty agents on a break of whom one has dialed out', () => {
    const names = Array.from({ length: 30 }, (_, index) => `agent${index}`);
    const center = new CenterDriver(baseRig({ agents: names.map((name) => anAgent(name)) }));
    center.customer(MARY).behaves({ does: 'answers', afterMs: seconds(0), hangsUpAfterMs: null });
    for (const name of names) center.agent(name).sets('Break');
    center.agent('agent7').dials(MARY).wait(60);
    const [line] = currentMetricData(center.center, { queueIds: null, profileIds: [profileR], groupings: [] });
    expect(line?.figures).toMatchObject({
      AGENTS_ONLINE: 30, AGENTS_ON_CONTACT: 1, AGENTS_NON_PRODUCTIVE: 30, AGENTS_AFTER_CONTACT_WORK: 0, AGENTS_ERROR: 0, AGENTS_AVAILABLE: 0, AGENTS_STAFFED: 0, SLOTS_ACTIVE: 1,
    });
  });

  test('estimate a wait from those handled before, by the agents who are there', () => {
    const center = seedDay();
    center.agent('ana').sets('Break').customer(MARY).dials().customer(JOHN).dials();
    const first = center.center.openContacts.values().next().value;
    if (first === undefined) throw new Error('Mary waits');
    expect(contactMetrics(center.center, first)).toEqual({ positionInQueue: 1, estimatedWaitSeconds: null });
    // Nobody of this queue has been handled yet; in the callback queue one was, in 333 + 60 seconds.
    const ofQueue = (): unknown => currentMetricData(center.center, { queueIds: [ids.queue('CallbackQueue')], profileIds: null, groupings: ['QUEUE', 'CHANNEL'] })[0]?.estimatedWaitSeconds;
    expect(ofQueue()).toBeNull();
    center.agent('ben').sets('Available');
    // Ben was taken by Mary at once: staffed, not available.
    expect(ofQueue()).toBe(Math.trunc(5 * 60 + 29 + 60));
  });

  test('tell what each agent has in hand', () => {
    const center = new CenterDriver();
    center.agent('ana').sets('Available').customer(JOHN).dials();
    const [ana, ben] = userData(center.center);
    expect(ana).toMatchObject({ activity: 'Incoming', online: true, available: false, active: false, contact: { method: 'INBOUND', state: 'CONNECTING', connectedAtMs: null } });
    expect(ben).toMatchObject({ activity: 'Offline', contactState: null, online: false, contact: null });
    center.agent('ana').accepts();
    expect(userData(center.center)[0]).toMatchObject({ activity: 'On contact', active: true, contact: { state: 'CONNECTED' } });
  });
});

describe('the promise ledger', () => {
  test('has each promise open, or closed with its cause', () => {
    const center = seedDay();
    center.customer(MARY).dials().customer(MARY).requestsCallback();
    expect(promiseLedger(center.center)).toMatchObject({ created: 2, open: 1, closedByCause: { reached: 1 }, rows: [{ attempts: 1, cause: 'reached' }, { attempts: 0, cause: null }] });
    center.to('24:00:00').wait(8 * 86_400);
    const { created, open, closedByCause } = promiseLedger(center.center);
    expect({ created, open, closedByCause }).toEqual({ created: 2, open: 0, closedByCause: { reached: 1, expired: 1 } });
  });
});
