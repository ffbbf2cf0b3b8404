import type { OpenSlice, Weekday } from './model.ts';

/* Days are counted from 1970-01-01, on whatever clock the caller goes by. */

/** 1970-01-01 was a Thursday. */
const WEEKDAYS: readonly Weekday[] = ['THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY'];

/** The weekday of a day. */
export const weekdayOf = (day: number): Weekday | undefined => WEEKDAYS[((day % 7) + 7) % 7];

/** True when one of the slices is open at this minute of the day; an end of 0 is midnight at the end of it (spec §5.7). */
export function covers(slices: readonly OpenSlice[], day: number, minute: number): boolean {
  const weekday = weekdayOf(day);
  return slices.some((slice) => slice.day === weekday && minute >= slice.startMinute && (slice.endMinute === 0 || minute < slice.endMinute));
}
