import { holds } from './violation.ts';

/**
 * A copy as storage would give it back, down to the last value; throws a Violation for what storage would lose or change,
 * as JSON does with `undefined`, `NaN`, `-0` and whatever has methods.
 */
export function asStored<T>(kept: T): T {
  return copyOf(kept) as T;
}

function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf);
  if (typeof value === 'object' && value !== null) {
    holds(Object.getPrototypeOf(value) === Object.prototype, 'what is kept is plain', () => value.constructor.name);
    const copy: Record<string, unknown> = { ...value };
    for (const key in copy) {
      const own = copy[key];
      const stored = copyOf(own);
      // Most of it is plain and there already.
      if (stored !== own) copy[key] = stored;
    }
    return copy;
  }
  holds(isPlain(value), 'what is kept is plain', () => String(value));
  return value;
}

function isPlain(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0);
  return typeof value === 'string' || typeof value === 'boolean' || value === null;
}
