/* What the engine costs, one question a command: `npm run bench`, `npm run bench -- routing`, and so on. */
import { runByTimers } from '../bench/center-by-timers.ts';
import { runCalls } from '../bench/flow-runs.ts';
import { runLimit } from '../bench/limit.ts';
import { fakeTimers, simJs } from '../bench/others.ts';
import { runOurs } from '../bench/ours.ts';
import { measureRestore } from '../bench/restore.ts';
import { measureRouting } from '../bench/routing.ts';
import { measureBrowser } from './bench-browser.ts';
import { drawWorkload, golden, type Outcome, type Workload } from '../bench/workload.ts';

interface Engine {
  readonly name: string;
  readonly run: (work: Workload) => Outcome;
}

const OURS: Engine = { name: 'Ringback, journal kept', run: (work) => runOurs(work) };
/** The journal of a million callbacks would not fit beside them: it goes where a host would write it. */
const HANDED_ON: Engine = { name: 'Ringback, journal handed on', run: (work) => runOurs(work, false) };
const KEPT_MOST = 100_000;
const LIMIT: Engine = { name: 'typed arrays (limit)', run: runLimit };
const MEBIBYTE = 2 ** 20;

/** Every engine does the same work, in turn, in one process, so that the ratios mean something. */
function compareEngines(contacts: number, agents: number): void {
  const engines = [OURS, LIMIT, { name: 'SimJS 2.0.3', run: (work: Workload) => runByTimers(work, simJs()) }, { name: 'fake-timers 15', run: (work: Workload) => runByTimers(work, fakeTimers()) }];
  const times = inTurn(engines, drawWorkload(contacts, agents), 5);
  const ours = median(times.get(OURS) ?? []);
  console.log(`${contacts} contacts, ${agents} agents; ns per event over 5 rounds, in turn`);
  for (const engine of engines) {
    const all = times.get(engine) ?? [];
    const own = median(all);
    console.log(`${engine.name.padEnd(24)} median ${own.toFixed(0).padStart(7)}  minimum ${Math.min(...all).toFixed(0).padStart(7)}  ${((1e9 / own) | 0).toLocaleString('en')} events/s  Ringback takes ${(ours / own).toFixed(2)} times as long`);
  }
  console.log(`memory: ${(process.memoryUsage().rss / MEBIBYTE).toFixed(0)} MiB resident at the end`);
}

/** How the time per event grows with contacts and with agents, beside the limit on the same work. */
function grow(contactsMost: number): void {
  const sizes = [[1000, 100], [10_000, 100], [100_000, 100], [1_000_000, 100], [100_000, 10], [100_000, 1000], [100_000, 10_000]] as const;
  for (const [contacts, agents] of sizes) {
    if (contacts > contactsMost) continue;
    const ours = contacts > KEPT_MOST ? HANDED_ON : OURS;
    const times = inTurn([ours, LIMIT], drawWorkload(contacts, agents), contacts > KEPT_MOST ? 1 : 3);
    const [took, limit] = [Math.min(...(times.get(ours) ?? [])), Math.min(...(times.get(LIMIT) ?? []))];
    console.log(`${contacts.toLocaleString('en').padStart(9)} contacts, ${agents.toLocaleString('en').padStart(6)} agents: ${took.toFixed(0)} ns per event, ${(took / limit).toFixed(1)} times the limit (${ours.name})`);
  }
}

function routing(waiting: number): void {
  const { decisions, median: half, p99, most } = measureRouting(waiting, 200_000);
  console.log(`one routing decision, 50 queues, ${waiting.toLocaleString('en')} waiting, ${decisions.toLocaleString('en')} decisions: median ${half} ns, 99th percentile ${p99} ns, most ${most} ns`);
}

function flows(calls: number): void {
  for (let round = 0; round < 5; round++) {
    const tookMs = runCalls(calls);
    console.log(`${calls.toLocaleString('en')} calls of six prompts each: ${((calls * 1000) / tookMs).toFixed(0)} flow runs a second`);
  }
}

