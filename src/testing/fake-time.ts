import type { Timer, WallClock } from '../protocol/ports.ts';

/** A wall that only a test moves, and timers that hang on it. */
export interface FakeTime extends WallClock, Timer {
  /** Lets time pass: every timer due in between fires at its own instant, in order. */
  readonly advance: (ms: number) => void;
  /** Sets the wall without waking anybody, as a sleep or a set clock does; timers go on with what they had left. */
  readonly jump: (ms: number) => void;
}

/** A wall standing at `startsAtMs`. Timers run by a clock of their own, which stands still while the computer sleeps. */
export function fakeTime(startsAtMs = 1_700_000_000_000): FakeTime {
  let wallMs = startsAtMs;
  let awakeMs = 0;
  let order = 0;
  const waiting = new Map<number, { readonly atMs: number; readonly wake: () => void }>();
  const nextDue = (toMs: number): [number, { readonly atMs: number; readonly wake: () => void }] | undefined =>
    [...waiting].filter(([, { atMs }]) => atMs <= toMs).sort(([a, x], [b, y]) => x.atMs - y.atMs || a - b)[0];
  const move = (toMs: number): void => {
    wallMs += Math.max(0, toMs - awakeMs);
    awakeMs = Math.max(awakeMs, toMs);
  };
  return {
    now: () => wallMs,
    at: (atMs, wake) => {
      order += 1;
      const key = order;
      waiting.set(key, { atMs: awakeMs + Math.max(0, atMs - wallMs), wake });
      return () => waiting.delete(key);
    },
    advance: (ms) => {
      const toMs = awakeMs + ms;
      for (let due = nextDue(toMs); due; due = nextDue(toMs)) {
        const [key, { atMs, wake }] = due;
        waiting.delete(key);
        move(atMs);
        wake();
      }
      move(toMs);
    },
    jump: (ms) => {
      wallMs += ms;
    },
  };
}
