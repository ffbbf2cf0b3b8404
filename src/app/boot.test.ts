import { expect, test } from 'vitest';
import type { RingbackAutomation } from '../protocol/automation.ts';
import { createFakeCenter } from '../testing/fake-center.ts';
import type { FakeCenter } from '../testing/fake-center.ts';
import { memoryClips } from '../store/clips.ts';
import { memoryStorage } from '../store/prefs.ts';
import type { BootPorts } from './boot.ts';
import { boot } from './boot.ts';

function ports(change: Partial<BootPorts> = {}) {
  const order: string[] = [];
  const center: FakeCenter = createFakeCenter();
  const published: RingbackAutomation[] = [];
  const all: BootPorts = {
    address: new URL('http://ringback.test/records'),
    build: { id: 'test', atMs: 1 },
    openCenter: async () => {
      order.push('center');
      return center;
    },
    mountFace: async () => {
      order.push('face');
      return { fetch: async () => Response.json({}) };
    },
    storage: memoryStorage(),
    clips: memoryClips(),
    player: { show: () => undefined, setVolume: () => undefined, retry: () => undefined, heard: () => [], close: () => undefined },
    publish: (automation) => void published.push(automation),
    ...change,
  };
  return { all, order, center, published };
}

test('the center is there before the face that asks it, and the mirror has its snapshot', async () => {
  const { all, order } = ports();
  const booted = await boot(all);
  expect(order).toEqual(['center', 'face']);
  expect(booted.ok && booted.value.live.reader.getState()).toMatchObject({ synced: true, link: { state: 'ready' } });
});

test('a bad address opens no center', async () => {
  const { all, order } = ports({ address: new URL('http://ringback.test/?seed=x') });
  expect(await boot(all)).toMatchObject({ ok: false, refusal: { step: 'config', faults: [{ name: 'seed' }] } });
  expect(order).toEqual([]);
});

test('a step that fails is named with what is known of it', async () => {
  const fails = (message: string) => () => Promise.reject(new Error(message));
  expect(await boot(ports({ openCenter: fails('no worker') }).all)).toEqual({ ok: false, refusal: { step: 'center', detail: 'no worker' } });
  expect(await boot(ports({ mountFace: fails('no face') }).all)).toEqual({ ok: false, refusal: { step: 'face', detail: 'no face' } });
});

test('a hint marks what was looked up as out of date', async () => {
  const { all, center } = ports();
  const booted = await boot(all);
  if (!booted.ok) throw new Error('boot failed');
  const { queries } = booted.value;
  queries.setQueryData(['contact-records', 'one', 'a'], {});
  queries.setQueryData(['flows', 'list'], {});
  center.tell({ kind: 'hints', hints: ['contact-records'] });
  expect([['contact-records', 'one', 'a'], ['flows', 'list']].map((key) => queries.getQueryState(key)?.isInvalidated)).toEqual([true, false]);
});

test('the automation handle speaks the words of scenarios and rejects with the code of a refusal', async () => {
  const { all, center, published } = ports();
  await boot(all);
  const [ringback] = published;
  if (ringback === undefined) throw new Error('nothing published');
  await ringback.ready;
  await ringback.customer('+12065550142').behaves([{ noAnswer: true }, { answersAfter: 3, hangsUpAfter: 60 }], { talksFor: 30 });
  expect(center.sent.at(-1)).toEqual({
    type: 'customer.behave', number: '+12065550142', talksForMs: 30_000,
    whenCalled: [{ does: 'noAnswer' }, { does: 'answers', afterMs: 3_000, hangsUpAfterMs: 60_000 }],
  });
  await ringback.clock.advanceTo('2024-01-10T11:39:00Z');
  expect(center.sent.at(-1)).toEqual({ type: 'clock.advanceTo', atMs: Date.parse('2024-01-10T11:39:00Z') });
  await expect(ringback.clock.advanceTo('11:39')).rejects.toThrow('no instant');
  expect(ringback.clock.now()).toBe('2024-01-10T11:45:00.000Z');
  expect((await ringback.records()).map((record) => record.ContactId)).toEqual(['contact-2', 'contact-1']);
  center.refuseNext({ ok: false, code: 'NOT_NOW', detail: {} });
  await expect(ringback.clock.hold()).rejects.toThrow('NOT_NOW');
});

test('who is there can be told to a tab that was refused', async () => {
  const booted = await boot(ports().all);
  expect(booted.ok && (await booted.value.lookUpCenter())?.agents.map(({ username }) => username)).toEqual(['ana', 'ben']);
});
