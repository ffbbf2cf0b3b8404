import { expect, test } from 'vitest';
import type { StatusId } from '../engine/index.ts';
import type { TabCommand } from '../protocol/envelope.ts';
import { ids } from '../testing/builders.ts';
import { createRig, settled, WALL_MS, type Rig, type RigTab } from '../testing/host-rig.ts';
import { asE164 } from '../engine/index.ts';
import { memoryJournal } from './journal-memory.ts';

const john = asE164('+12065550142');
const main = asE164('+18005550199');
const available = ids.status('Available');

const setStatus = (username: string, statusId: StatusId = available): TabCommand => ({ type: 'agent.setStatus', agentId: ids.agent(username), statusId });
const offerIn = (tab: RigTab) => Object.values(tab.tables().offers)[0];
const contactIn = (tab: RigTab) => Object.values(tab.tables().contacts)[0];
const engineMs = (tab: RigTab) => tab.tables().clock.clock.engineMs;

/** A held center with a phone, and agents who are available. */
async function held(rig: Rig) {
  const host = rig.startHost();
  const phone = rig.openTab({ role: 'customer', number: john }, () => host, { genesis: { seed: 1, startsAtMs: WALL_MS, speed: 0 } });
  const ana = rig.openTab({ role: 'agent', username: 'ana' }, () => host);
  await settled();
  return { host, phone, ana };
}

/** John has asked for a callback, which rings at Ana. */
async function ringing(rig: Rig) {
  const all = await held(rig);
  const { phone, ana } = all;
  await phone.send({ type: 'customer.dial', number: john, to: main });
  await phone.send({ type: 'customer.requestCallback', number: john });
  await phone.send({ type: 'clock.advance', ms: 99_000 });
  await ana.send(setStatus('ana'));
  return all;
}

test('two tabs of one agent are shown the same', async () => {
  const rig = createRig();
  const { host, ana } = await ringing(rig);
  const second = rig.openTab({ role: 'agent', username: 'ana' }, () => host);
  await settled();
  expect(second.tables().offers).toEqual(ana.tables().offers);
  expect(offerIn(second)).toMatchObject({ kind: 'callback', attempt: 1, attemptsMax: 3, can: ['accept', 'reject'] });
  expect(second.tables().agents).toEqual(ana.tables().agents);
});

test('a reply comes after the change has been shown, and after it has been kept', async () => {
  const rig = createRig();
  const { ana } = await held(rig);
  const reply = await ana.send(setStatus('ana'));
  expect(reply).toEqual({ ok: true, seq: 2 });
  expect(Object.values(ana.tables().agents)[0]?.status.name).toBe('Available');
  expect(rig.disk.commits).toHaveLength(2);
});

test('nobody is shown what is not yet kept', async () => {
  const rig = createRig();
  let letThrough = (): void => undefined;
  const journal = memoryJournal(rig.disk);
  const gate = { open: true };
  const slow = { ...journal, append: async (batch: Parameters<typeof journal.append>[0]) => {
    if (!gate.open) await new Promise<void>((resolve) => { letThrough = resolve; });
    return journal.append(batch);
  } };
  const host = rig.startHost({ journal: slow });
  const ana = rig.openTab({ role: 'agent', username: 'ana' }, () => host);
  await settled();
  gate.open = false;
  const first = ana.send(setStatus('ana'));
  await settled();
  // What arrives while a write is under way waits for the next one.
  const second = ana.send({ type: 'clock.advance', ms: 1000 });
  await settled();
  expect(Object.values(ana.tables().agents)[0]?.status.name).toBe('Offline');
  gate.open = true;
  letThrough();
  expect(await Promise.all([first, second])).toMatchObject([{ ok: true }, { ok: true }]);
  expect(Object.values(ana.tables().agents)[0]?.status.name).toBe('Available');
});

