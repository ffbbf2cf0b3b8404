import type { Contact } from '../contact/model.ts';
import type { E164 } from '../core/e164.ts';
import type { FlowId, QueueId } from '../core/ids.ts';
import { ok, refuse, type Result } from '../core/result.ts';
import { durationMs, type DurationMs } from '../core/time.ts';
import type { CenterEvent } from '../event.ts';
import { newId } from '../new-id.ts';
import type { Rejection } from '../rejection.ts';
import type { Center } from '../state.ts';
import { hasRoom } from '../queue/capacity.ts';

/** What the block, or the command that stands for it, asks for. */
export interface CallbackRequest {
  readonly queueId: QueueId;
  readonly initialDelayMs: DurationMs;
  /** As written in the block; policy #5 says what it counts. */
  readonly attempts: number;
  readonly retryDelayMs: DurationMs;
  readonly callerId: E164 | null;
  readonly creationFlowId: FlowId | null;
}

/**
 * CreateCallbackContact (spec §1.2): a new contact beside the caller's own, which goes on in its flow. Refused when the
 * queue has no room or takes no contacts (spec §5.6).
 */
export function createCallback(center: Center, contact: Contact, request: CallbackRequest): Result<readonly CenterEvent[], Rejection> {
  const { queueId, creationFlowId, callerId, initialDelayMs, retryDelayMs } = request;
  const queue = center.config.queues.get(queueId);
  if (!queue) return refuse({ code: 'NO_SUCH_QUEUE' });
  if (!hasRoom(center, queue, 'strict')) return refuse({ code: 'QUEUE_FULL' });
  const { maximumConnectionAttemptsMeans, callbackOrdering, creationFlow } = center.config.instance.policy;
  // Decision #14: with a creation flow the delay may be ignored.
  const delayMs = creationFlowId !== null && creationFlow === 'atOnce' ? durationMs(0) : initialDelayMs;
  const number = contact.callbackNumber ?? contact.customerNumber;
  const root = contact.initialContactId === null ? contact : (center.contacts.get(contact.initialContactId) ?? contact);
  const callbackId = newId(center, 'callback');
  const contactId = newId(center, 'contact');
  return ok([
    { type: 'callback.requested', callbackId, contactId, from: contact.id, number, queueId },
    {
      type: 'contact.created',
      contactId,
      method: 'CALLBACK',
      previousContactId: contact.id,
      initialContactId: root.id,
      customerNumber: number,
      systemNumber: callerId ?? queue.outboundCallerId,
      attributes: contact.attributes,
      hooks: contact.hooks,
      priority: contact.priority,
      ageAdjustmentMs: contact.ageAdjustmentMs,
      // A callback sorts by the start of the original call (spec §1.4, decision #7).
      orderingAtMs: callbackOrdering === 'originalStart' ? root.initiatedAtMs : null,
      callback: {
        callbackId,
        number,
        queueId,
        attempt: 1,
        attemptsMax: Math.max(1, maximumConnectionAttemptsMeans === 'retries' ? request.attempts + 1 : request.attempts),
        delayMs,
        initialDelayMs: delayMs,
        retryDelayMs,
        callerId,
        creationFlowId,
        requestedAtMs: center.nowMs,
      },
    },
  ]);
}
