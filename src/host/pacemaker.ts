/*
 * The center's clock: engine time hangs on the wall by an anchor, so that a late wake-up loses nothing and a restart
 * goes on where the wall says. Engine time never runs back: when the wall does, the anchor moves instead.
 */
import { epochMs, type EpochMs } from '../engine/index.ts';
import type { Timer, WallClock } from '../protocol/ports.ts';
import type { ClockAnchor } from './ports.ts';

/** The longest the host sleeps: how late a sleep of the computer, or a wall set back, can be noticed. */
const WAKE_MS_MAX = 1000;

export interface PacemakerOptions {
  readonly wall: WallClock;
  readonly timer: Timer;
  readonly anchor: ClockAnchor;
  /** A gap between two wake-ups longer than this means that the computer slept. A page's timers are throttled, a worker's are not. */
  readonly sleepGapMs: number;
  readonly wake: () => void;
}

/** What a look at the wall showed. */
export interface Look {
  /** How long the wall had not been looked at, when that is longer than the host ever waits; else null. */
  readonly jumpedMs: number | null;
  /** The anchor was moved, so it is to be kept anew. */
  readonly reanchored: boolean;
}

export interface Pacemaker {
  readonly anchor: () => ClockAnchor;
  readonly now: () => EpochMs;
  /** Reads the wall; to be called at the start of each tick. */
  readonly look: () => Look;
  readonly setSpeed: (speed: number) => void;
  /** Moves engine time forward, never back. */
  readonly moveTo: (engineMs: number) => void;
  /** Sets the next wake-up: at the engine's next deadline, and in any case soon. */
  readonly arm: (nextDueAtMs: number | null) => void;
  readonly stop: () => void;
}

/** Starts at the anchor's time, or later by what the wall says has passed since; wakes nobody before `arm`. */
export function createPacemaker({ wall, timer, anchor: begun, sleepGapMs, wake }: PacemakerOptions): Pacemaker {
  let anchor = begun;
  let lastLookMs = Math.max(wall.now(), 0);
  let cancel: (() => void) | null = null;

  const nowAt = (wallMs: number): number => anchor.engineMs + Math.max(0, wallMs - anchor.wallMs) * anchor.speed;
  const now = (): EpochMs => epochMs(nowAt(Math.max(wall.now(), lastLookMs)));
  const moveTo = (engineMs: number): void => {
    const wallMs = wall.now();
    anchor = { ...anchor, engineMs: epochMs(Math.max(engineMs, nowAt(wallMs))), wallMs };
    lastLookMs = wallMs;
  };

  return {
    anchor: () => anchor,
    now,
    look: () => {
      const wallMs = wall.now();
      const before = lastLookMs;
      lastLookMs = wallMs;
      if (wallMs < before || wallMs < anchor.wallMs) {
        // Somebody set the wall back: engine time stands where it was and goes on from there.
        anchor = { ...anchor, engineMs: epochMs(nowAt(before)), wallMs };
        return { jumpedMs: null, reanchored: true };
      }
      const gapMs = wallMs - before;
      return { jumpedMs: anchor.speed > 0 && gapMs > sleepGapMs ? gapMs : null, reanchored: false };
    },
    setSpeed: (speed) => {
      moveTo(now());
      anchor = { ...anchor, speed };
    },
    moveTo,
    arm: (nextDueAtMs) => {
      cancel?.();
      cancel = null;
      // A held clock has nothing to wait for.
      if (anchor.speed === 0) return;
      const wallMs = wall.now();
      const dueMs = nextDueAtMs === null ? Infinity : anchor.wallMs + Math.ceil((nextDueAtMs - anchor.engineMs) / anchor.speed);
      cancel = timer.at(Math.min(Math.max(dueMs, wallMs), wallMs + WAKE_MS_MAX), wake);
    },
    stop: () => {
      cancel?.();
      cancel = null;
    },
  };
}
