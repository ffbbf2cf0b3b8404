import type { Finding } from './check-draft.ts';
import { findingsOf } from './check-draft.ts';
import type { Draft } from './draft.ts';
import type { StepId } from './steps.ts';
import { stepIds } from './steps.ts';

/** How far a step is: passed without an error, passed and no longer right, or still to be done. */
export type StepState = 'done' | 'faulty' | 'open';

export interface StepRow {
  readonly id: StepId;
  readonly state: StepState;
  readonly optional: boolean;
}

/** Every step with its state, in order; the last one is never done before everything is made. */
export function stepRows({ passed }: Draft, findings: readonly Finding[]): readonly StepRow[] {
  return stepIds.map((id) => {
    const isRight = findingsOf(findings, id).every(({ severity }) => severity !== 'error');
    const state = id === 'review' || !passed.includes(id) ? 'open' : isRight ? 'done' : 'faulty';
    return { id, state, optional: id === 'customerWhisper' || id === 'agentWhisper' };
  });
}

/** Where somebody who comes back goes on: the first step that is not done. */
export const resumeAt = (rows: readonly StepRow[]): StepId => rows.find(({ state }) => state !== 'done')?.id ?? 'review';
