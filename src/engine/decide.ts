import { clearContact, setStatus } from './agent/decide.ts';
import { dialOut } from './agent/dial.ts';
import { decideCallback } from './callback/decide.ts';
import type { Actor, Command } from './command.ts';
import { decideContact } from './contact/decide.ts';
import { ok, refuse, type Result } from './core/result.ts';
import type { CenterEvent } from './event.ts';
import { decideCustomer } from './line/decide.ts';
import { acceptOffer, rejectOffer } from './offer/decide.ts';
import type { Rejection } from './rejection.ts';
import type { Center } from './state.ts';
import { decideTenant } from './tenant/decide.ts';

/** What a command would bring about now, or why not. Changes nothing: asking is how a screen learns what is possible. */
export function decide(center: Center, by: Actor, command: Command): Result<readonly CenterEvent[], Rejection> {
  const allowed = mayDo(center, by, command);
  if (!allowed.ok) return allowed;
  switch (command.type) {
    case 'customer.dial':
    case 'customer.press':
    case 'customer.hangUp':
    case 'customer.answer':
    case 'customer.decline':
    case 'customer.letVoicemail':
    case 'customer.requestCallback':
    case 'customer.behave':
      return decideCustomer(center, command);
    case 'agent.setStatus':
      return setStatus(center, by, command.agentId, command.statusId);
    case 'agent.dial':
      return dialOut(center, command.agentId, command.number);
    case 'offer.accept':
      return acceptOffer(center, command.offerId);
    case 'offer.reject':
      return rejectOffer(center, command.offerId);
    case 'contact.clear':
      return clearContact(center, command.agentId, command.contactId);
    case 'contact.hold':
    case 'contact.resume':
    case 'contact.mute':
    case 'contact.sendDigits':
    case 'contact.end':
    case 'contact.stop':
    case 'contact.transfer':
    case 'contact.conference':
    case 'contact.swap':
    case 'contact.leave':
    case 'contact.drop':
    case 'contact.declareMachine':
    case 'contact.setRouting':
    case 'contact.setAttributes':
      return decideContact(center, command);
    case 'callback.request':
    case 'callback.cancel':
    case 'callback.move':
    case 'callback.reassign':
    case 'callback.reschedule':
      return decideCallback(center, command);
    case 'instance.configure':
    case 'flow.save':
    case 'prompt.save':
    case 'prompt.remove':
    case 'lambda.save':
    case 'lambda.remove':
    case 'number.assignFlow':
    case 'queue.assignFlow':
      return decideTenant(center, command);
  }
}

/** An agent acts on what is theirs, a customer on their own phone; supervisors and the lab on anything. */
function mayDo(center: Center, by: Actor, command: Command): Result<null, Rejection> {
  if (by.role === 'lab' || by.role === 'supervisor') return ok(null);
  if (by.role === 'customer') {
    return 'number' in command && command.type.startsWith('customer.') && command.number === by.number ? ok(null) : refuse({ code: 'NOT_ALLOWED' });
  }
  return isOwn(center, by.agentId, command) ? ok(null) : refuse({ code: 'NOT_ALLOWED' });
}

function isOwn(center: Center, agentId: string, command: Command): boolean {
  switch (command.type) {
    case 'agent.setStatus':
    case 'agent.dial':
    case 'contact.clear':
      return command.agentId === agentId;
    case 'offer.accept':
    case 'offer.reject': {
      // An offer that is gone is told as such, whoever asks.
      const offer = center.offers.get(command.offerId);
      return offer === undefined || offer.agentId === agentId;
    }
    case 'contact.hold':
    case 'contact.resume':
    case 'contact.mute':
    case 'contact.sendDigits':
    case 'contact.end':
    case 'contact.transfer':
    case 'contact.conference':
    case 'contact.swap':
    case 'contact.leave':
    case 'contact.drop':
    case 'contact.declareMachine':
    case 'contact.setAttributes':
      return center.contacts.get(command.contactId)?.agent?.agentId === agentId;
    case 'customer.dial':
    case 'customer.press':
    case 'customer.hangUp':
    case 'customer.answer':
    case 'customer.decline':
    case 'customer.letVoicemail':
    case 'customer.requestCallback':
    case 'customer.behave':
    case 'contact.stop':
    case 'contact.setRouting':
    case 'callback.request':
    case 'callback.cancel':
    case 'callback.move':
    case 'callback.reassign':
    case 'callback.reschedule':
    case 'instance.configure':
    case 'flow.save':
    case 'prompt.save':
    case 'prompt.remove':
    case 'lambda.save':
    case 'lambda.remove':
    case 'number.assignFlow':
    case 'queue.assignFlow':
      return false;
  }
}