test('a number is masked until the offer is accepted; a customer sees only the own phone', async () => {
  const { ana, phone } = await ringing(createRig());
  const offer = offerIn(ana);
  expect(offer?.maskedNumber).not.toContain('55501');
  expect(JSON.stringify(ana.tables().offers)).not.toContain(john);
  await ana.send({ type: 'offer.accept', offerId: offer?.id as never });
  expect(contactIn(ana)).toMatchObject({ number: john, stage: 'agentWhisper', can: ['end'] });
  expect(phone.tables()).toMatchObject({ agents: {}, offers: {}, contacts: {}, queues: {} });
  expect(Object.keys(phone.tables().phones)).toEqual([john]);
});

test('the way from accept to talking is told step by step, with the times of the seed', async () => {
  const { ana, phone } = await ringing(createRig());
  const start = engineMs(ana);
  await ana.send({ type: 'offer.accept', offerId: offerIn(ana)?.id as never });
  const words = () => contactIn(ana)?.steps.map(({ name, state }) => `${name} ${state}`);
  expect(words()).toEqual(['accepted done', 'agentWhisper now', 'dialing waiting', 'ringing waiting', 'customerWhisper waiting']);
  expect(contactIn(ana)?.steps[1]).toMatchObject({ caption: 'agent whisper', untilMs: start + 10_000 });
  await ana.send({ type: 'clock.advance', ms: 10_000 });
  expect(words()).toEqual(['accepted done', 'agentWhisper done', 'dialing done', 'ringing now', 'customerWhisper waiting']);
  expect(phone.tables().phones[john]).toMatchObject({ state: 'ringing', direction: 'out', otherNumber: main, can: ['answer', 'decline', 'letVoicemail'] });
  await ana.send({ type: 'clock.advance', ms: 4_000 });
  await phone.send({ type: 'customer.answer', number: john });
  expect(words()?.slice(3)).toEqual(['ringing done', 'customerWhisper now']);
  await ana.send({ type: 'clock.advance', ms: 15_000 });
  expect(contactIn(ana)).toMatchObject({ stage: 'connected', connectedAtMs: start + 29_000, can: ['end', 'mute', 'sendDigits', 'hold', 'transfer'] });
  expect(contactIn(ana)?.steps.at(-1)).toMatchObject({ state: 'done', fromMs: start + 14_000, toMs: start + 29_000 });
});

test('a customer who declines has ended the call, and the agent sees what failed', async () => {
  const { ana, phone } = await ringing(createRig());
  await ana.send({ type: 'offer.accept', offerId: offerIn(ana)?.id as never });
  await ana.send({ type: 'clock.advance', ms: 12_000 });
  await phone.send({ type: 'customer.decline', number: john });
  expect(phone.tables().phones[john]).toMatchObject({ state: 'ended', endedBy: 'customer', answeredAtMs: null, can: ['dial'] });
  expect(contactIn(ana)).toMatchObject({ stage: 'failed', cause: 'busy', can: ['clear'] });
  expect(contactIn(ana)?.steps[3]).toMatchObject({ name: 'ringing', state: 'failed' });
});

test('an offer nobody takes is missed, its number stays masked, and the retry of an unanswered leg is announced', async () => {
  const { ana, phone } = await ringing(createRig());
  await ana.send({ type: 'clock.advance', ms: 20_000 });
  expect(contactIn(ana)).toMatchObject({ stage: 'missed', cause: 'missed', steps: [], can: ['clear'] });
  expect(contactIn(ana)?.number).not.toBe(john);
  await ana.send({ type: 'contact.clear', contactId: contactIn(ana)?.id as never, agentId: ids.agent('ana') });
  await ana.send({ type: 'offer.accept', offerId: offerIn(ana)?.id as never });
  await ana.send({ type: 'clock.advance', ms: 70_000 });
  expect(contactIn(ana)).toMatchObject({ stage: 'failed', cause: 'noAnswer', retryAtMs: engineMs(ana) + 600_000 });
  expect(phone.tables().phones[john]?.callbackPending).toEqual({ state: 'scheduled', dueAtMs: engineMs(ana) + 600_000 });
});

test('a command sent twice is done once and answered twice alike', async () => {
  const rig = createRig();
  const { ana } = await held(rig);
  const [first, second] = await Promise.all([ana.send({ type: 'clock.advance', ms: 60_000 }, 'same'), ana.send({ type: 'clock.advance', ms: 60_000 }, 'same')]);
  expect(second).toEqual(first);
  expect(engineMs(ana)).toBe(WALL_MS + 60_000);
});

