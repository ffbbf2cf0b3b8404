import { endContact, stopFlow } from '../contact/end.ts';
import type { Contact } from '../contact/model.ts';
import { must } from '../core/assert.ts';
import type { ContactId } from '../core/ids.ts';
import { ok, refuse, type Result } from '../core/result.ts';
import type { CenterEvent } from '../event.ts';
import { ownerOf } from '../queue/agent-queue.ts';
import type { Rejection } from '../rejection.ts';
import { routeContact } from '../routing/match.ts';
import type { Center } from '../state.ts';
import { contactOf } from '../update.ts';
import { consultedOf, consulterOf, isConsulting, putOnHold, takeOffHold } from './consult.ts';

type Decision = Result<readonly CenterEvent[], Rejection>;

const notNow = (state: string): Decision => refuse({ code: 'NOT_NOW', state });

/** Everybody talks with everybody (spec §1.9). */
export function conference(center: Center, contact: Contact): Decision {
  if (!isConsulting(contact)) return notNow(contact.stage.name);
  const other = consultedOf(center, contact);
  if (other.stage.name !== 'connected') return notNow(other.stage.name);
  if (contact.consult.talk === 'all') return ok([]);
  return ok([...takeOffHold(center, contact), ...takeOffHold(center, other), { type: 'contact.talkChanged', contactId: contact.id, talk: 'all' }]);
}

/** Holds the one the agent talks to and talks to the other; in a conference there is nobody to change places with. */
export function swap(center: Center, contact: Contact): Decision {
  if (!isConsulting(contact)) return notNow(contact.stage.name);
  const other = consultedOf(center, contact);
  if (other.stage.name !== 'connected') return notNow(other.stage.name);
  switch (contact.consult.talk) {
    case 'all':
      return notNow('conference');
    case 'third':
      return ok([...putOnHold(center, other), ...takeOffHold(center, contact), { type: 'contact.talkChanged', contactId: contact.id, talk: 'customer' }]);
    case 'customer':
      return ok([...putOnHold(center, contact), ...takeOffHold(center, other), { type: 'contact.talkChanged', contactId: contact.id, talk: 'third' }]);
  }
}

/**
 * The agent goes and the customer stays, with whoever was asked: talking when they are connected (attended), else waiting
 * for them in queue or hearing their phone ring (blind). The first contact ends here; its customer's line moves on.
 */
export function leave(center: Center, contact: Contact): Decision {
  if (!isConsulting(contact)) return notNow(contact.stage.name);
  const other = consultedOf(center, contact);
  // Who waits in queue hears its flow from the start: so far it was the agent who did.
  const anew = other.stage.name === 'queued' ? stopFlow(center, other) : [];
  return ok([
    ...anew,
    { type: 'line.moved', lineId: must(contact.lineId, 'the line of a consulting contact'), from: contact.id, contactId: other.id },
    ...takeOffHold(center, other),
    ...endContact(center, contact, 'transferred'),
  ]);
}

/** The agent gives the other one up: hung up on, or no longer sought. The customer is still on hold. */
export function dropConsult(center: Center, contact: Contact): Decision {
  if (!isConsulting(contact)) return notNow(contact.stage.name);
  const other = consultedOf(center, contact);
  return ok(endContact(center, other, other.stage.name === 'connected' ? 'consultDropped' : 'consultCanceled'));
}

/** An offer came to nothing: routed on, unless an agent waits for exactly the one who did not take it. */
export function afterUntaken(center: Center, contactId: ContactId, how: 'rejected' | 'expired'): readonly CenterEvent[] {
  const contact = contactOf(center, contactId);
  // Only what an agent asked for waits in that agent’s queue for nobody else; a callback may have left its queue by now.
  if (consulterOf(center, contact) === null || ownerOf(must(contact.queue, 'the queue of an offer').queueId) === null) return routeContact(center, contactId);
  return endContact(center, contact, how === 'rejected' ? 'colleagueRejected' : 'colleagueMissed');
}
