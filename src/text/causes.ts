import { causeSentences } from './en/causes.ts';
import type { CauseWord } from './en/causes.ts';

/** Narrows a view's cause to one the catalogue has words for; null for none or for a word this build does not know. */
export function causeWord(cause: string | null): CauseWord | null {
  return cause !== null && isCauseWord(cause) ? cause : null;
}

function isCauseWord(cause: string): cause is CauseWord {
  return Object.hasOwn(causeSentences, cause);
}
