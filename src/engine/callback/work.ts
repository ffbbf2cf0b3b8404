import { clearSlot, setSlot } from '../agent/slot.ts';
import { endContact, stopFlow } from '../contact/end.ts';
import type { CallbackTerms, Contact } from '../contact/model.ts';
import type { AgentId, ContactId } from '../core/ids.ts';
import { durationMs, type EpochMs } from '../core/time.ts';
import type { CenterEvent } from '../event.ts';
import { startFlow } from '../flow/start.ts';
import { MANUAL } from '../line/evolve.ts';
import type { DialBehavior } from '../line/model.ts';
import { newId } from '../new-id.ts';
import { queueConfigOf } from '../queue/agent-queue.ts';
import { hasRoom } from '../queue/capacity.ts';
import type { Center } from '../state.ts';
import { agentOf, contactOf } from '../update.ts';
import { postponedUntil } from './window.ts';

/** The delay is over: the creation flow runs, or the contact is queued (spec §1.3, §1.11; decision #14). */
export function callbackDue(center: Center, contactId: ContactId): readonly CenterEvent[] {
  const contact = contactOf(center, contactId);
  const terms = contact.callback;
  if (!terms || contact.stage.name === 'ended' || contact.queue !== null) return [];
  if (terms.creationFlowId !== null && terms.attempt === 1) return startFlow(center, contact, 'CONTACT_FLOW', terms.creationFlowId);
  const untilMs = postponedUntil(center, terms.queueId, terms.number, center.nowMs);
  if (untilMs !== null) return [{ type: 'contact.postponed', contactId, untilMs, why: 'callingWindow' }];
  const queue = queueConfigOf(center.config, terms.queueId);
  if (!queue || !hasRoom(center, queue, terms.delayMs > 0 ? 'buffered' : 'strict')) return endContact(center, contact, 'queueFull');
  return [{ type: 'contact.enqueued', contactId, queueId: queue.id, orderingAtMs: contact.orderingAtMs ?? center.nowMs }];
}

/** Nobody took the callback within its life (spec §1.4, decision #10). */
export function callbackExpired(center: Center, contactId: ContactId): readonly CenterEvent[] {
  return endContact(center, contactOf(center, contactId), 'expired');
}

/** Calls the customer: the agent whisper and what comes before the first prompt of the outbound whisper are done. */
export function dialCustomer(center: Center, contactId: ContactId): readonly CenterEvent[] {
  const contact = contactOf(center, contactId);
  const { callback: terms, agent } = contact;
  if (!terms || !agent || contact.stage.name !== 'agentWhisper') return [];
  const untilMs = postponedUntil(center, terms.queueId, terms.number, center.nowMs);
  if (untilMs !== null) return postponeFromAgent(center, contact, agent.agentId, untilMs);
  const callerId = callerIdOf(center, contact, terms);
  if (callerId === null && center.config.instance.policy.withoutCallerId === 'refuse') return endContact(center, contact, 'noCallerId');
  return [
    { type: 'contact.dialing', contactId },
    { type: 'callback.attempted', callbackId: terms.callbackId, contactId, attempt: terms.attempt },
    {
      type: 'line.opened',
      lineId: newId(center, 'line'),
      contactId,
      number: terms.number,
      direction: 'out',
      ourNumber: callerId,
      behavior: behaviorOf(center, terms),
    },
    setSlot(agentOf(center, agent.agentId), contact, 'CONNECTING'),
  ];
}

/** The number the customer sees: the callback's own, else the queue's (spec §1.7). */
export function callerIdOf(center: Center, contact: Contact, terms: CallbackTerms): Contact['systemNumber'] {
  return terms.callerId ?? queueConfigOf(center.config, contact.queue?.queueId ?? terms.queueId)?.outboundCallerId ?? null;
}

/** The window closed between accept and dial: nobody is called, the agent is free, the callback waits for the next one. */
function postponeFromAgent(center: Center, contact: Contact, agentId: AgentId, untilMs: EpochMs): readonly CenterEvent[] {
  return [
    ...stopFlow(center, contact),
    { type: 'contact.postponed', contactId: contact.id, untilMs, why: 'callingWindow' },
    ...clearSlot(center, agentOf(center, agentId)),
  ];
}

function behaviorOf(center: Center, terms: CallbackTerms): DialBehavior {
  const customer = center.customers.get(terms.number);
  if (!customer) return MANUAL;
  if (customer.lineId !== null) return { does: 'busy', afterMs: durationMs(0) };
  return customer.whenCalled[Math.min(customer.dials, customer.whenCalled.length - 1)] ?? MANUAL;
}
