import type { Contact } from '../contact/model.ts';
import type { E164 } from '../core/e164.ts';
import type { ContactId, QueueId } from '../core/ids.ts';
import { after, between, type DurationMs, type EpochMs } from '../core/time.ts';
import type { CenterEvent } from '../event.ts';
import type { Center } from '../state.ts';
import { extrasOf } from '../tenant/extras.ts';
import { nextClosing, nextOpening } from '../tenant/hours.ts';
import type { OpenSlice, ZoneTable } from '../tenant/model.ts';
import { contactOf } from '../update.ts';

/*
 * The calling window (ours): customers are called only at hours that are fit by their own clocks. A number that does not
 * tell its zone is not guarded, because a guess could forbid a call that the customer asked for.
 */

interface Window {
  readonly open: readonly OpenSlice[];
  readonly zone: ZoneTable;
}

function windowOf(center: Center, queueId: QueueId, number: E164): Window | null {
  const open = extrasOf(center.config.instance, queueId).callingWindow;
  const zone = open === null ? null : center.phoneNumbers.zoneOf(number);
  return open !== null && zone !== null ? { open, zone } : null;
}

/** When the customer may next be called, from `atMs` on; null when no window forbids it then, or none ever opens. */
export function postponedUntil(center: Center, queueId: QueueId, number: E164, atMs: EpochMs): EpochMs | null {
  const window = windowOf(center, queueId, number);
  const opensAtMs = window && nextOpening(window, atMs);
  return opensAtMs === null || opensAtMs === atMs ? null : opensAtMs;
}

/** A delay, lengthened to the next opening when it would end outside the window. */
export function untilWindow(center: Center, queueId: QueueId, number: E164, delayMs: DurationMs): DurationMs {
  const opensAtMs = postponedUntil(center, queueId, number, after(center.nowMs, delayMs));
  return opensAtMs === null ? delayMs : between(center.nowMs, opensAtMs);
}

/** When the window of a callback that waits in queue closes. */
export function windowClosing(center: Center, contact: Contact): EpochMs | null {
  const terms = contact.callback;
  const window = terms && windowOf(center, terms.queueId, terms.number);
  return window ? nextClosing(window, center.nowMs) : null;
}

/** The window closed while the callback waited: it waits for the next one, out of the queue. One that rings goes on until nobody takes it. */
export function windowOver(center: Center, contactId: ContactId): readonly CenterEvent[] {
  const contact = contactOf(center, contactId);
  if (contact.stage.name !== 'queued' || contact.stage.offerId !== null || !contact.callback) return [];
  const { queueId, number } = contact.callback;
  const untilMs = postponedUntil(center, queueId, number, center.nowMs);
  if (untilMs === null) return [];
  // A silent queue flow (spec §1.11) ends with the stay in the queue.
  const run = center.flowRuns.get(contactId);
  return [
    ...(run ? [{ type: 'flow.ended' as const, contactId, flowType: run.flowType, how: 'taken' as const }] : []),
    { type: 'contact.dequeued', contactId, why: 'postponed' },
    putOff(contactId, untilMs, 'callingWindow'),
  ];
}

/** A callback waits for another time, and comes back to where it waited last, as a retry does. */
export const putOff = (contactId: ContactId, untilMs: EpochMs, why: 'callingWindow' | 'rescheduled'): CenterEvent => ({ type: 'contact.postponed', contactId, untilMs, why });
