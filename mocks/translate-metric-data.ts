import type { Instance, MetricAsk, MetricLine, MetricName, MetricScope } from '../src/engine/index.ts';
import type { IntervalPeriod, MetricDataAnswer, MetricDataRequest, MetricV2 } from '../src/protocol/http-metrics.ts';
import { idOf } from './arn.ts';
import { windowsOf } from './metric-windows.ts';

const DAY_SECONDS = 86_400;
/** How far back metrics reach, and how long a request may be (spec §3.4). */
const REACH_DAYS = 92;
const SPAN_DAYS_MAX = 35;
/** A request by parts of a day is shorter than this. */
const FINE_SPAN_DAYS = 3;
const FINE: ReadonlySet<IntervalPeriod> = new Set(['FIFTEEN_MIN', 'THIRTY_MIN', 'HOUR']);
const SERVICE_LEVELS_MAX = 20;
const THRESHOLD_MAX = 604_800;

const withThreshold: readonly MetricName[] = ['SERVICE_LEVEL', 'SUM_CONTACTS_ANSWERED_IN_X', 'SUM_CONTACTS_ABANDONED_IN_X', 'RINGBACK_CONTACTS_REMOVED_IN_X'];
/** Time of agents belongs to no queue and to no way a contact began. */
const ofAgents: readonly MetricName[] = [
  'AGENT_OCCUPANCY', 'SUM_CONTACT_TIME_AGENT', 'SUM_ERROR_STATUS_TIME_AGENT', 'SUM_IDLE_TIME_AGENT', 'SUM_NON_PRODUCTIVE_TIME_AGENT', 'SUM_ONLINE_TIME_AGENT',
];
const ofOffers: readonly MetricName[] = ['AGENT_NON_RESPONSE', 'AGENT_NON_RESPONSE_WITHOUT_CUSTOMER_ABANDONS', 'AGENT_ANSWER_RATE'];

/** Why Amazon would refuse the request, in a sentence; null when it would not (spec §8.2). `nowSeconds` is the center's. */
export function faultOfData({ StartTime, EndTime, Interval, Filters, Groupings = [], Metrics }: MetricDataRequest, nowSeconds: number): string | null {
  const period = Interval?.IntervalPeriod ?? 'TOTAL';
  if (EndTime <= StartTime) return 'EndTime must be later than StartTime.';
  if (StartTime < nowSeconds - REACH_DAYS * DAY_SECONDS) return 'StartTime: metrics reach back three months.';
  if (EndTime - StartTime > SPAN_DAYS_MAX * DAY_SECONDS) return `A request spans ${SPAN_DAYS_MAX} days at most.`;
  if (FINE.has(period) && EndTime - StartTime >= FINE_SPAN_DAYS * DAY_SECONDS) return `Interval: ${period} is for less than ${FINE_SPAN_DAYS} days.`;
  const keys = Filters.map(({ FilterKey }) => FilterKey);
  if (new Set(keys).size < keys.length) return 'Filters: each key may be named once.';
  if (!keys.some((key) => key === 'QUEUE' || key === 'ROUTING_PROFILE' || key === 'AGENT')) return 'Filters: at least one of QUEUE, ROUTING_PROFILE and AGENT is needed.';
  if (Filters.reduce((sum, { FilterValues }) => sum + FilterValues.length, 0) > 100) return 'Filters: at most 100 values in a request.';
  if (Metrics.filter(({ Name }) => Name === 'SERVICE_LEVEL').length > SERVICE_LEVELS_MAX) return `Metrics: at most ${SERVICE_LEVELS_MAX} service levels in a request.`;
  const sides = [...keys, ...Groupings];
  return Metrics.map((metric) => faultOfMetric(metric, sides)).find((fault) => fault !== null) ?? null;
}

function faultOfMetric({ Name, Threshold = [], MetricFilters = [] }: MetricV2, sides: readonly string[]): string | null {
  const [threshold] = Threshold;
  if (withThreshold.includes(Name)) {
    if (threshold === undefined) return `Metrics: ${Name} needs a Threshold.`;
    if (threshold.Comparison !== 'LT' && threshold.Comparison !== 'LTE') return `Metrics: the Comparison of ${Name} is LT or LTE.`;
    const { ThresholdValue: value } = threshold;
    if (!Number.isInteger(value) || value < 1 || value > THRESHOLD_MAX) return `Metrics: the ThresholdValue of ${Name} is a whole number from 1 to ${THRESHOLD_MAX}.`;
  } else if (threshold !== undefined) return `Metrics: ${Name} has no Threshold.`;
  const isOfAgents = ofAgents.includes(Name);
  if (isOfAgents && (sides.includes('QUEUE') || sides.includes('INITIATION_METHOD'))) return `Metrics: ${Name} cannot be told by queue or by initiation method.`;
  if (MetricFilters.length > 0 && isOfAgents) return `Metrics: ${Name} has no metric filters.`;
  const byReason = MetricFilters.some(({ MetricFilterKey }) => MetricFilterKey === 'DISCONNECT_REASON');
  return byReason && ofOffers.includes(Name) ? `Metrics: ${Name} cannot be filtered by DISCONNECT_REASON.` : null;
}

/** Records have whole seconds (spec §2.2b): at most so many is less than one more. */
const thresholdOf = (threshold: NonNullable<MetricV2['Threshold']>[number] | undefined): number => (threshold?.ThresholdValue ?? 0) + (threshold?.Comparison === 'LTE' ? 1 : 0);

/** What the center is asked. */
export function toAsk({ StartTime, EndTime, Interval, Filters, Groupings = [], Metrics }: MetricDataRequest, instance: Instance): MetricAsk {
  const valuesOf = (key: string): readonly string[] | null => Filters.find(({ FilterKey }) => FilterKey === key)?.FilterValues ?? null;
  const idsOf = (key: string): readonly string[] | null => valuesOf(key)?.map(idOf) ?? null;
  const [queueIds, agentIds, routingProfileIds] = [idsOf('QUEUE'), idsOf('AGENT'), idsOf('ROUTING_PROFILE')];
  const [channels, methods] = [valuesOf('CHANNEL'), valuesOf('INITIATION_METHOD')];
  const scope: MetricScope = {
    ...(queueIds && { queueIds }), ...(agentIds && { agentIds }), ...(routingProfileIds && { routingProfileIds }), ...(channels && { channels }), ...(methods && { methods }),
  };
  return {
    windows: windowsOf(StartTime * 1000, EndTime * 1000, Interval?.IntervalPeriod ?? 'TOTAL', Interval?.TimeZone ?? instance.timeZone),
    scope,
    groupings: Groupings,
    metrics: Metrics.map(({ Name, Threshold, MetricFilters = [] }) => ({
      name: Name,
      threshold: thresholdOf(Threshold?.[0]),
      filters: MetricFilters.map(({ MetricFilterKey, MetricFilterValues, Negate }) => ({ key: MetricFilterKey, values: MetricFilterValues, negate: Negate ?? false })),
    })),
  };
}

/** One group of one interval in Amazon's shape. */
export function toDataResult({ fromMs, toMs, dimensions, values }: MetricLine, { Interval, Metrics }: MetricDataRequest): MetricDataAnswer['MetricResults'][number] {
  return {
    Dimensions: dimensions,
    MetricInterval: { Interval: Interval?.IntervalPeriod ?? 'TOTAL', StartTime: fromMs / 1000, EndTime: toMs / 1000 },
    Collections: Metrics.map((Metric, at) => ({ Metric, Value: values[at] ?? null })),
  };
}
