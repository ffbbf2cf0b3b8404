import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { weekdayOf } from './calendar.ts';

const NAMES = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'];

test('a day has the weekday that the Gregorian calendar gives it', () => {
  fc.assert(fc.property(fc.integer({ min: -800_000, max: 800_000 }), (day) => {
    expect(weekdayOf(day)).toBe(NAMES[new Date(day * 86_400_000).getUTCDay()]);
  }), { numRuns: 2000 });
});
