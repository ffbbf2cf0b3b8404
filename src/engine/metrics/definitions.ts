import { must } from '../core/assert.ts';
import type { LegBasis } from './fold.ts';
import { connectingMs, type ConnectingParts, type Leg } from './leg.ts';
import type { OfferFact } from './offer-table.ts';

/** How long an agent was in each state, in ms (spec §3.5). */
export interface AgentTime {
  onlineMs: number;
  nonProductiveMs: number;
  /** Missed or failed and not cleared. */
  errorMs: number;
  /** Available with nothing to do. */
  idleMs: number;
  /** After-contact work included. */
  contactMs: number;
}

/** Metrics over legs: by which instant a leg falls into the window, and what is made of those that do. */
interface OfLegs {
  readonly from: LegBasis;
  readonly of: (legs: readonly Leg[], threshold: number) => number | null;
}
interface OfOffers {
  readonly from: 'offers';
  readonly of: (offers: readonly OfferFact[]) => number | null;
}
interface OfAgents {
  readonly from: 'agents';
  readonly of: (time: AgentTime) => number | null;
}

type Definition = OfLegs | OfOffers | OfAgents;

const count = (is: (leg: Leg) => boolean) => (legs: readonly Leg[]): number => legs.filter(is).length;
const countIn = (is: (leg: Leg) => boolean) => (legs: readonly Leg[], threshold: number): number =>
  legs.filter((leg) => is(leg) && leg.queuedSeconds !== null && leg.queuedSeconds < threshold).length;
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]): number | null => (values.length === 0 ? null : sum(values) / values.length);
const percent = (part: number, whole: number): number | null => (whole === 0 ? null : (part / whole) * 100);
const known = (legs: readonly Leg[], valueOf: (leg: Leg) => number | null): readonly number[] => legs.map(valueOf).filter((value) => value !== null);

const isQueued = (leg: Leg): boolean => leg.row.enqueuedAtMs !== null;
const isHandled = (leg: Leg): boolean => leg.handled;
const isAbandoned = (leg: Leg): boolean => leg.abandoned;
const handledIn = (legs: readonly Leg[]): readonly Leg[] => legs.filter(isHandled);
const handleSeconds = (leg: Leg): number => leg.interactionSeconds + leg.holdSeconds + leg.workSeconds;
const sumOf = (valueOf: (leg: Leg) => number) => (legs: readonly Leg[]): number => sum(handledIn(legs).map(valueOf));
const meanOf = (valueOf: (leg: Leg) => number) => (legs: readonly Leg[]): number | null => mean(handledIn(legs).map(valueOf));

const connecting = (part: (parts: ConnectingParts) => number) => ({ connecting: parts }: Leg): number => part(must(parts, 'the parts of a connection to an agent')) / 1000;
const sumConnecting = (part: (parts: ConnectingParts) => number) => (legs: readonly Leg[]): number => sum(legs.map(connecting(part)));

/** Not taken by the agent it rang at, for whatever reason. */
const unanswered = (offers: readonly OfferFact[]): readonly OfferFact[] => offers.filter(({ end }) => end !== 'accepted');

const ended = (of: OfLegs['of']): OfLegs => ({ from: 'disconnected', of });

/**
 * Every metric, by Amazon's name in GetMetricDataV2 (spec §3.4, §3.5). Names that begin with RINGBACK are ours. Seconds,
 * counts, or percent of a hundred; null when there is nothing to work it out from.
 */
