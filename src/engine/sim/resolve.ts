import type { Actor, Command, TransferTarget } from '../command.ts';
import type { Contact } from '../contact/model.ts';
import type { AgentId, OfferId } from '../core/ids.ts';
import { seconds } from '../core/time.ts';
import type { Center } from '../state.ts';
import type { AgentSlot } from '../agent/model.ts';
import type { Deed, Giver } from './deed.ts';
import { agentIdAt, customerAt, flowVariant, instanceOf, numberAt, queueFlows, statusIds } from './instance.ts';
import { queueId } from './flow-builder.ts';
import type { SwarmOptions } from './options.ts';

/** What a deed is resolved against. */
export interface Scene {
  readonly center: Center;
  readonly seed: number;
  readonly options: SwarmOptions;
  /** The last offer each agent had. */
  readonly lastOffers: ReadonlyMap<AgentId, OfferId>;
}

/** The command that a deed stands for now; null when it has no object, an agent without a contact for one. */
export function commandOf({ center, seed, options, lastOffers }: Scene, deed: Deed): Command | null {
  switch (deed.do) {
    case 'nothing':
    case 'restart':
      return null;
    case 'dial':
      return { type: 'customer.dial', number: customerAt(deed.customer), to: numberAt(deed.to) };
    case 'press':
      return { type: 'customer.press', number: customerAt(deed.customer), keys: deed.keys };
    case 'hangUp':
    case 'answer':
    case 'decline':
    case 'letVoicemail':
    case 'requestCallback':
      return { type: `customer.${deed.do}`, number: customerAt(deed.customer) };
    case 'behave':
      return { type: 'customer.behave', number: customerAt(deed.customer), whenCalled: deed.whenCalled, talksForMs: deed.talksForMs };
    case 'setStatus': {
      const statusId = statusIds[deed.status];
      return statusId === undefined ? null : { type: 'agent.setStatus', agentId: agentIdAt(deed.agent), statusId };
    }
    case 'accept':
    case 'acceptTwice':
    case 'reject': {
      const offerId = slotAt(center, deed.agent)?.offerId ?? null;
      return offerId === null ? null : { type: deed.do === 'reject' ? 'offer.reject' : 'offer.accept', offerId };
    }
    case 'acceptStale': {
      const offerId = lastOffers.get(agentIdAt(deed.agent));
      return offerId === undefined ? null : { type: 'offer.accept', offerId };
    }
    case 'clear': {
      const slot = slotAt(center, deed.agent);
      return slot ? { type: 'contact.clear', agentId: agentIdAt(deed.agent), contactId: slot.contactId } : null;
    }
    case 'end':
    case 'hold':
    case 'resume': {
      const slot = slotAt(center, deed.agent);
      return slot ? { type: `contact.${deed.do}`, contactId: slot.contactId } : null;
    }
    case 'mute': {
      const slot = slotAt(center, deed.agent);
      return slot ? { type: 'contact.mute', contactId: slot.contactId, muted: true } : null;
    }
    case 'sendDigits': {
      const slot = slotAt(center, deed.agent);
      return slot ? { type: 'contact.sendDigits', contactId: slot.contactId, digits: '12#' } : null;
    }
    case 'stop': {
      const contact = contactAt(center, deed.contact);
      return contact ? { type: 'contact.stop', contactId: contact.id } : null;
    }
    case 'setRouting': {
      const contact = contactAt(center, deed.contact);
      return contact ? { type: 'contact.setRouting', contactId: contact.id, priority: deed.priority, ageAdjustmentSeconds: deed.ageAdjustmentSeconds } : null;
    }
    case 'setAttributes': {
      const contact = contactAt(center, deed.contact);
      return contact ? { type: 'contact.setAttributes', contactId: contact.id, attributes: { note: 'x' } } : null;
    }
    case 'transfer': {
      const slot = slotAt(center, deed.agent);
      return slot ? { type: 'contact.transfer', contactId: slot.contactId, to: targetOf(deed) } : null;
    }
    case 'conference':
    case 'swap':
    case 'leave':
    case 'drop': {
      const slot = slotAt(center, deed.agent);
      return slot ? { type: `contact.${deed.do}`, contactId: slot.contactId } : null;
    }
    case 'dialOut':
      return { type: 'agent.dial', agentId: agentIdAt(deed.agent), number: customerAt(deed.customer) };
    case 'declareMachine': {
      const slot = slotAt(center, deed.agent);
      return slot ? { type: 'contact.declareMachine', contactId: slot.contactId } : null;
    }
    case 'requestByProgram':
      return {
        type: 'callback.request', number: customerAt(deed.customer), queueId: queueId(deed.queue), initialDelayMs: seconds(deed.delaySeconds),
        retries: deed.retries, retryDelayMs: seconds(60), attributes: {},
      };
    case 'cancel': {
      const contact = waitingCallbackAt(center, deed.contact);
      return contact ? { type: 'callback.cancel', contactId: contact.id } : null;
    }
    case 'move': {
      const contact = waitingCallbackAt(center, deed.contact);
      return contact ? { type: 'callback.move', contactId: contact.id, queueId: queueId(deed.queue) } : null;
    }
    case 'reassign': {
      const contact = waitingCallbackAt(center, deed.contact);
      return contact ? { type: 'callback.reassign', contactId: contact.id, agentId: agentIdAt(deed.agent) } : null;
    }
    case 'reschedule': {
      const contact = waitingCallbackAt(center, deed.contact);
      return contact ? { type: 'callback.reschedule', contactId: contact.id, atMs: center.nowMs + deed.inSeconds * 1000 } : null;
    }
    case 'configure':
      return { type: 'instance.configure', instance: instanceOf(seed, options, deed.variant) };
    case 'saveFlow': {
      const flow = flowVariant(seed, options, deed.flow, deed.variant);
      return flow ? { type: 'flow.save', flow } : null;
    }
    case 'assignFlow': {
      const flowId = deed.flow === null ? null : (queueFlows[deed.flow] ?? null);
      return { type: 'queue.assignFlow', queueId: queueId(deed.queue), use: 'customerQueue', flowId };
    }
  }
}

