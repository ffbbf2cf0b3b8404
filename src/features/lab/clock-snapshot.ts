import type { ClockCommand } from '../../protocol/envelope.ts';
import type { ClockView, ScenarioView } from '../../protocol/views.ts';

/** The speeds that are one press away. */
export const speeds = [1, 10, 100] as const;

/** The spans that are one press away, in ms. */
export const spansMs = [10_000, 60_000] as const;

/** One speed to choose from; `chosen` while the clock runs at it. */
export interface SpeedChoice {
  readonly speed: number;
  readonly chosen: boolean;
  readonly choose: () => void;
}

/** The center's clock and what the lab may do with it. */
export interface ClockSnapshot {
  readonly held: boolean;
  /** The speed it runs at, or would run at once it is let go. */
  readonly speed: number;
  readonly speeds: readonly SpeedChoice[];
  /** When the next thing is due, a deadline of the center or a step of the story; null when nothing is pending. */
  readonly nextAtMs: number | null;
  readonly toggle: () => void;
  readonly toNext: (() => void) | undefined;
  readonly advance: (ms: number) => void;
}

/** Reads the clock for the lab bar. `runSpeed` is the speed before it was held. */
export function clockSnapshot(
  clock: ClockView,
  story: ScenarioView | null,
  runSpeed: number,
  send: (command: ClockCommand) => void,
): ClockSnapshot {
  const held = clock.speed === 0;
  const nextAtMs = earliest(clock.nextDueAtMs, story?.state === 'playing' ? story.nextStepAtMs : null);
  const setSpeed = (speed: number): void => send({ type: 'clock.setSpeed', speed });
  return {
    held,
    speed: held ? runSpeed : clock.speed,
    speeds: speeds.map((speed) => ({ speed, chosen: clock.speed === speed, choose: () => setSpeed(speed) })),
    nextAtMs,
    toggle: () => setSpeed(held ? runSpeed : 0),
    toNext: nextAtMs === null ? undefined : () => send({ type: 'clock.toNext' }),
    advance: (ms) => send({ type: 'clock.advance', ms }),
  };
}

function earliest(a: number | null, b: number | null): number | null {
  if (a === null) return b;
  return b === null ? a : Math.min(a, b);
}
