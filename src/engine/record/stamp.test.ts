import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { epochMs } from '../core/time.ts';
import { stampOf } from './stamp.ts';

/** What the platform's own calendar prints. */
const byDate = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;

describe('a stamp', () => {
  test('is what the platform’s calendar prints, for every instant of the years 1 to 9999', () => {
    fc.assert(fc.property(fc.integer({ min: -62_135_596_800_000, max: 253_402_300_799_999 }), (ms) => {
      expect(stampOf(epochMs(ms))).toBe(byDate(ms));
    }), { numRuns: 5000 });
  });

  test('has every leap day, and none too many', () => {
    for (let year = 1890; year <= 2110; year++) {
      for (const [month, day] of [[1, 28], [1, 29], [2, 1], [11, 31], [0, 1]] as const) {
        const ms = Date.UTC(year, month, day, 23, 59, 59, 999);
        expect(stampOf(epochMs(ms))).toBe(byDate(ms));
      }
    }
    expect([2000, 2024, 1900, 2100].map((year) => stampOf(epochMs(Date.UTC(year, 1, 29))).slice(5, 10))).toEqual(['02-29', '02-29', '03-01', '03-01']);
  });

  test('drops the milliseconds, before 1970 as well', () => {
    expect([stampOf(epochMs(1_704_886_200_999)), stampOf(epochMs(0)), stampOf(epochMs(-1))]).toEqual(['2024-01-10T11:30:00Z', '1970-01-01T00:00:00Z', '1969-12-31T23:59:59Z']);
  });
});
