import { expect, test } from 'vitest';
import { resetCommand, seedStartMs } from './fresh-start.ts';

test("the story's day starts at half past eleven", () => {
  expect(new Date(seedStartMs).toISOString()).toBe('2024-01-10T11:30:00.000Z');
  expect(resetCommand('seed')).toEqual({ type: 'lab.reset', startsAtMs: seedStartMs, speed: 1 });
});

test('a fresh center may start at the time of the wall', () => {
  expect(resetCommand('now')).toMatchObject({ startsAtMs: null });
});
