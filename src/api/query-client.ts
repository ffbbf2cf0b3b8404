import { QueryClient } from '@tanstack/react-query';
import { mayHelpToRetry, problemOf } from './problem.ts';

/**
 * Looked-up data never goes stale by age: the center says by hints what has changed. A window that regains focus
 * therefore asks nothing, and only failures that may pass are tried again, twice.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 10 * 60_000,
        refetchOnWindowFocus: false,
        networkMode: 'always',
        retry: (failures, error) => failures < 2 && mayHelpToRetry(problemOf(error)),
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
