import { goByValue, type RunAction } from '../step.ts';
import { textOf } from '../values.ts';

/** Compare: conditions in order over a value (spec §6.1). */
export const compare: RunAction = (step) => goByValue(step, textOf(step.action.parameters['ComparisonValue'], step));
