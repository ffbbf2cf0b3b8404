import type { AgentId, QueueId, RoutingProfileId } from '../core/ids.ts';
import type { DisconnectReason, InitiationMethod } from '../contact/model.ts';
import type { Center } from '../state.ts';
import { definitionOf, type AgentTime, type MetricName } from './definitions.ts';
import type { LegBasis } from './fold.ts';
import { countedQueueOf, legIn, type Leg } from './leg.ts';
import type { OfferFact } from './offer-table.ts';

export type MetricGrouping = 'QUEUE' | 'AGENT' | 'ROUTING_PROFILE' | 'CHANNEL' | 'INITIATION_METHOD';

/** What is counted at all; an absent filter lets everything pass. */
export interface MetricScope {
  readonly queueIds?: readonly string[];
  readonly agentIds?: readonly string[];
  readonly routingProfileIds?: readonly string[];
  readonly channels?: readonly string[];
  readonly methods?: readonly string[];
}

/** One metric that is asked for. `threshold` in seconds, for those that have one; filters hold for this metric alone. */
export interface MetricWish {
  readonly name: MetricName;
  readonly threshold: number;
  readonly filters: readonly { readonly key: 'INITIATION_METHOD' | 'DISCONNECT_REASON'; readonly values: readonly string[]; readonly negate: boolean }[];
}

export interface MetricAsk {
  /** Each from an instant up to, not including, another, in ms. */
  readonly windows: readonly { readonly fromMs: number; readonly toMs: number }[];
  readonly scope: MetricScope;
  readonly groupings: readonly MetricGrouping[];
  readonly metrics: readonly MetricWish[];
}

/** One group in one window: the metrics' values in the order in which they were asked for. */
export interface MetricLine {
  readonly fromMs: number;
  readonly toMs: number;
  readonly dimensions: Readonly<Partial<Record<MetricGrouping, string>>>;
  readonly values: readonly (number | null)[];
}

/** What a thing belongs to; null where it has no such side. */
interface Sides {
  readonly queueId: QueueId | null;
  readonly agentId: AgentId | null;
  readonly profileId: RoutingProfileId | null;
  readonly method: InitiationMethod | null;
}

interface Bucket {
  readonly dimensions: MetricLine['dimensions'];
  readonly legs: Readonly<Record<LegBasis, Leg[]>>;
  readonly offers: OfferFact[];
  time: AgentTime;
}

/**
 * Metrics of any windows, filtered and grouped (spec §3.4, §3.5, §8.2 GetMetricDataV2). A group in which nothing
 * happened has no line; time of agents belongs to no queue and no initiation method, so it is in no such group.
 */
export function metricData(center: Center, ask: MetricAsk): readonly MetricLine[] {
  return ask.windows.flatMap(({ fromMs, toMs }) =>
    [...bucketsOf(center, ask, fromMs, toMs).values()].map((bucket) => ({ fromMs, toMs, dimensions: bucket.dimensions, values: ask.metrics.map((wish) => valueOf(bucket, wish)) })),
  );
}

/** The values of one scope as a whole: nothing found is counted as nothing, not left out. */
export function metricValues(center: Center, ask: Pick<MetricAsk, 'scope' | 'metrics'>, fromMs: number, toMs: number): readonly (number | null)[] {
  const bucket = bucketsOf(center, { ...ask, windows: [], groupings: [] }, fromMs, toMs).get('') ?? emptyBucket({});
  return ask.metrics.map((wish) => valueOf(bucket, wish));
}

function bucketsOf(center: Center, ask: MetricAsk, fromMs: number, toMs: number): ReadonlyMap<string, Bucket> {
  const { metrics: fold } = center;
  const buckets = new Map<string, Bucket>();
  const bucketFor = (sides: Sides): Bucket | null => {
    if (!passes(sides, ask.scope)) return null;
    const dimensions: Partial<Record<MetricGrouping, string>> = {};
    for (const grouping of ask.groupings) {
      const value = sideOf(sides, grouping);
      if (value === null) return null;
      dimensions[grouping] = value;
    }
    const key = Object.values(dimensions).join('\n');
    const bucket = buckets.get(key) ?? emptyBucket(dimensions);
    buckets.set(key, bucket);
    return bucket;
  };
  const profileOf = (agentId: AgentId | null): RoutingProfileId | null => (agentId === null ? null : (center.config.agents.get(agentId)?.routingProfileId ?? null));
  const kinds = new Set(ask.metrics.map(({ name }) => definitionOf(name).from));
  for (const basis of LEG_BASES) {
    if (!kinds.has(basis)) continue;
    for (const row of fold.legs(basis, fromMs, toMs, ask.scope.queueIds)) {
      const { agentId, method } = row;
      bucketFor({ queueId: countedQueueOf(center, row), agentId, profileId: profileOf(agentId), method })?.legs[basis].push(legIn(center, row));
    }
  }
  if (kinds.has('offers')) {
    for (const offer of fold.offers(fromMs, toMs)) {
      bucketFor({ queueId: offer.queueId, agentId: offer.agentId, profileId: profileOf(offer.agentId), method: offer.method })?.offers.push(offer);
    }
  }
  if (kinds.has('agents')) {
    for (const agentId of center.agents.keys()) {
      const time = agentTime(center, agentId, fromMs, toMs);
      const bucket = time.onlineMs > 0 ? bucketFor({ queueId: null, agentId, profileId: profileOf(agentId), method: null }) : null;
      if (bucket) bucket.time = addTime(bucket.time, time);
    }
  }
  return buckets;
}

