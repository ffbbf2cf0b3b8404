import { expect, test } from 'vitest';
import { createText } from './create-text.ts';
import { groupTyped, readNumber } from './number-entry.ts';

test.each(['+12065550142', '(206) 555-0142', '206.555.0142', ' +1 206 555 0142 ', '２０６５５５０１４２', '+１ （２０６） ５５５－０１４２', '011 1 206 555 0142'])(
  '"%s" typed in the United States is the same number',
  (text) => {
    expect(readNumber(text, 'US')).toEqual({ ok: true, number: '+12065550142' });
  },
);

test.each([
  ['', 'empty'],
  ['206555', 'tooShort'],
  ['+', 'tooShort'],
  ['1-800-FLOWERS', 'notANumber'],
  ['call me', 'notANumber'],
  ['+1 999 999 9999', 'invalid'],
  ['+1206555014299999', 'tooLong'],
  ['2'.repeat(10_000), 'tooLong'],
  ['x'.repeat(10_000), 'tooLong'],
] as const)('"%s" is refused as %s, in a sentence', (text, fault) => {
  expect(readNumber(text, 'US')).toEqual({ ok: false, fault });
  expect(createText().t(`phone.fault.${fault}`)).toMatch(/^[A-Z].+\.$/);
});

test('a number is grouped while it is typed, and other text is left alone', () => {
  expect(groupTyped('2065550142', 'US')).toBe('(206) 555-0142');
  expect(groupTyped('call me', 'US')).toBe('call me');
});
