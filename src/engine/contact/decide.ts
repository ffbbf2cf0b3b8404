import { assert } from '../core/assert.ts';
import { setSlot } from '../agent/slot.ts';
import type { Command } from '../command.ts';
import type { ContactId } from '../core/ids.ts';
import { after } from '../core/time.ts';
import { ok, refuse, type Result } from '../core/result.ts';
import type { CenterEvent } from '../event.ts';
import { wrongAttribute } from './attributes.ts';
import { stopFlow, endContact } from './end.ts';
import type { Rejection } from '../rejection.ts';
import type { Center } from '../state.ts';
import { extrasOf } from '../tenant/extras.ts';
import { agentOf, contactOf } from '../update.ts';
import { beginTransfer } from '../transfer/begin.ts';
import { consulterOf } from '../transfer/consult.ts';
import { conference, dropConsult, leave, swap } from '../transfer/decide.ts';
import { NOT_STOPPABLE, type Contact, type ContactStage, type EndCause } from './model.ts';

type Decision = Result<readonly CenterEvent[], Rejection>;
type ContactCommand = Extract<Command, { readonly type: `contact.${string}` }>;

/** What agents and supervisors do to a contact. */
export function decideContact(center: Center, command: Exclude<ContactCommand, { type: 'contact.clear' }>): Decision {
  const contact = center.contacts.get(command.contactId);
  if (!contact) return refuse({ code: 'NO_SUCH_CONTACT' });
  switch (command.type) {
    case 'contact.hold':
      return hold(center, contact);
    case 'contact.resume':
      return resume(center, contact);
    case 'contact.mute':
      return mute(contact, command.muted);
    case 'contact.sendDigits':
      return sendDigits(contact, command.digits);
    case 'contact.end':
      return agentEnds(center, contact);
    case 'contact.stop':
      return stop(center, contact);
    case 'contact.transfer':
      return beginTransfer(center, contact, command);
    case 'contact.conference':
      return conference(center, contact);
    case 'contact.swap':
      return swap(center, contact);
    case 'contact.leave':
      return leave(center, contact);
    case 'contact.drop':
      return dropConsult(center, contact);
    case 'contact.declareMachine':
      return declareMachine(center, contact);
    case 'contact.setRouting':
      return setRouting(center, contact, command.priority, command.ageAdjustmentSeconds);
    case 'contact.setAttributes':
      return setAttributes(contact, command.attributes);
  }
}

const notNow = (contact: Contact): Decision => refuse({ code: 'NOT_NOW', state: contact.stage.name });

/** With three at work, whoever asked for the third decides who hears whom, by changing over and conference. */
const inConsultation = (center: Center, contact: Contact): boolean => contact.consult !== null || consulterOf(center, contact) !== null;

function hold(center: Center, contact: Contact): Decision {
  const { stage, agent } = contact;
  if (stage.name !== 'connected' || stage.heldSinceMs !== null || !agent || inConsultation(center, contact)) return notNow(contact);
  return ok([{ type: 'contact.held', contactId: contact.id }, setSlot(agentOf(center, agent.agentId), contact, 'CONNECTED_ONHOLD')]);
}

function resume(center: Center, contact: Contact): Decision {
  const { stage, agent } = contact;
  if (stage.name !== 'connected' || stage.heldSinceMs === null || !agent || inConsultation(center, contact)) return notNow(contact);
  return ok([
    ...stopFlow(center, contact),
    { type: 'contact.resumed', contactId: contact.id },
    setSlot(agentOf(center, agent.agentId), contact, 'CONNECTED'),
  ]);
}

function mute(contact: Contact, muted: boolean): Decision {
  if (contact.stage.name !== 'connected') return notNow(contact);
  return ok(contact.muted === muted ? [] : [{ type: 'contact.muted', contactId: contact.id, muted }]);
}

