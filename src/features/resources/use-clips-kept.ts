import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useClips } from '../../store/clips-context.tsx';
import type { ClipFacts, ClipStore } from '../../store/clips.ts';

const key = ['clips'] as const;

/** The recordings of this browser and the room they take. */
export interface KeptClips {
  /** null: it cannot be told. */
  readonly list: readonly ClipFacts[] | null;
  readonly room: { readonly used: number; readonly most: number } | null;
}

function keptQuery(clips: ClipStore) {
  return queryOptions({
    queryKey: key,
    queryFn: async (): Promise<KeptClips> => {
      const [list, room] = await Promise.all([clips.list(), clips.room()]);
      return { list, room };
    },
    // Another tab may have changed it meanwhile, and nobody tells.
    staleTime: 0,
  });
}

/** What is kept here, undefined until it is known; and the way to look again. */
export function useClipsKept(): { readonly kept: KeptClips | undefined; readonly lookAgain: () => Promise<void> } {
  const client = useQueryClient();
  const { data } = useQuery(keptQuery(useClips()));
  const lookAgain = useCallback(() => client.invalidateQueries({ queryKey: key }), [client]);
  return { kept: data, lookAgain };
}
