import { isList, isObject, member } from './content.ts';
import { kindOf, quoted } from './fault.ts';
import type { FaultList } from './fault.ts';
import type { FlowAction, FlowCondition, Json, JsonObject } from './model.ts';

/** Identifiers that the flow language forbids, beside its characters: they are names every JavaScript object has. */
const forbiddenIdentifiers: ReadonlySet<string> = new Set([
  '__proto__', 'constructor', '__defineGetter__', '__defineSetter__', 'toString', 'hasOwnProperty', 'isPrototypeOf',
  'propertyIsEnumerable', 'toLocaleString', 'valueOf',
]);
const identifierLengthMax = 50;

/** Reads one action (spec §6.1); null when it has no identifier or no type. What is wrong goes to `faults`. */
export function parseAction(value: Json, path: string, faults: FaultList): FlowAction | null {
  if (!isObject(value)) {
    wrong(faults, path, value, 'an object');
    return null;
  }
  const id = requiredText(value, 'Identifier', path, faults);
  const type = requiredText(value, 'Type', path, faults);
  if (id === null || type === null) return null;
  checkIdentifier(id, `${path}.Identifier`, faults);
  // Amazon's own exports leave Parameters out where there are none, and Transitions where the flow ends.
  const parameters = optionalObject(value, 'Parameters', path, faults);
  const transitions = optionalObject(value, 'Transitions', path, faults);
  return { id, type, parameters, ...readTransitions(transitions, `${path}.Transitions`, faults) };
}

function readTransitions(transitions: JsonObject, path: string, faults: FaultList): Pick<FlowAction, 'next' | 'conditions' | 'errors'> {
  const conditions: FlowCondition[] = [];
  for (const [index, value] of optionalList(transitions, 'Conditions', path, faults).entries()) {
    const condition = readCondition(value, `${path}.Conditions[${index}]`, faults);
    if (condition !== null) conditions.push(condition);
  }
  const errors: { readonly errorType: string; readonly next: string }[] = [];
  for (const [index, value] of optionalList(transitions, 'Errors', path, faults).entries()) {
    const place = `${path}.Errors[${index}]`;
    if (!isObject(value)) {
      wrong(faults, place, value, 'an object');
      continue;
    }
    const errorType = requiredText(value, 'ErrorType', place, faults);
    const next = requiredText(value, 'NextAction', place, faults);
    if (errorType !== null && next !== null) errors.push({ errorType, next });
  }
  const next = member(transitions, 'NextAction');
  if (next !== undefined && next !== null && typeof next !== 'string') wrong(faults, `${path}.NextAction`, next, 'text');
  // The designer writes an empty NextAction where a block has no such way out.
  return { next: typeof next === 'string' && next !== '' ? next : null, conditions, errors };
}

function readCondition(value: Json, path: string, faults: FaultList): FlowCondition | null {
  if (!isObject(value)) {
    wrong(faults, path, value, 'an object');
    return null;
  }
  const next = requiredText(value, 'NextAction', path, faults);
  const condition = member(value, 'Condition');
  if (!isObject(condition)) {
    wrong(faults, `${path}.Condition`, condition, 'an object');
    return null;
  }
  const operator = requiredText(condition, 'Operator', `${path}.Condition`, faults);
  const operands: string[] = [];
  for (const [index, operand] of optionalList(condition, 'Operands', `${path}.Condition`, faults).entries()) {
    if (typeof operand === 'string' || typeof operand === 'number' || typeof operand === 'boolean') operands.push(String(operand));
    else wrong(faults, `${path}.Condition.Operands[${index}]`, operand, 'text or a number');
  }
  return next === null || operator === null ? null : { next, operator, operands };
}

function checkIdentifier(id: string, place: string, faults: FaultList): void {
  if (forbiddenIdentifiers.has(id)) {
    faults.add({ code: 'IDENTIFIER_FORBIDDEN', stops: true, place, sentence: `The flow language does not allow the identifier ${quoted(id)}.`, remedy: 'Rename the action.' });
  } else if (id.length > identifierLengthMax || /[%:(\\/)=$,;[\]{}]/.test(id)) {
    faults.add({ code: 'IDENTIFIER_UNUSUAL', stops: false, place, sentence: `Amazon Connect would refuse the identifier ${quoted(id)}: it allows ${identifierLengthMax} characters, and none of % : ( \\ / ) = $ , ; [ ] { }.`, remedy: 'It runs here; rename the action before you import the flow there.' });
  }
}

function requiredText(object: JsonObject, key: string, path: string, faults: FaultList): string | null {
  const value = member(object, key);
  if (typeof value === 'string' && value.trim() !== '') return value;
  if (value === undefined || value === '') {
    faults.add({ code: 'MISSING', stops: true, place: `${path}.${key}`, sentence: `${key} is missing at ${path}.`, remedy: 'Correct the file there, or export the flow again.' });
  } else wrong(faults, `${path}.${key}`, value, 'text');
  return null;
}

function optionalObject(object: JsonObject, key: string, path: string, faults: FaultList): JsonObject {
  const value = member(object, key);
  if (isObject(value)) return value;
  if (value !== undefined && value !== null) wrong(faults, `${path}.${key}`, value, 'an object');
  return {};
}

function optionalList(object: JsonObject, key: string, path: string, faults: FaultList): readonly Json[] {
  const value = member(object, key);
  if (isList(value)) return value;
  if (value !== undefined && value !== null) wrong(faults, `${path}.${key}`, value, 'a list');
  return [];
}

function wrong(faults: FaultList, place: string, value: Json | undefined, wanted: string): void {
  faults.add({ code: 'WRONG_TYPE', stops: true, place, sentence: `${place} is ${kindOf(value)}; it must be ${wanted}.`, remedy: 'Correct the file there, or export the flow again.' });
}
