import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aFlow, aQueue, baseRig, ids } from '../../testing/builders.ts';
import { CenterDriver } from '../../testing/center-driver.ts';
import { JOHN } from '../../testing/talking.ts';
import { zoneOffsets } from '../../world/time-zones.ts';
import { must } from '../core/assert.ts';
import type { HoursId } from '../core/ids.ts';
import { epochMs, type EpochMs } from '../core/time.ts';
import { isOpen, nextClosing, nextOpening, type Schedule } from './hours.ts';
import type { HoursOfOperation, HoursOverride, OpenSlice, Recurrence, Weekday, ZoneTable } from './model.ts';
import { defaultPolicy } from './policy.ts';

const utc = (iso: string): EpochMs => epochMs(Date.parse(iso));
const dayOf = (iso: string): number => Date.parse(iso) / 86_400_000;
const UTC: ZoneTable = { zone: 'UTC', changes: [] };
const zone = zoneOffsets('America/New_York', 2023, 2026);
const newYork: ZoneTable = must(zone.ok ? zone.value : null, 'the zone');
const WORKDAYS: readonly Weekday[] = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'];
const DAYS: readonly Weekday[] = ['SUNDAY', ...WORKDAYS, 'SATURDAY'];
const slices = (days: readonly Weekday[], from: number, to: number): readonly OpenSlice[] => days.map((day) => ({ day, startMinute: from * 60, endMinute: (to * 60) % 1440 }));
const office = slices(WORKDAYS, 9, 17);
const override = (type: HoursOverride['type'], from: string, till: string, changes: Partial<HoursOverride> = {}): HoursOverride => ({ name: type, type, fromDay: dayOf(from), tillDay: dayOf(till), slices: [], recurs: null, ...changes });
const every = (unit: Recurrence['every'], changes: Partial<Recurrence> = {}): Recurrence => ({ every: unit, interval: 1, month: null, monthDay: null, weekdayOccurrence: null, ...changes });
const openAt = (schedule: Schedule, ...isos: readonly string[]): readonly boolean[] => isos.map((iso) => isOpen(schedule, utc(iso)));
/** The days from 2024-01-01 on, for a year and more, on which a schedule that is never open by itself opens. */
const daysOpen = (recurs: Recurrence, of: readonly OpenSlice[] = [], from = '2024-01-01'): readonly string[] => {
  const schedule: Schedule = { zone: UTC, open: [], overrides: [override('OPEN', from, '2029-12-31', { recurs, slices: of })] };
  return Array.from({ length: 800 }, (_, day) => new Date(Date.parse('2024-01-01T12:00Z') + day * 86_400_000).toISOString()).filter((iso) => isOpen(schedule, utc(iso))).map((iso) => iso.slice(0, 10));
};

describe('hours that hold once', () => {
  test('hold instead of the weekly ones from the first day to the last, and a day without any is closed', () => {
    const schedule: Schedule = { zone: UTC, open: office, overrides: [override('STANDARD', '2024-12-23', '2024-12-25', { slices: slices(['MONDAY'], 10, 12) })] };
    expect(openAt(schedule, '2024-12-22T11:00Z', '2024-12-23T09:30Z', '2024-12-23T11:00Z', '2024-12-23T12:00Z', '2024-12-24T11:00Z', '2024-12-25T23:59Z', '2024-12-26T11:00Z')).toEqual([false, false, true, false, false, false, true]);
  });

  test('begin and end at midnight of the zone', () => {
    const schedule: Schedule = { zone: newYork, open: '24x7', overrides: [override('STANDARD', '2024-07-04', '2024-07-04')] };
    expect(openAt(schedule, '2024-07-04T03:59:59.999Z', '2024-07-04T04:00Z', '2024-07-05T03:59:59.999Z', '2024-07-05T04:00Z')).toEqual([true, false, false, true]);
  });

  test('may open a day on which it is closed every week', () => {
    expect(openAt({ zone: UTC, open: office, overrides: [override('STANDARD', '2024-01-13', '2024-01-13', { slices: slices(['SATURDAY'], 10, 24) })] }, '2024-01-13T09:59Z', '2024-01-13T23:59Z', '2024-01-20T12:00Z')).toEqual([false, true, false]);
  });
});

