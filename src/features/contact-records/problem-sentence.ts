import type { Problem } from '../../api/problem.ts';
import type { Say } from '../../text/use-text.ts';

/** What to say when the records could not be looked up. */
export function problemSentence(problem: Problem, t: Say): string {
  return t(`records.problem.${problem.kind}`, { message: 'message' in problem ? problem.message : '' });
}
