import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { RecentMap } from './recent-map.ts';

const key = fc.constantFrom('a', 'b', 'c', 'd');
const steps = fc.array(fc.record({ do: fc.constantFrom('get', 'get', 'has', 'set', 'set', 'delete', 'clear'), key, value: fc.integer() }), { maxLength: 60, size: 'max' });

function take(map: Map<string, number>, step: { readonly do: string; readonly key: string; readonly value: number }): unknown {
  switch (step.do) {
    case 'set':
      return map.set(step.key, step.value).size;
    case 'clear':
      return map.clear();
    case 'has':
      return map.has(step.key);
    case 'delete':
      return map.delete(step.key);
    default:
      return map.get(step.key);
  }
}

test('a map still knows the entry it gave last when another is taken out', () => {
  const map = new RecentMap<string, number>().set('b', 2).set('a', 1);
  expect([map.get('a'), map.delete('b'), map.get('a'), map.delete('a'), map.get('a')]).toEqual([1, true, 1, true, undefined]);
});

test('a map that remembers the entry it gave last is a map', () => {
  fc.assert(fc.property(steps, (script) => {
    const recent = new RecentMap<string, number>();
    const plain = new Map<string, number>();
    for (const step of script) {
      expect(take(recent, step)).toEqual(take(plain, step));
      expect([...recent]).toEqual([...plain]);
    }
  }));
});
