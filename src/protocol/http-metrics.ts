/* Metrics on the HTTP face (spec §8.2, §8.3): Amazon's operations, and ours under /x/. Instants are epoch seconds. */
import { z } from 'zod';
import type { CurrentGrouping, MetricGrouping, MetricName, QueueFigures } from '../engine/index.ts';

/** Every metric of GetMetricDataV2 that this center works out; RINGBACK_ marks ours. */
export const metricNames = [
  'ABANDONMENT_RATE', 'AGENT_ANSWER_RATE', 'AGENT_NON_RESPONSE', 'AGENT_NON_RESPONSE_WITHOUT_CUSTOMER_ABANDONS', 'AGENT_OCCUPANCY',
  'AVG_ABANDON_TIME', 'AVG_AFTER_CONTACT_WORK_TIME', 'AVG_CONNECTING_TIME_AGENT', 'AVG_CONTACT_FLOW_TIME', 'AVG_HANDLE_TIME', 'AVG_HOLDS', 'AVG_HOLD_TIME',
  'AVG_INTERACTION_AND_HOLD_TIME', 'AVG_INTERACTION_TIME', 'AVG_QUEUE_ANSWER_TIME', 'AVG_RESOLUTION_TIME',
  'CONTACTS_ABANDONED', 'CONTACTS_CREATED', 'CONTACTS_HANDLED', 'CONTACTS_HANDLED_BY_CONNECTED_TO_AGENT', 'CONTACTS_QUEUED', 'CONTACTS_QUEUED_BY_ENQUEUE',
  'MAX_QUEUED_TIME', 'SERVICE_LEVEL', 'SUM_AFTER_CONTACT_WORK_TIME', 'SUM_CONNECTING_TIME_AGENT', 'SUM_CONTACTS_ABANDONED_IN_X', 'SUM_CONTACTS_ANSWERED_IN_X',
  'SUM_CONTACTS_DISCONNECTED', 'SUM_CONTACT_FLOW_TIME', 'SUM_CONTACT_TIME_AGENT', 'SUM_ERROR_STATUS_TIME_AGENT', 'SUM_HANDLE_TIME', 'SUM_HOLD_TIME',
  'SUM_IDLE_TIME_AGENT', 'SUM_INTERACTION_AND_HOLD_TIME', 'SUM_INTERACTION_TIME', 'SUM_NON_PRODUCTIVE_TIME_AGENT', 'SUM_ONLINE_TIME_AGENT', 'SUM_RETRY_CALLBACK_ATTEMPTS',
  'RINGBACK_CALLBACK_REQUESTS', 'RINGBACK_CONNECTING_ACCEPT_TIME', 'RINGBACK_CONNECTING_ASSIGN_TIME', 'RINGBACK_CONNECTING_BUILD_TIME',
  'RINGBACK_CONNECTING_NETWORK_TIME', 'RINGBACK_CONNECTING_RING_TIME', 'RINGBACK_CONTACTS_REMOVED_IN_X',
] as const satisfies readonly MetricName[];

export const metricGroupings = ['QUEUE', 'AGENT', 'ROUTING_PROFILE', 'CHANNEL', 'INITIATION_METHOD'] as const satisfies readonly MetricGrouping[];

/** The real-time metrics and the unit each is asked for in (spec §3.1). */
export const currentMetricUnits = {
  CONTACTS_IN_QUEUE: 'COUNT', CONTACTS_SCHEDULED: 'COUNT', OLDEST_CONTACT_AGE: 'SECONDS', ESTIMATED_WAIT_TIME: 'SECONDS', AGENTS_ONLINE: 'COUNT',
  AGENTS_AVAILABLE: 'COUNT', AGENTS_STAFFED: 'COUNT', AGENTS_NON_PRODUCTIVE: 'COUNT', AGENTS_ON_CONTACT: 'COUNT', AGENTS_ON_CALL: 'COUNT',
  AGENTS_AFTER_CONTACT_WORK: 'COUNT', AGENTS_ERROR: 'COUNT', SLOTS_ACTIVE: 'COUNT', SLOTS_AVAILABLE: 'COUNT',
} as const satisfies Readonly<Record<keyof QueueFigures | 'ESTIMATED_WAIT_TIME' | 'AGENTS_ON_CALL', 'COUNT' | 'SECONDS'>>;
export type CurrentMetricName = keyof typeof currentMetricUnits;

