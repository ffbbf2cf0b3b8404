import { describe, expect, test } from 'vitest';
import { epochMs } from '../core/time.ts';
import { FAULT_CLASSES, tooSeldomMet } from './coverage.ts';
import { plainly } from './deed.ts';
import { describeFailure, exploreSeeds } from './seeds.ts';
import { failureOf, shrink } from './shrink.ts';
import { holds } from './violation.ts';

describe('random centers', () => {
  test('keep every rule, whatever happens in them, and meet every kind of trouble', () => {
    const report = exploreSeeds({ from: 1, to: 201, step: 1, contacts: 60, failuresMax: 2 });
    expect(report.failures.map(describeFailure)).toEqual([]);
    expect(report.seeds).toBe(200);
    expect(report.contacts).toBeGreaterThan(200 * 50);
    expect(tooSeldomMet(report.coverage, report)).toEqual([]);
  });

  test('are too few where a kind of trouble was not met in proportion', () => {
    const coverage = new Map(FAULT_CLASSES.map((what) => [what, what === 'restart' ? 999 : 1000]));
    const tooSeldom = (seeds: number, contacts: number): readonly string[] => tooSeldomMet(coverage, { seeds, contacts });
    expect([tooSeldom(10_000, 2_000_147), tooSeldom(9999, 2_000_000), tooSeldom(10_000, 1_999_999)]).toEqual([['restart'], [], []]);
    expect(tooSeldomMet(new Map(), { seeds: 1, contacts: 200 })).toEqual(FAULT_CLASSES);
  });

  test('of one seed are the same every time', () => {
    const once = (): unknown => exploreSeeds({ from: 16, to: 17, step: 1, contacts: 40, failuresMax: 1 });
    expect(once()).toEqual(once());
  });
});

describe('a failing run', () => {
  test('is cut down to the inputs that it needs', () => {
    const inputs = Array.from({ length: 100 }, (_, index) => plainly(epochMs(index), { do: 'stop', contact: index }));
    const needs = [inputs[17], inputs[63]];
    expect(shrink(inputs, (fewer) => needs.every((input) => input !== undefined && fewer.includes(input)))).toEqual(needs);
  });

  test('names the rule that was broken, whoever broke it', () => {
    expect(failureOf(() => holds(false, 'a rule', () => 'a detail'))).toEqual({ rule: 'a rule', message: 'a rule (a detail)' });
    expect(failureOf(() => { throw new TypeError('not a function'); })?.rule).toBe('TypeError');
    expect(failureOf(() => undefined)).toBeNull();
  });
});
