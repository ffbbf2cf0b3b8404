import { must } from '../core/assert.ts';
import { branchesOf, isDynamic, member, placeOf } from './content.ts';
import { rowOf } from './catalogue.ts';
import type { ActionRow } from './catalogue.ts';
import { findEndlessLoops } from './endless-loops.ts';
import { FaultList, quoted } from './fault.ts';
import type { FlowFault } from './fault.ts';
import type { FlowAction, FlowContent, FlowType } from './model.ts';
import { adviseOn } from './advice.ts';
import { checkParameters, stores } from './parameters.ts';
import { findReferences } from './references.ts';
import { findTraps } from './traps.ts';

/** Amazon's limit (spec §6.1). */
export const ACTIONS_OF_A_FLOW_MAX = 250;

const operators: ReadonlySet<string> = new Set([
  'Equals', 'TextStartsWith', 'TextEndsWith', 'TextContains', 'NumberGreaterThan', 'NumberGreaterOrEqualTo', 'NumberLessThan', 'NumberLessOrEqualTo',
]);

/**
 * Checks a flow as a whole (spec §6.1, §6.4), in time linear in its size. With a `type` also what is allowed in flows
 * of that type; with `knownRefs` also that every fixed reference is among them.
 */
export function validateFlow(content: FlowContent, type: FlowType | null, knownRefs?: ReadonlySet<string>): readonly FlowFault[] {
  const faults = new FaultList();
  checkFlow(content, type, faults);
  if (knownRefs !== undefined) checkReferences(content, knownRefs, faults);
  return faults.all();
}

/** The same, gathered with faults found before: so that each kind is cut short once. */
export function checkFlow(content: FlowContent, type: FlowType | null, faults: FaultList): void {
  const actions = Object.values(content.actions);
  const indexOf = new Map(actions.map((action, index) => [action.id, index]));
  if (actions.length > ACTIONS_OF_A_FLOW_MAX) {
    faults.add({ code: 'TOO_MANY_ACTIONS', stops: false, place: '$.Actions', sentence: `The flow has ${actions.length} actions; Amazon Connect takes ${ACTIONS_OF_A_FLOW_MAX}.`, remedy: 'It runs here; divide it with Transfer to flow before you import it there.' });
  }
  checkStart(content, indexOf, faults);
  for (const action of actions) {
    checkTargets(action, indexOf, faults);
    checkAction(action, type, faults);
  }
  const reachable = reach(content.start, actions, indexOf);
  for (const [index, action] of actions.entries()) {
    if (reachable[index] === 1) continue;
    faults.add({ code: 'UNREACHABLE', stops: false, place: placeOf(action.id), sentence: `No way leads to ${quoted(action.id)} (${action.type}): it never runs.`, remedy: 'Connect it, or delete it.' });
  }
  for (const loop of findEndlessLoops(actions, indexOf, reachable)) addLoop(loop.map((index) => must(actions[index], 'an action of the circle')), faults);
  // Waiting customers are taken away by agents, and whispers end after two minutes: going round is what their flows do.
  if (type === null || !callersAlone.has(type)) return;
  for (const trap of findTraps(actions, indexOf, reachable)) addTrap(trap.map((index) => must(actions[index], 'an action of the circle')), faults);
}

function checkStart(content: FlowContent, indexOf: ReadonlyMap<string, number>, faults: FaultList): void {
  if (content.start !== '' && indexOf.has(content.start)) return;
  const sentence = content.start === '' ? 'The flow does not say where it starts: StartAction is missing.' : `The flow starts at ${quoted(content.start)}, but there is no such action.`;
  faults.add({ code: 'START_MISSING', stops: true, place: '$.StartAction', sentence, remedy: 'Set StartAction to the identifier of the first action.' });
}

function checkTargets(action: FlowAction, indexOf: ReadonlyMap<string, number>, faults: FaultList): void {
  for (const { name, next } of branchesOf(action)) {
    if (indexOf.has(next)) continue;
    faults.add({ code: 'TARGET_MISSING', stops: true, place: placeOf(action.id, name), sentence: `${quoted(action.id)} leads by ${quoted(name)} to ${quoted(next)}, but there is no such action.`, remedy: 'Connect the branch to an action of this flow.' });
  }
}

function checkAction(action: FlowAction, type: FlowType | null, faults: FaultList): void {
  const row = rowOf(action.type);
  const place = placeOf(action.id);
  for (const { operator } of action.conditions) {
    if (!operators.has(operator)) faults.add({ code: 'OPERATOR_UNKNOWN', stops: false, place, sentence: `${quoted(action.id)} compares by ${quoted(operator)}, which is not known: the condition never holds.`, remedy: `Use one of ${[...operators].join(', ')}.` });
  }
  if (row === undefined) {
    faults.add({ code: 'ACTION_UNKNOWN', stops: false, place, sentence: `${quoted(action.id)} is of the type ${quoted(action.type)}, which is not known here. It is not run: the flow goes on as if it had failed.`, remedy: 'Check the type; if it is right, make sure that its error branch leads to something sensible.' });
    return;
  }
  if (row.supported === 'takesErrorBranch') {
    const how = row.exit === 'last' ? 'the flow ends there' : 'the flow takes its error branch';
    faults.add({ code: 'ACTION_NOT_RUN', stops: false, place, sentence: `${quoted(action.id)} (${row.title}, ${action.type}) is not run here, because ${row.because}: ${how}.`, remedy: 'Make sure that what follows is sensible.' });
  }
  if (type !== null && row.flowTypes !== null && !row.flowTypes.includes(type)) {
    faults.add({ code: 'NOT_IN_THIS_TYPE', stops: true, place, sentence: `${quoted(action.id)} (${row.title}) is not allowed in a flow of the type ${type}.`,
      remedy: row.flowTypes.length === 0 ? 'Take it out; it is allowed in modules alone.' : `Take it out, or choose another type; it is allowed in ${row.flowTypes.join(', ')}.` });
  }
  for (const group of row.required) {
    if (group.some((name) => isGiven(action, name))) continue;
    faults.add({ code: 'PARAMETER_MISSING', stops: true, place, sentence: `${quoted(action.id)} (${row.title}) lacks ${group.join(' or ')}.`, remedy: 'Fill it in in the designer.' });
  }
  checkParameters(action, faults);
  adviseOn(action, faults);
  checkBranches(action, row, faults);
}

