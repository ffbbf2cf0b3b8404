import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { ContactRecordFilters, ContactRecordPage } from '../protocol/http-contacts.ts';
import { contactRecordAnswer, contactRecordPage } from '../protocol/http-contacts.ts';
import { everyPage } from './every-page.ts';
import type { HttpClient } from './http-client.ts';
import { keys } from './keys.ts';

/** How many records one request brings. */
const pageSize = 50;

/** The records that pass the filters, newest first, page by page. */
export function contactRecordsQuery(http: HttpClient, filters: ContactRecordFilters) {
  return infiniteQueryOptions({
    queryKey: keys.recordList(filters),
    queryFn: ({ pageParam, signal }) =>
      http({
        method: 'GET', path: '/x/contact-records', signal, parse: contactRecordPage,
        query: { method: filters.method, queue: filters.queue, text: filters.text, maxResults: pageSize, nextToken: pageParam },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.NextToken,
  });
}

/** All records that pass the filters, for a file. */
export async function allContactRecords(http: HttpClient, filters: ContactRecordFilters): Promise<readonly ContactRecordPage['ContactRecords'][number][]> {
  const pages = await everyPage((nextToken) =>
    http({
      method: 'GET', path: '/x/contact-records', parse: contactRecordPage,
      query: { method: filters.method, queue: filters.queue, text: filters.text, maxResults: 1000, nextToken },
    }));
  return pages.flatMap(({ ContactRecords }) => ContactRecords);
}

/** One record. */
export function contactRecordQuery(http: HttpClient, contactId: string) {
  return queryOptions({
    queryKey: keys.record(contactId),
    queryFn: ({ signal }) =>
      http({ method: 'GET', path: `/x/contact-records/${encodeURIComponent(contactId)}`, signal, parse: contactRecordAnswer }),
    select: (answer) => answer.ContactRecord,
  });
}
