import { describe, expect, test } from 'vitest';
import { difference } from './same.ts';
import { asStored } from './stored.ts';

describe('a stored copy', () => {
  test('equals what was stored and shares nothing with it', () => {
    const kept = { list: [1, { deep: null }], text: '', flag: false };
    const copy = asStored(kept);
    expect([copy, copy === kept, copy.list === kept.list, copy.list[1] === kept.list[1]]).toEqual([kept, false, false, false]);
  });

  test.each([[undefined], [Number.NaN], [Infinity], [-0], [new Map()], [() => 0]])('is not made of what storage would lose (%s)', (value) => {
    expect(() => asStored({ list: [value] })).toThrow('what is kept is plain');
  });
});

describe('a difference', () => {
  test('is where two values come apart', () => {
    const between = (a: unknown, b: unknown): string | null => difference({ a }, { a: b });
    expect([between(1, 2), between([1, [2]], [1, [3]]), between([1], [1, 2]), between({ x: null }, { x: {} })]).toEqual(['.a', '.a.1.0', '.a.length', '.a.x']);
    expect([between(new Map([['k', { x: 1 }]]), new Map([['k', { x: 2 }]])), between(new Map([['k', 1]]), new Map()), between(new Set([1]), new Set([2]))]).toEqual(['.a.k.x', '.a.size', '.a.0']);
  });

  test('is another order too, since it would be another text', () => {
    expect(difference({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe('.a');
    expect(difference(new Map([['a', 1], ['b', 2]]), new Map([['b', 2], ['a', 1]]))).toBe('.a');
  });

  test('is none between what is alike to the last', () => {
    const make = (): unknown => [{ a: [1, new Map([['k', new Set(['x'])]])], b: null }];
    expect(difference(make(), make())).toBeNull();
  });
});
