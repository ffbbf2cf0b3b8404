import { assert, must } from '../core/assert.ts';
import { endContact } from '../contact/end.ts';
import type { ContactId } from '../core/ids.ts';
import type { CenterEvent } from '../event.ts';
import { startFlow } from '../flow/start.ts';
import { queueConfigOf } from '../queue/agent-queue.ts';
import { hasRoom } from '../queue/capacity.ts';
import type { Center } from '../state.ts';
import { contactOf } from '../update.ts';
import { postponedUntil, putOff } from './window.ts';

/** The delay is over: the creation flow runs, unless it has done so before, or the contact is queued (spec §1.3, §1.11; decision #14). */
export function callbackDue(center: Center, contactId: ContactId): readonly CenterEvent[] {
  const contact = contactOf(center, contactId);
  const terms = must(contact.callback, 'the terms of a callback');
  assert(contact.stage.name !== 'ended' && contact.queue === null, 'a callback that is due is open and in no queue');
  if (terms.creationFlowId !== null && terms.attempt === 1 && !terms.wasQueued) return startFlow(center, contact, 'CONTACT_FLOW', terms.creationFlowId);
  const untilMs = postponedUntil(center, terms.queueId, terms.number, center.nowMs);
  if (untilMs !== null) return [putOff(contactId, untilMs, 'callingWindow')];
  const queue = queueConfigOf(center.config, terms.queueId);
  if (!queue || queue.status === 'DISABLED') return endContact(center, contact, 'queueClosed');
  // Who was promised a place before, by a delay, an earlier leg or an earlier stay, has the buffer (spec §5.6).
  const promised = terms.delayMs > 0 || terms.attempt > 1 || terms.wasQueued;
  if (!hasRoom(center, queue, promised ? 'buffered' : 'strict', contactId)) return endContact(center, contact, 'queueFull');
  return [{ type: 'contact.enqueued', contactId, queueId: queue.id, orderingAtMs: contact.orderingAtMs ?? center.nowMs }];
}

/** Nobody took the callback within its life (spec §1.4, decision #10). */
export function callbackExpired(center: Center, contactId: ContactId): readonly CenterEvent[] {
  return endContact(center, contactOf(center, contactId), 'expired');
}
