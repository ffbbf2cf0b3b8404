import { createCallback } from '../callback/create.ts';
import type { Command } from '../command.ts';
import { endContact, stopFlow } from '../contact/end.ts';
import type { Contact } from '../contact/model.ts';
import { assert, must } from '../core/assert.ts';
import { looksLikeE164 } from '../core/e164.ts';
import type { LineId } from '../core/ids.ts';
import { ok, refuse, type Result } from '../core/result.ts';
import { isSpan, type DurationMs } from '../core/time.ts';
import type { CenterEvent } from '../event.ts';
import { joinContact } from '../flow/after.ts';
import { startFlow } from '../flow/start.ts';
import { newId } from '../new-id.ts';
import type { Rejection } from '../rejection.ts';
import type { Center } from '../state.ts';
import { contactOf, lineOf } from '../update.ts';
import { CHAIN_MAX, chainLength } from '../transfer/consult.ts';
import { MANUAL } from './evolve.ts';
import type { DialBehavior, DialFailure, Line } from './model.ts';

type Decision = Result<readonly CenterEvent[], Rejection>;
type CustomerCommand = Extract<Command, { readonly type: `customer.${string}` }>;

/** What a customer does with the telephone. */
export function decideCustomer(center: Center, command: CustomerCommand): Decision {
  const { number } = command;
  if (!looksLikeE164(number)) return refuse({ code: 'INVALID_NUMBER' });
  switch (command.type) {
    case 'customer.dial':
      return dial(center, command);
    case 'customer.press':
      return press(center, command);
    case 'customer.hangUp':
      return hangUp(center, number);
    case 'customer.answer':
      return whileRinging(center, number, (line) => answer(center, line, 'person', null));
    case 'customer.letVoicemail':
      return whileRinging(center, number, (line) => answer(center, line, 'machine', null));
    case 'customer.decline':
      return whileRinging(center, number, (line) => fail(center, line, 'busy'));
    case 'customer.requestCallback':
      return requestCallback(center, number);
    case 'customer.behave': {
      const bad = [command.talksForMs, ...command.whenCalled.flatMap(Object.values)].some((given) => typeof given === 'number' && !isSpan(given));
      if (bad) return refuse({ code: 'INVALID_VALUE', field: 'whenCalled' });
      return ok([
        {
          type: 'customer.behaviorSet',
          number,
          whenCalled: command.whenCalled.length > 0 ? command.whenCalled : [MANUAL],
          talksForMs: command.talksForMs,
        },
      ]);
    }
  }
}

function dial(center: Center, { number, to }: Extract<CustomerCommand, { type: 'customer.dial' }>): Decision {
  if (lineInUse(center, number)) return refuse({ code: 'LINE_BUSY' });
  const claimed = center.config.numbers.get(to);
  if (!claimed) return refuse({ code: 'NO_SUCH_NUMBER' });
  const contactId = newId(center, 'contact');
  const profile = center.config.customers.get(number);
  const attributes = { ...(profile ? { name: profile.name } : {}), ...(profile?.reason ? { reason: profile.reason } : {}) };
  return ok([
    {
      type: 'contact.created',
      contactId,
      method: 'INBOUND',
      previousContactId: null,
      initialContactId: null,
      customerNumber: number,
      systemNumber: to,
      attributes,
      hooks: {},
      priority: 5,
      ageAdjustmentMs: 0,
      orderingAtMs: null,
      callback: null,
    },
    { type: 'line.opened', lineId: newId(center, 'line'), contactId, number, direction: 'in', ourNumber: to, behavior: null, party: 'customer' },
  ]);
}

