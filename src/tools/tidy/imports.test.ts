import { expect, test } from 'vitest';
import { importsOf } from './imports.ts';

function importsIn(text: string): readonly string[] {
  return importsOf(new Map([['src/a/b.ts', text]])).map(({ to, specifier, kind, line }) => `${line} ${kind} ${to ?? specifier}`);
}

test('values, types and side effects are told apart', () => {
  expect(importsIn("import { x } from './c.ts';")).toEqual(['1 values src/a/c.ts']);
  expect(importsIn("import type { X } from '../d/e.ts';")).toEqual(['1 types src/d/e.ts']);
  expect(importsIn("import { type X, type Y } from './c.ts';")).toEqual(['1 types src/a/c.ts']);
  expect(importsIn("import { type X, y } from './c.ts';")).toEqual(['1 values src/a/c.ts']);
  expect(importsIn("\nimport './c.css';")).toEqual(['2 values src/a/c.css']);
  expect(importsIn("import react from 'react';")).toEqual(['1 values react']);
});

test('an import over several lines is found', () => {
  expect(importsIn("import {\n  x,\n  y,\n} from './c.ts';\nimport z from './d.ts';")).toEqual(['1 values src/a/c.ts', '5 values src/a/d.ts']);
});

test('a re-export is an import, a plain export is none', () => {
  expect(importsIn("export { x } from './c.ts';")).toEqual(['1 values src/a/c.ts']);
  expect(importsIn("export type { X } from './c.ts';")).toEqual(['1 types src/a/c.ts']);
  expect(importsIn("export * from './c.ts';")).toEqual(['1 values src/a/c.ts']);
  expect(importsIn("export const x = './c.ts';")).toEqual([]);
  expect(importsIn("export type X = 'a' | 'b';")).toEqual([]);
});

test('a dynamic import and a worker URL are lazy', () => {
  expect(importsIn("const x = await import('./c.ts');")).toEqual(['1 lazy src/a/c.ts']);
  expect(importsIn("new SharedWorker(new URL('../h/entry.ts', import.meta.url), { type: 'module' });")).toEqual(['1 lazy src/h/entry.ts']);
});

test('an import in a comment or a string is none', () => {
  expect(importsIn("// import { x } from './c.ts';\nconst a = \"import { x } from './c.ts';\";")).toEqual([]);
});
