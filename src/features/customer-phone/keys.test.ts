import { expect, test } from 'vitest';
import { phoneKeyOf } from './keys.ts';
import type { KeyStroke } from './keys.ts';

const stroke = (key: string, more: Partial<KeyStroke> = {}): KeyStroke => ({
  key, altKey: false, ctrlKey: false, metaKey: false, repeat: false, inField: false, ...more,
});

test('digits, star and hash are telephone keys', () => {
  expect([...'0123456789*#'].map((key) => phoneKeyOf(stroke(key)))).toEqual([...'0123456789*#']);
});

test.each(['a', 'Enter', '', '10', '٣'])('"%s" is none', (key) => {
  expect(phoneKeyOf(stroke(key))).toBeNull();
});

test.each(['altKey', 'ctrlKey', 'metaKey', 'repeat', 'inField'] as const)('a digit with %s is not meant for the phone', (flag) => {
  expect(phoneKeyOf(stroke('1', { [flag]: true }))).toBeNull();
});
