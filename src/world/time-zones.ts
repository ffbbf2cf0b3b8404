/*
 * Time zones for an engine that may not use Intl: offsets are found here once and handed over as a table, so
 * that hours of operation (spec §5.7) follow the zone's daylight saving time and stay the same under replay.
 */
import { ok, refuse } from '../engine/core/result.ts';
import type { Result } from '../engine/core/result.ts';

/** One stretch of constant offset: from `fromMs` (epoch, ms) until the next entry, local time is UTC + `offsetMs`. */
export interface OffsetChange {
  readonly fromMs: number;
  readonly offsetMs: number;
}

/** A zone's offsets in ascending order. The first entry starts at `Number.MIN_SAFE_INTEGER`, since JSON has no −∞. */
export interface ZoneOffsets {
  readonly zone: string;
  readonly changes: readonly OffsetChange[];
}

/** Wall-clock reading in a zone: month 1–12, hour 0–23, weekday 0 (Sunday) – 6 (Saturday). */
export interface LocalParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly weekday: number;
}

const secondMs = 1_000;
const dayMs = 86_400_000;
/** No zone has left an offset and come back to it within a week, so weekly probes miss no change. */
const probeMs = 7 * dayMs;
/** Before 1970 the records of zones are guesses; after 2200 so are the rules. Also bounds the work for odd input. */
const firstYear = 1970;
const lastYear = 2200;

/** Formatters cost far more to make than to use, and the zones and locales in use are few. */
const clocks = new Map<string, Intl.DateTimeFormat>();

/** True for IANA zone names this runtime knows. Bare offsets such as "+05:30" are no zones: they have no rules. */
export function isTimeZone(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    clockOf(zone);
    return true;
  } catch {
    return false;
  }
}

/**
 * Every change of a zone's offset from the start of `fromYear` to the end of `toYear` (UTC, held within 1970–2200),
 * exact to the second. Before the first year its first offset is told, after the last year its last.
 */
export function zoneOffsets(zone: string, fromYear: number, toYear: number): Result<ZoneOffsets, 'UNKNOWN_ZONE'> {
  if (!isTimeZone(zone)) return refuse('UNKNOWN_ZONE');
  const startMs = Date.UTC(heldYear(fromYear, firstYear), 0, 1);
  const endMs = Date.UTC(heldYear(toYear, lastYear) + 1, 0, 1);
  let knownMs = startMs;
  let knownOffset = offsetAt(startMs, zone);
  const changes: OffsetChange[] = [{ fromMs: Number.MIN_SAFE_INTEGER, offsetMs: knownOffset }];
  while (knownMs < endMs) {
    const probe = Math.min(knownMs + probeMs, endMs);
    const offsetMs = offsetAt(probe, zone);
    if (offsetMs !== knownOffset) changes.push({ fromMs: changeBetween(knownMs, probe, zone), offsetMs });
    knownMs = probe;
    knownOffset = offsetMs;
  }
  return ok({ zone, changes });
}

/** What a clock on the wall shows. Throws a RangeError for a zone that `isTimeZone` denies: check where it comes in. */
export function localParts(ms: number, zone: string): LocalParts {
  const part = readClock(ms, zone);
  const year = part('year');
  const month = part('month');
  const day = part('day');
  // The first of January 1970 was a Thursday; the double modulo keeps earlier days positive.
  const weekday = (((Date.UTC(year, month - 1, day) / dayMs + 4) % 7) + 7) % 7;
  return { year, month, day, hour: part('hour'), minute: part('minute'), weekday };
}

/**
 * "14:38 Tue": the short form for an offer card, always 24 hours, the day in the language of `locale` (English where
 * the tag is malformed). Throws as `localParts` does.
 */
export function formatLocalTime(ms: number, zone: string, locale: string): string {
  const { hour, minute } = localParts(ms, zone);
  const twoDigits = (value: number): string => String(value).padStart(2, '0');
  return `${twoDigits(hour)}:${twoDigits(minute)} ${weekdayClockOf(zone, locale).format(ms)}`;
}

/** The first whole second of the later offset. Assumes one change between the two instants. */
function changeBetween(beforeMs: number, afterMs: number, zone: string): number {
  const earlier = offsetAt(beforeMs, zone);
  let low = beforeMs / secondMs;
  let high = afterMs / secondMs;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle * secondMs, zone) === earlier) low = middle;
    else high = middle;
  }
  return high * secondMs;
}

/** Local time minus UTC at an instant on a whole second. */
function offsetAt(ms: number, zone: string): number {
  const part = readClock(ms, zone);
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) - ms;
}

function readClock(ms: number, zone: string): (name: Intl.DateTimeFormatPartTypes) => number {
  const parts = clockOf(zone).formatToParts(ms);
  return (name) => Number(parts.find((part) => part.type === name)?.value);
}

function clockOf(zone: string): Intl.DateTimeFormat {
  return remembered(zone, () =>
    new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    }),
  );
}

function weekdayClockOf(zone: string, locale: string): Intl.DateTimeFormat {
  return remembered(`${zone} ${locale}`, () => {
    const options = { timeZone: zone, weekday: 'short' } as const;
    try {
      return new Intl.DateTimeFormat(locale, options);
    } catch {
      // Some systems hand out tags such as "en-US@posix" or "C"; a time in English beats no time.
      return new Intl.DateTimeFormat('en', options);
    }
  });
}

function remembered(key: string, make: () => Intl.DateTimeFormat): Intl.DateTimeFormat {
  const known = clocks.get(key);
  if (known !== undefined) return known;
  const made = make();
  clocks.set(key, made);
  return made;
}

/** A year within what the tables can tell; `fallback` for what is no number. */
function heldYear(year: number, fallback: number): number {
  return Number.isFinite(year) ? Math.min(Math.max(Math.trunc(year), firstYear), lastYear) : fallback;
}
