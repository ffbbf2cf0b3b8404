import { expect, test } from 'vitest';
import { asE164, contactRecords, createEngine, epochMs, restoreEngine } from '../engine/index.ts';
import { ids, baseRig, plainNumbers } from '../testing/builders.ts';
import { createRig, settled, WALL_MS, type Rig, type RigHost, type RigTab } from '../testing/host-rig.ts';
import type { Commit } from '../engine/index.ts';
import { memoryJournal } from './journal-memory.ts';
import type { Journal } from './ports.ts';

const john = asE164('+12065550142');
const main = asE164('+18005550199');
const DAY_MS = 86_400_000;

type HostChange = NonNullable<Parameters<Rig['startHost']>[0]>;

/** A browser whose tabs reach whatever host is current; `hosts` is what all its hosts have changed. */
function browser(rig: Rig, speed: number, hosts: HostChange = {}) {
  const current: { host: RigHost } = { host: rig.startHost(hosts) };
  const open = (audience: Parameters<Rig['openTab']>[0]): RigTab =>
    rig.openTab(audience, () => current.host, { genesis: { seed: 1, startsAtMs: WALL_MS, speed } });
  return {
    current,
    open,
    /** The host dies; the browser starts another when a tab asks for one. */
    restart: async (change: HostChange = {}) => {
      current.host.die();
      current.host = rig.startHost({ ...hosts, ...change });
      await settled();
    },
  };
}

const notices = (tab: RigTab) => Object.values(tab.tables().notices).map(({ kind, amountMs }) => ({ kind, amountMs }));
const engineMs = (tab: RigTab) => tab.tables().clock.clock.engineMs;

/** A callback is on its way: Ana has accepted it. */
async function accepted(rig: Rig, speed: number, hosts: HostChange = {}) {
  const all = browser(rig, speed, hosts);
  const phone = all.open({ role: 'customer', number: john });
  const ana = all.open({ role: 'agent', username: 'ana' });
  await settled();
  await phone.send({ type: 'customer.dial', number: john, to: main });
  await phone.send({ type: 'customer.requestCallback', number: john });
  await phone.send({ type: 'clock.advance', ms: 99_000 });
  await ana.send({ type: 'agent.setStatus', agentId: ids.agent('ana'), statusId: ids.status('Available') });
  await ana.send({ type: 'offer.accept', offerId: Object.keys(ana.tables().offers)[0] as never });
  return { ...all, phone, ana };
}

/** And the customer has answered. */
async function talking(rig: Rig, speed = 0) {
  const all = await accepted(rig, speed);
  await all.ana.send({ type: 'clock.advance', ms: 12_000 });
  await all.phone.send({ type: 'customer.answer', number: john });
  return all;
}

test('when the host dies, its tabs come to the next one and see what they saw', async () => {
  const rig = createRig();
  const { restart, ana, phone } = await talking(rig);
  const seen = [ana.tables(), phone.tables()];
  await restart();
  expect(ana.links).toEqual(['connecting', 'ready', 'connecting', 'ready']);
  expect(ana.snapshots()).toBe(2);
  expect([ana.tables(), phone.tables()]).toEqual(seen);
  expect(await ana.send({ type: 'clock.advance', ms: 15_000 })).toMatchObject({ ok: true });
  expect(Object.values(ana.tables().contacts)[0]).toMatchObject({ stage: 'connected' });
});

test.each([
  ['goes on from its snapshot', (rig: Rig) => rig, []],
  ['reads all commits where the snapshot is no good', (rig: Rig) => {
    const { run } = rig.disk.snapshot as { readonly run: { readonly engine: { timers: unknown } } };
    run.engine.timers = null;
    return rig;
  }, ['the snapshot is passed over']],
])('a host that kept a snapshot %s, and shows what was shown before', async (_, change, warnings) => {
  const rig = createRig();
  const { restart, phone, ana } = await accepted(rig, 0, { snapshotAfter: 3 });
  const seen = [ana.tables(), phone.tables()];
  expect(rig.disk.snapshot).toMatchObject({ buildId: 'this' });
  change(rig);
  await restart();
  expect([ana.tables(), phone.tables()]).toEqual(seen);
  expect(rig.logged.filter((line) => line.includes('snapshot')).map((line) => line.slice(0, 27))).toEqual(warnings);
  await ana.send({ type: 'clock.advance', ms: 12_000 });
  await phone.send({ type: 'customer.answer', number: john });
  await ana.send({ type: 'clock.advance', ms: 15_000 });
  expect(Object.values(ana.tables().contacts)[0]).toMatchObject({ stage: 'connected' });
});