function press(center: Center, { number, keys }: Extract<CustomerCommand, { type: 'customer.press' }>): Decision {
  const line = lineInUse(center, number);
  if (line?.state !== 'up') return refuse({ code: 'NOT_IN_A_CONVERSATION' });
  if (!/^[0-9*#]{1,64}$/.test(keys)) return refuse({ code: 'NOT_A_KEY' });
  return ok([{ type: 'line.keyed', lineId: line.id, contactId: line.contactId, keys }]);
}

function hangUp(center: Center, number: Line['number']): Decision {
  const line = lineInUse(center, number);
  if (!line) return refuse({ code: 'NOT_IN_A_CONVERSATION' });
  return ok(customerHangsUp(center, line));
}

function customerHangsUp(center: Center, line: Line): readonly CenterEvent[] {
  const contact = contactOf(center, line.contactId);
  if (line.state === 'ringing') return fail(center, line, 'busy');
  if (line.party === 'third') return endContact(center, contact, 'thirdPartyHungUp');
  const inWhisper = contact.stage.name === 'customerWhisper';
  return endContact(center, contact, inWhisper ? 'customerLeftWhisper' : 'customerHungUp');
}

/** The call a customer's phone is in: at most one, ringing or up. */
export function lineInUse(center: Center, number: Line['number']): Line | null {
  const lineId = center.customers.get(number)?.lineId ?? null;
  return lineId === null ? null : lineOf(center, lineId);
}

function whileRinging(center: Center, number: Line['number'], then: (line: Line) => readonly CenterEvent[]): Decision {
  const line = lineInUse(center, number);
  return line?.state === 'ringing' ? ok(then(line)) : refuse({ code: 'NOT_RINGING' });
}

function requestCallback(center: Center, number: Line['number']): Decision {
  const line = lineInUse(center, number);
  if (line?.state !== 'up') return refuse({ code: 'NOT_IN_A_CONVERSATION' });
  const contact = contactOf(center, line.contactId);
  if (contact.stage.name !== 'queued' && contact.stage.name !== 'inFlow') return refuse({ code: 'NOT_NOW', state: contact.stage.name });
  const settings = center.config.instance.callback;
  const queueId = settings?.queueId ?? contact.queue?.queueId ?? contact.targetQueueId;
  if (!settings || queueId === null || queueId === undefined) return refuse({ code: 'NO_CALLBACK_CONFIGURED' });
  if (chainLength(center, contact) >= CHAIN_MAX) return refuse({ code: 'CHAIN_FULL' });
  const hooks = settings.agentWhisperFlowId === null ? contact.hooks : { ...contact.hooks, AgentWhisper: settings.agentWhisperFlowId };
  const created = createCallback(
    center,
    { ...contact, hooks },
    {
      queueId,
      initialDelayMs: settings.initialDelayMs,
      attempts: settings.retries,
      retryDelayMs: settings.retryDelayMs,
      callerId: settings.callerId,
      creationFlowId: null,
    },
  );
  // Create first, then hang up, as the seed does (spec §2.6).
  return created.ok ? ok([...created.value, ...endContact(center, contact, 'flowDisconnected')]) : created;
}

/** The ringing phone does what its owner set it to do. */
export function lineRings(center: Center, lineId: LineId): readonly CenterEvent[] {
  const line = lineOf(center, lineId);
  const customer = must(center.customers.get(line.number), 'the customer of a line');
  assert(line.state === 'ringing', 'only a phone that rings does something by itself');
  if (customer.lineId !== line.id) return fail(center, line, 'busy');
  // Told anew how to behave while it rings, a phone has counted no dial: it begins with the first entry.
  const entry = Math.max(0, Math.min(customer.dials, customer.whenCalled.length) - 1);
  return behave(center, line, must(customer.whenCalled[entry], 'how a phone behaves'));
}

function behave(center: Center, line: Line, behavior: DialBehavior): readonly CenterEvent[] {
  switch (behavior.does) {
    case 'answers':
      return answer(center, line, 'person', behavior.hangsUpAfterMs);
    case 'voicemail':
      return answer(center, line, 'machine', null);
    case 'manual':
    case 'noAnswer':
      // Told so while it rings: it goes on until it rings out.
      return [];
    case 'busy':
    case 'invalidNumber':
    case 'networkNoAnswer':
    case 'blocked':
    case 'networkFault':
      return fail(center, line, behavior.does);
  }
}

/** Nobody picked up within the ringing limit (spec §1.7). */
export const lineRingsOut = (center: Center, lineId: LineId): readonly CenterEvent[] => {
  const line = lineOf(center, lineId);
  assert(line.state === 'ringing', 'only a phone that rings rings out');
  return fail(center, line, 'noAnswer');
};

/** The customer hangs up by plan. */
export const lineHangsUp = (center: Center, lineId: LineId): readonly CenterEvent[] => {
  const line = lineOf(center, lineId);
  assert(line.state === 'up', 'who hangs up by plan is on the line');
  return customerHangsUp(center, line);
};

/** Somebody, or a machine, picked up: a machine counts as a person (spec §1.8). */
function answer(center: Center, line: Line, by: 'person' | 'machine', hangsUpAfterMs: DurationMs | null): readonly CenterEvent[] {
  const contact = contactOf(center, line.contactId);
  if (line.party === 'third') return [{ type: 'line.answered', lineId: line.id, by, hangsUpAfterMs }, { type: 'contact.thirdPartyJoined', contactId: contact.id }];
  return [
    { type: 'line.answered', lineId: line.id, by, hangsUpAfterMs },
    { type: 'contact.systemConnected', contactId: contact.id },
    ...whisperToCustomer(center, contact),
  ];
}

/**
 * The outbound whisper goes on where it waited for the answer; where the agent's whisper still plays, it begins now, also
 * when the instance has come to dial later since.
 */
function whisperToCustomer(center: Center, contact: Contact): readonly CenterEvent[] {
  const run = center.flowRuns.get(contact.id);
  if (run?.flowType === 'OUTBOUND_WHISPER') return [{ type: 'flow.resumed', contactId: contact.id }];
  if (run !== undefined || (contact.callback && center.config.instance.policy.dialMoment === 'atAccept')) return [...stopFlow(center, contact), ...startFlow(center, contact, 'OUTBOUND_WHISPER')];
  return joinContact(center, contact);
}

function fail(center: Center, line: Line, failure: DialFailure): readonly CenterEvent[] {
  const contact = contactOf(center, line.contactId);
  return [{ type: 'line.failed', lineId: line.id, failure }, ...endContact(center, contact, failure).filter((event) => event.type !== 'line.closed' || event.lineId !== line.id)];
}
