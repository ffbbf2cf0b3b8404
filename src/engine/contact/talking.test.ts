import { describe, expect, test } from 'vitest';
import { baseRig, ids } from '../../testing/builders.ts';
import { CenterDriver } from '../../testing/center-driver.ts';
import type { Command } from '../command.ts';
import type { CommandId, ContactId } from '../core/ids.ts';
import { seconds } from '../core/time.ts';

const JOHN = '+12065550142';

/** John's callback rings at ana. */
function ringing(): CenterDriver {
  const center = new CenterDriver(baseRig());
  center.customer(JOHN).behaves({ does: 'answers', afterMs: seconds(8), hangsUpAfterMs: null });
  center.to('11:35:00').customer(JOHN).dials();
  center.to('11:37:00').customer(JOHN).requestsCallback();
  return center.to('11:39:00').agent('ana').sets('Available');
}

/** Accepted at 11:39:00, joined at 11:39:33. */
const talking = (): CenterDriver => ringing().agent('ana').accepts().to('11:40:00');
const idOf = (center: CenterDriver): ContactId => center.agent('ana').contact().id;

describe('hold', () => {
  test('is counted, and is no part of the interaction', () => {
    const center = talking();
    center.agent('ana').holds();
    expect([center.agent('ana').state(), center.agent('ana').activity()]).toEqual(['CONNECTED_ONHOLD', 'On contact']);
    center.wait(30).agent('ana').resumes();
    center.wait(10).agent('ana').holds();
    center.wait(45).agent('ana').resumes();
    center.to('11:45:00').customer(JOHN).hangsUp();
    expect(center.records()[1]?.Agent).toMatchObject({ NumberOfHolds: 2, CustomerHoldDuration: 75, LongestHoldDuration: 45, AgentInteractionDuration: 327 - 75 });
  });

  test('that lasts to the end of the contact is counted to the end', () => {
    const center = talking();
    center.agent('ana').holds();
    center.wait(60).customer(JOHN).hangsUp();
    expect(center.records()[1]?.Agent).toMatchObject({ NumberOfHolds: 1, CustomerHoldDuration: 60, LongestHoldDuration: 60, AgentInteractionDuration: 27 });
  });

  test('is for a conversation, and resuming for a hold', () => {
    const center = ringing();
    const contactId = idOf(center);
    expect(center.ask({ type: 'contact.hold', contactId })).toEqual({ code: 'NOT_NOW', state: 'queued' });
    center.agent('ana').accepts().to('11:40:00');
    expect(center.ask({ type: 'contact.resume', contactId })).toEqual({ code: 'NOT_NOW', state: 'connected' });
    center.agent('ana').holds();
    expect(center.ask({ type: 'contact.hold', contactId })).toEqual({ code: 'NOT_NOW', state: 'connected' });
  });
});

describe('an agent in conversation', () => {
  test('mutes, once for each change', () => {
    const center = talking();
    const contactId = idOf(center);
    const before = center.commits.length;
    for (const muted of [true, true, false]) center.send({ type: 'contact.mute', contactId, muted });
    expect(center.commits.length - before).toBe(2);
    expect(center.center.contacts.get(contactId)?.muted).toBe(false);
  });

  test('sends keys that a telephone has', () => {
    const center = talking();
    const contactId = idOf(center);
    center.send({ type: 'contact.sendDigits', contactId, digits: '12#*' });
    for (const digits of ['', 'a', '1 2', '1'.repeat(65)]) expect(center.ask({ type: 'contact.sendDigits', contactId, digits })).toEqual({ code: 'NOT_A_KEY' });
  });
});

describe('stopping a contact', () => {
  const stages: readonly (readonly [string, string, (center: CenterDriver) => unknown])[] = [
    ['scheduled', '11:37:30', () => undefined],
    ['queued', '11:38:45', () => undefined],
    ['ringing', '11:39:05', (center) => center.agent('ana').sets('Available')],
    ['whisper', '11:39:05', (center) => center.agent('ana').sets('Available').agent('ana').accepts()],
    ['dialing', '11:39:13', (center) => center.to('11:39:00').agent('ana').sets('Available').agent('ana').accepts()],
    ['customer whisper', '11:39:25', (center) => center.to('11:39:00').agent('ana').sets('Available').agent('ana').accepts()],
    ['conversation', '11:40:00', (center) => center.to('11:39:00').agent('ana').sets('Available').agent('ana').accepts()],
  ];
  test.each(stages)('ends it in stage %s with the reason OTHER and leaves nothing behind', (_, time, prepare) => {
    const center = new CenterDriver(baseRig());
    center.customer(JOHN).behaves({ does: 'answers', afterMs: seconds(8), hangsUpAfterMs: null });
    center.to('11:35:00').customer(JOHN).dials();
    center.to('11:37:00').customer(JOHN).requestsCallback();
    const contactId = [...center.center.openContacts][0] as ContactId;
    if (time <= '11:39:05') center.to(time);
    prepare(center);
    center.to(time).send({ type: 'contact.stop', contactId });
    expect(center.records()[1]).toMatchObject({ DisconnectReason: 'OTHER', Ringback: { Cause: 'stopped' }, NextContactId: null });
    if (center.agent('ana').state() !== null) center.agent('ana').clears();
    expect([center.center.openContacts.size, center.center.offers.size, center.center.flowRuns.size, center.engine.nextDueAtMs()]).toEqual([0, 0, 0, null]);
    expect([...center.center.callbacks.values()].every(({ closed }) => closed !== null)).toBe(true);
    expect(center.ask({ type: 'contact.stop', contactId })).toEqual({ code: 'NOT_NOW', state: 'ended' });
  });

  test('that does not exist is refused', () => expect(new CenterDriver().ask({ type: 'contact.stop', contactId: 'nobody' as ContactId })).toEqual({ code: 'NO_SUCH_CONTACT' }));
});