test('accepted in two tabs at once, one gets the contact and the other is told that the offer is gone', async () => {
  const rig = createRig();
  const { host, ana } = await ringing(rig);
  const second = rig.openTab({ role: 'agent', username: 'ana' }, () => host);
  await settled();
  const accept = { type: 'offer.accept', offerId: offerIn(ana)?.id as never } as const;
  const replies = await Promise.all([ana.send(accept), second.send(accept)]);
  expect(replies).toMatchObject([{ ok: true }, { ok: false, code: 'OFFER_GONE' }]);
  expect(contactIn(second)).toEqual(contactIn(ana));
});

test('an accept a millisecond after the offer expired is refused', async () => {
  const { ana } = await ringing(createRig());
  const offerId = offerIn(ana)?.id as never;
  await ana.send({ type: 'clock.advance', ms: 20_001 });
  expect(await ana.send({ type: 'offer.accept', offerId })).toMatchObject({ ok: false, code: 'OFFER_GONE' });
});

test('one agent cannot act for another, nor a customer for an agent', async () => {
  const { ana, phone } = await held(createRig());
  expect(await ana.send(setStatus('ben'))).toMatchObject({ ok: false, code: 'NOT_ALLOWED' });
  expect(await phone.send(setStatus('ana'))).toMatchObject({ ok: false, code: 'NOT_ALLOWED' });
});

test('an unknown agent and an unreadable number are told, and nothing is shown to them', async () => {
  const rig = createRig();
  const { host } = await held(rig);
  const nobody = rig.openTab({ role: 'agent', username: 'nobody' }, () => host);
  const garbage = rig.openTab({ role: 'customer', number: 'x'.repeat(10_000) }, () => host);
  await settled();
  expect(nobody.link()).toEqual({ state: 'refused', why: 'unknownAgent', detail: 'nobody' });
  expect(garbage.link()).toMatchObject({ state: 'refused', why: 'invalidNumber' });
  expect(nobody.snapshots() + garbage.snapshots()).toBe(0);
  expect(await nobody.send(setStatus('ana'))).toMatchObject({ ok: false, code: 'NOT_ALLOWED' });
});

test('the first tab rings; when it dies the next one does; a tab may take it over', async () => {
  const rig = createRig();
  const { host, ana } = await held(rig);
  const resource = `ring:${ids.agent('ana')}`;
  const second = rig.openTab({ role: 'agent', username: 'ana' }, () => host);
  await settled();
  expect(ana.tables().mastership[resource]).toEqual({ resource, mine: true, tabs: 2 });
  expect(second.tables().mastership[resource]).toEqual({ resource, mine: false, tabs: 2 });
  expect(await second.send({ type: 'mastership.take', resource })).toMatchObject({ ok: true });
  expect(ana.tables().mastership[resource]?.mine).toBe(false);
  second.die();
  await settled();
  expect(ana.tables().mastership[resource]).toEqual({ resource, mine: true, tabs: 1 });
  expect(await ana.send({ type: 'mastership.take', resource: 'ring:somebody' })).toMatchObject({ ok: false, code: 'NOT_ALLOWED' });
});

test('a fresh center takes the place of the old one in every tab', async () => {
  const rig = createRig();
  const { ana, phone } = await ringing(rig);
  expect(await ana.send({ type: 'lab.reset', startsAtMs: WALL_MS + 5000, speed: 0 })).toMatchObject({ ok: true });
  expect(ana.tables().offers).toEqual({});
  expect(phone.tables().phones[john]).toMatchObject({ state: 'idle', callbackPending: null });
  expect(engineMs(ana)).toBe(WALL_MS + 5000);
  expect(rig.disk.commits).toHaveLength(1);
});

test('a scenario that cannot be read is refused with its faults', async () => {
  const { ana } = await held(createRig());
  expect(await ana.send({ type: 'lab.play', scenario: {}, speed: 1 })).toEqual({ ok: false, code: 'INVALID_SCENARIO', detail: { detail: 'no stories here' } });
});
