import { describe, expect, test } from 'vitest';
import { resourceReader } from '../src/app/resource-reader.ts';
import { answerMetrics } from '../src/host/answer-metrics.ts';
import type { CenterQuery } from '../src/protocol/envelope.ts';
import { currentMetricDataAnswer, metricDataAnswer } from '../src/protocol/http-metrics.ts';
import { historicalDataAnswer, historicalMetrics, historicalOf, type HistoricalMetricName } from '../src/protocol/http-metrics-older.ts';
import { currentUserDataAnswer, promisesAnswer } from '../src/protocol/http-users.ts';
import { centerQuery } from '../src/protocol/parse-query.ts';
import { seconds } from '../src/engine/index.ts';
import { ids, profileR } from '../src/testing/builders.ts';
import { CenterDriver } from '../src/testing/center-driver.ts';
import { createInPageFetch } from './in-page-fetch.ts';
import { windowsOf } from './metric-windows.ts';

const JOHN = '+12065550142';
const INBOUND = ids.queue('InboundQueue');
const CALLBACK = ids.queue('CallbackQueue');
const day = (time: string): number => Date.parse(`2024-01-10T${time}Z`) / 1000;

/** The face over a real engine, each question read as the host reads it. */
function faceOver(driver: CenterDriver) {
  const query = async (asked: CenterQuery): Promise<unknown> => {
    const read = centerQuery.parse(structuredClone(asked));
    switch (read.type) {
      case 'instance':
        return driver.center.config.instance;
      case 'records':
      case 'journal':
      case 'salvage':
      case 'flowTrails':
      case 'flowTrail':
        throw new Error(`not asked here: ${read.type}`);
      default:
        return structuredClone(await answerMetrics(read, driver.center, async () => driver.commits));
    }
  };
  const fetch = createInPageFetch({ center: { query, send: async () => ({ ok: true, seq: 0 }) }, flows: { check: () => { throw new Error('no flows here'); }, idFor: () => ids.flow('none') }, resources: resourceReader }, 'http://ringback.test');
  const { id } = driver.center.config.instance;
  return async (method: 'GET' | 'POST', path: string, body?: unknown) => {
    const response = await fetch(`/connect-api${path.replace('{I}', id)}`, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    const read = (await response.json()) as { readonly message?: string };
    return { status: response.status, type: response.headers.get('x-amzn-errortype'), message: read.message, body: read as unknown };
  };
}

function seedDay(): CenterDriver {
  const center = new CenterDriver();
  center.customer(JOHN).behaves({ does: 'answers', afterMs: seconds(0), hangsUpAfterMs: null });
  center.to('11:35:00').customer(JOHN).dials();
  center.to('11:37:00').customer(JOHN).requestsCallback();
  center.to('11:39:00').agent('ana').sets('Available').agent('ana').accepts();
  center.to('11:45:00').customer(JOHN).hangsUp();
  return center.to('11:46:00').agent('ana').clears();
}

/** One callback, queued 24.113 s ago. */
function queuedFor24Seconds(): CenterDriver {
  const center = new CenterDriver();
  center.to('11:35:00').customer(JOHN).dials().customer(JOHN).requestsCallback();
  return center.wait(99 + 24.113);
}

describe('GetCurrentMetricData', () => {
  const oldest = { CurrentMetrics: [{ Name: 'OLDEST_CONTACT_AGE', Unit: 'SECONDS' }] };

  test('gives Oldest in seconds with groupings and in milliseconds without, its unit always SECONDS', async () => {
    const ask = faceOver(queuedFor24Seconds());
    const of = async (Groupings: readonly string[]) =>
      currentMetricDataAnswer.parse((await ask('POST', '/metrics/current/{I}', { Filters: { Queues: [CALLBACK] }, Groupings, ...oldest })).body).MetricResults[0]?.Collections;
    expect(await of(['QUEUE'])).toEqual([{ Metric: { Name: 'OLDEST_CONTACT_AGE', Unit: 'SECONDS' }, Value: 24.113 }]);
    expect(await of([])).toEqual([{ Metric: { Name: 'OLDEST_CONTACT_AGE', Unit: 'SECONDS' }, Value: 24_113 }]);
  });

  test('names what it groups by, in the order of the filter, and when it was taken', async () => {
    const ask = faceOver(queuedFor24Seconds());
    const { body } = await ask('POST', '/metrics/current/{I}', {
      Filters: { Queues: [INBOUND, CALLBACK], Channels: ['VOICE'] }, Groupings: ['QUEUE', 'CHANNEL'], CurrentMetrics: [{ Name: 'CONTACTS_IN_QUEUE' }, { Name: 'ESTIMATED_WAIT_TIME' }],
    });
    expect(currentMetricDataAnswer.parse(body)).toMatchObject({
      DataSnapshotTime: day('11:37:03.113'), ApproximateTotalCount: 2,
      MetricResults: [
        { Dimensions: { Queue: { Id: INBOUND }, Channel: 'VOICE' }, Collections: [{ Metric: { Unit: 'COUNT' }, Value: 0 }, { Metric: { Unit: 'SECONDS' }, Value: null }] },
        { Dimensions: { Queue: { Id: CALLBACK }, Channel: 'VOICE' }, Collections: [{ Value: 1 }, { Value: null }] },
      ],
    });
  });

  test('sorts by a metric when asked to, and finds nothing in channels that are not there', async () => {
    const ask = faceOver(queuedFor24Seconds());
    const request = { Filters: { Queues: [INBOUND, CALLBACK] }, Groupings: ['QUEUE'], CurrentMetrics: [{ Name: 'CONTACTS_IN_QUEUE' }], SortCriteria: [{ SortByMetric: 'CONTACTS_IN_QUEUE', SortOrder: 'DESCENDING' }] };
    const { body } = await ask('POST', '/metrics/current/{I}', request);
    expect(currentMetricDataAnswer.parse(body).MetricResults.map(({ Dimensions }) => Dimensions?.Queue?.Id)).toEqual([CALLBACK, INBOUND]);
    expect((await ask('POST', '/metrics/current/{I}', { ...request, Filters: { ...request.Filters, Channels: ['CHAT'] } })).body).toMatchObject({ MetricResults: [] });
  });

  test.each([
    [{ Filters: {} }, 'at least one'],
    [{ Filters: { Queues: [INBOUND], RoutingProfiles: [profileR] } }, 'cannot be used together'],
    [{ Filters: { Queues: [INBOUND] }, Groupings: ['CHANNEL'] }, 'needs a Channels filter'],
    [{ Filters: { Queues: [INBOUND] }, Groupings: ['ROUTING_PROFILE'] }, 'needs a RoutingProfiles filter'],
    [{ Filters: { Queues: [INBOUND] }, Groupings: ['AGENT_STATUS'] }, 'AGENTS_ONLINE only'],
    [{ Filters: { Queues: [INBOUND] }, CurrentMetrics: [{ Name: 'ESTIMATED_WAIT_TIME' }] }, 'needs QUEUE and CHANNEL'],
    [{ Filters: { Queues: [INBOUND] }, CurrentMetrics: [{ Name: 'AGENTS_ONLINE', Unit: 'SECONDS' }] }, 'is COUNT'],
    [{ Filters: { Queues: [INBOUND] }, CurrentMetrics: [{ Name: 'AGENTS_HAPPY' }] }, 'CurrentMetrics.0.Name'],
  ])('refuses %j', async (request, says) => {
    const ask = faceOver(new CenterDriver());
    const refused = await ask('POST', '/metrics/current/{I}', { ...oldest, ...request });
    expect(refused).toMatchObject({ status: 400, type: 'InvalidParameterException' });
    expect(refused.message).toContain(says);
  });

  test('does not know a queue that is not there', async () => {
    expect(await faceOver(new CenterDriver())('POST', '/metrics/current/{I}', { ...oldest, Filters: { Queues: ['nowhere'] } })).toMatchObject({ status: 404, type: 'ResourceNotFoundException' });
  });
});

describe('GetMetricDataV2', () => {
  const request = (driver: CenterDriver, changes: object) => ({
    ResourceArn: `arn:aws:connect:us-east-1:111122223333:instance/${driver.center.config.instance.id}`, StartTime: day('11:30:00'), EndTime: day('12:00:00'),
    Filters: [{ FilterKey: 'QUEUE', FilterValues: [INBOUND, CALLBACK] }], Metrics: [{ Name: 'CONTACTS_QUEUED' }], ...changes,
  });
  const results = async (changes: object) => {
    const driver = seedDay();
    const { body } = await faceOver(driver)('POST', '/metrics/data', request(driver, changes));
    return metricDataAnswer.parse(body).MetricResults;
  };
  const valuesOf = ({ Collections }: { readonly Collections: readonly { readonly Value: number | null }[] }) => Collections.map(({ Value }) => Value);

  test('gives the seed’s figures by queue, with service levels of any threshold', async () => {
    const level = (ThresholdValue: number) => ({ Name: 'SERVICE_LEVEL', Threshold: [{ Comparison: 'LT', ThresholdValue }] });
    const found = await results({ Groupings: ['QUEUE'], Metrics: [{ Name: 'CONTACTS_HANDLED' }, { Name: 'MAX_QUEUED_TIME' }, { Name: 'AVG_QUEUE_ANSWER_TIME' }, level(120), level(121)] });
    expect(found.map(({ Dimensions }) => Dimensions)).toEqual([{ QUEUE: INBOUND }, { QUEUE: CALLBACK }]);
    expect(found.map(valuesOf)).toEqual([[0, 120, null, 0, 100], [1, 120, 120, 0, 100]]);
  });

  test('filters a metric by how contacts began, and turns the filter around', async () => {
    const created = (Negate: boolean) => ({ Name: 'CONTACTS_CREATED', MetricFilters: [{ MetricFilterKey: 'INITIATION_METHOD', MetricFilterValues: ['CALLBACK'], Negate }] });
    const filters = [{ FilterKey: 'QUEUE', FilterValues: [INBOUND, CALLBACK] }, { FilterKey: 'INITIATION_METHOD', FilterValues: ['CALLBACK'] }];
    expect((await results({ Metrics: [created(false), created(true)] })).map(valuesOf)).toEqual([[1, 1]]);
    expect((await results({ Filters: filters, Metrics: [created(false), created(true)] })).map(valuesOf)).toEqual([[1, 0]]);
  });

  test('cuts the time into intervals', async () => {
    const found = await results({ Interval: { IntervalPeriod: 'FIFTEEN_MIN' } });
    expect(found.map((each) => [each.MetricInterval.StartTime, each.MetricInterval.EndTime, ...valuesOf(each)])).toEqual([
      [day('11:30:00'), day('11:45:00'), 1], [day('11:45:00'), day('12:00:00'), 1],
    ]);
  });

  test('compares strictly with LT, and with LTE takes the threshold itself in', async () => {
    const level = (Comparison: string, ThresholdValue: number) => ({ Name: 'SERVICE_LEVEL', Threshold: [{ Comparison, ThresholdValue }] });
    const [found] = await results({ Metrics: [level('LT', 120), level('LTE', 119), level('LTE', 120)], Filters: [{ FilterKey: 'QUEUE', FilterValues: [INBOUND] }] });
    expect(found && valuesOf(found)).toEqual([0, 0, 100]);
  });

  test('tells the time of agents by agent', async () => {
    const found = await results({ Filters: [{ FilterKey: 'AGENT', FilterValues: [ids.agent('ana'), ids.agent('ben')] }], Groupings: ['AGENT'], Metrics: [{ Name: 'SUM_ONLINE_TIME_AGENT' }, { Name: 'CONTACTS_HANDLED' }] });
    expect(found.map((each) => [each.Dimensions.AGENT, ...valuesOf(each)])).toEqual([[ids.agent('ana'), 7 * 60, 1]]);
  });

  test.each([
    [{ EndTime: day('11:30:00') }, 'later than StartTime'],
    [{ StartTime: day('11:30:00') - 40 * 86_400 }, '35 days at most'],
    [{ StartTime: day('11:30:00') - 100 * 86_400 }, 'three months'],
    [{ StartTime: day('11:30:00') + 1800 - 3 * 86_400, Interval: { IntervalPeriod: 'HOUR' } }, 'less than 3 days'],
    [{ Filters: [{ FilterKey: 'CHANNEL', FilterValues: ['VOICE'] }] }, 'at least one of QUEUE'],
    [{ Metrics: [{ Name: 'SERVICE_LEVEL' }] }, 'needs a Threshold'],
    [{ Metrics: [{ Name: 'SERVICE_LEVEL', Threshold: [{ Comparison: 'GT', ThresholdValue: 20 }] }] }, 'is LT or LTE'],
    [{ Metrics: [{ Name: 'SERVICE_LEVEL', Threshold: [{ Comparison: 'LT', ThresholdValue: 604_801 }] }] }, 'from 1 to 604800'],
    [{ Metrics: [{ Name: 'CONTACTS_QUEUED', Threshold: [{ Comparison: 'LT', ThresholdValue: 20 }] }] }, 'has no Threshold'],
    [{ Metrics: [{ Name: 'AGENT_OCCUPANCY' }] }, 'cannot be told by queue'],
    [{ Metrics: [{ Name: 'AGENT_ANSWER_RATE', MetricFilters: [{ MetricFilterKey: 'DISCONNECT_REASON', MetricFilterValues: ['OTHER'] }] }] }, 'cannot be filtered by DISCONNECT_REASON'],
  ])('refuses %j', async (changes, says) => {
    const driver = new CenterDriver();
    const refused = await faceOver(driver)('POST', '/metrics/data', request(driver, changes));
    expect(refused).toMatchObject({ status: 400, type: 'InvalidParameterException' });
    expect(refused.message).toContain(says);
  });
});

describe('GetMetricData, the older operation', () => {
  const request = (changes: object) => ({
    StartTime: day('11:30:00'), EndTime: day('12:00:00'), Filters: { Queues: [INBOUND, CALLBACK], Channels: ['VOICE'] }, HistoricalMetrics: [{ Name: 'CONTACTS_QUEUED', Unit: 'COUNT', Statistic: 'SUM' }], ...changes,
  });
  const results = async (changes: object, driver = seedDay()) => {
    const { body } = await faceOver(driver)('POST', '/metrics/historical/{I}', request(changes));
    return historicalDataAnswer.parse(body).MetricResults;
  };
  const valuesOf = ({ Collections }: { readonly Collections: readonly { readonly Value: number | null }[] }) => Collections.map(({ Value }) => Value);
  const named = (...names: readonly string[]) => names.map((Name) => ({ Name }));

  test('gives the seed’s figures by queue and channel, in the unit and statistic that each has', async () => {
    const level = (ThresholdValue: number) => ({ Name: 'SERVICE_LEVEL', Threshold: { Comparison: 'LT', ThresholdValue }, Unit: 'PERCENT', Statistic: 'AVG' });
    const HistoricalMetrics = [...named('CONTACTS_QUEUED', 'CONTACTS_HANDLED', 'CALLBACK_CONTACTS_HANDLED', 'CONTACTS_HANDLED_INCOMING', 'CONTACTS_ABANDONED', 'QUEUED_TIME', 'QUEUE_ANSWER_TIME', 'INTERACTION_TIME'), level(120), level(121)];
    const found = await results({ Groupings: ['QUEUE', 'CHANNEL'], HistoricalMetrics });
    expect(found.map(({ Dimensions }) => [Dimensions?.Queue?.Id, Dimensions?.Channel])).toEqual([[INBOUND, 'VOICE'], [CALLBACK, 'VOICE']]);
    expect(found.map(valuesOf)).toEqual([[1, 0, 0, 0, 0, 120, null, null, 0, 100], [1, 1, 1, 0, 0, 120, 120, 335, 0, 100]]);
    expect(found[0]?.Collections[5]?.Metric).toEqual({ Name: 'QUEUED_TIME', Unit: 'SECONDS', Statistic: 'MAX' });
  });

  test('equals the newer operation in every metric that both have', async () => {
    const driver = seedDay();
    const names = Object.keys(historicalMetrics).filter((name) => !['SERVICE_LEVEL', 'OCCUPANCY'].includes(name)) as HistoricalMetricName[];
    const [older] = await results({ HistoricalMetrics: named(...names) }, driver);
    const Metrics = names.map((name) => {
      const { is, methods, reasons } = historicalOf(name);
      const MetricFilters = [...(methods ? [{ MetricFilterKey: 'INITIATION_METHOD', MetricFilterValues: methods }] : []), ...(reasons ? [{ MetricFilterKey: 'DISCONNECT_REASON', MetricFilterValues: reasons }] : [])];
      return { Name: is, MetricFilters };
    });
    const { body } = await faceOver(driver)('POST', '/metrics/data', {
      ResourceArn: driver.center.config.instance.id, StartTime: day('11:30:00'), EndTime: day('12:00:00'), Filters: [{ FilterKey: 'QUEUE', FilterValues: [INBOUND, CALLBACK] }], Metrics,
    });
    expect(older && valuesOf(older)).toEqual(metricDataAnswer.parse(body).MetricResults.map(valuesOf)[0]);
    expect(older?.Dimensions).toBeUndefined();
  });

  test('tells the occupancy of the agents who serve the queues, of each queue or of all', async () => {
    // Ana was there from 11:39 to 11:46, a minute of it in after-contact work, and busy all the time; Ben never came.
    expect((await results({ HistoricalMetrics: named('OCCUPANCY') })).map(valuesOf)).toEqual([[100]]);
    expect((await results({ Groupings: ['QUEUE'], HistoricalMetrics: named('OCCUPANCY', 'CONTACTS_MISSED') })).map(valuesOf)).toEqual([[100, 0], [100, 0]]);
    const idle = new CenterDriver().agent('ana').sets('Available').customer(JOHN).dials().wait(30).customer(JOHN).hangsUp().wait(60);
    expect((await results({ HistoricalMetrics: named('OCCUPANCY', 'CONTACTS_MISSED') }, idle)).map(valuesOf)).toEqual([[0, 1]]);
  });

  test('finds nothing in channels that are not there, and pages through what it finds', async () => {
    expect(await results({ Filters: { Queues: [INBOUND], Channels: ['CHAT'] } })).toEqual([]);
    const ask = faceOver(seedDay());
    const first = historicalDataAnswer.parse((await ask('POST', '/metrics/historical/{I}', request({ Groupings: ['QUEUE'], MaxResults: 1 }))).body);
    const second = historicalDataAnswer.parse((await ask('POST', '/metrics/historical/{I}', request({ Groupings: ['QUEUE'], MaxResults: 1, NextToken: first.NextToken }))).body);
    expect([first, second].map(({ MetricResults }) => MetricResults[0]?.Dimensions?.Queue?.Id)).toEqual([INBOUND, CALLBACK]);
  });

  test.each([
    [{ EndTime: day('11:30:00') }, 'later than StartTime'],
    [{ StartTime: day('11:31:00') }, 'five minutes'],
    [{ EndTime: day('11:58:00') }, 'five minutes'],
    [{ StartTime: day('11:30:00') - 2 * 86_400 }, 'reaches back 24 hours'],
    [{ EndTime: day('11:30:00') + 86_700 }, '24 hours at most'],
    [{ HistoricalMetrics: [{ Name: 'CONTACTS_QUEUED', Unit: 'SECONDS' }] }, 'the Unit of CONTACTS_QUEUED is COUNT'],
    [{ HistoricalMetrics: [{ Name: 'QUEUED_TIME', Statistic: 'AVG' }] }, 'the Statistic of QUEUED_TIME is MAX'],
    [{ HistoricalMetrics: [{ Name: 'NOTHING' }] }, 'no such metric'],
    [{ HistoricalMetrics: [{ Name: 'SERVICE_LEVEL' }] }, 'needs a Threshold'],
    [{ HistoricalMetrics: [{ Name: 'SERVICE_LEVEL', Threshold: { Comparison: 'GT', ThresholdValue: 20 } }] }, 'is LT'],
    [{ HistoricalMetrics: [{ Name: 'SERVICE_LEVEL', Threshold: { Comparison: 'LT', ThresholdValue: 0 } }] }, 'from 1 to 604800'],
    [{ HistoricalMetrics: Array.from({ length: 21 }, () => ({ Name: 'SERVICE_LEVEL', Threshold: { Comparison: 'LT', ThresholdValue: 20 } })) }, 'at most 20 service levels'],
    [{ HistoricalMetrics: [{ Name: 'CONTACTS_QUEUED', Threshold: { Comparison: 'LT', ThresholdValue: 20 } }] }, 'has no Threshold'],
  ])('refuses %j', async (changes, says) => {
    const refused = await faceOver(new CenterDriver())('POST', '/metrics/historical/{I}', request(changes));
    expect(refused).toMatchObject({ status: 400, type: 'InvalidParameterException' });
    expect(refused.message).toContain(says);
  });

  test('does not know a queue that is not there', async () => {
    expect(await faceOver(new CenterDriver())('POST', '/metrics/historical/{I}', request({ Filters: { Queues: ['nowhere'] } }))).toMatchObject({ status: 404, type: 'ResourceNotFoundException' });
  });
});

describe('intervals', () => {
  const cut = (from: string, to: string, period: 'HOUR' | 'DAY' | 'WEEK', zone: string): readonly string[] =>
    windowsOf(Date.parse(from), Date.parse(to), period, zone).map(({ fromMs }) => new Date(fromMs).toISOString().slice(0, 16));

  test('begin at midnight of the zone, on days of a clock change too', () => {
    expect(cut('2024-03-09T12:00Z', '2024-03-12T00:00Z', 'DAY', 'America/New_York')).toEqual(['2024-03-09T12:00', '2024-03-10T05:00', '2024-03-11T04:00']);
    expect(cut('2024-11-02T12:00Z', '2024-11-04T12:00Z', 'DAY', 'America/New_York')).toEqual(['2024-11-02T12:00', '2024-11-03T04:00', '2024-11-04T05:00']);
    expect(cut('2024-01-10T12:00Z', '2024-01-11T12:00Z', 'DAY', 'Mars/Olympus')).toEqual(['2024-01-10T12:00', '2024-01-11T00:00']);
  });

  test('begin with the day where the clocks are changed at midnight, so that it has none, or two', () => {
    expect(cut('2024-09-07T12:00Z', '2024-09-09T12:00Z', 'DAY', 'America/Santiago')).toEqual(['2024-09-07T12:00', '2024-09-08T04:00', '2024-09-09T03:00']);
    expect(cut('2024-04-06T12:00Z', '2024-04-08T12:00Z', 'DAY', 'America/Santiago')).toEqual(['2024-04-06T12:00', '2024-04-07T04:00', '2024-04-08T04:00']);
    expect(cut('2024-04-25T12:00Z', '2024-04-26T12:00Z', 'DAY', 'Africa/Cairo')).toEqual(['2024-04-25T12:00', '2024-04-25T22:00']);
    expect(cut('2024-09-05T12:00Z', '2024-09-09T12:00Z', 'WEEK', 'America/Santiago')).toEqual(['2024-09-05T12:00', '2024-09-08T04:00']);
  });

  test('of a week begin on Sunday, those of an hour on the hour', () => {
    expect(cut('2024-01-10T12:00Z', '2024-01-22T00:00Z', 'WEEK', 'UTC')).toEqual(['2024-01-10T12:00', '2024-01-14T00:00', '2024-01-21T00:00']);
    expect(cut('2024-01-10T12:10Z', '2024-01-10T14:00Z', 'HOUR', 'UTC')).toEqual(['2024-01-10T12:10', '2024-01-10T13:00']);
  });
});

describe('agents and promises', () => {
  test('GetCurrentUserData tells status, contact and, in our part, the activity', async () => {
    const center = new CenterDriver();
    center.agent('ana').sets('Available').customer(JOHN).dials().agent('ana').accepts().agent('ana').sets('Lunch');
    const ask = faceOver(center);
    const { body } = await ask('POST', '/metrics/userdata/{I}', { Filters: { Queues: [INBOUND] } });
    expect(currentUserDataAnswer.parse(body)).toMatchObject({
      ApproximateTotalCount: 2,
      UserDataList: [
        {
          Status: { StatusName: 'Available' }, NextStatus: 'Lunch', ActiveSlotsByChannel: { VOICE: 1 }, AvailableSlotsByChannel: { VOICE: 0 },
          Contacts: [{ AgentContactState: 'CONNECTED', InitiationMethod: 'INBOUND', Queue: { Id: INBOUND }, ConnectedToAgentTimestamp: day('11:30:00') }],
          Ringback: { Username: 'ana', Activity: 'On contact', ContactState: 'Connected', Online: true },
        },
        { Status: { StatusName: 'Offline' }, Contacts: [], Ringback: { Username: 'ben', Online: false } },
      ],
    });
    expect((await ask('POST', '/metrics/userdata/{I}', { Filters: { ContactFilter: { ContactStates: ['MISSED'] } } })).body).toMatchObject({ UserDataList: [] });
    expect(await ask('POST', '/metrics/userdata/{I}', { Filters: {} })).toMatchObject({ status: 400, type: 'InvalidParameterException' });
  });

  test('GetContactMetrics tells the place in line, and nothing of those who do not wait', async () => {
    const center = queuedFor24Seconds();
    const [waiting] = center.center.openContacts;
    const ask = faceOver(center);
    const of = async (ContactId: unknown) => (await ask('POST', '/metrics/contact', { InstanceId: center.center.config.instance.id, ContactId, Metrics: [{ Name: 'POSITION_IN_QUEUE' }, { Name: 'ESTIMATED_WAIT_TIME' }] }));
    expect((await of(waiting)).body).toMatchObject({ MetricResults: [{ Name: 'POSITION_IN_QUEUE', Value: { Number: 1 } }, { Name: 'ESTIMATED_WAIT_TIME', Value: {} }] });
    expect((await of(center.records()[0]?.ContactId)).body).toMatchObject({ MetricResults: [{ Value: {} }, { Value: {} }] });
    expect(await of('nobody')).toMatchObject({ status: 404, type: 'ResourceNotFoundException' });
  });

  test('the ledger lists promises, newest first, and adds up', async () => {
    const center = seedDay();
    center.customer(JOHN).dials().customer(JOHN).requestsCallback();
    const { body } = await faceOver(center)('GET', '/x/promises');
    expect(promisesAnswer.parse(body)).toMatchObject({ Created: 2, Open: 1, ClosedByCause: { reached: 1 }, Promises: [{ Cause: null, ClosedTimestamp: null }, { Cause: 'reached', Attempts: 1, ClosedTimestamp: day('11:45:00') }] });
  });

  test('the streams can be read as far as they have come', async () => {
    const ask = faceOver(seedDay());
    expect((await ask('GET', '/x/contact-events?maxResults=2')).body).toMatchObject({ ContactEvents: [{ detail: { eventType: 'DISCONNECTED' } }, { detail: { eventType: 'COMPLETED' } }] });
    expect((await ask('GET', '/x/agent-events?username=ana&maxResults=1')).body).toMatchObject({ AgentEvents: [{ EventType: 'STATE_CHANGE', CurrentAgentSnapshot: { Configuration: { Username: 'ana' } } }] });
    expect((await ask('GET', '/x/contact-record-deliveries?maxResults=1')).body).toMatchObject({ Deliveries: [{ DeliveredTimestamp: day('11:46:00'), ContactRecord: { Ringback: { Complete: true } } }] });
    expect(await ask('GET', '/x/agent-events?username=nobody')).toMatchObject({ status: 404 });
    expect(await ask('GET', '/x/contact-events?maxResults=0')).toMatchObject({ status: 400 });
  });
});
