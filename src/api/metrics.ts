import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { CurrentMetricName, MetricV2 } from '../protocol/http-metrics.ts';
import { currentMetricDataAnswer, metricDataAnswer } from '../protocol/http-metrics.ts';
import { currentUserDataAnswer, promisesAnswer } from '../protocol/http-users.ts';
import { everyPage } from './every-page.ts';
import type { HttpClient } from './http-client.ts';
import { instanceIdOf } from './instance.ts';
import { keys } from './keys.ts';

/** A day with a clock change has 25 hours; an hour more never reaches the midnight before. */
const LOOK_BACK_SECONDS = 26 * 3_600;
const PROMISES_PER_PAGE = 25;

/** Real-time figures by queue, and the instant they hold for. */
export interface CurrentMetrics {
  readonly atMs: number;
  /** By queue id, then by name; null where nothing can be told. */
  readonly byQueue: ReadonlyMap<string, Readonly<Partial<Record<CurrentMetricName, number | null>>>>;
}

/** GetCurrentMetricData grouped by queue and channel, the one grouping in which every metric can be told. */
export function currentMetricsQuery(http: HttpClient, queueIds: readonly string[], names: readonly CurrentMetricName[]) {
  return queryOptions({
    queryKey: keys.currentMetrics(queueIds),
    enabled: queueIds.length > 0,
    queryFn: async ({ client, signal }): Promise<CurrentMetrics> => {
      const found = await http({
        method: 'POST', path: `/metrics/current/${encodeURIComponent(await instanceIdOf(http, client))}`, signal, parse: currentMetricDataAnswer,
        body: { Filters: { Queues: queueIds, Channels: ['VOICE'] }, Groupings: ['QUEUE', 'CHANNEL'], CurrentMetrics: names.map((Name) => ({ Name })), MaxResults: 100 },
      });
      const rows = found.MetricResults.map(({ Dimensions, Collections }) =>
        [Dimensions?.Queue?.Id ?? '', Object.fromEntries(Collections.map(({ Metric, Value }) => [Metric.Name, Value]))] as const);
      return { atMs: found.DataSnapshotTime * 1000, byQueue: new Map(rows) };
    },
  });
}

/** What of a day is asked for, and of which day. */
export interface DayAsk {
  readonly queueIds: readonly string[];
  readonly metrics: readonly MetricV2[];
  readonly timeZone: string;
  /** The name of the day, however it is written: what was found on another day is looked up anew. */
  readonly today: string;
  /** The center's now in ms, read when the question is asked. */
  readonly now: () => number;
}

/**
 * GetMetricDataV2 by queue since midnight: values by queue id, in the order of the metrics. The interval DAY cuts the
 * last day and more at the zone's midnight; a queue without a row has had nothing today.
 */
export function metricsOfDayQuery(http: HttpClient, { queueIds, metrics, timeZone, today, now }: DayAsk) {
  return queryOptions({
    queryKey: keys.metricsOfDay(queueIds, timeZone, today),
    enabled: queueIds.length > 0,
    queryFn: async ({ client, signal }): Promise<ReadonlyMap<string, readonly (number | null)[]>> => {
      // The window ends after this instant, so that what happens now is in it.
      const EndTime = Math.floor(now() / 1000) + 1;
      const asked = {
        ResourceArn: await instanceIdOf(http, client), StartTime: EndTime - LOOK_BACK_SECONDS, EndTime, Interval: { IntervalPeriod: 'DAY', TimeZone: timeZone },
        Filters: [{ FilterKey: 'QUEUE', FilterValues: queueIds }], Groupings: ['QUEUE'], Metrics: metrics, MaxResults: 100,
      };
      // The days before come first: of many queues, today is on a later page.
      const pages = await everyPage((NextToken) => http({ method: 'POST', path: '/metrics/data', signal, parse: metricDataAnswer, body: { ...asked, ...(NextToken !== null && { NextToken }) } }));
      const ofToday = pages.flatMap(({ MetricResults }) => MetricResults).filter(({ MetricInterval }) => MetricInterval.EndTime === EndTime);
      return new Map(ofToday.map(({ Dimensions, Collections }) => [Dimensions.QUEUE ?? '', Collections.map(({ Value }) => Value)]));
    },
  });
}

/** GetCurrentUserData: what the agents who serve these queues are doing. */
export function agentsNowQuery(http: HttpClient, queueIds: readonly string[]) {
  return queryOptions({
    queryKey: keys.agentsNow(queueIds),
    enabled: queueIds.length > 0,
    queryFn: async ({ client, signal }) =>
      http({
        method: 'POST', path: `/metrics/userdata/${encodeURIComponent(await instanceIdOf(http, client))}`, signal, parse: currentUserDataAnswer,
        body: { Filters: { Queues: queueIds }, MaxResults: 100 },
      }),
    select: (found) => found.UserDataList,
  });
}

/** The promise ledger, newest first, page by page. */
export function promisesQuery(http: HttpClient) {
  return infiniteQueryOptions({
    queryKey: keys.promises(),
    queryFn: ({ pageParam, signal }) => http({ method: 'GET', path: '/x/promises', query: { maxResults: PROMISES_PER_PAGE, nextToken: pageParam }, signal, parse: promisesAnswer }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.NextToken ?? null,
  });
}
