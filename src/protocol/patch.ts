import type { Patch } from './envelope.ts';
import type { LiveTables } from './views.ts';

type TableName = keyof LiveTables;
type Rows = Readonly<Record<string, object>>;

/** Every table, in the order in which patches list them. */
export const tableNames: readonly TableName[] = [
  'clock', 'center', 'agents', 'offers', 'contacts', 'phones', 'queues', 'directory', 'notices', 'mastership',
];

/**
 * What turns `prev` into `next`, by reference per row: whoever makes the tables hands out the same object for a row
 * that has not changed. null when nothing has.
 */
export function diff(prev: LiveTables, next: LiveTables): Omit<Patch, 'seq'> | null {
  const set: Partial<Record<TableName, Rows>> = {};
  const del: Partial<Record<TableName, readonly string[]>> = {};
  for (const name of tableNames) {
    const before = rowsOf(prev, name);
    const after = rowsOf(next, name);
    if (before === after) continue;
    const changed = Object.entries(after).filter(([id, row]) => before[id] !== row);
    const gone = Object.keys(before).filter((id) => !(id in after));
    if (changed.length > 0) set[name] = Object.fromEntries(changed);
    if (gone.length > 0) del[name] = gone;
  }
  if (Object.keys(set).length === 0 && Object.keys(del).length === 0) return null;
  return { set: set as Patch['set'], del };
}

/** The tables after a patch; tables and rows it does not name stay the same objects. */
export function applyPatch(tables: LiveTables, patch: Pick<Patch, 'set' | 'del'>): LiveTables {
  const after: Partial<Record<TableName, Rows>> = {};
  for (const name of tableNames) {
    const set = patch.set[name] as Rows | undefined;
    const del = patch.del[name];
    if (!set && !del) continue;
    const gone = new Set(del);
    const kept = Object.entries(rowsOf(tables, name)).filter(([id]) => !gone.has(id));
    after[name] = { ...Object.fromEntries(kept), ...set };
  }
  return { ...tables, ...(after as Partial<LiveTables>) };
}

/** True when two plain values are equal all the way down: a row made anew that says the same is not a change. */
export function equalDeep(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, i) => equalDeep(item, b[i]));
  }
  const left = Object.entries(a);
  const right = b as Readonly<Record<string, unknown>>;
  return left.length === Object.keys(b).length && left.every(([key, value]) => key in b && equalDeep(value, right[key]));
}

const rowsOf = (tables: LiveTables, name: TableName): Rows => tables[name];