function isGiven(action: FlowAction, name: string): boolean {
  const value = member(action.parameters, name);
  return value !== undefined && value !== null && value !== '';
}

function checkBranches(action: FlowAction, row: ActionRow, faults: FaultList): void {
  const present = new Set(branchesOf(action).map(({ name }) => name));
  const expected = [...row.expected, ...(action.type === 'GetParticipantInput' ? branchesOfInput(action) : [])];
  for (const name of row.refusedWithout) {
    if (!present.has(name)) faults.add({ code: 'BRANCH_REQUIRED', stops: true, place: placeOf(action.id, name), sentence: `${quoted(action.id)} (${row.title}) has no branch ${quoted(name)}; Amazon Connect refuses a flow without it.`, remedy: 'Connect that branch.' });
  }
  for (const name of expected) {
    if (!present.has(name)) faults.add({ code: 'BRANCH_MISSING', stops: false, place: placeOf(action.id, name), sentence: `${quoted(action.id)} (${row.title}) has no branch ${quoted(name)}: when that happens, the flow has nowhere to go.`, remedy: 'Connect that branch.' });
  }
  const goesOn = row.exit === 'next' || (action.type === 'GetParticipantInput' && stores(action));
  if (goesOn && action.next === null && row.supported === 'runs') {
    faults.add({ code: 'NEXT_MISSING', stops: true, place: placeOf(action.id, 'NextAction'), sentence: `${quoted(action.id)} (${row.title}) leads nowhere: it has no NextAction.`, remedy: 'Connect it to the next action, or to Disconnect or End flow.' });
  }
}

/** Which branches an entry has depends on whether it is stored and how it is checked (spec §6.4). */
function branchesOfInput(action: FlowAction): readonly string[] {
  if (!stores(action)) return ['NoMatchingCondition', 'InputTimeLimitExceeded'];
  const validation = member(action.parameters, 'InputValidation');
  return typeof validation === 'object' && validation !== null && 'PhoneNumberValidation' in validation ? ['InvalidPhoneNumber'] : [];
}

/** Marks with 1 every action to which some way leads from the start. */
function reach(start: string, actions: readonly FlowAction[], indexOf: ReadonlyMap<string, number>): Uint8Array {
  const reachable = new Uint8Array(actions.length);
  const open: number[] = [];
  const visit = (id: string): void => {
    const index = indexOf.get(id);
    if (index === undefined || reachable[index] === 1) return;
    reachable[index] = 1;
    open.push(index);
  };
  visit(start);
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    for (const { next } of branchesOf(must(actions[index], 'an action that is reached'))) visit(next);
  }
  return reachable;
}

/** What they come back with may end a circle: nobody can say beforehand that it is endless. */
const answersFromOutside: ReadonlySet<string> = new Set(['InvokeLambdaFunction', 'InvokeFlowModule']);

function addLoop(loop: readonly FlowAction[], faults: FaultList): void {
  const { first, circle } = circleOf(loop);
  faults.add({
    code: 'ENDLESS_LOOP', stops: !loop.some(({ type }) => answersFromOutside.has(type)), place: placeOf(first.id),
    sentence: loop.length === 1 ? `${circle} leads back to itself without ever waiting.` : `${circle} → ${quoted(first.id)} goes round without ever waiting for time, a key or an agent.`,
    remedy: 'Put a Loop with a count, a prompt or an input into the circle, or lead it out.',
  });
}

/** Flows in which nobody but the caller, or an end of the flow, can end a round. */
const callersAlone: ReadonlySet<FlowType> = new Set<FlowType>(['CONTACT_FLOW', 'AGENT_TRANSFER', 'QUEUE_TRANSFER']);

function addTrap(trap: readonly FlowAction[], faults: FaultList): void {
  const { first, circle } = circleOf(trap);
  faults.add({
    code: 'LOOP_WITHOUT_INPUT', stops: false, place: placeOf(first.id),
    sentence: `${circle} goes round until the caller hangs up: no way leads out, and the caller is never asked for a key.`,
    remedy: 'Lead it out after some rounds with a Loop, or ask the caller.',
  });
}

function circleOf(actions: readonly FlowAction[]): { readonly first: FlowAction; readonly circle: string } {
  const named = actions.slice(0, 5).map(({ id }) => quoted(id)).join(' → ');
  return { first: must(actions[0], 'the first action of a circle'), circle: actions.length > 5 ? `${named} → … (${actions.length} actions)` : named };
}

function checkReferences(content: FlowContent, knownRefs: ReadonlySet<string>, faults: FaultList): void {
  for (const { ref, kind, name, places } of findReferences(content)) {
    if (knownRefs.has(ref) || isDynamic(ref)) continue;
    faults.add({ code: 'REFERENCE_UNRESOLVED', stops: false, place: must(places[0], 'where a reference is named'), sentence: `The ${kind} ${quoted(name ?? ref)} is not known here; ${places.length === 1 ? 'one action names it' : `${places.length} actions name it`}.`, remedy: `Choose what it stands for.` });
  }
}
