import type { Commit } from '../engine/index.ts';
import type { SavedRun } from './center-run.ts';
import type { Build } from '../protocol/envelope.ts';

/** How engine time hangs on the wall: engine = engineMs + (wall − wallMs) × speed; speed 0 is a held clock. */
export interface ClockAnchor {
  readonly engineMs: number;
  readonly wallMs: number;
  readonly speed: number;
}

/** The story being played: the file's content, and what its player must remember (who plays whom, what is done). */
export interface StoryNote {
  readonly scenario: unknown;
  readonly cursor: unknown;
}

/** Raised when a journal of the old shape can no longer be read as it is. */
export const JOURNAL_SCHEMA = 1;

/** What a journal says of itself, beside its commits. */
export interface JournalMeta {
  readonly schemaVersion: typeof JOURNAL_SCHEMA;
  /** The build that wrote last: an older one must not write after it. */
  readonly build: Build;
  readonly seed: number;
  readonly anchor: ClockAnchor;
  readonly story: StoryNote | null;
  /** Ids of the last clock and lab commands: a repeat after a restart is answered, not done again. */
  readonly handled: readonly string[];
}

/** What was found when the journal was claimed. */
export type Claim =
  | { readonly state: 'empty'; readonly epoch: number }
  /** With a snapshot, the commits are those that came after it. */
  | { readonly state: 'kept'; readonly epoch: number; readonly meta: JournalMeta; readonly snapshot: SavedRun | null; readonly commits: readonly Commit[] }
  /** A newer build has written: this one must not. */
  | { readonly state: 'newerBuild'; readonly build: Build }
  /** Something is there that is not ours or not whole. It stays where it is. */
  | { readonly state: 'corrupt'; readonly epoch: number; readonly detail: string }
  /** There is no storage, or it is denied. */
  | { readonly state: 'unavailable'; readonly detail: string };

/** Why something was not written. `overtaken`: another host has claimed the journal, and only that one may write. */
export type Written =
  | { readonly ok: true }
  | { readonly ok: false; readonly why: 'overtaken'; readonly by: Build | null }
  | { readonly ok: false; readonly why: 'full' | 'failed'; readonly detail: string };

/** One tick's worth: written whole or not at all. */
export interface JournalBatch {
  readonly commits: readonly Commit[];
  /** Written with them when it has changed. */
  readonly meta: JournalMeta | null;
}

/**
 * Where commits are kept. One host at a time: `claim` raises the fence, and from then on every write of an earlier
 * claimant is refused inside its own transaction. Nothing here throws; what cannot be done is a value.
 */
export interface Journal {
  readonly claim: (build: Build) => Promise<Claim>;
  readonly append: (batch: JournalBatch) => Promise<Written>;
  /** Drops the commits that are there and starts anew with these. */
  readonly begin: (batch: { readonly commits: readonly Commit[]; readonly meta: JournalMeta }) => Promise<Written>;
  /** Keeps a shortcut to the last commit that was written, in the place of the one before; the commits stay what counts. */
  readonly keepSnapshot: (snapshot: SavedRun) => Promise<Written>;
  /** All commits, oldest first. */
  readonly read: () => Promise<readonly Commit[]>;
  /** Everything kept, as text, readable or not. */
  readonly salvage: () => Promise<string>;
  /** Puts what is there aside under the name `salvaged-<wall ms>`, so that a fresh center can begin. */
  readonly setAside: (wallMs: number) => Promise<Written>;
  readonly close: () => void;
}

/** Where the host says what it did; implementations mask telephone numbers. */
export interface Log {
  readonly info: (text: string) => void;
  readonly warn: (text: string) => void;
  readonly error: (text: string) => void;
}
