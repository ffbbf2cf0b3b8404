import { expect, test } from 'vitest';
import { causeWord } from './causes.ts';
import { createText } from './create-text.ts';
import { en } from './en.ts';
import { formatAgo, formatClock, formatDayClock, formatDuration, formatSpan, isoDuration, secondsLeft } from './format.ts';
import { numberWords } from './phone.ts';
import { refusalSentence } from './refusals.ts';

const { t } = createText();
const minute = 60_000;
const hour = 60 * minute;

test.each([[0, '0:00'], [6_999, '0:06'], [-5, '0:00'], [760_000, '12:40'], [3_723_000, '1:02:03'], [100 * hour, '100:00:00']])(
  'a duration of %i ms reads %s',
  (ms, words) => {
    expect(formatDuration(ms)).toBe(words);
  },
);

test('seconds left are rounded up, so that 0 means over', () => {
  expect(secondsLeft(20_000, 6_001)).toBe(14);
  expect(secondsLeft(20_000, 19_999)).toBe(1);
  expect(secondsLeft(20_000, 20_000)).toBe(0);
  expect(secondsLeft(20_000, 30_000)).toBe(0);
});

test('spans and ages use their largest unit', () => {
  expect(formatSpan(21_000, t)).toBe('21 s');
  expect(formatSpan(59 * minute, t)).toBe('59 min');
  expect(formatSpan(49 * hour, t)).toBe('2 days');
  expect(formatAgo(2 * hour + 59 * minute, t)).toBe('2 h ago');
  expect(formatAgo(24 * hour, t)).toBe('1 day ago');
  expect(formatAgo(59_000, t)).toBe('just now');
});

test('times are those of their zone, daylight saving time included', () => {
  const july = Date.UTC(2026, 6, 7, 18, 38, 5);
  expect(formatClock(july, 'America/Los_Angeles')).toBe('11:38');
  expect(formatClock(july, 'America/Los_Angeles', 'seconds')).toBe('11:38:05');
  expect(formatDayClock(july, 'Europe/Berlin')).toBe('Tue 20:38');
  expect(formatClock(Date.UTC(2026, 0, 7, 0, 5), 'UTC')).toBe('00:05');
  expect(formatClock(july, 'Mars/Olympus')).toBe('18:38');
  expect(isoDuration(3_723_000)).toBe('PT1H2M3S');
});

test('a number is read digit by digit, a masked one by the digits it shows', () => {
  expect(numberWords('+12065550142', t)).toEqual({ shown: '+1 206 555 0142', spoken: '+1 2 0 6 5 5 5 0 1 4 2' });
  expect(numberWords('+1 ••• ••• ••42', t)).toEqual({ shown: '+1 ••• ••• ••42', spoken: 'number ending in 4 2' });
});

test('a refusal is told in its sentence, and one nobody knows as a lost connection', () => {
  expect(refusalSentence({ code: 'OFFER_GONE', detail: {} }, t)).toBe(en.rejections.OFFER_GONE);
  expect(refusalSentence({ code: 'INVALID_VALUE', detail: { field: 'priority' } }, t)).toContain('priority');
  expect(refusalSentence({ code: 'LINK_LOST', detail: {} }, t)).toBe(en.common.link.lost);
  expect(refusalSentence({ code: 'toString', detail: {} }, t)).toBe(en.common.link.lost);
});

test('only known causes have words', () => {
  expect(causeWord('noAnswer')).toBe('noAnswer');
  expect(causeWord('constructor')).toBeNull();
  expect(causeWord(null)).toBeNull();
});

test.each([...Object.entries(en.rejections), ...Object.entries(en.causeSentences)])('the sentence for %s is one', (_key, sentence) => {
  expect(sentence).toMatch(/^[A-Z].*\.$/);
});
