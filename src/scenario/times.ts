import { epochMs } from '../engine/index.ts';
import type { EpochMs } from '../engine/index.ts';

/** The first day of a story: its start, and the midnight from which its clock times count. */
export interface StoryClock {
  readonly startsAtMs: EpochMs;
  /** Midnight of the first day, as written in `startsAt`: its offset holds for all clock times. */
  readonly midnightMs: number;
}

const dayMs = 86_400_000;
const timestamp = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;
const clock = /^(\+?)(\d{1,3}):(\d{2})(?::(\d{2})(\.\d{1,3})?)?$/;

/** What a time may look like, for faults and for the published schema. */
export const timePattern = '^(\\+?\\d{1,3}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?|\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2}))$';

/** Reads the instant at which a story starts; null when it is no full timestamp with Z or an offset. */
export function readStart(text: string): StoryClock | null {
  const startsAtMs = readTimestamp(text);
  if (startsAtMs === null) return null;
  const [, , , , hours = '', minutes = '', seconds = '0', fraction = '0'] = timestamp.exec(text) ?? [];
  const intoDay = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000 + Math.round(Number(fraction) * 1000);
  return { startsAtMs, midnightMs: startsAtMs - intoDay };
}

/**
 * Reads a time of a story: a clock time of the first day (`25:10:00` is ten past one of the next day), `+HH:MM:SS`
 * from the start, or a full timestamp. null when it is none of these.
 */
export function readTime(text: string, story: StoryClock): EpochMs | null {
  const parts = clock.exec(text);
  if (parts === null) return readTimestamp(text);
  const [, plus, hours = '', minutes = '', seconds = '0', fraction = '0'] = parts;
  if (Number(minutes) > 59 || Number(seconds) > 59) return null;
  const ms = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000 + Math.round(Number(fraction) * 1000);
  return epochMs((plus === '+' ? story.startsAtMs : story.midnightMs) + ms);
}

/** A UTC stamp of whole seconds, or of milliseconds where there are any: `2024-01-10T11:36:00Z`. */
export function stampOf(ms: number): string {
  const day = Math.floor(ms / dayMs);
  return `${civilDate(day)}T${timeOfDay(ms - day * dayMs)}Z`;
}

/** How people say an instant of a story: its clock time on the first day, on later days with the date. */
export function clockOf(ms: number, story: StoryClock): string {
  const offsetMs = ms - story.midnightMs;
  if (offsetMs >= 0 && offsetMs < dayMs) return timeOfDay(offsetMs);
  return stampOf(ms);
}

function readTimestamp(text: string): EpochMs | null {
  if (!timestamp.test(text)) return null;
  const ms = Date.parse(text);
  // Date.parse takes February 30 for March 1; a day that reads back differently does not exist.
  const [, year, month, day, , , , , zone = 'Z'] = timestamp.exec(text) ?? [];
  if (Number.isNaN(ms)) return null;
  const shiftMs = zone === 'Z' ? 0 : Number(`${zone.slice(0, 1)}1`) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4))) * 60_000;
  return stampOf(ms + shiftMs).startsWith(`${year}-${month}-${day}`) ? epochMs(ms) : null;
}

function timeOfDay(ms: number): string {
  const rest = ms % 1000;
  const seconds = Math.floor(ms / 1000);
  const hms = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(':');
  return rest === 0 ? hms : `${hms}.${String(rest).padStart(3, '0')}`;
}

/** The date of a day counted from 1970-01-01, by the calendar's own arithmetic (years that begin in March). */
function civilDate(day: number): string {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
