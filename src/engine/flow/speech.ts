import { durationMs, type DurationMs } from '../core/time.ts';
import type { Utterance } from './model.ts';

/** Characters spoken in a second: 15 is about 170 English words a minute, the pace of a telephone voice. */
export const CHARACTERS_PER_SECOND = 15;

/** How long a sentence takes to say: known before it plays, so that whispers have an end. At least one second. */
export function speechMs(text: string): DurationMs {
  const pauses = [...text.matchAll(/<break[^>]*time="(\d+(?:\.\d+)?)(ms|s)"[^>]*>/g)].reduce(
    (sum, match) => sum + Number(match[1]) * (match[2] === 's' ? 1000 : 1),
    0,
  );
  const spoken = plainText(text).length;
  return durationMs(Math.max(1000, Math.ceil((spoken * 1000) / CHARACTERS_PER_SECOND)) + pauses);
}

/**
 * Text without speech markup and with single spaces. What is marked to be said as a telephone number or digit by digit
 * is written that way too: "+1 2 0 6 …", for captions and for voices that know no markup.
 */
export const plainText = (text: string): string =>
  text.replace(DIGIT_BY_DIGIT, (_markup, said: string) => [...said.replace(/[^\d+]/g, '')].join(' ').replace('+ ', '+')).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').trim();

const DIGIT_BY_DIGIT = /<say-as[^>]*interpret-as="(?:telephone|digits|characters|spell-out)"[^>]*>([^<]*)<\/say-as>/g;

/** A sentence as something to play. */
export const spoken = (text: string): Utterance => ({
  kind: 'speech',
  text: plainText(text),
  durationMs: speechMs(text),
});
