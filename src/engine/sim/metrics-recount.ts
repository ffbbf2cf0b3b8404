import type { ContactRecord } from '../record/model.ts';
import type { Policy } from '../tenant/policy.ts';

/** Which records are counted: those of a queue or an agent, by their ids, or of a method, that disconnected in [from, to), stamps. */
export interface RecountScope {
  readonly queue?: string;
  readonly agent?: string;
  readonly method?: string;
  readonly from: string;
  readonly to: string;
}

/** The decisions that change what is counted (spec §11). */
export type Decided = Pick<Policy, 'countCallbackLegsAsAbandoned' | 'callbackAttempts'>;

const AS_AMAZON: Decided = { countCallbackLegsAsAbandoned: true, callbackAttempts: 'followedByRetry' };

/** Amazon's metrics by name, some with a threshold after a colon. */
export type Recounted = Readonly<Record<string, number | null>>;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]): number | null => (values.length === 0 ? null : sum(values) / values.length);
const durations = (records: readonly ContactRecord[]): readonly number[] => records.flatMap(({ Queue }) => (Queue === null ? [] : [Queue.Duration ?? 0]));
const below = (values: readonly number[], limit: number): number => values.filter((value) => value < limit).length;
const share = (part: number, whole: number): number | null => (whole === 0 ? null : (part / whole) * 100);
const seconds = (from: string, to: string): number => secondsOf(to) - secondsOf(from);

/**
 * The record-driven metrics of spec §3.4 counted anew, plainly, from contact records and nothing else. It shares no code
 * with the engine's fold, so both must be wrong alike for a mistake to pass.
 */
export function recountMetrics(all: readonly ContactRecord[], scope: RecountScope, thresholds: readonly number[], decided: Decided = AS_AMAZON): Recounted {
  const records = all.filter((record) => isIn(record, scope));
  const queued = records.filter(({ Queue }) => Queue !== null);
  const handled = records.filter(({ Agent }) => Agent !== null);
  const abandoned = queued.filter(({ Agent, NextContactId, InitiationMethod }) => Agent === null && NextContactId === null && (InitiationMethod !== 'CALLBACK' || decided.countCallbackLegsAsAbandoned));
  const waits = { queued: durations(queued), handled: durations(handled), abandoned: durations(abandoned) };
  const handle = handled.map(({ Agent }) => (Agent?.AgentInteractionDuration ?? 0) + (Agent?.CustomerHoldDuration ?? 0) + (Agent?.AfterContactWorkDuration ?? 0));
  const flows = records.filter(({ InitiationMethod }) => ['INBOUND', 'TRANSFER', 'QUEUE_TRANSFER', 'API'].includes(InitiationMethod))
    .map((record) => seconds(record.InitiationTimestamp, record.Queue?.EnqueueTimestamp ?? record.DisconnectTimestamp ?? ''));
  return {
    CONTACTS_QUEUED: queued.length,
    CONTACTS_HANDLED: handled.length,
    SUM_RETRY_CALLBACK_ATTEMPTS: records.filter((record) => record.InitiationMethod === 'CALLBACK' && record.Agent === null && isAttempt(record, decided)).length,
    CONTACTS_ABANDONED: abandoned.length,
    ABANDONMENT_RATE: share(abandoned.length, queued.length),
    AVG_QUEUE_ANSWER_TIME: mean(waits.handled),
    AVG_ABANDON_TIME: mean(waits.abandoned),
    MAX_QUEUED_TIME: queued.length === 0 ? null : Math.max(...waits.queued),
    SUM_INTERACTION_TIME: sum(handled.map(({ Agent }) => Agent?.AgentInteractionDuration ?? 0)),
    SUM_HOLD_TIME: sum(handled.map(({ Agent }) => Agent?.CustomerHoldDuration ?? 0)),
    SUM_AFTER_CONTACT_WORK_TIME: sum(handled.map(({ Agent }) => Agent?.AfterContactWorkDuration ?? 0)),
    AVG_AFTER_CONTACT_WORK_TIME: mean(handled.map(({ Agent }) => Agent?.AfterContactWorkDuration ?? 0)),
    SUM_HANDLE_TIME: sum(handle),
    AVG_HANDLE_TIME: mean(handle),
    SUM_CONTACT_FLOW_TIME: sum(flows),
    AVG_RESOLUTION_TIME: mean(records.map((record) => seconds(record.InitiationTimestamp, record.Agent?.AfterContactWorkEndTimestamp ?? record.DisconnectTimestamp ?? ''))),
    ...Object.fromEntries(thresholds.flatMap((limit) => [
      [`SERVICE_LEVEL:${limit}`, share(below(waits.queued, limit), queued.length)],
      [`SUM_CONTACTS_ANSWERED_IN_X:${limit}`, below(waits.handled, limit)],
      [`SUM_CONTACTS_ABANDONED_IN_X:${limit}`, below(waits.abandoned, limit)],
      [`RINGBACK_CONTACTS_REMOVED_IN_X:${limit}`, below(waits.queued, limit)],
    ])),
  };
}

function isIn({ Queue, Agent, InitiationMethod, DisconnectTimestamp }: ContactRecord, { queue, agent, method, from, to }: RecountScope): boolean {
  const at = DisconnectTimestamp ?? '';
  return at >= from && at < to && (queue === undefined || Queue?.ARN.endsWith(`/queue/${queue}`) === true) && (agent === undefined || Agent?.ARN.endsWith(`/agent/${agent}`) === true) && (method === undefined || InitiationMethod === method);
}

/** Followed by a retry, or dialed and not picked up (decision #12). */
function isAttempt({ NextContactId, ConnectedToSystemTimestamp, DisconnectReason, Ringback }: ContactRecord, { callbackAttempts }: Decided): boolean {
  if (callbackAttempts === 'followedByRetry') return NextContactId !== null;
  // With decision #4 a dial alone connects it to the system; that nobody picked up is then told by the reason.
  return Ringback.DialedTimestamp !== null && (ConnectedToSystemTimestamp === null || (DisconnectReason ?? '').startsWith('TELECOM_'));
}

/** Days that have passed in a common year before each month. */
const BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const;

const ZERO = 48;
const two = (stamp: string, at: number): number => (stamp.charCodeAt(at) - ZERO) * 10 + stamp.charCodeAt(at + 1) - ZERO;

/** A stamp as seconds since some fixed day; the engine's folder has no calendar. */
function secondsOf(stamp: string): number {
  const year = two(stamp, 0) * 100 + two(stamp, 2);
  const month = two(stamp, 5);
  const leapYear = month > 2 ? year : year - 1;
  const leapDays = Math.floor(leapYear / 4) - Math.floor(leapYear / 100) + Math.floor(leapYear / 400);
  return ((year * 365 + leapDays + (BEFORE_MONTH[month - 1] ?? 0) + two(stamp, 8)) * 24 + two(stamp, 11)) * 3600 + two(stamp, 14) * 60 + two(stamp, 17);
}
