import { describe, expect, test } from 'vitest';
import { folderScores, reasonToIgnore } from './mutants.ts';

const name = (text: string) => ({ type: 'Identifier', name: text });
const words = { type: 'StringLiteral' };
const value = { type: 'Identifier' };
const call = (callee: string, ...given: readonly { readonly type: string }[]) => ({ type: 'CallExpression', callee: name(callee), arguments: given });

describe('no mutant is made', () => {
  test.each(['assert', 'unreachable'])('of %s, whatever is in it', (callee) => {
    expect(reasonToIgnore({ node: call(callee, value, words) })).toBe('an assertion');
    expect(reasonToIgnore({ node: { type: 'ExpressionStatement', expression: call(callee, value, words) } })).toBe('an assertion');
  });

  test('of what must() says, but of what it is given', () => {
    const parent = call('must', value, words);
    expect(reasonToIgnore({ node: words, parent })).toBe('the words of an assertion');
    expect(reasonToIgnore({ node: value, parent })).toBeUndefined();
  });
});

describe('the name of a case', () => {
  const nothing = { type: 'ReturnStatement', argument: null };
  const no = { type: 'ReturnStatement', argument: { type: 'BooleanLiteral', value: false } };
  const act = { type: 'ExpressionStatement' };
  const label = () => ({ type: 'StringLiteral' });
  /** Of a switch with a case for each of these bodies; null: a default without a body. */
  const isMutated = (at: number, ...bodies: readonly (readonly object[] | null)[]): boolean => {
    const cases = bodies.map((consequent) => ({ type: 'SwitchCase', test: consequent === null ? null : label(), consequent: (consequent ?? []) as { type: string }[] }));
    const parent = cases[at];
    if (!parent?.test) throw new Error('no case to ask about');
    return reasonToIgnore({ node: parent.test, parent, parentPath: { parent: { type: 'SwitchStatement', cases } } }) === undefined;
  };

  test('is not mutated where the switch ends with it and nothing is done', () => {
    expect([isMutated(0, []), isMutated(1, [act], [], [nothing]), isMutated(1, [act], [no]), isMutated(0, [], [])]).toEqual([false, false, false, false]);
  });

  test('is not mutated where the default does the same', () => {
    expect([isMutated(0, [], null, [act]), isMutated(1, [act], [], null)]).toEqual([false, false]);
  });

  test('is mutated where something is done, or where what comes after would be', () => {
    const yes = { type: 'ReturnStatement', argument: { type: 'BooleanLiteral', value: true } };
    expect([isMutated(0, [act]), isMutated(0, [], [act]), isMutated(0, [nothing], [act]), isMutated(0, [], [nothing], [act]), isMutated(0, [yes]), isMutated(0, [act, nothing]), isMutated(0, [act], null), isMutated(2, null, [act], [nothing])]).toEqual(Array.from({ length: 8 }, () => true));
  });
});

test('all else is mutated', () => {
  expect(reasonToIgnore({ node: words, parent: call('refuse', words) })).toBeUndefined();
  expect(reasonToIgnore({ node: { type: 'CallExpression', callee: { type: 'MemberExpression' } } })).toBeUndefined();
  expect(reasonToIgnore({ node: words })).toBeUndefined();
});

test('a score is of what was tried: killed or run for ever, of these and those that lived', () => {
  const mutant = (fileName: string, status: string) => ({ fileName, status });
  expect(folderScores([
    mutant('/x/src/engine/queue/capacity.ts', 'Killed'), mutant('/x/src/engine/queue/capacity.ts', 'Survived'), mutant('/x/src/engine/queue/waiting-line.ts', 'Timeout'),
    mutant('/x/src/engine/queue/waiting-line.ts', 'Ignored'), mutant('/x/src/engine/decide.ts', 'NoCoverage'), mutant('/x/src/engine/flow/actions/play.ts', 'Killed'),
  ])).toEqual([{ folder: 'engine', killed: 0, tried: 1 }, { folder: 'flow', killed: 1, tried: 1 }, { folder: 'queue', killed: 2, tried: 3 }]);
});
