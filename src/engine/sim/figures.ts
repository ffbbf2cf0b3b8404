import type { MetricName } from '../metrics/definitions.ts';
import { metricData } from '../metrics/metric-data.ts';
import type { ContactRecord } from '../record/model.ts';
import type { Center } from '../state.ts';
import { recountMetrics } from './metrics-recount.ts';
import { holds } from './violation.ts';

/** The day's figures of each queue against a recount from the records alone (spec §3.4). */
export function checkFigures(center: Center, records: readonly ContactRecord[]): void {
  holds(records.length === center.contacts.size, 'every ended contact has one record');
  holds(records.every(({ Ringback }) => Ringback.Complete), 'in the end all records are complete');
  checkChains(records);
  checkQueues(center, records);
  checkShifts(center);
}

/** What an agent did adds up to the time they were there (spec §3.5). */
function checkShifts(center: Center): void {
  for (const agentId of center.agents.keys()) {
    const spans = center.metrics.standings(agentId, center.nowMs - SHIFT_MS, center.nowMs);
    const sum = spans.reduce((total, { ms }) => total + ms, 0);
    const first = center.metrics.standings(agentId, -Infinity, center.nowMs).reduce((total, { ms }) => total + ms, 0);
    holds(sum === Math.min(SHIFT_MS, first), 'what an agent did adds up to the time they were there', () => `${sum} of ${first}`);
  }
}

const SHIFT_MS = 3_600_000;
const THRESHOLDS = [20, 60, 180];
/** The whole of time. */
const ALL = { from: '', to: '9999' } as const;
/** Where what an agent dialed counts for the queue it was dialed out of, its record does not tell (decision #25). */
const BUT_DIALED = ['INBOUND', 'CALLBACK', 'TRANSFER', 'QUEUE_TRANSFER', 'DISCONNECT', 'API'];
/** A callback that was never queued counts for the queue it was meant for, which its record does not name. */
const COUNTED = Object.keys(recountMetrics([], ALL, THRESHOLDS)).filter((name) => name !== 'AVG_RESOLUTION_TIME');

const METRICS = COUNTED.map((counted) => {
  const [name = '', threshold = '0'] = counted.split(':');
  return { name: name as MetricName, threshold: Number(threshold), filters: [] };
});

function checkQueues(center: Center, records: readonly ContactRecord[]): void {
  const byRecords = center.config.instance.policy.dialedContactsCountFor === 'recordsQueue';
  const lines = metricData(center, { windows: [{ fromMs: -Infinity, toMs: Infinity }], scope: byRecords ? {} : { methods: BUT_DIALED }, groupings: ['QUEUE'], metrics: METRICS });
  for (const { id } of center.config.queues.values()) {
    const expected = recountMetrics(records, { ...ALL, queue: id }, THRESHOLDS, center.config.instance.policy);
    const line = lines.find(({ dimensions }) => dimensions.QUEUE === id);
    for (const [at, counted] of COUNTED.entries()) {
      const found = line?.values[at];
      holds(line === undefined || found === expected[counted], 'figures equal a recount from records', () => `${counted}: ${found} for ${expected[counted]}`);
    }
    holds(line !== undefined || expected['CONTACTS_QUEUED'] === 0, 'a queue that was used has figures');
  }
}

/** Legs of one interaction name one another (spec §2.5). */
function checkChains(records: readonly ContactRecord[]): void {
  const byId = new Map(records.map((record) => [record.ContactId, record]));
  holds(byId.size === records.length, 'no two records have one id');
  for (const record of records) {
    // A callback asked for by a program is the first of its interaction.
    if (record.InitiationMethod !== 'CALLBACK' || record.PreviousContactId === null) continue;
    const previous = byId.get(record.PreviousContactId);
    holds(previous !== undefined && previous.NextContactId !== null, 'the leg before names a leg after it');
    const root = previous.InitialContactId ?? previous.ContactId;
    holds(record.InitialContactId === root, 'all legs name the first contact', () => `${record.Ringback.Attempt}`);
    if (record.Ringback.Attempt !== null && record.Ringback.Attempt > 1) holds(previous.NextContactId === record.ContactId, 'a retry is the next leg of the attempt before');
  }
}
