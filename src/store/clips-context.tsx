import { createContext, useContext } from 'react';
import type { ReactNode } from 'react';
import type { ClipStore } from './clips.ts';
import { must } from './must.ts';

const ClipsContext = createContext<ClipStore | null>(null);

/** Makes this browser's recordings reachable below. */
export function ClipsProvider({ clips, children }: { readonly clips: ClipStore; readonly children: ReactNode }) {
  return <ClipsContext value={clips}>{children}</ClipsContext>;
}

/** This browser's recordings. */
export function useClips(): ClipStore {
  return must(useContext(ClipsContext), 'ClipsProvider');
}
