import { expect, test } from 'vitest';
import { type Layer, checkLayers } from './layers.ts';

/** The rules that a tree of made-up files breaks. */
function broken(files: Readonly<Record<string, string>>): readonly string[] {
  return checkLayers(new Map(Object.entries(files))).map(({ rule }) => rule);
}

test('an arrow down is allowed', () => {
  expect(broken({ 'src/host/a.ts': "import { x } from '../engine/index.ts';", 'src/engine/index.ts': '' })).toEqual([]);
});

test('an arrow up is refused, and a type import is an arrow', () => {
  expect(broken({ 'src/engine/a.ts': "import type { X } from '../host/b.ts';" })).toEqual(['engine must not import types of host/b.ts']);
});

test('the engine is reached through its index only', () => {
  expect(broken({ 'src/host/a.ts': "import { x } from '../engine/step.ts';" })).toEqual(['host must not import engine/step.ts']);
});

test('the protocol takes types from the engine, no values', () => {
  expect(broken({ 'src/protocol/a.ts': "import type { X } from '../engine/index.ts';" })).toEqual([]);
  expect(broken({ 'src/protocol/a.ts': "import { x } from '../engine/index.ts';" })).toEqual(['protocol must not import engine/index.ts']);
});

test('backends reach the host through an entry that is loaded later', () => {
  expect(broken({ 'src/backends/a.ts': "await import('../host/entry-in-page.ts');" })).toEqual([]);
  expect(broken({ 'src/backends/a.ts': "import { x } from '../host/entry-in-page.ts';" })).toHaveLength(1);
  expect(broken({ 'src/backends/a.ts': "await import('../host/center-host.ts');" })).toHaveLength(1);
});

test('features know nothing of one another', () => {
  expect(broken({ 'src/features/offer/A.tsx': "import { x } from '../dialer/B.tsx';" })).toEqual(['feature offer must not import feature dialer']);
  expect(broken({ 'src/features/offer/A.tsx': "import { x } from './use-offer.ts';" })).toEqual([]);
});

test('siblings do not import each other', () => {
  expect(broken({ 'src/ui/a.ts': "import { x } from '../store/b.ts';" })).toHaveLength(1);
});

test('nothing shipped imports a test or a helper for tests, and tests may import all', () => {
  expect(broken({ 'src/app/a.ts': "import { x } from '../testing/driver.ts';" })).toHaveLength(1);
  expect(broken({ 'src/ui/a.test.ts': "import { x } from '../testing/driver.ts';" })).toEqual([]);
});

test('a folder that the table does not know is named', () => {
  expect(broken({ 'src/helpers/a.ts': '' })).toEqual(['a folder without a row in the layer table']);
});

test('an arrow that nobody uses is stale once the page and both ends exist', () => {
  const table: readonly Layer[] = [{ folder: 'engine', may: [] }, { folder: 'host', may: ['engine'] }, { folder: 'main.tsx', may: ['*'] }];
  const stale = (files: Readonly<Record<string, string>>): number =>
    checkLayers(new Map(Object.entries({ 'src/main.tsx': "import './app/a.ts';", ...files })), table).length;
  expect(stale({ 'src/host/a.ts': '' })).toBe(0);
  expect(stale({ 'src/host/a.ts': '', 'src/engine/b.ts': '' })).toBe(1);
  expect(stale({ 'src/host/a.ts': "import '../engine/b.ts';", 'src/engine/b.ts': '' })).toBe(0);
});

test('a table that points up is refused, so folders cannot form a cycle', () => {
  const table: readonly Layer[] = [{ folder: 'engine', may: ['host'] }, { folder: 'host', may: [] }];
  expect(checkLayers(new Map(), table).map(({ rule }) => rule)).toEqual(['arrow up or to nowhere: engine → host']);
});
