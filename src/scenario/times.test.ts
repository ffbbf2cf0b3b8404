import { expect, test } from 'vitest';
import { clockOf, readStart, readTime, stampOf } from './times.ts';

const story = readStart('2024-01-10T11:30:00Z');
if (story === null) throw new Error('the start is a timestamp');

test.each([
  ['11:35:00', '2024-01-10T11:35:00Z'],
  ['11:35', '2024-01-10T11:35:00Z'],
  ['11:39:20.001', '2024-01-10T11:39:20.001Z'],
  ['24:10:00', '2024-01-11T00:10:00Z'],
  ['191:30:00', '2024-01-17T23:30:00Z'],
  ['+00:05:00', '2024-01-10T11:35:00Z'],
  ['+168:00:00', '2024-01-17T11:30:00Z'],
  ['2024-02-29T23:59:59Z', '2024-02-29T23:59:59Z'],
  ['2024-01-10T06:35:00-05:00', '2024-01-10T11:35:00Z'],
])('%s of a story that starts at 11:30 is %s', (text, stamp) => {
  expect(stampOf(readTime(text, story) ?? Number.NaN)).toBe(stamp);
});

test.each(['11:60:00', '11:35:99', 'noon', '', '11', '2024-02-30T10:00:00Z', '2024-01-10T11:35:00', '-00:05:00'])('%j is no time', (text) => {
  expect(readTime(text, story)).toBeNull();
});

test('clock times count in the offset of the start', () => {
  const eastern = readStart('2024-01-10T06:30:00-05:00');
  expect(eastern === null ? null : stampOf(readTime('06:35:00', eastern) ?? 0)).toBe('2024-01-10T11:35:00Z');
});

test('an instant of the first day is told by its clock time, a later one with its date', () => {
  expect(clockOf(Date.parse('2024-01-10T11:38:50Z'), story)).toBe('11:38:50');
  expect(clockOf(Date.parse('2024-01-11T00:10:00Z'), story)).toBe('2024-01-11T00:10:00Z');
});

test('stamps agree with the calendar over four centuries', () => {
  for (let day = 0; day < 146_097; day += 37) {
    const ms = day * 86_400_000;
    expect(stampOf(ms)).toBe(new Date(ms).toISOString().replace('.000', ''));
  }
});
