import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CHARACTERS_PER_SECOND, plainText, speechMs, spoken } from './speech.ts';

describe('a sentence', () => {
  test.each<[string, number]>([
    ['', 1000],
    ['x'.repeat(15), 1000],
    ['x'.repeat(16), 1067],
    ['x'.repeat(45), 3000],
    ['<speak>Hello<break time="2s"/></speak>', 3000],
    ['<speak>Hello<break time="250ms"/></speak>', 1250],
    ['<speak>Hello<break strength="weak" time="1.5s"/><break time="500ms"/></speak>', 3000],
  ])('of “%s” takes %d ms', (text, ms) => {
    expect(speechMs(text)).toBe(ms);
  });

  test('takes at least a second, and no less for more words', () => {
    fc.assert(fc.property(fc.stringMatching(/^[a-z ]{0,200}$/), fc.stringMatching(/^[a-z]{1,50}$/), (text, more) => {
      expect(speechMs(text)).toBeGreaterThanOrEqual(1000);
      expect(speechMs(`${text} ${more}`)).toBeGreaterThanOrEqual(speechMs(text));
      expect(speechMs(text)).toBeGreaterThanOrEqual(Math.floor((plainText(text).length * 1000) / CHARACTERS_PER_SECOND));
    }));
  });

  test('is shown without markup and with single spaces', () => {
    expect(plainText(' <speak>Hello,\n  <emphasis>John</emphasis></speak> ')).toBe('Hello, John');
    expect(plainText('Call <say-as interpret-as="telephone">+1 (206) 555</say-as>.')).toBe('Call +1 2 0 6 5 5 5.');
    expect(plainText('<say-as interpret-as="date">2024</say-as>')).toBe('2024');
  });

  test('to play has its words and its length', () => {
    expect(spoken('<speak>Hi</speak>')).toEqual({ kind: 'speech', text: 'Hi', durationMs: 1000 });
  });
});
