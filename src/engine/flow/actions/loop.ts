import { draw } from '../../core/random.ts';
import { goByValue, goToError, type RunAction } from '../step.ts';
import { numberOf } from '../values.ts';

/** Loop: counts per contact, then is done and may start anew (spec §6.4). */
export const loop: RunAction = (step) => {
  const { action, run, contact } = step;
  const limit = numberOf(action.parameters['LoopCount'], step);
  if (limit === null || limit < 0 || limit > 100) return goToError(step, 'NoMatchingError', 'LoopCount is not a number from 0 to 100');
  const passed = run.loops[action.id] ?? 0;
  const more = passed < limit;
  return [
    { type: 'flow.looped', contactId: contact.id, actionId: action.id, count: more ? passed + 1 : 0 },
    ...goByValue(step, more ? 'ContinueLooping' : 'DoneLooping'),
  ];
};

/** DistributeByPercentage: one draw of 1–100 against a chain of upper bounds (spec §6.4). */
export const distributeByPercentage: RunAction = (step) => {
  const { center, contact, action, run } = step;
  // A stream per contact and action, counted by how often the contact has been here.
  const passes = run.loops[action.id] ?? 0;
  const percent = Math.floor(draw(center.seed, `distribute/${contact.id}/${action.id}`, passes) * 100) + 1;
  return [{ type: 'flow.looped', contactId: contact.id, actionId: action.id, count: passes + 1 }, ...goByValue(step, String(percent))];
};
