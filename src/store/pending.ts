import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { TabCommand } from '../protocol/envelope.ts';

/** Commands sent and not yet answered, by what they are about; several to one target keep their order. */
export type PendingState = Readonly<Record<string, readonly TabCommand['type'][]>>;

export type PendingStore = StoreApi<PendingState>;

/** Nothing in flight. */
export function createPendingStore(): PendingStore {
  return createStore<PendingState>(() => ({}));
}

/** What a command is about: `offer:<id>`, `contact:<id>`, `agent:<id>`, `phone:<number>`, a mastership's resource, or its own type. */
export function pendingTarget(command: TabCommand): string {
  if ('offerId' in command) return `offer:${command.offerId}`;
  if ('contactId' in command) return `contact:${command.contactId}`;
  if ('agentId' in command) return `agent:${command.agentId}`;
  if ('resource' in command) return command.resource;
  if (command.type.startsWith('customer.') && 'number' in command) return `phone:${command.number}`;
  return command.type;
}

/** Marks a command as in flight; the returned function takes the mark away, once. */
export function markPending(store: PendingStore, command: TabCommand): () => void {
  const target = pendingTarget(command);
  store.setState((state) => ({ ...state, [target]: [...(state[target] ?? []), command.type] }), true);
  let marked = true;
  return () => {
    if (!marked) return;
    marked = false;
    store.setState((state) => without(state, target, command.type), true);
  };
}

/** The oldest command in flight for a target, or null. */
export const selectPending =
  (target: string) =>
  (state: PendingState): TabCommand['type'] | null =>
    state[target]?.[0] ?? null;

function without(state: PendingState, target: string, type: TabCommand['type']): PendingState {
  const marks = [...(state[target] ?? [])];
  const at = marks.indexOf(type);
  if (at >= 0) marks.splice(at, 1);
  if (marks.length > 0) return { ...state, [target]: marks };
  return Object.fromEntries(Object.entries(state).filter(([key]) => key !== target));
}
