import { expect, test } from 'vitest';
import { applyPatch, diff, equalDeep } from './patch.ts';
import type { LiveTables, QueueView } from './views.ts';

const queue = (id: string, inQueue: number): QueueView => ({ id, name: id, inQueue, scheduled: 0, oldestSinceMs: null });
const tables = (queues: Readonly<Record<string, QueueView>>): LiveTables =>
  ({ clock: {}, center: {}, agents: {}, offers: {}, contacts: {}, phones: {}, queues, directory: {}, notices: {}, mastership: {} }) as unknown as LiveTables;

test('a patch holds the rows that are other objects, and the ids that are gone', () => {
  const same = queue('a', 1);
  const before = tables({ a: same, b: queue('b', 1), c: queue('c', 1) });
  const after = tables({ a: same, b: queue('b', 2), d: queue('d', 0) });
  expect(diff(before, after)).toEqual({ set: { queues: { b: queue('b', 2), d: queue('d', 0) } }, del: { queues: ['c'] } });
});

test('equal references make no patch', () => {
  const before = tables({ a: queue('a', 1) });
  expect(diff(before, { ...before })).toBeNull();
});

test('applying the difference of two tables to the first gives the second, and keeps what it does not name', () => {
  const same = queue('a', 1);
  const before = tables({ a: same, b: queue('b', 1) });
  const after = tables({ a: same, c: queue('c', 3) });
  const patch = diff(before, after);
  const applied = patch && applyPatch(before, patch);
  expect(applied).toEqual(after);
  expect(applied?.queues['a']).toBe(same);
  expect(applied?.agents).toBe(before.agents);
});

test('deep equality tells a missing key from an undefined one, and arrays from objects', () => {
  expect(equalDeep({ a: [1, { b: null }] }, { a: [1, { b: null }] })).toBe(true);
  expect(equalDeep({ a: undefined }, { b: undefined })).toBe(false);
  expect(equalDeep([], {})).toBe(false);
  expect(equalDeep({ a: 1 }, { a: 1, b: 2 })).toBe(false);
});
