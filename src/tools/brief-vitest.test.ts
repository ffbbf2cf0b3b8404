import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { declared, describe as group, expect as briefly, isAsExpected, test as declare } from './brief-vitest.ts';

const holds = (act: () => unknown): boolean => {
  try {
    act();
    return true;
  } catch {
    return false;
  }
};
/** Values as tests compare them, often alike; only `toEqual` is given maps and sets, only that and `toStrictEqual` what is undefined. */
const { plain, any } = fc.letrec<{ plain: unknown; any: unknown }>((tie) => ({
  plain: fc.oneof({ maxDepth: 3 }, fc.constantFrom(null, true, 0, -0, 1, Number.NaN, '', 'a'), fc.array(tie('plain'), { maxLength: 2 }), fc.dictionary(fc.constantFrom('a', 'b'), tie('plain'), { maxKeys: 2 })),
  any: fc.oneof(
    { maxDepth: 3 }, fc.constant(undefined), tie('plain'), fc.array(tie('any'), { maxLength: 2 }), fc.dictionary(fc.constantFrom('a', 'b'), tie('any'), { maxKeys: 2 }),
    fc.array(tie('any'), { maxLength: 2 }).map((list) => new Set(list)), fc.array(fc.tuple(fc.constantFrom('a', 'b'), tie('any')), { maxLength: 2 }).map((list) => new Map(list)),
    fc.constantFrom('a', 'b').map((message) => new Error(message)), fc.constantFrom(0, 1).map((ms) => new Date(ms)),
  ),
}));

const MATCHERS = { equal: 'toEqual', strict: 'toStrictEqual', match: 'toMatchObject' } as const;
/** Vitest’s own, whose matchers are called by name. */
const real = expect as unknown as (found: unknown) => Readonly<Record<string, (expected: unknown) => void>>;

describe('a value is as expected when Vitest says so', () => {
  test.each([['equal', any], ['strict', fc.dictionary(fc.constantFrom('a', 'b'), fc.oneof(fc.constant(undefined), plain), { maxKeys: 2 })], ['match', fc.dictionary(fc.constantFrom('a', 'b'), plain, { maxKeys: 2 })]] as const)('(%s)', (how, value) => {
    fc.assert(fc.property(value, value, (found: unknown, expected: unknown) => {
      expect(isAsExpected(found, expected, how)).toBe(holds(() => real(found)[MATCHERS[how]]?.(expected)));
    }), { numRuns: 1000 });
  });

  test('where something of it is left open', () => {
    expect(isAsExpected({ a: 'abc', b: 7, c: { d: 1, e: 2 } }, { a: briefly.stringContaining('b'), b: briefly.any(Number), c: briefly.objectContaining({ d: 1 }) })).toBe(true);
    expect([isAsExpected('abc', briefly.stringContaining('x')), isAsExpected(7, briefly.any(String)), isAsExpected({}, briefly.objectContaining({ d: 1 }))]).toEqual([false, false, false]);
  });
});

describe('a matcher throws where it does not hold, and turned around where it does', () => {
  const fails = (): never => {
    throw new TypeError('so it is');
  };
  const rows: readonly (readonly [string, unknown, readonly unknown[], boolean])[] = [
    ['toBe', 1, [1], true], ['toBe', {}, [{}], false], ['toBeNull', null, [], true], ['toBeNull', undefined, [], false], ['toBeUndefined', undefined, [], true], ['toContain', 'abc', ['b'], true], ['toContain', ['a'], ['b'], false],
    ['toHaveLength', [1, 2], [2], true], ['toHaveLength', 'a', [2], false], ['toHaveProperty', { a: 1 }, ['a'], true], ['toHaveProperty', {}, ['a'], false], ['toBeGreaterThan', 2, [1], true], ['toBeGreaterThan', 1, [1], false],
    ['toBeGreaterThanOrEqual', 1, [1], true], ['toBeLessThan', 1, [1], false], ['toBeLessThanOrEqual', 1, [1], true], ['toBeCloseTo', 0.1 + 0.2, [0.3, 10], true], ['toBeCloseTo', 1, [1.01], false],
    ['toMatch', 'abc', [/b/], true], ['toMatch', 'abc', ['x'], false], ['toThrow', fails, [], true], ['toThrow', fails, ['so'], true], ['toThrow', fails, [/not/], false], ['toThrow', fails, [TypeError], true], ['toThrow', fails, [new TypeError('so it is')], true], ['toThrow', fails, [new TypeError('so')], false], ['toThrow', () => 1, [], false],
  ];
  test.each(rows)('%s of %j with %j: %s', (matcher, found, expected, is) => {
    const judged = (object: unknown): boolean => holds(() => (object as Record<string, (...given: readonly unknown[]) => unknown>)[matcher]?.(...expected));
    expect([judged(briefly(found)), judged(briefly(found)['not'])]).toEqual([is, !is]);
    expect(judged(expect(found))).toBe(is);
  });

  test('and so it does for a promise that is to fail', async () => {
    const rejects = (promise: Promise<unknown>) => briefly(promise)['rejects'] as { readonly toThrow: (words: string) => Promise<void> };
    await expect(rejects(Promise.reject(new Error('so it is'))).toThrow('so')).resolves.toBeUndefined();
    await expect(rejects(Promise.reject(new Error('so it is'))).toThrow('not')).rejects.toThrow('toThrow');
    await expect(rejects(Promise.resolve(1)).toThrow('so')).rejects.toThrow('toThrow');
  });
});

test('tests are declared with the names of their groups, row by row', () => {
  declared.file = 'a.test.ts';
  const seen: unknown[] = [];
  group('outer', () => {
    group.each([['x'], ['y']])('inner', (letter: unknown) => declare.each([[1, 2], 3])('row', (...row: unknown[]) => seen.push([letter, ...row])));
    declare.skipIf(true)('left out', () => seen.push('never'));
    declare('alone', { timeout: 1 }, () => seen.push('alone'));
  });
  const mine = declared.tests.filter(({ file }) => file === 'a.test.ts');
  for (const { run } of mine) run();
  expect(mine.map(({ name }) => name)).toEqual(['outer > inner > row', 'outer > inner > row', 'outer > inner > row', 'outer > inner > row', 'outer > alone']);
  expect(seen).toEqual([['x', 1, 2], ['x', 3], ['y', 1, 2], ['y', 3], 'alone']);
  expect(new Set(mine.map(({ id }) => id)).size).toBe(5);
});
