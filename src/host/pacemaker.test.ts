import { expect, test } from 'vitest';
import { fakeTime } from '../testing/fake-time.ts';
import { createPacemaker } from './pacemaker.ts';

const begin = (speed: number) => {
  const time = fakeTime(1000);
  const wakes: number[] = [];
  const pacemaker = createPacemaker({
    wall: time, timer: time, anchor: { engineMs: 500_000, wallMs: 1000, speed }, sleepGapMs: 5000,
    wake: () => wakes.push(time.now()),
  });
  return { time, pacemaker, wakes };
};

test('engine time runs with the wall, times the speed', () => {
  const { time, pacemaker } = begin(10);
  time.advance(300);
  expect(pacemaker.now()).toBe(503_000);
});

test('a change of speed counts from the instant of the change', () => {
  const { time, pacemaker } = begin(1);
  time.advance(1000);
  pacemaker.setSpeed(100);
  time.advance(10);
  expect(pacemaker.now()).toBe(502_000);
  pacemaker.setSpeed(0);
  time.advance(60_000);
  expect(pacemaker.now()).toBe(502_000);
});

test('a held clock moves when it is moved, and never back', () => {
  const { pacemaker } = begin(0);
  pacemaker.moveTo(600_000);
  expect(pacemaker.now()).toBe(600_000);
  pacemaker.moveTo(1);
  expect(pacemaker.now()).toBe(600_000);
});

test('it wakes at the next deadline, else within a second; a held clock wakes nobody', () => {
  const { time, pacemaker, wakes } = begin(10);
  pacemaker.arm(502_000);
  time.advance(199);
  expect(wakes).toEqual([]);
  time.advance(1);
  expect(wakes).toEqual([1200]);
  pacemaker.arm(null);
  time.advance(1000);
  expect(wakes).toEqual([1200, 2200]);
  pacemaker.setSpeed(0);
  pacemaker.arm(502_000);
  time.advance(60_000);
  expect(wakes).toHaveLength(2);
});

test('a deadline in the past wakes at once', () => {
  const { time, pacemaker, wakes } = begin(1);
  pacemaker.arm(1);
  time.advance(0);
  expect(wakes).toEqual([1000]);
});

test('a long silence of the wall is a jump; the pauses between wake-ups are not, nor is time under a held clock', () => {
  const { time, pacemaker } = begin(1);
  time.advance(1000);
  expect(pacemaker.look().jumpedMs).toBeNull();
  time.jump(8 * 86_400_000);
  expect(pacemaker.look().jumpedMs).toBe(8 * 86_400_000);
  expect(pacemaker.now()).toBe(500_000 + 1000 + 8 * 86_400_000);
  pacemaker.setSpeed(0);
  time.jump(60_000);
  expect(pacemaker.look().jumpedMs).toBeNull();
});

test('when the wall goes back, engine time stands and goes on from there', () => {
  const { time, pacemaker } = begin(1);
  time.advance(2000);
  pacemaker.look();
  time.jump(-3_600_000);
  expect(pacemaker.look().reanchored).toBe(true);
  expect(pacemaker.now()).toBe(502_000);
  time.advance(500);
  expect(pacemaker.now()).toBe(502_500);
});
