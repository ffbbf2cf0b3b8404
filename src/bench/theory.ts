/*
 * Queueing theory as functions: what must come out when chance alone decides. `rate` is arrivals per second, times are in
 * seconds, `load` is in Erlang (rate × mean service). Sources: Erlang 1917; Pollaczek 1930; Kiefer and Wolfowitz 1955;
 * Garnett, Mandelbaum and Reiman 2002.
 */

/** The chance that an arrival finds all agents busy where nobody may wait (Erlang B). */
export function erlangB(agents: number, load: number): number {
  let blocked = 1;
  for (let k = 1; k <= agents; k++) blocked = (load * blocked) / (k + load * blocked);
  return blocked;
}

/** The chance that an arrival has to wait where everybody waits (Erlang C); the load must be below the number of agents. */
export function erlangC(agents: number, load: number): number {
  const blocked = erlangB(agents, load);
  return (agents * blocked) / (agents - load * (1 - blocked));
}

/** A queue with Poisson arrivals and exponential service. */
export interface MarkovQueue {
  readonly agents: number;
  readonly rate: number;
  readonly serviceMean: number;
}

/** What M/M/c comes to in the long run. */
export interface LongRun {
  readonly waitChance: number;
  /** Mean wait of all, those who do not wait included. */
  readonly waitMean: number;
  /** Mean number of those who wait. */
  readonly queueMean: number;
  readonly occupancy: number;
}

/** The M/M/c queue (Erlang C); stable only while the load is below the number of agents. */
export function markovLongRun({ agents, rate, serviceMean }: MarkovQueue): LongRun {
  const load = rate * serviceMean;
  const waitChance = erlangC(agents, load);
  const waitMean = (waitChance * serviceMean) / (agents - load);
  return { waitChance, waitMean, queueMean: rate * waitMean, occupancy: load / agents };
}

/** The share of an M/M/c queue that waits no longer than `limit` seconds. */
export function serviceLevel(queue: MarkovQueue, limit: number): number {
  const { waitChance } = markovLongRun(queue);
  return 1 - waitChance * Math.exp(-(queue.agents / queue.serviceMean - queue.rate) * limit);
}

/** Mean wait of M/G/1, exact (Pollaczek–Khinchine), from the first two moments of the service time. */
export function pollaczekKhinchine(rate: number, serviceMean: number, serviceSquareMean: number): number {
  return (rate * serviceSquareMean) / (2 * (1 - rate * serviceMean));
}

/** What M/M/c with impatient customers comes to (Erlang A); patience is exponential. */
export interface ImpatientLongRun {
  readonly waitMean: number;
  readonly queueMean: number;
  readonly abandonChance: number;
  readonly occupancy: number;
}

/** The M/M/c+M queue, from the balance of its birth and death rates. */
export function erlangA({ agents, rate, serviceMean }: MarkovQueue, patienceMean: number): ImpatientLongRun {
  let weight = 1;
  let total = 1;
  let queued = 0;
  let busy = 0;
  // Beyond its peak the chance of a state falls faster than geometrically, so that what is left out is nothing.
  for (let k = 1; k <= agents || weight > total * 1e-16; k++) {
    const waiting = Math.max(0, k - agents);
    weight *= rate / (Math.min(k, agents) / serviceMean + waiting / patienceMean);
    total += weight;
    queued += waiting * weight;
    busy += Math.min(k, agents) * weight;
  }
  const queueMean = queued / total;
  return { queueMean, waitMean: queueMean / rate, abandonChance: queueMean / patienceMean / rate, occupancy: busy / total / agents };
}

/**
 * Each wait of a given sequence, first come first served (Kiefer–Wolfowitz, for one agent Lindley's recursion): no
 * statistics, so that an engine must agree on every single one. Any unit of time; the result is in the same.
 */
export function waitsOf(agents: number, arrivals: Float64Array, services: Float64Array): Float64Array {
  const freeAt = new Float64Array(agents);
  return arrivals.map((arrival, index) => {
    const start = Math.max(arrival, freeAt[0] ?? 0);
    replaceFirst(freeAt, start + (services[index] ?? 0));
    return start - arrival;
  });
}

/** Puts a value in the place of the least one of a binary heap. */
function replaceFirst(heap: Float64Array, value: number): void {
  let at = 0;
  for (;;) {
    const left = 2 * at + 1;
    const least = (heap[left + 1] ?? Infinity) < (heap[left] ?? Infinity) ? left + 1 : left;
    const below = heap[least] ?? Infinity;
    if (below >= value) break;
    heap[at] = below;
    at = least;
  }
  heap[at] = value;
}

/** A mean and how far it may be off. */
export interface Interval {
  readonly mean: number;
  /** Half the width of the 99 % confidence interval; infinite for a single value. */
  readonly halfWidth: number;
}

/** Student's t, 99.5th percentile, by degrees of freedom from 1 to 20. */
const T_995 = [63.657, 9.925, 5.841, 4.604, 4.032, 3.707, 3.499, 3.355, 3.25, 3.169, 3.106, 3.055, 3.012, 2.977, 2.947, 2.921, 2.898, 2.878, 2.861, 2.845];
/** The same for the normal distribution. */
const Z_995 = 2.5758293;

/** The 99 % confidence interval of the mean of independent values. */
export function intervalOf(values: readonly number[]): Interval {
  const count = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  if (count < 2) return { mean, halfWidth: Infinity };
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (count - 1);
  return { mean, halfWidth: studentT(count - 1) * Math.sqrt(variance / count) };
}

function studentT(freedom: number): number {
  // Beyond the table, the first term of the expansion about the normal distribution is good to three digits.
  return T_995[freedom - 1] ?? Z_995 + (Z_995 ** 3 + Z_995) / (4 * freedom);
}
