import type { CurrentLine, Instance } from '../src/engine/index.ts';
import type { CurrentMetricDataAnswer, CurrentMetricDataRequest, CurrentMetricName } from '../src/protocol/http-metrics.ts';
import { currentMetricUnits } from '../src/protocol/http-metrics.ts';
import { thingArn } from './arn.ts';

type Result = CurrentMetricDataAnswer['MetricResults'][number];

/** Counts of contacts cannot be told by routing profile unless profiles are what is filtered by (spec §8.2). */
const needsProfileFilter: readonly CurrentMetricName[] = ['CONTACTS_SCHEDULED', 'CONTACTS_IN_QUEUE', 'OLDEST_CONTACT_AGE'];

/** Why Amazon would refuse the request, in a sentence; null when it would not (spec §8.2). */
export function faultOfCurrent({ Filters, Groupings = [], CurrentMetrics }: CurrentMetricDataRequest): string | null {
  const { Queues = [], RoutingProfiles = [], Channels = [] } = Filters;
  const wanted = CurrentMetrics.map(({ Name }) => Name);
  if (Queues.length > 0 && RoutingProfiles.length > 0) return 'Filters: Queues and RoutingProfiles cannot be used together.';
  if (Queues.length === 0 && RoutingProfiles.length === 0) return 'Filters: at least one of Queues and RoutingProfiles is needed.';
  if (new Set(Groupings).size < Groupings.length) return 'Groupings: each may be named once.';
  if (Groupings.includes('CHANNEL') && Channels.length === 0) return 'Groupings: CHANNEL needs a Channels filter.';
  if (Groupings.includes('ROUTING_PROFILE') && RoutingProfiles.length === 0) {
    const named = wanted.find((name) => needsProfileFilter.includes(name));
    if (named !== undefined) return `Groupings: ${named} by ROUTING_PROFILE needs a RoutingProfiles filter.`;
  }
  if (Groupings.includes('AGENT_STATUS') && wanted.some((name) => name !== 'AGENTS_ONLINE')) return 'Groupings: AGENT_STATUS gives AGENTS_ONLINE only.';
  if (wanted.includes('ESTIMATED_WAIT_TIME') && !(Groupings.includes('QUEUE') && Groupings.includes('CHANNEL'))) return 'CurrentMetrics: ESTIMATED_WAIT_TIME needs QUEUE and CHANNEL as groupings.';
  const wrong = CurrentMetrics.find(({ Name, Unit }) => Unit !== undefined && Unit !== currentMetricUnits[Name]);
  return wrong === undefined ? null : `CurrentMetrics: the unit of ${wrong.Name} is ${currentMetricUnits[wrong.Name]}.`;
}

/** One group of figures in Amazon's shape. */
export function toCurrentResult(line: CurrentLine, { Groupings = [], CurrentMetrics }: CurrentMetricDataRequest, { id }: Instance): Result {
  const isGrouped = Groupings.length > 0;
  const Collections = CurrentMetrics.map(({ Name }) => ({ Metric: { Name, Unit: currentMetricUnits[Name] }, Value: valueOf(line, Name, isGrouped) }));
  if (!isGrouped) return { Collections };
  return {
    Dimensions: {
      ...(line.queueId === null ? {} : { Queue: { Id: line.queueId, Arn: thingArn(id, 'queue', line.queueId) } }),
      ...(Groupings.includes('CHANNEL') ? { Channel: 'VOICE' } : {}),
      ...(line.profileId === null ? {} : { RoutingProfile: { Id: line.profileId, Arn: thingArn(id, 'routing-profile', line.profileId) } }),
      ...(line.statusName === null ? {} : { AgentStatus: line.statusName }),
    },
    Collections,
  };
}

/** Oldest is in seconds when there are groupings and in milliseconds when there are none, whatever its unit says (spec §3.1). */
function valueOf({ figures, oldestMs, estimatedWaitSeconds }: CurrentLine, name: CurrentMetricName, isGrouped: boolean): number | null {
  if (name === 'OLDEST_CONTACT_AGE') return isGrouped ? oldestMs / 1000 : oldestMs;
  if (name === 'ESTIMATED_WAIT_TIME') return estimatedWaitSeconds;
  return figures[name === 'AGENTS_ON_CALL' ? 'AGENTS_ON_CONTACT' : name];
}

/** The results in the order asked for; what cannot be compared goes last, and equals keep their order. */
export function sorted(results: readonly Result[], { SortCriteria }: CurrentMetricDataRequest): readonly Result[] {
  const by = SortCriteria?.[0];
  if (by === undefined) return results;
  const keyOf = ({ Collections }: Result): number => Collections.find(({ Metric }) => Metric.Name === by.SortByMetric)?.Value ?? Number.NEGATIVE_INFINITY;
  return results.toSorted((a, b) => (by.SortOrder === 'ASCENDING' ? keyOf(a) - keyOf(b) : keyOf(b) - keyOf(a)));
}
