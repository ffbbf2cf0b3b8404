import type { E164 } from '../core/e164.ts';
import { after, durationMs, type DurationMs } from '../core/time.ts';
import type { EventsOf } from '../slice.ts';
import type { Center } from '../state.ts';
import { begin, type Draft, editContact, editCustomer, editLine, lineOf } from '../update.ts';
import { CAPTIONS_MAX, type Caption, type Customer, type DialBehavior, type Line, LINES_REMEMBERED } from './model.ts';

type LineEvent = EventsOf<'line'> | EventsOf<'customer'>;

/** A phone nobody has told how to behave rings until somebody picks it up. */
export const MANUAL: DialBehavior = { does: 'manual' };

export function evolveLine(center: Center, event: LineEvent): void {
  switch (event.type) {
    case 'customer.behaviorSet':
      behave(editCustomer(center, customerOf(center, event.number)), event);
      return;
    case 'line.opened':
      open(center, event);
      return;
    case 'line.answered': {
      const line = editLine(center, lineOf(center, event.lineId));
      center.timers.cancel('line', line.id);
      center.timers.cancel('ring', line.id);
      line.state = 'up';
      line.answeredAtMs = center.nowMs;
      line.answeredBy = event.by;
      hangUpAfter(center, line, event.hangsUpAfterMs);
      return;
    }
    case 'line.moved':
      editLine(center, lineOf(center, event.lineId)).contactId = event.contactId;
      editContact(center, event.from).lineId = null;
      editContact(center, event.contactId).lineId = event.lineId;
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
  forgetLine(center, center.counts.line - LINES_REMEMBERED);
  begin(center, center.lines, lineId, {
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
  const contact = editContact(center, contactId);
  if (party === 'third') contact.thirdLineId = lineId;
  else {
    contact.lineId = lineId;
    // What the customer sees is what the record says: an outbound whisper may have chosen it (spec §1.7).
    contact.systemNumber = ourNumber;
  }
  const customer = editCustomer(center, customerOf(center, number));
  // A phone that is engaged stays on the line it has; the new one fails as busy.
  if (incoming || customer.lineId === null) customer.lineId = lineId;
  if (!incoming) customer.dials += 1;
  if (behavior === null) return;
  const wait = ringTime(behavior);
  if (wait !== null) center.timers.set('line', lineId, after(now, wait), { do: 'line.rings', lineId });
  center.timers.set('ring', lineId, after(now, center.config.instance.policy.ringMs), { do: 'line.ringsOut', lineId });
}

function forgetLine({ lines }: Center, count: number): void {
  const line = lines.at(count);
  if (line?.state === 'ended' && line.party === 'customer') lines.forget(count);
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
  center.timers.cancelAll(line.id);
  editLine(center, line).state = 'ended';
  const customer = center.customers.get(line.number);
  if (customer?.lineId === line.id) editCustomer(center, customer).lineId = null;
}

/** Adds to what was heard on a line; the oldest goes when the list is full. */
export function caption(center: Center, line: Line, heard: Caption): void {
  editLine(center, line).captions = line.captions.length < CAPTIONS_MAX ? [...line.captions, heard] : [...line.captions.slice(1), heard];
}

/** Whoever has this number, known or not: a phone that nobody has told how to behave. */
function customerOf(center: Center, number: E164): Customer {
  const known = center.customers.get(number);
  if (known) return known;
  const customer: Customer = { number, whenCalled: [MANUAL], talksForMs: null, dials: 0, lineId: null };
  begin(center, center.customers, number, customer);
  return customer;
}

function behave(customer: Draft<Customer>, { whenCalled, talksForMs }: Extract<LineEvent, { type: 'customer.behaviorSet' }>): void {
  customer.whenCalled = whenCalled;
  customer.talksForMs = talksForMs;
  customer.dials = 0;
}
