import { describe, expect, test } from 'vitest';
import { checkRecursion, checkRow } from './theory-center.ts';
import { checkLaws } from './theory-laws.ts';
import { theoryRows } from './theory-rows.ts';
import { erlangA, erlangB, erlangC, intervalOf, markovLongRun, pollaczekKhinchine, serviceLevel, waitsOf } from './theory.ts';

/** The published table: agents, load, Erlang B, Erlang C, mean wait in mean services, mean queue. */
const TABLE = [
  [1, 0.9, 0.4736842105, 0.9, 9, 8.1],
  [2, 1, 0.2, 0.3333333333, 0.33333333, 0.33333333],
  [5, 4, 0.199066874, 0.5541125541, 0.55411255, 2.2164502],
  [10, 5, 0.01838457034, 0.03610535916, 0.0072210718, 0.036105359],
  [10, 9, 0.1679632263, 0.6687315241, 0.66873152, 6.0185837],
  [14, 10, 0.05681914339, 0.1741319336, 0.043532983, 0.43532983],
  [20, 16, 0.06441092478, 0.2560777938, 0.064019448, 1.0243112],
  [50, 48, 0.08333735349, 0.6944556112, 0.34722781, 16.666935],
  [100, 95, 0.04880420618, 0.5064568539, 0.10129137, 9.6226802],
  [1000, 990, 0.01896577643, 0.6590804219, 0.065908042, 65.248962],
] as const;

/** As many digits as were printed: the last may be off by half. */
const digits = (value: number, count: number): number => Number(value.toPrecision(count));

describe('closed forms', () => {
  test.each(TABLE)('%i agents under %d Erlang come out as printed', (agents, load, blocked, delayed, wait, queue) => {
    const { waitMean, queueMean } = markovLongRun({ agents, rate: load, serviceMean: 1 });
    expect([digits(erlangB(agents, load), 10), digits(erlangC(agents, load), 10)]).toEqual([blocked, delayed]);
    expect([digits(waitMean, 8), digits(queueMean, 8)]).toEqual([wait, queue]);
  });

  test('the example of the R package ErlangC comes out as printed', () => {
    const queue = { agents: 14, rate: 100 / 1800, serviceMean: 180 };
    const { waitChance, waitMean, occupancy } = markovLongRun(queue);
    expect([digits(waitChance, 7), digits(serviceLevel(queue, 20), 5), digits(waitMean, 9), digits(occupancy, 7)]).toEqual([0.1741319, 0.88835, 7.83593701, 0.7142857]);
  });

  test('the clinic of Gross and Harris has 8/9 people waiting, 0.148148 hours each', () => {
    const { queueMean, waitMean } = markovLongRun({ agents: 3, rate: 6, serviceMean: 1 / 3 });
    expect(queueMean).toBeCloseTo(8 / 9, 12);
    expect(digits(waitMean, 6)).toBe(0.148148);
  });

  test('the center of Garnett, Mandelbaum and Reiman comes out as printed, patient and impatient', () => {
    const queue = { agents: 50, rate: 48 / 60, serviceMean: 60 };
    const patient = markovLongRun(queue);
    expect([digits(patient.waitMean, 3), digits(patient.queueMean, 2), patient.occupancy]).toEqual([20.8, 17, 0.96]);
    const { waitMean, abandonChance, queueMean, occupancy } = erlangA(queue, 120);
    expect([digits(waitMean, 2), digits(abandonChance * 100, 2), digits(queueMean, 1), digits(occupancy * 100, 2)]).toEqual([3.7, 3.1, 3, 93]);
  });

  test('customers of endless patience make Erlang A Erlang C', () => {
    const queue = { agents: 5, rate: 4, serviceMean: 1 };
    expect(erlangA(queue, 1e9).waitMean).toBeCloseTo(markovLongRun(queue).waitMean, 6);
  });

  test('of one agent, Pollaczek and Khinchine know what Erlang knows', () => {
    expect(pollaczekKhinchine(0.8, 1, 2)).toBeCloseTo(markovLongRun({ agents: 1, rate: 0.8, serviceMean: 1 }).waitMean, 12);
  });

  test('each waits for the agent who is free first', () => {
    expect([...waitsOf(2, Float64Array.of(0, 1, 2, 3), Float64Array.of(10, 5, 1, 1))]).toEqual([0, 0, 4, 4]);
  });

  test('an interval is as wide as Student has it', () => {
    expect(intervalOf([1, 2, 3, 4, 5])).toEqual({ mean: 3, halfWidth: 4.604 * Math.sqrt(0.5) });
    expect(intervalOf([1]).halfWidth).toBe(Infinity);
  });
});

const NAMES = ['M/M/1 ρ 0.8', 'M/M/3 ρ 0.667', 'M/M/14 ρ 0.714', 'M/D/1 ρ 0.5', 'callback center, one agent, ρ 0.8'];
/** The recursion is so cheap that it can run for long. */
const RECURSION_CONTACTS = 300_000;
const rows = theoryRows.filter(({ name }) => NAMES.includes(name));

describe('the engine obeys queueing theory', () => {
  test('the five models are there', () => expect(rows.map(({ name }) => name)).toEqual(NAMES));

  test.each(rows)('$name: every wait is that of the recursion, and their mean that of theory', { timeout: 60_000 }, (row) => {
    expect(checkRow(row, 5, 2000)).toMatchObject({ strayWaits: 0, isInside: true, isLongEnough: true });
  });

  test.each(rows)('$name: long enough, the recursion comes to what theory says', { timeout: 60_000 }, (row) => {
    const { mean, halfWidth } = checkRecursion(row, 5, RECURSION_CONTACTS);
    expect(Math.abs(mean - row.wait)).toBeLessThan(halfWidth);
    expect(Math.abs(mean / row.wait - 1)).toBeLessThan(0.05);
  });

  test('nothing is lost: contacts, attempts, busy time and Little’s law', { timeout: 60_000 }, () => {
    expect(checkLaws(2000, 10).filter(({ holds }) => !holds)).toEqual([]);
  });
});
