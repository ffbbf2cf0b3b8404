import type { CurrentMetricName, MetricV2 } from '../../protocol/http-metrics.ts';
import type { metrics } from '../../text/en/metrics.ts';

/** A figure that has a name and a definition in the catalogue. */
export type FigureId = keyof (typeof metrics)['figures'];
/** How a value is written: a count, a share of a hundred, seconds as a duration, or a duration that runs. */
export type FigureKind = 'count' | 'percent' | 'seconds' | 'age';
type GroupId = keyof (typeof metrics)['groups'];

/** One line of a table: which figure, and Amazon's name for it; null for ours. */
export interface FigureRow {
  readonly id: FigureId;
  readonly kind: FigureKind;
  readonly amazonsName: string | null;
}

export interface FigureGroup<Row extends FigureRow> {
  readonly id: GroupId;
  readonly rows: readonly Row[];
}

export type NowRow = FigureRow & { readonly metric: CurrentMetricName };
export type DayRow = FigureRow & { readonly metric: MetricV2 };

const now = (id: FigureId, metric: CurrentMetricName, kind: FigureKind = 'count'): NowRow => ({ id, kind, metric, amazonsName: metric });

/** The figures of now, in the order in which they are shown (spec §3.1). */
export const nowGroups: readonly FigureGroup<NowRow>[] = [
  { id: 'waiting', rows: [
    now('inQueue', 'CONTACTS_IN_QUEUE'), now('scheduled', 'CONTACTS_SCHEDULED'), now('oldest', 'OLDEST_CONTACT_AGE', 'age'), now('estimatedWait', 'ESTIMATED_WAIT_TIME', 'seconds'),
  ] },
  { id: 'agents', rows: [
    now('online', 'AGENTS_ONLINE'), now('available', 'AGENTS_AVAILABLE'), now('staffed', 'AGENTS_STAFFED'), now('nonProductive', 'AGENTS_NON_PRODUCTIVE'),
    now('onContact', 'AGENTS_ON_CONTACT'), now('afterContactWork', 'AGENTS_AFTER_CONTACT_WORK'), now('error', 'AGENTS_ERROR'),
  ] },
];

const day = (id: FigureId, kind: FigureKind, metric: MetricV2, amazonsName: string | null = metric.Name): DayRow => ({ id, kind, metric, amazonsName });

/** A metric of contacts that began in one of these ways; Amazon names them by metric and filter. */
const began = (id: FigureId, kind: FigureKind, Name: MetricV2['Name'], ...methods: readonly string[]): DayRow =>
  day(id, kind, { Name, MetricFilters: [{ MetricFilterKey: 'INITIATION_METHOD', MetricFilterValues: [...methods] }] }, `${Name} · ${methods.join(', ')}`);

const level = (id: FigureId, seconds: number): DayRow =>
  day(id, 'percent', { Name: 'SERVICE_LEVEL', Threshold: [{ Comparison: 'LT', ThresholdValue: seconds }] }, `SERVICE_LEVEL · LT ${seconds}`);

/** The figures of the day, in the order in which they are shown (spec §3.4, §3.5). */
export const dayGroups: readonly FigureGroup<DayRow>[] = [
  { id: 'contacts', rows: [
    day('created', 'count', { Name: 'CONTACTS_CREATED' }), day('queued', 'count', { Name: 'CONTACTS_QUEUED' }), day('handled', 'count', { Name: 'CONTACTS_HANDLED' }),
    began('handledIncoming', 'count', 'CONTACTS_HANDLED', 'INBOUND', 'TRANSFER', 'QUEUE_TRANSFER'), began('handledOutbound', 'count', 'CONTACTS_HANDLED', 'OUTBOUND'),
    day('abandoned', 'count', { Name: 'CONTACTS_ABANDONED' }), day('abandonmentRate', 'percent', { Name: 'ABANDONMENT_RATE' }),
  ] },
  { id: 'callbacks', rows: [
    began('callbackContacts', 'count', 'CONTACTS_CREATED', 'CALLBACK'), day('callbackRequests', 'count', { Name: 'RINGBACK_CALLBACK_REQUESTS' }, null),
    began('callbackHandled', 'count', 'CONTACTS_HANDLED', 'CALLBACK'), day('callbackAttempts', 'count', { Name: 'SUM_RETRY_CALLBACK_ATTEMPTS' }),
    began('connectingTime', 'seconds', 'AVG_CONNECTING_TIME_AGENT', 'CALLBACK'),
  ] },
  { id: 'service', rows: [level('serviceLevel20', 20), level('serviceLevel60', 60), level('serviceLevel120', 120), level('serviceLevel180', 180)] },
  { id: 'times', rows: [
    day('answerTime', 'seconds', { Name: 'AVG_QUEUE_ANSWER_TIME' }), day('maxQueued', 'seconds', { Name: 'MAX_QUEUED_TIME' }), day('abandonTime', 'seconds', { Name: 'AVG_ABANDON_TIME' }),
    day('handleTime', 'seconds', { Name: 'AVG_HANDLE_TIME' }), day('interactionTime', 'seconds', { Name: 'AVG_INTERACTION_TIME' }),
    day('afterContactWorkTime', 'seconds', { Name: 'AVG_AFTER_CONTACT_WORK_TIME' }),
  ] },
  { id: 'offers', rows: [day('nonResponse', 'count', { Name: 'AGENT_NON_RESPONSE' }), day('answerRate', 'percent', { Name: 'AGENT_ANSWER_RATE' })] },
];

export const currentNames: readonly CurrentMetricName[] = nowGroups.flatMap(({ rows }) => rows.map(({ metric }) => metric));
export const dayMetrics: readonly MetricV2[] = dayGroups.flatMap(({ rows }) => rows.map(({ metric }) => metric));
