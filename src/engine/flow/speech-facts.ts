import type { DurationMs } from '../core/time.ts';
import { plainText, speechMs } from './speech.ts';
import { readSsml } from './ssml.ts';

/** What is made of a text that is to be spoken. */
export interface SpeechFacts {
  /** Without markup, as captions show it. */
  readonly plain: string;
  readonly durationMs: DurationMs;
  /** Names of the tags that change what is heard, each once, in their order. */
  readonly read: readonly string[];
  /** Names of the tags that are passed over: the words in them are said all the same. */
  readonly ignored: readonly string[];
}

/** Looks a text over as it is going to be spoken: which markup is read, and how long it takes. */
export function speechFacts(text: string): SpeechFacts {
  const { read, ignored } = readSsml(text);
  return { plain: plainText(text), durationMs: speechMs(text), read, ignored };
}
