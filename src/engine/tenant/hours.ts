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
    if ((changes[mid]?.fromMs ?? Infinity) <= atMs) low = mid + 1;
    else high = mid;
  }
  return changes[low - 1]?.offsetMs ?? 0;
}

/** A week and a day: within it every weekly opening comes round, whatever the clock changes. */
const SEARCH_DAYS = 8;

/** The next instant from `atMs` on at which these slices are open on the zone's clock; null when they never are. */
export function nextOpening(open: readonly OpenSlice[], zone: ZoneTable, atMs: EpochMs): EpochMs | null {
  if (isOpenAt(open, zone, atMs)) return atMs;
  return nextEdge(open.map(({ day, startMinute }) => ({ day, minute: startMinute })), zone, atMs);
}

/** The next instant after `atMs` at which a slice ends; null when there is none. */
export function nextClosing(open: readonly OpenSlice[], zone: ZoneTable, atMs: EpochMs): EpochMs | null {
  const ends = open.map(({ day, endMinute }) => ({ day, minute: endMinute === 0 ? 1440 : endMinute }));
  return nextEdge(ends, zone, atMs);
}

/** True when the local time of the zone lies in one of the slices. */
export function isOpenAt(open: readonly OpenSlice[], zone: ZoneTable, atMs: EpochMs): boolean {
  return isOpen({ open, zone }, atMs);
}

function nextEdge(edges: readonly { readonly day: Weekday; readonly minute: number }[], zone: ZoneTable, atMs: EpochMs): EpochMs | null {
  const today = Math.floor((atMs + offsetAt(zone, atMs)) / DAY_MS);
  let best: number | null = null;
  for (let day = today - 1; day <= today + SEARCH_DAYS; day++) {
    for (const edge of edges) {
      if (edge.day !== weekdayOf(day)) continue;
      const at = instantOf(day * DAY_MS + edge.minute * 60_000, zone);
      if (at > atMs && (best === null || at < best)) best = at;
    }
    if (best !== null && day > today + 1) break;
  }
  return best === null ? null : epochMs(best);
}

/** A local time as an instant; a time that a clock change skips is taken with the offset before the change. */
function instantOf(localMs: number, zone: ZoneTable): number {
  const guess = localMs - offsetAt(zone, localMs - offsetAt(zone, localMs));
  return localMs - offsetAt(zone, guess);
}
