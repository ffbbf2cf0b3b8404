import type { OpenSlice, Weekday } from './model.ts';

/* Days are counted from 1970-01-01, on whatever clock the caller goes by. The engine has no Date: dates are worked out. */

/** 1970-01-01 was a Thursday. */
const WEEKDAYS: readonly Weekday[] = ['THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY'];

/** The weekday of a day. */
export const weekdayOf = (day: number): Weekday | undefined => WEEKDAYS[((day % 7) + 7) % 7];

/** True when one of the slices is open at this minute of the day; an end of 0 is midnight at the end of it (spec §5.7). */
export function covers(slices: readonly OpenSlice[], day: number, minute: number): boolean {
  const weekday = weekdayOf(day);
  return slices.some((slice) => slice.day === weekday && minute >= slice.startMinute && (slice.endMinute === 0 || minute < slice.endMinute));
}

/** A date of the Gregorian calendar: month 1–12, day of the month from 1. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly monthDay: number;
}

/** 400 years, after which the calendar repeats. */
const ERA_DAYS = 146_097;
/** From 0000-03-01, with which years are made to begin here, to 1970-01-01: so a leap day is the last of its year. */
const MARCH_OF_YEAR_ZERO = 719_468;

/** The date of a day. */
export function dateOf(day: number): CalendarDate {
  const sinceMarch = day + MARCH_OF_YEAR_ZERO;
  const era = Math.floor(sinceMarch / ERA_DAYS);
  const dayOfEra = sinceMarch - era * ERA_DAYS;
  // Years of 365 days, put right by the leap days before: each fourth year, not each hundredth, but the four hundredth.
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  // From March on, five months have 153 days, and so again.
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, monthDay: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1 };
}
