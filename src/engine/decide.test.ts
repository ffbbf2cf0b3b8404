import { describe, expect, test } from 'vitest';
import { baseRig, ids } from '../testing/builders.ts';
import { JOHN, secondOf, talking, toBen } from '../testing/talking.ts';
import { CenterDriver } from '../testing/center-driver.ts';
import type { Actor, Command } from './command.ts';
import { asE164 } from './core/e164.ts';
import type { OfferId } from './core/ids.ts';
import { seconds } from './core/time.ts';

const john = asE164(JOHN);
const [ana, ben] = [ids.agent('ana'), ids.agent('ben')];
const queueId = ids.queue('CallbackQueue');

/** Ana talks with John; every command that there is, about them. */
const center = talking();
const contactId = center.agent('ana').contact().id;
const commands: readonly Command[] = [
  { type: 'customer.dial', number: john, to: asE164('+18005550199') }, { type: 'customer.press', number: john, keys: '1' }, { type: 'customer.hangUp', number: john },
  { type: 'customer.answer', number: john }, { type: 'customer.decline', number: john }, { type: 'customer.letVoicemail', number: john },
  { type: 'customer.requestCallback', number: john }, { type: 'customer.behave', number: john, whenCalled: [], talksForMs: null },
  { type: 'agent.setStatus', agentId: ana, statusId: ids.status('Lunch') }, { type: 'agent.dial', agentId: ana, number: '+12065550111' }, { type: 'contact.clear', agentId: ana, contactId },
  { type: 'contact.hold', contactId }, { type: 'contact.resume', contactId }, { type: 'contact.mute', contactId, muted: true }, { type: 'contact.sendDigits', contactId, digits: '1' },
  { type: 'contact.end', contactId }, { type: 'contact.transfer', contactId, to: toBen }, { type: 'contact.conference', contactId }, { type: 'contact.swap', contactId },
  { type: 'contact.leave', contactId }, { type: 'contact.drop', contactId }, { type: 'contact.declareMachine', contactId }, { type: 'contact.setAttributes', contactId, attributes: {} },
  { type: 'contact.stop', contactId }, { type: 'contact.setRouting', contactId, priority: 1, ageAdjustmentSeconds: null },
  { type: 'callback.request', number: john, queueId, initialDelayMs: seconds(0), retries: 0, retryDelayMs: seconds(1), attributes: {} },
  { type: 'callback.cancel', contactId }, { type: 'callback.move', contactId, queueId }, { type: 'callback.reassign', contactId, agentId: ana }, { type: 'callback.reschedule', contactId, atMs: 0 },
  { type: 'instance.configure', instance: baseRig() }, { type: 'flow.save', flow: baseRig().flows[0] ?? expect.fail('a flow') },
  { type: 'prompt.save', prompt: baseRig().prompts[0] ?? expect.fail('a prompt') }, { type: 'prompt.remove', promptId: ids.prompt('agent whisper') },
  { type: 'lambda.save', lambda: { arn: 'l', name: 'l', delayMs: seconds(0), answer: { kind: 'timesOut' } } }, { type: 'lambda.remove', arn: 'l' }, { type: 'number.assignFlow', number: asE164('+18005550199'), flowId: null }, { type: 'queue.assignFlow', queueId, use: 'customerQueue', flowId: null },
];

/** The commands that this actor is kept from, each asked of a center of its own. */
const forbidden = (by: Actor): readonly string[] => commands.filter((command) => talking().askAs(by, command)?.code === 'NOT_ALLOWED').map(({ type }) => type);
const starting = (...starts: readonly string[]): readonly string[] => commands.map(({ type }) => type).filter((type) => starts.some((start) => type.startsWith(start)));

describe('what somebody may do', () => {
  test('is all of it for the lab and for supervisors', () => {
    expect([forbidden({ role: 'lab' }), forbidden({ role: 'supervisor' })]).toEqual([[], []]);
  });

  test('is what one’s own telephone can do for a customer, and nothing with another’s', () => {
    expect(forbidden({ role: 'customer', number: john })).toEqual(starting('agent.', 'contact.', 'callback.', 'instance.', 'flow.', 'prompt.', 'lambda.', 'number.', 'queue.'));
    expect(forbidden({ role: 'customer', number: asE164('+12065550143') })).toEqual(commands.map(({ type }) => type));
  });

  test('is what an agent’s own contact and status allow for an agent', () => {
    expect(forbidden({ role: 'agent', agentId: ana })).toEqual([
      ...starting('customer.'), 'contact.stop', 'contact.setRouting', ...starting('callback.', 'instance.', 'flow.', 'prompt.', 'lambda.', 'number.', 'queue.'),
    ]);
  });

  test('is nothing of it for another agent', () => {
    expect(forbidden({ role: 'agent', agentId: ben })).toEqual(commands.map(({ type }) => type));
  });

  test('is nothing with a contact that is not there', () => {
    const gone = center.askAs({ role: 'agent', agentId: ana }, { type: 'contact.hold', contactId: 'none' as never });
    expect(gone).toEqual({ code: 'NOT_ALLOWED' });
    expect(center.ask({ type: 'contact.hold', contactId: 'none' as never })).toEqual({ code: 'NO_SUCH_CONTACT' });
  });
});

describe('an offer', () => {
  const ringing = (): { readonly rings: CenterDriver; readonly offerId: OfferId } => {
    const rings = new CenterDriver().agent('ana').sets('Available').customer(JOHN).dials();
    return { rings, offerId: rings.center.agents.get(ana)?.slot?.offerId ?? expect.fail('an offer') };
  };

  test.each(['offer.accept', 'offer.reject'] as const)('is for the agent whom it rings at alone (%s)', (type) => {
    const { rings, offerId } = ringing();
    expect(rings.askAs({ role: 'agent', agentId: ben }, { type, offerId })).toEqual({ code: 'NOT_ALLOWED' });
    expect(rings.askAs({ role: 'customer', number: john }, { type, offerId })).toEqual({ code: 'NOT_ALLOWED' });
    expect(rings.askAs({ role: 'agent', agentId: ana }, { type, offerId })).toBeNull();
  });

  test.each(['offer.accept', 'offer.reject'] as const)('that is gone is told as such, whoever asks (%s)', (type) => {
    const { rings, offerId } = ringing();
    rings.wait(20);
    for (const agentId of [ana, ben]) expect(rings.askAs({ role: 'agent', agentId }, { type, offerId })).toEqual({ code: 'OFFER_GONE', how: 'unknown' });
  });
});

test('the contact of a consultation is of the agent who was asked', () => {
  const consult = talking();
  consult.agent('ana').transfersTo(toBen).agent('ben').accepts();
  const hold: Command = { type: 'contact.mute', contactId: secondOf(consult).id, muted: true };
  expect([consult.askAs({ role: 'agent', agentId: ana }, hold), consult.askAs({ role: 'agent', agentId: ben }, hold)]).toEqual([{ code: 'NOT_ALLOWED' }, null]);
});