export const METRICS = {
  CONTACTS_CREATED: { from: 'initiated', of: (legs) => legs.length },
  CONTACTS_QUEUED: ended(count(isQueued)),
  CONTACTS_QUEUED_BY_ENQUEUE: { from: 'enqueued', of: (legs) => legs.length },
  CONTACTS_HANDLED: ended(count(isHandled)),
  CONTACTS_HANDLED_BY_CONNECTED_TO_AGENT: { from: 'connected', of: (legs) => legs.length },
  SUM_RETRY_CALLBACK_ATTEMPTS: ended(count((leg) => leg.callbackAttempt)),
  CONTACTS_ABANDONED: ended(count(isAbandoned)),
  SUM_CONTACTS_DISCONNECTED: ended(count((leg) => leg.row.leftFromQueue)),
  ABANDONMENT_RATE: ended((legs) => percent(legs.filter(isAbandoned).length, legs.filter(isQueued).length)),
  AVG_QUEUE_ANSWER_TIME: ended((legs) => mean(known(handledIn(legs), (leg) => leg.queuedSeconds))),
  AVG_ABANDON_TIME: ended((legs) => mean(known(legs.filter(isAbandoned), (leg) => leg.queuedSeconds))),
  MAX_QUEUED_TIME: ended((legs) => known(legs, (leg) => leg.queuedSeconds).reduce<number | null>((most, seconds) => Math.max(most ?? 0, seconds), null)),
  /** Strictly less than the threshold, over all queued, whatever became of them. */
  SERVICE_LEVEL: ended((legs, threshold) => percent(countIn(isQueued)(legs, threshold), legs.filter(isQueued).length)),
  SUM_CONTACTS_ANSWERED_IN_X: ended(countIn(isHandled)),
  SUM_CONTACTS_ABANDONED_IN_X: ended(countIn(isAbandoned)),
  RINGBACK_CONTACTS_REMOVED_IN_X: ended(countIn(isQueued)),
  SUM_INTERACTION_TIME: ended(sumOf((leg) => leg.interactionSeconds)),
  AVG_INTERACTION_TIME: ended(meanOf((leg) => leg.interactionSeconds)),
  SUM_HOLD_TIME: ended(sumOf((leg) => leg.holdSeconds)),
  /** Over the contacts that were held at all. */
  AVG_HOLD_TIME: ended((legs) => mean(handledIn(legs).filter((leg) => leg.row.holds > 0).map((leg) => leg.holdSeconds))),
  AVG_HOLDS: ended(meanOf((leg) => leg.row.holds)),
  SUM_INTERACTION_AND_HOLD_TIME: ended(sumOf((leg) => leg.interactionSeconds + leg.holdSeconds)),
  AVG_INTERACTION_AND_HOLD_TIME: ended(meanOf((leg) => leg.interactionSeconds + leg.holdSeconds)),
  SUM_AFTER_CONTACT_WORK_TIME: ended(sumOf((leg) => leg.workSeconds)),
  /** Who had none counts as 0. */
  AVG_AFTER_CONTACT_WORK_TIME: ended(meanOf((leg) => leg.workSeconds)),
  SUM_HANDLE_TIME: ended(sumOf(handleSeconds)),
  AVG_HANDLE_TIME: ended(meanOf(handleSeconds)),
  SUM_CONTACT_FLOW_TIME: ended((legs) => sum(known(legs, (leg) => leg.flowSeconds))),
  AVG_CONTACT_FLOW_TIME: ended((legs) => mean(known(legs, (leg) => leg.flowSeconds))),
  AVG_RESOLUTION_TIME: ended((legs) => mean(known(legs, (leg) => leg.resolutionSeconds))),
  /** Distinct interactions among the legs: how many customers asked, whatever number of legs it took. */
  RINGBACK_CALLBACK_REQUESTS: { from: 'initiated', of: (legs) => new Set(legs.flatMap(({ row: { method, root } }) => (method === 'CALLBACK' ? [root] : []))).size },
  SUM_CONNECTING_TIME_AGENT: { from: 'connected', of: sumConnecting(connectingMs) },
  AVG_CONNECTING_TIME_AGENT: { from: 'connected', of: (legs) => mean(legs.map(connecting(connectingMs))) },
  RINGBACK_CONNECTING_ASSIGN_TIME: { from: 'connected', of: sumConnecting((parts) => parts.assignMs) },
  RINGBACK_CONNECTING_ACCEPT_TIME: { from: 'connected', of: sumConnecting((parts) => parts.acceptMs) },
  RINGBACK_CONNECTING_BUILD_TIME: { from: 'connected', of: sumConnecting((parts) => parts.buildMs) },
  RINGBACK_CONNECTING_NETWORK_TIME: { from: 'connected', of: sumConnecting((parts) => parts.networkMs) },
  RINGBACK_CONNECTING_RING_TIME: { from: 'connected', of: sumConnecting((parts) => parts.ringMs) },
  AGENT_NON_RESPONSE: { from: 'offers', of: (offers) => unanswered(offers).length },
  AGENT_NON_RESPONSE_WITHOUT_CUSTOMER_ABANDONS: { from: 'offers', of: (offers) => unanswered(offers).filter(({ end }) => end !== 'abandoned').length },
  AGENT_ANSWER_RATE: { from: 'offers', of: (offers) => percent(offers.length - unanswered(offers).length, offers.length) },
  AGENT_OCCUPANCY: { from: 'agents', of: ({ contactMs, idleMs, errorMs }) => percent(contactMs, contactMs + idleMs + errorMs) },
  SUM_ONLINE_TIME_AGENT: { from: 'agents', of: ({ onlineMs }) => onlineMs / 1000 },
  SUM_NON_PRODUCTIVE_TIME_AGENT: { from: 'agents', of: ({ nonProductiveMs }) => nonProductiveMs / 1000 },
  SUM_ERROR_STATUS_TIME_AGENT: { from: 'agents', of: ({ errorMs }) => errorMs / 1000 },
  SUM_IDLE_TIME_AGENT: { from: 'agents', of: ({ idleMs, errorMs }) => (idleMs + errorMs) / 1000 },
  SUM_CONTACT_TIME_AGENT: { from: 'agents', of: ({ contactMs }) => contactMs / 1000 },
} as const satisfies Readonly<Record<string, Definition>>;

/** A metric by its name. */
export type MetricName = keyof typeof METRICS;

/** The definition of a metric, as one of the three kinds. */
export const definitionOf = (name: MetricName): Definition => METRICS[name];
