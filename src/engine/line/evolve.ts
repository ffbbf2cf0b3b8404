import type { E164 } from '../core/e164.ts';
import { after, durationMs, type DurationMs } from '../core/time.ts';
import type { EventsOf } from '../slice.ts';
import type { Center } from '../state.ts';
import { changeContact, lineOf } from '../update.ts';
import { CAPTIONS_MAX, type Caption, type Customer, type DialBehavior, type Line } from './model.ts';

type LineEvent = EventsOf<'line'> | EventsOf<'customer'>;

/** A phone nobody has told how to behave rings until somebody picks it up. */
export const MANUAL: DialBehavior = { does: 'manual' };

export function evolveLine(center: Center, event: LineEvent): void {
  switch (event.type) {
    case 'customer.behaviorSet':
      setCustomer(center, event.number, { whenCalled: event.whenCalled, talksForMs: event.talksForMs, dials: 0 });
      return;
    case 'line.opened':
      open(center, event);
      return;
    case 'line.answered': {
      const line = lineOf(center, event.lineId);
      center.timers.cancel('line', line.id);
      center.timers.cancel('ring', line.id);
      center.lines.set(line.id, { ...line, state: 'up', answeredAtMs: center.nowMs, answeredBy: event.by });
      hangUpAfter(center, line, event.hangsUpAfterMs);
      return;
    }
    case 'line.moved':
      center.lines.set(event.lineId, { ...lineOf(center, event.lineId), contactId: event.contactId });
      changeContact(center, event.from, { lineId: null });
      changeContact(center, event.contactId, { lineId: event.lineId });
      return;
    case 'line.keyed':
      caption(center, lineOf(center, event.lineId), { atMs: center.nowMs, kind: 'keys', text: event.keys });
      return;
    case 'line.failed':
    case 'line.closed':
      close(center, lineOf(center, event.lineId));
      return;
  }
}

function open(center: Center, event: Extract<LineEvent, { type: 'line.opened' }>): void {
  const { lineId, contactId, number, direction, ourNumber, behavior, party } = event;
  const now = center.nowMs;
  const incoming = direction === 'in';
  center.counts.line += 1;
  center.lines.set(lineId, {
    id: lineId,
    contactId,
    number,
    party,
    direction,
    ourNumber,
    state: incoming ? 'up' : 'ringing',
    openedAtMs: now,
    answeredAtMs: incoming ? now : null,
    answeredBy: null,
    captions: [],
  });
  // What the customer sees is what the record says: an outbound whisper may have chosen it (spec §1.7).
  changeContact(center, contactId, party === 'third' ? { thirdLineId: lineId } : { lineId, systemNumber: ourNumber });
  const known = center.customers.get(number);
  // A phone that is engaged stays on the line it has; the new one fails as busy.
  const engaged = !incoming && known !== undefined && known.lineId !== null;
  setCustomer(center, number, { ...(engaged ? {} : { lineId }), dials: (known?.dials ?? 0) + (incoming ? 0 : 1) });
  if (behavior === null) return;
  const wait = ringTime(behavior);
  if (wait !== null) center.timers.set('line', lineId, after(now, wait), { do: 'line.rings', lineId });
  center.timers.set('ring', lineId, after(now, center.config.instance.policy.ringMs), { do: 'line.ringsOut', lineId });
}

/** How long a phone of this behavior rings before it does something; null: until somebody decides or it rings out. */
function ringTime(behavior: DialBehavior): DurationMs | null {
  switch (behavior.does) {
    case 'manual':
    case 'noAnswer':
      return null;
    case 'invalidNumber':
    case 'blocked':
      return durationMs(0);
    case 'answers':
    case 'busy':
    case 'voicemail':
    case 'networkNoAnswer':
    case 'networkFault':
      return behavior.afterMs;
  }
}

/** Sets when the customer will hang up by plan. */
export function hangUpAfter(center: Center, line: Line, wait: DurationMs | null): void {
  if (wait !== null) center.timers.set('hangUp', line.id, after(center.nowMs, wait), { do: 'line.hangsUp', lineId: line.id });
}

function close(center: Center, line: Line): void {
  for (const kind of ['line', 'ring', 'hangUp'] as const) center.timers.cancel(kind, line.id);
  center.lines.set(line.id, { ...line, state: 'ended' });
  if (center.customers.get(line.number)?.lineId === line.id) setCustomer(center, line.number, { lineId: null });
}

/** Adds to what was heard on a line; the oldest goes when the list is full. */
export function caption(center: Center, line: Line, heard: Caption): void {
  center.lines.set(line.id, { ...line, captions: [...line.captions, heard].slice(-CAPTIONS_MAX) });
}

function setCustomer(center: Center, number: E164, changes: Partial<Customer>): void {
  const known = center.customers.get(number) ?? { number, whenCalled: [MANUAL], talksForMs: null, dials: 0, lineId: null };
  center.customers.set(number, { ...known, ...changes });
}
