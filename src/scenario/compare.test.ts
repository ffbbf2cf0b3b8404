import { expect, test } from 'vitest';
import { mismatches, mismatchPath } from './compare.ts';
import { readStart } from './times.ts';

const clock = readStart('2024-01-10T11:30:00Z');
if (clock === null) throw new Error('the start is a timestamp');
const world = { clock, contactIds: ['id-0', 'id-1'] };
const compare = (expected: unknown, found: unknown) =>
  mismatches(expected, found, world).map((each) => [mismatchPath('expect', each.path), each.expected, each.found]);

test('only the fields given are compared', () => {
  expect(compare({ a: 1, inner: { b: 'x' } }, { a: 1, inner: { b: 'x', c: 2 }, d: 3 })).toEqual([]);
});

test('a value that differs is told with its place', () => {
  expect(compare({ queues: { Q: { CONTACTS_IN_QUEUE: 1 } } }, { queues: { Q: { CONTACTS_IN_QUEUE: 0 } } })).toEqual([['expect.queues.Q.CONTACTS_IN_QUEUE', 1, 0]]);
});

test('a clock time stands for its instant, and what was found is told as a clock time too', () => {
  expect(compare({ at: '11:35:00' }, { at: '2024-01-10T11:35:00Z' })).toEqual([]);
  expect(compare({ at: '11:35:00' }, { at: '2024-01-10T11:35:01Z' })).toEqual([['expect.at', '11:35:00', '11:35:01']]);
  expect(compare({ at: '11:35:00' }, { at: null })).toEqual([['expect.at', '11:35:00', null]]);
});

test('$n stands for the id of the n-th record', () => {
  expect(compare({ next: '$1' }, { next: 'id-1' })).toEqual([]);
  expect(compare({ next: '$1' }, { next: 'id-0' })).toEqual([['expect.next', '$1', '$0']]);
  expect(compare({ next: '$7' }, { next: 'id-0' })).toEqual([['expect.next', '$7', '$0']]);
});

test('null is expected of what is not there', () => {
  expect(compare({ Agent: null }, {})).toEqual([]);
  expect(compare({ Agent: null }, { Agent: {} })).toEqual([['expect.Agent', null, {}]]);
});

test('a list of another length is told, and its entries are compared all the same', () => {
  expect(compare([{ a: 1 }, { a: 2 }], [{ a: 9 }])).toEqual([['expect.length', 2, 1], ['expect[0].a', 1, 9]]);
});

test('an object is expected where there is none', () => {
  expect(compare({ Agent: { Username: 'ana' } }, { Agent: null })).toEqual([['expect.Agent', { Username: 'ana' }, null]]);
});
