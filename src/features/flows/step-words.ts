import { flows } from '../../text/en/flows.ts';
import type { FlowStepFinding } from '../../protocol/http-flows.ts';
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
  for (const { On, To } of step.Branches) reasons.set(To, [...(reasons.get(To) ?? []), onWords(On, t)]);
  return [...reasons].map(([toId, on]) => ({ on: [...new Set(on)].join(', '), to: nameOf(toId, steps), toId }));
}

function nameOf(id: string, steps: readonly FlowStepFinding[]): string {
  const at = steps.findIndex((each) => each.Id === id);
  const step = steps[at];
  return step === undefined ? id : `${at + 1}. ${step.Title}`;
}

function onWords(on: string, t: Say): string {
  if (on === 'NextAction') return t('flows.steps.next');
  // “Equals 1” is a key pressed or a value found: the operand says it all.
  const equals = /^Equals (.+)$/.exec(on)?.[1];
  if (equals !== undefined) return `“${equals}”`;
  return isKnownError(on) ? t(`flows.steps.on.${on}`) : on;
}

function isKnownError(on: string): on is keyof (typeof flows)['steps']['on'] {
  return Object.hasOwn(flows.steps.on, on);
}
