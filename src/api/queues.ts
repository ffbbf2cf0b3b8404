import { queryOptions } from '@tanstack/react-query';
import { hoursList, queueList } from '../protocol/http.ts';
import type { HttpClient } from './http-client.ts';
import { instanceIdOf } from './instance.ts';
import { keys } from './keys.ts';

/** The standard queues by name. */
export function queuesQuery(http: HttpClient) {
  return queryOptions({
    queryKey: keys.queues(),
    queryFn: async ({ client, signal }) => {
      const instanceId = await instanceIdOf(http, client);
      return http({ method: 'GET', path: `/queues-summary/${encodeURIComponent(instanceId)}`, query: { maxResults: 1000, queueTypes: 'STANDARD' }, signal, parse: queueList });
    },
    select: (list) => list.QueueSummaryList,
  });
}

/** The hours of operation by name. */
export function hoursQuery(http: HttpClient) {
  return queryOptions({
    queryKey: keys.hours(),
    queryFn: async ({ client, signal }) => {
      const instanceId = await instanceIdOf(http, client);
      return http({ method: 'GET', path: `/hours-of-operations-summary/${encodeURIComponent(instanceId)}`, query: { maxResults: 1000 }, signal, parse: hoursList });
    },
    select: (list) => list.HoursOfOperationSummaryList,
  });
}
