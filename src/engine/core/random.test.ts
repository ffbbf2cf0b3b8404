import { describe, expect, test } from 'vitest';
import { draw, hash32 } from './random.ts';

const DRAWS = 200_000;
const BINS = 20;

/** How far the counts are from even; with 19 degrees of freedom 43.8 is passed once in a thousand times by chance. */
function chiSquare(values: readonly number[]): number {
  const counts = Array.from({ length: BINS }, () => 0);
  for (const value of values) counts[Math.floor(value * BINS)] = (counts[Math.floor(value * BINS)] ?? 0) + 1;
  const expected = values.length / BINS;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

const series = (seed: number, stream: string): readonly number[] => Array.from({ length: DRAWS }, (_, index) => draw(seed, stream, index));
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Correlation of two series of draws; beyond 0.0074 (3.3 standard errors) is one in a thousand. */
function correlation(a: readonly number[], b: readonly number[]): number {
  const [meanA, meanB] = [mean(a), mean(b)];
  let both = 0;
  let ofA = 0;
  let ofB = 0;
  for (const [index, value] of a.entries()) {
    const [da, db] = [value - meanA, (b[index] ?? 0) - meanB];
    both += da * db;
    ofA += da * da;
    ofB += db * db;
  }
  return both / Math.sqrt(ofA * ofB);
}

describe('draws', () => {
  test.each([[1, 'a'], [2, 'callback/K1/answer'], [0, ''], [-7, 'inputs'], [4_294_967_295, 'x']] as const)('of seed %i and stream “%s” are even', (seed, stream) => {
    const values = series(seed, stream);
    expect(Math.abs(mean(values) - 0.5)).toBeLessThan(0.0022);
    expect(chiSquare(values)).toBeLessThan(43.8);
    expect(values.every((value) => value >= 0 && value < 1)).toBe(true);
  });

  test('over the names of streams are even too', () => {
    const values = Array.from({ length: DRAWS }, (_, index) => draw(1, `contact/${index}`, 0));
    expect(chiSquare(values)).toBeLessThan(43.8);
  });

  test('of neighboring streams, seeds and indices know nothing of one another', () => {
    const values = series(1, 'stream/1');
    for (const other of [series(1, 'stream/2'), series(2, 'stream/1'), [...values.slice(1), 0]]) expect(Math.abs(correlation(values, other))).toBeLessThan(0.0074);
  });

  test('are the same for the same seed, stream and index', () => {
    expect(draw(5, 'a', 3)).toBe(draw(5, 'a', 3));
    expect(new Set([draw(5, 'a', 3), draw(6, 'a', 3), draw(5, 'b', 3), draw(5, 'a', 4)]).size).toBe(4);
  });

  test('never change: journals written before would not replay', () => {
    expect([hash32(0, '', 0), hash32(1, 'a', 1), hash32(123_456, 'callback/K1/answer', 7)]).toMatchInlineSnapshot(`
      [
        2872998923,
        1486242067,
        3424305441,
      ]
    `);
  });
});
