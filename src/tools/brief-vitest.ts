/*
 * As much of Vitest as the engine's tests ask of it, for the search for mutants: it runs each test ten thousand times over,
 * and most of what Vitest does for a test (workers, reports, differences in color) would be time thrown away. A matcher
 * that the engine's tests do not use is not here; using it fails the first run, in which nothing is mutated yet.
 */

/** A test as it was declared; `file` is the one that declared it. */
export interface DeclaredTest {
  readonly id: string;
  readonly name: string;
  readonly file: string;
  readonly run: () => unknown;
}

type Run = (...given: readonly unknown[]) => unknown;
type Declare = (name: string, ...rest: readonly unknown[]) => void;

/** What is declared while files of tests are imported. */
export const declared: { readonly tests: DeclaredTest[]; file: string } = { tests: [], file: '' };
const path: string[] = [];

/** A body may come after options, and before a time limit. */
const bodyOf = (rest: readonly unknown[]): Run => {
  const body = rest.find((each) => typeof each === 'function');
  if (body === undefined) throw new Error('a test without a body');
  return body as Run;
};
const nowhere: Declare = () => undefined;
const variants = (declare: Declare) => ({
  each: (rows: readonly unknown[]): Declare => (name, ...rest) => {
    for (const row of rows) declare(name, () => bodyOf(rest)(...(Array.isArray(row) ? row : [row])));
  },
  skipIf: (no: unknown): Declare => (no ? nowhere : declare),
});

const declareTest: Declare = (name, ...rest) => {
  const body = bodyOf(rest);
  const full = [...path, name].join(' > ');
  declared.tests.push({ id: `${declared.file}#${full} (${declared.tests.length})`, name: full, file: declared.file, run: () => body() });
};
const declareGroup: Declare = (name, ...rest) => {
  path.push(name);
  try {
    bodyOf(rest)();
  } finally {
    path.pop();
  }
};
export const test = Object.assign(declareTest, variants(declareTest));
export const describe = Object.assign(declareGroup, variants(declareGroup));

/** Stands for any value of which something holds. */
class Any {
  readonly holds: (value: unknown) => boolean;
  constructor(holds: (value: unknown) => boolean) {
    this.holds = holds;
  }
}

type Fields = Readonly<Record<PropertyKey, unknown>>;
/** `toEqual` takes what is undefined for absent, `toMatchObject` asks only for what is expected, `toStrictEqual` for all of it. */
type How = 'equal' | 'match' | 'strict';

const isThing = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const keysOf = (thing: Fields): readonly PropertyKey[] => Reflect.ownKeys(thing).filter((key) => Object.prototype.propertyIsEnumerable.call(thing, key));
const kindOf = (value: unknown): string => Object.prototype.toString.call(value);

/** Whether a value is what a test expects, as Vitest would have it. */
export function isAsExpected(found: unknown, expected: unknown, how: How = 'equal'): boolean {
  if (expected instanceof Any) return expected.holds(found);
  if (Object.is(found, expected)) return true;
  if (!isThing(expected)) return false;
  // Of nothing that is asked for, everything has all: an empty object matches whatever stands in its place.
  if (how === 'match' && kindOf(expected) === '[object Object]') return keysOf(expected).every((key) => isThing(found) && key in found && isAsExpected(found[key], expected[key], how));
  if (!isThing(found)) return false;
  if (kindOf(found) !== kindOf(expected) || (how === 'strict' && Object.getPrototypeOf(found) !== Object.getPrototypeOf(expected))) return false;
  if (found instanceof Error && expected instanceof Error) return found.name === expected.name && found.message === expected.message;
  if (found instanceof Date && expected instanceof Date) return Object.is(found.getTime(), expected.getTime());
  if (found instanceof Map && expected instanceof Map) return found.size === expected.size && hasAll([...found], [...expected], how);
  if (found instanceof Set && expected instanceof Set) return found.size === expected.size && hasAll([...found], [...expected], how);
  if (Array.isArray(found) && Array.isArray(expected)) return found.length === expected.length && found.every((each, index) => isAsExpected(each, expected[index], how));
  return [...new Set([...keysOf(found), ...keysOf(expected)])].every((key) => (how !== 'strict' || (Object.hasOwn(found, key) && Object.hasOwn(expected, key))) && isAsExpected(found[key], expected[key], how));
}

