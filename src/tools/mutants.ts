/*
 * What Stryker leaves alone, since no test could ever kill it: assertions and their words, as an invariant that holds cannot
 * be told from one that is always true, and the names of cases that do what happens without a case as well, which are there
 * for the compiler to notice one that was forgotten.
 */

/** As much of a syntax tree's node as is looked at. */
interface Node {
  readonly type: string;
  readonly callee?: { readonly type: string; readonly name?: string };
  readonly arguments?: readonly Node[];
  readonly expression?: Node;
  /** Of a switch. */
  readonly cases?: readonly Node[];
  /** Of a case; null: the default. */
  readonly test?: Node | null;
  readonly consequent?: readonly Node[];
  /** Of a return. */
  readonly argument?: { readonly type: string; readonly value?: unknown } | null;
}
interface Path {
  readonly node: Node;
  readonly parent?: Node;
  readonly parentPath?: { readonly parent?: Node } | null;
}

const calls = (node: Node | undefined, ...names: readonly string[]): boolean =>
  node?.type === 'CallExpression' && node.callee?.type === 'Identifier' && names.includes(node.callee.name ?? '');

const returnsNothing = ({ type, argument }: Node): boolean => type === 'ReturnStatement' && (!argument || (argument.type === 'BooleanLiteral' && argument.value === false));

/** Whether the switch would do the same with this case as without it: it shares the default, or ends the switch with nothing. */
function isIdle(own: Node, cases: readonly Node[]): boolean {
  const isDefault = ({ test }: Node): boolean => test === null;
  const after = cases.slice(cases.indexOf(own));
  const acting = after.findIndex(({ consequent = [] }) => consequent.length > 0);
  if ((acting === -1 ? after : after.slice(0, acting + 1)).some(isDefault)) return true;
  if (cases.some(isDefault)) return false;
  const [statement, ...more] = after[acting]?.consequent ?? [];
  return statement === undefined || (acting === after.length - 1 && more.length === 0 && returnsNothing(statement));
}

/** Why a piece of code is not mutated; undefined: it is. */
export function reasonToIgnore({ node, parent, parentPath }: Path): string | undefined {
  if (calls(node.type === 'ExpressionStatement' ? node.expression : node, 'assert', 'unreachable')) return 'an assertion';
  if (parent?.type === 'SwitchCase' && parent.test === node && isIdle(parent, parentPath?.parent?.cases ?? [])) return 'the name of a case that does nothing of its own';
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
