import type { EpochMs } from '../core/time.ts';

const [ZERO, DASH, COLON, T, Z] = [0x30, 0x2d, 0x3a, 0x54, 0x5a];
/** A quotient of small whole numbers that are not negative: V8 divides these as 32-bit integers, and cuts off for nothing. */
const whole = (n: number, by: number): number => (n / by) | 0;
/** The two digits of a number below 100. */
const tens = (n: number): number => ZERO + whole(n, 10);
const ones = (n: number): number => ZERO + (n % 10);

/**
 * An instant as records print it: `yyyy-mm-ddThh:mm:ssZ`, truncated to the second (spec §0), in the years 0 to 9999. The
 * civil date is worked out here because the engine has no `Date`; the arithmetic is the proleptic Gregorian calendar by
 * 400-year eras. All characters at once: a record has up to a dozen of these, and a flat string is compared the quickest.
 */
export function stampOf(atMs: EpochMs): string {
  const totalSeconds = Math.floor(atMs / 1000);
  const day = Math.floor(totalSeconds / 86_400);
  const { year, month, date } = civil(day);
  const century = whole(year, 100);
  const yearOfCentury = year - century * 100;
  const secondOfDay = (totalSeconds - day * 86_400) | 0;
  const minuteOfDay = whole(secondOfDay, 60);
  const hour = whole(minuteOfDay, 60);
  const minute = minuteOfDay - hour * 60;
  const second = secondOfDay - minuteOfDay * 60;
  return String.fromCharCode(
    tens(century), ones(century), tens(yearOfCentury), ones(yearOfCentury), DASH, tens(month), ones(month), DASH, tens(date), ones(date), T,
    tens(hour), ones(hour), COLON, tens(minute), ones(minute), COLON, tens(second), ones(second), Z,
  );
}

/** The date of a day counted from 1970-01-01. Years start in March inside, so that the leap day comes last. */
function civil(day: number): { readonly year: number; readonly month: number; readonly date: number } {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = (shifted - era * 146_097) | 0;
  const yearOfEra = whole(dayOfEra - whole(dayOfEra, 1460) + whole(dayOfEra, 36_524) - whole(dayOfEra, 146_096), 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + whole(yearOfEra, 4) - whole(yearOfEra, 100));
  const monthFromMarch = whole(5 * dayOfYear + 2, 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    date: dayOfYear - whole(153 * monthFromMarch + 2, 5) + 1,
  };
}
