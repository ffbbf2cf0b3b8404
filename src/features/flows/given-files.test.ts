import { expect, test } from 'vitest';
import type { DroppedEntry } from './given-files.ts';
import { FILES_MAX, filesUnder, givenFiles, sortFiles } from './given-files.ts';

const file = (path: string) => ({ path, file: new File(['{}'], path) });
const entry = (fullPath: string, isDirectory: boolean) => ({ isFile: !isDirectory, isDirectory, name: fullPath.slice(fullPath.lastIndexOf('/') + 1), fullPath });
const dropped = (fullPath: string): DroppedEntry => Object.assign(entry(fullPath, false), {
  file: (take: (file: File) => void) => {
    take(new File(['{}'], fullPath));
  },
});
/** Hands out its entries one at a time, as browsers do in hundreds. */
const folder = (fullPath: string, ...inside: readonly DroppedEntry[]): DroppedEntry => Object.assign(entry(fullPath, true), {
  createReader: () => {
    const left = [...inside];
    return { readEntries: (take: (some: readonly DroppedEntry[]) => void) => {
      take(left.splice(0, 1));
    } };
  },
});
const locked: DroppedEntry = Object.assign(entry('/locked', true), {
  createReader: () => ({ readEntries: (_take: unknown, fail: (fault: unknown) => void) => {
    fail(new Error('no'));
  } }),
});

test('a folder is read to its depth, and one that cannot be read hides no other', async () => {
  const files = await filesUnder([folder('/a', dropped('/a/1.json'), folder('/a/b', dropped('/a/b/2.json'))), locked, dropped('/3.json')]);
  expect(files.map(({ path }) => path).toSorted()).toEqual(['3.json', 'a/1.json', 'a/b/2.json']);
});

test('what programs keep for themselves is passed over', async () => {
  expect(await filesUnder([folder('/.git', dropped('/.git/x.json')), folder('/node_modules', dropped('/node_modules/y.json'))])).toEqual([]);
  expect(sortFiles([file('a/.git/x.json'), file('a/node_modules/y.json'), file('a/1.json'), file('a/2.json')]).json.map(({ path }) => path)).toEqual(['a/1.json', 'a/2.json']);
});

test('files of a folder that are no JSON are named, not read', () => {
  const { json, others } = sortFiles([file('f/readme.md'), file('f/b.JSON'), file('f/a.json')]);
  expect(json.map(({ path }) => path)).toEqual(['f/a.json', 'f/b.JSON']);
  expect(others).toEqual(['f/readme.md']);
});

test('a file handed over by itself is looked at whatever it is called', () => {
  expect(sortFiles([file('flow.txt')])).toMatchObject({ json: [{ path: 'flow.txt' }], others: [] });
});

test('of very many files the first are read and the rest are counted', () => {
  const { json, beyond } = sortFiles(Array.from({ length: FILES_MAX + 3 }, (_, at) => file(`f/${at}.json`)));
  expect([json.length, beyond]).toEqual([FILES_MAX, 3]);
});

test('a file of a chosen folder tells its path, another its name', () => {
  const inFolder = Object.defineProperty(new File([''], 'a.json'), 'webkitRelativePath', { value: 'f/a.json' });
  const alone = Object.defineProperty(new File([''], 'b.json'), 'webkitRelativePath', { value: '' });
  expect(givenFiles([inFolder, alone]).map(({ path }) => path)).toEqual(['f/a.json', 'b.json']);
});
