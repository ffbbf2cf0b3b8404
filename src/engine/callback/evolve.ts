import { must } from '../core/assert.ts';
import type { EventsOf } from '../slice.ts';
import type { CallbackPromise, Center } from '../state.ts';
import { begin, editPromise } from '../update.ts';

/** The promise ledger: a promise is opened once and closed once, with its cause. */
export function evolveCallback(center: Center, event: EventsOf<'callback'>): void {
  const { callbackId } = event;
  if (event.type === 'callback.requested') {
    center.counts.callback += 1;
    begin(center, center.callbacks, callbackId, {
      id: callbackId,
      number: event.number,
      queueId: event.queueId,
      requestedAtMs: center.nowMs,
      legs: [],
      attempts: 0,
      requests: 1,
      closed: null,
    });
    const open = center.openPromises.get(event.number);
    center.openPromises.set(event.number, open ? [...open, callbackId] : [callbackId]);
    return;
  }
  const promise = must(center.callbacks.get(callbackId), `callback ${callbackId}`);
  switch (event.type) {
    case 'callback.attempted':
      editPromise(center, promise).attempts += 1;
      return;
    case 'callback.merged':
      editPromise(center, promise).requests += 1;
      return;
    case 'callback.attemptFailed':
      return;
    case 'callback.closed':
      editPromise(center, promise).closed = { atMs: center.nowMs, cause: event.cause };
      close(center, promise);
      return;
  }
}

function close(center: Center, { id, number }: CallbackPromise): void {
  const others = must(center.openPromises.get(number), 'the open promises of a number').filter((other) => other !== id);
  if (others.length === 0) center.openPromises.delete(number);
  else center.openPromises.set(number, others);
}
