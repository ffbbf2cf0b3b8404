import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { must } from '../core/assert.ts';
import { epochMs, type EpochMs } from '../core/time.ts';
import { zoneOffsets } from '../../world/time-zones.ts';
import { isOpen, nextClosing, nextOpening, offsetAt } from './hours.ts';
import type { OpenSlice, Weekday, ZoneTable } from './model.ts';

const utc = (iso: string): EpochMs => epochMs(Date.parse(iso));

function zoneOf(name: string): ZoneTable {
  const found = zoneOffsets(name, 2023, 2025);
  return must(found.ok ? found.value : null, name);
}

const newYork = zoneOf('America/New_York');
const zones = [newYork, zoneOf('Europe/Berlin'), zoneOf('Australia/Lord_Howe'), zoneOf('Asia/Kolkata'), zoneOf('America/St_Johns'), { zone: 'UTC', changes: [] }];
const WORKDAYS: readonly Weekday[] = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'];
const DAYS: readonly Weekday[] = ['SUNDAY', ...WORKDAYS, 'SATURDAY'];
const slice = (day: Weekday, from: number, to: number): OpenSlice => ({ day, startMinute: from * 60, endMinute: to * 60 });
const office = { zone: newYork, open: WORKDAYS.map((day) => slice(day, 9, 17)) };

describe('hours of operation', () => {
  test('follow the zone’s clock through daylight saving time', () => {
    const at = (iso: string): boolean => isOpen(office, utc(iso));
    expect([at('2024-03-11T12:59:59Z'), at('2024-03-11T13:00:00Z')]).toEqual([false, true]);
    expect([at('2024-03-08T13:30:00Z'), at('2024-03-08T14:00:00Z')]).toEqual([false, true]);
    expect([at('2024-11-01T20:59:59Z'), at('2024-11-01T21:00:00Z')]).toEqual([true, false]);
    expect([at('2024-11-04T21:59:59Z'), at('2024-11-04T22:00:00Z')]).toEqual([true, false]);
    expect([at('2024-03-09T15:00:00Z'), at('2024-03-10T15:00:00Z')]).toEqual([false, false]);
  });

  test('include their first minute and not their last', () => {
    const hours = { zone: zones[5] ?? newYork, open: [slice('WEDNESDAY', 9, 10)] };
    const at = (iso: string): boolean => isOpen(hours, utc(iso));
    expect(['08:59:59.999', '09:00:00.000', '09:59:59.999', '10:00:00.000'].map((time) => at(`2024-01-10T${time}Z`))).toEqual([false, true, true, false]);
  });

  test('may end at midnight, have several slices a day, and never close', () => {
    const hours = { zone: zones[5] ?? newYork, open: [slice('WEDNESDAY', 6, 8), { day: 'WEDNESDAY', startMinute: 1320, endMinute: 0 } as const] };
    const at = (iso: string): boolean => isOpen(hours, utc(iso));
    expect(['2024-01-10T07:00Z', '2024-01-10T12:00Z', '2024-01-10T22:00Z', '2024-01-10T23:59:59.999Z', '2024-01-11T00:00Z'].map(at)).toEqual([true, false, true, true, false]);
    expect(isOpen({ zone: newYork, open: '24x7' }, utc('2024-12-25T00:00Z'))).toBe(true);
    expect(isOpen({ zone: newYork, open: [] }, utc('2024-12-25T00:00Z'))).toBe(false);
  });

  test('know every weekday, before 1970 as well', () => {
    for (let day = -10; day < 20; day++) {
      const atMs = epochMs(day * 86_400_000 + 43_200_000);
      const name = DAYS[new Date(atMs).getUTCDay()] ?? 'SUNDAY';
      expect(DAYS.filter((each) => isOpen({ zone: { zone: 'UTC', changes: [] }, open: [slice(each, 0, 0)] }, atMs))).toEqual([name]);
    }
  });
});

describe('a zone', () => {
  test('has the offset of its last change', () => {
    const zone = { zone: 'x', changes: [{ fromMs: 0, offsetMs: 1 }, { fromMs: 10, offsetMs: 2 }, { fromMs: 20, offsetMs: 3 }] };
    expect([-1, 0, 9, 10, 19, 20, 1e9].map((ms) => offsetAt(zone, ms))).toEqual([0, 1, 1, 2, 2, 3, 3]);
  });
});

