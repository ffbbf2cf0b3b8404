import { must } from '../core/assert.ts';
import { epochMs, type EpochMs } from '../core/time.ts';
import type { HoursOfOperation, OpenSlice, Weekday, ZoneTable } from './model.ts';

const DAY_MS = 86_400_000;
/** 1970-01-01 was a Thursday. */
const WEEKDAYS: readonly Weekday[] = ['THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY'];

/** Open means start ≤ local time < end, on the zone's own clock, so both days of a clock change are right (spec §5.7). */
export function isOpen(hours: Pick<HoursOfOperation, 'open' | 'zone'>, atMs: EpochMs): boolean {
  if (hours.open === '24x7') return true;
  const localMs = atMs + offsetAt(hours.zone, atMs);
  const day = Math.floor(localMs / DAY_MS);
  const minute = Math.floor((localMs - day * DAY_MS) / 60_000);
  const weekday = weekdayOf(day);
  return hours.open.some(
    (slice) => slice.day === weekday && minute >= slice.startMinute && (slice.endMinute === 0 || minute < slice.endMinute),
  );
}

const weekdayOf = (day: number): Weekday | undefined => WEEKDAYS[((day % 7) + 7) % 7];

/** The zone's distance from UTC at an instant, by bisection over its changes. */
export function offsetAt(zone: ZoneTable, atMs: number): number {
  const { changes } = zone;
  let low = 0;
  let high = changes.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (must(changes[mid], 'a change').fromMs <= atMs) low = mid + 1;
    else high = mid;
  }
  return changes[low - 1]?.offsetMs ?? 0;
}

/** Two weeks and a day: a weekly opening can fall into an hour that a clock change skips, and then comes the week after. */
const SEARCH_DAYS = 15;

/** The next instant from `atMs` on at which these slices are open on the zone's clock; null when they never are. */
export function nextOpening(open: readonly OpenSlice[], zone: ZoneTable, atMs: EpochMs): EpochMs | null {
  if (isOpenAt(open, zone, atMs)) return atMs;
  return nextTurn(open, zone, atMs, true);
}

/** The next instant after `atMs` at which it is open no more; null when it never opens or never closes. */
export function nextClosing(open: readonly OpenSlice[], zone: ZoneTable, atMs: EpochMs): EpochMs | null {
  const opensAtMs = nextOpening(open, zone, atMs);
  return opensAtMs === null ? null : nextTurn(open, zone, opensAtMs, false);
}

/** True when the local time of the zone lies in one of the slices. */
export function isOpenAt(open: readonly OpenSlice[], zone: ZoneTable, atMs: EpochMs): boolean {
  return isOpen({ open, zone }, atMs);
}

/**
 * The first instant after `atMs` at which it is open, or closed, among those at which that can turn. A clock that is set
 * back shows turns of a later day before those of the day it goes back to, so the day after the first found is read too.
 */
function nextTurn(open: readonly OpenSlice[], zone: ZoneTable, atMs: EpochMs, opens: boolean): EpochMs | null {
  const today = Math.floor((atMs + offsetAt(zone, atMs)) / DAY_MS);
  let next = Infinity;
  const isNext = (ms: number): boolean => ms > atMs && ms < next && isOpenAt(open, zone, epochMs(ms)) === opens;
  // The clock itself may step into a slice or out of it.
  for (const { fromMs } of zone.changes) if (fromMs < atMs + SEARCH_DAYS * DAY_MS && isNext(fromMs)) next = fromMs;
  let lastDay = today + SEARCH_DAYS;
  for (let day = today - 1; day <= lastDay; day++) {
    const weekday = weekdayOf(day);
    for (const slice of open) {
      if (slice.day !== weekday) continue;
      const minute = opens ? slice.startMinute : slice.endMinute === 0 ? 1440 : slice.endMinute;
      for (const ms of instantsOf(day * DAY_MS + minute * 60_000, zone)) {
        if (!isNext(ms)) continue;
        next = ms;
        lastDay = Math.min(lastDay, day + 1);
      }
    }
  }
  return next === Infinity ? null : epochMs(next);
}

/** A local time as an instant: none on the day whose clock change skips it, two on the day that has it twice. */
function instantsOf(localMs: number, zone: ZoneTable): readonly number[] {
  const before = offsetAt(zone, localMs - DAY_MS);
  const after = offsetAt(zone, localMs + DAY_MS);
  const offsets = before === after ? [before] : [before, after];
  return offsets.filter((offset) => offsetAt(zone, localMs - offset) === offset).map((offset) => localMs - offset);
}
