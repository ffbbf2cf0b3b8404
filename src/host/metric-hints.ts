import type { Commit } from '../engine/index.ts';
import type { Timer } from '../protocol/ports.ts';

/** Figures that change all the time are looked up again no more often than this, wall time. */
const PACE_MS = 250;

/** Says that something may have changed: at once after a pause, else when the pause is over, never more often. */
export interface MetricHints {
  readonly after: (commits: readonly Commit[]) => void;
}

/** Paces the hint that `send` gives; without `touches`, that of the figures. */
export function createMetricHints(send: () => void, wallNow: () => number, timer: Timer, touches: (commit: Commit) => boolean = touchesFigures): MetricHints {
  let sentAtMs: number | null = null;
  let isArmed = false;
  const now = (): void => {
    isArmed = false;
    sentAtMs = wallNow();
    send();
  };
  return {
    after: (commits) => {
      if (isArmed || !commits.some(touches)) return;
      const waitMs = sentAtMs === null ? 0 : sentAtMs + PACE_MS - wallNow();
      // A wall that was set back must not hold the hint up for longer than one pause.
      if (waitMs <= 0 || waitMs > PACE_MS) return now();
      isArmed = true;
      timer.at(wallNow() + waitMs, now);
    },
  };
}

/** What flows and lines do shows in no figure. */
const touchesFigures = ({ events }: Commit): boolean => events.some(({ type }) => /^(?:contact|offer|agent|callback)\./.test(type));

/** Whatever moves a contact through a flow. */
export const touchesTrails = ({ events }: Commit): boolean => events.some(({ type }) => /^(?:flow\.|contact\.(?:created|ended|inputStored))/.test(type));
