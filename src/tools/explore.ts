/*
 * `npm run explore -- --seeds N [--from S] [--contacts C] [--threads T]`: random contact centers, one per seed, each rule
 * checked after each commit. A failing seed is printed with the fewest inputs that break the same rule; `--keep` writes it
 * to `src/engine/sim/golden/`.
 */
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { addTo, tooSeldomMet, type Coverage } from '../engine/sim/coverage.ts';
import { describeInput } from '../engine/sim/deed.ts';
import { goldenOf, type Golden } from '../engine/sim/golden.ts';
import { describeFailure, exploreSeeds, type SeedFailure, type SeedsReport } from '../engine/sim/seeds.ts';

interface Wishes {
  readonly seeds: number;
  readonly from: number;
  readonly contacts: number;
  readonly threads: number;
  readonly verbose: boolean;
  /** Failing runs are written where a test plays them from then on. */
  readonly keeps: boolean;
}

const usage = 'npm run explore -- --seeds N [--from S] [--contacts C] [--threads T] [--verbose] [--keep]';
/** So many seeds and more must meet every kind of trouble often enough, or they have proved too little. */
const THOROUGH_SEEDS = 1000;
/** One thread stops after so many failing seeds: they mostly fail alike. */
const FAILURES_MAX = 3;

if (isMainThread) process.exitCode = await main(process.argv.slice(2));
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- A thread's port has no origin; the rule means windows.
else parentPort?.postMessage(exploreSeeds(workerData as Parameters<typeof exploreSeeds>[0]));

/** 0: no seed failed, and a thousand or more met every kind of trouble often enough. 1: not so. 2: the command cannot be read. */
async function main(words: readonly string[]): Promise<number> {
  const wishes = readWishes(words);
  if (wishes === null) {
    console.error(`Usage: ${usage}`);
    return 2;
  }
  const startedAt = performance.now();
  const { seeds, from, contacts, threads } = wishes;
  const parts = await Promise.all(Array.from({ length: threads }, (_, index) => inThread({ from: from + index, to: from + seeds, step: threads, contacts, failuresMax: FAILURES_MAX })));
  const seconds = (performance.now() - startedAt) / 1000;
  const coverage: Coverage = new Map();
  for (const part of parts) addTo(coverage, part.coverage);
  const sum = (of: (part: SeedsReport) => number): number => parts.reduce((total, part) => total + of(part), 0);
  const failures = parts.flatMap((part) => part.failures);
  const explored = sum((part) => part.seeds);
  const contactsMet = sum((part) => part.contacts);
  for (const failure of failures) console.error(describeFailure(failure));
  if (wishes.keeps) for (const failure of failures) keep(failure, contacts);
  console.log(`${explored} seeds, ${contactsMet} contacts, ${sum((part) => part.events)} events in ${seconds.toFixed(1)} s on ${threads} threads; ${failures.length} failures.`);
  if (wishes.verbose) for (const [what, times] of [...coverage].sort(([a], [b]) => (a < b ? -1 : 1))) console.log(`  ${what}: ${times}`);
  const missing = tooSeldomMet(coverage, { seeds: explored, contacts: contactsMet });
  const thorough = seeds >= THOROUGH_SEEDS;
  if (missing.length > 0) console.log(`Met too seldom: ${missing.map((what) => `${what} (${coverage.get(what) ?? 0})`).join(', ')}.`);
  // The last line, as every suite of `npm test` has it.
  console.log(`${explored - failures.length} passed, ${failures.length + (thorough && missing.length > 0 ? 1 : 0)} failed`);
  return failures.length > 0 || (thorough && missing.length > 0) ? 1 : 0;
}

function keep(failure: SeedFailure, contacts: number): void {
  const name = failure.rule.replace(/[^a-z]+/gi, '-').replace(/^-|-$/g, '').toLowerCase().slice(0, 60);
  writeFileSync(new URL(`../engine/sim/golden/${name}-${failure.seed}.json`, import.meta.url), goldenText(goldenOf(failure, contacts)));
}

/** A line for each input, so that a reader finds the story; the center in one. */
function goldenText({ inputs, ...center }: Golden): string {
  return `${JSON.stringify(center).slice(0, -1)},"inputs":[\n${inputs.map((input) => describeInput(input)).join(',\n')}\n]}\n`;
}

function inThread(part: Parameters<typeof exploreSeeds>[0]): Promise<SeedsReport> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: part });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

function readWishes(words: readonly string[]): Wishes | null {
  const numbers = new Map([['--seeds', 200], ['--from', 1], ['--contacts', 200], ['--threads', availableParallelism()]]);
  let verbose = false;
  let keeps = false;
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? '';
    if (word === '--verbose') verbose = true;
    else if (word === '--keep') keeps = true;
    else {
      const value = Number(words[index + 1]);
      if (!numbers.has(word) || !Number.isInteger(value) || value < 0) return null;
      numbers.set(word, value);
      index += 1;
    }
  }
  const of = (name: string): number => numbers.get(name) ?? 0;
  return { seeds: of('--seeds'), from: of('--from'), contacts: of('--contacts'), threads: Math.max(1, of('--threads')), verbose, keeps };
}
