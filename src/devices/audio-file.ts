/*
 * What a sound file is and how long it lasts, read from its own bytes: the same everywhere and known before anything
 * plays. A browser's decoder would say so later, and each a little differently.
 */
import { startsWith } from './audio-facts.ts';
import type { AudioReading } from './audio-facts.ts';
import { readMp3 } from './mp3.ts';
import { readWav } from './wav.ts';

/** Amazon Connect's limits for an uploaded prompt. */
export const CLIP_BYTES_MAX = 50 * 1024 * 1024;
export const CLIP_MS_MAX = 5 * 60_000;

/** Reads any bytes; never throws. */
export function readAudio(bytes: Uint8Array): AudioReading {
  if (bytes.length === 0) return { ok: false, why: 'empty' };
  if (bytes.length > CLIP_BYTES_MAX) return { ok: false, why: 'tooLarge' };
  const read = startsWith(bytes, 'RIFF') ? readWav(bytes) : otherSound(bytes) ? ({ ok: false, why: 'otherFormat' } as const) : readMp3(bytes);
  if (read.ok && read.facts.durationMs > CLIP_MS_MAX) return { ok: false, why: 'tooLong' };
  return read;
}

/** The common kinds of sound file that are not taken, so that the sentence can say what it is about. */
function otherSound(bytes: Uint8Array): boolean {
  return ['OggS', 'fLaC', 'FORM', 'RF64', '#!AMR', 'MThd', '.snd', 'ADIF'].some((mark) => startsWith(bytes, mark)) || startsWith(bytes, 'ftyp', 4) || isAac(bytes);
}

/** AAC without a container has MP3's beginning, but a layer that no MP3 has. */
const isAac = (bytes: Uint8Array): boolean => bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xf6) === 0xf0;
