import { problemOf } from '../../api/problem.ts';
import type { Say } from '../../text/use-text.ts';

/** What to say when something could not be looked up or done. */
export function problemSentence(error: unknown, t: Say): string {
  const problem = problemOf(error);
  return t(`resources.problem.${problem.kind}`, { message: 'message' in problem ? problem.message : '' });
}
