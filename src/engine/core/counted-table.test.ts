import { expect, test } from 'vitest';
import { CountedTable } from './counted-table.ts';
import { IdMaker } from './ids.ts';

interface Thing { readonly id: string; readonly state: string }
const ids = new IdMaker(7, 'thing');
const thing = (count: number, state = 'new'): Thing => ({ id: ids.id(count), state });
const tableOf = (...counts: readonly number[]): CountedTable<string, Thing> => {
  const table = new CountedTable<string, Thing>();
  for (const count of counts) table.set(ids.id(count), thing(count));
  return table;
};

test('a table finds each thing by its id, however many there are', () => {
  const counts = Array.from({ length: 5000 }, (_, index) => index + 1);
  const table = tableOf(...counts);
  expect(counts.map((count) => table.get(ids.id(count))?.id)).toEqual(counts.map((count) => ids.id(count)));
  expect(table.size).toBe(5000);
});

test('what has changed stands in the place of what it was', () => {
  const table = tableOf(1, 2);
  table.set(ids.id(1), thing(1, 'changed'));
  expect([table.get(ids.id(1))?.state, table.get(ids.id(2))?.state, table.size]).toEqual(['changed', 'new', 2]);
});

test.each([
  ['the id of another center', new IdMaker(8, 'thing').id(1)],
  ['the id of another kind', new IdMaker(7, 'other').id(2)],
  ['an id that is still to come', ids.id(3)],
  ['an id far ahead', ids.id(0xffffffff)],
  ['no id at all', ''],
  ['a word', 'a contact'],
  ['the same end', `00000000-0000-4000-a000-0000${ids.id(1).slice(-8)}`],
])('%s finds nothing', (_what, id) => {
  const table = tableOf(1, 2);
  expect([table.get(id), table.has(id), table.get(ids.id(1))?.id, table.has(ids.id(2))]).toEqual([undefined, false, ids.id(1), true]);
});

test('things are listed in the order in which they were created, whatever the order in which they came in', () => {
  const table = tableOf(4, 1, 3);
  expect([...table.values()].map(({ id }) => id)).toEqual([1, 3, 4].map((count) => ids.id(count)));
  expect([...table.keys()]).toEqual([1, 3, 4].map((count) => ids.id(count)));
  expect(JSON.stringify(table)).toBe(JSON.stringify([1, 3, 4].map((count) => thing(count))));
});

test('things are forgotten one after another, the one that was last asked for among them', () => {
  const table = tableOf(1, 2, 3);
  for (const count of [3, 2, 1]) table.forget(count);
  expect([table.size, table.get(ids.id(3)), table.get(ids.id(1))]).toEqual([0, undefined, undefined]);
});

test('a thing that is forgotten is gone, and the others are where they were', () => {
  const table = tableOf(1, 2, 3);
  expect(table.get(ids.id(2))?.id).toBe(ids.id(2));
  table.forget(2);
  table.forget(2);
  table.forget(9);
  expect([table.get(ids.id(2)), table.at(2), table.at(3)?.id, table.size]).toEqual([undefined, undefined, ids.id(3), 2]);
  expect([...table.keys()]).toEqual([ids.id(1), ids.id(3)]);
});
