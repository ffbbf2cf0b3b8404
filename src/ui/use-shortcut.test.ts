import { expect, test } from 'vitest';
import { isShortcut } from './use-shortcut.ts';

const press = { key: 'A', ctrlKey: true, shiftKey: true, altKey: false, metaKey: false, repeat: false };

test('a combination is met whatever case the keyboard makes of it', () => {
  expect(isShortcut(press, 'a')).toBe(true);
  expect(isShortcut({ ...press, key: 'a' }, 'a')).toBe(true);
});

test('a single letter, another modifier or a held key is none', () => {
  expect(isShortcut({ ...press, ctrlKey: false }, 'a')).toBe(false);
  expect(isShortcut({ ...press, shiftKey: false }, 'a')).toBe(false);
  expect(isShortcut({ ...press, altKey: true }, 'a')).toBe(false);
  expect(isShortcut({ ...press, metaKey: true }, 'a')).toBe(false);
  expect(isShortcut({ ...press, repeat: true }, 'a')).toBe(false);
});
