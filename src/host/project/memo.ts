import { equalDeep } from '../../protocol/patch.ts';

interface Kept {
  readonly deps: readonly unknown[];
  readonly view: object;
}

/**
 * Keeps the views of one session, so that what has not changed stays the same object: cost follows what changed, and a
 * patch is a comparison of references.
 */
export interface Memo {
  /** The view made from these dependencies, made anew only when one of them is another; equal views stay the same object. */
  readonly row: <View extends object>(key: string, deps: readonly unknown[], make: () => View) => View;
  /** The rows as a table; the same object as last time when all rows are. */
  readonly table: <View extends object>(name: string, rows: readonly (readonly [string, View])[]) => Readonly<Record<string, View>>;
  /** Ends a round: forgets what it did not ask for. */
  readonly sweep: () => void;
}

/** A memo of nothing. */
export function createMemo(): Memo {
  let before = new Map<string, Kept>();
  let current = new Map<string, Kept>();

  /** The old object when it says the same: only then can a patch leave it out. */
  const keep = <View extends object>(key: string, deps: readonly unknown[], make: () => View): View => {
    const kept = current.get(key) ?? before.get(key);
    const made = kept && sameItems(kept.deps, deps) ? (kept.view as View) : make();
    const view = kept && made !== kept.view && equalDeep(kept.view, made) ? (kept.view as View) : made;
    current.set(key, { deps, view });
    return view;
  };

  return {
    row: (key, deps, make) => keep(`row/${key}`, deps, make),
    table: <View extends object>(name: string, rows: readonly (readonly [string, View])[]) =>
      keep(`table/${name}`, rows.flat(), () => Object.fromEntries(rows) as Readonly<Record<string, View>>),
    sweep: () => {
      before = current;
      current = new Map();
    },
  };
}

function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, i) => Object.is(item, b[i]));
}
