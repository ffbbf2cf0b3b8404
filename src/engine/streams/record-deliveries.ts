import type { ContactId } from '../core/ids.ts';
import { restoreEngine } from '../engine.ts';
import type { Commit } from '../event.ts';
import type { PhoneNumberRules } from '../ports.ts';
import { contactRecord } from '../record/assemble.ts';
import type { ContactRecord } from '../record/model.ts';
import type { Center } from '../state.ts';

/** One delivery of a record, as it was then. */
export interface RecordDelivery {
  /** The commit that made it worth delivering. */
  readonly seq: number;
  readonly atMs: number;
  readonly record: ContactRecord;
}

/**
 * All deliveries of contact records (spec §2.1): when a contact has disconnected, again when all work on it is over, and
 * again when something in it changes later. A consumer keeps one record a contact, the newest, whatever comes twice.
 */
export function recordDeliveries(commits: readonly Commit[], seed: number, phoneNumbers: PhoneNumberRules): readonly RecordDelivery[] {
  const deliveries: RecordDelivery[] = [];
  restoreEngine(commits, seed, phoneNumbers, (center, commit) => {
    for (const record of recordsOf(center, commit)) deliveries.push({ seq: commit.seq, atMs: commit.atMs, record });
  });
  return deliveries;
}

function recordsOf(center: Center, { events }: Commit): readonly ContactRecord[] {
  const touched = new Set<ContactId>();
  for (const event of events) {
    if (event.type === 'contact.ended' || event.type === 'contact.completed' || event.type === 'contact.attributesSet') touched.add(event.contactId);
  }
  return [...touched].flatMap((contactId) => contactRecord(center, contactId) ?? []);
}
