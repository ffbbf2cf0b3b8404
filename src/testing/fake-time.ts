import type { Timer, WallClock } from '../protocol/ports.ts';

/** A wall that only a test moves, and timers that hang on it. */
export interface FakeTime extends WallClock, Timer {
  /** Lets time pass: every timer due in between fires at its own instant, in order. */
  readonly advance: (ms: number) => void;
  /** Sets the wall without waking anybody, as a sleep or a set clock does; due timers fire with the next `advance`. */
  readonly jump: (ms: number) => void;
}

/** A wall standing at `startsAtMs`. */
export function fakeTime(startsAtMs = 1_700_000_000_000): FakeTime {
  let nowMs = startsAtMs;
  let order = 0;
  const waiting = new Map<number, { readonly atMs: number; readonly wake: () => void }>();
  const nextDue = (toMs: number): [number, { readonly atMs: number; readonly wake: () => void }] | undefined =>
    [...waiting].filter(([, { atMs }]) => atMs <= toMs).sort(([a, x], [b, y]) => x.atMs - y.atMs || a - b)[0];
  return {
    now: () => nowMs,
    at: (atMs, wake) => {
      order += 1;
      const key = order;
      waiting.set(key, { atMs, wake });
      return () => waiting.delete(key);
    },
    advance: (ms) => {
      const toMs = nowMs + ms;
      for (let due = nextDue(toMs); due; due = nextDue(toMs)) {
        const [key, { atMs, wake }] = due;
        waiting.delete(key);
        nowMs = Math.max(nowMs, atMs);
        wake();
      }
      nowMs = toMs;
    },
    jump: (ms) => {
      nowMs += ms;
    },
  };
}
