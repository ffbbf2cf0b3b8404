import { expect, test } from 'vitest';
import type { TabCommand } from '../protocol/envelope.ts';
import { createPendingStore, markPending, pendingTarget, selectPending } from './pending.ts';

const accept = { type: 'offer.accept', offerId: 'O5' } as unknown as TabCommand;
const reject = { type: 'offer.reject', offerId: 'O5' } as unknown as TabCommand;

test('a command is in flight for its target until its mark is taken away', () => {
  const store = createPendingStore();
  const done = markPending(store, accept);
  expect(selectPending('offer:O5')(store.getState())).toBe('offer.accept');
  done();
  expect(store.getState()).toEqual({});
});

test('of two commands to one target the older is told, and either may be answered first', () => {
  const store = createPendingStore();
  const acceptDone = markPending(store, accept);
  const rejectDone = markPending(store, reject);
  acceptDone();
  acceptDone();
  expect(selectPending('offer:O5')(store.getState())).toBe('offer.reject');
  rejectDone();
  expect(selectPending('offer:O5')(store.getState())).toBeNull();
});

test('every kind of command has a target', () => {
  const target = (command: object): string => pendingTarget(command as TabCommand);
  expect(target({ type: 'contact.clear', contactId: 'C1', agentId: 'A1' })).toBe('contact:C1');
  expect(target({ type: 'agent.setStatus', agentId: 'A1', statusId: 'S' })).toBe('agent:A1');
  expect(target({ type: 'customer.answer', number: '+1206' })).toBe('phone:+1206');
  expect(target({ type: 'mastership.take', resource: 'ring:A1' })).toBe('ring:A1');
  expect(target({ type: 'clock.advance', ms: 5 })).toBe('clock.advance');
});
