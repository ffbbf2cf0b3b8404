import { must } from '../core/assert.ts';
import type { FlowAction, FlowContent, Json, JsonObject } from './model.ts';

/** The action with this identifier. Identifiers come from files, so inherited names (`constructor`) must not match. */
export function actionOf(content: FlowContent, id: string): FlowAction | undefined {
  return Object.hasOwn(content.actions, id) ? content.actions[id] : undefined;
}

/** The flow as a file: what was read is what is written, whether or not this center knows what it means. */
export function exportFlow(content: FlowContent): string {
  return `${JSON.stringify(content.source, null, 2)}\n`;
}

/** A member of an object of a file; inherited names do not count. */
export function member(object: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** True for an object, not a list. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object that a parameter holds; an empty one when it holds none. */
export const objectOf = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});

/** True for a list. */
export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** A reference that is looked up while the flow runs (spec §6.2). */
export function isDynamic(value: Json | undefined): boolean {
  return typeof value === 'string' && value.trim().startsWith('$.');
}

/** True for true, also written as text, as the designer does. */
export const isTrue = (value: Json | undefined): boolean => value === true || (typeof value === 'string' && value.toLowerCase() === 'true');

/** A number, also one written as text, as the designer does (spec §6.1); null when it is none. */
export function decimal(value: Json | undefined): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'string' || !/^\s*-?\d{1,15}(?:\.\d{1,9})?\s*$/.test(value)) return null;
  return Number(value);
}

/** How long a text is in UTF-8, which is what Amazon's limits count. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (const char of text) {
    const code = must(char.codePointAt(0), 'a character');
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;
  }
  return bytes;
}

/** Where an action leads, each way with the name of its branch. */
export interface Branch {
  readonly name: string;
  readonly kind: 'next' | 'condition' | 'error';
  readonly next: string;
}

/** All ways out of an action, in the order in which they are tried. */
export function branchesOf(action: FlowAction): readonly Branch[] {
  return [
    ...(action.next === null ? [] : [{ name: 'NextAction', kind: 'next', next: action.next } as const]),
    ...action.conditions.map(({ operator, operands, next }) => ({ name: `${operator} ${operands.join(', ')}`, kind: 'condition', next }) as const),
    ...action.errors.map(({ errorType, next }) => ({ name: errorType, kind: 'error', next }) as const),
  ];
}

/** A place in words: the action, and the branch of it. */
export const placeOf = (actionId: string, branch?: string): string => (branch === undefined ? actionId : `${actionId} → ${branch}`);
