import { must } from '../core/assert.ts';
import { setSlot } from '../agent/slot.ts';
import { dialCustomer } from '../contact/dial.ts';
import { endContact } from '../contact/end.ts';
import type { Contact } from '../contact/model.ts';
import type { ContactId } from '../core/ids.ts';
import type { CenterEvent, FlowEnd } from '../event.ts';
import type { Center } from '../state.ts';
import { agentOf, contactOf } from '../update.ts';
import type { FlowType } from './model.ts';
import { startFlow } from './start.ts';

/** What the end of a flow leads to: the next stage of the contact, or its end. */
export function afterFlow(center: Center, contactId: ContactId, flowType: FlowType, how: Exclude<FlowEnd, 'taken'>): readonly CenterEvent[] {
  const contact = contactOf(center, contactId);
  if (how === 'disconnected') return endContact(center, contact, 'flowDisconnected');
  if (how === 'endlessLoop') return endContact(center, contact, 'endlessLoop');
  switch (flowType) {
    case 'CONTACT_FLOW':
    case 'QUEUE_TRANSFER':
    case 'AGENT_TRANSFER':
      // A contact that its flow left nowhere has nobody to talk to (spec §1.11 for creation flows). A creation flow that is not
      // there any more at the end of the delay leaves it in that delay.
      return how !== 'transferred' && (contact.stage.name === 'inFlow' || contact.stage.name === 'scheduled') ? endContact(center, contact, 'flowEnded') : [];
    case 'AGENT_WHISPER':
      if (contact.stage.name !== 'agentWhisper') return [];
      // Where callbacks are dialed at the accept, the outbound whisper begins with the answer (decision #3).
      if (contact.callback && center.config.instance.policy.dialMoment === 'atAccept') return dialCustomer(center, contactId);
      return startFlow(center, contact, contact.callback ? 'OUTBOUND_WHISPER' : 'CUSTOMER_WHISPER');
    case 'OUTBOUND_WHISPER':
      return contact.stage.name === 'agentWhisper' ? dialCustomer(center, contactId) : joinContact(center, contact);
    case 'CUSTOMER_WHISPER':
      return joinContact(center, contact);
    case 'CUSTOMER_QUEUE':
    case 'CUSTOMER_HOLD':
    case 'AGENT_HOLD':
    case 'CAMPAIGN':
      return [];
  }
}

/** Joins customer and agent: the whispers are over (spec §1.9). */
export function joinContact(center: Center, contact: Contact): readonly CenterEvent[] {
  const agent = must(contact.agent, 'the agent who is joined');
  const waits = contact.queue !== null && contact.queue.dequeuedAtMs === null;
  const facts: CenterEvent[] = waits ? [{ type: 'contact.dequeued', contactId: contact.id, why: 'joined' }] : [];
  facts.push({ type: 'contact.joined', contactId: contact.id, agentId: agent.agentId }, setSlot(agentOf(center, agent.agentId), contact, 'CONNECTED'));
  return facts;
}
