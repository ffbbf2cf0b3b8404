import { describe, expect, test } from 'vitest';
import { demoMap } from '../../testing/demo-map.ts';
import type { Stand, WalkKey } from './walk.ts';
import { walked } from './walk.ts';

const { map } = demoMap();
const walk = (from: string, ...keys: readonly WalkKey[]): string => keys.reduce<Stand>((at, key) => walked(map, at, key), { actionId: from, via: null }).actionId;

describe('arrow keys on the map', () => {
  test('follow the first branch, and go back the way one came', () => {
    expect(walk('wait', 'ArrowRight')).toBe('offer');
    expect(walk('ask-again', 'ArrowRight', 'ArrowLeft')).toBe('ask-again');
  });

  test('go up and down between the branches of the action one came from', () => {
    expect(walk('which-number', 'ArrowRight', 'ArrowDown')).toBe('take-caller-number');
    expect(walk('which-number', 'ArrowRight', 'ArrowDown', 'ArrowDown')).toBe('enter-number');
    expect(walk('which-number', 'ArrowRight', 'ArrowDown', 'ArrowUp')).toBe('wait');
    expect(walk('wait', 'ArrowRight', 'ArrowUp')).toBe('offer');
  });

  test('go back, where one came otherwise, to the earliest action that leads there', () => {
    expect(walk('confirm', 'ArrowLeft')).toBe('take-caller-number');
    expect(walk('hang-up', 'ArrowLeft')).toBe('confirmation');
  });

  test('go up and down in the order of the flow where one came otherwise, and to its ends', () => {
    expect(walk('wait', 'ArrowDown')).toBe(map.actions[1]?.id);
    expect(walk('wait', 'End')).toBe(map.actions.at(-1)?.id);
    expect(walk('hang-up', 'Home')).toBe('wait');
  });

  test('stay where there is no way on', () => {
    expect([walk('hang-up', 'ArrowRight'), walk('wait', 'ArrowUp'), walk('nowhere', 'ArrowRight')]).toEqual(['hang-up', 'wait', 'nowhere']);
  });
});