test('a journal restores the center that wrote it', async () => {
  const rig = createRig();
  await talking(rig);
  const kept = rig.disk.commits as readonly Commit[];
  const restored = restoreEngine(kept, 1, plainNumbers);
  expect(restored.center.seq).toBe(kept.at(-1)?.seq);
  expect(contactRecords(restored.center)).toHaveLength(1);
});

test('a host that dies after it wrote and before it showed has lost nothing, and the command is not done twice', async () => {
  const rig = createRig();
  const gate = { shut: false };
  const writesAndHangs = (): Journal => {
    const journal = memoryJournal(rig.disk);
    return { ...journal, append: async (batch) => {
      const written = await journal.append(batch);
      return gate.shut ? new Promise(() => undefined) : written;
    } };
  };
  const { restart, current, open } = browser(rig, 0);
  await restart({ journal: writesAndHangs() });
  const ana = open({ role: 'agent', username: 'ana' });
  await settled();
  gate.shut = true;
  const reply = ana.send({ type: 'agent.setStatus', agentId: ids.agent('ana'), statusId: ids.status('Break') });
  await settled();
  expect(Object.values(ana.tables().agents)[0]?.status.name).toBe('Offline');
  const seq = rig.disk.commits.length;
  await restart();
  expect(await reply).toEqual({ ok: true, seq });
  expect(Object.values(ana.tables().agents)[0]?.status.name).toBe('Break');
  expect(rig.disk.commits).toHaveLength(seq);
  expect(current.host).toBeDefined();
});

test('a clock command that was done is not done again after a restart', async () => {
  const rig = createRig();
  const { restart, ana } = await talking(rig);
  await ana.send({ type: 'clock.advance', ms: 5000 }, 'once');
  const before = engineMs(ana);
  await restart();
  expect(await ana.send({ type: 'clock.advance', ms: 5000 }, 'once')).toMatchObject({ ok: true });
  expect(engineMs(ana)).toBe(before);
});

test('a held clock stays held where it was, however long nobody is there', async () => {
  const rig = createRig();
  const { restart, ana } = await talking(rig);
  await ana.send({ type: 'clock.advance', ms: 1234 });
  const before = engineMs(ana);
  rig.time.jump(8 * DAY_MS);
  await restart();
  expect(ana.tables().clock.clock).toMatchObject({ engineMs: before, speed: 0 });
});

test('a running clock goes on with the wall, so absolute times stay', async () => {
  const rig = createRig();
  const { restart, ana } = await talking(rig, 1);
  const due = ana.tables().clock.clock.nextDueAtMs ?? 0;
  await ana.send({ type: 'clock.setSpeed', speed: 1 });
  rig.time.jump(6000);
  await restart();
  const { engineMs: anchored, wallMs } = ana.tables().clock.clock;
  expect(anchored + rig.time.now() - wallMs).toBeGreaterThanOrEqual(WALL_MS + 99_000 + 12_000 + 6000);
  expect(ana.tables().clock.clock.nextDueAtMs).toBe(due);
});

