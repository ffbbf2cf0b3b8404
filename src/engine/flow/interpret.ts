import { assert } from '../core/assert.ts';
import type { ContactId } from '../core/ids.ts';
import type { CenterEvent } from '../event.ts';
import type { Center } from '../state.ts';
import { contactOf, runOf } from '../update.ts';
import { ACTIONS } from './actions/index.ts';
import { entryTimeUp, keyHeard } from './actions/get-input.ts';
import { lambdaAnswered } from './actions/lambda.ts';
import { rowOf } from './catalogue.ts';
import { ACTIONS_WITHOUT_WAIT_MAX } from './model.ts';
import { endFlow, goByValue, goOn, goToError, stepAt, type FlowStep } from './step.ts';

/** Runs the action at which the contact's flow stands; one action, one decision. */
export function runFlow(center: Center, contactId: ContactId): readonly CenterEvent[] {
  const step = stepOf(center, contactId);
  if (!step) return endLost(center, contactId);
  assert(step.run.wait === null, 'a flow that runs waits for nothing');
  if (step.run.sinceWait > ACTIONS_WITHOUT_WAIT_MAX) {
    const fault = `the flow "${step.flow.name}" went through ${ACTIONS_WITHOUT_WAIT_MAX} actions without waiting for anybody: an endless loop`;
    return [{ type: 'flow.faulted', contactId, flowId: step.flow.id, actionId: step.action.id, fault }, endFlow(step, 'endlessLoop')];
  }
  if (!isAllowed(step)) {
    return goToError(step, 'NoMatchingError', `"${step.action.type}" is not allowed in a flow of type ${step.run.flowType}; its error branch is taken`);
  }
  const run = ACTIONS.get(step.action.type);
  if (run) return run(step);
  return goToError(step, 'NoMatchingError', `"${step.action.type}" cannot be run here; its error branch is taken`);
}

/** What the flow waited for has come: the end of a prompt, an interruption, or the end of patience. */
export function timeUp(center: Center, contactId: ContactId): readonly CenterEvent[] {
  const step = stepOf(center, contactId);
  if (!step) return endLost(center, contactId);
  const { wait } = step.run;
  assert(wait !== null && wait.kind !== 'answer', 'a flow whose time is up waits for a time');
  switch (wait.kind) {
    case 'prompt':
      return goOn(step);
    case 'loop':
      return goByValue(step, 'MessagesInterrupted');
    case 'input':
      return entryTimeUp(step, wait);
    case 'lambda':
      return lambdaAnswered(step, wait);
    case 'time':
      return goByValue(step, 'WaitCompleted');
  }
}

/** A key pressed by the customer; heard only where the flow asks for input (spec §6.5: it interrupts the prompt). */
export function hearKey(center: Center, contactId: ContactId, key: string): readonly CenterEvent[] {
  const step = stepOf(center, contactId);
  return step?.run.wait?.kind === 'input' ? keyHeard(step, step.run.wait, key) : [];
}

function stepOf(center: Center, contactId: ContactId): FlowStep | null {
  const run = center.flowRuns.get(contactId);
  return run ? stepAt(center, contactOf(center, contactId), run) : null;
}

/** By the type of the flow (spec §6.4); what only modules have is allowed in any of them. */
function isAllowed({ action, run }: FlowStep): boolean {
  const types = rowOf(action.type)?.flowTypes ?? null;
  return types === null || types.includes(run.flowType) || (types.length === 0 && run.callers.length > 0);
}

/** A flow replaced while it runs may no longer have the action: the run then ends where it stands. */
function endLost(center: Center, contactId: ContactId): readonly CenterEvent[] {
  const { flowId, actionId, flowType } = runOf(center, contactId);
  const fault = `the flow was changed while it ran, and has no action "${actionId}" any more`;
  return [{ type: 'flow.faulted', contactId, flowId, actionId, fault }, { type: 'flow.ended', contactId, flowType, how: 'faulted' }];
}
