import { expect, test } from 'vitest';
import type { ClockCommand } from '../../protocol/envelope.ts';
import type { ClockView, ScenarioView } from '../../protocol/views.ts';
import { clockSnapshot } from './clock-snapshot.ts';

const running: ClockView = { engineMs: 1_000, wallMs: 0, speed: 10, nextDueAtMs: 9_000 };
const story: ScenarioView = { name: 'S', state: 'playing', roles: [], nextStep: 'x', nextStepAtMs: 5_000 };

function read(clock: ClockView, scenario: ScenarioView | null = null, runSpeed = 1) {
  const sent: ClockCommand[] = [];
  return { snapshot: clockSnapshot(clock, scenario, runSpeed, (command) => void sent.push(command)), sent };
}

test('the speed it runs at is the chosen one', () => {
  const { snapshot } = read(running);
  expect(snapshot.speeds.filter(({ chosen }) => chosen).map(({ speed }) => speed)).toEqual([10]);
  expect(snapshot.held).toBe(false);
});

test('a running clock is held, and a held one goes on as fast as before', () => {
  const { snapshot, sent } = read(running);
  snapshot.toggle();
  expect(sent).toEqual([{ type: 'clock.setSpeed', speed: 0 }]);

  const held = read({ ...running, speed: 0 }, null, 100);
  expect(held.snapshot).toMatchObject({ held: true, speed: 100 });
  held.snapshot.toggle();
  expect(held.sent).toEqual([{ type: 'clock.setSpeed', speed: 100 }]);
});

test('what comes next is the earlier of a deadline and a step of the story', () => {
  expect(read(running, story).snapshot.nextAtMs).toBe(5_000);
  expect(read({ ...running, nextDueAtMs: 2_000 }, story).snapshot.nextAtMs).toBe(2_000);
  expect(read(running, { ...story, state: 'done' }).snapshot.nextAtMs).toBe(9_000);
});

test('there is no jump when nothing is pending', () => {
  expect(read({ ...running, nextDueAtMs: null }).snapshot.toNext).toBeUndefined();
  const { snapshot, sent } = read(running);
  snapshot.toNext?.();
  snapshot.advance(60_000);
  expect(sent).toEqual([{ type: 'clock.toNext' }, { type: 'clock.advance', ms: 60_000 }]);
});