function restore(contacts: number): void {
  const { facts, tailFacts, bySnapshot, byJournal } = measureRestore(contacts, 7);
  const told = (all: readonly number[]): string => `first ${(all[0] ?? Number.NaN).toFixed(0)} ms, quickest ${Math.min(...all).toFixed(0)} ms`;
  console.log(`a center of ${facts.toLocaleString('en')} facts: by snapshot and the last ${tailFacts.toLocaleString('en')} facts ${told(bySnapshot)}; by all of them ${told(byJournal)}`);
}

/** What a callback leaves behind in memory when the journal is kept elsewhere, as a host keeps it. */
function memory(contacts: number): void {
  const before = process.memoryUsage().heapUsed;
  const { engine, facts } = runOurs(drawWorkload(contacts, 1000), false);
  globalThis.gc?.();
  const used = process.memoryUsage();
  console.log(`${contacts.toLocaleString('en')} callbacks, ${facts.toLocaleString('en')} facts, ${engine.center.contacts.size.toLocaleString('en')} contacts: ${((used.heapUsed + used.arrayBuffers - before) / contacts).toFixed(0)} bytes each, ${(used.rss / MEBIBYTE).toFixed(0)} MiB resident${globalThis.gc ? '' : ' (run node with --expose-gc for what is live alone)'}`);
}

/** Nanoseconds per event of each engine, round by round; each must find out the same figures. */
function inTurn(engines: readonly Engine[], work: Workload, rounds: number): ReadonlyMap<Engine, readonly number[]> {
  const times = new Map<Engine, number[]>(engines.map((engine) => [engine, []]));
  for (let round = 0; round < rounds; round++) {
    // Each begins a round in its turn: who follows another clears away what that one has left in memory.
    for (const engine of [...engines.slice(round % engines.length), ...engines.slice(0, round % engines.length)]) {
      const began = performance.now();
      const outcome = engine.run(work);
      times.get(engine)?.push(((performance.now() - began) * 1e6) / outcome.events);
      if (round === 0) check(engine.name, work, outcome);
    }
  }
  return times;
}

const median = (all: readonly number[]): number => all.toSorted((a, b) => a - b)[all.length >> 1] ?? Number.NaN;

/** The figures must be those that every engine agrees on; whole milliseconds move the third decimal. */
function check(name: string, { contacts, agents }: Workload, found: Outcome): void {
  const expected = golden[`${contacts}x${agents}`];
  if (!expected) return;
  const close = Math.abs(found.meanWait - expected.meanWait) <= 0.01 && found.entries === expected.entries && found.connected === expected.connected && found.failed === expected.failed;
  if (!close) {
    console.error(`${name} did other work: ${JSON.stringify({ found, expected })}`);
    process.exitCode = 1;
  }
}

const questions: Readonly<Record<string, (size: number | undefined) => void | Promise<void>>> = {
  grow: (most = 100_000) => grow(most),
  routing: (waiting = 10_000) => routing(waiting),
  flows: (calls = 20_000) => flows(calls),
  restore: (contacts = 2400) => restore(contacts),
  memory: (contacts = 100_000) => memory(contacts),
  browser: (contacts = 100_000) => measureBrowser(contacts),
};

const [first, second] = process.argv.slice(2);
const question = first === undefined ? undefined : questions[first];
const sizes = [first, second].map((given) => (given === undefined ? undefined : Number(given)));
if (question) await question(sizes[1]);
else if (sizes.some((size) => size !== undefined && !(Number.isInteger(size) && size > 0))) {
  console.error(`What is to be measured? npm run bench -- [contacts] [agents], or one of ${Object.keys(questions).join(', ')} with a size.`);
  process.exitCode = 2;
} else compareEngines(sizes[0] ?? 100_000, sizes[1] ?? 1000);
