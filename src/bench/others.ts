import { createRequire } from 'node:module';
import { createClock } from '@sinonjs/fake-timers';
import type { TimerEngine } from './center-by-timers.ts';

interface SimEntity {
  time(): number;
  setTimer(seconds: number): { done(then: () => void): void };
}
interface SimJs {
  readonly Sim: new () => { addEntity(kind: unknown): unknown; simulate(until: number): void };
  readonly Entity: new (...given: unknown[]) => SimEntity;
}

/** SimJS 2, the general simulation library; it hands itself over through a global `window` and no other way. */
export function simJs(): TimerEngine {
  const global = globalThis as { window?: { Sim?: SimJs } };
  global.window ??= {};
  if (!global.window.Sim) createRequire(import.meta.url)('simjs');
  const library = global.window.Sim;
  if (!library) throw new Error('simjs did not put itself into the window');
  const simulation = new library.Sim();
  let entity: SimEntity | null = null;
  const keep = (made: SimEntity): void => {
    entity = made;
  };
  // It wants a class of its own kind with a start method, and makes the object itself.
  class Center extends library.Entity {
    start(): void {
      keep(this);
    }
  }
  simulation.addEntity(Center);
  const started = (): SimEntity => {
    if (!entity) throw new Error('simjs did not start the entity');
    return entity;
  };
  return {
    now: () => started().time(),
    after: (seconds, then) => {
      started().setTimer(seconds).done(then);
    },
    run: () => {
      simulation.simulate(Number.MAX_SAFE_INTEGER);
    },
  };
}

/** What test runners put in the place of `setTimeout`: whole milliseconds. */
export function fakeTimers(): TimerEngine {
  const clock = createClock();
  return {
    now: () => clock.now / 1000,
    after: (seconds, then) => {
      clock.setTimeout(then, Math.round(seconds * 1000));
    },
    run: () => {
      while (clock.countTimers() > 0) clock.next();
    },
  };
}
