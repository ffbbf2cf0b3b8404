import { expect, test } from 'vitest';
import type { LiveTables, OfferView, QueueView } from '../protocol/views.ts';
import { createLiveStore } from './live-store.ts';

const queue = (id: string, inQueue: number): QueueView => ({ id, name: `Queue ${id}`, inQueue, scheduled: 0, oldestSinceMs: null });
const tables = (queues: Readonly<Record<string, QueueView>>): LiveTables => ({
  clock: { clock: { engineMs: 0, wallMs: 0, speed: 1, nextDueAtMs: null } },
  center: {
    center: { instanceName: 'Demo', country: 'US', timeZone: 'UTC', numbers: [], agents: [], customers: [], scenario: null },
  },
  agents: {}, offers: {}, contacts: {}, phones: {}, queues, directory: {}, notices: {}, mastership: {},
});

test('a row that did not change keeps its identity through a patch of another', () => {
  const store = createLiveStore();
  store.apply({ kind: 'snapshot', tables: tables({ a: queue('a', 1), b: queue('b', 2) }) });
  const before = store.reader.getState().tables;
  store.apply({ kind: 'patch', patch: { seq: 2, set: { queues: { a: queue('a', 5), b: queue('b', 2) } }, del: {} } });
  const after = store.reader.getState().tables;
  expect(after.queues['a']?.inQueue).toBe(5);
  expect(after.queues['b']).toBe(before.queues['b']);
  expect(after.agents).toBe(before.agents);
});

test('a patch that changes nothing wakes nobody', () => {
  const store = createLiveStore();
  store.apply({ kind: 'snapshot', tables: tables({ a: queue('a', 1) }) });
  const before = store.reader.getState();
  let woken = 0;
  store.reader.subscribe(() => {
    woken += 1;
  });
  store.apply({ kind: 'patch', patch: { seq: 2, set: { queues: { a: queue('a', 1) } }, del: { offers: ['gone'] } } });
  store.apply({ kind: 'hints', hints: ['flows'] });
  expect(store.reader.getState()).toBe(before);
  expect(woken).toBe(0);
});

test('a row that is deleted is gone, and one set in the same patch stays', () => {
  const store = createLiveStore();
  store.apply({ kind: 'snapshot', tables: tables({ a: queue('a', 1), b: queue('b', 1) }) });
  store.apply({ kind: 'patch', patch: { seq: 2, set: { queues: { b: queue('b', 9) } }, del: { queues: ['a', 'b'] } } });
  expect(store.reader.getState().tables.queues).toEqual({ b: queue('b', 9) });
});

test('a second snapshot replaces all rows and keeps the identity of equal ones', () => {
  const store = createLiveStore();
  store.apply({ kind: 'snapshot', tables: tables({ a: queue('a', 1), b: queue('b', 1) }) });
  const before = store.reader.getState().tables;
  store.apply({ kind: 'snapshot', tables: tables({ a: queue('a', 1) }) });
  const after = store.reader.getState().tables;
  expect(Object.keys(after.queues)).toEqual(['a']);
  expect(after.queues['a']).toBe(before.queues['a']);
});

test('the mirror is not synced before its first snapshot', () => {
  const store = createLiveStore();
  store.apply({ kind: 'link', link: { state: 'ready', transport: 'inPage' } });
  expect(store.reader.getState().synced).toBe(false);
  store.apply({ kind: 'snapshot', tables: tables({}) });
  expect(store.reader.getState().synced).toBe(true);
});

test('a changed field of a row is seen whole, nulls included', () => {
  const offer = { id: 'o', expiresAtMs: 20, attempt: null, can: ['accept', 'reject'] } as unknown as OfferView;
  const store = createLiveStore();
  store.apply({ kind: 'snapshot', tables: { ...tables({}), offers: { o: offer } } });
  store.apply({ kind: 'patch', patch: { seq: 1, set: { offers: { o: { ...offer, attempt: 2, can: [] } } }, del: {} } });
  expect(store.reader.getState().tables.offers['o']).toEqual({ ...offer, attempt: 2, can: [] });
});
