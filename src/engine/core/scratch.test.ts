import { describe, expect, test } from 'vitest';
import { Scratch } from './scratch.ts';

describe('a list that is used again and again', () => {
  test('gives back last what was put in first', () => {
    const scratch = new Scratch<string>();
    for (const item of ['a', 'b', 'c']) scratch.push(item);
    expect([scratch.size, scratch.pop(), scratch.pop(), scratch.pop(), scratch.pop(), scratch.size]).toEqual([3, 'c', 'b', 'a', undefined, 0]);
  });

  test('hands its items over as a list of their own, and is empty then', () => {
    const scratch = new Scratch<string>();
    scratch.push('a');
    scratch.push('b');
    const taken = scratch.take();
    scratch.push('c');
    expect([taken, scratch.take(), scratch.take()]).toEqual([['a', 'b'], ['c'], []]);
  });

  test('knows what was put in lately, and nothing from before it was emptied', () => {
    const scratch = new Scratch<number>();
    for (const item of [1, 2, 3]) scratch.push(item);
    expect([scratch.hasLately(3, 1), scratch.hasLately(2, 1), scratch.hasLately(1, 8)]).toEqual([true, false, true]);
    scratch.pop();
    expect([scratch.hasLately(3, 1), scratch.hasLately(3, 8)]).toEqual([false, false]);
    scratch.clear();
    expect([1, 2, 3].map((item) => scratch.hasLately(item, 8))).toEqual([false, false, false]);
  });

  test('turns its end round', () => {
    const scratch = new Scratch<number>();
    for (const item of [1, 2, 3, 4]) scratch.push(item);
    scratch.reverseFrom(1);
    expect(scratch.take()).toEqual([1, 4, 3, 2]);
  });
});
