import type { ContactId, QueueId } from '../core/ids.ts';
import type { Center } from '../state.ts';
import { countedQueueOf, legIn } from './leg.ts';
import { profilesServing } from './realtime.ts';

/** The mean handle time is that of so many contacts of the queue, found among so many that ended last. */
const HANDLED_MAX = 32;
const LOOKED_AT_MAX = 512;

/**
 * How long somebody at this place of a queue is likely to wait for an agent, in whole seconds (spec §3.1). Amazon keeps
 * its way of estimating to itself; this is ours:
 *
 *     wait = (place − agents available) × mean handle time ÷ agents staffed
 *
 * over the agents who serve the queue. 0 when an agent is free for that place; null when it cannot be told, because
 * nobody is staffed or nobody has been handled yet.
 */
export function estimatedWaitSeconds(center: Center, queueId: QueueId, place: number): number | null {
  const { available, staffed } = center.tally.of(profilesServing(center, [queueId]));
  if (place <= available) return 0;
  const handleSeconds = meanHandleSeconds(center, queueId);
  return staffed === 0 || handleSeconds === null ? null : Math.trunc(((place - available) * handleSeconds) / staffed);
}

/** The estimate for whoever joins the queue next. */
export function estimatedQueueWait(center: Center, queueId: QueueId): number | null {
  return estimatedWaitSeconds(center, queueId, (center.waiting.get(queueId)?.size ?? 0) + 1);
}

/** Place and estimate of a contact that waits; both null for one that does not (spec §8.1 GetContactMetrics). */
export function contactMetrics(center: Center, contactId: ContactId): { readonly positionInQueue: number | null; readonly estimatedWaitSeconds: number | null } | null {
  const contact = center.contacts.get(contactId);
  if (!contact) return null;
  const queueId = contact.queue?.queueId;
  const position = queueId === undefined ? null : (center.waiting.get(queueId)?.positionOf(contactId) ?? null);
  return { positionInQueue: position, estimatedWaitSeconds: queueId === undefined || position === null ? null : estimatedWaitSeconds(center, queueId, position) };
}

function meanHandleSeconds(center: Center, queueId: QueueId): number | null {
  let handled = 0;
  let lookedAt = 0;
  let seconds = 0;
  for (const row of center.metrics.latest()) {
    lookedAt += 1;
    if (lookedAt > LOOKED_AT_MAX || handled === HANDLED_MAX) break;
    if (countedQueueOf(center, row) !== queueId || row.connectedAtMs === null) continue;
    const leg = legIn(center, row);
    handled += 1;
    seconds += leg.interactionSeconds + leg.holdSeconds + leg.workSeconds;
  }
  return handled === 0 ? null : seconds / handled;
}
