import { contactOf } from '../update.ts';
import type { CallbackTerms, Contact } from '../contact/model.ts';
import type { E164 } from '../core/e164.ts';
import type { CallbackId, ContactId, FlowId, QueueId } from '../core/ids.ts';
import { ok, refuse, type Result } from '../core/result.ts';
import { durationMs, type DurationMs } from '../core/time.ts';
import type { CenterEvent } from '../event.ts';
import { newId } from '../new-id.ts';
import { queueConfigOf } from '../queue/agent-queue.ts';
import { hasRoom, noRoom } from '../queue/capacity.ts';
import type { Rejection } from '../rejection.ts';
import type { Center } from '../state.ts';
import { extrasOf } from '../tenant/extras.ts';
import { untilWindow } from './window.ts';

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

/** Why no promise is made. */
export type CallbackRefusal = Extract<Rejection, { readonly code: 'NO_SUCH_QUEUE' | 'QUEUE_CLOSED' | 'QUEUE_FULL' | 'DUPLICATE_CALLBACK' }>;

/** Where a promise comes from, and what its first leg takes along. */
interface Origin extends Pick<Contact, 'attributes' | 'hooks' | 'priority' | 'ageAdjustmentMs'> {
  /** The contact whose flow asked; null when nobody called. */
  readonly from: Contact | null;
  /** The first contact of the interaction. */
  readonly root: Contact | null;
}

/**
 * CreateCallbackContact (spec §1.2): a new contact beside the caller's own, which goes on in its flow. Refused when the
 * queue has no room or takes no contacts (spec §5.6).
 */
export function createCallback(center: Center, contact: Contact, request: CallbackRequest): Result<readonly CenterEvent[], CallbackRefusal> {
  const number = contact.callbackNumber ?? contact.customerNumber;
  const taken = asDuplicate(center, request.queueId, number, contact.id);
  if (taken !== null) return taken;
  const terms = promisedTerms(center, number, request);
  if (!terms.ok) return terms;
  const root = contact.initialContactId === null ? contact : contactOf(center, contact.initialContactId);
  const { attributes, hooks, priority, ageAdjustmentMs } = contact;
  return ok(openPromise(center, terms.value, { from: contact, root, attributes, hooks, priority, ageAdjustmentMs }));
}

/** What a further request of a number comes to while its first is open in that queue (ours); null: a promise of its own. */
export function asDuplicate(center: Center, queueId: QueueId, number: E164, from: ContactId | null): Result<readonly CenterEvent[], CallbackRefusal> | null {
  const { duplicates } = extrasOf(center.config.instance, queueId);
  const twin = duplicates === 'allow' ? null : openTwin(center, queueId, number);
  if (twin === null) return null;
  return duplicates === 'refuse' ? refuse({ code: 'DUPLICATE_CALLBACK' }) : ok([{ type: 'callback.merged', callbackId: twin, from }]);
}

/** The terms of a promise to call this number, if its queue takes it. */
export function promisedTerms(center: Center, number: E164, request: CallbackRequest): Result<CallbackTerms, CallbackRefusal> {
  const { queueId, attempts, retryDelayMs, callerId, creationFlowId } = request;
  const queue = queueConfigOf(center.config, queueId);
  if (!queue) return refuse({ code: 'NO_SUCH_QUEUE' });
  if (!hasRoom(center, queue, 'strict')) return refuse(noRoom(queue));
  const { maximumConnectionAttemptsMeans, creationFlow } = center.config.instance.policy;
  // Decision #14: with a creation flow the delay may be ignored.
  const initialDelayMs = creationFlowId !== null && creationFlow === 'atOnce' ? durationMs(0) : request.initialDelayMs;
  return ok({
    callbackId: newId(center, 'callback'),
    number,
    queueId,
    attempt: 1,
    attemptsMax: Math.max(1, maximumConnectionAttemptsMeans === 'retries' ? attempts + 1 : attempts),
    delayMs: untilWindow(center, queueId, number, initialDelayMs),
    initialDelayMs,
    retryDelayMs,
    callerId,
    creationFlowId,
    wasQueued: false,
    requestedAtMs: center.nowMs,
  });
}

/** Opens the promise and makes its first leg. */
export function openPromise(center: Center, terms: CallbackTerms, origin: Origin): readonly CenterEvent[] {
  const { callbackId, number, queueId } = terms;
  const { from, root, attributes, hooks, priority, ageAdjustmentMs } = origin;
  const contactId = newId(center, 'contact');
  const byOriginal = center.config.instance.policy.callbackOrdering === 'originalStart';
  return [
    { type: 'callback.requested', callbackId, contactId, from: from?.id ?? null, number, queueId },
    {
      type: 'contact.created',
      contactId,
      method: 'CALLBACK',
      previousContactId: from?.id ?? null,
      initialContactId: root?.id ?? null,
      customerNumber: number,
      systemNumber: terms.callerId ?? queueConfigOf(center.config, queueId)?.outboundCallerId ?? null,
      attributes,
      hooks,
      priority,
      ageAdjustmentMs,
      // A callback sorts by the start of the original call (spec §1.4, decision #7).
      orderingAtMs: byOriginal ? (root?.initiatedAtMs ?? center.nowMs) : null,
      callback: terms,
    },
  ];
}

/** A promise to the same number in the same queue that is still open (ours). */
function openTwin(center: Center, queueId: QueueId, number: E164): CallbackId | null {
  for (const callbackId of center.openPromises.get(number) ?? []) {
    if (center.callbacks.get(callbackId)?.queueId === queueId) return callbackId;
  }
  return null;
}
