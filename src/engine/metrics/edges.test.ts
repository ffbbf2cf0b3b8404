import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anAgent, baseRig, ids, profileR } from '../../testing/builders.ts';
import { at, CenterDriver } from '../../testing/center-driver.ts';
import { JOHN, talking } from '../../testing/talking.ts';
import { agentActivity } from './realtime.ts';
import { must } from '../core/assert.ts';
import type { ContactId, RoutingProfileId } from '../core/ids.ts';
import { currentMetricData } from './current.ts';
import type { MetricName } from './definitions.ts';
import { contactMetrics, estimatedQueueWait, estimatedWaitSeconds } from './estimated-wait.ts';
import { metricData, type MetricAsk, type MetricGrouping, type MetricWish } from './metric-data.ts';
import { NumberTable } from './number-table.ts';
import { TimeIndex } from './time-index.ts';
import { userData } from './user-data.ts';

const MARY = '+12065550143';
const inbound = ids.queue('InboundQueue');
const wish = (name: MetricName, filters: MetricWish['filters'] = []): MetricWish => ({ name, threshold: 0, filters });
const all = [{ fromMs: 0, toMs: Infinity }];
const lines = (center: CenterDriver, groupings: readonly MetricGrouping[], metrics: readonly MetricWish[], scope: MetricAsk['scope'] = {}) => metricData(center.center, { windows: all, scope, groupings, metrics });

/** Ana talked with John for five minutes, and Mary hung up while she waited. */
function aDay(): CenterDriver {
  const center = talking({}, 'Offline').to('11:45:00').customer(JOHN).hangsUp();
  return center.customer(MARY).dials().to('11:46:00').customer(MARY).hangsUp();
}

describe('groups', () => {
  test.each<[MetricGrouping, string]>([['AGENT', ids.agent('ana')], ['ROUTING_PROFILE', profileR], ['CHANNEL', 'VOICE'], ['INITIATION_METHOD', 'INBOUND'], ['QUEUE', inbound]])('are formed by %s', (grouping, value) => {
    expect(lines(aDay(), [grouping], [wish('CONTACTS_HANDLED')])).toMatchObject([{ dimensions: { [grouping]: value }, values: [1] }]);
  });

  test('hold only what has a side of theirs: nobody is the agent of who hung up in queue', () => {
    const abandoned = (grouping: MetricGrouping) => lines(aDay(), [grouping], [wish('CONTACTS_ABANDONED')]).map(({ values }) => values[0]);
    expect([abandoned('QUEUE'), abandoned('AGENT')]).toEqual([[1], [0]]);
  });

  test('of several sides are one for each combination', () => {
    const found = lines(aDay(), ['QUEUE', 'CHANNEL', 'AGENT'], [wish('CONTACTS_HANDLED'), wish('SUM_INTERACTION_TIME')]);
    expect(found.map(({ dimensions, values }) => [dimensions, values])).toEqual([[{ QUEUE: inbound, CHANNEL: 'VOICE', AGENT: ids.agent('ana') }, [1, 300]]]);
  });
});

