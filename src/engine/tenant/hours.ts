import type { EpochMs } from '../core/time.ts';
import type { HoursOfOperation, Weekday, ZoneTable } from './model.ts';

const DAY_MS = 86_400_000;
/** 1970-01-01 was a Thursday. */
const WEEKDAYS: readonly Weekday[] = ['THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY'];

/** Open means start ≤ local time < end, on the zone's own clock, so both days of a clock change are right (spec §5.7). */
export function isOpen(hours: HoursOfOperation, atMs: EpochMs): boolean {
  if (hours.open === '24x7') return true;
  const localMs = atMs + offsetAt(hours.zone, atMs);
  const day = Math.floor(localMs / DAY_MS);
  const minute = Math.floor((localMs - day * DAY_MS) / 60_000);
  const weekday = WEEKDAYS[((day % 7) + 7) % 7];
  return hours.open.some(
    (slice) => slice.day === weekday && minute >= slice.startMinute && (slice.endMinute === 0 || minute < slice.endMinute),
  );
}

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
