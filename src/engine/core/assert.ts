/** A broken invariant: the engine stops at once and the journal is kept, because going on would falsify records. */
export class InvariantError extends Error {
  override readonly name = 'InvariantError';
}

/** States what must be so; throws InvariantError when it is not. Stays on in production. */
export function assert(condition: boolean, invariant: string): asserts condition {
  if (!condition) throw new InvariantError(invariant);
}

/** The value, which must be there by construction. */
export function must<T>(value: T | undefined | null, what: string): T {
  if (value === undefined || value === null) throw new InvariantError(`missing: ${what}`);
  return value;
}

/** Closes a switch over a union: a new member does not compile until it has its case. */
export function unreachable(value: never, where: string): never {
  throw new InvariantError(`${where}: unexpected ${JSON.stringify(value)}`);
}