describe('filters', () => {
  const filter = (key: 'INITIATION_METHOD' | 'DISCONNECT_REASON', values: readonly string[], negate = false): MetricWish['filters'] => [{ key, values, negate }];

  test('let pass what is named, or all but that', () => {
    const queued = (filters: MetricWish['filters']) => lines(aDay(), [], [wish('CONTACTS_QUEUED', filters)])[0]?.values[0];
    expect(queued(filter('INITIATION_METHOD', ['INBOUND']))).toBe(2);
    expect(queued(filter('INITIATION_METHOD', ['CALLBACK']))).toBe(0);
    expect(queued(filter('INITIATION_METHOD', ['CALLBACK'], true))).toBe(2);
    expect(queued(filter('DISCONNECT_REASON', ['CUSTOMER_DISCONNECT']))).toBe(2);
    expect(queued(filter('DISCONNECT_REASON', ['CUSTOMER_DISCONNECT'], true))).toBe(0);
  });

  test('by reason find none in what is not over yet, nor in offers', () => {
    const open = talking({}, 'Offline');
    const reason = filter('DISCONNECT_REASON', ['CUSTOMER_DISCONNECT']);
    expect(lines(open, [], [wish('CONTACTS_CREATED', reason), wish('AGENT_ANSWER_RATE', reason)])[0]?.values).toEqual([0, null]);
    expect(lines(open, [], [wish('AGENT_ANSWER_RATE', filter('INITIATION_METHOD', ['INBOUND']))])[0]?.values).toEqual([100]);
  });

  test('by agent and profile keep the rest out', () => {
    const handled = (scope: MetricAsk['scope']) => lines(aDay(), [], [wish('CONTACTS_HANDLED')], scope)[0]?.values[0];
    expect([handled({ agentIds: [ids.agent('ana')] }), handled({ agentIds: [ids.agent('ben')] }), handled({ routingProfileIds: [profileR] }), handled({ routingProfileIds: ['x'] }), handled({ channels: ['CHAT'] }), handled({ methods: ['INBOUND'] })])
      .toEqual([1, undefined, 1, undefined, undefined, 1]);
  });
});

describe('the figures of now', () => {
  const ask = (center: CenterDriver, changes: Partial<Parameters<typeof currentMetricData>[1]>) => currentMetricData(center.center, { queueIds: null, profileIds: null, groupings: [], ...changes });

  test('of neither queues nor profiles are of nothing', () => {
    expect(ask(new CenterDriver().customer(JOHN).dials(), {})).toMatchObject([{ figures: { CONTACTS_IN_QUEUE: 0, AGENTS_ONLINE: 0 }, oldestMs: 0 }]);
  });

  test('leave out a profile that does not serve the queue, and one that is not there', () => {
    const other = 'profile-b' as RoutingProfileId;
    const rig = baseRig();
    const center = new CenterDriver(baseRig({ routingProfiles: [...rig.routingProfiles, { id: other, name: 'B', entries: [], defaultOutboundQueueId: null, agentAvailabilityTimer: 'TIME_SINCE_LAST_ACTIVITY' }] }));
    const groups = ask(center, { queueIds: [inbound], profileIds: [profileR, other, 'gone' as RoutingProfileId], groupings: ['QUEUE', 'ROUTING_PROFILE'] });
    expect(groups.map(({ queueId, profileId }) => [queueId, profileId])).toEqual([[inbound, profileR]]);
    expect(ask(center, { profileIds: ['gone' as RoutingProfileId] })).toMatchObject([{ figures: { CONTACTS_IN_QUEUE: 0 } }]);
  });

  test('tell of a contact that an agent dialed that it has no queue', () => {
    const center = new CenterDriver().agent('ana').sets('Available').agent('ana').dials('+12065550111');
    expect(userData(center.center)[0]).toMatchObject({ activity: 'On contact', contactState: 'Outbound contact', active: true, contact: { method: 'OUTBOUND', queueId: null, enqueuedAtMs: null } });
    expect(agentActivity(center.center, ids.agent('ana'))).toMatchObject({ activity: 'On contact', contactState: 'Outbound contact' });
  });
});

