import { sameLoop } from './audio.ts';
import type { Cue, Loop, Sounds } from './audio.ts';

/** Sounds that are written down instead of played: what would have been heard, in order. */
export interface SilentSounds extends Sounds {
  readonly heard: readonly (Cue | Loop | null)[];
}

/** For tests, and for pages that show states without living them. */
export function createSilentSounds(): SilentSounds {
  const heard: (Cue | Loop | null)[] = [];
  let current: Loop | null = null;
  return {
    heard,
    state: () => 'ready',
    subscribe: () => () => undefined,
    unlock: () => undefined,
    setVolume: () => undefined,
    loop: (loop) => {
      if (sameLoop(loop, current)) return;
      current = loop;
      heard.push(loop);
    },
    cue: (cue) => {
      heard.push(cue);
    },
    close: () => undefined,
  };
}
