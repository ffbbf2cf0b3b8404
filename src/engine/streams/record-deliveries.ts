import type { ContactId } from '../core/ids.ts';
import type { Commit } from '../event.ts';
import { contactRecord } from '../record/assemble.ts';
import type { ContactRecord } from '../record/model.ts';
import type { Center } from '../state.ts';

/**
 * The records that a commit makes worth delivering (spec §2.1): when a contact has disconnected, again when all work on
 * it is over, and again when something in it changes later. The center is as it was right after the commit, or later:
 * a delivery may bring more than its commit did, never less.
 */
export function recordsDelivered(center: Center, { events }: Commit): readonly ContactRecord[] {
  const touched = new Set<ContactId>();
  for (const event of events) {
    if (event.type === 'contact.ended' || event.type === 'contact.completed' || event.type === 'contact.attributesSet') touched.add(event.contactId);
    // The leg before learns of its next one.
    if (event.type === 'contact.created' && event.previousContactId !== null) touched.add(event.previousContactId);
  }
  return [...touched].flatMap((contactId) => contactRecord(center, contactId) ?? []);
}

/** What a consumer keeps of deliveries that came at least once, in any order: one record a contact, the newest. */
export function newestRecords(deliveries: Iterable<ContactRecord>): readonly ContactRecord[] {
  const kept = new Map<string, ContactRecord>();
  for (const record of deliveries) {
    const known = kept.get(record.ContactId);
    // Stamps have whole seconds: of two with the same one, the complete record is the later.
    const newer = known === undefined || record.LastUpdateTimestamp > known.LastUpdateTimestamp
      || (record.LastUpdateTimestamp === known.LastUpdateTimestamp && (record.Ringback.Complete || !known.Ringback.Complete));
    if (newer) kept.set(record.ContactId, record);
  }
  return [...kept.values()];
}
