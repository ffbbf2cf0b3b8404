import { queryOptions } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { instanceList } from '../protocol/http.ts';
import { ProblemError } from './problem.ts';
import type { HttpClient } from './http-client.ts';
import { keys } from './keys.ts';

/** The id that Amazon's paths ask for; there is one instance. */
function instanceIdQuery(http: HttpClient) {
  return queryOptions({
    queryKey: keys.instanceId(),
    queryFn: async ({ signal }) => {
      const list = await http({ method: 'GET', path: '/instance', signal, parse: instanceList });
      const id = list.InstanceSummaryList[0]?.Id;
      if (id === undefined) throw new ProblemError({ kind: 'notTheCenter', detail: 'no instance' });
      return id;
    },
  });
}

/** The instance id from the cache or the face, for a query that needs it in its path. */
export function instanceIdOf(http: HttpClient, client: QueryClient): Promise<string> {
  return client.fetchQuery(instanceIdQuery(http));
}
