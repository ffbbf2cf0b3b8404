import { InvariantError } from '../core/assert.ts';
import type { Input } from './deed.ts';
import { Violation } from './violation.ts';

/** What went wrong in a run: the rule, and all that was said. */
export interface Failure {
  readonly rule: string;
  readonly message: string;
}

/** The failure of a run; null when it went well. Errors that are no broken rule count too: an engine may not throw. */
export function failureOf(run: () => void): Failure | null {
  try {
    run();
    return null;
  } catch (error) {
    if (error instanceof Violation) return { rule: error.rule, message: error.message };
    if (error instanceof InvariantError) return { rule: `invariant: ${error.message.replace(/[0-9a-f]{8}-[0-9a-f-]+/g, 'id')}`, message: error.stack ?? error.message };
    if (error instanceof Error) return { rule: error.name, message: error.stack ?? error.message };
    throw error;
  }
}

/** Takes out inputs, by halves and then fewer at a time, while the same rule still breaks. */
export function shrink(inputs: readonly Input[], stillFails: (fewer: readonly Input[]) => boolean): readonly Input[] {
  let kept = inputs;
  for (let size = Math.ceil(kept.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < kept.length; ) {
      const fewer = [...kept.slice(0, from), ...kept.slice(from + size)];
      if (stillFails(fewer)) kept = fewer;
      else from += size;
    }
  }
  return kept;
}
