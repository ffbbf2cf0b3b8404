import { hasPage, importsOf } from './imports.ts';
import { type Files, type Problem, isScript, isTestFile } from './source.ts';

/** A file that is allowed to be long: `lines` is its size when allowed. It may shrink, not grow. */
export type LongFile = { readonly file: string; readonly lines: number; readonly why: string };

/** The most lines a file may have without a row of its own. */
export const linesMax = 400;

/** Files over the limit, each with its reason. */
export const longFiles: readonly LongFile[] = [];

/** Checks that no file is longer than allowed and that every row is still needed. */
export function checkSizes(files: Files, rows: readonly LongFile[] = longFiles): readonly Problem[] {
  const tooLong = [...files].filter(([path]) => /\.(tsx?|css)$/.test(path)).flatMap(([path, text]) => {
    const lines = countLines(text);
    const allowed = Math.max(linesMax, rows.find(({ file }) => file === path)?.lines ?? 0);
    return lines <= allowed ? [] : [{ path, line: allowed + 1, rule: `${lines} lines, at most ${allowed}`, instead: 'Split it: one concept per file. If it must be long, add a row to longFiles that says why.' }];
  });
  const stale = rows.filter(({ file }) => countLines(files.get(file) ?? '') <= linesMax).map(({ file }) => ({
    path: file, line: 1, rule: 'needs no row in longFiles any more', instead: 'Take its row out of src/tools/tidy/shape.ts.',
  }));
  return [...tooLong, ...stale];
}

/** Files are kebab-case; a component's file has the component's name. */
export function checkNames(files: Files): readonly Problem[] {
  const isNamedWell = (path: string): boolean => {
    const name = path.split('/').at(-1) ?? '';
    return /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z-]+)*$/.test(name) || (path.endsWith('.tsx') && /^[A-Z][A-Za-z0-9]*(\.test)?\.tsx$/.test(name));
  };
  return [...files.keys()].filter((path) => isScript(path) && !isNamedWell(path)).map((path) => ({
    path, line: 1, rule: 'file name', instead: 'Write kebab-case.ts, or PascalCase.tsx for a component.',
  }));
}

/**
 * Finds files that nothing shipped reaches: from the page, the host's entries and what package.json's scripts run.
 * The engine's explorer, tests and what only tests import are not shipped, and declarations are read by the compiler.
 */
export function checkReachable(files: Files, packageJson: string): readonly Problem[] {
  const entries = [...files.keys()].filter((path) =>
    path === 'src/main.tsx' || path === 'vite.config.ts' || path.startsWith('e2e/') || path.startsWith('src/host/entry-') || packageJson.includes(`node ${path}`));
  if (!hasPage(files)) return [];
  const targets = new Map<string, string[]>();
  for (const { from, to } of importsOf(files)) if (to !== undefined) targets.set(from, [...(targets.get(from) ?? []), to]);
  const reached = new Set<string>();
  const open = [...entries];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (reached.has(path)) continue;
    reached.add(path);
    open.push(...(targets.get(path) ?? []));
  }
  const isShipped = (path: string): boolean =>
    path.startsWith('src/') && /\.(tsx?|css)$/.test(path) && !isTestFile(path) && !path.endsWith('.d.ts') && !path.startsWith('src/engine/sim/');
  return [...files.keys()].filter((path) => isShipped(path) && !reached.has(path) && !isToolForTests(path)).map((path) => ({
    path, line: 1, rule: 'dead file: nothing shipped imports it', instead: 'Import it from where it is needed, move it to src/testing, or delete it.',
  }));
}

function isToolForTests(path: string): boolean {
  return path.startsWith('src/tools/tidy/');
}

function countLines(text: string): number {
  return text === '' ? 0 : text.replace(/\n$/, '').split('\n').length;
}
