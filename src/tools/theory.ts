/*
 * `npm run theory -- [--rows N] [--from N] [--seeds N] [--contacts N] [--recursion N]`: the engine against closed forms of queueing theory.
 * Each model runs once for each seed, and the recursion that gives the same waits also alone, for longer (--recursion contacts); an hour is enough for all rows with 20 seeds of 500,000 contacts on a fast machine.
 */
import { checkRecursion, checkRow, type TheoryResult } from '../bench/theory-center.ts';
import { checkLaws } from '../bench/theory-laws.ts';
import type { Interval } from '../bench/theory.ts';
import { theoryRows } from '../bench/theory-rows.ts';

const usage = 'npm run theory -- [--rows N] [--from N] [--seeds N] [--contacts N] [--recursion N]';
const LAW_AGENTS = 10;
const RECURSION_SEEDS = 20;

process.exitCode = main(process.argv.slice(2));

/** 0: everything judged lies inside. 1: something does not. 2: the command cannot be read. */
function main(words: readonly string[]): number {
  const wishes = readWishes(words);
  if (wishes === null) {
    console.error(`Usage: ${usage}`);
    return 2;
  }
  const { rows, from, seeds, contacts, recursion } = wishes;
  const began = performance.now();
  console.log(`${seeds} seeds × ${contacts} contacts each; the first tenth of each run is left out; ± is half the 99 % confidence interval`);
  console.log(`the recursion alone: ${RECURSION_SEEDS} seeds × ${recursion} contacts`);
  console.log('| model | theory, s | engine, s | relative | inside | waits that differ from the recursion | the recursion alone, s | relative |');
  console.log('| --- | --- | --- | --- | --- | --- | --- | --- |');
  let failures = 0;
  for (const row of theoryRows.slice(from - 1, from - 1 + rows)) {
    const result = checkRow(row, seeds, contacts);
    if ((result.isLongEnough && !result.isInside) || result.strayWaits > 0) failures += 1;
    console.log(lineOf(result, seeds * contacts, checkRecursion(row, RECURSION_SEEDS, recursion)));
  }
  console.log('\n| what is conserved | expected | engine | may differ by | holds |\n| --- | --- | --- | --- | --- |');
  for (const { name, expected, measured, tolerance, holds } of checkLaws(contacts, LAW_AGENTS)) {
    if (!holds) failures += 1;
    console.log(`| ${name} | ${short(expected)} | ${short(measured)} | ${short(tolerance)} | ${holds ? 'yes' : 'NO'} |`);
  }
  console.log(`\n${failures} failures, ${((performance.now() - began) / 1000).toFixed(0)} s`);
  return failures > 0 ? 1 : 0;
}

function lineOf({ name, theory, measured, isInside, isLongEnough, strayWaits }: TheoryResult, contacts: number, recursion: Interval): string {
  const inside = isInside ? 'yes' : 'NO';
  const verdict = isLongEnough ? inside : `${inside} (too short to judge)`;
  return `| ${name} | ${theory.toFixed(3)} | ${intervalText(measured)} | ${errorText(measured, theory)} | ${verdict} | ${strayWaits} of ${contacts} | ${intervalText(recursion)} | ${errorText(recursion, theory)} |`;
}

function intervalText({ mean, halfWidth }: Interval): string {
  return `${mean.toFixed(3)} ± ${halfWidth.toFixed(3)}`;
}

function errorText({ mean }: Interval, theory: number): string {
  const error = mean / theory - 1;
  return `${error < 0 ? '−' : '+'}${Math.abs(error * 100).toFixed(2)} %`;
}

function short(value: number): string {
  if (Number.isInteger(value)) return String(value);
  return value.toPrecision(value < 1 ? 4 : 8);
}

function readWishes(words: readonly string[]): { readonly rows: number; readonly from: number; readonly seeds: number; readonly contacts: number; readonly recursion: number } | null {
  const numbers = new Map([['--rows', theoryRows.length], ['--from', 1], ['--seeds', 5], ['--contacts', 10_000], ['--recursion', 100_000]]);
  for (let index = 0; index < words.length; index += 2) {
    const word = words[index] ?? '';
    const value = Number(words[index + 1]);
    if (!numbers.has(word) || !Number.isInteger(value) || value < 1) return null;
    numbers.set(word, value);
  }
  const of = (name: string): number => numbers.get(name) ?? 0;
  return { rows: of('--rows'), from: of('--from'), seeds: of('--seeds'), contacts: of('--contacts'), recursion: of('--recursion') };
}
