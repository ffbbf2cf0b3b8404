/* The engine's benchmark: every engine does the same work, in turn, in one process, so that the ratios mean something. */
import { runByTimers } from '../bench/center-by-timers.ts';
import { runLimit } from '../bench/limit.ts';
import { fakeTimers, simJs } from '../bench/others.ts';
import { runOurs } from '../bench/ours.ts';
import { drawWorkload, golden, type Outcome, type Workload } from '../bench/workload.ts';

const ROUNDS = 5;

interface Engine {
  readonly name: string;
  readonly run: (work: Workload) => Outcome;
}

const engines: readonly Engine[] = [
  { name: 'Ringback, journal kept', run: (work) => runOurs(work) },
  { name: 'typed arrays (limit)', run: runLimit },
  { name: 'SimJS 2.0.3', run: (work) => runByTimers(work, simJs()) },
  { name: 'fake-timers 15', run: (work) => runByTimers(work, fakeTimers()) },
];

const [contacts = 100_000, agents = 1000] = process.argv.slice(2).map(Number);
const work = drawWorkload(contacts, agents);
const times = new Map<string, number[]>();
for (let round = 0; round < ROUNDS; round++) {
  for (const { name, run } of engines) {
    const began = performance.now();
    const outcome = run(work);
    const ns = ((performance.now() - began) * 1e6) / outcome.events;
    times.set(name, [...(times.get(name) ?? []), ns]);
    if (round === 0) compare(name, outcome);
  }
}

const medianOf = (name: string): number => (times.get(name) ?? []).toSorted((a, b) => a - b)[ROUNDS >> 1] ?? NaN;
const ours = medianOf(engines[0]?.name ?? '');
console.log(`${contacts} contacts, ${agents} agents; ns per event over ${ROUNDS} rounds, in turn`);
for (const { name } of engines) {
  const median = medianOf(name);
  const least = Math.min(...(times.get(name) ?? []));
  console.log(`${name.padEnd(24)} median ${median.toFixed(0).padStart(7)}  minimum ${least.toFixed(0).padStart(7)}  ${((1e9 / median) | 0).toLocaleString('en')} events/s  Ringback takes ${(ours / median).toFixed(2)} times as long`);
}
console.log(`memory: ${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MiB resident at the end`);

/** The figures must be those that every engine agrees on; whole milliseconds move the third decimal. */
function compare(name: string, found: Outcome): void {
  const expected = golden[`${contacts}x${agents}`];
  if (!expected) return;
  const close = Math.abs(found.meanWait - expected.meanWait) <= 0.01 && found.entries === expected.entries && found.connected === expected.connected && found.failed === expected.failed;
  if (!close) {
    console.error(`${name} did other work: ${JSON.stringify({ found, expected })}`);
    process.exitCode = 1;
  }
}
