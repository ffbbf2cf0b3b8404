import { dateOf } from '../core/civil-date.ts';
import { covers, weekdayOf } from './calendar.ts';
import type { HoursOverride, Recurrence } from './model.ts';

/**
 * Whether overrides have it open at this minute of the day; null when none of them is for it, and the weekly hours hold.
 * What is closed again and again comes before what is open again and again, and that before what holds once (spec §5.7).
 */
export function overruled(overrides: readonly HoursOverride[], day: number, minute: number): boolean | null {
  const ofDay = overrides.filter((override) => isFor(override, day));
  if (ofDay.some((override) => override.type === 'CLOSED' && isWithin(override, day, minute))) return false;
  for (const type of ['OPEN', 'STANDARD'] as const) {
    const ruling = ofDay.filter((override) => override.type === type);
    if (ruling.length > 0) return ruling.some((override) => (type === 'OPEN' ? isWithin(override, day, minute) : covers(override.slices, day, minute)));
  }
  return null;
}

/** What recurs without any slices lasts all day. */
const isWithin = ({ slices }: HoursOverride, day: number, minute: number): boolean => slices.length === 0 || covers(slices, day, minute);

/** Whether it says anything about this day. */
function isFor({ type, fromDay, tillDay, slices, recurs }: HoursOverride, day: number): boolean {
  if (day < fromDay || day > tillDay) return false;
  if (type === 'STANDARD') return true;
  const weekday = weekdayOf(day);
  return (slices.length === 0 || slices.some((slice) => slice.day === weekday)) && (recurs === null || isTurn(recurs, fromDay, day));
}

/** Whether it is this day's turn, counted from the first day on. */
function isTurn({ every, interval, month, monthDay, weekdayOccurrence }: Recurrence, fromDay: number, day: number): boolean {
  const [first, date] = [dateOf(fromDay), dateOf(day)];
  const past = every === 'WEEK' ? Math.floor((day - fromDay) / 7) : every === 'MONTH' ? (date.year - first.year) * 12 + date.month - first.month : date.year - first.year;
  if (past % interval !== 0 || (month !== null && date.month !== month)) return false;
  if (monthDay !== null && (monthDay === -1 ? dateOf(day + 1).monthDay !== 1 : date.monthDay !== monthDay)) return false;
  if (weekdayOccurrence === null) return true;
  // The last of its weekday has none seven days later in its month.
  return weekdayOccurrence === -1 ? dateOf(day + 7).month !== date.month : Math.ceil(date.monthDay / 7) === weekdayOccurrence;
}