const MINUTE = 60_000;
const slices = fc.array(fc.record({ day: fc.constantFrom(...DAYS), from: fc.integer({ min: 0, max: 47 }), length: fc.integer({ min: 1, max: 20 }) }), { minLength: 1, maxLength: 3 })
  .map((list) => list.map(({ day, from, length }): OpenSlice => ({ day, startMinute: from * 30, endMinute: Math.min(1440, (from + length) * 30) % 1440 })));
/** Days around clock changes, where a minute may be missing or come twice. */
const instants = fc.tuple(fc.constantFrom('2024-03-08', '2024-03-30', '2024-04-05', '2024-10-05', '2024-10-26', '2024-11-01', '2024-07-01'), fc.integer({ min: 0, max: 4 * 48 }))
  .map(([day, halfHours]) => epochMs(Date.parse(`${day}T00:00:00Z`) + halfHours * 30 * MINUTE));

/** The first quarter of an hour from `atMs` on at which it is open, or closed; null when there is none for three weeks. */
function lookFor(open: readonly OpenSlice[], zone: ZoneTable, atMs: EpochMs, wanted: boolean): EpochMs | null {
  for (let ms: number = atMs; ms < atMs + 21 * 96 * 15 * MINUTE; ms += 15 * MINUTE) if (isOpen({ zone, open }, epochMs(ms)) === wanted) return epochMs(ms);
  return null;
}

describe('the next opening and the next closing', () => {
  test('are found as by looking at every quarter of an hour', () => {
    fc.assert(fc.property(fc.constantFrom(...zones), slices, instants, (zone, open, atMs) => {
      const opensAtMs = lookFor(open, zone, atMs, true);
      expect(nextOpening({ open, zone }, atMs)).toBe(opensAtMs);
      expect(nextClosing({ open, zone }, atMs)).toBe(opensAtMs === null ? null : lookFor(open, zone, opensAtMs, false));
    }), { numRuns: 1000 });
  });

  test('come twice on the day that has an hour twice, and not on the day that skips it', () => {
    const berlin = zones[1] ?? newYork;
    const open = [{ day: 'SUNDAY', startMinute: 120, endMinute: 150 } as const];
    const at = (iso: string): string => new Date(nextOpening({ open, zone: berlin }, utc(iso)) ?? 0).toISOString();
    expect(at('2024-10-26T12:00Z')).toBe('2024-10-27T00:00:00.000Z');
    expect(at('2024-10-27T00:30Z')).toBe('2024-10-27T01:00:00.000Z');
    expect(at('2024-03-30T12:00Z')).toBe('2024-04-07T00:00:00.000Z');
  });

  test('do not come where slices follow one another without a gap', () => {
    const open = DAYS.map((day) => slice(day, 0, 0));
    expect(nextClosing({ open, zone: newYork }, utc('2024-01-10T00:00Z'))).toBeNull();
    expect(nextClosing({ open: [slice('WEDNESDAY', 9, 12), slice('WEDNESDAY', 12, 17)], zone: { zone: 'UTC', changes: [] } }, utc('2024-01-10T10:00Z'))).toBe(utc('2024-01-10T17:00Z'));
  });

  test('are never when nothing opens', () => {
    expect(nextOpening({ open: [], zone: newYork }, utc('2024-01-10T00:00Z'))).toBeNull();
    expect(nextClosing({ open: [], zone: newYork }, utc('2024-01-10T00:00Z'))).toBeNull();
  });

  test('come with the clock change itself where the hour of the turn is skipped', () => {
    // In Berlin the clock goes from 02:00 to 03:00 at 01:00Z of 2024-03-31, and from 03:00 back to 02:00 at 01:00Z of 2024-10-27.
    const berlin = zones[1] ?? newYork;
    const sunday = (startMinute: number, endMinute: number): readonly OpenSlice[] => [{ day: 'SUNDAY', startMinute, endMinute }];
    expect(nextClosing({ open: sunday(60, 150), zone: berlin }, utc('2024-03-31T00:30Z'))).toBe(utc('2024-03-31T01:00Z'));
    expect(nextOpening({ open: sunday(150, 240), zone: berlin }, utc('2024-03-31T00:30Z'))).toBe(utc('2024-03-31T01:00Z'));
    expect(nextOpening({ open: sunday(60, 150), zone: berlin }, utc('2024-10-27T00:30Z'))).toBe(utc('2024-10-27T01:00Z'));
  });

  test('may lie on a later day than a turn that follows them, where the clock is set back over midnight', () => {
    const set = { zone: 'x', changes: [{ fromMs: utc('2024-03-02T01:00Z'), offsetMs: -120 * MINUTE }] };
    const open: readonly OpenSlice[] = [{ day: 'FRIDAY', startMinute: 1410, endMinute: 1425 }, { day: 'SATURDAY', startMinute: 15, endMinute: 30 }];
    expect(nextOpening({ open, zone: set }, utc('2024-03-01T23:50Z'))).toBe(utc('2024-03-02T00:15Z'));
    expect(nextOpening({ open, zone: set }, utc('2024-03-02T00:50Z'))).toBe(utc('2024-03-02T01:30Z'));
  });

  test('are the first of all instants at which some day of the next weeks turns, whatever the clock is set to meanwhile', () => {
    fc.assert(fc.property(restlessZones, slicesToTheMinute, fc.integer({ min: 0, max: 3 * 1440 }), (zone, open, minute) => {
      const atMs = epochMs(START_MS + minute * MINUTE);
      const opensAtMs = isOpen({ zone, open }, atMs) ? atMs : firstTurn(open, zone, atMs, true);
      expect(nextOpening({ open, zone }, atMs)).toBe(opensAtMs);
      expect(nextClosing({ open, zone }, atMs)).toBe(opensAtMs === null ? null : firstTurn(open, zone, opensAtMs, false));
    }), { numRuns: 3000 });
  });
});

