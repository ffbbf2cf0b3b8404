import type { QueueId } from '../core/ids.ts';
import { between, durationMs, wholeSeconds } from '../core/time.ts';
import type { Contact } from '../contact/model.ts';
import type { Center } from '../state.ts';

/** Service-level thresholds that are always worked out, in seconds (spec §3.4 presets). */
const THRESHOLDS = [15, 20, 25, 30, 45, 60, 90, 120, 180, 240, 300, 600] as const;

/** What metrics ask of one ended contact. */
interface Leg {
  readonly contact: Contact;
  /** The record's Queue.Duration in seconds; null when it was never queued. */
  readonly queuedSeconds: number | null;
  readonly handled: boolean;
}

/**
 * Figures of one queue over records that disconnected in [fromMs, toMs), by Amazon's names (spec §3.4). A figure that
 * has nothing to be worked out from is null.
 */
export function historicalFigures(center: Center, queueId: QueueId, fromMs: number, toMs: number): Readonly<Record<string, number | null>> {
  const legs = legsOf(center, queueId, fromMs, toMs);
  const queued = legs.filter((leg) => leg.queuedSeconds !== null);
  const handled = legs.filter((leg) => leg.handled);
  const abandoned = queued.filter((leg) => isAbandoned(center, leg));
  const callbacks = legs.filter(({ contact }) => contact.method === 'CALLBACK');
  return {
    CONTACTS_CREATED: legs.length,
    CONTACTS_QUEUED: queued.length,
    CONTACTS_HANDLED: handled.length,
    CONTACTS_HANDLED_INCOMING: handled.filter(({ contact }) => ['INBOUND', 'TRANSFER', 'QUEUE_TRANSFER'].includes(contact.method)).length,
    CONTACTS_HANDLED_OUTBOUND: handled.filter(({ contact }) => contact.method === 'OUTBOUND').length,
    CALLBACK_CONTACTS: callbacks.length,
    CALLBACK_CONTACTS_HANDLED: callbacks.filter((leg) => leg.handled).length,
    SUM_RETRY_CALLBACK_ATTEMPTS: callbacks.filter((leg) => isCallbackAttempt(center, leg)).length,
    CONTACTS_ABANDONED: abandoned.length,
    ABANDONMENT_RATE: queued.length === 0 ? null : (abandoned.length / queued.length) * 100,
    AVG_QUEUE_ANSWER_TIME: mean(handled.map((leg) => leg.queuedSeconds)),
    AVG_ABANDON_TIME: mean(abandoned.map((leg) => leg.queuedSeconds)),
    MAX_QUEUED_TIME: queued.length === 0 ? null : Math.max(...queued.map((leg) => leg.queuedSeconds ?? 0)),
    SUM_INTERACTION_TIME: sum(handled.map(interactionSeconds)),
    SUM_HOLD_TIME: sum(handled.map(({ contact }) => wholeSeconds(contact.agent?.heldMs ?? durationMs(0)))),
    SUM_AFTER_CONTACT_WORK_TIME: sum(handled.map(workSeconds)),
    AVG_HANDLE_TIME: mean(handled.map((leg) => interactionSeconds(leg) + wholeSeconds(leg.contact.agent?.heldMs ?? durationMs(0)) + workSeconds(leg))),
    AGENT_NON_RESPONSE: center.missesByQueue.get(queueId) ?? 0,
    ...Object.fromEntries(THRESHOLDS.map((seconds) => [`SERVICE_LEVEL_${seconds}`, serviceLevel(queued, seconds)])),
  };
}

function legsOf(center: Center, queueId: QueueId, fromMs: number, toMs: number): readonly Leg[] {
  const legs: Leg[] = [];
  for (const contact of center.contacts.values()) {
    const { disconnectedAtMs, queue, callback, agent } = contact;
    if (disconnectedAtMs === null || disconnectedAtMs < fromMs || disconnectedAtMs >= toMs) continue;
    if ((queue?.queueId ?? callback?.queueId) !== queueId) continue;
    const delayMs = center.config.instance.policy.queueDuration === 'seed' ? (callback?.initialDelayMs ?? 0) : 0;
    const queuedSeconds = queue ? wholeSeconds(durationMs(delayMs + between(queue.enqueuedAtMs, queue.dequeuedAtMs ?? disconnectedAtMs))) : null;
    legs.push({ contact, queuedSeconds, handled: agent !== null && agent.connectedAtMs !== null });
  }
  return legs;
}

/** Enqueued, never connected, and not followed by another leg: who asked for a callback did not abandon (spec §3.4). */
function isAbandoned(center: Center, { contact, handled }: Leg): boolean {
  if (handled || contact.nextContactId !== null) return false;
  return contact.method !== 'CALLBACK' || center.config.instance.policy.countCallbackLegsAsAbandoned;
}

/** Literally: followed by a retry, so the last unanswered attempt does not count, unless decision #12 counts them all. */
function isCallbackAttempt(center: Center, { contact, handled }: Leg): boolean {
  if (handled) return false;
  return center.config.instance.policy.callbackAttempts === 'followedByRetry' ? contact.nextContactId !== null : contact.dialedAtMs !== null && contact.connectedToSystemAtMs === null;
}

/** Strictly less than the threshold, over all queued, whatever became of them (spec §3.4). */
function serviceLevel(queued: readonly Leg[], seconds: number): number | null {
  if (queued.length === 0) return null;
  return (queued.filter((leg) => (leg.queuedSeconds ?? 0) < seconds).length / queued.length) * 100;
}

function interactionSeconds({ contact }: Leg): number {
  const { agent, disconnectedAtMs } = contact;
  if (!agent || agent.connectedAtMs === null || disconnectedAtMs === null) return 0;
  return wholeSeconds(durationMs(between(agent.connectedAtMs, disconnectedAtMs) - agent.heldMs));
}

function workSeconds({ contact }: Leg): number {
  const { agent } = contact;
  if (!agent || agent.workStartedAtMs === null || agent.workEndedAtMs === null) return 0;
  return wholeSeconds(between(agent.workStartedAtMs, agent.workEndedAtMs));
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function mean(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : sum(known) / known.length;
}
