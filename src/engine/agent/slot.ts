import { must } from '../core/assert.ts';
import type { Contact } from '../contact/model.ts';
import { after } from '../core/time.ts';
import type { CenterEvent } from '../event.ts';
import type { Center } from '../state.ts';
import type { Agent, AgentContactState, SlotCause } from './model.ts';

/** Puts the contact in the agent's slot into a state. */
export function setSlot(agent: Agent, contact: Contact, state: AgentContactState): CenterEvent {
  return slotSet(agent, contact, state, null);
}

/** After-contact work, with its limit when there is one: callbacks may have their own (spec §4.5, §4.6). */
export function workSlot(center: Center, agent: Agent, contact: Contact): CenterEvent {
  const config = center.config.agents.get(agent.id);
  const limit = contact.callback ? (config?.callbackAfterContactWorkMs ?? config?.afterContactWorkMs) : config?.afterContactWorkMs;
  return { ...slotSet(agent, contact, 'ENDED', null), untilMs: limit ? after(center.nowMs, limit) : null };
}

/** A failed attempt: the agent is in error until cleared (decision #9). */
export function failSlot(agent: Agent, contact: Contact, cause: SlotCause): CenterEvent {
  return slotSet(agent, contact, 'ERROR', cause);
}

/** A missed or rejected offer: the agent is not routable until cleared (spec §4.4, decision #17). */
export function missSlot(agent: Agent, contact: Contact, cause: 'missed' | 'rejected'): CenterEvent {
  return slotSet(agent, contact, 'MISSED', cause);
}

function slotSet(agent: Agent, contact: Contact, state: AgentContactState, cause: SlotCause | null): Extract<CenterEvent, { type: 'agent.slotSet' }> {
  return { type: 'agent.slotSet', agentId: agent.id, contactId: contact.id, offerId: null, state, cause, untilMs: null };
}

/**
 * Frees the slot and takes the status that was asked for meanwhile (spec §4.2). `status` overrides it: whoever picks a
 * status while wrapping up gets that one.
 */
export function clearSlot(center: Center, agent: Agent, status: Agent['nextStatusId'] = agent.nextStatusId): readonly CenterEvent[] {
  const slot = must(agent.slot, 'a slot to clear');
  const contact = center.contacts.get(slot.contactId);
  const lastWork = contact?.stage.name === 'ended' && contact.completedAtMs === null && contact.agent?.agentId === agent.id;
  const facts: CenterEvent[] = [{ type: 'agent.slotCleared', agentId: agent.id, contactId: slot.contactId }];
  if (lastWork) facts.push({ type: 'contact.completed', contactId: slot.contactId });
  if (status !== null) facts.push({ type: 'agent.statusSet', agentId: agent.id, statusId: status });
  return facts;
}
