import { durationMs, type DurationMs } from '../core/time.ts';
import type { Utterance } from './model.ts';
import { readSsml, type Reading } from './ssml.ts';

/** Characters spoken in a second: 15 is about 170 English words a minute, the pace of a telephone voice. */
export const CHARACTERS_PER_SECOND = 15;

/** Nothing is said in less: a voice needs to begin and to end. */
const SPEECH_MS_MIN = 1000;

/** How long a sentence takes to say: known before it plays, so that whispers have an end. At least one second. */
export const speechMs = (text: string): DurationMs => lengthOf(read(text));

/**
 * Text without speech markup and with single spaces. What is marked to be said as a telephone number or digit by digit
 * is written that way too: "+1 2 0 6 …", for captions and for voices that know no markup.
 */
export const plainText = (text: string): string => read(text).text;

/** A sentence as something to play. */
export function spoken(text: string): Utterance {
  const reading = read(text);
  return { kind: 'speech', text: reading.text, durationMs: lengthOf(reading) };
}

/** Most sentences have no markup; for them this is all. */
function read(text: string): Pick<Reading, 'text' | 'characters' | 'pausesMs'> {
  if (text.includes('<')) return readSsml(text);
  const plain = text.replace(/\s+/g, ' ').trim();
  return { text: plain, characters: plain.length, pausesMs: 0 };
}

const lengthOf = ({ characters, pausesMs }: Pick<Reading, 'characters' | 'pausesMs'>): DurationMs =>
  durationMs(Math.max(SPEECH_MS_MIN, Math.ceil((characters * 1000) / CHARACTERS_PER_SECOND)) + pausesMs);
