import { AgentTally } from '../agent/standing.ts';
import { TimerTable } from '../core/timers.ts';
import { MetricsFold } from '../metrics/fold.ts';
import { WaitingLine } from '../queue/waiting-line.ts';
import { IdleAgents } from '../routing/idle-agents.ts';
import type { Center } from '../state.ts';

/** Handed in from outside, or moved by looking at the clock: no part of what a journal restores. */
const NOT_JOURNALED: ReadonlySet<string> = new Set(['phoneNumbers', 'nowMs']);

/** Where two centers differ, as a path; null when every table of one equals that of the other. */
export function differenceOf(a: Center, b: Center): string | null {
  const left = Object.entries(a).filter(([key]) => !NOT_JOURNALED.has(key));
  const right = b as unknown as Readonly<Record<string, unknown>>;
  for (const [key, value] of left) {
    const found = difference(value, right[key], key);
    if (found !== null) return found;
  }
  return [...a.agents.keys()].every((id) => a.idle.has(id) === b.idle.has(id)) ? null : 'idle';
}

/** Where two values differ, as a path that begins with the one given; null when they are alike. */
export function difference(a: unknown, b: unknown, path: string): string | null {
  if (Object.is(a, b)) return null;
  if (a instanceof TimerTable && b instanceof TimerTable) return difference(a.toJSON(), b.toJSON(), path);
  if (a instanceof WaitingLine && b instanceof WaitingLine) return difference(viewOf(a), viewOf(b), path);
  if (a instanceof IdleAgents && b instanceof IdleAgents) return difference(a.size, b.size, path);
  if (a instanceof MetricsFold || a instanceof AgentTally) return JSON.stringify(a) === JSON.stringify(b) ? null : path;
  if (a instanceof Map && b instanceof Map) return difference([...a], [...b], path);
  if (a instanceof Set && b instanceof Set) return difference([...a], [...b], path);
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return path;
  const left = Object.entries(a);
  const right = b as Readonly<Record<string, unknown>>;
  if (left.length !== Object.keys(b).length) return path;
  for (const [key, value] of left) {
    if (!Object.hasOwn(b, key)) return `${path}.${key}`;
    const found = difference(value, right[key], `${path}.${key}`);
    if (found !== null) return found;
  }
  return null;
}

const viewOf = (line: WaitingLine): unknown => [line.size, line.oldestSinceMs, [...line.byOrder]];
