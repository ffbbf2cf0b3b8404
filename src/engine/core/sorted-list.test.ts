import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InvariantError } from './assert.ts';
import { SortedList } from './sorted-list.ts';

interface Item { readonly rank: number; readonly id: number }
const compare = (a: Item, b: Item): number => a.rank - b.rank || a.id - b.id;

/** The list beside a plain sorted array that does the same. */
class Pair {
  readonly list = new SortedList<Item>(compare);
  model: Item[] = [];

  add(item: Item): void {
    this.list.add(item);
    this.model = [...this.model, item].sort(compare);
  }

  remove(item: Item): void {
    this.list.remove(item);
    this.model = this.model.filter((other) => other !== item);
  }

  /** What both tell of themselves. */
  views(): readonly [unknown, unknown] {
    return [[[...this.list], this.list.size, this.list.head()], [this.model, this.model.length, this.model[0]]];
  }
}

/** Fails unless the list is the array. */
function check(pair: Pair): void {
  const [list, model] = pair.views();
  if (JSON.stringify(list) !== JSON.stringify(model)) throw new Error(`${JSON.stringify(list)} is not ${JSON.stringify(model)}`);
}

describe('a sorted list', () => {
  test('is a sorted array, whatever is added and removed', () => {
    fc.assert(fc.property(fc.array(fc.record({ rank: fc.integer({ min: 0, max: 20 }), take: fc.boolean(), at: fc.nat() }), { maxLength: 300, size: 'max' }), (steps) => {
      const pair = new Pair();
      for (const [id, { rank, take, at }] of steps.entries()) {
        const victim = pair.model[at % Math.max(1, pair.model.length)];
        if (take && victim) pair.remove(victim);
        else pair.add({ rank, id });
      }
      check(pair);
      for (const probe of [{ rank: 10, id: -1 }, ...pair.model.slice(0, 5)]) expect(pair.list.rankOf(probe)).toBe(pair.model.filter((item) => compare(item, probe) < 0).length);
    }));
  });

  test.each([['rising', (n: number) => n], ['falling', (n: number) => 5000 - n], ['mixed', (n: number) => (n * 7919) % 5003]] as const)('stays one over many chunks, %s', (_, rankOf) => {
    const pair = new Pair();
    const items = Array.from({ length: 3000 }, (_, id): Item => ({ rank: rankOf(id), id }));
    for (const item of items) pair.list.add(item);
    pair.model = [...items].sort(compare);
    check(pair);
    expect(pair.model.map((item) => pair.list.rankOf(item))).toEqual(pair.model.map((_, index) => index));
    for (const item of items.slice(0, 2990)) pair.list.remove(item);
    pair.model = items.slice(2990).sort(compare);
    check(pair);
  });

  test('empties and fills again', () => {
    const pair = new Pair();
    const only = { rank: 1, id: 1 };
    pair.add(only);
    pair.remove(only);
    check(pair);
    expect(pair.list.rankOf(only)).toBe(0);
    pair.add(only);
    check(pair);
  });

  test('does not remove what is not in it', () => {
    const pair = new Pair();
    expect(() => pair.list.remove({ rank: 1, id: 1 })).toThrow(InvariantError);
    pair.add({ rank: 1, id: 1 });
    expect(() => pair.list.remove({ rank: 1, id: 2 })).toThrow(InvariantError);
    expect(() => pair.list.remove({ rank: 0, id: 2 })).toThrow(InvariantError);
    check(pair);
  });
});
