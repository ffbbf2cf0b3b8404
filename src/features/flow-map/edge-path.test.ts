import { describe, expect, test } from 'vitest';
import { gapFor, isLaned, lanePath, lanesOf } from './edge-path.ts';

const box = (id: string, x: number, y = 0) => ({ id, x, y, width: 200, height: 100 });
const [a, b, c] = [box('a', 0), box('b', 300), box('c', 1400, 200)];

describe('a line', () => {
  test('to the next action ahead is drawn straight, one back or far ahead takes a lane', () => {
    expect([isLaned(a, b), isLaned(b, a), isLaned(a, a), isLaned(a, c), isLaned(a, undefined)]).toEqual([false, true, true, true, false]);
  });

  test('in a lane runs above every action, and lines to one action share it', () => {
    const lanes = lanesOf([a, b, c], [{ from: 'b', to: 'a' }, { from: 'c', to: 'a' }, { from: 'c', to: 'b' }, { from: 'a', to: 'b' }]);
    expect([...lanes.keys()].toSorted()).toEqual(['a', 'b']);
    for (const y of lanes.values()) expect(y).toBeLessThan(0);
    expect(lanes.get('a')).toBeLessThan(lanes.get('b') ?? 0);
  });

  test('to the action below runs through the gap between them, where nothing stands in its way', () => {
    const below = box('d', 10, 150);
    const y = gapFor(a, below, [a, below], 2) ?? 0;
    expect(y).toBeGreaterThan(100);
    expect(y).toBeLessThan(150);
    expect(gapFor(below, a, [a, below], 2)).toBeLessThan(150);
    expect(gapFor(a, c, [a, c], 2)).toBeNull();
  });

  test('does not pass behind an action on its way: it takes the lane', () => {
    const far = box('e', 0, 600);
    const between = [box('f', -100, 90), box('g', -100, 200), box('h', 150, 90), box('i', 150, 480), box('j', -100, 480)];
    expect(gapFor(a, far, [a, far, ...between], 2)).toBeNull();
  });

  test('through a gap below leaves downwards and enters downwards', () => {
    expect(lanePath({ x: 200, y: 50 }, { x: 0, y: 172 }, 125, 0)).toContain('L 218 117');
  });

  test('begins and ends at its handles, and runs along its lane', () => {
    const path = lanePath({ x: 500, y: 80 }, { x: 0, y: 20 }, -40, 1);
    expect([path.startsWith('M 500 80 '), path.endsWith('L 0 20'), path.includes(' -40')]).toEqual([true, true, true]);
  });
});
