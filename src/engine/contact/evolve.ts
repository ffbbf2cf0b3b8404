import { must } from '../core/assert.ts';
import { after, between, durationMs } from '../core/time.ts';
import type { ContactCreated } from '../event.ts';
import { windowClosing } from '../callback/window.ts';
import type { ContactId, QueueId } from '../core/ids.ts';
import { hangUpAfter } from '../line/evolve.ts';
import { awaitDelays, forgetDelays } from '../routing/delays.ts';
import { WaitingLine, type WaitingEntry } from '../queue/waiting-line.ts';
import type { EventsOf } from '../slice.ts';
import type { Center } from '../state.ts';
import { changeContact, contactOf, openLineOf } from '../update.ts';
import type { Contact } from './model.ts';
import { beginShare } from './share.ts';

export function evolveContact(center: Center, event: EventsOf<'contact'>): void {
  const now = center.nowMs;
  const { contactId } = event;
  switch (event.type) {
    case 'contact.created':
      create(center, event);
      return;
    case 'contact.attributesSet':
      changeContact(center, contactId, { attributes: { ...contactOf(center, contactId).attributes, ...event.attributes } });
      return;
    case 'contact.hookSet': {
      const { [event.hook]: _dropped, ...others } = contactOf(center, contactId).hooks;
      changeContact(center, contactId, { hooks: event.flowId === null ? others : { ...others, [event.hook]: event.flowId } });
      return;
    }
    case 'contact.callbackNumberSet':
      changeContact(center, contactId, { callbackNumber: event.number });
      return;
    case 'contact.inputStored':
      changeContact(center, contactId, { storedInput: event.input });
      return;
    case 'contact.queueTargeted':
      changeContact(center, contactId, { targetQueueId: event.queueId });
      return;
    case 'contact.routingChanged': {
      const contact = changeContact(center, contactId, { priority: event.priority, ageAdjustmentMs: event.ageAdjustmentMs });
      if (isWaiting(contact)) center.waiting.get(contact.queue.queueId)?.rerank(waitingEntry(contact));
      return;
    }
    case 'contact.routingAsked': {
      const { priority, ageAdjustmentMs } = event;
      center.timers.set('lag', contactId, event.atMs, { do: 'route.change', contactId, priority, ageAdjustmentMs });
      return;
    }
    case 'contact.enqueued':
      enqueue(center, event);
      return;
    case 'contact.dequeued':
      dequeue(center, contactOf(center, contactId));
      return;
    case 'contact.assigned':
      changeContact(center, contactId, { stage: { name: 'agentWhisper', fromMs: now }, agent: beginShare(event.agentId, now, now) });
      return;
    case 'contact.dialing':
      changeContact(center, contactId, {
        stage: { name: 'dialing', fromMs: now },
        dialedAtMs: now,
        ...(contactOf(center, contactId).callback && center.config.instance.policy.connectedToSystem === 'dialStarts' ? { connectedToSystemAtMs: now } : {}),
      });
      center.timers.cancel('whisper', contactId);
      return;
    case 'contact.systemConnected':
      changeContact(center, contactId, { connectedToSystemAtMs: contactOf(center, contactId).connectedToSystemAtMs ?? now, stage: { name: 'customerWhisper', fromMs: now } });
      center.timers.set('whisper', contactId, after(now, center.config.instance.policy.whisperMaxMs), { do: 'whisper.overrun', contactId });
      return;
    case 'contact.joined':
      join(center, contactOf(center, contactId));
      return;
    case 'contact.held': {
      const share = must(contactOf(center, contactId).agent, 'the agent of a held contact');
      changeContact(center, contactId, { stage: { name: 'connected', heldSinceMs: now }, agent: { ...share, holds: share.holds + 1 } });
      return;
    }
    case 'contact.resumed':
      changeContact(center, contactId, { ...endOfHold(center, contactOf(center, contactId)), stage: { name: 'connected', heldSinceMs: null } });
      return;
    case 'contact.muted':
      changeContact(center, contactId, { muted: event.muted });
      return;
    case 'contact.digitsSent':
      return;
    case 'contact.outcomeDeclared':
      changeContact(center, contactId, { outcome: event.outcome });
      return;
    case 'contact.postponed':
      postpone(center, event);
      return;
    case 'contact.callbackMoved': {
      const terms = must(contactOf(center, contactId).callback, 'the terms of a callback');
      if (center.scheduled.get(terms.queueId)?.delete(contactId)) scheduledIn(center, event.queueId).add(contactId);
      changeContact(center, contactId, { callback: { ...terms, queueId: event.queueId }, targetQueueId: event.queueId });
      return;
    }
    case 'contact.ended': {
      const contact = contactOf(center, contactId);
      for (const kind of ['whisper', 'life', 'callback', 'lag', 'window'] as const) center.timers.cancel(kind, contactId);
      center.openContacts.delete(contactId);
      center.restless.delete(contactId);
      if (contact.callback) center.scheduled.get(contact.callback.queueId)?.delete(contactId);
      changeContact(center, contactId, {
        ...endOfHold(center, contact),
        stage: { name: 'ended' },
        disconnectedAtMs: now,
        disconnectReason: event.reason,
        cause: event.cause,
      });
      return;
    }
    case 'contact.completed':
      changeContact(center, contactId, { completedAtMs: now });
      return;
  }
}

