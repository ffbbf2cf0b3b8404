import { describe, expect, test } from 'vitest';
import { metrics } from '../../text/en/metrics.ts';
import { dayGroups, nowGroups, type FigureRow } from './figure-rows.ts';
import { dayValue, nowValue, wordsOf } from './figure-values.ts';

const rows: readonly FigureRow[] = [...nowGroups, ...dayGroups].flatMap((group): readonly FigureRow[] => group.rows);
const nowRow = (id: string) => {
  const found = nowGroups.flatMap((group) => group.rows).find((row) => row.id === id);
  if (!found) throw new Error(id);
  return found;
};

test('every figure of the catalogue is shown, once, and its definition is a sentence', () => {
  expect(rows.map(({ id }) => id).toSorted()).toEqual(Object.keys(metrics.figures).toSorted());
  expect(Object.values(metrics.figures).map(({ definition }) => definition).filter((definition) => !/^[A-Z].*\.$/.test(definition))).toEqual([]);
});

describe('a value', () => {
  test.each([
    [3, 'count', '3'], [0, 'count', '0'], [100, 'percent', '100 %'], [66.666, 'percent', '66.7 %'], [120, 'seconds', '2:00'], [59.6, 'seconds', '1:00'],
  ] as const)('of %d as %s reads %s', (value, kind, words) => {
    expect(wordsOf(value, kind)).toEqual({ is: 'words', words, isZero: value === 0 });
  });

  test('that cannot be told is none', () => {
    expect(wordsOf(null, 'percent')).toEqual({ is: 'none' });
  });
});

describe('the oldest contact', () => {
  const at = (inQueue: number, age: number) => ({ atMs: 60_000, byQueue: new Map([['q', { CONTACTS_IN_QUEUE: inQueue, OLDEST_CONTACT_AGE: age }]]) });

  test('has an age that runs from when it was queued', () => {
    expect(nowValue(at(1, 24.113), 'q', nowRow('oldest'))).toEqual({ is: 'running', sinceMs: 60_000 - 24_113 });
    expect(nowValue(at(1, 0), 'q', nowRow('oldest'))).toEqual({ is: 'running', sinceMs: 60_000 });
  });

  test('has none while nobody waits', () => {
    expect(nowValue(at(0, 0), 'q', nowRow('oldest'))).toEqual({ is: 'none' });
  });
});

test('a queue without a row today has counted nothing, and rates and times cannot be told', () => {
  const empty = new Map<string, readonly (number | null)[]>();
  expect(dayValue(empty, 'q', { id: 'queued', kind: 'count' })).toEqual({ is: 'words', words: '0', isZero: true });
  expect(dayValue(empty, 'q', { id: 'serviceLevel20', kind: 'percent' })).toEqual({ is: 'none' });
});

test('each figure of the day is read from its own place', () => {
  const values = dayGroups.flatMap((group) => group.rows).map((_row, place) => place);
  const found = new Map([['q', values]]);
  expect(dayValue(found, 'q', { id: 'created', kind: 'count' })).toMatchObject({ words: '0' });
  expect(dayValue(found, 'q', { id: 'callbackContacts', kind: 'count' })).toMatchObject({ words: '7' });
});
