import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateOf } from './civil-date.ts';

test('a day has the date that the Gregorian calendar gives it', () => {
  fc.assert(fc.property(fc.integer({ min: -800_000, max: 800_000 }), (day) => {
    const date = new Date(day * 86_400_000);
    expect(dateOf(day)).toEqual({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, monthDay: date.getUTCDate() });
  }), { numRuns: 2000 });
});

test.each<[string, [number, number, number]]>([
  ['1970-01-01', [1970, 1, 1]], ['1969-12-31', [1969, 12, 31]], ['2000-02-29', [2000, 2, 29]], ['1900-02-28', [1900, 2, 28]], ['1900-03-01', [1900, 3, 1]], ['2024-02-29', [2024, 2, 29]], ['2100-03-01', [2100, 3, 1]],
])('%s is told across leap years', (iso, [year, month, monthDay]) => {
  expect(dateOf(Date.parse(iso) / 86_400_000)).toEqual({ year, month, monthDay });
});
