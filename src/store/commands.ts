/*
 * Commands about what a view shows. Views carry ids as plain strings; here, and only here, they become the engine's
 * again. They are ids the center itself sent, or numbers that were read as such, and it checks them anyway.
 */
import type { TabCommand } from '../protocol/envelope.ts';

type CommandOf<T extends TabCommand['type']> = Extract<TabCommand, { readonly type: T }>;

/** Commands about an offer. */
export const offerCommand = (type: 'offer.accept' | 'offer.reject', offerId: string): TabCommand => ({
  type,
  offerId: offerId as CommandOf<'offer.accept'>['offerId'],
});

/** Commands about a contact that need nothing but its id. */
export const contactCommand = (type: PlainContactCommand, contactId: string): TabCommand => ({ type, contactId: asContact(contactId) });

type PlainContactCommand =
  | 'contact.hold' | 'contact.resume' | 'contact.end' | 'contact.declareMachine'
  | 'contact.conference' | 'contact.swap' | 'contact.leave' | 'contact.drop';

/** Whom an agent asks for about a contact: ids as the directory has them, a number as it was typed. */
export type AskFor =
  | { readonly kind: 'agent'; readonly agentId: string }
  | { readonly kind: 'queue'; readonly queueId: string }
  | { readonly kind: 'number'; readonly number: string };

/** Holds the customer and asks for somebody else. */
export const transferCommand = (contactId: string, to: AskFor): TabCommand => ({
  type: 'contact.transfer',
  contactId: asContact(contactId),
  to: to as CommandOf<'contact.transfer'>['to'],
});

/** Calls a number as it was typed. */
export const callOutCommand = (agentId: string, number: string): TabCommand => ({ type: 'agent.dial', agentId: asAgent(agentId), number });

/** Mutes or unmutes the agent. */
export const muteCommand = (contactId: string, muted: boolean): TabCommand => ({ type: 'contact.mute', contactId: asContact(contactId), muted });

/** Sends keys as tones: 0–9 * #. */
export const digitsCommand = (contactId: string, digits: string): TabCommand => ({
  type: 'contact.sendDigits',
  contactId: asContact(contactId),
  digits,
});

/** Ends after-contact work, or clears a missed or failed contact. */
export const clearCommand = (contactId: string, agentId: string): TabCommand => ({
  type: 'contact.clear',
  contactId: asContact(contactId),
  agentId: asAgent(agentId),
});

/** Picks a status; at work on a contact it is the next one. */
export const statusCommand = (agentId: string, statusId: string): TabCommand => ({
  type: 'agent.setStatus',
  agentId: asAgent(agentId),
  statusId: statusId as CommandOf<'agent.setStatus'>['statusId'],
});

/** Makes this tab the one that rings for an agent. */
export const ringHereCommand = (agentId: string): TabCommand => ({ type: 'mastership.take', resource: ringResource(agentId) });

/** The resource of `MastershipView` that says which tab rings. */
export const ringResource = (agentId: string): string => `ring:${agentId}`;

/** What the holder of a customer's phone does, where it takes no more than the phone's number. */
export const phoneCommand = (
  type: 'customer.hangUp' | 'customer.answer' | 'customer.decline' | 'customer.letVoicemail',
  number: string,
): TabCommand => ({ type, number: asNumber(number) });

/** Dials from a customer's phone. Both numbers in E.164. */
export const dialCommand = (number: string, to: string): TabCommand => ({ type: 'customer.dial', number: asNumber(number), to: asNumber(to) });

/** Presses keys on a customer's phone: 0–9 * #. */
export const pressCommand = (number: string, keys: string): TabCommand => ({ type: 'customer.press', number: asNumber(number), keys });

/** Sets what a customer's phone does by itself whenever it is called. */
export const behaveCommand = (number: string, behavior: CommandOf<'customer.behave'>['whenCalled'][number]): TabCommand => ({
  type: 'customer.behave',
  number: asNumber(number),
  whenCalled: [behavior],
  talksForMs: null,
});

/** The resource of `MastershipView` that says which tab of a phone is heard. */
export const phoneResource = (number: string): string => `phone:${number}`;

function asNumber(number: string): CommandOf<'customer.dial'>['to'] {
  return number as CommandOf<'customer.dial'>['to'];
}

function asContact(id: string): CommandOf<'contact.end'>['contactId'] {
  return id as CommandOf<'contact.end'>['contactId'];
}

function asAgent(id: string): CommandOf<'agent.setStatus'>['agentId'] {
  return id as CommandOf<'agent.setStatus'>['agentId'];
}