function create(center: Center, event: ContactCreated): void {
  const now = center.nowMs;
  const { contactId, method, callback } = event;
  center.counts.contact += 1;
  const delayed = callback !== null && callback.delayMs > 0;
  center.contacts.set(contactId, {
    id: contactId,
    seq: center.counts.contact,
    initialContactId: event.initialContactId,
    previousContactId: event.previousContactId,
    nextContactId: null,
    method,
    initiatedAtMs: now,
    connectedToSystemAtMs: method === 'INBOUND' ? now : null,
    disconnectedAtMs: null,
    disconnectReason: null,
    cause: null,
    completedAtMs: null,
    updatedAtMs: now,
    customerNumber: event.customerNumber,
    systemNumber: event.systemNumber,
    attributes: event.attributes,
    hooks: event.hooks,
    storedInput: '',
    callbackNumber: null,
    targetQueueId: callback?.queueId ?? null,
    priority: event.priority,
    ageAdjustmentMs: event.ageAdjustmentMs,
    orderingAtMs: event.orderingAtMs,
    queue: null,
    callback,
    stage: delayed ? { name: 'scheduled', untilMs: after(now, callback.delayMs) } : { name: 'inFlow' },
    lineId: null,
    agent: null,
    muted: false,
    outcome: null,
    coolDowns: {},
    offers: 0,
    accepts: 0,
    dialedAtMs: null,
  });
  center.openContacts.add(contactId);
  if (event.previousContactId !== null) changeContact(center, event.previousContactId, { nextContactId: contactId });
  if (callback === null) return;
  center.timers.set('life', contactId, after(now, center.config.instance.policy.callbackLifeMs), { do: 'callback.expire', contactId });
  const promise = must(center.callbacks.get(callback.callbackId), 'the promise of a callback leg');
  center.callbacks.set(promise.id, { ...promise, legs: [...promise.legs, contactId] });
  if (!delayed) return;
  if (callback.attempt === 1 || center.config.instance.policy.retryWaitIsScheduled) scheduledIn(center, callback.queueId).add(contactId);
  center.timers.set('callback', contactId, after(now, callback.delayMs), { do: 'callback.due', contactId });
}

