import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';

/** What this device remembers; never part of the center. */
export interface Prefs {
  readonly theme: 'system' | 'light' | 'dark';
  readonly soundOn: boolean;
  /** 0–100. */
  readonly volumePercent: number;
  /** Prompts and whispers are spoken where the browser has a voice. */
  readonly speechOn: boolean;
}

/** Where text is kept on this device. Both may fail silently: a private window forgets, nothing else breaks. */
export interface StoragePort {
  readonly read: (key: string) => string | null;
  readonly write: (key: string, text: string) => void;
}

export type PrefsStore = StoreApi<Prefs>;

export const defaultPrefs: Prefs = { theme: 'system', soundOn: true, volumePercent: 70, speechOn: true };

/** Raised when the shape changes; what an older version kept is then read field by field, so nothing valid is lost. */
const version = 1;
const key = 'ringback.prefs';

/** The preferences as kept, written back at each change. */
export function createPrefsStore(storage: StoragePort): PrefsStore {
  const store = createStore<Prefs>(() => parsePrefs(storage.read(key)));
  store.subscribe((prefs) => {
    storage.write(key, JSON.stringify({ version, ...prefs }));
  });
  return store;
}

/** Reads kept text; whatever is missing or odd takes its default, field by field. */
export function parsePrefs(text: string | null): Prefs {
  const kept = fieldsOf(text);
  return {
    theme: kept['theme'] === 'light' || kept['theme'] === 'dark' ? kept['theme'] : defaultPrefs.theme,
    soundOn: typeof kept['soundOn'] === 'boolean' ? kept['soundOn'] : defaultPrefs.soundOn,
    volumePercent: percent(kept['volumePercent']) ?? defaultPrefs.volumePercent,
    speechOn: typeof kept['speechOn'] === 'boolean' ? kept['speechOn'] : defaultPrefs.speechOn,
  };
}

/** Storage that forgets at the end of the tab: for tests and for browsers that deny storage. */
export function memoryStorage(): StoragePort {
  const kept = new Map<string, string>();
  return { read: (name) => kept.get(name) ?? null, write: (name, text) => void kept.set(name, text) };
}

/** A browser's storage (hand in a way to reach `localStorage`: the mere access may throw), silent where it is denied or full. */
export function browserStorage(reach: () => Storage): StoragePort {
  const tried = <T>(act: (storage: Storage) => T, otherwise: T): T => {
    try {
      return act(reach());
    } catch {
      // Denied or full: preferences are a comfort, the phone works without them.
      return otherwise;
    }
  };
  return {
    read: (name) => tried((storage) => storage.getItem(name), null),
    write: (name, text) => {
      tried((storage) => {
        storage.setItem(name, text);
      }, undefined);
    },
  };
}

function fieldsOf(text: string | null): Readonly<Record<string, unknown>> {
  if (text === null) return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function percent(value: unknown): number | null {
  return typeof value === 'number' && value >= 0 && value <= 100 ? Math.round(value) : null;
}
