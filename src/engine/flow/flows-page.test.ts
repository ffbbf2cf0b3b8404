import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { actionTypes } from './catalogue.ts';

const page = readFileSync(join(import.meta.dirname, '../../../docs/flows.md'), 'utf8');
const words = new Set(page.match(/[A-Za-z_]{3,}/g));

test('docs/flows.md says of every action what it does here', () => {
  expect(actionTypes.filter((type) => !words.has(type))).toEqual([]);
});

test('docs/flows.md says of every fault what it means, and of no other', () => {
  const sources = globSync('*.ts', { cwd: import.meta.dirname }).filter((name) => !name.endsWith('.test.ts')).map((name) => readFileSync(join(import.meta.dirname, name), 'utf8')).join('\n');
  const codes = new Set([...sources.matchAll(/(?:code: |warn\(|stopping\()'([A-Z_]{5,})'/g)].map(([, code]) => code));
  expect(codes.size).toBeGreaterThan(25);
  const [, table = ''] = page.split('\n## Faults\n');
  const told = new Set([...table.matchAll(/^\| ([A-Z_, ]+) \|/gm)].flatMap(([, list = '']) => list.split(', ')));
  expect([...codes].filter((code) => !told.has(code ?? ''))).toEqual([]);
  expect([...told].filter((code) => !codes.has(code))).toEqual([]);
});
