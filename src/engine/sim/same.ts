import { assert } from '../core/assert.ts';
import type { Engine } from '../engine.ts';
import type { Center } from '../state.ts';
import { IdleAgents } from '../routing/idle-agents.ts';
import { WaitingLine } from '../queue/waiting-line.ts';
import { holds } from './violation.ts';

/** Handed in from outside, moved by looking at the clock, made of the seed, or empty between commits: no part of what a journal restores. */
const NOT_JOURNALED: ReadonlySet<string> = new Set(['phoneNumbers', 'nowMs', 'ids', 'drafts']);

/** A center made anew from what was stored is the one that ran on, once it has come to the same instant. */
export function checkRestored(center: Center, other: Engine): void {
  other.advanceTo(center.nowMs);
  const difference = differenceOf(center, other.center);
  holds(difference === null, 'a restored center equals the one that ran on', () => difference ?? '');
}

/** Where two centers differ, as a path; null when every table of one equals that of the other. */
export function differenceOf(a: Center, b: Center): string | null {
  const right = b as unknown as Readonly<Record<string, unknown>>;
  for (const [key, value] of Object.entries(a)) {
    const found = NOT_JOURNALED.has(key) ? null : difference(value, right[key]);
    if (found !== null) return key + found;
  }
  return [...a.agents.keys()].every((id) => a.idle.has(id) === b.idle.has(id)) ? null : 'idle';
}

/**
 * Where two values differ, as a path; null when they would be kept as the same text, so the keys of objects and of maps
 * have to come in the same order. The path is made on the way back: most values do not differ.
 */
export function difference(a: unknown, b: unknown): string | null {
  if (Object.is(a, b)) return null;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return '';
  if (Array.isArray(a)) return Array.isArray(b) ? betweenLists(a, b) : '';
  if (a instanceof Map) return b instanceof Map ? betweenMaps(a, b) : '';
  if (a instanceof Set) return b instanceof Set ? betweenLists([...a], [...b]) : '';
  if (Object.getPrototypeOf(a) !== Object.prototype) return difference(viewOf(a), viewOf(b));
  return betweenObjects(a as Readonly<Record<string, unknown>>, b as Readonly<Record<string, unknown>>);
}

/** One key after another, and no value looked up by a key that is not at hand: objects come in many shapes, which makes that slow. */
function betweenObjects(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): string | null {
  const others = Object.keys(b);
  const values = Object.values(b);
  let index = 0;
  for (const key in a) {
    const found = key === others[index] ? difference(a[key], values[index]) : '';
    if (found !== null) return `.${key}${found}`;
    index += 1;
  }
  return index === others.length ? null : '';
}

function betweenLists(a: readonly unknown[], b: readonly unknown[]): string | null {
  if (a.length !== b.length) return '.length';
  for (let index = 0; index < a.length; index++) {
    const found = difference(a[index], b[index]);
    if (found !== null) return `.${index}${found}`;
  }
  return null;
}

function betweenMaps(a: ReadonlyMap<unknown, unknown>, b: ReadonlyMap<unknown, unknown>): string | null {
  if (a.size !== b.size) return '.size';
  const others = b.keys();
  for (const [key, value] of a) {
    const found = others.next().value === key ? difference(value, b.get(key)) : '';
    if (found !== null) return `.${String(key)}${found}`;
  }
  return null;
}

/** What a table shows of itself, as plain values. */
function viewOf(table: object): unknown {
  if (table instanceof WaitingLine) return [table.size, table.oldestSinceMs, [...table.byOrder]];
  if (table instanceof IdleAgents) return table.size;
  assert('toJSON' in table && typeof table.toJSON === 'function', 'a table shows what it holds');
  return table.toJSON();
}
