import { must } from '../core/assert.ts';
import type { CenterEvent } from '../event.ts';
import { setSlot } from '../agent/slot.ts';
import type { Consult, Contact } from '../contact/model.ts';
import type { Center } from '../state.ts';
import { agentOf, contactOf } from '../update.ts';

/** A contact that consults another, with its consultation. */
export type Consulting = Contact & { readonly consult: Consult };

/** Whose agent waits for, or talks in, this contact without having left the customer to it; null for every other contact. */
export function consulterOf(center: Center, contact: Contact): Consulting | null {
  const previous = contact.previousContactId === null ? undefined : center.contacts.get(contact.previousContactId);
  return previous && isConsulting(previous) && previous.consult.contactId === contact.id ? previous : null;
}

/** True while the agent of this contact consults somebody about it. */
export const isConsulting = (contact: Contact): contact is Consulting => contact.consult !== null;

/** The other contact of a consultation. */
export const consultedOf = (center: Center, { consult }: Consulting): Contact => contactOf(center, consult.contactId);

/** Takes whoever is in this contact off hold, if they are on hold; its own flow for holding must be over. */
export function takeOffHold(center: Center, contact: Contact): readonly CenterEvent[] {
  if (contact.stage.name !== 'connected' || contact.stage.heldSinceMs === null) return [];
  const run = center.flowRuns.get(contact.id);
  return [
    ...(run ? [{ type: 'flow.ended' as const, contactId: contact.id, flowType: run.flowType, how: 'taken' as const }] : []),
    { type: 'contact.resumed', contactId: contact.id },
    ...slotOf(center, contact, 'CONNECTED'),
  ];
}

/** Puts whoever is in this contact on hold, if they are not. */
export function putOnHold(center: Center, contact: Contact): readonly CenterEvent[] {
  if (contact.stage.name !== 'connected' || contact.stage.heldSinceMs !== null) return [];
  return [{ type: 'contact.held', contactId: contact.id }, ...slotOf(center, contact, 'CONNECTED_ONHOLD')];
}

/** A third party on the telephone has no slot. */
function slotOf(center: Center, contact: Contact, state: 'CONNECTED' | 'CONNECTED_ONHOLD'): readonly CenterEvent[] {
  return contact.agent === null ? [] : [setSlot(agentOf(center, contact.agent.agentId), contact, state)];
}

/** A chain of contacts has no more than this (spec §9). */
export const CHAIN_MAX = 12;

/** How many contacts the chain up to this one has, itself included (spec §9). */
export function chainLength(center: Center, contact: Contact): number {
  let length = 1;
  for (let at = contact; at.previousContactId !== null; length += 1) at = must(center.contacts.get(at.previousContactId), 'a previous contact');
  return length;
}
