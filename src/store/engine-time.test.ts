import { expect, test } from 'vitest';
import { engineNow, wallStep } from './engine-time.ts';

const clock = { engineMs: 1_000_000, wallMs: 500_000, speed: 10, nextDueAtMs: null };

test('engine time runs at its speed from its anchor', () => {
  expect(engineNow(clock, 500_250)).toBe(1_002_500);
});

test('a held clock stands still however much wall time passes', () => {
  expect(engineNow({ ...clock, speed: 0 }, 900_000)).toBe(1_000_000);
});

test('a wall read before the anchor does not take time back', () => {
  expect(engineNow(clock, 499_000)).toBe(1_000_000);
});

test('within one step of the wall every reader gets the same number', () => {
  expect(wallStep(1_250, 250)).toBe(1_250);
  expect(wallStep(1_499, 250)).toBe(1_250);
  expect(wallStep(1_500, 250)).toBe(1_500);
});