describe('what is closed again and again comes before what is open again and again, that before what holds once, that before every week (spec §5.7)', () => {
  const span = ['2024-01-01', '2024-12-31'] as const;
  const closed = override('CLOSED', ...span, { recurs: every('WEEK'), slices: slices(['MONDAY'], 13, 14) });
  const open = override('OPEN', ...span, { recurs: every('WEEK'), slices: slices(['MONDAY'], 12, 16) });
  const standard = override('STANDARD', ...span, { slices: slices(['MONDAY'], 11, 15) });
  const week = slices(['MONDAY'], 10, 14);
  // Monday, at half past each of these hours.
  const hoursOf = (overrides: readonly HoursOverride[]): readonly number[] => [9, 10, 11, 12, 13, 14, 15, 16].filter((hour) => isOpen({ zone: UTC, open: week, overrides }, utc(`2024-01-08T${String(hour).padStart(2, '0')}:30Z`)));

  test.each<[string, readonly HoursOverride[], readonly number[]]>([
    ['nothing', [], [10, 11, 12, 13]], ['standard', [standard], [11, 12, 13, 14]], ['open and standard', [standard, open], [12, 13, 14, 15]],
    ['all three', [standard, open, closed], [12, 14, 15]], ['closed and standard', [closed, standard], [11, 12, 14]], ['closed', [closed], [10, 11, 12]],
    ['closed all day', [override('CLOSED', '2024-01-08', '2024-01-08'), open, standard], []], ['two that are open', [open, override('OPEN', ...span, { slices: slices(['MONDAY'], 9, 10) })], [9, 12, 13, 14, 15]],
  ])('%s', (_which, overrides, expected) => {
    expect(hoursOf(overrides)).toEqual(expected);
    expect(hoursOf(overrides.toReversed())).toEqual(expected);
  });

  test('on other days none of them matters', () => {
    expect(openAt({ zone: UTC, open: office, overrides: [open, closed] }, '2024-01-09T13:30Z', '2024-01-09T18:00Z')).toEqual([true, false]);
  });
});

