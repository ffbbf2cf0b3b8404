import { createContext, useContext } from 'react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { must } from './must.ts';
import type { Prefs, PrefsStore } from './prefs.ts';

const PrefsContext = createContext<PrefsStore | null>(null);

/** Makes this device's preferences readable and settable below. */
export function PrefsProvider({ store, children }: { readonly store: PrefsStore; readonly children: ReactNode }) {
  return <PrefsContext value={store}>{children}</PrefsContext>;
}

/** This device's preferences. */
export function usePrefs(): Prefs {
  return useStore(must(useContext(PrefsContext), 'PrefsProvider'));
}

/** Changes some of them; kept at once. */
export function useSetPrefs(): (change: Partial<Prefs>) => void {
  return must(useContext(PrefsContext), 'PrefsProvider').setState;
}
