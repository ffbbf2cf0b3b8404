import { describe, expect, test } from 'vitest';
import { actionTypes } from './catalogue.ts';
import { FaultList } from './fault.ts';
import type { Json } from './model.ts';
import { checkParameters, limitsOf } from './parameters.ts';

const limits = actionTypes.flatMap((type) => limitsOf(type).map((limit) => ({ type, place: limit.path.join('.'), ...limit })));
const nested = (path: readonly string[], value: Json): Json => path.reduceRight<Json>((inner, key) => ({ [key]: inner }), value);
const outOfRange = (type: string, path: readonly string[], value: number): number => {
  const faults = new FaultList();
  checkParameters({ id: 'a', type, parameters: nested(path, String(value)) as Record<string, Json>, next: null, conditions: [], errors: [] }, faults);
  return faults.all().filter(({ code }) => code === 'PARAMETER_OUT_OF_RANGE').length;
};

describe('the limits told of an action', () => {
  test.each(limits)('are those that a flow is held to: $type $place from $min to $max', ({ type, path, min, max }) => {
    expect([outOfRange(type, path, min), outOfRange(type, path, max ?? min + 1_000_000)]).toEqual([0, 0]);
    expect(max === null ? 1 : outOfRange(type, path, max + 1)).toBe(1);
    expect(Number.isSafeInteger(min - 1) ? outOfRange(type, path, min - 1) : 1).toBe(1);
  });

  test('of an action without numbers are none', () => {
    expect(limitsOf('DisconnectParticipant')).toEqual([]);
  });
});
