import type { Say } from './use-text.ts';

/** Why a request came to nothing, as far as it is told; the center's own words in `message`, where it said any. */
interface Problem {
  readonly kind: 'unreachable' | 'notTheCenter' | 'refused' | 'broken' | 'aborted';
  readonly message?: string;
}

/** What to say when something could not be looked up or done; `about` are pages that have words of their own for it. */
export const problemSentence = (problem: Problem, t: Say, about: 'common' | 'records' | 'metrics' = 'common'): string =>
  t(`${about}.problem.${problem.kind}`, { message: problem.message ?? '' });
