/*
 * The sounds as numbers: all are made in code, none is a file. Levels are dB below the peak that the volume sets
 * (−12 dBFS at full volume), times in ms from the start of the sound.
 */
import type { Cue, Loop } from './audio.ts';

/** One note: its partials sound together. */
export interface Note {
  readonly hz: readonly number[];
  readonly atMs: number;
  readonly forMs: number;
  readonly db: number;
}

/** Notes that repeat. */
export interface LoopTones {
  readonly notes: readonly Note[];
  readonly everyMs: number;
  /** Silence before the first round. */
  readonly afterMs: number;
  /** Each round is louder by this, up to `roundsLouder` rounds: an offer starts softly. */
  readonly louderDb: number;
  readonly roundsLouder: number;
}

const b4 = 493.88;
const c5 = 523.25;
const e5 = 659.26;
const g4 = 392;
const g5 = 783.99;

const note = (hz: number | readonly number[], atMs: number, forMs: number, db = -6): Note => ({
  hz: typeof hz === 'number' ? [hz] : hz, atMs, forMs, db,
});
const steady = { afterMs: 0, louderDb: 0, roundsLouder: 0 };

/** The notes of a moment. */
export const cueNotes: Readonly<Record<Cue, readonly Note[]>> = {
  accepted: [note(c5, 0, 80), note(e5, 80, 80)],
  whisper: [note(196, 0, 180)],
  joined: [note([c5, g5], 0, 220)],
  ended: [note(e5, 0, 110), note(c5, 110, 160)],
  fault: [note(196, 0, 160), note(196, 240, 160)],
  test: [note(e5, 0, 250), note(b4, 260, 250)],
};

/** The notes of a lasting sound. */
export function loopTones(loop: Loop): LoopTones {
  switch (loop.name) {
    case 'callbackOffer':
      return { notes: [note(e5, 0, 250, -8), note(b4, 260, 250, -8)], everyMs: 2_400, afterMs: 0, louderDb: 2, roundsLouder: 4 };
    case 'inboundOffer':
      return { notes: [note([g4, c5], 0, 400, -8), note([g4, c5], 480, 400, -8)], everyMs: 3_000, afterMs: 0, louderDb: 2, roundsLouder: 4 };
    case 'heldLong':
      return { notes: [note(g4, 0, 60, -18), note(g4, 140, 60, -18)], everyMs: 30_000, ...steady, afterMs: 60_000 };
    case 'ringback':
      return ringback(loop.country);
  }
}

/** What callers are used to hear while the other phone rings; unknown countries sound as ITU-T E.180 recommends. */
function ringback(country: string): LoopTones {
  switch (country) {
    case 'US':
    case 'CA':
      return { notes: [note([440, 480], 0, 2_000, -16)], everyMs: 6_000, ...steady };
    case 'GB':
    case 'IE':
    case 'AU':
    case 'NZ':
      return { notes: [note([400, 450], 0, 400, -16), note([400, 450], 600, 400, -16)], everyMs: 3_000, ...steady };
    default:
      return { notes: [note(425, 0, 1_000, -16)], everyMs: 5_000, ...steady };
  }
}
