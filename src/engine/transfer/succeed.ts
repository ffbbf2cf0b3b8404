import type { Contact, InitiationMethod } from '../contact/model.ts';
import { must } from '../core/assert.ts';
import type { ContactId } from '../core/ids.ts';
import type { CenterEvent } from '../event.ts';

/**
 * A customer goes on in a contact of their own: all that was set for them, and what they have told so far, goes along, and
 * so does their line (spec §2.3). The end of the old contact is for the caller to tell.
 */
export function goOnIn(contactId: ContactId, method: InitiationMethod, contact: Contact): readonly CenterEvent[] {
  const { customerNumber, systemNumber, attributes, hooks, priority, ageAdjustmentMs, callbackNumber, storedInput } = contact;
  return [
    {
      type: 'contact.created',
      contactId,
      method,
      previousContactId: contact.id,
      initialContactId: contact.initialContactId ?? contact.id,
      customerNumber,
      systemNumber,
      attributes,
      hooks,
      priority,
      ageAdjustmentMs,
      orderingAtMs: null,
      callback: null,
    },
    ...(callbackNumber === null ? [] : [{ type: 'contact.callbackNumberSet' as const, contactId, number: callbackNumber }]),
    ...(storedInput === '' ? [] : [{ type: 'contact.inputStored' as const, contactId, input: storedInput }]),
    { type: 'line.moved', lineId: must(contact.lineId, 'the line of a customer who goes on'), from: contact.id, contactId },
  ];
}
