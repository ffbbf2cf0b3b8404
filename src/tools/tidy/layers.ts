import { type Import, hasPage, importsOf } from './imports.ts';
import { type Files, type Problem, isScript, isTestFile } from './source.ts';

/**
 * One row of the layer table. `may` lists what the folder may import besides itself:
 * a folder, a file (`engine/index.ts`) or files by a star (`host/entry-*`);
 * `types X` allows only type imports of X, `lazy X` only a dynamic import or a worker's URL; `*` is everything.
 */
export type Layer = { readonly folder: string; readonly may: readonly string[] };

/** The architecture: an arrow may only point to a row further up, and siblings do not import each other. Paths are below src, or top-level folders. */
export const layerTable: readonly Layer[] = [
  { folder: 'engine/core', may: [] },
  { folder: 'engine', may: ['engine/core'] },
  { folder: 'protocol', may: ['types engine/index.ts'] },
  // The primitives directly: through the index, the page's phone-number chunk could drag the engine along.
  { folder: 'world', may: ['engine/core', 'types engine/index.ts'] },
  { folder: 'scenario', may: ['engine/index.ts', 'world', 'protocol'] },
  { folder: 'demo', may: ['engine/index.ts', 'scenario'] },
  { folder: 'scenario/cli.ts', may: ['engine/index.ts', 'scenario', 'world', 'demo'] },
  { folder: 'host', may: ['engine/index.ts', 'protocol', 'scenario', 'demo', 'world'] },
  { folder: 'backends', may: ['protocol', 'lazy host/entry-*'] },
  { folder: 'ui', may: [] },
  { folder: 'text', may: ['protocol', 'world', 'types engine/index.ts'] },
  { folder: 'store', may: ['protocol', 'types backends/contact-center.ts'] },
  { folder: 'api', may: ['protocol'] },
  { folder: 'devices', may: ['protocol'] },
  // Of the world, screens get the arithmetic they try numbers with; what is so about numbers and zones comes through text.
  { folder: 'features', may: ['ui', 'text', 'store', 'api', 'devices', 'protocol', 'world/retry-forecast.ts', 'types backends/contact-center.ts'] },
  { folder: 'mocks', may: ['protocol', 'types backends/contact-center.ts', 'types engine/index.ts'] },
  { folder: 'app', may: ['*'] },
  { folder: 'main.tsx', may: ['app', 'protocol/no-eval.ts'] },
  // What is measured, and what it is measured against: run by tools alone.
  { folder: 'bench', may: ['engine/index.ts', 'engine/routing'] },
  { folder: 'tools/flow', may: ['engine/index.ts', 'scenario'] },
  { folder: 'tools/flow.ts', may: ['tools/flow', 'world'] },
  { folder: 'tools', may: ['bench', 'engine/sim', 'engine/index.ts'] },
  { folder: 'e2e', may: ['types protocol', 'tools/chromium.ts'] },
];

/** Whoever may import all never has a stale arrow, and tests are outside the table: `testing` is for tests alone. */
const everything = '*';

/** Checks every import that is not a test's against the table; type imports count. */
export function checkLayers(files: Files, table: readonly Layer[] = layerTable): readonly Problem[] {
  const imports = importsOf(files).filter(({ from, to }) => to !== undefined && isOurs(from) && !isTestFile(from));
  return [
    ...imports.flatMap((each) => checkImport(each, table)),
    ...unknownFolders(files, table),
    ...staleArrows(files, imports, table),
    ...tableCycles(table),
  ];
}

