import type { ContactRecord } from '../record/model.ts';

/** Which records are counted: those of a queue, an agent or a method, that disconnected in [from, to), stamps. */
export interface RecountScope {
  readonly queue?: string;
  readonly agent?: string;
  readonly method?: string;
  readonly from: string;
  readonly to: string;
}

/** Amazon's metrics by name, some with a threshold after a colon. */
export type Recounted = Readonly<Record<string, number | null>>;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]): number | null => (values.length === 0 ? null : sum(values) / values.length);
const share = (part: number, whole: number): number | null => (whole === 0 ? null : (part / whole) * 100);
const seconds = (from: string, to: string): number => secondsOf(to) - secondsOf(from);

/**
 * The record-driven metrics of spec §3.4 counted anew, plainly, from contact records and nothing else. It shares no code
 * with the engine's fold, so both must be wrong alike for a mistake to pass. Decisions as Amazon has them.
 */
export function recountMetrics(all: readonly ContactRecord[], scope: RecountScope, thresholds: readonly number[]): Recounted {
  const records = all.filter((record) => isIn(record, scope));
  const queued = records.filter(({ Queue }) => Queue !== null);
  const handled = records.filter(({ Agent }) => Agent !== null);
  const abandoned = queued.filter(({ Agent, NextContactId }) => Agent === null && NextContactId === null);
  const durations = (list: readonly ContactRecord[]): readonly number[] => list.flatMap(({ Queue }) => (Queue === null ? [] : [Queue.Duration ?? 0]));
  const below = (list: readonly ContactRecord[], limit: number): number => durations(list).filter((duration) => duration < limit).length;
  const handle = handled.map(({ Agent }) => (Agent?.AgentInteractionDuration ?? 0) + (Agent?.CustomerHoldDuration ?? 0) + (Agent?.AfterContactWorkDuration ?? 0));
  const flows = records.filter(({ InitiationMethod }) => ['INBOUND', 'TRANSFER', 'QUEUE_TRANSFER', 'API'].includes(InitiationMethod))
    .map((record) => seconds(record.InitiationTimestamp, record.Queue?.EnqueueTimestamp ?? record.DisconnectTimestamp ?? ''));
  return {
    CONTACTS_QUEUED: queued.length,
    CONTACTS_HANDLED: handled.length,
    SUM_RETRY_CALLBACK_ATTEMPTS: records.filter(({ InitiationMethod, Agent, NextContactId }) => InitiationMethod === 'CALLBACK' && Agent === null && NextContactId !== null).length,
    CONTACTS_ABANDONED: abandoned.length,
    ABANDONMENT_RATE: share(abandoned.length, queued.length),
    AVG_QUEUE_ANSWER_TIME: mean(durations(handled)),
    AVG_ABANDON_TIME: mean(durations(abandoned)),
    MAX_QUEUED_TIME: queued.length === 0 ? null : Math.max(...durations(queued)),
    SUM_INTERACTION_TIME: sum(handled.map(({ Agent }) => Agent?.AgentInteractionDuration ?? 0)),
    SUM_HOLD_TIME: sum(handled.map(({ Agent }) => Agent?.CustomerHoldDuration ?? 0)),
    SUM_AFTER_CONTACT_WORK_TIME: sum(handled.map(({ Agent }) => Agent?.AfterContactWorkDuration ?? 0)),
    AVG_AFTER_CONTACT_WORK_TIME: mean(handled.map(({ Agent }) => Agent?.AfterContactWorkDuration ?? 0)),
    SUM_HANDLE_TIME: sum(handle),
    AVG_HANDLE_TIME: mean(handle),
    SUM_CONTACT_FLOW_TIME: sum(flows),
    AVG_RESOLUTION_TIME: mean(records.map((record) => seconds(record.InitiationTimestamp, record.Agent?.AfterContactWorkEndTimestamp ?? record.DisconnectTimestamp ?? ''))),
    ...Object.fromEntries(thresholds.flatMap((limit) => [
      [`SERVICE_LEVEL:${limit}`, share(below(queued, limit), queued.length)],
      [`SUM_CONTACTS_ANSWERED_IN_X:${limit}`, below(handled, limit)],
      [`SUM_CONTACTS_ABANDONED_IN_X:${limit}`, below(abandoned, limit)],
      [`RINGBACK_CONTACTS_REMOVED_IN_X:${limit}`, below(queued, limit)],
    ])),
  };
}

function isIn({ Queue, Agent, InitiationMethod, DisconnectTimestamp }: ContactRecord, { queue, agent, method, from, to }: RecountScope): boolean {
  const at = DisconnectTimestamp ?? '';
  return at >= from && at < to && (queue === undefined || Queue?.Name === queue) && (agent === undefined || Agent?.Username === agent) && (method === undefined || InitiationMethod === method);
}

/** Days that have passed in a common year before each month. */
const BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const;

/** A stamp as seconds since some fixed day; the engine's folder has no calendar. */
function secondsOf(stamp: string): number {
  const [year = 0, month = 1, date = 1, hour = 0, minute = 0, second = 0] = stamp.split(/[-T:Z]/).map(Number);
  const leapDays = Math.floor((month > 2 ? year : year - 1) / 4) - Math.floor((month > 2 ? year : year - 1) / 100) + Math.floor((month > 2 ? year : year - 1) / 400);
  return ((year * 365 + leapDays + (BEFORE_MONTH[month - 1] ?? 0) + date) * 24 + hour) * 3600 + minute * 60 + second;
}
