import { keepPreviousData, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
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

function keptQuery(clips: ClipStore, named: readonly string[]) {
  return queryOptions({
    // What prompts name is part of the question: another tab may have kept it, and nobody tells.
    queryKey: [...key, named],
    queryFn: async (): Promise<KeptClips> => {
      const [list, room] = await Promise.all([clips.list(), clips.room()]);
      return { list, room };
    },
    staleTime: 0,
    placeholderData: keepPreviousData,
  });
}

/** What is kept here, undefined until it is known. */
interface Kept {
  readonly kept: KeptClips | undefined;
  /** It has not been looked at since what prompts name has changed. */
  readonly isOld: boolean;
  readonly lookAgain: () => Promise<void>;
}

/** The recordings of this browser, looked at again whenever prompts name others. */
export function useClipsKept(named: readonly string[]): Kept {
  const client = useQueryClient();
  const { data, isPlaceholderData } = useQuery(keptQuery(useClips(), named));
  const lookAgain = useCallback(() => client.invalidateQueries({ queryKey: key }), [client]);
  return { kept: data, isOld: isPlaceholderData, lookAgain };
}
