import { expect, test } from 'vitest';
import { epochMs, type Commit } from '../engine/index.ts';
import type { SavedRun } from './center-run.ts';
import { JOURNAL_SCHEMA, type Journal, type JournalMeta } from './ports.ts';

/** Several journals over one storage: `open` gives a new one, as a new host would have; `spoil` writes past the port. */
export interface JournalBed {
  readonly open: () => Journal;
  readonly spoil: (change: { readonly meta?: unknown; readonly commits?: readonly unknown[] }) => Promise<void>;
  readonly salvagedNames: () => Promise<readonly string[]>;
}

const older = { id: 'older', atMs: 1 };
const build = { id: 'this', atMs: 2 };
const newer = { id: 'newer', atMs: 3 };

const commit = (seq: number): Commit => ({
  seq,
  atMs: epochMs(seq * 10),
  cause: seq === 1 ? { kind: 'genesis' } : { kind: 'timer', timer: 'k', of: 'x' },
  events: [],
});

const meta: JournalMeta = {
  schemaVersion: JOURNAL_SCHEMA, build, seed: 7, anchor: { engineMs: 1, wallMs: 2, speed: 1 }, story: null, handled: [],
};

const snapshotAt = (seq: number): SavedRun =>
  ({ engine: { seq, nowMs: seq * 10 }, index: {}, trails: {} }) as unknown as SavedRun;

/** What every journal must do; run on each implementation. */
export function journalContract(name: string, makeBed: () => JournalBed): void {
  test(`${name}: what was appended is there for the next host, in order`, async () => {
    const bed = makeBed();
    const first = bed.open();
    expect(await first.claim(build)).toMatchObject({ state: 'empty' });
    expect(await first.begin({ commits: [commit(1)], meta })).toEqual({ ok: true });
    expect(await first.append({ commits: [commit(2), commit(3)], meta: null })).toEqual({ ok: true });
    expect(await first.append({ commits: [], meta: { ...meta, anchor: { engineMs: 5, wallMs: 6, speed: 0 } } })).toEqual({ ok: true });
    expect(await first.append({ commits: [commit(4)], meta: null })).toEqual({ ok: true });
    expect(await first.read()).toEqual([1, 2, 3, 4].map(commit));

    const claim = await bed.open().claim(build);
    expect(claim).toMatchObject({ state: 'kept', commits: [1, 2, 3, 4].map(commit), meta: { seed: 7, anchor: { engineMs: 5, speed: 0 } } });
  });

  test(`${name}: a later claim stops the earlier host's writes, and each claim has a higher epoch`, async () => {
    const bed = makeBed();
    const [first, second] = [bed.open(), bed.open()];
    const claimed = await first.claim(build);
    await first.begin({ commits: [commit(1)], meta });
    const overtaking = await second.claim(build);
    expect('epoch' in claimed && 'epoch' in overtaking && overtaking.epoch > claimed.epoch).toBe(true);
    expect(await first.append({ commits: [commit(2)], meta: null })).toMatchObject({ ok: false, why: 'overtaken' });
    expect(await second.append({ commits: [commit(2)], meta: null })).toEqual({ ok: true });
    expect(await second.read()).toHaveLength(2);
  });

  test(`${name}: an older build is refused after a newer one has claimed, and its claim changes nothing`, async () => {
    const bed = makeBed();
    const first = bed.open();
    await first.claim(older);
    await first.begin({ commits: [commit(1)], meta: { ...meta, build: older } });
    const second = bed.open();
    expect(await second.claim(newer)).toMatchObject({ state: 'kept' });
    expect(await bed.open().claim(older)).toMatchObject({ state: 'newerBuild', build: newer });
    expect(await second.append({ commits: [commit(2)], meta: null })).toEqual({ ok: true });
  });

  test(`${name}: beginning anew drops the old commits`, async () => {
    const journal = makeBed().open();
    await journal.claim(build);
    await journal.begin({ commits: [commit(1)], meta });
    await journal.append({ commits: [commit(2)], meta: null });
    await journal.begin({ commits: [commit(1)], meta: { ...meta, seed: 8 } });
    expect(await journal.read()).toEqual([commit(1)]);
  });

  test(`${name}: with a snapshot of its own build a host gets what came after it, and all of it for the asking`, async () => {
    const bed = makeBed();
    const first = bed.open();
    await first.claim(build);
    await first.begin({ commits: [commit(1)], meta });
    await first.append({ commits: [commit(2), commit(3)], meta: null });
    expect(await first.keepSnapshot(snapshotAt(3))).toEqual({ ok: true });
    await first.append({ commits: [commit(4)], meta: null });

    const next = bed.open();
    expect(await next.claim(build)).toMatchObject({ state: 'kept', snapshot: { engine: { seq: 3 } }, commits: [commit(4)] });
    expect(await next.read()).toEqual([1, 2, 3, 4].map(commit));
    expect(await first.keepSnapshot(snapshotAt(4))).toMatchObject({ ok: false, why: 'overtaken' });
    expect(await bed.open().claim(newer)).toMatchObject({ state: 'kept', snapshot: null, commits: [1, 2, 3, 4].map(commit) });
  });

  test(`${name}: a snapshot to which nothing fits is passed over, and one of a center that was dropped is gone`, async () => {
    const bed = makeBed();
    const first = bed.open();
    await first.claim(build);
    await first.begin({ commits: [commit(1)], meta });
    await first.keepSnapshot(snapshotAt(7));
    await first.append({ commits: [commit(2)], meta: null });
    const second = bed.open();
    expect(await second.claim(build)).toMatchObject({ state: 'kept', snapshot: null, commits: [commit(1), commit(2)] });
    await second.keepSnapshot(snapshotAt(2));
    await bed.spoil({ commits: [commit(1), commit(2), commit(4)] });
    expect(await bed.open().claim(build)).toMatchObject({ state: 'corrupt' });

    const third = bed.open();
    await third.claim(build);
    await third.begin({ commits: [commit(1), commit(2)], meta });
    expect(await bed.open().claim(build)).toMatchObject({ state: 'kept', snapshot: null, commits: [commit(1), commit(2)] });
  });

  test.each([
    ['a gap', { commits: [[commit(1)], [commit(3)]] }],
    ['time going back', { commits: [[commit(1)], [{ ...commit(2), atMs: 1 }]] }],
    ['no genesis', { commits: [[commit(2)]] }],
    ['something that is no commit', { commits: [[commit(1)], [{ hello: 'world' }]] }],
    ['an unknown version', { meta: { ...meta, schemaVersion: 99 } }],
    ['a foreign note', { meta: 'shopping list' }],
  ])(`${name}: %s is reported as corrupt, kept, and can be set aside`, async (_, spoiled) => {
    const bed = makeBed();
    const first = bed.open();
    await first.claim(build);
    await first.begin({ commits: [commit(1)], meta });
    await bed.spoil({ ...spoiled, ...('commits' in spoiled ? { commits: spoiled.commits?.flat() ?? [] } : {}) });

    const journal = bed.open();
    expect(await journal.claim(build)).toMatchObject({ state: 'corrupt' });
    expect(await journal.salvage()).toContain('seq');
    expect(await journal.setAside(123)).toEqual({ ok: true });
    expect(await bed.salvagedNames()).toEqual(['salvaged-123']);
    expect(await journal.begin({ commits: [commit(1)], meta })).toEqual({ ok: true });
    expect(await bed.open().claim(build)).toMatchObject({ state: 'kept' });
  });
}
