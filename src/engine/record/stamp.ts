import type { EpochMs } from '../core/time.ts';

const [ZERO, DASH, COLON, T, Z] = [0x30, 0x2d, 0x3a, 0x54, 0x5a];
/** The character of one decimal place of a number. */
const place = (n: number, worth: number): number => ZERO + (Math.floor(n / worth) % 10);

/**
 * An instant as records print it: `yyyy-mm-ddThh:mm:ssZ`, truncated to the second (spec §0), in the years 0 to 9999. The
 * civil date is worked out here because the engine has no `Date`; the arithmetic is the proleptic Gregorian calendar by
 * 400-year eras. All characters at once: a record has up to a dozen of these.
 */
export function stampOf(atMs: EpochMs): string {
  const totalSeconds = Math.floor(atMs / 1000);
  const day = Math.floor(totalSeconds / 86_400);
  const { year, month, date } = civil(day);
  const second = totalSeconds - day * 86_400;
  const minute = Math.floor(second / 60);
  const hour = Math.floor(second / 3600);
  return String.fromCharCode(
    place(year, 1000), place(year, 100), place(year, 10), place(year, 1), DASH, place(month, 10), place(month, 1), DASH, place(date, 10), place(date, 1), T,
    place(hour, 10), place(hour, 1), COLON, place(minute % 60, 10), place(minute, 1), COLON, place(second % 60, 10), place(second, 1), Z,
  );
}

/** The date of a day counted from 1970-01-01. Years start in March inside, so that the leap day comes last. */
function civil(day: number): { readonly year: number; readonly month: number; readonly date: number } {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    date: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}
