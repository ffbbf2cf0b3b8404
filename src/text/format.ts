/*
 * Times as people read them. Everything takes its instants and durations in milliseconds and its zone as an argument;
 * "now" is never read here.
 */
import { isTimeZone } from '../world/time-zones.ts';
import type { Say } from './use-text.ts';

const secondMs = 1_000;
const minuteMs = 60_000;
const hourMs = 3_600_000;
const dayMs = 86_400_000;

/** "0:06", "12:40", "1:02:03": whole seconds that have passed. Negative is 0:00. */
export function formatDuration(ms: number): string {
  const total = Math.max(0, Math.floor(ms / secondMs));
  const twoDigits = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(total / 3_600);
  const minutes = Math.floor((total % 3_600) / 60);
  const seconds = twoDigits(total % 60);
  return hours > 0 ? `${hours}:${twoDigits(minutes)}:${seconds}` : `${minutes}:${seconds}`;
}

/** A duration for `<time dateTime>`: "PT1H2M3S". */
export function isoDuration(ms: number): string {
  const total = Math.max(0, Math.floor(ms / secondMs));
  return `PT${Math.floor(total / 3_600)}H${Math.floor((total % 3_600) / 60)}M${total % 60}S`;
}

/** Whole seconds left, rounded up, so that it reads 0 only when the time is over. */
export function secondsLeft(untilMs: number, nowMs: number): number {
  return Math.max(0, Math.ceil((untilMs - nowMs) / secondMs));
}

/** "21 s", "4 min", "2 h", "3 days": the largest unit that is not zero, rounded down. */
export function formatSpan(ms: number, t: Say): string {
  const held = Math.max(0, ms);
  if (held < minuteMs) return t('common.span.seconds', { count: Math.floor(held / secondMs) });
  if (held < hourMs) return t('common.span.minutes', { count: Math.floor(held / minuteMs) });
  if (held < dayMs) return t('common.span.hours', { count: Math.floor(held / hourMs) });
  return t('common.span.days', { count: Math.floor(held / dayMs) });
}

/** "just now" under a minute, then "5 min ago", "2 h ago", "3 days ago". */
export function formatAgo(ms: number, t: Say): string {
  if (ms < minuteMs) return t('common.ago.now');
  if (ms < hourMs) return t('common.ago.minutes', { count: Math.floor(ms / minuteMs) });
  if (ms < dayMs) return t('common.ago.hours', { count: Math.floor(ms / hourMs) });
  return t('common.ago.days', { count: Math.floor(ms / dayMs) });
}

/** "11:37" in a zone; with seconds "11:37:05". A zone this browser does not know reads as UTC. */
export function formatClock(atMs: number, zone: string, precision: 'minutes' | 'seconds' = 'minutes'): string {
  const seconds = precision === 'seconds' ? ({ second: '2-digit' } as const) : {};
  return formatIn(atMs, zone, { hour: '2-digit', minute: '2-digit', ...seconds });
}

/** "Tue 14:38": the day with the time. */
export function formatDayClock(atMs: number, zone: string): string {
  return `${formatIn(atMs, zone, { weekday: 'short' })} ${formatClock(atMs, zone)}`;
}

/** "5 Nov 2026, 11:37:05". */
export function formatDateTime(atMs: number, zone: string): string {
  return `${formatDay(atMs, zone)}, ${formatClock(atMs, zone, 'seconds')}`;
}

/** "5 Nov 2026". */
export function formatDay(atMs: number, zone: string): string {
  return formatIn(atMs, zone, { day: 'numeric', month: 'short', year: 'numeric' });
}

function formatIn(atMs: number, zone: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-GB', { ...options, hourCycle: 'h23', timeZone: isTimeZone(zone) ? zone : 'UTC' }).format(atMs);
}
