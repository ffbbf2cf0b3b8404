import type { Center, CommandInput, EpochMs, Instance } from '../engine/index.ts';
import type { ScenarioView } from '../protocol/views.ts';

/** Whoever plays the people of a story: asked what is due, never told to wait. Its commands have the same ids each time. */
export interface Driver {
  readonly nextDueAtMs: (center: Center) => EpochMs | null;
  /** The commands due at the center's present instant. */
  readonly commandsDue: (center: Center) => readonly CommandInput[];
  /** False when the story has no such person. */
  readonly takeOver: (person: string, by: 'script' | 'person') => boolean;
  readonly view: (center: Center) => ScenarioView;
  /** What it must remember over a restart, as plain JSON. */
  readonly save: () => unknown;
}

/** A story that can be begun: its center, and who plays it. */
export interface Story {
  readonly instance: Instance;
  readonly seed: number;
  readonly startsAtMs: EpochMs;
  /** A player at the story's beginning, or where a saved one left off. */
  readonly play: (saved: unknown) => Driver;
}

/** A story, or what is wrong with the file, in words that name the place. */
export type LoadedStory = { readonly ok: true; readonly story: Story } | { readonly ok: false; readonly detail: string };

/** Reads a scenario file's content. */
export type LoadStory = (scenario: unknown) => Promise<LoadedStory>;