test('after eight days of sleep every deadline has fired at its own time, and the jump is told', async () => {
  const rig = createRig();
  const { open } = browser(rig, 1);
  const phone = open({ role: 'customer', number: john });
  const ana = open({ role: 'agent', username: 'ana' });
  await settled();
  await phone.send({ type: 'customer.dial', number: john, to: main });
  await phone.send({ type: 'customer.requestCallback', number: john });
  await rig.pass(3000);
  rig.time.jump(8 * DAY_MS);
  await rig.pass(1000);
  expect(notices(ana)).toEqual([{ kind: 'clockJumped', amountMs: expect.closeTo(8 * DAY_MS, -4) }]);

  const alone = createEngine({ seed: 1, startsAtMs: epochMs(WALL_MS), instance: baseRig(), phoneNumbers: plainNumbers });
  const commits = rig.disk.commits as readonly Commit[];
  const expired = commits.find(({ events }) => events.some(({ type }) => type === 'callback.closed'));
  const asked = commits.find(({ events }) => events.some(({ type }) => type === 'callback.requested'));
  expect((expired?.atMs ?? 0) - (asked?.atMs ?? 0)).toBe(7 * DAY_MS);
  expect(alone.genesis.events).toEqual(commits[0]?.events);
});

test('a wall set back holds nothing up: time goes on from where it was', async () => {
  const rig = createRig();
  const { open } = browser(rig, 1);
  const ana = open({ role: 'agent', username: 'ana' });
  await settled();
  await rig.pass(10_000);
  rig.time.jump(-3_600_000);
  await rig.pass(2000);
  const { engineMs: anchored, wallMs, speed } = ana.tables().clock.clock;
  const now = anchored + (rig.time.now() - wallMs) * speed;
  expect(now).toBeGreaterThanOrEqual(WALL_MS + 10_000);
  expect(now).toBeLessThan(WALL_MS + 14_000);
});

test('a host overtaken by a newer build stops, and its tabs are told to reload', async () => {
  const rig = createRig();
  const { ana } = await talking(rig);
  const newer = { id: 'newer', atMs: 2000 };
  rig.startHost({ build: newer });
  await settled();
  await rig.pass(1000);
  // The lock was stolen, so the old host has looked at the fence and found out.
  expect(ana.link()).toEqual({ state: 'otherBuild', newer: 'host' });
  const written = rig.disk.commits.length;
  expect(await ana.send({ type: 'clock.advance', ms: 1000 })).toMatchObject({ ok: false, code: 'OTHER_BUILD' });
  expect(rig.disk.commits).toHaveLength(written);
});

test('without locks an overtaken host finds out with its next write, and what it could not keep is not shown', async () => {
  const rig = createRig();
  const current = { host: rig.startHost({ locks: null }) };
  const ana = rig.openTab({ role: 'agent', username: 'ana' }, () => current.host, { genesis: { seed: 1, startsAtMs: null, speed: 0 } });
  await settled();
  expect(ana.link().state).toBe('ready');
  rig.startHost({ locks: null });
  await settled();
  const reply = await ana.send({ type: 'agent.setStatus', agentId: ids.agent('ana'), statusId: ids.status('Break') });
  expect(reply).toMatchObject({ ok: false, code: 'STOPPED' });
  expect(Object.values(ana.tables().agents)[0]?.status.name).toBe('Offline');
  expect(notices(ana)).toEqual([{ kind: 'stopped', amountMs: null }]);
});

test('an older build refuses to serve after a newer one has written', async () => {
  const rig = createRig();
  await talking(rig);
  const older = { id: 'older', atMs: 1 };
  const host = rig.startHost({ build: older });
  const late = rig.openTab({ role: 'agent', username: 'ana' }, () => host, { build: older });
  await settled();
  expect(late.link()).toEqual({ state: 'otherBuild', newer: 'host' });
  expect(late.snapshots()).toBe(0);
});

test('a tab of another build is turned away, and the tabs of this one learn that there is a newer', async () => {
  const rig = createRig();
  const { current, ana } = await talking(rig);
  const stranger = rig.openTab({ role: 'viewer' }, () => current.host, { build: { id: 'newer', atMs: 2000 } });
  const elder = rig.openTab({ role: 'viewer' }, () => current.host, { build: { id: 'older', atMs: 1 } });
  await settled();
  expect(stranger.link()).toEqual({ state: 'otherBuild', newer: 'tab' });
  expect(elder.link()).toEqual({ state: 'otherBuild', newer: 'host' });
  expect(notices(ana)).toEqual([{ kind: 'otherBuild', amountMs: null }]);
});

