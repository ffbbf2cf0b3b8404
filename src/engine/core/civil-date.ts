/** A date of the Gregorian calendar: month 1–12, day of the month from 1. */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly monthDay: number;
}

/** 400 years, after which the calendar repeats. */
const ERA_DAYS = 146_097;
/** From 0000-03-01, with which years are made to begin here, to 1970-01-01: so a leap day is the last of its year. */
const MARCH_OF_YEAR_ZERO = 719_468;

/** A quotient of small whole numbers that are not negative: V8 divides these as 32-bit integers, and cuts off for nothing. */
export const whole = (n: number, by: number): number => (n / by) | 0;

/** The date of a day counted from 1970-01-01. The engine has no `Date`, so dates are worked out. */
export function dateOf(day: number): CivilDate {
  const sinceMarch = day + MARCH_OF_YEAR_ZERO;
  const era = Math.floor(sinceMarch / ERA_DAYS);
  const dayOfEra = (sinceMarch - era * ERA_DAYS) | 0;
  // Years of 365 days, put right by the leap days before: each fourth year, not each hundredth, but the four hundredth.
  const yearOfEra = whole(dayOfEra - whole(dayOfEra, 1460) + whole(dayOfEra, 36_524) - whole(dayOfEra, 146_096), 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + whole(yearOfEra, 4) - whole(yearOfEra, 100));
  // From March on, five months have 153 days, and so again.
  const monthFromMarch = whole(5 * dayOfYear + 2, 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, monthDay: dayOfYear - whole(153 * monthFromMarch + 2, 5) + 1 };
}