const DAY = 1440 * MINUTE;
const START_MS = Date.parse('2024-03-01T00:00:00Z');
const slicesToTheMinute = fc.array(fc.record({ day: fc.constantFrom(...DAYS), from: fc.integer({ min: 0, max: 1439 }), length: fc.integer({ min: 1, max: 300 }) }), { maxLength: 8 })
  .map((list) => list.map(({ day, from, length }): OpenSlice => ({ day, startMinute: from, endMinute: Math.min(1440, from + length) % 1440 })));
/** Clocks that are set forward and back every few days, by up to as far as zones lie apart, over midnight too. */
const restlessZones = fc.array(fc.record({ minute: fc.integer({ min: -1440, max: 6 * 1440 }), quarters: fc.integer({ min: -48, max: 47 }) }), { maxLength: 4 })
  .map((changes): ZoneTable => ({
    zone: 'restless',
    changes: changes.map(({ minute, quarters }) => ({ fromMs: START_MS + minute * MINUTE, offsetMs: quarters * 15 * MINUTE })).sort((a, b) => a.fromMs - b.fromMs),
  }));

/** As plainly as can be: every instant at which a slice of a day or the clock can turn it is listed, put in order and tried. */
function firstTurn(open: readonly OpenSlice[], zone: ZoneTable, atMs: EpochMs, opens: boolean): EpochMs | null {
  const today = Math.floor((atMs + offsetAt(zone, atMs)) / DAY);
  const turns = zone.changes.map(({ fromMs }) => fromMs).filter((ms) => ms < atMs + 15 * DAY);
  for (let day = today - 1; day <= today + 15; day++) {
    for (const { day: weekday, startMinute, endMinute } of open) {
      if (DAYS[new Date(day * DAY).getUTCDay()] !== weekday) continue;
      for (const localMs of [startMinute, endMinute === 0 ? 1440 : endMinute].map((minute) => day * DAY + minute * MINUTE)) {
        for (const offset of [offsetAt(zone, localMs - DAY), offsetAt(zone, localMs + DAY)]) if (offsetAt(zone, localMs - offset) === offset) turns.push(localMs - offset);
      }
    }
  }
  const found = turns.filter((ms) => ms > atMs).sort((a, b) => a - b).find((ms) => isOpen({ zone, open }, epochMs(ms)) === opens);
  return found === undefined ? null : epochMs(found);
}
