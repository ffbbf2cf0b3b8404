import { expect, test } from 'vitest';
import { callbackPromise } from './callback-promise.ts';

test('a scheduled callback tells its time and how long it is until then', () => {
  expect(callbackPromise({ state: 'scheduled', dueAtMs: 99_000 }, 60_000)).toEqual({ kind: 'scheduledAt', atMs: 99_000, inMs: 39_000 });
});

test('a scheduled callback whose time has come is due at any moment', () => {
  expect(callbackPromise({ state: 'scheduled', dueAtMs: 99_000 }, 99_000)).toEqual({ kind: 'anyMoment' });
});

test('a scheduled callback without a time says so', () => {
  expect(callbackPromise({ state: 'scheduled', dueAtMs: null }, 1)).toEqual({ kind: 'scheduledOpen' });
});

test('a callback in line or under way tells no time', () => {
  expect(callbackPromise({ state: 'queued', dueAtMs: 99_000 }, 1)).toEqual({ kind: 'queued' });
  expect(callbackPromise({ state: 'inProgress', dueAtMs: null }, 1)).toEqual({ kind: 'inProgress' });
});

test('without a callback nothing is promised', () => {
  expect(callbackPromise(null, 1)).toBeNull();
});
