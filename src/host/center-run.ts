/*
 * One center at work: the engine, the story that drives it, and the side index, moved together. Knows no wall, no
 * storage and no tabs; everything it does comes out as commits that somebody else must keep and show.
 */
import type { CommandInput, Commit, Engine, EpochMs, Step } from '../engine/index.ts';
import { FlowTrails, type SavedTrails, type Snapshot } from '../engine/index.ts';
import type { Driver } from './driver.ts';
import { createSideIndex, type SavedSideIndex, type SideIndex } from './side-index.ts';

/** A story that keeps asking for the same instant is broken; this many rounds are far more than any real one needs. */
const ROUNDS_PER_INSTANT_MAX = 1000;

/** The center at work. */
export interface CenterRun {
  readonly engine: Engine;
  readonly index: SideIndex;
  /** Which way contacts went through flows. */
  readonly trails: FlowTrails;
  readonly driver: () => Driver | null;
  readonly setDriver: (driver: Driver | null) => void;
  /** The next instant at which anything is due, engine or story. */
  readonly nextDueAtMs: () => EpochMs | null;
  /**
   * Moves to `toMs`, deadline by deadline, each at its own instant; at one instant the engine's deadlines come before
   * the story's commands. Stops early after about `commitsMax` commits: false when there is more to do.
   */
  readonly advance: (toMs: EpochMs, commitsMax: number) => boolean;
  /** Decides a command at the center's present instant. */
  readonly command: (input: CommandInput) => Step['reply'];
  /** Takes the commits made since the last time. */
  readonly takeCommits: () => readonly Commit[];
  /** All of it as plain values. */
  readonly save: () => SavedRun;
}

/** A center at work as it was after a commit: a short way to where all the commits up to there lead. */
export interface SavedRun {
  readonly engine: Snapshot;
  readonly index: SavedSideIndex;
  readonly trails: SavedTrails;
}

/** Sets a center to work; `past` are the commits it was restored from, those after `saved` where there is such a thing. */
export function createCenterRun(engine: Engine, past: readonly Commit[], saved: SavedRun | null, warn: (text: string) => void): CenterRun {
  const index = createSideIndex(saved?.index);
  const trails = new FlowTrails(saved?.trails);
  const fold = (commit: Commit): void => {
    index.apply(commit);
    trails.apply(commit);
  };
  for (const commit of past) fold(commit);
  let made: Commit[] = [];
  let driver: Driver | null = null;

  const take = (commits: readonly Commit[]): void => {
    for (const commit of commits) {
      fold(commit);
      made.push(commit);
    }
  };
  /** A story that fails is stopped; the center is not to be harmed by it. */
  const ofStory = <T>(ask: (story: Driver) => T, otherwise: T): T => {
    if (driver === null) return otherwise;
    try {
      return ask(driver);
    } catch (cause) {
      warn(`the story failed and is stopped: ${String(cause)}`);
      driver = null;
      return otherwise;
    }
  };
  const storyDueAtMs = (): EpochMs | null => ofStory((story) => story.nextDueAtMs(engine.center), null);
  const command = (input: CommandInput): Step['reply'] => {
    const step = engine.command(engine.center.nowMs, input);
    take(step.commits);
    return step.reply;
  };

  /** What the story does now; a story that never gets past an instant is dropped, the center goes on. */
  const playInstant = (): void => {
    for (let round = 0; round < ROUNDS_PER_INSTANT_MAX; round += 1) {
      const due = storyDueAtMs();
      if (driver === null || due === null || due > engine.center.nowMs) return;
      const inputs = ofStory((story) => story.commandsDue(engine.center), []);
      for (const input of inputs) command(input);
      take(engine.advanceTo(engine.center.nowMs));
      const after = storyDueAtMs();
      if (inputs.length === 0 && after !== null && after <= engine.center.nowMs) break;
    }
    const due = storyDueAtMs();
    if (due === null || due > engine.center.nowMs) return;
    warn('the story does not get past an instant and is stopped');
    driver = null;
  };

  return {
    engine,
    index,
    trails,
    driver: () => driver,
    setDriver: (next) => {
      driver = next;
    },
    nextDueAtMs: () => earlier(engine.nextDueAtMs(), storyDueAtMs()),
    advance: (toMs, commitsMax) => {
      for (;;) {
        const due = earlier(engine.nextDueAtMs(), storyDueAtMs());
        if (due === null || due > toMs) break;
        if (made.length >= commitsMax) return false;
        take(engine.advanceTo(due));
        playInstant();
      }
      take(engine.advanceTo(toMs));
      return true;
    },
    command,
    save: () => ({ engine: engine.snapshot(), index: index.save(), trails: trails.toJSON() }),
    takeCommits: () => {
      const taken = made;
      made = [];
      return taken;
    },
  };
}

function earlier(a: EpochMs | null, b: EpochMs | null): EpochMs | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}
