import { must } from '../core/assert.ts';
import type { Command } from '../command.ts';
import { wrongAttribute } from '../contact/attributes.ts';
import { endContact, stopFlow } from '../contact/end.ts';
import type { Contact } from '../contact/model.ts';
import { looksLikeE164 } from '../core/e164.ts';
import { ok, refuse, type Result } from '../core/result.ts';
import { days, epochMs, isSpan } from '../core/time.ts';
import type { CenterEvent } from '../event.ts';
import { agentQueueOf, queueConfigOf } from '../queue/agent-queue.ts';
import { hasRoom, noRoom } from '../queue/capacity.ts';
import type { Rejection } from '../rejection.ts';
import type { Center } from '../state.ts';
import { asDuplicate, openPromise, promisedTerms } from './create.ts';
import { putOff } from './window.ts';

type Decision = Result<readonly CenterEvent[], Rejection>;
type CallbackCommand = Extract<Command, { readonly type: `callback.${string}` }>;

/** What people and programs of ours do to callbacks that wait; none of it is Amazon's. */
export function decideCallback(center: Center, command: CallbackCommand): Decision {
  if (command.type === 'callback.request') return request(center, command);
  const contact = center.contacts.get(command.contactId);
  if (!contact?.callback) return refuse({ code: 'NO_SUCH_CONTACT' });
  const ringing = contact.stage.name === 'queued' && contact.stage.offerId !== null;
  if (contact.stage.name !== 'scheduled' && contact.stage.name !== 'queued') return refuse({ code: 'NOT_NOW', state: contact.stage.name });
  switch (command.type) {
    case 'callback.cancel':
      return ok(endContact(center, contact, 'canceled'));
    case 'callback.move':
      return ringing ? refuse({ code: 'NOT_NOW', state: 'offered' }) : move(center, contact, command.queueId);
    case 'callback.reassign':
      if (!center.config.agents.has(command.agentId)) return refuse({ code: 'NO_SUCH_AGENT' });
      return ringing ? refuse({ code: 'NOT_NOW', state: 'offered' }) : move(center, contact, agentQueueOf(command.agentId));
    case 'callback.reschedule':
      return ringing ? refuse({ code: 'NOT_NOW', state: 'offered' }) : reschedule(center, contact, command.atMs);
  }
}

const NO_HOOKS: Contact['hooks'] = {};

/** A callback asked for without a call: its own root, initiated by a program (spec §2.3). */
function request(center: Center, command: Extract<CallbackCommand, { type: 'callback.request' }>): Decision {
  const { number, queueId, initialDelayMs, retries, retryDelayMs, attributes } = command;
  if (!looksLikeE164(number)) return refuse({ code: 'INVALID_NUMBER' });
  if (!center.phoneNumbers.isDialable(number, center.config.instance.dialableCountries)) return refuse({ code: 'NOT_DIALABLE' });
  if (!Number.isInteger(retries) || retries < 0) return refuse({ code: 'INVALID_VALUE', field: 'retries' });
  if (!isDelay(initialDelayMs)) return refuse({ code: 'INVALID_VALUE', field: 'initialDelay' });
  if (!isDelay(retryDelayMs)) return refuse({ code: 'INVALID_VALUE', field: 'retryDelay' });
  const wrong = wrongAttribute({}, attributes);
  if (wrong !== null) return refuse({ code: 'INVALID_VALUE', field: wrong });
  const taken = asDuplicate(center, queueId, number, null);
  if (taken !== null) return taken;
  const terms = promisedTerms(center, number, { queueId, initialDelayMs, attempts: retries, retryDelayMs, callerId: null, creationFlowId: null });
  if (!terms.ok) return terms;
  return ok(openPromise(center, terms.value, { from: null, root: null, attributes, hooks: NO_HOOKS, priority: 5, ageAdjustmentMs: 0 }));
}

/** Three days at the most (spec §6.4). */
const isDelay = (ms: number): boolean => isSpan(ms) && ms <= days(3);

function move(center: Center, contact: Contact, queueId: Contact['targetQueueId'] & string): Decision {
  const queue = queueConfigOf(center.config, queueId);
  if (!queue) return refuse({ code: 'NO_SUCH_QUEUE' });
  if (contact.callback?.queueId === queueId) return ok([]);
  if (!hasRoom(center, queue, 'buffered')) return refuse(noRoom(queue));
  const moved: CenterEvent = { type: 'contact.callbackMoved', contactId: contact.id, queueId };
  if (contact.stage.name === 'scheduled') return ok([moved]);
  return ok([
    ...stopFlow(center, contact),
    { type: 'contact.dequeued', contactId: contact.id, why: 'moved' },
    moved,
    { type: 'contact.enqueued', contactId: contact.id, queueId, orderingAtMs: must(contact.orderingAtMs, 'from when a place in line counts') },
  ]);
}

function reschedule(center: Center, contact: Contact, atMs: number): Decision {
  const lifeEndsAtMs = contact.initiatedAtMs + center.config.instance.policy.callbackLifeMs;
  if (!Number.isFinite(atMs) || atMs <= center.nowMs || atMs >= lifeEndsAtMs) return refuse({ code: 'INVALID_VALUE', field: 'at' });
  const queued: readonly CenterEvent[] = contact.stage.name === 'queued' ? [...stopFlow(center, contact), { type: 'contact.dequeued', contactId: contact.id, why: 'postponed' }] : [];
  return ok([...queued, putOff(contact.id, epochMs(atMs), 'rescheduled')]);
}