describe('what recurs', () => {
  test('is counted over the turn of the year: every fifth month, every third year', () => {
    expect(daysOpen(every('MONTH', { interval: 5, monthDay: 10 }), [], '2024-03-10')).toEqual(['2024-03-10', '2024-08-10', '2025-01-10', '2025-06-10', '2025-11-10']);
    const schedule: Schedule = { zone: UTC, open: [], overrides: [override('OPEN', '2024-05-01', '2039-12-31', { recurs: every('YEAR', { interval: 3, month: 5, monthDay: 1 }) })] };
    expect(Array.from({ length: 10 }, (_, index) => 2024 + index).filter((year) => isOpen(schedule, utc(`${year}-05-01T12:00Z`)))).toEqual([2024, 2027, 2030, 2033]);
  });

  test('does so on each of its weekdays', () => {
    expect(daysOpen(every('WEEK'), slices(['SATURDAY', 'TUESDAY'], 0, 24)).slice(0, 4)).toEqual(['2024-01-02', '2024-01-06', '2024-01-09', '2024-01-13']);
  });

  test('does so on its weekdays, every week or every other', () => {
    expect(daysOpen(every('WEEK'), slices(['SATURDAY'], 0, 24)).slice(0, 3)).toEqual(['2024-01-06', '2024-01-13', '2024-01-20']);
    expect(daysOpen(every('WEEK', { interval: 2 }), slices(['SATURDAY'], 0, 24)).slice(0, 3)).toEqual(['2024-01-06', '2024-01-20', '2024-02-03']);
  });

  test('does so on a day of the month, the last one as well', () => {
    expect(daysOpen(every('MONTH', { monthDay: 31 })).slice(0, 3)).toEqual(['2024-01-31', '2024-03-31', '2024-05-31']);
    expect(daysOpen(every('MONTH', { monthDay: -1, interval: 2 })).slice(0, 4)).toEqual(['2024-01-31', '2024-03-31', '2024-05-31', '2024-07-31']);
    expect(daysOpen(every('MONTH', { monthDay: -1 })).slice(0, 4)).toEqual(['2024-01-31', '2024-02-29', '2024-03-31', '2024-04-30']);
  });

  test('does so on the n-th or the last of a weekday in the month', () => {
    expect(daysOpen(every('MONTH', { weekdayOccurrence: 2 }), slices(['TUESDAY'], 0, 24)).slice(0, 3)).toEqual(['2024-01-09', '2024-02-13', '2024-03-12']);
    expect(daysOpen(every('MONTH', { weekdayOccurrence: -1 }), slices(['FRIDAY'], 0, 24)).slice(0, 3)).toEqual(['2024-01-26', '2024-02-23', '2024-03-29']);
  });

  test('does so each year, or each other, and not after its last day', () => {
    expect(daysOpen(every('YEAR', { month: 12, monthDay: 25 }))).toEqual(['2024-12-25', '2025-12-25']);
    expect(daysOpen(every('YEAR', { month: 11, weekdayOccurrence: 4 }), slices(['THURSDAY'], 0, 24))).toEqual(['2024-11-28', '2025-11-27']);
    expect(daysOpen(every('YEAR', { month: 12, monthDay: 25, interval: 2 }))).toEqual(['2024-12-25']);
    expect(daysOpen(every('YEAR', { month: 12, monthDay: 25 }), [], '2025-01-01')).toEqual(['2025-12-25']);
    const schedule: Schedule = { zone: UTC, open: [], overrides: [override('OPEN', '2024-01-01', '2024-12-24', { recurs: every('YEAR', { month: 12, monthDay: 25 }) })] };
    expect(nextOpening(schedule, utc('2024-01-01T00:00Z'))).toBeNull();
  });
});

describe('the next opening and the next closing with other hours', () => {
  const QUARTER = 900_000;
  const lookFor = (schedule: Schedule, atMs: EpochMs, wanted: boolean): EpochMs | null => {
    for (let ms: number = atMs; ms < atMs + 60 * 96 * QUARTER; ms += QUARTER) if (isOpen(schedule, epochMs(ms)) === wanted) return epochMs(ms);
    return null;
  };
  const anyOverride = fc.record({
    type: fc.constantFrom('STANDARD' as const, 'OPEN' as const, 'CLOSED' as const), from: fc.integer({ min: -3, max: 10 }), length: fc.integer({ min: 0, max: 20 }),
    hours: fc.array(fc.record({ day: fc.constantFrom(...DAYS), start: fc.integer({ min: 0, max: 23 }), length: fc.integer({ min: 1, max: 12 }) }), { maxLength: 2 }),
  }).map(({ type, from, length, hours }): HoursOverride => ({
    name: type, type, fromDay: dayOf('2024-03-06') + from, tillDay: dayOf('2024-03-06') + from + length, recurs: null,
    slices: hours.map(({ day, start, length: long }) => ({ day, startMinute: start * 60, endMinute: (Math.min(24, start + long) * 60) % 1440 })),
  }));

  test('are found as by looking at every quarter of an hour', () => {
    fc.assert(fc.property(fc.constantFrom(UTC, newYork), fc.constantFrom<HoursOfOperation['open']>('24x7', office, []), fc.array(anyOverride, { minLength: 1, maxLength: 3 }), fc.integer({ min: 0, max: 400 }), (where, open, overrides, quarters) => {
      const schedule: Schedule = { zone: where, open, overrides };
      const atMs = epochMs(utc('2024-03-05T00:00Z') + quarters * QUARTER);
      const opensAtMs = lookFor(schedule, atMs, true);
      expect(nextOpening(schedule, atMs)).toBe(opensAtMs);
      expect(nextClosing(schedule, atMs)).toBe(opensAtMs === null ? null : lookFor(schedule, opensAtMs, false));
    }), { numRuns: 300 });
  });

  test('are found years ahead', () => {
    const schedule: Schedule = { zone: UTC, open: [], overrides: [override('OPEN', '2024-02-29', '2099-12-31', { recurs: every('YEAR', { interval: 4, month: 2, monthDay: 29 }) })] };
    expect(nextOpening(schedule, utc('2024-03-01T00:00Z'))).toBe(utc('2028-02-29T00:00Z'));
    expect(nextClosing(schedule, utc('2024-03-01T00:00Z'))).toBe(utc('2028-03-01T00:00Z'));
  });
});

