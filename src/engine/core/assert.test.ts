import { describe, expect, test } from 'vitest';
import { assert, InvariantError, must, unreachable } from './assert.ts';
import { asE164, looksLikeE164 } from './e164.ts';
import { ok, refuse } from './result.ts';

describe('a broken invariant', () => {
  test('stops the engine with what was broken', () => {
    expect(() => assert(false, 'two and two are four')).toThrow(new InvariantError('two and two are four'));
    expect(() => must(null, 'the contact')).toThrow('missing: the contact');
    expect(() => must(undefined, 'the contact')).toThrow(InvariantError);
    expect(new InvariantError('').name).toBe('InvariantError');
    expect(() => unreachable('x' as never, 'here')).toThrow('here: unexpected "x"');
  });

  test('is none where all is well, empty values included', () => {
    expect(() => assert(true, '')).not.toThrow();
    expect([must(0, ''), must('', ''), must(false, '')]).toEqual([0, '', false]);
  });
});

describe('answers', () => {
  test('say yes with a value or no with a reason', () => {
    expect([ok(1), refuse('late')]).toEqual([{ ok: true, value: 1 }, { ok: false, refusal: 'late' }]);
  });
});

describe('a number in international form', () => {
  test.each(['+12065550142', '+447700900123', '+123456789012345', '+12'])('is %s', (text) => expect(looksLikeE164(asE164(text))).toBe(true));
  test.each(['12065550142', '+02065550142', '+1 206', '+1234567890123456', '+', '+1', '', '+1206555014a', 'tel:+12065550142', '＋12065550142'])('is not “%s”', (text) => expect(looksLikeE164(text)).toBe(false));
});
