import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatLocalTime, isTimeZone, localParts, zoneOffsets } from './time-zones.ts';
import type { ZoneOffsets } from './time-zones.ts';

const hourMs = 3_600_000;

function offsetsOf(zone: string, fromYear: number, toYear: number): ZoneOffsets {
  const found = zoneOffsets(zone, fromYear, toYear);
  if (!found.ok) throw new Error(`${zone} is unknown here`);
  return found.value;
}

/** The offset a table tells for an instant, as its readers look it up. */
function offsetIn(table: ZoneOffsets, ms: number): number {
  return table.changes.findLast((change) => change.fromMs <= ms)?.offsetMs ?? Number.NaN;
}

/** The changes of a zone as "instant: hours", the first one without an instant. */
function told(zone: string, fromYear: number, toYear: number): readonly string[] {
  return offsetsOf(zone, fromYear, toYear).changes.map(({ fromMs, offsetMs }) =>
    fromMs === Number.MIN_SAFE_INTEGER ? `before: ${offsetMs / hourMs}` : `${new Date(fromMs).toISOString()}: ${offsetMs / hourMs}`,
  );
}

describe('a zone as a table', () => {
  test('New York goes forward in March and back in November', () => {
    expect(told('America/New_York', 2024, 2024)).toEqual([
      'before: -5', '2024-03-10T07:00:00.000Z: -4', '2024-11-03T06:00:00.000Z: -5',
    ]);
  });

  test('London goes forward in March and back in October', () => {
    expect(told('Europe/London', 2024, 2024)).toEqual([
      'before: 0', '2024-03-31T01:00:00.000Z: 1', '2024-10-27T01:00:00.000Z: 0',
    ]);
  });

  test('Lord Howe moves by half an hour, and is on summer time when the year begins', () => {
    expect(told('Australia/Lord_Howe', 2024, 2024)).toEqual([
      'before: 11', '2024-04-06T15:00:00.000Z: 10.5', '2024-10-05T15:30:00.000Z: 11',
    ]);
  });

  test('Kolkata never moves', () => {
    expect(told('Asia/Kolkata', 2000, 2040)).toEqual(['before: 5.5']);
  });

  test('Casablanca leaves its time for Ramadan', () => {
    expect(told('Africa/Casablanca', 2024, 2024)).toEqual([
      'before: 1', '2024-03-10T02:00:00.000Z: 0', '2024-04-14T02:00:00.000Z: 1',
    ]);
  });

  test('a table survives JSON', () => {
    const table = offsetsOf('Europe/London', 2020, 2030);
    expect(JSON.parse(JSON.stringify(table))).toEqual(table);
  });

  test('an unknown zone is refused, a bare offset is no zone', () => {
    for (const zone of ['', 'Mars/Olympus', '+05:30', '../etc/passwd', 'America/New York', 'x'.repeat(10_000)]) {
      expect(zoneOffsets(zone, 2024, 2024)).toEqual({ ok: false, refusal: 'UNKNOWN_ZONE' });
      expect(isTimeZone(zone)).toBe(false);
    }
    expect(isTimeZone('UTC')).toBe(true);
    expect(isTimeZone('America/New_York')).toBe(true);
  });

  test.each([[Number.NaN, Number.NaN], [-1e9, 1e9], [2030, 2020], [Infinity, -Infinity]])(
    'years %s to %s give an ascending table all the same',
    (fromYear, toYear) => {
      const starts = offsetsOf('Europe/London', fromYear, toYear).changes.map((change) => change.fromMs);
      expect(starts).toEqual([...starts].sort((a, b) => a - b));
      expect(starts[0]).toBe(Number.MIN_SAFE_INTEGER);
    },
  );

  test('the offsets agree with the wall clock at any instant', () => {
    const zones = [
      'America/New_York', 'Europe/London', 'Australia/Lord_Howe', 'Asia/Kolkata', 'Africa/Casablanca', 'America/Sao_Paulo',
      'Asia/Gaza', 'Pacific/Apia', 'Africa/Cairo',
    ];
    const tables = new Map(zones.map((zone) => [zone, offsetsOf(zone, 1990, 2045)]));
    const instant = fc.date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2045-12-31T23:59:59Z'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.constantFrom(...zones), instant, (zone, date) => {
        const table = tables.get(zone) ?? offsetsOf(zone, 1990, 2045);
        const shifted = new Date(date.getTime() + offsetIn(table, date.getTime()));
        const shown = new Intl.DateTimeFormat('en-GB', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }).format(date);
        const expected = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', dateStyle: 'short', timeStyle: 'medium' }).format(shifted);
        expect(expected).toBe(shown);
      }),
      { numRuns: 1_000 },
    );
  });

  test('each change is exact: one second earlier the old offset still holds', () => {
    for (const zone of ['America/New_York', 'Australia/Lord_Howe', 'Africa/Casablanca', 'Asia/Gaza']) {
      const table = offsetsOf(zone, 2005, 2035);
      for (const { fromMs, offsetMs } of table.changes.slice(1)) {
        const before = localParts(fromMs - 1_000, zone);
        const after = localParts(fromMs, zone);
        const minutesOf = (parts: typeof after): number =>
          Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute) / 60_000;
        expect(minutesOf(after)).toBe((fromMs + offsetMs) / 60_000);
        expect(minutesOf(after) - minutesOf(before)).not.toBe(1);
      }
    }
  });
});

describe('a clock on the wall', () => {
  test('the week of spec scenario 36: nine o’clock in New York is 14:00 UTC on the Friday, 13:00 UTC on the Monday', () => {
    const newYork = (iso: string) => localParts(Date.parse(iso), 'America/New_York');
    expect(newYork('2024-03-08T14:00:00Z')).toEqual({ year: 2024, month: 3, day: 8, hour: 9, minute: 0, weekday: 5 });
    expect(newYork('2024-03-08T13:30:00Z')).toMatchObject({ hour: 8, minute: 30 });
    expect(newYork('2024-03-11T13:00:00Z')).toEqual({ year: 2024, month: 3, day: 11, hour: 9, minute: 0, weekday: 1 });
    expect(newYork('2024-03-11T12:59:59Z')).toMatchObject({ hour: 8, minute: 59 });
  });

  test('midnight is hour 0 of the new day, and days before 1970 have weekdays', () => {
    expect(localParts(Date.parse('2024-06-30T00:00:00Z'), 'UTC')).toMatchObject({ day: 30, hour: 0, weekday: 0 });
    expect(localParts(Date.parse('1969-12-28T12:00:00Z'), 'UTC')).toMatchObject({ weekday: 0 });
  });

  test('an unknown zone throws: it is checked where it comes in', () => {
    expect(() => localParts(0, 'Mars/Olympus')).toThrow(RangeError);
  });

  test('the short form is 24 hours and the day in the reader’s language', () => {
    const tuesday = Date.parse('2024-03-12T18:38:00Z');
    expect(formatLocalTime(tuesday, 'America/New_York', 'en')).toBe('14:38 Tue');
    expect(formatLocalTime(tuesday, 'Europe/Berlin', 'de')).toBe('19:38 Di');
    expect(formatLocalTime(Date.parse('2024-03-12T00:05:00Z'), 'UTC', 'en')).toBe('00:05 Tue');
    expect(formatLocalTime(tuesday, 'America/New_York', 'en-US@posix')).toBe('14:38 Tue');
  });
});
