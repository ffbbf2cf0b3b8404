import { z } from 'zod';
import type { Commit } from '../engine/index.ts';
import type { Build } from '../protocol/envelope.ts';
import type { SavedRun } from './center-run.ts';
import { JOURNAL_SCHEMA, type JournalMeta } from './ports.ts';

const build = z.object({ id: z.string(), atMs: z.number() });

const metaShape = z.object({
  schemaVersion: z.literal(JOURNAL_SCHEMA),
  build,
  seed: z.number(),
  anchor: z.object({ engineMs: z.number(), wallMs: z.number(), speed: z.number().min(0) }),
  story: z.object({ scenario: z.unknown(), cursor: z.unknown() }).nullable(),
  handled: z.array(z.string()),
});

/** The frame of a commit; what its events say is for the engine to judge when it is restored from them. */
const commitShape = z.object({
  seq: z.number().int(),
  atMs: z.number(),
  cause: z.looseObject({ kind: z.enum(['genesis', 'command', 'timer']) }),
  events: z.array(z.looseObject({ type: z.string() })),
});

/** A journal that can be trusted, or the first thing that is wrong with it, in words. */
export type Checked =
  | { readonly ok: true; readonly meta: JournalMeta; readonly commits: readonly Commit[] }
  | { readonly ok: false; readonly detail: string };

/** Which build wrote, if the note can be read that far: asked before anything else, since a newer build's shape may differ. */
export function buildIn(meta: unknown): { readonly id: string; readonly atMs: number } | null {
  const read = z.looseObject({ build }).safeParse(meta);
  return read.success ? read.data.build : null;
}

const snapshotShape = z.object({
  buildId: z.string(),
  run: z.object({ engine: z.looseObject({ seq: z.number().int(), nowMs: z.number() }), index: z.looseObject({}), trails: z.looseObject({}) }),
});

/** Of which commit a stored snapshot says it is; 0 for what is none. */
export function seqOf(stored: unknown): number {
  const read = snapshotShape.safeParse(stored);
  return read.success ? read.data.run.engine.seq : 0;
}

/** What is stored of a snapshot. */
interface StoredSnapshot {
  readonly buildId: string;
  readonly run: SavedRun;
}

/**
 * A snapshot that this build wrote itself, and so can read, of a commit that is there; null for any other. Nothing is
 * lost by passing one over. `commitAt` looks a commit up by its sequence number.
 */
export function readSnapshot(stored: unknown, build: Build, commitAt: (seq: number) => unknown): SavedRun | null {
  const read = snapshotShape.safeParse(stored);
  if (!read.success || read.data.buildId !== build.id) return null;
  const { seq } = read.data.run.engine;
  const commit = commitShape.safeParse(commitAt(seq));
  return commit.success && commit.data.seq === seq ? (stored as StoredSnapshot).run : null;
}

/**
 * Judges what was found in storage: known version, whole commits, a genesis first (or, with a snapshot, the commit after
 * it), no gap in the sequence, time never going back.
 */
export function checkJournal(meta: unknown, commits: readonly unknown[], snapshot: SavedRun | null = null): Checked {
  const version = z.looseObject({ schemaVersion: z.number() }).safeParse(meta);
  if (version.success && version.data.schemaVersion !== JOURNAL_SCHEMA) {
    return { ok: false, detail: `journal version ${version.data.schemaVersion}, this build reads ${JOURNAL_SCHEMA}` };
  }
  const readMeta = metaShape.safeParse(meta);
  if (!readMeta.success) return { ok: false, detail: `journal note: ${firstFault(readMeta.error)}` };
  let before: Commit | null = null;
  for (const [index, raw] of commits.entries()) {
    const read = commitShape.safeParse(raw);
    if (!read.success) return { ok: false, detail: `commit ${index}: ${firstFault(read.error)}` };
    const commit = raw as Commit;
    if (before === null && snapshot === null && commit.cause.kind !== 'genesis') return { ok: false, detail: 'the first commit is no genesis' };
    if (before === null && snapshot !== null && commit.seq !== snapshot.engine.seq + 1) return { ok: false, detail: `commit ${commit.seq} follows upon the snapshot of commit ${snapshot.engine.seq}` };
    if (before !== null && commit.seq !== before.seq + 1) {
      return { ok: false, detail: `commit ${before.seq} is followed by ${commit.seq}` };
    }
    if (before !== null && commit.atMs < before.atMs) return { ok: false, detail: `time goes back at commit ${commit.seq}` };
    before = commit;
  }
  if (before === null && snapshot === null) return { ok: false, detail: 'a journal without commits' };
  return { ok: true, meta: readMeta.data, commits: commits as readonly Commit[] };
}

function firstFault(error: z.ZodError): string {
  const issue = error.issues[0];
  return `${issue?.path.join('.') ?? ''} ${issue?.message ?? 'unreadable'}`.trim();
}
