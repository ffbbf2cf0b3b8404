import type { MetricAsk } from '../src/engine/index.ts';
import type { IntervalPeriod } from '../src/protocol/http-metrics.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** 1970-01-01 was a Thursday; weeks begin on Sunday. */
const DAYS_TO_SUNDAY = 4;

const FIXED_MS = { FIFTEEN_MIN: 15 * MINUTE_MS, THIRTY_MIN: 30 * MINUTE_MS, HOUR: 60 * MINUTE_MS } as const;

/** [fromMs, toMs) cut into intervals: quarters, halves and hours of the clock, days and weeks of the zone (spec §3.4). */
export function windowsOf(fromMs: number, toMs: number, period: IntervalPeriod, timeZone: string): MetricAsk['windows'] {
  const windows: { readonly fromMs: number; readonly toMs: number }[] = [];
  for (let startMs = fromMs; startMs < toMs;) {
    const endMs = Math.min(toMs, nextBoundary(startMs, period, timeZone));
    windows.push({ fromMs: startMs, toMs: endMs });
    startMs = endMs;
  }
  return windows;
}

function nextBoundary(afterMs: number, period: IntervalPeriod, timeZone: string): number {
  if (period === 'TOTAL') return Number.POSITIVE_INFINITY;
  if (period !== 'DAY' && period !== 'WEEK') return (Math.floor(afterMs / FIXED_MS[period]) + 1) * FIXED_MS[period];
  const today = dayOf(afterMs, timeZone);
  const weekday = (today + DAYS_TO_SUNDAY) % 7;
  return startOfDay(period === 'DAY' ? today + 1 : today + 7 - weekday, timeZone);
}

/** The local day of an instant, counted from 1970-01-01. */
const dayOf = (atMs: number, timeZone: string): number => Math.floor((atMs + offsetMs(atMs, timeZone)) / DAY_MS);

/**
 * The first instant of a local day: its midnight by the offset before or after a clock change, whichever comes first of
 * those that are in it. Where the clocks are changed at midnight itself, as in Chile, a day has no midnight, or two.
 */
function startOfDay(day: number, timeZone: string): number {
  const midnights = [-DAY_MS, DAY_MS].map((awayMs) => day * DAY_MS - offsetMs(day * DAY_MS + awayMs, timeZone));
  return Math.min(...midnights.filter((atMs) => dayOf(atMs, timeZone) >= day));
}

/** How far a zone is from UTC at an instant; a zone this browser does not know is UTC. */
function offsetMs(atMs: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: isZone(timeZone) ? timeZone : 'UTC', hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
  }).formatToParts(atMs);
  const part = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.find((each) => each.type === type)?.value ?? 0);
  const localMs = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return localMs - Math.floor(atMs / 1000) * 1000;
}

function isZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
