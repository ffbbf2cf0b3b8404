import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { byFileName, typeOf } from './clips.ts';
import type { ClipFacts, ClipStore, KeepFault } from './clips.ts';

const DATABASE_VERSION = 1;

/** Facts apart from bytes, so that listing them reads no sound. */
interface Schema extends DBSchema {
  readonly facts: { readonly key: string; readonly value: unknown };
  readonly bytes: { readonly key: string; readonly value: unknown };
}

/** What browsers let a site know and ask of its room; over plain http they do neither. */
export interface RoomKeeper {
  readonly estimate: () => Promise<{ readonly usage?: number; readonly quota?: number }>;
  /** Asks that nothing of this site is thrown away when room gets short. */
  readonly persist: () => Promise<boolean>;
}

/** Recordings in IndexedDB, beside the journal and apart from it: a full journal loses no sound, nor the other way. */
export function indexedDbClips(keeper: RoomKeeper | undefined, name = 'ringback-clips'): ClipStore {
  let open: Promise<IDBPDatabase<Schema>> | null = null;
  const database = (): Promise<IDBPDatabase<Schema>> => {
    const forget = (): void => {
      open = null;
    };
    open ??= openDB<Schema>(name, DATABASE_VERSION, {
      upgrade: (db) => {
        for (const store of ['facts', 'bytes'] as const) db.createObjectStore(store);
      },
      blocking: (_current, _blocked, event) => {
        forget();
        (event.target as IDBDatabase).close();
      },
      terminated: forget,
    }).catch((cause: unknown) => {
      forget();
      throw cause;
    });
    return open;
  };

  return {
    keep: async (facts, bytes) => {
      try {
        const tx = (await database()).transaction(['facts', 'bytes'], 'readwrite', { durability: 'strict' });
        await Promise.all([tx.objectStore('facts').put(facts, facts.id), tx.objectStore('bytes').put(bytes, facts.id), tx.done]);
        // Somebody has put something here that is nowhere else; whether the browser agrees changes nothing now.
        void keeper?.persist().catch(() => false);
        return { ok: true };
      } catch (cause) {
        return { ok: false, why: faultOf(cause) };
      }
    },
    read: async (clipId) => {
      try {
        const db = await database();
        const [facts, bytes] = await Promise.all([db.get('facts', clipId), db.get('bytes', clipId)]);
        const read = factsIn(facts);
        return read !== null && bytes instanceof Uint8Array ? new Blob([bytes as Uint8Array<ArrayBuffer>], { type: typeOf[read.format] }) : null;
      } catch {
        // Denied or broken: its caption is shown in its place.
        return null;
      }
    },
    list: async () => {
      try {
        const all = await (await database()).getAll('facts');
        return all.flatMap((each) => factsIn(each) ?? []).sort(byFileName);
      } catch {
        return null;
      }
    },
    remove: async (clipId) => {
      try {
        const tx = (await database()).transaction(['facts', 'bytes'], 'readwrite');
        await Promise.all([tx.objectStore('facts').delete(clipId), tx.objectStore('bytes').delete(clipId), tx.done]);
      } catch {
        // What cannot be reached takes no room that could be given back.
      }
    },
    room: async () => {
      const said = await keeper?.estimate().catch(() => undefined);
      return said?.usage === undefined || said.quota === undefined ? null : { used: said.usage, most: said.quota };
    },
  };
}

function faultOf(cause: unknown): KeepFault {
  return typeof cause === 'object' && cause !== null && 'name' in cause && cause.name === 'QuotaExceededError' ? 'full' : 'denied';
}

/** What storage gives back is judged before it is believed. */
function factsIn(kept: unknown): ClipFacts | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const { id, fileName, format, bytes, durationMs } = kept as Readonly<Record<string, unknown>>;
  if (typeof id !== 'string' || typeof fileName !== 'string' || (format !== 'WAV' && format !== 'MP3')) return null;
  if (typeof bytes !== 'number' || typeof durationMs !== 'number') return null;
  return { id, fileName, format, bytes, durationMs };
}
