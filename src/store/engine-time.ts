/*
 * Engine time in a tab. Countdowns and elapsed times are drawn from instants and from here; nobody counts ticks, so a
 * tab that slept shows the right time at its first paint. The wall is read in whole steps: within one step every reader
 * gets the same number, which React needs of a store's snapshot.
 */
import { useCallback, useSyncExternalStore } from 'react';
import type { ClockView } from '../protocol/views.ts';
import { useLiveReader } from './live-context.tsx';
import { selectClock } from './selectors.ts';

/** Engine time at a wall time, both in epoch ms. Never before the clock's own anchor: time known to have passed stays passed. */
export function engineNow(clock: ClockView, wallNowMs: number): number {
  return clock.engineMs + Math.max(0, wallNowMs - clock.wallMs) * clock.speed;
}

/** The last whole step of the wall at or before an instant. */
export function wallStep(wallNowMs: number, everyMs: number): number {
  return Math.floor(wallNowMs / everyMs) * everyMs;
}

/**
 * The center's now in engine ms, refreshed each `everyMs` of wall time and at once when the clock is moved, held or sped up.
 * At most `everyMs` × speed behind the truth. Zero before the first snapshot.
 */
export function useEngineNow(everyMs = 250): number {
  const reader = useLiveReader();
  const now = useCallback(() => {
    const clock = selectClock(reader.getState());
    return clock === null ? 0 : engineNow(clock, wallStep(Date.now(), everyMs));
  }, [reader, everyMs]);
  const subscribe = useCallback(
    (changed: () => void) => {
      const stopMirror = reader.subscribe((state, before) => {
        if (state.tables.clock !== before.tables.clock) changed();
      });
      const stopTicks = onEachStep(everyMs, changed);
      return () => {
        stopMirror();
        stopTicks();
      };
    },
    [reader, everyMs],
  );
  return useSyncExternalStore(subscribe, now, now);
}

/** The center's now, read once outside of rendering (an event handler, a title). */
export function readEngineNow(clock: ClockView | null): number {
  return clock === null ? 0 : engineNow(clock, Date.now());
}

/** Calls back just after each wall step, until the returned function is called. */
export function onEachStep(everyMs: number, step: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const arm = (): void => {
    timer = setTimeout(
      () => {
        arm();
        step();
      },
      everyMs - (Date.now() % everyMs) + 1,
    );
  };
  arm();
  return () => {
    clearTimeout(timer);
  };
}
