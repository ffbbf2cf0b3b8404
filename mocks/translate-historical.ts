import type { Instance, MetricAsk, MetricLine, QueueId } from '../src/engine/index.ts';
import { historicalOf, type HistoricalDataAnswer, type HistoricalDataRequest, type HistoricalMetric } from '../src/protocol/http-metrics-older.ts';
import { idOf, thingArn } from './arn.ts';

const DAY_SECONDS = 86_400;
/** The older operation knows times by five minutes, and the last day only. */
const STEP_SECONDS = 300;
/** As in the newer one (spec §3.4). */
const THRESHOLD_MAX = 604_800;
const SERVICE_LEVELS_MAX = 20;

/** Why Amazon would refuse the request, in a sentence; null when it would not. `nowSeconds` is the center's. */
export function faultOfHistorical({ StartTime, EndTime, HistoricalMetrics }: HistoricalDataRequest, nowSeconds: number): string | null {
  if (StartTime % STEP_SECONDS !== 0 || EndTime % STEP_SECONDS !== 0) return 'StartTime and EndTime are multiples of five minutes.';
  if (EndTime <= StartTime) return 'EndTime must be later than StartTime.';
  if (StartTime < nowSeconds - DAY_SECONDS) return 'StartTime: this operation reaches back 24 hours; GetMetricDataV2 reaches further.';
  if (EndTime - StartTime > DAY_SECONDS) return 'A request spans 24 hours at most.';
  if (HistoricalMetrics.filter(({ Name }) => Name === 'SERVICE_LEVEL').length > SERVICE_LEVELS_MAX) return `HistoricalMetrics: at most ${SERVICE_LEVELS_MAX} service levels in a request.`;
  return HistoricalMetrics.map(faultOfMetric).find((fault) => fault !== null) ?? null;
}

function faultOfMetric({ Name, Threshold, Statistic, Unit }: HistoricalMetric): string | null {
  const { unit, statistic } = historicalOf(Name);
  if (Unit !== undefined && Unit !== unit) return `HistoricalMetrics: the Unit of ${Name} is ${unit}.`;
  if (Statistic !== undefined && Statistic !== statistic) return `HistoricalMetrics: the Statistic of ${Name} is ${statistic}.`;
  if (Name !== 'SERVICE_LEVEL') return Threshold === undefined ? null : `HistoricalMetrics: ${Name} has no Threshold.`;
  if (Threshold === undefined) return 'HistoricalMetrics: SERVICE_LEVEL needs a Threshold.';
  if (Threshold.Comparison !== 'LT') return 'HistoricalMetrics: the Comparison of SERVICE_LEVEL is LT.';
  const { ThresholdValue: value } = Threshold;
  return Number.isInteger(value) && value >= 1 && value <= THRESHOLD_MAX ? null : `HistoricalMetrics: the ThresholdValue of SERVICE_LEVEL is a whole number from 1 to ${THRESHOLD_MAX}.`;
}

/** What the center is asked about contacts and offers. */
export function toHistoricalAsk({ StartTime, EndTime, Filters, Groupings = [], HistoricalMetrics }: HistoricalDataRequest): MetricAsk {
  return {
    windows: [{ fromMs: StartTime * 1000, toMs: EndTime * 1000 }],
    scope: { queueIds: Filters.Queues.map((each) => idOf(each) as QueueId), ...(Filters.Channels && Filters.Channels.length > 0 ? { channels: Filters.Channels } : {}) },
    groupings: Groupings,
    metrics: HistoricalMetrics.map(toWish),
  };
}

function toWish({ Name, Threshold }: HistoricalMetric): MetricAsk['metrics'][number] {
  const { is, methods, reasons } = historicalOf(Name);
  return {
    // Asked for apart, since agents' time has no queue; contacts stand in, so that the queue has its line.
    name: Name === 'OCCUPANCY' ? 'CONTACTS_CREATED' : is,
    threshold: Threshold?.ThresholdValue ?? 0,
    filters: [
      ...(methods ? [{ key: 'INITIATION_METHOD' as const, values: methods, negate: false }] : []),
      ...(reasons ? [{ key: 'DISCONNECT_REASON' as const, values: reasons, negate: false }] : []),
    ],
  };
}

/** True where the time of agents is asked for. */
export const asksForOccupancy = ({ HistoricalMetrics }: HistoricalDataRequest): boolean => HistoricalMetrics.some(({ Name }) => Name === 'OCCUPANCY');

/** Agents' time belongs to no queue: it is that of the agents whose profile serves one of these. */
export function toOccupancyAsk(queueIds: readonly string[], { StartTime, EndTime }: HistoricalDataRequest, instance: Instance): MetricAsk {
  const routingProfileIds = instance.routingProfiles.filter(({ entries }) => entries.some(({ queueId }) => queueIds.includes(queueId))).map(({ id }) => id);
  return { windows: [{ fromMs: StartTime * 1000, toMs: EndTime * 1000 }], scope: { routingProfileIds }, groupings: [], metrics: [{ name: 'AGENT_OCCUPANCY', threshold: 0, filters: [] }] };
}

/** One group in Amazon's shape; `occupancy` is that of the agents who serve it. */
export function toHistoricalResult(
  { dimensions, values }: MetricLine, occupancy: number | null, { Groupings = [], HistoricalMetrics }: HistoricalDataRequest, { id }: Instance,
): HistoricalDataAnswer['MetricResults'][number] {
  const { QUEUE, CHANNEL } = dimensions;
  return {
    ...(Groupings.length === 0 ? {} : {
      Dimensions: { ...(QUEUE === undefined ? {} : { Queue: { Id: QUEUE, Arn: thingArn(id, 'queue', QUEUE) } }), ...(CHANNEL === undefined ? {} : { Channel: CHANNEL }) },
    }),
    Collections: HistoricalMetrics.map((asked, at) => {
      const { unit: Unit, statistic: Statistic } = historicalOf(asked.Name);
      return { Metric: { ...asked, Statistic, Unit }, Value: asked.Name === 'OCCUPANCY' ? occupancy : (values[at] ?? null) };
    }),
  };
}
