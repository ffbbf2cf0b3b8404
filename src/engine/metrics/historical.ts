import type { QueueId } from '../core/ids.ts';
import type { Center } from '../state.ts';
import type { MetricName } from './definitions.ts';
import { metricValues, type MetricWish } from './metric-data.ts';

/** Service-level thresholds that are always worked out, in seconds (spec §3.4 presets). */
const THRESHOLDS = [15, 20, 25, 30, 45, 60, 90, 120, 180, 240, 300, 600] as const;

const wish = (name: MetricName, methods: readonly string[] = [], threshold = 0): MetricWish => ({
  name, threshold, filters: methods.length === 0 ? [] : [{ key: 'INITIATION_METHOD', values: methods, negate: false }],
});

const plain = (...names: readonly MetricName[]): Readonly<Record<string, MetricWish>> => Object.fromEntries(names.map((name) => [name, wish(name)]));

/** The figures by the names under which they are shown: most are Amazon's own, some are a metric and a filter. */
const FIGURES: Readonly<Record<string, MetricWish>> = {
  ...plain(
    'CONTACTS_CREATED', 'CONTACTS_QUEUED', 'CONTACTS_QUEUED_BY_ENQUEUE', 'CONTACTS_HANDLED', 'CONTACTS_HANDLED_BY_CONNECTED_TO_AGENT', 'SUM_RETRY_CALLBACK_ATTEMPTS',
    'CONTACTS_ABANDONED', 'SUM_CONTACTS_DISCONNECTED', 'ABANDONMENT_RATE', 'AVG_QUEUE_ANSWER_TIME', 'AVG_ABANDON_TIME', 'MAX_QUEUED_TIME', 'SUM_INTERACTION_TIME',
    'SUM_HOLD_TIME', 'SUM_AFTER_CONTACT_WORK_TIME', 'AVG_AFTER_CONTACT_WORK_TIME', 'AVG_HANDLE_TIME', 'SUM_CONNECTING_TIME_AGENT', 'AVG_CONNECTING_TIME_AGENT',
    'AVG_RESOLUTION_TIME', 'AGENT_NON_RESPONSE', 'AGENT_NON_RESPONSE_WITHOUT_CUSTOMER_ABANDONS', 'AGENT_ANSWER_RATE',
  ),
  CONTACTS_HANDLED_INCOMING: wish('CONTACTS_HANDLED', ['INBOUND', 'TRANSFER', 'QUEUE_TRANSFER']),
  CONTACTS_HANDLED_OUTBOUND: wish('CONTACTS_HANDLED', ['OUTBOUND']),
  CONTACTS_AGENT_HUNG_UP_FIRST: { name: 'CONTACTS_HANDLED', threshold: 0, filters: [{ key: 'DISCONNECT_REASON', values: ['AGENT_DISCONNECT'], negate: false }] },
  CALLBACK_CONTACTS: wish('CONTACTS_CREATED', ['CALLBACK']),
  CALLBACK_CONTACTS_HANDLED: wish('CONTACTS_HANDLED', ['CALLBACK']),
  CALLBACK_REQUESTS: wish('RINGBACK_CALLBACK_REQUESTS'),
  ...Object.fromEntries(THRESHOLDS.map((seconds) => [`SERVICE_LEVEL_${seconds}`, wish('SERVICE_LEVEL', [], seconds)])),
};

/**
 * Figures of one queue over [fromMs, toMs), by Amazon's names (spec §3.4, §3.5). Each falls into the window by the
 * instant its definition names. A figure that has nothing to be worked out from is null.
 */
export function historicalFigures(center: Center, queueId: QueueId, fromMs: number, toMs: number): Readonly<Record<string, number | null>> {
  const values = metricValues(center, { scope: { queueIds: [queueId] }, metrics: Object.values(FIGURES) }, fromMs, toMs);
  return Object.fromEntries(Object.keys(FIGURES).map((name, at) => [name, values[at] ?? null]));
}
