import { expect, test } from 'vitest';
import { parseConfig } from './config.ts';

const build = { id: 'test', atMs: 1 };
const read = (address: string) => parseConfig(new URL(address, 'http://ringback.test'), build);

test('the address says whom the tab is for', () => {
  expect(read('/?agent=ana')).toMatchObject({ ok: true, value: { audience: { role: 'agent', username: 'ana' } } });
  expect(read('/customer?number=%2B12065550142')).toMatchObject({ value: { audience: { role: 'customer', number: '+12065550142' } } });
  expect(read('/records?agent=ana')).toMatchObject({ value: { audience: { role: 'viewer' } } });
  expect(read('/')).toMatchObject({ value: { audience: { role: 'viewer' }, transport: null, genesis: { seed: null, startsAtMs: null, speed: null } } });
});

test('the address says how a new center begins', () => {
  expect(read('/?seed=7&at=2024-01-10T11:30:00Z&clock=held&transport=inPage')).toMatchObject({
    value: { transport: 'inPage', genesis: { seed: 7, startsAtMs: Date.parse('2024-01-10T11:30:00Z'), speed: 0 } },
  });
});

test('every fault of an address is told at once', () => {
  const found = read('/?seed=x&at=2024-01-10T11:30:00&clock=stopped&transport=pigeon&agent=&speed=-1');
  expect(found.ok ? [] : found.refusal.map(({ name }) => name)).toEqual(['agent', 'transport', 'seed', 'at', 'speed', 'clock']);
});

test('an endless word of the address does not fill the screen', () => {
  const found = read(`/?agent=${'a'.repeat(10_000)}`);
  expect(found.ok ? 0 : found.refusal[0]?.found.length).toBeLessThan(110);
});
