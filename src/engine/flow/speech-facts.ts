import type { DurationMs } from '../core/time.ts';
import { plainText, speechMs } from './speech.ts';

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
  const tags = [...text.matchAll(/<([a-zA-Z][\w:-]*)([^>]*)>/g)].map(([, name = '', rest = '']) => ({ name: name.toLowerCase(), isRead: isRead(name.toLowerCase(), rest) }));
  const named = (wanted: boolean): readonly string[] => [...new Set(tags.filter((tag) => tag.isRead === wanted).map(({ name }) => name))];
  return { plain: plainText(text), durationMs: speechMs(text), read: named(true), ignored: named(false) };
}

/** The tags that `speech.ts` knows, and what must stand in them. */
const reads: Readonly<Record<string, RegExp>> = {
  speak: /(?:)/,
  break: /time="\d+(?:\.\d+)?(?:ms|s)"/,
  'say-as': /interpret-as="(?:telephone|digits|characters|spell-out)"/,
};

const isRead = (name: string, rest: string): boolean => Object.hasOwn(reads, name) && (reads[name]?.test(rest) ?? false);