describe('routing data', () => {
  test.each([
    [{ priority: 0, ageAdjustmentSeconds: null }, 'QueuePriority'], [{ priority: 1.5, ageAdjustmentSeconds: null }, 'QueuePriority'],
    [{ priority: null, ageAdjustmentSeconds: Infinity }, 'QueueTimeAdjustmentSeconds'], [{ priority: null, ageAdjustmentSeconds: Number.NaN }, 'QueueTimeAdjustmentSeconds'],
  ])('%j is refused', (change, field) => {
    const center = new CenterDriver();
    center.customer(JOHN).dials();
    expect(center.ask({ type: 'contact.setRouting', contactId: [...center.center.openContacts][0] as ContactId, ...change })).toEqual({ code: 'INVALID_VALUE', field });
  });
});

describe('attributes', () => {
  test('are added to those that are there, under plain names', () => {
    const center = new CenterDriver();
    center.customer(JOHN).dials();
    const contactId = [...center.center.openContacts][0] as ContactId;
    center.send({ type: 'contact.setAttributes', contactId, attributes: { case: '42' } }).send({ type: 'contact.setAttributes', contactId, attributes: { step: '1' } });
    expect(center.center.contacts.get(contactId)?.attributes).toEqual({ case: '42', step: '1' });
    expect(center.ask({ type: 'contact.setAttributes', contactId, attributes: { 'a b': '1' } })).toEqual({ code: 'INVALID_VALUE', field: 'a b' });
  });
});

describe('a command', () => {
  test('that comes twice with the same id is done once and answered alike', () => {
    const center = new CenterDriver();
    const dial: Command = { type: 'customer.dial', number: JOHN as never, to: '+18005550199' as never };
    const send = (id: string) => center.engine.command(center.center.nowMs, { id: id as CommandId, by: { role: 'lab' }, command: dial });
    const first = send('a');
    const again = send('a');
    expect([again.reply, again.commits]).toEqual([first.reply, []]);
    expect(send('b').reply).toEqual({ ok: false, rejection: { code: 'LINE_BUSY' } });
  });

  test('is known by its id for as long as two hundred others', () => {
    const center = new CenterDriver();
    const set = (id: string, status: string) => center.engine.command(center.center.nowMs, { id: id as CommandId, by: { role: 'lab' }, command: { type: 'agent.setStatus', agentId: ids.agent('ana'), statusId: ids.status(status) } });
    const { reply } = set('first', 'Available');
    for (let index = 0; index < 200; index++) set(`c${index}`, index % 2 === 0 ? 'Break' : 'Available');
    expect(set('first', 'Break').reply).toEqual(reply);
    for (let index = 200; index < 300; index++) set(`c${index}`, index % 2 === 0 ? 'Break' : 'Available');
    expect(set('first', 'Break').reply).not.toEqual(reply);
  });

  test('given for an instant that is past is done now', () => {
    const center = new CenterDriver();
    center.to('11:40:00');
    const step = center.engine.command((center.center.nowMs - 5000) as never, { id: 'x' as CommandId, by: { role: 'lab' }, command: { type: 'customer.dial', number: JOHN as never, to: '+18005550199' as never } });
    expect(step.commits.map(({ atMs }) => atMs)).toEqual([center.center.nowMs]);
  });

  test('is allowed to those whose business it is', () => {
    const center = ringing();
    const offerId = [...center.center.offers.keys()][0] as never;
    const contactId = idOf(center);
    const can = (by: Parameters<typeof center.engine.command>[1]['by'], command: Command): boolean => {
      const { reply } = center.engine.command(center.center.nowMs, { id: `${JSON.stringify(by)}${command.type}` as CommandId, by, command });
      return reply.ok || reply.rejection.code !== 'NOT_ALLOWED';
    };
    const ben = { role: 'agent', agentId: ids.agent('ben') } as const;
    const ana = { role: 'agent', agentId: ids.agent('ana') } as const;
    const john = { role: 'customer', number: JOHN as never } as const;
    expect(can(ben, { type: 'offer.reject', offerId })).toBe(false);
    expect(can(ben, { type: 'agent.setStatus', agentId: ids.agent('ana'), statusId: ids.status('Break') })).toBe(false);
    expect(can(ben, { type: 'contact.end', contactId })).toBe(false);
    expect(can(ana, { type: 'contact.stop', contactId })).toBe(false);
    expect(can(john, { type: 'offer.accept', offerId })).toBe(false);
    expect(can(john, { type: 'customer.dial', number: '+12065550143' as never, to: '+18005550199' as never })).toBe(false);
    expect(can(ben, { type: 'offer.accept', offerId: 'gone' as never })).toBe(true);
    expect(can({ role: 'supervisor' }, { type: 'contact.setRouting', contactId, priority: 1, ageAdjustmentSeconds: null })).toBe(true);
    expect(can(ana, { type: 'offer.accept', offerId })).toBe(true);
    expect(can(ben, { type: 'contact.setAttributes', contactId, attributes: {} })).toBe(false);
    expect(can(ana, { type: 'contact.end', contactId })).toBe(true);
  });
});
