import type { Brand } from './brand.ts';

/** An instant on the center's clock: whole milliseconds since 1970-01-01T00:00:00Z. */
export type EpochMs = Brand<number, 'EpochMs'>;
/** A length of time in whole milliseconds, never negative. */
export type DurationMs = Brand<number, 'DurationMs'>;

/** Marks a number of milliseconds as an instant; fractions are dropped, since the engine counts whole milliseconds. */
export const epochMs = (ms: number): EpochMs => Math.trunc(ms) as EpochMs;
/** Marks a number of milliseconds as a duration. */
export const durationMs = (ms: number): DurationMs => Math.trunc(ms) as DurationMs;
/** Seconds as a duration; configuration in Amazon's terms speaks of seconds. */
export const seconds = (count: number): DurationMs => Math.round(count * 1000) as DurationMs;
/** Minutes as a duration. */
export const minutes = (count: number): DurationMs => seconds(count * 60);
/** Days as a duration, each of 24 hours. */
export const days = (count: number): DurationMs => seconds(count * 86_400);
/** True for a length of time that the engine can count with: finite and not negative. */
export const isSpan = (ms: number): boolean => Number.isFinite(ms) && ms >= 0;
/** The instant `wait` after `from`. */
export const after = (from: EpochMs, wait: DurationMs): EpochMs => (from + wait) as EpochMs;
/** How long it is from one instant to a later one; zero when the order is reversed. */
export const between = (from: EpochMs, to: EpochMs): DurationMs => Math.max(0, to - from) as DurationMs;
/** Whole seconds of a duration, truncated as records do (spec §0). */
export const wholeSeconds = (span: DurationMs): number => Math.trunc(span / 1000);
