import type { Build } from '../protocol/envelope.ts';
import { buildIn, checkJournal, readSnapshot } from './journal-check.ts';
import type { Claim, Journal, JournalBatch, Written } from './ports.ts';

/** What a memory journal holds; shared by several journals it stands for one disk, which is how tests restart a host. */
export interface MemoryDisk {
  fence: number;
  meta: unknown;
  commits: readonly unknown[];
  snapshot: unknown;
  readonly salvaged: Map<string, string>;
  /** Set to make writes fail, as a full or withdrawn disk does. */
  fault: 'full' | 'failed' | null;
}

/** An empty disk. */
export const emptyDisk = (): MemoryDisk => ({ fence: 0, meta: null, commits: [], snapshot: null, salvaged: new Map(), fault: null });

/** A journal that ends with its process: where storage is denied, and in tests. */
export function memoryJournal(disk: MemoryDisk = emptyDisk()): Journal {
  let epoch = 0;
  let buildId = '';

  const write = (change: () => void): Written => {
    if (disk.fence !== epoch) return { ok: false, why: 'overtaken', by: buildIn(disk.meta) };
    if (disk.fault !== null) return { ok: false, why: disk.fault, detail: 'the disk is set to fail' };
    change();
    return { ok: true };
  };

  const claim = (build: Build): Claim => {
    const writer = buildIn(disk.meta);
    if (writer && writer.atMs > build.atMs) return { state: 'newerBuild', build: writer };
    disk.fence += 1;
    epoch = disk.fence;
    buildId = build.id;
    if (disk.meta === null && disk.commits.length === 0) return { state: 'empty', epoch };
    const snapshot = readSnapshot(disk.snapshot, build, (seq) => disk.commits[seq - 1]);
    const tail = snapshot && checkJournal(disk.meta, disk.commits.slice(snapshot.engine.seq), snapshot);
    const checked = tail?.ok ? tail : checkJournal(disk.meta, disk.commits);
    if (!checked.ok) return { state: 'corrupt', epoch, detail: checked.detail };
    disk.meta = { ...checked.meta, build };
    return { state: 'kept', epoch, meta: checked.meta, snapshot: tail?.ok ? snapshot : null, commits: checked.commits };
  };

  const put = ({ commits, meta }: JournalBatch): void => {
    // Copied as storage would copy it: what is written can no longer be changed by whoever wrote it.
    disk.commits = [...disk.commits, ...commits.map((commit) => JSON.parse(JSON.stringify(commit)) as unknown)];
    if (meta) disk.meta = JSON.parse(JSON.stringify(meta)) as unknown;
  };

  const salvage = (): string => JSON.stringify({ meta: disk.meta, commits: disk.commits }, null, 1);

  return {
    claim: (build) => Promise.resolve(claim(build)),
    append: (batch) => Promise.resolve(write(() => { put(batch); })),
    begin: (batch) => Promise.resolve(write(() => {
      disk.commits = [];
      disk.snapshot = null;
      put(batch);
    })),
    keepSnapshot: (run) => Promise.resolve(write(() => {
      disk.snapshot = JSON.parse(JSON.stringify({ buildId, run })) as unknown;
    })),
    read: () => Promise.resolve(disk.commits as Awaited<ReturnType<Journal['read']>>),
    salvage: () => Promise.resolve(salvage()),
    setAside: (wallMs) => Promise.resolve(write(() => {
      disk.salvaged.set(`salvaged-${wallMs}`, salvage());
      disk.commits = [];
      disk.snapshot = null;
      disk.meta = null;
    })),
    close: () => undefined,
  };
}
