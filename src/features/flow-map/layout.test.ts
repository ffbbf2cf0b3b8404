import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Point } from './flow-file.ts';
import { placesOf } from './layout.ts';
import type { Box } from './layout.ts';

const box = (id: string, ...to: readonly string[]): Box => ({ id, width: 200, height: 100, to });
const overlaps = (a: Point & Box, b: Point & Box): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Boxes that lead anywhere, to nothing and to themselves too, in saved places or without. */
const flows = fc.integer({ min: 1, max: 25 }).chain((count) => fc.record({
  boxes: fc.tuple(...Array.from({ length: count }, (_, at) => fc.record({
    id: fc.constant(`a${at}`), width: fc.constant(220), height: fc.integer({ min: 60, max: 300 }), to: fc.array(fc.integer({ min: 0, max: count }).map((next) => `a${next}`), { maxLength: 4 }),
  }))),
  places: fc.array(fc.record({ x: fc.integer({ min: -500, max: 2000 }), y: fc.integer({ min: -500, max: 2000 }) }), { minLength: count, maxLength: count }),
  areSaved: fc.boolean(),
}));

describe('a map', () => {
  test('has every action in a place of its own', () => {
    fc.assert(fc.property(flows, ({ boxes, places, areSaved }) => {
      const saved = new Map(areSaved ? boxes.map(({ id }, at) => [id, places[at] ?? { x: 0, y: 0 }]) : []);
      const { how, places: found } = placesOf(boxes, saved);
      const drawn = boxes.map((each) => ({ ...each, ...(found.get(each.id) ?? { x: Number.NaN, y: Number.NaN }) }));
      expect(how).toBe(areSaved ? 'saved' : 'laidOut');
      for (const [at, one] of drawn.entries()) for (const other of drawn.slice(at + 1)) expect([one.id, other.id, overlaps(one, other)]).toEqual([one.id, other.id, false]);
    }), { numRuns: 60 });
  });

  test('keeps the author’s plan: left stays left, above stays above', () => {
    const saved = new Map([['a', { x: 0, y: 0 }], ['b', { x: 300, y: 0 }], ['c', { x: 300, y: 250 }]]);
    const { places } = placesOf([box('a', 'b', 'c'), box('b'), box('c')], saved);
    expect([places.get('a'), places.get('b'), places.get('c')]).toEqual([{ x: 0, y: 0 }, { x: 435, y: 0 }, { x: 435, y: 280 }]);
  });

  test('without a plan runs from left to right', () => {
    const { how, places } = placesOf([box('a', 'b'), box('b', 'c', 'a'), box('c')], new Map([['a', { x: 9, y: 9 }]]));
    const [a, b, c] = ['a', 'b', 'c'].map((id) => places.get(id)?.x ?? 0);
    expect(how).toBe('laidOut');
    expect([(a ?? 0) < (b ?? 0), (b ?? 0) < (c ?? 0)]).toEqual([true, true]);
  });
});