/** A callback leaves whatever it was in and waits for another time (ours: calling windows and rescheduling). */
function postpone(center: Center, { contactId, untilMs }: Extract<EventsOf<'contact'>, { type: 'contact.postponed' }>): void {
  const contact = contactOf(center, contactId);
  const terms = must(contact.callback, 'the terms of a callback');
  for (const kind of ['whisper', 'window'] as const) center.timers.cancel(kind, contactId);
  scheduledIn(center, terms.queueId).add(contactId);
  center.timers.set('callback', contactId, untilMs, { do: 'callback.due', contactId });
  // The accept had ended its life as one that nobody takes; it is such a one again (spec §1.4).
  if (center.timers.get('life', contactId) === undefined) {
    center.timers.set('life', contactId, after(contact.initiatedAtMs, center.config.instance.policy.callbackLifeMs), { do: 'callback.expire', contactId });
  }
  changeContact(center, contactId, { stage: { name: 'scheduled', untilMs }, queue: null, agent: null });
}

function scheduledIn(center: Center, queueId: QueueId): Set<ContactId> {
  const scheduled = center.scheduled.get(queueId) ?? new Set<ContactId>();
  center.scheduled.set(queueId, scheduled);
  return scheduled;
}

function enqueue(center: Center, event: Extract<EventsOf<'contact'>, { type: 'contact.enqueued' }>): void {
  const { contactId, queueId, orderingAtMs } = event;
  const now = center.nowMs;
  const before = contactOf(center, contactId);
  if (before.callback) center.scheduled.get(before.callback.queueId)?.delete(contactId);
  center.timers.cancel('callback', contactId);
  const contact = changeContact(center, contactId, {
    stage: { name: 'queued', offerId: null },
    queue: { queueId, enqueuedAtMs: now, dequeuedAtMs: null },
    orderingAtMs,
  });
  const line = center.waiting.get(queueId) ?? new WaitingLine();
  center.waiting.set(queueId, line);
  if (isWaiting(contact)) line.add(waitingEntry(contact));
  const closesAtMs = contact.callback ? windowClosing(center, contact) : null;
  if (closesAtMs !== null) center.timers.set('window', contactId, closesAtMs, { do: 'callback.windowOver', contactId });
  awaitDelays(center, contact);
}

function dequeue(center: Center, contact: Contact): void {
  center.timers.cancel('window', contact.id);
  if (!contact.queue) return;
  center.waiting.get(contact.queue.queueId)?.remove(contact.id);
  forgetDelays(center, contact);
  changeContact(center, contact.id, { queue: { ...contact.queue, dequeuedAtMs: center.nowMs } });
}

function join(center: Center, contact: Contact): void {
  const share = must(contact.agent, 'the agent of a joined contact');
  center.timers.cancel('whisper', contact.id);
  changeContact(center, contact.id, {
    stage: { name: 'connected', heldSinceMs: null },
    agent: { ...share, connectedAtMs: center.nowMs },
  });
  const line = openLineOf(center, contact);
  if (line) hangUpAfter(center, line, center.customers.get(line.number)?.talksForMs ?? null);
}

function endOfHold(center: Center, contact: Contact): Pick<Contact, 'agent'> {
  const { agent, stage } = contact;
  if (!agent || stage.name !== 'connected' || stage.heldSinceMs === null) return { agent };
  const held = between(stage.heldSinceMs, center.nowMs);
  return {
    agent: {
      ...agent,
      heldMs: durationMs(agent.heldMs + held),
      longestHoldMs: held > agent.longestHoldMs ? held : agent.longestHoldMs,
    },
  };
}

type Waiting = Contact & { readonly queue: NonNullable<Contact['queue']> };

const isWaiting = (contact: Contact): contact is Waiting => contact.queue !== null && contact.queue.dequeuedAtMs === null;

function waitingEntry(contact: Waiting): WaitingEntry {
  const orderingAtMs = contact.orderingAtMs ?? contact.queue.enqueuedAtMs;
  return {
    contactId: contact.id,
    seq: contact.seq,
    priority: contact.priority,
    rankMs: orderingAtMs - contact.ageAdjustmentMs,
    enqueuedAtMs: contact.queue.enqueuedAtMs,
  };
}
