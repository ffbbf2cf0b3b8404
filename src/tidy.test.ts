/** The architecture as a test. The rules are data in src/tools/tidy; each failure names file, line, rule and what to write instead. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkBans } from './tools/tidy/bans.ts';
import { checkLayers } from './tools/tidy/layers.ts';
import { checkNames, checkReachable, checkSizes } from './tools/tidy/shape.ts';
import { type Files, describeProblem } from './tools/tidy/source.ts';

const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const files = readTree(['src', 'mocks', 'e2e']);

test('every import follows the layers', () => expect(checkLayers(files).map(describeProblem)).toEqual([]));
test('what is banned in a place is not written there', () => expect(checkBans(files).map(describeProblem)).toEqual([]));
test('no file is longer than its budget', () => expect(checkSizes(files).map(describeProblem)).toEqual([]));
test('files are named alike', () => expect(checkNames(files).map(describeProblem)).toEqual([]));
test('every file is reached from an entry', () => expect(checkReachable(files, read('package.json')).map(describeProblem)).toEqual([]));

test('the service worker is the one of the installed MSW', () => {
  const installed = read('node_modules/msw/package.json').match(/"version": "([^"]+)"/)?.[1];
  const carried = read('public/mockServiceWorker.js').match(/PACKAGE_VERSION = '([^']+)'/)?.[1];
  expect(carried, 'Run: npx msw init public/ --save=false').toBe(installed);
});

function readTree(folders: readonly string[]): Files {
  const paths = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path).replaceAll('\\', '/')));
  const wanted = paths.filter((path) => /\.(tsx?|css)$/.test(path) && !path.startsWith('e2e/artifacts/')).sort();
  return new Map([...wanted, 'vite.config.ts'].map((path) => [path, read(path)]));
}
