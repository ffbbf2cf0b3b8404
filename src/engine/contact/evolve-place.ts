import { windowClosing } from '../callback/window.ts';
import { assert, must } from '../core/assert.ts';
import type { ContactId, QueueId } from '../core/ids.ts';
import { after, type EpochMs } from '../core/time.ts';
import { WaitingLine, type WaitingEntry } from '../queue/waiting-line.ts';
import { awaitDelays, forgetDelays } from '../routing/delays.ts';
import type { EventsOf } from '../slice.ts';
import type { Center } from '../state.ts';
import type { Draft } from '../update.ts';
import type { Contact } from './model.ts';

/** A callback leaves whatever it was in and waits for another time (ours: calling windows and rescheduling). */
export function postpone(center: Center, contact: Draft<Contact>, untilMs: EpochMs): void {
  const contactId = contact.id;
  const terms = must(contact.callback, 'the terms of a callback');
  for (const kind of ['whisper', 'window'] as const) center.timers.cancel(kind, contactId);
  scheduledIn(center, terms.queueId).add(contactId);
  center.timers.set('callback', contactId, untilMs, { do: 'callback.due', contactId });
  // The accept had ended its life as one that nobody takes; it is such a one again (spec §1.4).
  if (center.timers.get('life', contactId) === undefined) {
    const endsAtMs = after(contact.initiatedAtMs, center.config.instance.policy.callbackLifeMs);
    // It may have run out meanwhile.
    center.timers.set('life', contactId, endsAtMs > center.nowMs ? endsAtMs : center.nowMs, { do: 'callback.expire', contactId });
  }
  if (contact.queue !== null) contact.callback = { ...terms, wasQueued: true };
  contact.stage = { name: 'scheduled', untilMs };
  contact.queue = null;
  contact.agent = null;
}

/** The contacts in delay of a queue. */
export function scheduledIn(center: Center, queueId: QueueId): Set<ContactId> {
  const scheduled = center.scheduled.get(queueId) ?? new Set<ContactId>();
  center.scheduled.set(queueId, scheduled);
  return scheduled;
}

/** It waits in a queue. */
export function enqueue(center: Center, contact: Draft<Contact>, { contactId, queueId, orderingAtMs }: Extract<EventsOf<'contact'>, { type: 'contact.enqueued' }>): void {
  if (contact.callback) {
    center.scheduled.get(contact.callback.queueId)?.delete(contactId);
    // Its flows may take it to another queue than it was asked for: what that queue does is what happens to it from now on.
    if (contact.callback.queueId !== queueId) contact.callback = { ...contact.callback, queueId };
  }
  center.timers.cancel('callback', contactId);
  contact.stage = { name: 'queued', offerId: null };
  contact.queue = { queueId, enqueuedAtMs: center.nowMs, dequeuedAtMs: null };
  contact.orderingAtMs = orderingAtMs;
  const line = center.waiting.get(queueId) ?? new WaitingLine();
  center.waiting.set(queueId, line);
  assert(isWaiting(contact), 'who has just been queued waits');
  line.add(waitingEntry(contact));
  const closesAtMs = contact.callback ? windowClosing(center, contact) : null;
  if (closesAtMs !== null) center.timers.set('window', contactId, closesAtMs, { do: 'callback.windowOver', contactId });
  awaitDelays(center, contact);
}

/** It has left its queue, and keeps on record when. */
export function dequeue(center: Center, contact: Draft<Contact>, why: Extract<EventsOf<'contact'>, { type: 'contact.dequeued' }>['why']): void {
  center.timers.cancel('window', contact.id);
  const queue = must(contact.queue, 'the queue that is left');
  center.waiting.get(queue.queueId)?.remove(contact.id);
  forgetDelays(center, contact);
  contact.queue = { ...queue, dequeuedAtMs: center.nowMs };
  if (why === 'moved') contact.queueMoves += 1;
  if (why === 'ended') contact.leftFromQueue = true;
}

type Waiting = Contact & { readonly queue: NonNullable<Contact['queue']> };

/** True while it stands in a queue, ringing or not. */
export const isWaiting = (contact: Contact): contact is Waiting => contact.queue !== null && contact.queue.dequeuedAtMs === null;

/** Its place in line. */
export function waitingEntry(contact: Waiting): WaitingEntry {
  const orderingAtMs = must(contact.orderingAtMs, 'from when a place in line counts');
  return {
    contactId: contact.id,
    seq: contact.seq,
    priority: contact.priority,
    rankMs: orderingAtMs - contact.ageAdjustmentMs,
    enqueuedAtMs: contact.queue.enqueuedAtMs,
  };
}
