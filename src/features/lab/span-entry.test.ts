import { expect, test } from 'vitest';
import { readSpan } from './span-entry.ts';

test.each([
  ['90', 'seconds', 90_000],
  [' 2,5 ', 'minutes', 150_000],
  ['1.', 'hours', 3_600_000],
  ['14', 'days', 14 * 86_400_000],
  ['0.001', 'seconds', 1],
] as const)('"%s" %s is %d ms', (text, unit, ms) => {
  expect(readSpan(text, unit)).toEqual({ ok: true, ms });
});

test.each([
  ['', 'seconds', 'empty'],
  ['   ', 'seconds', 'empty'],
  ['ten', 'seconds', 'notANumber'],
  ['-5', 'seconds', 'notANumber'],
  ['1e3', 'seconds', 'notANumber'],
  ['Infinity', 'days', 'notANumber'],
  ['0', 'minutes', 'tooSmall'],
  ['0.0001', 'seconds', 'tooSmall'],
  ['15', 'days', 'tooLarge'],
  ['9'.repeat(10_000), 'seconds', 'tooLarge'],
] as const)('"%s" %s is refused as %s', (text, unit, fault) => {
  expect(readSpan(text, unit)).toEqual({ ok: false, fault });
});
