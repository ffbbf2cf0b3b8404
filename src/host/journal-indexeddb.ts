/*
 * The journal in IndexedDB: one record of `commits` per tick, keyed by its first sequence number, written in one strict
 * transaction that also reads the fence. `snapshots` holds the last shortcut, which only the build that wrote it takes.
 */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Commit } from '../engine/index.ts';
import type { Build } from '../protocol/envelope.ts';
import { buildIn, checkJournal, readSnapshot, seqOf } from './journal-check.ts';
import type { Claim, Journal, JournalBatch, Written } from './ports.ts';

/** Raised when the stores change; a browser that holds a higher one was written by a newer build. */
const DATABASE_VERSION = 1;
const NOTE = 'meta';
const FENCE = 'fence';
const LATEST = 0;
const storeNames = ['commits', 'snapshots', 'meta', 'salvaged'] as const;

interface Schema extends DBSchema {
  /** Values are what storage gives back: judged before they are believed. */
  readonly commits: { readonly key: number; readonly value: readonly unknown[] };
  readonly snapshots: { readonly key: number; readonly value: unknown };
  readonly meta: { readonly key: string; readonly value: unknown };
  readonly salvaged: { readonly key: string; readonly value: string };
}

type Database = IDBPDatabase<Schema>;

/** A build whose name cannot be read, since it keeps its notes in another shape. */
const UNKNOWN_NEWER: Build = { id: 'unknown', atMs: Number.MAX_SAFE_INTEGER };

/** Opens no connection before it is claimed. */
export function indexedDbJournal(name = 'ringback'): Journal {
  let open: Promise<Database> | null = null;
  let epoch = 0;
  let buildId = '';

  const database = (): Promise<Database> => {
    const forget = (): void => {
      open = null;
    };
    open ??= openDB<Schema>(name, DATABASE_VERSION, {
      upgrade: (db) => {
        for (const store of ['commits', 'snapshots', 'meta', 'salvaged'] as const) db.createObjectStore(store);
      },
      // A newer build wants to change the stores: let go at once, the next write opens again and is told.
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

  const claim = async (build: Build): Promise<Claim> => {
    const db = await database();
    const missing = storeNames.filter((store) => !db.objectStoreNames.contains(store));
    if (missing.length > 0) return { state: 'unavailable', detail: `the database has no ${missing.join(', ')}: it is not ours` };
    const tx = db.transaction(['commits', 'snapshots', 'meta'], 'readwrite', { durability: 'strict' });
    const meta = await tx.objectStore('meta').get(NOTE);
    const writer = buildIn(meta);
    if (writer && writer.atMs > build.atMs) {
      await tx.done;
      return { state: 'newerBuild', build: writer };
    }
    const fence = await tx.objectStore('meta').get(FENCE);
    epoch = (typeof fence === 'number' ? fence : 0) + 1;
    await tx.objectStore('meta').put(epoch, FENCE);
    const stored = await tx.objectStore('snapshots').get(LATEST);
    const written = tx.objectStore('commits');
    // A snapshot is taken between two ticks, so the commit it is of ends a record.
    const before = (await written.openCursor(IDBKeyRange.upperBound(seqOf(stored)), 'prev'))?.value.at(-1);
    const snapshot = readSnapshot(stored, build, () => before);
    const after = snapshot && (await written.getAll(IDBKeyRange.lowerBound(snapshot.engine.seq, true))).flat();
    const tail = after && checkJournal(meta, after, snapshot);
    const commits = tail?.ok ? tail.commits : (await written.getAll()).flat();
    const checked = tail?.ok ? tail : checkJournal(meta, commits);
    if (checked.ok) await tx.objectStore('meta').put({ ...checked.meta, build }, NOTE);
    await tx.done;
    buildId = build.id;
    if (meta === undefined && commits.length === 0) return { state: 'empty', epoch };
    if (!checked.ok) return { state: 'corrupt', epoch, detail: checked.detail };
    return { state: 'kept', epoch, meta: checked.meta, snapshot: tail?.ok ? snapshot : null, commits: checked.commits };
  };

  type WriteTransaction = ReturnType<typeof begin>;
  const begin = (db: Database) => db.transaction(storeNames, 'readwrite', { durability: 'strict' });

  /** Runs a change behind the fence; whatever goes wrong is a value. */
  const write = async (change: (tx: WriteTransaction) => Promise<unknown>): Promise<Written> => {
    try {
      const tx = begin(await database());
      const fence = await tx.objectStore('meta').get(FENCE);
      if (fence !== epoch) {
        const by = buildIn(await tx.objectStore('meta').get(NOTE));
        await tx.done;
        return { ok: false, why: 'overtaken', by };
      }
      await Promise.all([change(tx), tx.done]);
      return { ok: true };
    } catch (cause) {
      // The stores were changed under us, which only a newer build does.
      if (nameOf(cause) === 'VersionError') return { ok: false, why: 'overtaken', by: UNKNOWN_NEWER };
      return { ok: false, why: nameOf(cause) === 'QuotaExceededError' ? 'full' : 'failed', detail: String(cause) };
    }
  };

  const put = (tx: WriteTransaction, { commits, meta }: JournalBatch): Promise<unknown> => {
    const first = commits[0];
    return Promise.all([
      first ? tx.objectStore('commits').add(commits, first.seq) : null,
      meta ? tx.objectStore('meta').put(meta, NOTE) : null,
    ]);
  };

  const salvage = async (): Promise<string> => {
    const db = await database();
    const kept: Record<string, readonly unknown[]> = {};
    // A snapshot says nothing that the commits do not.
    for (const store of db.objectStoreNames) if (store !== 'snapshots') kept[store] = await db.getAll(store);
    return JSON.stringify(kept, null, 1);
  };

  return {
    claim: (build) => claim(build).catch((cause: unknown): Claim => unavailable(cause)),
    append: (batch) => write((tx) => put(tx, batch)),
    begin: (batch) => write((tx) => Promise.all([tx.objectStore('commits').clear(), tx.objectStore('snapshots').clear(), put(tx, batch)])),
    keepSnapshot: (run) => write((tx) => tx.objectStore('snapshots').put({ buildId, run }, LATEST)),
    read: async () => (await (await database()).getAll('commits')).flat() as readonly Commit[],
    salvage,
    setAside: async (wallMs) => {
      const text = await salvage();
      return write((tx) => Promise.all([
        tx.objectStore('salvaged').put(text, `salvaged-${wallMs}`),
        tx.objectStore('commits').clear(),
        tx.objectStore('snapshots').clear(),
        tx.objectStore('meta').delete(NOTE),
      ]));
    },
    close: () => {
      void open?.then((db) => db.close()).catch(() => undefined);
      open = null;
    },
  };
}

function unavailable(cause: unknown): Claim {
  // The stores are of a later version than this build knows: a newer one has been here.
  if (nameOf(cause) === 'VersionError') return { state: 'newerBuild', build: UNKNOWN_NEWER };
  return { state: 'unavailable', detail: String(cause) };
}

function nameOf(cause: unknown): string {
  return cause instanceof Error || (typeof cause === 'object' && cause !== null && 'name' in cause) ? String(cause.name) : '';
}
