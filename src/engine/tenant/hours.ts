import { must } from '../core/assert.ts';
import { epochMs, type EpochMs } from '../core/time.ts';
import { covers, weekdayOf } from './calendar.ts';
import type { HoursOfOperation, ZoneTable } from './model.ts';
import { overruled } from './overrides.ts';

const DAY_MS = 86_400_000;

/** What is open when: weekly slices on a zone's clock, and the days that are otherwise. */
export type Schedule = Pick<HoursOfOperation, 'open' | 'zone' | 'overrides'>;

/** Open means start ≤ local time < end, on the zone's own clock, so both days of a clock change are right (spec §5.7). */
export function isOpen({ open, zone, overrides }: Schedule, atMs: EpochMs): boolean {
  if (open === '24x7' && overrides === undefined) return true;
  const localMs = atMs + offsetAt(zone, atMs);
  const day = Math.floor(localMs / DAY_MS);
  const minute = Math.floor((localMs - day * DAY_MS) / 60_000);
  return overruled(overrides ?? [], day, minute) ?? (open === '24x7' || covers(open, day, minute));
}

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
/** Overrides are looked through for so long: what recurs each year, or each sixth, is found. */
const OVERRIDES_DAYS = 3660;

/** The next instant from `atMs` on at which it is open; null when it never is. */
export function nextOpening(schedule: Schedule, atMs: EpochMs): EpochMs | null {
  return isOpen(schedule, atMs) ? atMs : nextTurn(schedule, atMs, true);
}

/** The next instant after `atMs` at which it is open no more; null when it never opens or never closes. */
export function nextClosing(schedule: Schedule, atMs: EpochMs): EpochMs | null {
  const opensAtMs = nextOpening(schedule, atMs);
  return opensAtMs === null ? null : nextTurn(schedule, opensAtMs, false);
}

/** The first instant after `atMs` at which it is open, or closed; a fortnight at a time while overrides are to come. */
function nextTurn(schedule: Schedule, atMs: EpochMs, opens: boolean): EpochMs | null {
  const lastDay = Math.max(0, ...(schedule.overrides ?? []).map(({ tillDay }) => tillDay));
  const untilMs = Math.min((lastDay + 1) * DAY_MS, atMs + OVERRIDES_DAYS * DAY_MS);
  for (let fromMs: number = atMs; ; fromMs += (SEARCH_DAYS - 1) * DAY_MS) {
    const next = firstTurn(schedule, fromMs, opens);
    if (next !== null) return next;
    if (fromMs > untilMs) return null;
  }
}

/**
 * The first of those in the fortnight after this instant; null when there is none. Day by day: a clock that is set back
 * shows turns of a day before those of the day it goes back to, so the day after the first one found is looked at too.
 */
function firstTurn(schedule: Schedule, fromMs: number, opens: boolean): EpochMs | null {
  const { open, zone, overrides = [] } = schedule;
  const today = Math.floor((fromMs + offsetAt(zone, fromMs)) / DAY_MS);
  let first = Infinity;
  const isFirst = (ms: number): boolean => ms > fromMs && ms < first && isOpen(schedule, epochMs(ms)) === opens;
  // The clock itself may step into a slice or out of it.
  for (const { fromMs: changesAtMs } of zone.changes) if (changesAtMs < fromMs + SEARCH_DAYS * DAY_MS && isFirst(changesAtMs)) first = changesAtMs;
  const slices = [...(open === '24x7' ? [] : open), ...overrides.flatMap((override) => override.slices)];
  let lastDay = today + SEARCH_DAYS;
  for (let day = today - 1; day <= lastDay; day++) {
    // Other hours begin and end with the day.
    const minutes = overrides.length === 0 ? [] : [0];
    for (const slice of slices) if (slice.day === weekdayOf(day)) minutes.push(slice.startMinute, slice.endMinute === 0 ? 1440 : slice.endMinute);
    for (const minute of minutes) {
      for (const ms of instantsOf(day * DAY_MS + minute * 60_000, zone)) {
        if (!isFirst(ms)) continue;
        first = ms;
        lastDay = Math.min(lastDay, day + 1);
      }
    }
  }
  return first === Infinity ? null : epochMs(first);
}

/** A local time as an instant: none on the day whose clock change skips it, two on the day that has it twice. */
function instantsOf(localMs: number, zone: ZoneTable): readonly number[] {
  const before = offsetAt(zone, localMs - DAY_MS);
  const after = offsetAt(zone, localMs + DAY_MS);
  const offsets = before === after ? [before] : [before, after];
  return offsets.filter((offset) => offsetAt(zone, localMs - offset) === offset).map((offset) => localMs - offset);
}
