import { createEngine, epochMs, restoreEngine, type Commit, type Engine, type Instance, type PhoneNumberRules } from '../engine/index.ts';
import type { Driver, LoadStory } from './driver.ts';
import type { ClockAnchor, JournalMeta, Log, StoryNote } from './ports.ts';

/** A center ready to be set to work: new, or as the journal left it. */
export interface Beginning {
  readonly engine: Engine;
  readonly seed: number;
  /** The commits it consists of so far. */
  readonly commits: readonly Commit[];
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
  return { engine, seed, commits: [engine.genesis], fresh: true, anchor, driver, story, handled: [] };
}

/** The center that a journal tells of. Throws what the engine throws when the commits do not fit together. */
export async function beginKept(
  { meta, commits }: { readonly meta: JournalMeta; readonly commits: readonly Commit[] },
  { phoneNumbers, loadStory, log }: { readonly phoneNumbers: PhoneNumberRules; readonly loadStory: LoadStory; readonly log: Log },
): Promise<Beginning> {
  const engine = restoreEngine(commits, meta.seed, phoneNumbers);
  const { story } = meta;
  const loaded = story && (await loadStory(story.scenario));
  if (loaded && !loaded.ok) log.warn(`the story can no longer be read and is stopped: ${loaded.detail}`);
  const driver = story && loaded?.ok ? loaded.story.play(story.cursor) : null;
  return {
    engine, seed: meta.seed, commits, fresh: false, anchor: meta.anchor, driver, story: driver && story, handled: meta.handled,
  };
}
