import { markovLongRun, pollaczekKhinchine } from './theory.ts';
import { ANSWERS_AFTER, CUSTOMER_WHISPER, DELAY, GIVES_UP_AFTER, sfc, TALK_MEAN, WHISPER, WORK } from './workload.ts';

/** Everything chance decides, drawn before the clock starts; whole milliseconds, since the engine counts in those. */
export interface TheoryWork {
  readonly agents: number;
  /** Between the request and the queue. */
  readonly delayMs: number;
  readonly isCallbackCenter: boolean;
  readonly arrivalsMs: Float64Array;
  /** How long each customer talks; 0: nobody answers. */
  readonly talkMs: Float64Array;
  /** How long each keeps an agent busy, from the queue's end to the next contact. */
  readonly serviceMs: Float64Array;
}

/** A model whose mean wait is known in closed form. */
export interface TheoryRow {
  readonly name: string;
  /** Mean wait, in seconds. */
  readonly wait: number;
  /** How many arrivals it takes to forget how the day began, about; a run that is not many times as long says little. */
  readonly memory: number;
  readonly draw: (seed: number, contacts: number) => TheoryWork;
}

const SERVICE_MEAN = 180;
/** After-contact work cannot be none: a limit of zero means no limit. This one is taken off the conversation. */
export const WORK_MS_MIN = 1;
const NO_ANSWER = 0.3;

/** Every model of the published table, the same order. */
export const theoryRows: readonly TheoryRow[] = [
  markov(1, 0.8), markov(2, 1), markov(3, 2), markov(10, 9), markov(14, 10), markov(50, 48), markov(100, 95), markov(1000, 990),
  constant(0.5), constant(0.8), constant(0.9),
  callbackCenter(0.8),
];

/** M/M/c with this load in Erlang. */
function markov(agents: number, load: number): TheoryRow {
  const rate = load / SERVICE_MEAN;
  return {
    name: `M/M/${agents} ρ ${short(load / agents)}`,
    wait: markovLongRun({ agents, rate, serviceMean: SERVICE_MEAN }).waitMean,
    memory: memoryOf(load / agents),
    draw: (seed, contacts) => drawPlain(seed, contacts, agents, rate, (chance) => exponential(chance) * SERVICE_MEAN),
  };
}

/** M/D/1: everybody is served equally long. */
function constant(occupancy: number): TheoryRow {
  const rate = occupancy / SERVICE_MEAN;
  return {
    name: `M/D/1 ρ ${short(occupancy)}`,
    wait: pollaczekKhinchine(rate, SERVICE_MEAN, SERVICE_MEAN ** 2),
    memory: memoryOf(occupancy),
    draw: (seed, contacts) => drawPlain(seed, contacts, 1, rate, () => SERVICE_MEAN),
  };
}

/**
 * A whole callback center with one agent and one attempt: initial delay, both whispers, dialing, three in ten who do not
 * answer, talk and wrap-up. The delay shifts a Poisson stream, which stays one, so that it is M/G/1 and theory exact.
 */
function callbackCenter(occupancy: number): TheoryRow {
  const vain = WHISPER + GIVES_UP_AFTER;
  const fixed = WHISPER + ANSWERS_AFTER + CUSTOMER_WHISPER + WORK;
  const mean = NO_ANSWER * vain + (1 - NO_ANSWER) * (fixed + TALK_MEAN);
  const squareMean = NO_ANSWER * vain ** 2 + (1 - NO_ANSWER) * ((fixed + TALK_MEAN) ** 2 + TALK_MEAN ** 2);
  const rate = occupancy / mean;
  return {
    name: `callback center, one agent, ρ ${short(occupancy)}`,
    wait: pollaczekKhinchine(rate, mean, squareMean),
    memory: memoryOf(occupancy),
    draw: (seed, contacts) => {
      const chance = sfc(seed);
      const arrivalsMs = drawArrivals(chance, contacts, rate);
      const talkMs = new Float64Array(contacts).map(() => (chance() < NO_ANSWER ? 0 : Math.max(1, Math.round(exponential(chance) * TALK_MEAN * 1000))));
      const serviceMs = talkMs.map((talk) => (talk === 0 ? vain * 1000 : fixed * 1000 + talk));
      return { agents: 1, delayMs: DELAY * 1000, isCallbackCenter: true, arrivalsMs, talkMs, serviceMs };
    },
  };
}

function drawPlain(seed: number, contacts: number, agents: number, rate: number, service: (chance: () => number) => number): TheoryWork {
  const chance = sfc(seed);
  const arrivalsMs = drawArrivals(chance, contacts, rate);
  const serviceMs = new Float64Array(contacts).map(() => Math.max(WORK_MS_MIN + 1, Math.round(service(chance) * 1000)));
  return { agents, delayMs: 0, isCallbackCenter: false, arrivalsMs, talkMs: serviceMs.map((ms) => ms - WORK_MS_MIN), serviceMs };
}

function drawArrivals(chance: () => number, contacts: number, rate: number): Float64Array {
  let now = 0;
  return new Float64Array(contacts).map(() => {
    now += exponential(chance) / rate;
    return Math.round(now * 1000);
  });
}

function exponential(chance: () => number): number {
  return -Math.log(1 - chance());
}

/** The relaxation time of the queue, in arrivals; exact for one agent, and for the others not far off. */
function memoryOf(occupancy: number): number {
  return occupancy / (1 - Math.sqrt(occupancy)) ** 2;
}

function short(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
