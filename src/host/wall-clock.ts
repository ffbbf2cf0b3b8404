/*
 * The browser's wall and timers. The monotonic clock does not tick during sleep on some systems, and the date can be
 * set by anybody: the monotonic one is followed, and moved when the two differ by more than a correction of the
 * network's time would explain. The pacemaker makes sure that engine time never goes back.
 */
import type { Timer, WallClock } from '../protocol/ports.ts';

const DRIFT_MS_MAX = 2000;

/** Epoch milliseconds of this computer, in whole milliseconds. */
export function systemWall(): WallClock {
  let shiftMs = 0;
  return {
    now: () => {
      const monotonicMs = performance.timeOrigin + performance.now();
      const dateMs = Date.now();
      if (Math.abs(dateMs - (monotonicMs + shiftMs)) > DRIFT_MS_MAX) shiftMs = dateMs - monotonicMs;
      return Math.trunc(monotonicMs + shiftMs);
    },
  };
}

/** Timers against a wall. */
export function systemTimer(wall: WallClock): Timer {
  return {
    at: (wallMs, wake) => {
      const timeout = setTimeout(wake, Math.max(0, wallMs - wall.now()));
      return () => {
        clearTimeout(timeout);
      };
    },
  };
}
