import { expect, test } from 'vitest';
import { nextMenuIndex } from './menu-keys.ts';

const labels = ['Available', 'Break', 'Busy', 'Offline'];

test('arrows go round', () => {
  expect(nextMenuIndex('ArrowDown', 3, labels)).toBe(0);
  expect(nextMenuIndex('ArrowUp', 0, labels)).toBe(3);
  expect(nextMenuIndex('ArrowDown', -1, labels)).toBe(0);
  expect(nextMenuIndex('ArrowUp', -1, labels)).toBe(3);
});

test('a letter goes to the next label that begins with it, round and round', () => {
  expect(nextMenuIndex('b', 0, labels)).toBe(1);
  expect(nextMenuIndex('B', 1, labels)).toBe(2);
  expect(nextMenuIndex('b', 2, labels)).toBe(1);
  expect(nextMenuIndex('z', 0, labels)).toBeNull();
});

test('keys that mean nothing in a list are left to the page', () => {
  expect(nextMenuIndex('Enter', 0, labels)).toBeNull();
  expect(nextMenuIndex(' ', 0, labels)).toBeNull();
  expect(nextMenuIndex('ArrowDown', 0, [])).toBeNull();
});
