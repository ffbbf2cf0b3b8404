import { endContact, stopFlow } from '../contact/end.ts';
import type { Contact } from '../contact/model.ts';
import type { QueueId } from '../core/ids.ts';
import type { CenterEvent } from '../event.ts';
import { newId } from '../new-id.ts';
import type { Center } from '../state.ts';
import { consulterOf } from './consult.ts';
import { goOnIn } from './succeed.ts';

/**
 * Whether a move from queue to queue makes a contact of its own (spec §2.3, §9), as it does for a customer who waits on
 * the line. A callback stays the leg it is, since each of its legs is one dial (spec §3.4 counts the others as attempts);
 * so does one whom an agent waits for, who is no customer's yet.
 */
export const movesAsNewContact = (center: Center, contact: Contact): boolean => contact.callback === null && consulterOf(center, contact) === null;

/** A waiting contact goes to another queue, with a new place in line (spec §5.2). */
export function moveToQueue(center: Center, contact: Contact, queueId: QueueId): readonly CenterEvent[] {
  if (movesAsNewContact(center, contact)) return asNewContact(center, contact, queueId);
  return [
    ...stopFlow(center, contact),
    { type: 'contact.dequeued', contactId: contact.id, why: 'moved' },
    { type: 'contact.enqueued', contactId: contact.id, queueId, orderingAtMs: center.nowMs },
  ];
}

/** The old contact ends, and its record says where it went on; the customer’s line goes over to the new one. */
function asNewContact(center: Center, contact: Contact, queueId: QueueId): readonly CenterEvent[] {
  const contactId = newId(center, 'contact');
  return [
    ...goOnIn(contactId, 'QUEUE_TRANSFER', contact),
    ...endContact(center, contact, 'requeued'),
    { type: 'contact.enqueued', contactId, queueId, orderingAtMs: center.nowMs },
  ];
}