describe('an estimated wait', () => {
  test('is nothing where an agent is free for that place', () => {
    const center = new CenterDriver().agent('ana').sets('Available').agent('ben').sets('Available');
    expect([1, 2].map((place) => estimatedWaitSeconds(center.center, inbound, place))).toEqual([0, 0]);
    expect(estimatedQueueWait(center.center, inbound)).toBe(0);
    expect(estimatedWaitSeconds(center.center, inbound, 3)).toBeNull();
  });

  test('of a queue that nobody knows, and of nobody, cannot be told', () => {
    const center = talking({}, 'Offline');
    expect(estimatedQueueWait(center.center, ids.queue('Nowhere'))).toBeNull();
    expect(contactMetrics(center.center, 'none' as ContactId)).toBeNull();
  });

  test('of a contact that waits nowhere is none, as is its place', () => {
    const center = new CenterDriver().agent('ana').sets('Available').agent('ana').dials('+12065550111');
    const [dialed] = [...center.center.openContacts];
    expect(contactMetrics(center.center, must(dialed, 'a contact'))).toEqual({ positionInQueue: null, estimatedWaitSeconds: null });
    const moved = talking({}, 'Offline');
    const [served] = [...moved.center.openContacts];
    expect(contactMetrics(moved.center, must(served, 'a contact'))).toEqual({ positionInQueue: null, estimatedWaitSeconds: null });
  });

  test('remembers the last thirty-two who were handled, and no more', () => {
    const center = new CenterDriver(baseRig({ agents: [anAgent('ana', { autoAccept: true })] })).agent('ana').sets('Available');
    const talks = (seconds: number): void => {
      center.customer(JOHN).dials().wait(seconds).customer(JOHN).hangsUp().agent('ana').clears();
    };
    talks(3600);
    for (let count = 0; count < 31; count++) talks(10);
    center.agent('ana').sets('Break');
    expect(estimatedWaitSeconds(center.center, inbound, 1)).toBeNull();
    center.agent('ana').sets('Available').customer(MARY).dials();
    expect(estimatedWaitSeconds(center.center, inbound, 1)).toBe(Math.trunc((3600 + 31 * 10) / 32));
    center.wait(10).customer(MARY).hangsUp();
    expect(estimatedWaitSeconds(center.center, inbound, 1)).toBe(10);
  });
});

describe('an agent who dialed by themselves', () => {
  test('was handled without a connecting time of an offer', () => {
    const center = new CenterDriver().agent('ana').sets('Available').agent('ana').dials(MARY).wait(4).customer(MARY).answers().wait(15);
    expect(center.agent('ana').state()).toBe('CONNECTED');
    expect(lines(center, [], [wish('CONTACTS_HANDLED_BY_CONNECTED_TO_AGENT'), wish('SUM_CONNECTING_TIME_AGENT')])[0]?.values).toEqual([1, 19]);
  });
});

describe('times of talks and holds', () => {
  /** John is held twice in his five minutes, for thirty and for ten seconds; Mary, after him, never in her hundred seconds. */
  function held(): CenterDriver {
    const center = talking({}, 'Offline');
    for (const seconds of [30, 10]) center.agent('ana').holds().wait(seconds).agent('ana').resumes().wait(5);
    center.to('11:45:00').customer(JOHN).hangsUp().wait(20).agent('ana').clears().customer(MARY).dials();
    return center.agent('ana').accepts().wait(100).customer(MARY).hangsUp().agent('ana').clears();
  }

  test.each<[MetricName, number]>([
    ['SUM_INTERACTION_TIME', 260 + 100], ['AVG_INTERACTION_TIME', (260 + 100) / 2], ['SUM_HOLD_TIME', 40], ['AVG_HOLD_TIME', 40], ['AVG_HOLDS', 1],
    ['SUM_INTERACTION_AND_HOLD_TIME', 400], ['AVG_INTERACTION_AND_HOLD_TIME', 200], ['SUM_AFTER_CONTACT_WORK_TIME', 20], ['AVG_AFTER_CONTACT_WORK_TIME', 10],
    ['SUM_HANDLE_TIME', 420], ['AVG_HANDLE_TIME', 210], ['AVG_CONTACT_FLOW_TIME', 0],
  ])('%s is %d', (name, value) => {
    expect(lines(held(), [], [wish(name)])[0]?.values).toEqual([value]);
  });

  test('are nothing where nobody was handled, and their means cannot be told', () => {
    const center = new CenterDriver().customer(MARY).dials().wait(10).customer(MARY).hangsUp();
    const names: readonly MetricName[] = ['SUM_HANDLE_TIME', 'AVG_HANDLE_TIME', 'AVG_HOLD_TIME', 'AVG_HOLDS', 'AVG_QUEUE_ANSWER_TIME', 'AVG_ABANDON_TIME', 'MAX_QUEUED_TIME', 'ABANDONMENT_RATE'];
    expect(lines(center, [], names.map((name) => wish(name)))[0]?.values).toEqual([0, null, null, null, null, 10, 10, 100]);
  });
});

