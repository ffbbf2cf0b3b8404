import { metricData, type Commit } from '../engine/index.ts';
import { runOurs, type OurOutcome } from './ours.ts';
import { intervalOf } from './theory.ts';
import { ANSWERS_AFTER, ATTEMPTS_MAX, BUSY_MEAN, CUSTOMER_WHISPER, drawWorkload, GIVES_UP_AFTER, WHISPER, WORK, type Workload } from './workload.ts';

/** Something that must be conserved, whatever chance brings. */
export interface Law {
  readonly name: string;
  readonly expected: number;
  readonly measured: number;
  /** What may lie between them: nothing but rounding for an identity, the 99 % interval where chance decides. */
  readonly tolerance: number;
  readonly holds: boolean;
}

const NO_ANSWER = 0.3;
/** Standard deviations of the 99 % interval. */
const Z_995 = 2.5758293;
/** Sums of many seconds, kept in binary, differ by less than this part. */
const ROUNDING = 1e-9;

/** Runs the callback center of the benchmark, three attempts each, and weighs what went in against what came out. */
export function checkLaws(contacts: number, agents: number): readonly Law[] {
  const work = drawWorkload(contacts, agents);
  const run = runOurs(work);
  const drawn = Array.from({ length: contacts }, (_, contact) => busyOf(work, contact));
  const drawnBusy = drawn.reduce((sum, seconds) => sum + seconds, 0);
  const measuredBusy = busyOfJournal(run.commits);
  const { mean: busyMean, halfWidth } = intervalOf(drawn);
  const failedChance = NO_ANSWER ** ATTEMPTS_MAX;
  const attempts = attemptsOf(work);
  return [
    law('connected + failed = contacts', contacts, run.connected + run.failed, 0),
    law('share that fails = qⁿ', failedChance, run.failed / contacts, Z_995 * Math.sqrt((failedChance * (1 - failedChance)) / contacts)),
    law('attempts per contact = 1 + q + q²', 1 + NO_ANSWER + NO_ANSWER ** 2, run.entries / contacts, intervalOf(attempts).halfWidth),
    law('seconds an agent is busy per contact', BUSY_MEAN, measuredBusy / contacts, halfWidth),
    law('busy time = contacts × mean busy time drawn', contacts * busyMean, measuredBusy, drawnBusy * ROUNDING),
    law('busy time = contact time in the agents’ metrics', measuredBusy, contactTimeOf(run), drawnBusy * ROUNDING),
    law('Little: people waiting, over time = arrivals × mean wait', run.entries * run.meanWait, waitingOverTime(run.commits), run.entries * run.meanWait * ROUNDING),
  ];
}

function law(name: string, expected: number, measured: number, tolerance: number): Law {
  return { name, expected, measured, tolerance, holds: Math.abs(measured - expected) <= tolerance };
}

const attemptsOf = ({ answeredAt }: Workload): readonly number[] => Array.from(answeredAt, (at) => (at === 0 ? ATTEMPTS_MAX : at));

/** Seconds that all attempts of a contact keep agents busy, as drawn; whole milliseconds, as the engine counts. */
function busyOf({ answeredAt, talk }: Workload, contact: number): number {
  const at = answeredAt[contact] ?? 0;
  const vain = at === 0 ? ATTEMPTS_MAX : at - 1;
  const answered = at === 0 ? 0 : WHISPER + ANSWERS_AFTER + CUSTOMER_WHISPER + Math.round((talk[contact] ?? 0) * 1000) / 1000 + WORK;
  return vain * (WHISPER + GIVES_UP_AFTER) + answered;
}

/** Seconds from each time an agent took a contact to the time they were rid of it, as the journal tells. */
function busyOfJournal(commits: readonly Commit[]): number {
  const since = new Map<string, number>();
  let busyMs = 0;
  for (const { atMs, events } of commits) {
    for (const event of events) {
      if (event.type === 'offer.accepted') since.set(event.agentId, atMs);
      else if (event.type === 'agent.slotCleared') busyMs += atMs - (since.get(event.agentId) ?? NaN);
    }
  }
  return busyMs / 1000;
}

/** The same by the engine's own metrics. */
function contactTimeOf({ engine: { center } }: OurOutcome): number {
  const lines = metricData(center, {
    windows: [{ fromMs: 0, toMs: center.nowMs + 1 }], scope: {}, groupings: [], metrics: [{ name: 'SUM_CONTACT_TIME_AGENT', threshold: 0, filters: [] }],
  });
  return lines[0]?.values[0] ?? NaN;
}

/** The number of those in queue, integrated over the day: in person-seconds. */
function waitingOverTime(commits: readonly Commit[]): number {
  let [waiting, sinceMs, sum] = [0, 0, 0];
  for (const { atMs, events } of commits) {
    sum += waiting * (atMs - sinceMs);
    sinceMs = atMs;
    for (const { type } of events) {
      if (type === 'contact.enqueued') waiting += 1;
      else if (type === 'contact.dequeued') waiting -= 1;
    }
  }
  return sum / 1000;
}
