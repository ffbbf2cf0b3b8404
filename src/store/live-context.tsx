import { createContext, useContext } from 'react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { must } from './must.ts';
import type { LiveReader, LiveState } from './live-store.ts';

const LiveContext = createContext<LiveReader | null>(null);

/** Makes the mirror readable below; hand in `liveStore.reader`. */
export function LiveStoreProvider({ reader, children }: { readonly reader: LiveReader; readonly children: ReactNode }) {
  return <LiveContext value={reader}>{children}</LiveContext>;
}

/** Reads the mirror through a named selector of `selectors.ts`. A selector returns what is stored; it never builds objects. */
export function useLive<T>(selector: (state: LiveState) => T): T {
  return useStore(useLiveReader(), selector);
}

/** The mirror itself, for joining outside things (sound, the document's title) to it. */
export function useLiveReader(): LiveReader {
  return must(useContext(LiveContext), 'LiveStoreProvider');
}
