import { z } from 'zod';

/** What is wrong with a scenario file, and where: a JSON path and a sentence. */
export interface ScenarioFault {
  readonly path: string;
  readonly sentence: string;
}

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** Every fault that a schema found in a value, in order of the file, with suggestions for unknown words. */
export function faultsOf(error: z.ZodError, schema: z.ZodType, value: unknown, root: Path = []): readonly ScenarioFault[] {
  return error.issues.flatMap((issue) => faultsOfIssue(issue, schema, value, root, []));
}

/** A JSON path as people write it: `steps[7].expect.queues`. */
export function pathText(path: Path): string {
  const text = path.reduce<string>((so, key) => {
    if (typeof key === 'number') return `${so}[${key}]`;
    const name = String(key);
    return /^[\w$]+$/.test(name) ? `${so}.${name}` : `${so}["${name}"]`;
  }, '');
  return text.replace(/^\./, '') || '(the file)';
}

/** The nearest of the known words, as a question; empty when none is near. */
export function didYouMean(word: string, known: readonly string[]): string {
  const ranked = known.map((each) => ({ each, away: distance(word.toLowerCase(), each.toLowerCase()) }));
  const best = ranked.reduce<(typeof ranked)[number] | null>((so, next) => (so === null || next.away < so.away ? next : so), null);
  if (best === null || best.away > Math.max(1, Math.floor(word.length / 3))) return '';
  return ` Did you mean "${best.each}"?`;
}

function faultsOfIssue(issue: Issue, schema: z.ZodType, value: unknown, root: Path, above: Path): readonly ScenarioFault[] {
  const path = [...above, ...issue.path];
  const where = pathText([...root, ...path]);
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(schema, path);
    return issue.keys.map((key) => ({
      path: pathText([...root, ...path, key]),
      sentence: `There is no "${key}" here.${didYouMean(key, known) || listed(known)}`,
    }));
  }
  if (issue.code === 'invalid_union') {
    const best = nearestOption(issue.errors);
    // An option that fails at its root says only that the value is of another kind: the union's own sentence is better.
    if (best !== null && best.some((each) => each.path.length > 0 || each.code === 'unrecognized_keys')) {
      return best.flatMap((each) => faultsOfIssue(each, schema, value, root, path));
    }
    return [{ path: where, sentence: `${shown(valueAt(value, path))} is not one of the things that may stand here.${listed(knownKeys(schema, path))}` }];
  }
  if (issue.code === 'invalid_type') {
    const found = valueAt(value, path);
    if (found === undefined) return [{ path: where, sentence: `This is missing: ${kindWords[issue.expected] ?? issue.expected} is needed here.` }];
    return [{ path: where, sentence: `${shown(found)} is not ${kindWords[issue.expected] ?? issue.expected}.` }];
  }
  if (issue.code === 'invalid_value') {
    return [{ path: where, sentence: `${shown(valueAt(value, path))} may not stand here; it must be ${issue.values.map((each) => JSON.stringify(each)).join(' or ')}.` }];
  }
  if (issue.code === 'invalid_format') return [{ path: where, sentence: `${shown(valueAt(value, path))} ${issue.message}.` }];
  if (issue.code === 'too_small') return [{ path: where, sentence: `${shown(valueAt(value, path))} is too little: at least ${String(issue.minimum)} is needed.` }];
  if (issue.code === 'too_big') return [{ path: where, sentence: `${shown(valueAt(value, path))} is too much: ${String(issue.maximum)} is the most.` }];
  return [{ path: where, sentence: issue.message }];
}

const kindWords: Readonly<Record<string, string>> = {
  string: 'text', number: 'a number', int: 'a whole number', boolean: 'true or false', object: 'an object', record: 'an object', array: 'a list', null: 'null',
};

/** The option of a union that the value was probably meant for: the one with the fewest words it does not know. */
function nearestOption(options: readonly (readonly Issue[])[]): readonly Issue[] | null {
  const badness = (issues: readonly Issue[]): number => issues.reduce((sum, issue) => {
    if (issue.code === 'unrecognized_keys') return sum + 2 * issue.keys.length;
    return sum + (issue.path.length === 0 ? 100 : issue.code === 'invalid_type' ? 1 : 0.5);
  }, 0);
  return options.reduce<readonly Issue[] | null>((best, next) => (best === null || badness(next) < badness(best) ? next : best), null);
}

/** The keys that may stand in the object at a path; of a union, those of all its options. */
function knownKeys(schema: z.ZodType, path: Path): readonly string[] {
  return [...new Set(schemasAt(schema, path).flatMap((each) => (each instanceof z.ZodObject ? Object.keys(each.shape) : [])))];
}

function schemasAt(schema: z.core.$ZodType, path: Path): readonly z.core.$ZodType[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) return schemasAt(schema.unwrap(), path);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => schemasAt(option, path));
  const [key, ...rest] = path;
  if (key === undefined) return [schema];
  if (schema instanceof z.ZodObject) {
    const inner: z.core.$ZodType | undefined = schema.shape[String(key)];
    return inner === undefined ? [] : schemasAt(inner, rest);
  }
  if (schema instanceof z.ZodArray) return schemasAt(schema.element, rest);
  if (schema instanceof z.ZodRecord) return schemasAt(schema.valueType, rest);
  return [];
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((so, key) => (typeof so === 'object' && so !== null ? Reflect.get(so, key) : undefined), value);
}

function shown(value: unknown): string {
  const text = value === undefined ? 'Nothing' : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function listed(known: readonly string[]): string {
  return known.length === 0 ? '' : ` Possible: ${known.join(', ')}.`;
}

/** Levenshtein's distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
