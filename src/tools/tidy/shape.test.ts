import { expect, test } from 'vitest';
import { checkNames, checkReachable, checkSizes, linesMax } from './shape.ts';

const linesOf = (count: number): string => 'x\n'.repeat(count);
const row = { file: 'src/a.ts', lines: 450, why: 'a table of facts' };

test('a file may have as many lines as the limit and no more', () => {
  expect(checkSizes(new Map([['src/a.ts', linesOf(linesMax)]]), [])).toEqual([]);
  expect(checkSizes(new Map([['src/a.ts', linesOf(linesMax + 1)]]), [])).toHaveLength(1);
});

test('a file with a row may shrink but not grow, and a row no longer needed is stale', () => {
  expect(checkSizes(new Map([['src/a.ts', linesOf(440)]]), [row])).toEqual([]);
  expect(checkSizes(new Map([['src/a.ts', linesOf(451)]]), [row])).toHaveLength(1);
  expect(checkSizes(new Map([['src/a.ts', linesOf(400)]]), [row])).toHaveLength(1);
  expect(checkSizes(new Map(), [row])).toHaveLength(1);
});

test('a file is kebab-case and a component has its own name', () => {
  const wrong = checkNames(new Map(['src/fooBar.ts', 'src/Foo.ts', 'src/foo_bar.ts', 'src/ui/foo.Bar.tsx'].map((path) => [path, ''])));
  expect(wrong.map(({ path }) => path)).toEqual(['src/fooBar.ts', 'src/Foo.ts', 'src/foo_bar.ts', 'src/ui/foo.Bar.tsx']);
  expect(checkNames(new Map(['src/foo-bar.test.ts', 'src/main.tsx', 'src/ui/OfferCard.tsx', 'src/ui/OfferCard.test.tsx', 'src/vite-env.d.ts'].map((path) => [path, ''])))).toEqual([]);
});

test('a file that nothing shipped imports is dead; a test does not keep it alive', () => {
  const files = new Map([
    ['src/main.tsx', "import './app/a.ts'; import './app/a.css';"],
    ['src/app/a.ts', "const b = await import('../ui/lazy.ts');"],
    ['src/app/a.css', ''],
    ['src/ui/lazy.ts', ''],
    ['src/ui/dead.ts', ''],
    ['src/ui/dead.test.ts', "import './dead.ts';"],
    ['src/tools/run.ts', ''],
    ['src/tools/idle.ts', ''],
  ]);
  expect(checkReachable(files, '"test": "node src/tools/run.ts"').map(({ path }) => path)).toEqual(['src/ui/dead.ts', 'src/tools/idle.ts']);
});
