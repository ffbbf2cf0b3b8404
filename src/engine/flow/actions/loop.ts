import { draw } from '../../core/random.ts';
import { goByValue, goToError, type FlowStep, type RunAction } from '../step.ts';
import { numberOf } from '../values.ts';

/** Loop: counts per contact, then is done and may start anew (spec §6.4). */
export const loop: RunAction = (step) => {
  const { action, run, contact } = step;
  const limit = numberOf(action.parameters['LoopCount'], step);
  if (limit === null || limit < 0 || limit > 100) return goToError(step, 'NoMatchingError', 'LoopCount is not a number from 0 to 100');
  const counter = counterOf(step);
  const passed = run.loops[counter] ?? 0;
  const more = passed < limit;
  return [
    { type: 'flow.looped', contactId: contact.id, actionId: counter, count: more ? passed + 1 : 0 },
    ...goByValue(step, more ? 'ContinueLooping' : 'DoneLooping'),
  ];
};

/** DistributeByPercentage: one draw of 1–100 against a chain of upper bounds (spec §6.4). */
export const distributeByPercentage: RunAction = (step) => {
  const { center, contact, run } = step;
  // A stream per contact and action, counted by how often the contact has been here.
  const counter = counterOf(step);
  const passes = run.loops[counter] ?? 0;
  const percent = Math.floor(draw(center.seed, `distribute/${contact.id}/${counter}`, passes) * 100) + 1;
  return [{ type: 'flow.looped', contactId: contact.id, actionId: counter, count: passes + 1 }, ...goByValue(step, String(percent))];
};

/** A module may have an action of the same name as the flow that invokes it. */
const counterOf = ({ run, action }: FlowStep): string => (run.callers.length === 0 ? action.id : `${run.flowId}/${action.id}`);
