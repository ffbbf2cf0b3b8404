/*
 * What Stryker leaves alone: assertions and their words. An invariant that holds cannot be told from one that is always
 * true, and nothing depends on how a broken one is worded, so no test could ever kill these mutants.
 */

/** As much of a syntax tree's node as is looked at. */
interface Node {
  readonly type: string;
  readonly callee?: { readonly type: string; readonly name?: string };
  readonly arguments?: readonly Node[];
  readonly expression?: Node;
}
interface Path {
  readonly node: Node;
  readonly parent?: Node;
}

const calls = (node: Node | undefined, ...names: readonly string[]): boolean =>
  node?.type === 'CallExpression' && node.callee?.type === 'Identifier' && names.includes(node.callee.name ?? '');

/** Why a piece of code is not mutated; undefined: it is. */
export function reasonToIgnore({ node, parent }: Path): string | undefined {
  if (calls(node.type === 'ExpressionStatement' ? node.expression : node, 'assert', 'unreachable')) return 'an assertion';
  return calls(parent, 'must') && parent?.arguments?.[1] === node ? 'the words of an assertion' : undefined;
}

/** As much of a mutant as its score depends on. */
interface Mutant {
  readonly fileName: string;
  readonly status: string;
}

const KILLED: ReadonlySet<string> = new Set(['Killed', 'Timeout']);
const ALIVE: ReadonlySet<string> = new Set(['Survived', 'NoCoverage']);

/** How many mutants of each folder of the engine were killed, of those tried; one that runs for ever is found out. */
export function folderScores(mutants: readonly Mutant[]): readonly { readonly folder: string; readonly killed: number; readonly tried: number }[] {
  const scores = new Map<string, { killed: number; tried: number }>();
  for (const { fileName, status } of mutants) {
    if (!KILLED.has(status) && !ALIVE.has(status)) continue;
    const folder = /src\/engine\/([^/]+)\//.exec(fileName)?.[1] ?? 'engine';
    const score = scores.get(folder) ?? { killed: 0, tried: 0 };
    scores.set(folder, score);
    score.tried += 1;
    if (KILLED.has(status)) score.killed += 1;
  }
  return [...scores].map(([folder, score]) => ({ folder, ...score })).sort((a, b) => (a.folder < b.folder ? -1 : 1));
}

/** The plugins that Stryker finds here by this name. */
export const strykerPlugins = [{ kind: 'Ignore', name: 'assertions', value: { shouldIgnore: reasonToIgnore } }] as const;
