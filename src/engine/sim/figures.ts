import type { QueueId } from '../core/ids.ts';
import { historicalFigures } from '../metrics/historical.ts';
import { contactRecords } from '../record/assemble.ts';
import type { ContactRecord } from '../record/model.ts';
import type { Center } from '../state.ts';
import { holds } from './violation.ts';

/** The day's figures of each queue against a recount from the records alone (spec §3.4). */
export function checkFigures(center: Center): void {
  const records = contactRecords(center);
  holds(records.length === center.contacts.size, 'every ended contact has one record');
  holds(records.every(({ Ringback }) => Ringback.Complete), 'in the end all records are complete');
  checkChains(records);
  for (const queueId of center.config.queues.keys()) checkQueue(center, queueId, records);
}

function checkQueue(center: Center, queueId: QueueId, records: readonly ContactRecord[]): void {
  const name = center.config.queues.get(queueId)?.name;
  const queued = records.filter(({ Queue }) => Queue?.Name === name);
  const handled = queued.filter(({ Agent }) => Agent !== null);
  const durations = queued.map(({ Queue }) => Queue?.Duration ?? 0);
  const figures = historicalFigures(center, queueId, -Infinity, Infinity);
  const expected: Readonly<Record<string, number | null>> = {
    CONTACTS_QUEUED: queued.length,
    CONTACTS_HANDLED: handled.length,
    CONTACTS_HANDLED_INCOMING: handled.filter(({ InitiationMethod }) => InitiationMethod === 'INBOUND').length,
    CALLBACK_CONTACTS_HANDLED: handled.filter(({ InitiationMethod }) => InitiationMethod === 'CALLBACK').length,
    CONTACTS_ABANDONED: queued.filter(({ Agent, NextContactId }) => Agent === null && NextContactId === null).length,
    MAX_QUEUED_TIME: queued.length === 0 ? null : durations.reduce((a, b) => Math.max(a, b), 0),
    SERVICE_LEVEL_20: queued.length === 0 ? null : (durations.filter((duration) => duration < 20).length / queued.length) * 100,
    SUM_INTERACTION_TIME: handled.reduce((sum, { Agent }) => sum + (Agent?.AgentInteractionDuration ?? 0), 0),
    SUM_HOLD_TIME: handled.reduce((sum, { Agent }) => sum + (Agent?.CustomerHoldDuration ?? 0), 0),
    SUM_AFTER_CONTACT_WORK_TIME: handled.reduce((sum, { Agent }) => sum + (Agent?.AfterContactWorkDuration ?? 0), 0),
  };
  for (const [key, value] of Object.entries(expected)) holds(figures[key] === value, 'figures equal a recount from records', () => `${key}: ${figures[key]} for ${value}`);
}

/** Legs of one interaction name one another (spec §2.5). */
function checkChains(records: readonly ContactRecord[]): void {
  const byId = new Map(records.map((record) => [record.ContactId, record]));
  holds(byId.size === records.length, 'no two records have one id');
  for (const record of records) {
    // A callback asked for by a program is the first of its interaction.
    if (record.InitiationMethod !== 'CALLBACK' || record.PreviousContactId === null) continue;
    const previous = byId.get(record.PreviousContactId ?? '');
    holds(previous !== undefined && previous.NextContactId !== null, 'the leg before names a leg after it');
    const root = previous.InitialContactId ?? previous.ContactId;
    holds(record.InitialContactId === root, 'all legs name the first contact', () => `${record.Ringback.Attempt}`);
    if (record.Ringback.Attempt !== null && record.Ringback.Attempt > 1) holds(previous.NextContactId === record.ContactId, 'a retry is the next leg of the attempt before');
  }
}
