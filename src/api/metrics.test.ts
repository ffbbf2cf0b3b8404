import { expect, test } from 'vitest';
import type { MetricDataAnswer } from '../protocol/http-metrics.ts';
import { createHttpClient } from './http-client.ts';
import { metricsOfDayQuery } from './metrics.ts';
import { createQueryClient } from './query-client.ts';

const NOW = 1_704_888_000;
const MIDNIGHT = 1_704_844_800;
const row = (queueId: string, StartTime: number, EndTime: number, Value: number): MetricDataAnswer['MetricResults'][number] => ({
  Dimensions: { QUEUE: queueId }, MetricInterval: { Interval: 'DAY', StartTime, EndTime }, Collections: [{ Metric: { Name: 'CONTACTS_QUEUED' }, Value }],
});

/** A face of two rows a page: those of yesterday, then those of today. */
const face = createHttpClient(async (address, init) => {
  if (typeof address === 'string' && address.endsWith('/instance')) return Response.json({ InstanceSummaryList: [{ Id: 'i', Arn: 'i', InstanceAlias: 'i', InstanceStatus: 'ACTIVE' }] });
  const { EndTime, NextToken } = JSON.parse(typeof init?.body === 'string' ? init.body : '') as { readonly EndTime: number; readonly NextToken?: string };
  const [from, to, next] = NextToken === 'more' ? [MIDNIGHT, EndTime, undefined] : [NOW - 90_000, MIDNIGHT, 'more'];
  return Response.json({ MetricResults: [row('a', from, to, next ? 1 : 3), row('b', from, to, next ? 2 : 4)], NextToken: next } satisfies MetricDataAnswer);
});

test('the figures of today are read to the last page, whatever the days before have filled', async () => {
  const asked = { queueIds: ['a', 'b'], metrics: [{ Name: 'CONTACTS_QUEUED' }], timeZone: 'UTC', today: '10 Jan', now: () => NOW * 1000 } as const;
  expect(await createQueryClient().fetchQuery(metricsOfDayQuery(face, asked))).toEqual(new Map([['a', [3]], ['b', [4]]]));
});

test('a new day is looked up anew, though no hint has told of anything', async () => {
  const client = createQueryClient();
  let looked = 0;
  const counting: typeof face = (request) => {
    if (request.path === '/metrics/data') looked += 1;
    return face(request);
  };
  const ask = (today: string) => client.fetchQuery(metricsOfDayQuery(counting, { queueIds: ['a'], metrics: [{ Name: 'CONTACTS_QUEUED' }], timeZone: 'UTC', today, now: () => NOW * 1000 }));
  await ask('10 Jan');
  await ask('10 Jan');
  expect(looked).toBe(2);
  await ask('11 Jan');
  expect(looked).toBe(4);
});
