import { callerIdOf, queueConfigOf, type AgentId, type Center, type Contact, type E164 } from '../../engine/index.ts';
import type { ContactKind } from '../../protocol/views.ts';
import type { SideIndex } from '../side-index.ts';

/** What views are made from. */
export interface Source {
  readonly center: Center;
  readonly index: SideIndex;
}

/** Whom this leg is with: the number to call back, else the caller's. */
export const numberOf = (contact: Contact): E164 => contact.callback?.number ?? contact.customerNumber;

/** The customer's name: as the center knows the number, else as a flow has set it. */
export function customerNameOf({ config }: Center, contact: Contact): string | null {
  const { attributes } = contact;
  return config.customers.get(numberOf(contact))?.name ?? attributes['name'] ?? attributes['customerName'] ?? null;
}

/** Why the customer calls: as a flow has set it, else as the center knows. */
export function reasonOf({ config }: Center, contact: Contact): string | null {
  return contact.attributes['reason'] ?? config.customers.get(numberOf(contact))?.reason ?? null;
}

/** The number the customer sees, or as far as is known will see, when called (spec §1.7); null for those who called us. */
function numberShown(center: Center, contact: Contact): string | null {
  if (!contact.callback && contact.method !== 'OUTBOUND') return null;
  return contact.dialedAtMs === null ? callerIdOf(center, contact) : contact.systemNumber;
}

/** The queue a contact is in, was in, or is meant for. */
export function queueNameOf({ config }: Center, contact: Contact): string {
  const queueId = contact.queue?.queueId ?? contact.callback?.queueId ?? contact.targetQueueId;
  return (queueId && queueConfigOf(config, queueId)?.name) ?? '';
}

/** An agent's name as people say it. */
export const fullName = ({ firstName, lastName, username }: { readonly firstName: string; readonly lastName: string; readonly username: string }): string =>
  `${firstName} ${lastName}`.trim() || username;

/** The same by id; null for an agent who is not configured any more. */
export function nameOfAgent({ config }: Center, agentId: AgentId | null | undefined): string | null {
  const agent = agentId === null || agentId === undefined ? undefined : config.agents.get(agentId);
  return agent ? fullName(agent) : null;
}

function kindOf({ callback, method }: Contact): ContactKind {
  if (callback) return 'callback';
  if (method === 'OUTBOUND') return 'outbound';
  return method === 'TRANSFER' ? 'transfer' : 'inbound';
}

/** The agent who asked for somebody else, and so made this contact. */
function fromAgentOf(center: Center, { method, previousContactId }: Contact): string | null {
  if (method !== 'TRANSFER' || previousContactId === null) return null;
  return nameOfAgent(center, center.contacts.get(previousContactId)?.agent?.agentId);
}

/** What both an offer and a contact say of their leg. */
export function legOf(center: Center, contact: Contact) {
  return {
    kind: kindOf(contact),
    fromAgent: fromAgentOf(center, contact),
    customerName: customerNameOf(center, contact),
    reason: reasonOf(center, contact),
    queueName: queueNameOf(center, contact),
    askedAtMs: contact.callback?.requestedAtMs ?? contact.initiatedAtMs,
    attempt: contact.callback?.attempt ?? null,
    attemptsMax: contact.callback?.attemptsMax ?? null,
    callerId: numberShown(center, contact),
  };
}