function checkImport(each: Import, table: readonly Layer[]): readonly Problem[] {
  const { from, kind, line } = each;
  const to = shorten(each.to ?? '');
  if (!isOurs(each.to ?? '') || /\.(css|svg|json)$/.test(to)) return [];
  const refuse = (rule: string, instead: string): readonly Problem[] => [{ path: from, line, rule, instead }];
  if (isTestFile(each.to ?? '')) return refuse('only tests import tests and src/testing', 'Move what both need into the folder that owns it.');
  const here = rowOf(shorten(from), table);
  const there = rowOf(to, table);
  if (!here || !there) return [];
  if (here.folder === 'features' && there.folder === 'features') return checkFeatures(each);
  if (here.folder === there.folder || here.may.includes(everything)) return [];
  const arrows = here.may.map(parseArrow).filter((arrow) => matches(arrow.target, to));
  if (arrows.some((arrow) => arrow.only === undefined || arrow.only === kind)) return [];
  const allowed = here.may.length > 0 ? here.may.join(', ') : 'nothing';
  const rule = `${here.folder} must not import ${kind === 'types' ? 'types of ' : ''}${to}`;
  return refuse(rule, `${here.folder} may import: ${allowed}. Declare a port in the lower layer and let app hand it in.`);
}

function checkFeatures({ from, to, line }: Import): readonly Problem[] {
  const [mine, other] = [from, to ?? ''].map((path) => shorten(path).split('/')[1]);
  if (mine === other) return [];
  return [{ path: from, line, rule: `feature ${mine} must not import feature ${other}`, instead: 'Join them in app, or move the shared part to ui or text.' }];
}

function unknownFolders(files: Files, table: readonly Layer[]): readonly Problem[] {
  return [...files.keys()]
    .filter((path) => path.startsWith('src/') && isScript(path) && !isTestFile(path) && !path.endsWith('.d.ts'))
    .filter((path) => !rowOf(shorten(path), table))
    .map((path) => ({ path, line: 1, rule: 'a folder without a row in the layer table', instead: 'Give the folder a row in src/tools/tidy/layers.ts, or move the file.' }));
}

function staleArrows(files: Files, imports: readonly Import[], table: readonly Layer[]): readonly Problem[] {
  if (!hasPage(files)) return [];
  const paths = [...files.keys()].map(shorten);
  return table.flatMap(({ folder, may }) => {
    const isThere = paths.some((path) => matches(folder, path));
    return may.filter((arrow) => arrow !== everything && isThere).flatMap((arrow) => {
      const { target } = parseArrow(arrow);
      const targetIsThere = paths.some((path) => matches(target, path));
      const isUsed = imports.some(({ from, to }) => rowOf(shorten(from), table)?.folder === folder && matches(target, shorten(to ?? '')));
      if (!targetIsThere || isUsed) return [];
      return [{ path: 'src/tools/tidy/layers.ts', line: 1, rule: `stale arrow: ${folder} → ${arrow}`, instead: 'No file uses it: take it out of the table.' }];
    });
  });
}

function tableCycles(table: readonly Layer[]): readonly Problem[] {
  return table.flatMap(({ folder, may }, row) => may
    .filter((arrow) => arrow !== everything)
    .filter((arrow) => {
      const target = rowOf(parseArrow(arrow).target, table);
      return target === undefined || (table.indexOf(target) >= row && folder !== 'e2e');
    })
    .map((arrow) => ({ path: 'src/tools/tidy/layers.ts', line: 1, rule: `arrow up or to nowhere: ${folder} → ${arrow}`, instead: 'A row may only name rows above it: that is what keeps cycles out.' })));
}

function parseArrow(arrow: string): { readonly only: 'types' | 'lazy' | undefined; readonly target: string } {
  const [first = '', second] = arrow.split(' ');
  if (second === undefined) return { only: undefined, target: first };
  return { only: first === 'types' ? 'types' : 'lazy', target: second };
}

function matches(target: string, path: string): boolean {
  if (target.endsWith('*')) return path.startsWith(target.slice(0, -1));
  return path === target || path.startsWith(`${target}/`);
}

/** The row with the longest folder that holds the path, so that engine/core wins over engine. */
function rowOf(path: string, table: readonly Layer[]): Layer | undefined {
  const holding = table.filter(({ folder }) => matches(folder, path));
  return holding.reduce<Layer | undefined>((best, row) => (best && best.folder.length >= row.folder.length ? best : row), undefined);
}

function isOurs(path: string): boolean {
  return /^(src|mocks|e2e)\//.test(path);
}

function shorten(path: string): string {
  return path.replace(/^src\//, '');
}