function sendDigits(contact: Contact, digits: string): Decision {
  if (contact.stage.name !== 'connected') return notNow(contact);
  if (!/^[0-9*#]{1,64}$/.test(digits)) return refuse({ code: 'NOT_A_KEY' });
  return ok([{ type: 'contact.digitsSent', contactId: contact.id, digits }]);
}

/** Ending means another thing in each stage, and each has its own cause (spec §1.6, §1.8, §1.9). Without an agent nobody can. */
function agentEnds(center: Center, contact: Contact): Decision {
  const cause = CAUSE_OF_AGENTS_END[contact.stage.name];
  return contact.agent === null || cause === undefined ? notNow(contact) : ok(endContact(center, contact, cause));
}

const CAUSE_OF_AGENTS_END: Readonly<Partial<Record<ContactStage['name'], EndCause>>> = {
  agentWhisper: 'agentLeftWhisper',
  customerWhisper: 'agentLeftWhisper',
  dialing: 'agentCanceled',
  connected: 'agentHungUp',
};

/** StopContact: whatever was not passed on, in any stage, callbacks that wait included (spec §8.1). */
function stop(center: Center, contact: Contact): Decision {
  if (contact.stage.name === 'ended') return notNow(contact);
  return NOT_STOPPABLE.has(contact.method) ? refuse({ code: 'NOT_STOPPABLE', method: contact.method }) : ok(endContact(center, contact, 'stopped'));
}

/** The agent says that a machine answered (ours): noted, and by the queue's rule hung up, with or without another try. */
function declareMachine(center: Center, contact: Contact): Decision {
  if (contact.stage.name !== 'connected' || !contact.callback || contact.outcome !== null) return notNow(contact);
  const { machine } = extrasOf(center.config.instance, contact.callback.queueId);
  const declared: CenterEvent = { type: 'contact.outcomeDeclared', contactId: contact.id, outcome: 'machine' };
  return ok([declared, ...(machine === 'asAmazon' ? [] : endContact(center, contact, 'reachedMachine'))]);
}

/** UpdateContactRoutingData: one of the two is given (spec §5.4). */
function setRouting(center: Center, contact: Contact, priority: number | null, ageAdjustmentSeconds: number | null): Decision {
  if (contact.stage.name === 'ended') return notNow(contact);
  if (priority !== null && (!Number.isInteger(priority) || priority < 1 || priority > PRIORITY_MAX)) return refuse({ code: 'INVALID_VALUE', field: 'QueuePriority' });
  if (ageAdjustmentSeconds !== null && !isAdjustment(ageAdjustmentSeconds)) return refuse({ code: 'INVALID_VALUE', field: 'QueueTimeAdjustmentSeconds' });
  return ok([changeRouting(center, contact, priority, ageAdjustmentSeconds)]);
}

/** The last of all priorities, as near as numbers here come to 9 223 372 036 854 775 807 (spec §5.2). */
export const PRIORITY_MAX = 2 ** 63;

/** Ours: a year, since a callback lives a week and nobody can be ahead of everybody for longer. */
const ADJUSTMENT_SECONDS_MAX = 31_536_000;

/** Whether the age of a contact can be changed by so much; false for what is no number of seconds. */
export const isAdjustment = (adjustmentSeconds: number): boolean => Math.abs(adjustmentSeconds) <= ADJUSTMENT_SECONDS_MAX;

/** At once before the queue; in the queue after the lag that the instance has (spec §5.4). What is null stays, or comes, as asked for before. */
export function changeRouting(center: Center, contact: Contact, newPriority: number | null, adjustmentSeconds: number | null): CenterEvent {
  const { routingChangeLagMs } = center.config.instance.policy;
  const asked = center.timers.get('lag', contact.id)?.fire;
  const before = asked?.do === 'route.change' ? asked : contact;
  const priority = newPriority ?? before.priority;
  const ageAdjustmentMs = adjustmentSeconds === null ? before.ageAdjustmentMs : Math.trunc(adjustmentSeconds * 1000);
  if (contact.stage.name !== 'queued' || routingChangeLagMs === 0) return { type: 'contact.routingChanged', contactId: contact.id, priority, ageAdjustmentMs };
  return { type: 'contact.routingAsked', contactId: contact.id, priority, ageAdjustmentMs, atMs: after(center.nowMs, routingChangeLagMs) };
}

function setAttributes(contact: Contact, attributes: Readonly<Record<string, string>>): Decision {
  const wrong = wrongAttribute(contact.attributes, attributes);
  if (wrong !== null) return refuse({ code: 'INVALID_VALUE', field: wrong });
  return ok([{ type: 'contact.attributesSet', contactId: contact.id, attributes }]);
}

/** A whisper that has not ended after two minutes ends the contact (spec §1.6). */
export function whisperOverrun(center: Center, contactId: ContactId): readonly CenterEvent[] {
  const contact = contactOf(center, contactId);
  assert(contact.stage.name === 'agentWhisper' || contact.stage.name === 'customerWhisper', 'only a whisper takes too long');
  return endContact(center, contact, 'whisperTooLong');
}