const isCurrentMetric = (name: string): name is CurrentMetricName => Object.hasOwn(currentMetricUnits, name);
const currentMetricName = z.string().refine(isCurrentMetric, 'no such metric');
const unit = z.enum(['SECONDS', 'COUNT', 'PERCENT']);
const list = z.array(z.string()).max(100);
const page = { MaxResults: z.number().int().min(1).max(100).optional(), NextToken: z.string().optional() };
const currentGroupings = ['QUEUE', 'CHANNEL', 'ROUTING_PROFILE', 'AGENT_STATUS'] as const satisfies readonly CurrentGrouping[];

/** GetCurrentMetricData, POST /metrics/current/{I}. */
export const currentMetricDataRequest = z.object({
  Filters: z.object({
    Queues: list.optional(),
    RoutingProfiles: list.optional(),
    Channels: z.array(z.enum(['VOICE', 'CHAT', 'TASK', 'EMAIL'])).max(3).optional(),
    AgentStatuses: list.optional(),
  }),
  Groupings: z.array(z.enum(currentGroupings)).max(4).optional(),
  CurrentMetrics: z.array(z.object({ Name: currentMetricName, Unit: unit.optional() })).min(1),
  SortCriteria: z.array(z.object({ SortByMetric: currentMetricName, SortOrder: z.enum(['ASCENDING', 'DESCENDING']) })).max(1).optional(),
  ...page,
});
export type CurrentMetricDataRequest = z.infer<typeof currentMetricDataRequest>;

const reference = z.object({ Id: z.string(), Arn: z.string() });

export const currentMetricDataAnswer = z.object({
  MetricResults: z.array(z.object({
    Dimensions: z.object({
      Queue: reference.optional(), Channel: z.string().optional(), RoutingProfile: reference.optional(), AgentStatus: z.string().optional(),
    }).optional(),
    /** `Unit` says SECONDS of OLDEST_CONTACT_AGE even where, without groupings, the value is in milliseconds. */
    Collections: z.array(z.object({ Metric: z.object({ Name: currentMetricName, Unit: unit }), Value: z.number().nullable() })),
  })),
  DataSnapshotTime: z.number(),
  ApproximateTotalCount: z.number(),
  NextToken: z.string().optional(),
});
export type CurrentMetricDataAnswer = z.infer<typeof currentMetricDataAnswer>;

const metric = z.object({
  Name: z.enum(metricNames),
  Threshold: z.array(z.object({ Comparison: z.string(), ThresholdValue: z.number() })).max(1).optional(),
  MetricFilters: z.array(z.object({
    MetricFilterKey: z.enum(['INITIATION_METHOD', 'DISCONNECT_REASON']),
    MetricFilterValues: z.array(z.string()).min(1).max(20),
    Negate: z.boolean().optional(),
  })).max(2).optional(),
});
export type MetricV2 = z.infer<typeof metric>;

export const intervalPeriods = ['FIFTEEN_MIN', 'THIRTY_MIN', 'HOUR', 'DAY', 'WEEK', 'TOTAL'] as const;
export type IntervalPeriod = (typeof intervalPeriods)[number];

/** GetMetricDataV2, POST /metrics/data. */
export const metricDataRequest = z.object({
  ResourceArn: z.string(),
  StartTime: z.number(),
  EndTime: z.number(),
  Interval: z.object({ TimeZone: z.string().optional(), IntervalPeriod: z.enum(intervalPeriods).optional() }).optional(),
  Filters: z.array(z.object({ FilterKey: z.enum(metricGroupings), FilterValues: z.array(z.string()).min(1).max(100) })).min(1).max(5),
  Groupings: z.array(z.enum(metricGroupings)).max(4).optional(),
  Metrics: z.array(metric).min(1).max(100),
  ...page,
});
export type MetricDataRequest = z.infer<typeof metricDataRequest>;

export const metricDataAnswer = z.object({
  MetricResults: z.array(z.object({
    Dimensions: z.partialRecord(z.enum(metricGroupings), z.string()),
    MetricInterval: z.object({ Interval: z.enum(intervalPeriods), StartTime: z.number(), EndTime: z.number() }),
    Collections: z.array(z.object({ Metric: metric, Value: z.number().nullable() })),
  })),
  NextToken: z.string().optional(),
});
export type MetricDataAnswer = z.infer<typeof metricDataAnswer>;

/** GetContactMetrics, POST /metrics/contact. */
export const contactMetricsRequest = z.object({
  InstanceId: z.string(),
  ContactId: z.string().min(1),
  Metrics: z.array(z.object({ Name: z.enum(['POSITION_IN_QUEUE', 'ESTIMATED_WAIT_TIME']) })).min(1).max(10),
});
export interface ContactMetricsAnswer {
  readonly MetricResults: readonly { readonly Name: string; readonly Value: { readonly Number?: number } }[];
  readonly Id: string;
  readonly Arn: string;
}
