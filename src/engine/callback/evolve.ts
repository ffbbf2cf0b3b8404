import { must } from '../core/assert.ts';
import type { EventsOf } from '../slice.ts';
import type { Center } from '../state.ts';

/** The promise ledger: a promise is opened once and closed once, with its cause. */
export function evolveCallback(center: Center, event: EventsOf<'callback'>): void {
  const { callbackId } = event;
  if (event.type === 'callback.requested') {
    center.counts.callback += 1;
    center.callbacks.set(callbackId, {
      id: callbackId,
      number: event.number,
      queueId: event.queueId,
      requestedAtMs: center.nowMs,
      legs: [],
      attempts: 0,
      closed: null,
    });
    return;
  }
  const promise = must(center.callbacks.get(callbackId), `callback ${callbackId}`);
  switch (event.type) {
    case 'callback.attempted':
      center.callbacks.set(callbackId, { ...promise, attempts: promise.attempts + 1 });
      return;
    case 'callback.attemptFailed':
      return;
    case 'callback.closed':
      center.callbacks.set(callbackId, { ...promise, closed: { atMs: center.nowMs, cause: event.cause } });
      return;
  }
}
