import { asE164, createEngine, durationMs, epochMs, seconds, type CommandId, type DialBehavior, type Engine, type Instance } from '../engine/index.ts';
import { available, everyNumber, instanceFor, queueId } from './ours.ts';
import { WORK_MS_MIN, type TheoryRow, type TheoryWork } from './theory-rows.ts';
import { intervalOf, waitsOf, type Interval } from './theory.ts';
import { ANSWERS_AFTER, GIVES_UP_AFTER } from './workload.ts';

/** The first tenth is left out: the day begins with an empty queue, which theory knows nothing of. */
const WARM_UP = 0.1;
/** A run of fewer times the queue's memory is too short to judge. */
const MEMORIES_MIN = 10;

/** What the engine made of a model. */
export interface TheoryResult {
  readonly name: string;
  /** Mean wait in seconds: what theory says, and what the seeds say. */
  readonly theory: number;
  readonly measured: Interval;
  readonly isInside: boolean;
  /** The run was long enough for the interval to mean something. */
  readonly isLongEnough: boolean;
  /** Contacts whose wait is not the one of the recursion, to the millisecond. */
  readonly strayWaits: number;
}

/** Runs a model through the engine, once for each seed from 1. */
export function checkRow(row: TheoryRow, seeds: number, contacts: number): TheoryResult {
  let strayWaits = 0;
  const means = Array.from({ length: seeds }, (_, index) => {
    const work = row.draw(index + 1, contacts);
    const waits = playWork(work);
    const expected = waitsOf(work.agents, work.arrivalsMs, work.serviceMs);
    strayWaits += waits.filter((wait, contact) => wait !== expected[contact]).length;
    return meanOf(waits.subarray(Math.floor(contacts * WARM_UP))) / 1000;
  });
  const measured = intervalOf(means);
  return {
    name: row.name, theory: row.wait, measured, strayWaits,
    isInside: Math.abs(measured.mean - row.wait) <= measured.halfWidth,
    isLongEnough: contacts >= MEMORIES_MIN * row.memory,
  };
}

/** The recursion alone, without an engine: since each wait of the engine is the same, it tells what long runs would bring. */
export function checkRecursion(row: TheoryRow, seeds: number, contacts: number): Interval {
  return intervalOf(Array.from({ length: seeds }, (_, index) => {
    const { agents, arrivalsMs, serviceMs } = row.draw(index + 1, contacts);
    return meanOf(waitsOf(agents, arrivalsMs, serviceMs).subarray(Math.floor(contacts * WARM_UP))) / 1000;
  }));
}

/** Plays the work through the whole engine: requests, offers, lines and records. Each contact's wait in queue, in ms. */
function playWork(work: TheoryWork): Float64Array {
  const { agents, arrivalsMs, delayMs } = work;
  const engine = createEngine({ seed: 1, startsAtMs: epochMs(0), instance: work.isCallbackCenter ? instanceFor(agents) : plainInstance(agents), phoneNumbers: everyNumber });
  let count = 0;
  const send = (atMs: number, command: Parameters<Engine['command']>[1]['command']): void => {
    count += 1;
    const { reply } = engine.command(epochMs(atMs), { id: `t${count}` as CommandId, by: { role: 'lab' }, command });
    if (!reply.ok) throw new Error(`the work is refused: ${reply.rejection.code}`);
  };
  for (const { id } of engine.center.config.instance.agents) send(0, { type: 'agent.setStatus', agentId: id, statusId: available });
  arrivalsMs.forEach((atMs, index) => {
    const number = asE164(`+1${2_000_000_000 + index}`);
    const talk = work.talkMs[index] ?? 0;
    send(atMs, { type: 'customer.behave', number, whenCalled: [behaviorOf(work, talk)], talksForMs: durationMs(talk) });
    send(atMs, { type: 'callback.request', number, queueId, attributes: {}, initialDelayMs: durationMs(delayMs), retries: 0, retryDelayMs: seconds(1) });
  });
  for (let due = engine.nextDueAtMs(); due !== null; due = engine.nextDueAtMs()) engine.advanceTo(due);
  // Contacts are kept in the order in which they were made, which is that of the arrivals.
  return Float64Array.from([...engine.center.contacts.values()].map(({ queue }) => (queue?.dequeuedAtMs ?? NaN) - (queue?.enqueuedAtMs ?? NaN)));
}

function behaviorOf({ isCallbackCenter }: TheoryWork, talk: number): DialBehavior {
  if (talk === 0) return { does: 'networkNoAnswer', afterMs: seconds(GIVES_UP_AFTER) };
  return { does: 'answers', afterMs: seconds(isCallbackCenter ? ANSWERS_AFTER : 0), hangsUpAfterMs: null };
}

/** No whispers, no dialing time, and after-contact work of a millisecond: an agent is busy as long as somebody talks. */
function plainInstance(agents: number): Instance {
  const instance = instanceFor(agents);
  return {
    ...instance,
    queues: instance.queues.map((queue) => ({ ...queue, agentWhisperFlowId: null, outboundWhisperFlowId: null })),
    agents: instance.agents.map((agent) => ({ ...agent, afterContactWorkMs: durationMs(WORK_MS_MIN) })),
  };
}

const meanOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;
