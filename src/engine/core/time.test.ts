import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { after, between, days, durationMs, epochMs, minutes, seconds, wholeSeconds } from './time.ts';

describe('instants and durations', () => {
  test('are whole milliseconds', () => {
    expect([epochMs(1.9), epochMs(-1.9), durationMs(0.5)]).toEqual([1, -1, 0]);
    expect([seconds(1.5), seconds(0.0004), minutes(0.5), days(7)]).toEqual([1500, 0, 30_000, 604_800_000]);
  });

  test('print as whole seconds, truncated', () => {
    expect([0, 999, 1000, 1999].map((ms) => wholeSeconds(durationMs(ms)))).toEqual([0, 0, 1, 1]);
  });

  test('of which none is negative: an order turned around is no time', () => {
    expect(between(epochMs(5), epochMs(3))).toBe(0);
    fc.assert(fc.property(fc.maxSafeNat(), fc.nat(), (from, span) => {
      const start = epochMs(Math.min(from, 4e15));
      expect(between(start, after(start, durationMs(span)))).toBe(span);
    }));
  });
});