describe('the fold', () => {
  test('knows no time of an agent it never saw, nor any in no time', () => {
    const center = aDay();
    const { metrics } = center.center;
    expect(metrics.standings(ids.agent('nobody'), 0, Infinity)).toEqual([]);
    expect(metrics.standings(ids.agent('ana'), at('11:42:00'), at('11:42:00'))).toEqual([]);
    expect(metrics.standings(ids.agent('ana'), at('11:42:00'), at('11:42:01'))).toEqual([{ standing: { type: 'ROUTABLE', engagement: 'onContact' }, ms: 1000 }]);
  });

  test('tells the latest first', () => {
    expect([...aDay().center.metrics.latest()].map(({ disconnectedAtMs }) => disconnectedAtMs)).toEqual([at('11:46:00'), at('11:45:00')]);
  });

  test('files one who is moved and moved back within an instant once, at that instant', () => {
    const center = new CenterDriver();
    center.send({ type: 'callback.request', number: JOHN as never, queueId: inbound, initialDelayMs: 0 as never, retries: 0, retryDelayMs: 1000 as never, attributes: {} });
    const [contactId] = [...center.center.openContacts];
    for (const queue of ['CallbackQueue', 'InboundQueue', 'CallbackQueue']) center.send({ type: 'callback.move', contactId: must(contactId, 'a callback'), queueId: ids.queue(queue) });
    expect([...center.center.metrics.legs('enqueued', 0, Infinity)].map(({ queueId }) => queueId)).toEqual([ids.queue('CallbackQueue')]);
  });

  test('is the same again after a restart, told in the same words', () => {
    const center = aDay();
    const before = JSON.stringify(center.center.metrics);
    expect(before).toContain('"enqueued":[[');
    expect(JSON.stringify(center.restart().center.metrics)).toBe(before);
  });
});

describe('items filed by time', () => {
  const filed = fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 40, size: 'max' }).map((list) => list.toSorted((a, b) => a - b));

  test('are found by window as by looking at each', () => {
    fc.assert(fc.property(filed, fc.integer({ min: -1, max: 21 }), fc.integer({ min: -1, max: 21 }), (times, from, to) => {
      const index = new TimeIndex();
      times.forEach((time, item) => index.push(time, item));
      expect([...index.within(from, to)]).toEqual(times.flatMap((time, item) => (time >= from && time < to ? [item] : [])));
      expect(index.placeOf(from)).toBe(times.filter((time) => time < from).length);
      expect([index.length, index.atMsOf(times.length), index.itemAt(times.length)]).toEqual([times.length, Infinity, undefined]);
      expect(index.toJSON()).toEqual(times.map((time, item) => [time, item]));
    }));
  });

  test('of the last instant are known, and the last one may be replaced within it', () => {
    const index = new TimeIndex();
    index.settle(1, 10);
    index.settle(1, 11);
    index.settle(2, 20);
    index.push(2, 21);
    expect(index.toJSON()).toEqual([[1, 11], [2, 20], [2, 21]]);
    expect([index.hasLast(2, 20), index.hasLast(2, 21), index.hasLast(1, 11), index.hasLast(2, 11)]).toEqual([true, true, false, false]);
  });
});

test('a table of numbers has its rows and cells as they were written', () => {
  fc.assert(fc.property(fc.array(fc.array(fc.integer({ min: 0, max: 2 ** 31 - 1 }), { minLength: 3, maxLength: 3 }), { maxLength: 600, size: 'max' }), (rows) => {
    const table = new NumberTable(3);
    for (const row of rows) {
      const index = table.push();
      row.forEach((value, column) => table.set(index, column, value));
    }
    expect([table.length, table.toJSON()]).toEqual([rows.length, rows]);
    expect(NumberTable.fromJSON(3, rows).toJSON()).toEqual(rows);
    expect(() => table.get(rows.length + 256, 0)).toThrow('the page of a row');
  }), { numRuns: 20 });
});
