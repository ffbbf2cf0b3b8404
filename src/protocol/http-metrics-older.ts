/* GetMetricData, the older of Amazon's historical metric operations (spec §8.2): its names, units and statistics. */
import { z } from 'zod';
import type { MetricName } from '../engine/index.ts';

/** What a metric of the older operation is in the newer one, and the unit and statistic in which alone it is given. */
interface Historical {
  readonly unit: 'COUNT' | 'SECONDS' | 'PERCENT';
  readonly statistic: 'SUM' | 'AVG' | 'MAX';
  readonly is: MetricName;
  readonly methods?: readonly string[];
  readonly reasons?: readonly string[];
}

const count = (is: MetricName, only: Pick<Historical, 'methods' | 'reasons'> = {}): Historical => ({ unit: 'COUNT', statistic: 'SUM', is, ...only });
const average = (is: MetricName): Historical => ({ unit: 'SECONDS', statistic: 'AVG', is });

/** The metrics of GetMetricData that this center works out, from the same facts as those of GetMetricDataV2. */
export const historicalMetrics = {
  CONTACTS_QUEUED: count('CONTACTS_QUEUED'),
  CONTACTS_HANDLED: count('CONTACTS_HANDLED'),
  CONTACTS_HANDLED_INCOMING: count('CONTACTS_HANDLED', { methods: ['INBOUND', 'TRANSFER', 'QUEUE_TRANSFER'] }),
  CONTACTS_HANDLED_OUTBOUND: count('CONTACTS_HANDLED', { methods: ['OUTBOUND'] }),
  CALLBACK_CONTACTS_HANDLED: count('CONTACTS_HANDLED', { methods: ['CALLBACK'] }),
  API_CONTACTS_HANDLED: count('CONTACTS_HANDLED', { methods: ['API'] }),
  CONTACTS_ABANDONED: count('CONTACTS_ABANDONED'),
  CONTACTS_AGENT_HUNG_UP_FIRST: count('CONTACTS_HANDLED', { reasons: ['AGENT_DISCONNECT'] }),
  CONTACTS_MISSED: count('AGENT_NON_RESPONSE'),
  QUEUED_TIME: { unit: 'SECONDS', statistic: 'MAX', is: 'MAX_QUEUED_TIME' },
  QUEUE_ANSWER_TIME: average('AVG_QUEUE_ANSWER_TIME'),
  ABANDON_TIME: average('AVG_ABANDON_TIME'),
  HANDLE_TIME: average('AVG_HANDLE_TIME'),
  HOLD_TIME: average('AVG_HOLD_TIME'),
  INTERACTION_TIME: average('AVG_INTERACTION_TIME'),
  INTERACTION_AND_HOLD_TIME: average('AVG_INTERACTION_AND_HOLD_TIME'),
  AFTER_CONTACT_WORK_TIME: average('AVG_AFTER_CONTACT_WORK_TIME'),
  SERVICE_LEVEL: { unit: 'PERCENT', statistic: 'AVG', is: 'SERVICE_LEVEL' },
  OCCUPANCY: { unit: 'PERCENT', statistic: 'AVG', is: 'AGENT_OCCUPANCY' },
} as const satisfies Readonly<Record<string, Historical>>;
export type HistoricalMetricName = keyof typeof historicalMetrics;

/** What stands behind a name. */
export const historicalOf = (name: HistoricalMetricName): Historical => historicalMetrics[name];

const isHistorical = (name: string): name is HistoricalMetricName => Object.hasOwn(historicalMetrics, name);

const historicalMetric = z.object({
  Name: z.string().refine(isHistorical, 'no such metric'),
  Threshold: z.object({ Comparison: z.string(), ThresholdValue: z.number() }).optional(),
  Statistic: z.enum(['SUM', 'AVG', 'MAX']).optional(),
  Unit: z.enum(['COUNT', 'SECONDS', 'PERCENT']).optional(),
});
export type HistoricalMetric = z.infer<typeof historicalMetric>;

/** GetMetricData, POST /metrics/historical/{I}. Instants are epoch seconds. */
export const historicalDataRequest = z.object({
  StartTime: z.number(),
  EndTime: z.number(),
  Filters: z.object({ Queues: z.array(z.string()).min(1).max(100), Channels: z.array(z.enum(['VOICE', 'CHAT', 'TASK', 'EMAIL'])).max(3).optional() }),
  Groupings: z.array(z.enum(['QUEUE', 'CHANNEL'])).max(2).optional(),
  HistoricalMetrics: z.array(historicalMetric).min(1),
  MaxResults: z.number().int().min(1).max(100).optional(),
  NextToken: z.string().optional(),
});
export type HistoricalDataRequest = z.infer<typeof historicalDataRequest>;

export const historicalDataAnswer = z.object({
  MetricResults: z.array(z.object({
    Dimensions: z.object({ Queue: z.object({ Id: z.string(), Arn: z.string() }).optional(), Channel: z.string().optional() }).optional(),
    Collections: z.array(z.object({ Metric: historicalMetric, Value: z.number().nullable() })),
  })),
  NextToken: z.string().optional(),
});
export type HistoricalDataAnswer = z.infer<typeof historicalDataAnswer>;
