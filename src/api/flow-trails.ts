import { queryOptions } from '@tanstack/react-query';
import { flowTrailAnswer, flowTrailList } from '../protocol/http-flow-trails.ts';
import type { HttpClient } from './http-client.ts';
import { keys } from './keys.ts';

/** The contacts of a flow, newest first, and what of it they have visited; renewed by hints as contacts move. */
export function flowTrailsQuery(http: HttpClient, flowId: string) {
  return queryOptions({
    queryKey: keys.flowTrails(flowId),
    queryFn: ({ signal }) => http({ method: 'GET', path: `/x/flows/${encodeURIComponent(flowId)}/trails`, signal, parse: flowTrailList }),
  });
}

/** The way of one contact through its flows. */
export function flowTrailQuery(http: HttpClient, contactId: string | null) {
  return queryOptions({
    queryKey: keys.flowTrail(contactId ?? ''),
    enabled: contactId !== null,
    queryFn: ({ signal }) => http({ method: 'GET', path: `/x/flow-trails/${encodeURIComponent(contactId ?? '')}`, signal, parse: flowTrailAnswer }),
    select: (answer) => answer.Trail,
  });
}