describe('hours that inherit', () => {
  const hours = (name: string, changes: Partial<HoursOfOperation>): HoursOfOperation => ({ id: name as HoursId, name, zone: UTC, open: '24x7', ...changes });
  const holiday = hours('Holidays', { overrides: [override('STANDARD', '2024-01-10', '2024-01-10')] });

  test('are checked by flows with the overrides of the others as with their own', () => {
    const check = aFlow('check', 'CONTACT_FLOW', [
      { Identifier: 'set', Type: 'UpdateContactTargetQueue', Parameters: { QueueId: 'InboundQueue' }, Transitions: { NextAction: 'ask' } },
      { Identifier: 'ask', Type: 'CheckHoursOfOperation', Transitions: { NextAction: 'end', Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'end' }], Conditions: ['True', 'False'].map((is) => ({ NextAction: is, Condition: { Operator: 'Equals', Operands: [is] } })) } },
      ...['True', 'False'].map((is) => ({ Identifier: is, Type: 'Wait', Parameters: { TimeLimitSeconds: '5' }, Transitions: { NextAction: 'end' } })),
      { Identifier: 'end', Type: 'DisconnectParticipant' },
    ]);
    const found = (inherits: readonly HoursId[], own: readonly HoursOverride[] = []): string | undefined => {
      const rig = baseRig({ hours: [hours('Office', { inherits, overrides: own }), holiday, hours('Plain', {})], queues: [aQueue('InboundQueue', { hoursId: 'Office' as HoursId })] });
      const center = new CenterDriver({ ...rig, flows: [...rig.flows, check], numbers: rig.numbers.map((claimed) => ({ ...claimed, flowId: check.id })) });
      return [...center.customer(JOHN).dials().center.flowRuns.values()][0]?.actionId;
    };
    expect([found([]), found([holiday.id]), found(['gone' as HoursId]), found(['Plain' as HoursId]), found([holiday.id], [override('OPEN', '2024-01-10', '2024-01-10')])]).toEqual(['True', 'False', 'True', 'True', 'True']);
  });

  test('hold callbacks back until the other hours are over, where the instance says so (decision #11)', () => {
    const rig = baseRig({ hours: [hours('Office', { inherits: [holiday.id] }), holiday], policy: { ...defaultPolicy, hoursHoldBackCallbacks: true } });
    const center = new CenterDriver({ ...rig, queues: [aQueue('InboundQueue', { hoursId: null }), aQueue('CallbackQueue', { hoursId: 'Office' as HoursId })] });
    center.agent('ana').sets('Break').customer(JOHN).dials().customer(JOHN).requestsCallback().wait(99).agent('ana').sets('Available');
    expect([center.agent('ana').state(), center.to('23:59:59.999').agent('ana').state(), center.to('24:00:00').agent('ana').state()]).toEqual([null, null, 'INCOMING']);
    expect(ids.queue('CallbackQueue')).toBe(center.agent('ana').contact().queue?.queueId);
  });
});
