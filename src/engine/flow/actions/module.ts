import { resolveRef } from '../references.ts';
import { goOn, goTo, goToError, leaveModule, type RunAction } from '../step.ts';
import { textOf } from '../values.ts';

/** Modules may invoke modules, this deep; more is taken for a circle. */
const MODULES_DEEP_MAX = 5;

/** Invoke module: its actions run as part of this flow, and its end comes back here (spec §6.4). */
export const invokeFlowModule: RunAction = (step) => {
  const { center, contact, action, flow, run } = step;
  const moduleId = resolveRef('module', textOf(action.parameters['FlowModuleId'], step), flow.mapping, center.config);
  const invoked = center.config.instance.modules.find(({ id }) => id === moduleId);
  if (!invoked) return goToError(step, 'NoMatchingError', 'the module is not known here');
  if (run.callers.length >= MODULES_DEEP_MAX) return goToError(step, 'NoMatchingError', `modules invoke one another more than ${MODULES_DEEP_MAX} deep`);
  const inside = { ...step, flow: invoked, run: { ...run, flowId: invoked.id, callers: [...run.callers, { flowId: run.flowId, actionId: action.id, attributes: run.notes.attributes }] } };
  return [{ type: 'flow.moduleEntered', contactId: contact.id, moduleId: invoked.id }, ...goTo(inside, invoked.content.start, 'Module')];
};

/** Return: the flow that invoked the module goes on (spec §6.4). */
export const endFlowModuleExecution: RunAction = (step) => leaveModule(step, goOn);
