import { replaceEqualDeep } from '@tanstack/react-query';
import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { CenterMessage, LinkState } from '../backends/contact-center.ts';
import type { Patch } from '../protocol/envelope.ts';
import type { LiveTables } from '../protocol/views.ts';

/** What this tab knows of the center: a mirror, never a source. */
export interface LiveState {
  readonly tables: LiveTables;
  readonly link: LinkState;
  /** False until the first snapshot: the tables are empty, not the center. */
  readonly synced: boolean;
}

/** What React may do with the mirror: read. */
export type LiveReader = Pick<StoreApi<LiveState>, 'getState' | 'getInitialState' | 'subscribe'>;

/** The mirror with its one writer; whoever joins it to the center holds this, nobody else. */
export interface LiveStore {
  readonly reader: LiveReader;
  /** Takes what the center said, in order. Rows that did not change keep their identity. */
  readonly apply: (message: CenterMessage) => void;
}

/** A mirror that has heard nothing yet. */
export function createLiveStore(): LiveStore {
  const store = createStore<LiveState>(() => ({ tables: noTables, link: { state: 'connecting' }, synced: false }));
  return {
    reader: store,
    apply: (message) => {
      store.setState((state) => nextLiveState(state, message), true);
    },
  };
}

/** The state after a message; the same object when nothing a reader could see has changed. */
export function nextLiveState(state: LiveState, message: CenterMessage): LiveState {
  switch (message.kind) {
    case 'snapshot': {
      const tables: LiveTables = replaceEqualDeep(state.tables, message.tables);
      return tables === state.tables && state.synced ? state : { ...state, tables, synced: true };
    }
    case 'patch': {
      const tables = patched(state.tables, message.patch);
      return tables === state.tables ? state : { ...state, tables };
    }
    case 'link': {
      const link: LinkState = replaceEqualDeep(state.link, message.link);
      return link === state.link ? state : { ...state, link };
    }
    case 'hints':
      return state;
  }
}

type Row = { readonly [T in keyof LiveTables]: LiveTables[T][keyof LiveTables[T]] }[keyof LiveTables];
type Rows = Readonly<Record<string, Row>>;

/** Tables of a tab that has heard nothing; `clock` and `center` come with the first snapshot. */
const noTables = {
  clock: {}, center: {}, agents: {}, offers: {}, contacts: {}, phones: {}, queues: {}, directory: {}, notices: {}, mastership: {},
} satisfies { readonly [Name in keyof LiveTables]: object } as unknown as LiveTables;

function patched(tables: LiveTables, patch: Patch): LiveTables {
  const names = new Set([...Object.keys(patch.set), ...Object.keys(patch.del)] as (keyof LiveTables)[]);
  const changed: Partial<Record<keyof LiveTables, Rows>> = {};
  for (const name of names) {
    const before = tables[name] as Rows;
    const after = patchedRows(before, patch.set[name] ?? {}, patch.del[name] ?? []);
    if (after !== before) changed[name] = after;
  }
  return Object.keys(changed).length === 0 ? tables : { ...tables, ...(changed as Partial<LiveTables>) };
}

function patchedRows(before: Rows, set: Rows, del: readonly string[]): Rows {
  const after: Record<string, Row> = { ...before };
  let touched = false;
  for (const id of del) {
    if (!(id in after)) continue;
    Reflect.deleteProperty(after, id);
    touched = true;
  }
  for (const [id, row] of Object.entries(set)) {
    const shared: Row = replaceEqualDeep(after[id], row);
    if (shared === after[id]) continue;
    after[id] = shared;
    touched = true;
  }
  return touched ? after : before;
}
