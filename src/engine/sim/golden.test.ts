import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { playGolden, type Golden } from './golden.ts';
import { failureOf } from './shrink.ts';

const folder = new URL('golden/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.json'));

test('there are runs that once broke a rule', () => {
  expect(names.length).toBeGreaterThan(0);
});

test.each(names)('a run that once broke a rule keeps them all (%s)', (name) => {
  const golden = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Golden;
  expect(failureOf(() => { playGolden(golden); })).toBeNull();
});
