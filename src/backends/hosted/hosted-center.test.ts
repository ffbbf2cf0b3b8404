import { expect, test } from 'vitest';
import type { FromHost, ToHost } from '../../protocol/envelope.ts';
import type { LiveTables } from '../../protocol/views.ts';
import { fakeTime } from '../../testing/fake-time.ts';
import type { fakeLocks } from '../../testing/fake-locks.ts';
import { settled, thisBuild, watchTab } from '../../testing/host-rig.ts';
import { chooseTransports } from './choose-transport.ts';
import { createHostedCenter } from './hosted-center.ts';
import type { Transport } from './transport.ts';

const noTables = { clock: {}, center: {}, agents: {}, offers: {}, contacts: {}, phones: {}, queues: {}, directory: {}, notices: {}, mastership: {} } as unknown as LiveTables;

/** A host that says only what the test has it say. */
function scripted(change: { readonly locks?: ReturnType<typeof fakeLocks> | null; readonly before?: readonly Transport[] } = {}) {
  const time = fakeTime();
  const heard: ToHost[] = [];
  let hear: (message: unknown) => void = () => undefined;
  let connections = 0;
  let lose = (): void => undefined;
  const transport: Transport = {
    kind: 'inPage',
    connect: (lost) => {
      connections += 1;
      lose = lost;
      return Promise.resolve({ post: (message) => void heard.push(message), listen: (listener) => { hear = listener; }, close: () => undefined });
    },
    close: () => undefined,
  };
  let names = 0;
  const tab = watchTab(createHostedCenter({
    audience: { role: 'viewer' }, build: thisBuild, genesis: { seed: null, startsAtMs: null, speed: null }, tabId: 'tab',
    transports: [...(change.before ?? []), transport], wall: time, timer: time, locks: change.locks?.of({}) ?? null, newId: () => `id-${(names += 1)}`,
  }));
  const say = (message: FromHost): void => { hear(message); };
  return {
    tab, time, heard, say,
    lose: () => { lose(); },
    connections: () => connections,
    welcome: (epoch: number, seq = 0) => { say({ kind: 'welcome', protocol: 1, build: thisBuild, epoch, seq, holdsLock: false, tables: noTables }); },
    patch: (epoch: number, seq: number) => { say({ kind: 'patch', epoch, patch: { seq, set: {}, del: {} } }); },
    count: (kind: ToHost['kind']) => heard.filter((message) => message.kind === kind).length,
  };
}

test('a missing patch is noticed, and everything is asked for anew', async () => {
  const { tab, welcome, patch, count } = scripted();
  await settled();
  welcome(1);
  patch(1, 1);
  patch(1, 3);
  expect(count('hello')).toBe(2);
  patch(1, 4);
  expect(count('hello')).toBe(2);
  welcome(1, 4);
  expect(tab.snapshots()).toBe(2);
  expect(tab.link().state).toBe('ready');
});

test('a patch of another epoch is not applied', async () => {
  const { welcome, patch, count } = scripted();
  await settled();
  welcome(1);
  patch(2, 1);
  expect(count('hello')).toBe(2);
});

test('a command without an answer is sent once more under the same id, and then given up', async () => {
  const { tab, time, heard, welcome } = scripted();
  await settled();
  welcome(1);
  const reply = tab.send({ type: 'clock.toNext' }, 'mine');
  time.advance(10_000);
  time.advance(10_000);
  expect(await reply).toEqual({ ok: false, code: 'NO_ANSWER', detail: {} });
  expect(heard.filter((message) => message.kind === 'command')).toMatchObject([{ id: 'mine' }, { id: 'mine' }]);
});

test('a command asked while there is no host is sent when there is one, and given up when none comes', async () => {
  const { tab, time, count, welcome } = scripted();
  await settled();
  const early = tab.send({ type: 'clock.toNext' });
  expect(count('command')).toBe(0);
  time.advance(10_000);
  expect(await early).toMatchObject({ ok: false, code: 'NO_ANSWER' });
  const late = tab.send({ type: 'clock.toNext' }, 'late');
  welcome(1);
  expect(count('command')).toBe(1);
  expect(late).toBeInstanceOf(Promise);
});

test('what is unanswered when the path breaks is sent over the next one, once', async () => {
  const { tab, heard, welcome, lose, say } = scripted();
  await settled();
  welcome(1);
  const reply = tab.send({ type: 'clock.toNext' }, 'mine');
  lose();
  await settled();
  welcome(2);
  welcome(2);
  expect(heard.filter((message) => message.kind === 'command')).toHaveLength(2);
  say({ kind: 'reply', id: 'mine', reply: { ok: true, seq: 9 } });
  expect(await reply).toEqual({ ok: true, seq: 9 });
});

test('without locks a host that is silent too long is taken for dead', async () => {
  const { time, welcome, say, connections, count } = scripted();
  await settled();
  welcome(1);
  for (let ping = 0; ping < 10; ping += 1) {
    time.advance(20_000);
    say({ kind: 'pong' });
  }
  expect(connections()).toBe(1);
  expect(count('ping')).toBe(10);
  time.advance(80_000);
  await settled();
  expect(connections()).toBe(2);
});

test('a host that dies before its first welcome is taken for dead as well; one of another build says no more, and is left alone', async () => {
  const unheard = scripted();
  await settled();
  unheard.time.advance(80_000);
  await settled();
  expect(unheard.connections()).toBe(2);
  const other = scripted();
  await settled();
  other.say({ kind: 'otherBuild', build: { id: 'other', atMs: 2000 }, newer: 'host' });
  other.time.advance(200_000);
  await settled();
  expect([other.connections(), other.tab.link()]).toEqual([1, { state: 'otherBuild', newer: 'host' }]);
});

test('where one way fails the next is taken; where none is left it is said', async () => {
  const refuses: Transport = { kind: 'sharedWorker', connect: () => Promise.reject(new Error('SecurityError')), close: () => undefined };
  const { tab, welcome } = scripted({ before: [refuses] });
  await settled();
  welcome(1);
  expect(tab.link()).toEqual({ state: 'ready', transport: 'inPage' });
  const alone = watchTab(createHostedCenter({
    audience: { role: 'viewer' }, build: thisBuild, genesis: { seed: null, startsAtMs: null, speed: null }, tabId: 'tab',
    transports: [refuses], wall: fakeTime(), timer: fakeTime(), locks: null, newId: () => 'id',
  }));
  await settled();
  expect(alone.link()).toEqual({ state: 'failed', detail: 'Error: SecurityError' });
});

test('a message that cannot be read is passed over', async () => {
  const { tab, welcome, say } = scripted();
  await settled();
  welcome(1);
  say({ kind: 'patch', epoch: 'one' } as never);
  expect(tab.link().state).toBe('ready');
});

test('the best way comes first, and a forced one alone', () => {
  expect(chooseTransports({ sharedWorker: true, broadcastChannel: true, locks: true }, null)).toEqual(['sharedWorker', 'tabLeader', 'inPage']);
  expect(chooseTransports({ sharedWorker: false, broadcastChannel: true, locks: false }, null)).toEqual(['inPage']);
  expect(chooseTransports({ sharedWorker: true, broadcastChannel: true, locks: true }, 'tabLeader')).toEqual(['tabLeader']);
});
