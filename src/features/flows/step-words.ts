import type { FlowStepFinding } from '../../protocol/http-flows.ts';
import { branchWords } from '../../text/flow-words.ts';
import type { Say } from '../../text/use-text.ts';

/** A way out of a step: when it is taken, and the number and title of the step it leads to. */
export interface WayOut {
  readonly on: string;
  readonly to: string;
  readonly toId: string;
}

/** The ways out of a step in words. Ways that lead to one place for several reasons are told once. */
export function waysOut(step: FlowStepFinding, steps: readonly FlowStepFinding[], t: Say): readonly WayOut[] {
  const reasons = new Map<string, string[]>();
  for (const { On, To } of step.Branches) reasons.set(To, [...(reasons.get(To) ?? []), branchWords(On, t)]);
  return [...reasons].map(([toId, on]) => ({ on: [...new Set(on)].join(', '), to: nameOf(toId, steps), toId }));
}

function nameOf(id: string, steps: readonly FlowStepFinding[]): string {
  const at = steps.findIndex((each) => each.Id === id);
  const step = steps[at];
  return step === undefined ? id : `${at + 1}. ${step.Title}`;
}
