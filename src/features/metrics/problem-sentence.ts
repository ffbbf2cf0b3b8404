import type { Problem } from '../../api/problem.ts';
import type { Say } from '../../text/use-text.ts';

/** What to say when figures could not be looked up. */
export function problemSentence(problem: Problem, t: Say): string {
  return t(`metrics.problem.${problem.kind}`, { message: 'message' in problem ? problem.message : '' });
}
