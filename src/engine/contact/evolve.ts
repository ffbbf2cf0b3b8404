import { must } from '../core/assert.ts';
import { after, between, durationMs } from '../core/time.ts';
import { hangUpAfter } from '../line/evolve.ts';
import type { EventsOf } from '../slice.ts';
import type { Center } from '../state.ts';
import { changeContact, contactOf, lineOf, openLineOf } from '../update.ts';
import { create } from './evolve-created.ts';
import { dequeue, enqueue, isWaiting, postpone, scheduledIn, waitingEntry } from './evolve-place.ts';
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
    case 'contact.hookSet':
      changeContact(center, contactId, { hooks: { ...contactOf(center, contactId).hooks, [event.hook]: event.flowId } });
      return;
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
      dequeue(center, contactOf(center, contactId), event.why === 'moved');
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
      const { agent } = contactOf(center, contactId);
      changeContact(center, contactId, { stage: { name: 'connected', heldSinceMs: now }, agent: agent && { ...agent, holds: agent.holds + 1 } });
      return;
    }
    case 'contact.resumed':
      changeContact(center, contactId, { ...endOfHold(center, contactOf(center, contactId)), stage: { name: 'connected', heldSinceMs: null } });
      return;
    case 'contact.consulted':
      changeContact(center, contactId, { consult: { contactId: event.consultId, kind: event.kind, number: event.number, talk: 'third' } });
      return;
    case 'contact.talkChanged':
      changeContact(center, contactId, { consult: { ...must(contactOf(center, contactId).consult, 'a consultation'), talk: event.talk } });
      return;
    case 'contact.consultEnded':
      changeContact(center, contactId, { consult: null });
      return;
    case 'contact.thirdPartyJoined':
      joinThird(center, contactOf(center, contactId));
      return;
    case 'contact.muted':
      changeContact(center, contactId, { muted: event.muted });
      return;
    case 'contact.digitsSent':
      changeContact(center, contactId, { digitsSent: contactOf(center, contactId).digitsSent + event.digits });
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
      const promise = must(center.callbacks.get(terms.callbackId), 'the promise of a callback');
      center.callbacks.set(promise.id, { ...promise, queueId: event.queueId });
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
        consult: null,
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

function joinThird(center: Center, contact: Contact): void {
  const line = lineOf(center, must(contact.thirdLineId, 'the line of a third party'));
  changeContact(center, contact.id, { stage: { name: 'connected', heldSinceMs: null } });
  hangUpAfter(center, line, center.customers.get(line.number)?.talksForMs ?? null);
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