const LEG_BASES = ['initiated', 'enqueued', 'connected', 'disconnected'] as const satisfies readonly LegBasis[];

const emptyBucket = (dimensions: MetricLine['dimensions']): Bucket => ({ dimensions, legs: { initiated: [], enqueued: [], connected: [], disconnected: [] }, offers: [], time: noTime() });

function sideOf(sides: Sides, grouping: MetricGrouping): string | null {
  switch (grouping) {
    case 'QUEUE':
      return sides.queueId;
    case 'AGENT':
      return sides.agentId;
    case 'ROUTING_PROFILE':
      return sides.profileId;
    case 'CHANNEL':
      return 'VOICE';
    case 'INITIATION_METHOD':
      return sides.method;
  }
}

function passes(sides: Sides, { queueIds, agentIds, routingProfileIds, channels, methods }: MetricScope): boolean {
  const within = (list: readonly string[] | undefined, value: string | null): boolean => list === undefined || (value !== null && list.includes(value));
  return within(queueIds, sides.queueId) && within(agentIds, sides.agentId) && within(routingProfileIds, sides.profileId) && within(channels, 'VOICE') && within(methods, sides.method);
}

function valueOf(bucket: Bucket, wish: MetricWish): number | null {
  const definition = definitionOf(wish.name);
  switch (definition.from) {
    case 'offers':
      return definition.of(chosen(bucket.offers, wish, ({ method }) => ({ method, reason: null })));
    case 'agents':
      return definition.of(bucket.time);
    default:
      return definition.of(chosen(bucket.legs[definition.from], wish, ({ row }) => row), wish.threshold);
  }
}

interface Filtered {
  readonly method: InitiationMethod;
  readonly reason: DisconnectReason | null;
}

/** What passes the metric's own filters; `negate` turns one around (spec §8.2). */
function chosen<Thing>(found: readonly Thing[], { filters }: MetricWish, sidesOf: (thing: Thing) => Filtered): readonly Thing[] {
  if (filters.length === 0) return found;
  return found.filter((thing) => {
    const { method, reason } = sidesOf(thing);
    return filters.every(({ key, values, negate }) => values.includes((key === 'INITIATION_METHOD' ? method : reason) ?? '') !== negate);
  });
}

const noTime = (): AgentTime => ({ onlineMs: 0, nonProductiveMs: 0, errorMs: 0, idleMs: 0, contactMs: 0 });

const addTime = (sum: AgentTime, time: AgentTime): AgentTime => ({
  onlineMs: sum.onlineMs + time.onlineMs,
  nonProductiveMs: sum.nonProductiveMs + time.nonProductiveMs,
  errorMs: sum.errorMs + time.errorMs,
  idleMs: sum.idleMs + time.idleMs,
  contactMs: sum.contactMs + time.contactMs,
});

/** What is to come does not count: time ends now. While it rings at an agent, they are neither idle nor on contact. */
function agentTime(center: Center, agentId: AgentId, fromMs: number, toMs: number): AgentTime {
  const time = noTime();
  for (const { standing, ms } of center.metrics.standings(agentId, fromMs, Math.min(toMs, center.nowMs))) {
    const { type, engagement } = standing;
    if (type !== 'OFFLINE') time.onlineMs += ms;
    if (type === 'CUSTOM') time.nonProductiveMs += ms;
    if (engagement === 'error') time.errorMs += ms;
    else if (engagement === 'onContact' || engagement === 'afterContactWork') time.contactMs += ms;
    else if (engagement === 'idle' && type === 'ROUTABLE') time.idleMs += ms;
  }
  return time;
}
