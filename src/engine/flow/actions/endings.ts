import { endFlow, type RunAction } from '../step.ts';

/**
 * End flow / Resume: the contact goes on. Where looping prompts were interrupted, they take up again, and interrupt
 * again: "offers a callback every thirty seconds" is what the sample flow says of itself (decision 0006).
 */
export const endFlowExecution: RunAction = (step) => {
  const { run, contact } = step;
  if (run.loopActionId !== null && step.flow.content.actions[run.loopActionId] !== undefined) {
    return [{ type: 'flow.entered', contactId: contact.id, flowId: run.flowId, actionId: run.loopActionId, branch: 'Resume' }];
  }
  return [endFlow(step, 'ended')];
};

/** Hangs up on the customer (spec §6.4). */
export const disconnectParticipant: RunAction = (step) => [endFlow(step, 'disconnected')];
