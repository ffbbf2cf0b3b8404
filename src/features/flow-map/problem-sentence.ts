import type { Problem } from '../../api/problem.ts';
import type { Say } from '../../text/use-text.ts';

/** What to say when a flow could not be looked up or saved. */
export function problemSentence(problem: Problem, t: Say): string {
  return t(`flows.problem.${problem.kind}`, { message: 'message' in problem ? problem.message : '' });
}
