import { pathText } from './faults.ts';
import { clockOf, readTime } from './times.ts';
import type { StoryClock } from './times.ts';

/** One value that is not as expected; `path` is below the expectation. */
export interface Mismatch {
  readonly path: readonly (string | number)[];
  readonly expected: unknown;
  readonly found: unknown;
}

/** What words in expectations stand for: clock times, and `$n` for the id of the n-th contact. */
export interface CompareWorld {
  readonly clock: StoryClock;
  readonly contactIds: readonly string[];
}

/** Compares on what is expected, no more: objects on the keys given, lists in length and entry by entry. */
export function mismatches(expected: unknown, found: unknown, world: CompareWorld, path: readonly (string | number)[] = []): readonly Mismatch[] {
  if (expected === undefined) return [];
  if (Array.isArray(expected)) {
    if (!Array.isArray(found)) return [{ path, expected, found: plain(found) }];
    const entries = expected.flatMap((each, index) => (index < found.length ? mismatches(each, found[index], world, [...path, index]) : []));
    return expected.length === found.length ? entries : [{ path: [...path, 'length'], expected: expected.length, found: found.length }, ...entries];
  }
  if (isObject(expected)) {
    if (!isObject(found)) return [{ path, expected, found: plain(found) }];
    return Object.entries(expected).flatMap(([key, each]) => mismatches(each, found[key], world, [...path, key]));
  }
  return isSame(expected, found, world) ? [] : [{ path, expected, found: inTermsOf(expected, found, world) }];
}

/** A failure's path, from the place of the expectation down. */
export function mismatchPath(root: string, path: Mismatch['path']): string {
  const below = pathText(path);
  return path.length === 0 ? root : `${root}${below.startsWith('[') ? '' : '.'}${below}`;
}

function isSame(expected: unknown, found: unknown, { clock, contactIds }: CompareWorld): boolean {
  if (expected === null) return found === null || found === undefined;
  if (typeof expected === 'number') return typeof found === 'number' && Math.abs(expected - found) < 0.005;
  if (expected === found) return true;
  if (typeof expected !== 'string' || typeof found !== 'string') return false;
  const reference = /^\$(\d+)$/.exec(expected)?.[1];
  if (reference !== undefined) return contactIds[Number(reference)] === found;
  const foundMs = stamp.test(found) ? readTime(found, clock) : null;
  const expectedMs = foundMs === null ? null : readTime(expected, clock);
  return foundMs !== null && foundMs === expectedMs;
}

const stamp = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/** What was found, told as the expectation was: a clock time for a clock time, `$n` for the id of a contact. */
function inTermsOf(expected: unknown, found: unknown, { clock, contactIds }: CompareWorld): unknown {
  if (typeof found !== 'string') return plain(found);
  const index = contactIds.indexOf(found);
  if (index >= 0 && typeof expected === 'string' && expected.startsWith('$')) return `$${index}`;
  if (!stamp.test(found) || typeof expected === 'string' && stamp.test(expected)) return found;
  const foundMs = readTime(found, clock);
  return foundMs === null ? found : clockOf(foundMs, clock);
}

/** JSON has no undefined: what is not there is null. */
function plain(value: unknown): unknown {
  return value === undefined ? null : value;
}

/** True for an object of a file, not a list. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