test('a full disk is told, the center goes on, and all is written when there is room again', async () => {
  const rig = createRig();
  const { ana, restart } = await talking(rig);
  rig.disk.fault = 'full';
  await ana.send({ type: 'agent.setStatus', agentId: ids.agent('ana'), statusId: ids.status('Break') });
  await ana.send({ type: 'clock.advance', ms: 20_000 });
  expect(notices(ana)).toEqual([{ kind: 'journalFull', amountMs: null }]);
  expect(Object.values(ana.tables().contacts)[0]?.stage).toBe('connected');
  rig.disk.fault = null;
  rig.time.advance(6000);
  await ana.send({ type: 'clock.advance', ms: 1000 });
  await ana.send({ type: 'clock.advance', ms: 1000 });
  expect(notices(ana)).toEqual([]);
  const seen = ana.tables().contacts;
  await restart();
  expect(ana.tables().contacts).toEqual(seen);
});

test('where storage is denied the center lives in memory and says so', async () => {
  const rig = createRig();
  const denied: Journal = { ...memoryJournal(), claim: () => Promise.resolve({ state: 'unavailable', detail: 'SecurityError' }) };
  const host = rig.startHost({ journal: denied });
  const ana = rig.openTab({ role: 'agent', username: 'ana' }, () => host);
  await settled();
  expect(notices(ana)).toEqual([{ kind: 'memoryOnly', amountMs: null }]);
  expect(await ana.send({ type: 'clock.advance', ms: 1000 })).toMatchObject({ ok: true });
});

test.each([
  ['spoiled', (rig: Rig) => { rig.disk.commits = [...rig.disk.commits.slice(0, 4), ...rig.disk.commits.slice(5)]; }],
  ['not restorable', (rig: Rig) => {
    const last = rig.disk.commits.at(-1) as Commit;
    rig.disk.commits = [...rig.disk.commits, { ...last, seq: last.seq + 1, events: [{ type: 'contact.joined', contactId: 'nobody' }] }];
  }],
])('a journal that is %s is told, kept as text, and set aside for a fresh center', async (_, spoil) => {
  const rig = createRig();
  const { restart, ana } = await talking(rig);
  const written = rig.disk.commits.length;
  spoil(rig);
  const spoiled = rig.disk.commits;
  await restart();
  expect(ana.link()).toMatchObject({ state: 'journalCorrupt' });
  expect(rig.disk.commits).toBe(spoiled);
  expect(await ana.center.salvage()).toContain('callback.requested');
  await ana.center.startAfresh();
  await settled();
  expect(ana.link().state).toBe('ready');
  expect(ana.tables().contacts).toEqual({});
  expect([...rig.disk.salvaged.values()][0]).toContain('callback.requested');
  expect(rig.disk.commits.length).toBeLessThan(written);
});

test('a broken invariant stops the host, keeps the journal up to it, and is told', async () => {
  const rig = createRig();
  const { restart, ana } = await talking(rig);
  const last = rig.disk.commits.at(-1) as Commit;
  const contactId = Object.keys(ana.tables().contacts)[0];
  const expiresAtMs = last.atMs + 60_000;
  // What no engine would decide: an offer to an agent who does not exist, found out when it expires.
  const ghost = { type: 'offer.made', offerId: 'ghost', contactId, agentId: 'ghost', queueId: ids.queue('CallbackQueue'), expiresAtMs };
  rig.disk.commits = [...rig.disk.commits, { ...last, seq: last.seq + 1, events: [ghost] }];
  await restart();
  await ana.send({ type: 'clock.advance', ms: 20_000 });
  const before = engineMs(ana);
  expect(await ana.send({ type: 'clock.advance', ms: 60_000 })).toMatchObject({ ok: false, code: 'STOPPED' });
  expect(notices(ana)).toEqual([{ kind: 'stopped', amountMs: null }]);
  expect(engineMs(ana)).toBe(before);
  expect((rig.disk.commits.at(-1) as Commit).atMs).toBeLessThan(expiresAtMs);
  expect(await ana.send({ type: 'clock.setSpeed', speed: 1 })).toMatchObject({ ok: false, code: 'STOPPED' });
});