function targetOf({ kind, to }: Extract<Deed, { readonly do: 'transfer' }>): TransferTarget {
  switch (kind) {
    case 'agent':
      return { kind, agentId: agentIdAt(to) };
    case 'queue':
      return { kind, queueId: queueId(to) };
    case 'number':
      return { kind, number: customerAt(to) };
  }
}

/** Who gives the command; null when it is nobody's own, or when the stranger is no stranger to it. */
export function actorOf(center: Center, by: Giver, deed: Deed, command: Command, { agents, customers }: SwarmOptions): Actor | null {
  if (by === 'lab' || by === 'supervisor') return { role: by };
  const aside = by === 'stranger' ? 1 : 0;
  if ('customer' in deed && command.type.startsWith('customer.')) return customers > aside ? { role: 'customer', number: customerAt((deed.customer + aside) % customers) } : null;
  if (!('agent' in deed) || deed.do === 'reassign' || agents <= aside) return null;
  const actor: Actor = { role: 'agent', agentId: agentIdAt((deed.agent + aside) % agents) };
  return aside === 1 && isOwnContact(center, actor, command) ? null : actor;
}

/** A contact that was missed by one may have become another's. */
export function isOwnContact(center: Center, by: Actor, command: Command): boolean {
  return by.role === 'agent' && 'contactId' in command && center.contacts.get(command.contactId)?.agent?.agentId === by.agentId;
}

const slotAt = (center: Center, agent: number): AgentSlot | null => center.agents.get(agentIdAt(agent))?.slot ?? null;

/** The nth callback that waits, in its delay or in a queue. */
function waitingCallbackAt(center: Center, index: number): Contact | undefined {
  const waiting: Contact[] = [];
  for (const id of center.openContacts) {
    const contact = center.contacts.get(id);
    if (contact?.callback && (contact.stage.name === 'scheduled' || contact.stage.name === 'queued')) waiting.push(contact);
  }
  return waiting[index % Math.max(1, waiting.length)];
}

/** The nth open contact, counted around. */
function contactAt(center: Center, index: number): Contact | undefined {
  let left = center.openContacts.size === 0 ? 0 : index % center.openContacts.size;
  for (const id of center.openContacts) {
    if (left === 0) return center.contacts.get(id);
    left -= 1;
  }
  return undefined;
}
