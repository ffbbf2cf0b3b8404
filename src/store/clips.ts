/*
 * Uploaded recordings. The center's configuration names them and knows their length; the bytes are here, in this
 * browser, which nobody else's journal needs to carry.
 */

/** What is known of a recording without its bytes. */
export interface ClipFacts {
  readonly id: string;
  readonly fileName: string;
  readonly format: 'WAV' | 'MP3';
  readonly bytes: number;
  readonly durationMs: number;
}

/** `full`: the browser gives no more room; `denied`: it keeps nothing here, as in some private windows. */
export type KeepFault = 'full' | 'denied';

/** Where recordings are kept. Everything may fail without harm: what cannot be read is not there. */
export interface ClipStore {
  /** All or nothing: what was there before stays as it was. */
  readonly keep: (facts: ClipFacts, bytes: Uint8Array<ArrayBuffer>) => Promise<{ readonly ok: true } | { readonly ok: false; readonly why: KeepFault }>;
  /** The bytes, ready to be played or saved; null: they are not here. */
  readonly read: (clipId: string) => Promise<Blob | null>;
  /** Everything that is kept, by file name; null: it cannot be told. */
  readonly list: () => Promise<readonly ClipFacts[] | null>;
  readonly remove: (clipId: string) => Promise<void>;
  /** What this site takes and may take in this browser, in bytes; null: the browser does not say. */
  readonly room: () => Promise<{ readonly used: number; readonly most: number } | null>;
}

/** The media type under which browsers play a format. */
export const typeOf: Readonly<Record<ClipFacts['format'], string>> = { WAV: 'audio/wav', MP3: 'audio/mpeg' };

/** The order in which recordings are listed: the same everywhere. */
export const byFileName = (a: ClipFacts, b: ClipFacts): number => a.fileName.localeCompare(b.fileName, 'en') || (a.id < b.id ? -1 : 1);

/** Recordings for the length of a tab: for tests. */
export function memoryClips(fault: KeepFault | null = null): ClipStore {
  const kept = new Map<string, { readonly facts: ClipFacts; readonly bytes: Uint8Array<ArrayBuffer> }>();
  return {
    keep: async (facts, bytes) => {
      if (fault !== null) return { ok: false, why: fault };
      kept.set(facts.id, { facts, bytes });
      return { ok: true };
    },
    read: async (clipId) => {
      const clip = kept.get(clipId);
      return clip === undefined ? null : new Blob([clip.bytes], { type: typeOf[clip.facts.format] });
    },
    list: async () => [...kept.values()].map(({ facts }) => facts).sort(byFileName),
    remove: async (clipId) => void kept.delete(clipId),
    room: async () => null,
  };
}
