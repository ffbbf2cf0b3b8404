import { must } from '../core/assert.ts';
import { after } from '../core/time.ts';
import type { ContactCreated } from '../event.ts';
import type { Center } from '../state.ts';
import { begin, editContact, editPromise } from '../update.ts';
import { scheduledIn } from './evolve-place.ts';
import { ON_THE_LINE } from './model.ts';
import type { Contact } from './model.ts';

/** What most contacts have alike is one thing: there may be a million of them. */
const IN_FLOW: Contact['stage'] = { name: 'inFlow' };

const NOTHING = {};

/** Most contacts have no attributes and no hooks of their own: they share one nothing, however many came with theirs. */
function orNothing<Things extends object>(things: Things): Things {
  return Object.keys(things).length === 0 ? (NOTHING as Things) : things;
}

/** A contact begins: in a flow, or in its delay. */
export function create(center: Center, event: ContactCreated): void {
  const now = center.nowMs;
  const { contactId, method, callback } = event;
  center.counts.contact += 1;
  const delayed = callback !== null && callback.delayMs > 0;
  begin(center, center.contacts, contactId, {
    id: contactId,
    seq: center.counts.contact,
    initialContactId: event.initialContactId,
    previousContactId: event.previousContactId,
    nextContactId: null,
    method,
    initiatedAtMs: now,
    // A customer who is transferred is connected already (spec §2.2).
    connectedToSystemAtMs: ON_THE_LINE.has(method) ? now : null,
    disconnectedAtMs: null,
    disconnectReason: null,
    cause: null,
    completedAtMs: null,
    recordVersion: null,
    updatedAtMs: now,
    customerNumber: event.customerNumber,
    systemNumber: event.systemNumber,
    attributes: orNothing(event.attributes),
    hooks: orNothing(event.hooks),
    storedInput: '',
    callbackNumber: null,
    targetQueueId: callback?.queueId ?? null,
    priority: event.priority,
    ageAdjustmentMs: event.ageAdjustmentMs,
    orderingAtMs: event.orderingAtMs,
    queue: null,
    leftFromQueue: false,
    queueMoves: 0,
    callback,
    stage: delayed ? { name: 'scheduled', untilMs: after(now, callback.delayMs) } : IN_FLOW,
    lineId: null,
    thirdLineId: null,
    consult: null,
    agent: null,
    muted: false,
    digitsSent: '',
    outcome: null,
    coolDowns: null,
    offers: 0,
    accepts: 0,
    dialedAtMs: null,
  });
  center.openContacts.add(contactId);
  if (event.previousContactId !== null) editContact(center, event.previousContactId).nextContactId = contactId;
  if (callback === null) return;
  center.timers.set('life', contactId, after(now, center.config.instance.policy.callbackLifeMs), { do: 'callback.expire', contactId });
  const promise = must(center.callbacks.get(callback.callbackId), 'the promise of a callback leg');
  editPromise(center, promise).legs = [...promise.legs, contactId];
  if (!delayed) return;
  if (callback.attempt === 1 || center.config.instance.policy.retryWaitIsScheduled) scheduledIn(center, callback.queueId).add(contactId);
  center.timers.set('callback', contactId, after(now, callback.delayMs), { do: 'callback.due', contactId });
}
