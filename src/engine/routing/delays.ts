import { must } from '../core/assert.ts';
import type { Contact } from '../contact/model.ts';
import { after, type DurationMs } from '../core/time.ts';
import type { QueueId } from '../core/ids.ts';
import type { Center } from '../state.ts';
import { contactOf } from '../update.ts';

/** Sets the instants at which a waiting contact becomes old enough for one more profile (spec §5.2). */
export function awaitDelays(center: Center, { id, queue }: Contact): void {
  const { queueId, enqueuedAtMs } = must(queue, 'the queue in which a contact waits');
  for (const delayMs of delaysOf(center, queueId)) {
    const atMs = after(enqueuedAtMs, delayMs);
    if (atMs > center.nowMs) center.timers.set('route', `${id}/${delayMs}`, atMs, { do: 'route.contact', contactId: id });
  }
}

/** Forgets them: the contact has left, or the delays are about to change. */
export function forgetDelays(center: Center, { id, queue }: Contact): void {
  for (const delayMs of delaysOf(center, must(queue, 'the queue in which a contact waited').queueId)) center.timers.cancel('route', `${id}/${delayMs}`);
}

/** Does this for everybody who waits. */
export function forAllWaiting(center: Center, act: (center: Center, contact: Contact) => void): void {
  for (const line of center.waiting.values()) for (const contactId of line.contactIds()) act(center, contactOf(center, contactId));
}

const delaysOf = (center: Center, queueId: QueueId): readonly DurationMs[] => center.config.delays.get(queueId) ?? [];
