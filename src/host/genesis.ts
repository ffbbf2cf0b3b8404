import { createEngine, epochMs, restoreEngine, resumeEngine, type Commit, type Engine, type Instance, type PhoneNumberRules } from '../engine/index.ts';
import type { SavedRun } from './center-run.ts';
import type { Driver, LoadStory } from './driver.ts';
import type { ClockAnchor, JournalMeta, Log, StoryNote } from './ports.ts';

/** A center ready to be set to work: new, or as the journal left it. */
export interface Beginning {
  readonly engine: Engine;
  readonly seed: number;
  /** The commits it consists of so far; those after `saved`, where it is there. */
  readonly commits: readonly Commit[];
  readonly saved: SavedRun | null;
  /** True for a new center, whose journal is still to be begun. */
  readonly fresh: boolean;
  readonly anchor: ClockAnchor;
  readonly driver: Driver | null;
  readonly story: StoryNote | null;
  readonly handled: readonly string[];
}

export interface FreshStart {
  readonly seed: number;
  readonly startsAtMs: number;
  readonly speed: number;
  readonly wallMs: number;
  readonly instance: Instance;
  readonly phoneNumbers: PhoneNumberRules;
  readonly driver: Driver | null;
  readonly story: StoryNote | null;
}

/** A new center. */
export function beginFresh({ seed, startsAtMs, speed, wallMs, instance, phoneNumbers, driver, story }: FreshStart): Beginning {
  const engine = createEngine({ seed, startsAtMs: epochMs(startsAtMs), instance, phoneNumbers });
  const anchor = { engineMs: engine.center.nowMs, wallMs, speed };
  return { engine, seed, commits: [engine.genesis], saved: null, fresh: true, anchor, driver, story, handled: [] };
}

/** What a journal holds: a snapshot and the commits after it, or all of them. */
interface Kept {
  readonly meta: JournalMeta;
  readonly snapshot: SavedRun | null;
  readonly commits: readonly Commit[];
}

/**
 * The center that a journal tells of; `read` gives all its commits, for when the snapshot turns out to be no good. Throws
 * what the engine throws when the commits do not fit together.
 */
export async function beginKept(
  kept: Kept,
  { read, phoneNumbers, loadStory, log }: { readonly read: () => Promise<readonly Commit[]>; readonly phoneNumbers: PhoneNumberRules; readonly loadStory: LoadStory; readonly log: Log },
): Promise<Beginning> {
  const { meta } = kept;
  const resumed = resume(kept, phoneNumbers, log);
  const commits = kept.snapshot === null || resumed ? kept.commits : await read();
  const engine = resumed ?? restoreEngine(commits, meta.seed, phoneNumbers);
  const { story } = meta;
  const loaded = story && (await loadStory(story.scenario));
  if (loaded && !loaded.ok) log.warn(`the story can no longer be read and is stopped: ${loaded.detail}`);
  const driver = story && loaded?.ok ? loaded.story.play(story.cursor) : null;
  return {
    engine, seed: meta.seed, commits, saved: resumed && kept.snapshot, fresh: false, anchor: meta.anchor, driver, story: driver && story, handled: meta.handled,
  };
}

/** By the short way; null when there is none, or it leads nowhere. */
function resume({ snapshot, commits }: Kept, phoneNumbers: PhoneNumberRules, log: Log): Engine | null {
  if (snapshot === null) return null;
  try {
    return resumeEngine(snapshot.engine, commits, phoneNumbers);
  } catch (cause) {
    log.warn(`the snapshot is passed over, all commits are read: ${String(cause)}`);
    return null;
  }
}
