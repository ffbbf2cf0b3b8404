import { expect, test } from 'vitest';
import { epochMs, type CenterEvent, type Commit } from '../engine/index.ts';
import { createMetricHints } from './metric-hints.ts';

/** A wall whose timers ring when it is moved past them. */
function paced() {
  let nowMs = 1_000;
  let waiting: { readonly atMs: number; readonly wake: () => void }[] = [];
  const sentAtMs: number[] = [];
  const hints = createMetricHints(() => sentAtMs.push(nowMs), () => nowMs, {
    at: (atMs, wake) => {
      waiting.push({ atMs, wake });
      return () => undefined;
    },
  });
  const moveTo = (toMs: number): void => {
    nowMs = toMs;
    const due = waiting.filter(({ atMs }) => atMs <= toMs);
    waiting = waiting.filter(({ atMs }) => atMs > toMs);
    for (const { wake } of due) wake();
  };
  return { hints, sentAtMs, moveTo };
}

const commit = (type: 'contact.completed' | 'flow.resumed'): Commit => ({
  seq: 1, atMs: epochMs(0), cause: { kind: 'genesis' }, events: [{ type, contactId: 'c' } as CenterEvent],
});

test('the first change is hinted at once, those that follow together when the pause is over', () => {
  const { hints, sentAtMs, moveTo } = paced();
  hints.after([commit('contact.completed')]);
  moveTo(1_010);
  hints.after([commit('contact.completed')]);
  moveTo(1_200);
  hints.after([commit('contact.completed')]);
  expect(sentAtMs).toEqual([1_000]);
  moveTo(1_250);
  expect(sentAtMs).toEqual([1_000, 1_250]);
  moveTo(2_000);
  expect(sentAtMs).toEqual([1_000, 1_250]);
});

test('what shows in no figure gives no hint', () => {
  const { hints, sentAtMs } = paced();
  hints.after([commit('flow.resumed')]);
  expect(sentAtMs).toEqual([]);
});
