import { expect, test } from 'vitest';
import { speechFacts } from './speech-facts.ts';

test('a text without markup is said as it stands', () => {
  expect(speechFacts('Good day. We are open.')).toEqual({ plain: 'Good day. We are open.', durationMs: 1467, read: [], ignored: [] });
});

test('markup is told apart: what is read, and what is passed over with its words said', () => {
  const text = '<speak>Call <say-as interpret-as="telephone">+1206</say-as><break time="2s"/><prosody rate="slow">please</prosody> <emphasis>now</emphasis></speak>';
  expect(speechFacts(text)).toMatchObject({ plain: 'Call +1 2 0 6 please now', read: ['speak', 'say-as', 'break', 'prosody'], ignored: ['emphasis'] });
  // "Call now" and two gaps more, four digits of five characters and a plus, and a word at three quarters of the pace.
  expect(speechFacts(text).durationMs).toBe(Math.ceil(((4 + 4 + 1 + (5 * 4 + 3) + (1 + 6) / 0.75) * 1000) / 15) + 2000);
});

test('a tag that says nothing usable is passed over', () => {
  expect(speechFacts('a<prosody pitch="high">b</prosody><say-as interpret-as="date">1.2.</say-as><constructor>')).toMatchObject({ read: [], ignored: ['prosody', 'say-as', 'constructor'] });
});
