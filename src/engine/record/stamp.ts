import { dateOf, whole } from '../core/civil-date.ts';
import type { EpochMs } from '../core/time.ts';

const [ZERO, DASH, COLON, T, Z] = [0x30, 0x2d, 0x3a, 0x54, 0x5a];
/** The two digits of a number below 100. */
const tens = (n: number): number => ZERO + whole(n, 10);
const ones = (n: number): number => ZERO + (n % 10);

/**
 * An instant as records print it: `yyyy-mm-ddThh:mm:ssZ`, truncated to the second (spec §0), in the years 0 to 9999. All
 * characters at once: a record has up to a dozen of these, and a flat string is compared the quickest.
 */
export function stampOf(atMs: EpochMs): string {
  const totalSeconds = Math.floor(atMs / 1000);
  const day = Math.floor(totalSeconds / 86_400);
  const { year, month, monthDay } = dateOf(day);
  const century = whole(year, 100);
  const yearOfCentury = year - century * 100;
  const secondOfDay = (totalSeconds - day * 86_400) | 0;
  const minuteOfDay = whole(secondOfDay, 60);
  const hour = whole(minuteOfDay, 60);
  const minute = minuteOfDay - hour * 60;
  const second = secondOfDay - minuteOfDay * 60;
  return String.fromCharCode(
    tens(century), ones(century), tens(yearOfCentury), ones(yearOfCentury), DASH, tens(month), ones(month), DASH, tens(monthDay), ones(monthDay), T,
    tens(hour), ones(hour), COLON, tens(minute), ones(minute), COLON, tens(second), ones(second), Z,
  );
}
