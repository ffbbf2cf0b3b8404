/*
 * Calling somebody on behalf of an agent: the customer of a callback or of a contact that the agent dials, or a third
 * party. What callbacks have beside it (calling window, counted attempts) is here too, so that there is one way to a phone.
 */
import { must } from '../core/assert.ts';
import { outboundQueueOf } from '../agent/dial.ts';
import { clearSlot, setSlot } from '../agent/slot.ts';
import { postponedUntil, putOff } from '../callback/window.ts';
import type { E164 } from '../core/e164.ts';
import type { AgentId, ContactId } from '../core/ids.ts';
import { durationMs, type EpochMs } from '../core/time.ts';
import type { CenterEvent } from '../event.ts';
import { MANUAL } from '../line/evolve.ts';
import type { DialBehavior, LineParty } from '../line/model.ts';
import { newId } from '../new-id.ts';
import { queueConfigOf } from '../queue/agent-queue.ts';
import type { Center } from '../state.ts';
import { consulterOf } from '../transfer/consult.ts';
import { agentOf, contactOf } from '../update.ts';
import { endContact, stopFlow } from './end.ts';
import type { Contact } from './model.ts';

/** Calls the customer: the agent whisper and what comes before the first prompt of the outbound whisper are done (spec §1.7). */
export function dialCustomer(center: Center, contactId: ContactId): readonly CenterEvent[] {
  const contact = contactOf(center, contactId);
  const { callback, agent } = contact;
  if (!agent || contact.stage.name !== 'agentWhisper') return [];
  const number = callback?.number ?? contact.customerNumber;
  const untilMs = callback ? postponedUntil(center, callback.queueId, number, center.nowMs) : null;
  if (untilMs !== null) return postponeFromAgent(center, contact, agent.agentId, untilMs);
  const callerId = callerIdOf(center, contact);
  if (callerId === null && center.config.instance.policy.withoutCallerId === 'refuse') return endContact(center, contact, 'noCallerId');
  const facts: CenterEvent[] = [{ type: 'contact.dialing', contactId }];
  if (callback) facts.push({ type: 'callback.attempted', callbackId: callback.callbackId, contactId, attempt: callback.attempt });
  facts.push(openLine(center, contactId, number, callerId, 'customer'), setSlot(agentOf(center, agent.agentId), contact, 'CONNECTING'));
  return facts;
}

/** Calls the third party whom an agent asked for, with the caller id that the agent's own calls have; no flow runs. */
export function dialThird(center: Center, contactId: ContactId): readonly CenterEvent[] {
  const contact = contactOf(center, contactId);
  const { consult, agent } = must(consulterOf(center, contact), 'who asks for a third party');
  const number = must(consult.number, 'the number of a third party');
  const callerId = outboundQueueOf(center, must(agent, 'the agent who asks for a third party').agentId)?.outboundCallerId ?? null;
  if (callerId === null && center.config.instance.policy.withoutCallerId === 'refuse') return endContact(center, contact, 'noCallerId');
  return [{ type: 'contact.dialing', contactId }, openLine(center, contactId, number, callerId, 'third')];
}

function openLine(center: Center, contactId: ContactId, number: E164, ourNumber: E164 | null, party: LineParty): CenterEvent {
  return { type: 'line.opened', lineId: newId(center, 'line'), contactId, number, direction: 'out', ourNumber, behavior: behaviorOf(center, number), party };
}

/** The number the customer will see: the whisper's, once it has named one, else the callback's own, else the queue's (spec §1.7). */
export function callerIdOf(center: Center, { id, callback, queue, targetQueueId }: Contact): E164 | null {
  const wait = center.flowRuns.get(id)?.wait;
  if (wait?.kind === 'answer' && wait.callerId !== undefined) return wait.callerId;
  const queueId = must(queue?.queueId ?? callback?.queueId ?? targetQueueId, 'the queue in whose name a customer is called');
  return callback?.callerId ?? queueConfigOf(center.config, queueId)?.outboundCallerId ?? null;
}

/** The window closed between accept and dial: nobody is called, the agent is free, the callback waits for the next one. */
function postponeFromAgent(center: Center, contact: Contact, agentId: AgentId, untilMs: EpochMs): readonly CenterEvent[] {
  return [
    ...stopFlow(center, contact),
    putOff(contact.id, untilMs, 'callingWindow'),
    ...clearSlot(center, agentOf(center, agentId)),
  ];
}

/** What the phone called will do; one that is in use is busy. */
function behaviorOf(center: Center, number: E164): DialBehavior {
  const customer = center.customers.get(number);
  if (!customer) return MANUAL;
  if (customer.lineId !== null) return { does: 'busy', afterMs: durationMs(0) };
  return must(customer.whenCalled[Math.min(customer.dials, customer.whenCalled.length - 1)], 'how a phone behaves');
}
