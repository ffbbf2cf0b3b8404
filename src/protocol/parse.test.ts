import { expect, test } from 'vitest';
import type { ToHost } from './envelope.ts';
import { parseFromHost, parseGreeting, parseToHost } from './parse.ts';

const hello: ToHost = {
  kind: 'hello', protocol: 1, build: { id: 'b', atMs: 1 }, tabId: 't', audience: { role: 'agent', username: 'ana' },
  genesis: { seed: null, startsAtMs: null, speed: null },
};

test('a greeting is read whole, and its head even when the rest is strange', () => {
  expect(parseToHost(hello)).toEqual({ ok: true, value: hello });
  const strange = { kind: 'hello', protocol: 99, build: { id: 'x', atMs: 2 }, who: 'unknown' };
  expect(parseToHost(strange).ok).toBe(false);
  expect(parseGreeting(strange)).toEqual({ protocol: 99, build: { id: 'x', atMs: 2 } });
});

test('a command that cannot be read keeps its id, so that it can be refused', () => {
  expect(parseToHost({ kind: 'command', id: 'c-1', command: { type: 'offer.accept' } })).toMatchObject({ ok: false, id: 'c-1' });
  expect(parseToHost({ kind: 'command', id: 'c-2', command: { type: 'bank.rob' } })).toMatchObject({ ok: false, id: 'c-2' });
});

test.each([
  ['no object', 7],
  ['an unknown kind', { kind: 'shout' }],
  ['a number that is no number', { kind: 'command', id: 'c', command: { type: 'customer.dial', number: '12065550142', to: '+18005550199' } }],
  ['a clock moved by nothing sensible', { kind: 'command', id: 'c', command: { type: 'clock.advance', ms: Number.NaN } }],
  ['a clock moved back', { kind: 'command', id: 'c', command: { type: 'clock.advance', ms: -1 } }],
  ['ten thousand keys', { kind: 'command', id: 'c', command: { type: 'customer.press', number: '+12065550142', keys: '1'.repeat(10_000) } }],
])('%s is refused', (_, message) => {
  expect(parseToHost(message).ok).toBe(false);
});

test('a patch is read with its rows as they are; one without epoch is refused', () => {
  const patch = { kind: 'patch', epoch: 3, patch: { seq: 1, set: { agents: { a: { id: 'a', extra: [1] } } }, del: { offers: ['o'] } } };
  expect(parseFromHost(patch)).toEqual({ ok: true, value: patch });
  expect(parseFromHost({ kind: 'patch', patch: patch.patch }).ok).toBe(false);
});
