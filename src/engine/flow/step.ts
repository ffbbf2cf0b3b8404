import type { Contact } from '../contact/model.ts';
import type { CenterEvent, FlowEnd } from '../event.ts';
import type { Center } from '../state.ts';
import type { FlowResource } from '../tenant/model.ts';
import type { FlowAction, FlowRun } from './model.ts';

/** What an action sees when it runs. */
export interface FlowStep {
  readonly center: Center;
  readonly contact: Contact;
  readonly run: FlowRun;
  readonly flow: FlowResource;
  readonly action: FlowAction;
}

/** One action of the flow language: what running it brings about. */
export type RunAction = (step: FlowStep) => readonly CenterEvent[];

/** Goes to an action; `branch` is the word under which the log shows the way taken. */
export function goTo(step: FlowStep, next: string | null, branch: string): readonly CenterEvent[] {
  const { contact, flow, run, action } = step;
  if (next === null || flow.content.actions[next] === undefined) {
    const fault = next === null ? `"${action.type}" has no way on for "${branch}"` : `"${branch}" leads to "${next}", which is not in the flow`;
    return [
      { type: 'flow.faulted', contactId: contact.id, flowId: flow.id, actionId: action.id, fault },
      endFlow(step, 'faulted'),
    ];
  }
  return [{ type: 'flow.entered', contactId: contact.id, flowId: run.flowId, actionId: next, branch }];
}

/** The ordinary way on. */
export const goOn = (step: FlowStep): readonly CenterEvent[] => goTo(step, step.action.next, 'NextAction');

/** The error branch of this type, else the catch-all, else the ordinary way on: a fault is said, never swallowed. */
export function goToError(step: FlowStep, errorType: string, fault?: string): readonly CenterEvent[] {
  const { action, contact, flow } = step;
  const branch = action.errors.find((error) => error.errorType === errorType) ?? action.errors.find((error) => error.errorType === 'NoMatchingError');
  const said: readonly CenterEvent[] =
    fault === undefined ? [] : [{ type: 'flow.faulted', contactId: contact.id, flowId: flow.id, actionId: action.id, fault }];
  return [...said, ...goTo(step, branch?.next ?? action.next, errorType)];
}

/** The first condition that holds for this value; NoMatchingCondition when none does (spec §6.1). */
export function goByValue(step: FlowStep, value: string): readonly CenterEvent[] {
  const matched = step.action.conditions.find(({ operator, operands }) => holds(operator, value, operands[0] ?? ''));
  if (matched) return goTo(step, matched.next, value);
  const error = step.action.errors.find(({ errorType }) => errorType === 'NoMatchingCondition');
  return error ? goTo(step, error.next, 'NoMatchingCondition') : goTo(step, step.action.next, 'NoMatchingCondition');
}

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