const hasAll = (found: readonly unknown[], expected: readonly unknown[], how: How): boolean => found.every((each) => expected.some((other) => isAsExpected(each, other, how)));

function isThrown(error: unknown, expected: unknown): boolean {
  const message = error instanceof Error ? error.message : String(error);
  if (typeof expected === 'function') return error instanceof expected;
  if (expected instanceof Error) return message === expected.message;
  return expected === undefined || (expected instanceof RegExp ? expected.test(message) : typeof expected === 'string' && message.includes(expected));
}

function throws(act: unknown, expected: unknown): boolean {
  try {
    (act as Run)();
  } catch (error) {
    return isThrown(error, expected);
  }
  return false;
}

const bare = (text: string): string => text.replace(/[\s,]/g, '');
const lengthOf = (value: unknown): unknown => (isThing(value) || typeof value === 'string' ? (value as { readonly length?: unknown }).length : undefined);

const matchers: Readonly<Record<string, (found: unknown, ...expected: readonly unknown[]) => boolean>> = {
  toBe: (found, expected) => Object.is(found, expected),
  toEqual: (found, expected) => isAsExpected(found, expected),
  toStrictEqual: (found, expected) => isAsExpected(found, expected, 'strict'),
  toMatchObject: (found, expected) => isThing(found) && isAsExpected(found, expected, 'match'),
  toBeNull: (found) => found === null,
  toBeUndefined: (found) => found === undefined,
  toContain: (found, expected) => (typeof found === 'string' ? found.includes(String(expected)) : [...(found as Iterable<unknown>)].includes(expected)),
  toHaveLength: (found, length) => lengthOf(found) === length,
  toHaveProperty: (found, name) => isThing(found) && String(name) in found,
  toBeGreaterThan: (found, expected) => Number(found) > Number(expected),
  toBeGreaterThanOrEqual: (found, expected) => Number(found) >= Number(expected),
  toBeLessThan: (found, expected) => Number(found) < Number(expected),
  toBeLessThanOrEqual: (found, expected) => Number(found) <= Number(expected),
  toBeCloseTo: (found, expected, digits = 2) => Math.abs(Number(found) - Number(expected)) < 10 ** -Number(digits) / 2,
  toMatch: (found, expected) => (expected instanceof RegExp ? expected.test(String(found)) : String(found).includes(String(expected))),
  toThrow: (found, expected) => throws(found, expected),
  toMatchInlineSnapshot: (found, expected) => bare(JSON.stringify(found)) === bare(String(expected)),
};

const judge = (name: string, holds: boolean, turned: boolean): void => {
  if (holds === turned) throw new Error(`${turned ? 'not ' : ''}${name}`);
};

/** All matchers, for one value. */
const judging = (value: unknown, turned: boolean): Fields =>
  Object.fromEntries(Object.entries(matchers).map(([name, holds]) => [name, (...expected: readonly unknown[]) => judge(name, holds(value, ...expected), turned)]));

/** The same of a promise that is to fail. */
const judgingFailure = (promise: unknown): Fields =>
  Object.fromEntries(Object.entries(matchers).map(([name, holds]) => [name, async (...expected: readonly unknown[]) => {
    const failure = await Promise.resolve(promise).then(() => null, (error: unknown) => ({ error }));
    judge(name, failure !== null && (name === 'toThrow' ? isThrown(failure.error, expected[0]) : holds(failure.error, ...expected)), false);
  }]));

export const expect = Object.assign((value: unknown): Fields => Object.defineProperties(judging(value, false), { not: { get: () => judging(value, true) }, rejects: { get: () => judgingFailure(value) } }), {
  any: (kind: unknown) => new Any((value) => (kind === String ? typeof value === 'string' : kind === Number ? typeof value === 'number' : value instanceof (kind as typeof Object))),
  stringContaining: (text: string) => new Any((value) => typeof value === 'string' && value.includes(text)),
  objectContaining: (fields: Fields) => new Any((value) => isThing(value) && isAsExpected(value, fields, 'match')),
  fail: (message: string): never => {
    throw new Error(message);
  },
});
