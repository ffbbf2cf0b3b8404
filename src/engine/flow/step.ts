import type { Contact } from '../contact/model.ts';
import { must } from '../core/assert.ts';
import type { CenterEvent, FlowEnd } from '../event.ts';
import type { Center } from '../state.ts';
import type { FlowModule } from '../tenant/model.ts';
import { actionOf } from './content.ts';
import type { FlowAction, FlowRun } from './model.ts';
import { textOf } from './values.ts';

/** What an action sees when it runs. */
export interface FlowStep {
  readonly center: Center;
  readonly contact: Contact;
  readonly run: FlowRun;
  /** The flow, or the module it is in. */
  readonly flow: FlowModule;
  readonly action: FlowAction;
}

/** One action of the flow language: what running it brings about. */
export type RunAction = (step: FlowStep) => readonly CenterEvent[];

/** Where a run stands; null when the flow, the module or the action is not there any more. */
export function stepAt(center: Center, contact: Contact, run: FlowRun): FlowStep | null {
  const { instance, flows } = center.config;
  const flow = run.callers.length === 0 ? flows.get(run.flowId) : instance.modules.find(({ id }) => id === run.flowId);
  const action = flow && actionOf(flow.content, run.actionId);
  return flow && action ? { center, contact, run, flow, action } : null;
}

/** Goes to an action; `branch` is the word under which the log shows the way taken. */
export function goTo(step: FlowStep, next: string | null, branch: string): readonly CenterEvent[] {
  const { contact, flow, run, action } = step;
  if (next === null || actionOf(flow.content, next) === undefined) {
    const fault = next === null ? `"${action.type}" has no way on for "${branch}"` : `"${branch}" leads to "${next}", which is not in the flow`;
    // A module that cannot go on has failed: whoever invoked it takes the error branch.
    return [faulted(step, fault), ...(run.callers.length === 0 ? [endFlow(step, 'faulted')] : leaveModule(step, (caller) => goToError(caller, 'NoMatchingError')))];
  }
  return [{ type: 'flow.entered', contactId: contact.id, flowId: run.flowId, actionId: next, branch }];
}

/** The ordinary way on. */
export const goOn = (step: FlowStep): readonly CenterEvent[] => goTo(step, step.action.next, 'NextAction');

/** The error branch of this type, else the catch-all, else the ordinary way on: a fault is said, never swallowed. */
export function goToError(step: FlowStep, errorType: string, fault?: string): readonly CenterEvent[] {
  const { action } = step;
  const branch = action.errors.find((error) => error.errorType === errorType) ?? action.errors.find((error) => error.errorType === 'NoMatchingError');
  return [...(fault === undefined ? [] : [faulted(step, fault)]), ...goTo(step, branch?.next ?? action.next, errorType)];
}

/** The first condition that holds for this value; NoMatchingCondition when none does (spec §6.1). */
export function goByValue(step: FlowStep, value: string): readonly CenterEvent[] {
  const matched = step.action.conditions.find(({ operator, operands }) => holds(operator, value, textOf(operands[0], step)));
  return matched ? goTo(step, matched.next, value) : goToError(step, 'NoMatchingCondition');
}

/** Back to the action that invoked the module, which goes on as `how` says. */
export function leaveModule(step: FlowStep, how: (caller: FlowStep) => readonly CenterEvent[]): readonly CenterEvent[] {
  const { center, contact, run } = step;
  const { flowId, actionId } = must(run.callers.at(-1), 'who invoked the module');
  const caller = stepAt(center, contact, { ...run, flowId, actionId, callers: run.callers.slice(0, -1) });
  const left: CenterEvent = { type: 'flow.moduleLeft', contactId: contact.id };
  if (caller) return [left, ...how(caller)];
  return [left, { type: 'flow.faulted', contactId: contact.id, flowId, actionId, fault: `the flow was changed while its module ran, and has no action "${actionId}" any more` }, endFlow(step, 'faulted')];
}

/** Says what could not be done. */
export const faulted = ({ contact, flow, action }: FlowStep, fault: string): CenterEvent =>
  ({ type: 'flow.faulted', contactId: contact.id, flowId: flow.id, actionId: action.id, fault });

/** The run of this flow is over. */
export const endFlow = ({ contact, run }: FlowStep, how: FlowEnd): CenterEvent => ({
  type: 'flow.ended',
  contactId: contact.id,
  flowType: run.flowType,
  how,
});

function holds(operator: string, value: string, operand: string): boolean {
  switch (operator) {
    case 'Equals':
      return value === operand;
    case 'TextStartsWith':
      return value.startsWith(operand);
    case 'TextEndsWith':
      return value.endsWith(operand);
    case 'TextContains':
      return value.includes(operand);
    case 'NumberGreaterThan':
      return compare(value, operand, (a, b) => a > b);
    case 'NumberGreaterOrEqualTo':
      return compare(value, operand, (a, b) => a >= b);
    case 'NumberLessThan':
      return compare(value, operand, (a, b) => a < b);
    case 'NumberLessOrEqualTo':
      return compare(value, operand, (a, b) => a <= b);
    default:
      return false;
  }
}

function compare(value: string, operand: string, test: (a: number, b: number) => boolean): boolean {
  const a = Number(value);
  const b = Number(operand);
  return value.trim() !== '' && operand.trim() !== '' && Number.isFinite(a) && Number.isFinite(b) && test(a, b);
}
