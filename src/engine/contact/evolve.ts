import { must } from '../core/assert.ts';
import type { QueueId } from '../core/ids.ts';
import { after, between, durationMs } from '../core/time.ts';
import { hangUpAfter } from '../line/evolve.ts';
import type { EventsOf } from '../slice.ts';
import type { Center } from '../state.ts';
import { presentVersion } from '../record/names.ts';
import { type Draft, editContact, editPromise, lineOf, openLineOf } from '../update.ts';
import { create } from './evolve-created.ts';
import { dequeue, enqueue, isWaiting, postpone, scheduledIn, waitingEntry } from './evolve-place.ts';
import type { Contact } from './model.ts';
import { beginShare } from './share.ts';

export function evolveContact(center: Center, event: EventsOf<'contact'>): void {
  if (event.type === 'contact.created') return create(center, event);
  if (event.type === 'contact.routingAsked') {
    const { contactId, priority, ageAdjustmentMs } = event;
    center.timers.set('lag', contactId, event.atMs, { do: 'route.change', contactId, priority, ageAdjustmentMs });
    return;
  }
  change(center, editContact(center, event.contactId), event);
}

function change(center: Center, contact: Draft<Contact>, event: Exclude<EventsOf<'contact'>, { type: 'contact.created' | 'contact.routingAsked' }>): void {
  const now = center.nowMs;
  switch (event.type) {
    case 'contact.attributesSet':
      contact.attributes = { ...contact.attributes, ...event.attributes };
      return;
    case 'contact.hookSet':
      contact.hooks = { ...contact.hooks, [event.hook]: event.flowId };
      return;
    case 'contact.callbackNumberSet':
      contact.callbackNumber = event.number;
      return;
    case 'contact.inputStored':
      contact.storedInput = event.input;
      return;
    case 'contact.queueTargeted':
      contact.targetQueueId = event.queueId;
      return;
    case 'contact.routingChanged':
      contact.priority = event.priority;
      contact.ageAdjustmentMs = event.ageAdjustmentMs;
      // It holds whatever was still to take effect (spec §5.4).
      center.timers.cancel('lag', contact.id);
      if (isWaiting(contact)) center.waiting.get(contact.queue.queueId)?.rerank(waitingEntry(contact));
      return;
    case 'contact.enqueued':
      enqueue(center, contact, event);
      return;
    case 'contact.dequeued':
      dequeue(center, contact, event.why);
      return;
    case 'contact.assigned':
      contact.stage = { name: 'agentWhisper', fromMs: now };
      contact.agent = beginShare(event.agentId, now, now);
      return;
    case 'contact.dialing':
      contact.stage = { name: 'dialing', fromMs: now };
      contact.dialedAtMs = now;
      if (contact.callback && center.config.instance.policy.connectedToSystem === 'dialStarts') contact.connectedToSystemAtMs = now;
      center.timers.cancel('whisper', contact.id);
      return;
    case 'contact.systemConnected':
      contact.connectedToSystemAtMs ??= now;
      contact.stage = { name: 'customerWhisper', fromMs: now };
      center.timers.set('whisper', contact.id, after(now, center.config.instance.policy.whisperMaxMs), { do: 'whisper.overrun', contactId: contact.id });
      return;
    case 'contact.joined':
      join(center, contact);
      return;
    case 'contact.held':
      contact.stage = { name: 'connected', heldSinceMs: now };
      contact.agent &&= { ...contact.agent, holds: contact.agent.holds + 1 };
      return;
    case 'contact.resumed':
      endHold(center, contact);
      contact.stage = { name: 'connected', heldSinceMs: null };
      return;
    case 'contact.consulted':
      contact.consult = { contactId: event.consultId, kind: event.kind, number: event.number, talk: 'third' };
      return;
    case 'contact.talkChanged':
      contact.consult = { ...must(contact.consult, 'a consultation'), talk: event.talk };
      return;
    case 'contact.consultEnded':
      contact.consult = null;
      return;
    case 'contact.thirdPartyJoined':
      joinThird(center, contact);
      return;
    case 'contact.muted':
      contact.muted = event.muted;
      return;
    case 'contact.digitsSent':
      contact.digitsSent += event.digits;
      return;
    case 'contact.outcomeDeclared':
      contact.outcome = event.outcome;
      return;
    case 'contact.postponed':
      postpone(center, contact, event.untilMs);
      return;
    case 'contact.callbackMoved':
      moveCallback(center, contact, event.queueId);
      return;
    case 'contact.ended':
      end(center, contact);
      contact.disconnectReason = event.reason;
      contact.cause = event.cause;
      return;
    case 'contact.completed':
      contact.completedAtMs = now;
      contact.recordVersion = presentVersion(center.names);
      // Nobody asks any more which line it was, and lines are not kept for ever.
      contact.lineId = null;
      return;
  }
}

function join(center: Center, contact: Draft<Contact>): void {
  const share = must(contact.agent, 'the agent of a joined contact');
  center.timers.cancel('whisper', contact.id);
  contact.stage = { name: 'connected', heldSinceMs: null };
  contact.agent = { ...share, connectedAtMs: center.nowMs };
  const line = openLineOf(center, contact);
  if (line) hangUpAfter(center, line, center.customers.get(line.number)?.talksForMs ?? null);
}

function joinThird(center: Center, contact: Draft<Contact>): void {
  const line = lineOf(center, must(contact.thirdLineId, 'the line of a third party'));
  contact.stage = { name: 'connected', heldSinceMs: null };
  hangUpAfter(center, line, center.customers.get(line.number)?.talksForMs ?? null);
}

function moveCallback(center: Center, contact: Draft<Contact>, queueId: QueueId): void {
  const terms = must(contact.callback, 'the terms of a callback');
  if (center.scheduled.get(terms.queueId)?.delete(contact.id)) scheduledIn(center, queueId).add(contact.id);
  contact.callback = { ...terms, queueId };
  contact.targetQueueId = queueId;
  editPromise(center, must(center.callbacks.get(terms.callbackId), 'the promise of a callback')).queueId = queueId;
}

const ENDED: Contact['stage'] = { name: 'ended' };

function end(center: Center, contact: Draft<Contact>): void {
  center.timers.cancelAll(contact.id);
  center.openContacts.delete(contact.id);
  center.restless.delete(contact.id);
  if (contact.callback) center.scheduled.get(contact.callback.queueId)?.delete(contact.id);
  endHold(center, contact);
  contact.stage = ENDED;
  contact.consult = null;
  contact.disconnectedAtMs = center.nowMs;
}

function endHold(center: Center, contact: Draft<Contact>): void {
  const { agent, stage } = contact;
  if (!agent || stage.name !== 'connected' || stage.heldSinceMs === null) return;
  const held = between(stage.heldSinceMs, center.nowMs);
  contact.agent = {
    ...agent,
    heldMs: durationMs(agent.heldMs + held),
    longestHoldMs: held > agent.longestHoldMs ? held : agent.longestHoldMs,
  };
}
