import { expect, test } from 'vitest';
import type { CenterView, PhoneView } from '../../protocol/views.ts';
import { endedWhy, phoneSnapshot } from './phone-snapshot.ts';
import type { PhoneControls } from './phone-snapshot.ts';

const john: PhoneView = {
  number: '+12065550142', name: 'John', state: 'idle', otherNumber: null, direction: null, sinceMs: null, answeredAtMs: null,
  talkingTo: null, captions: [], keysAwaited: false, endedBy: null, callbackPending: null, behavior: 'manual', can: ['dial'],
};
const center: CenterView = {
  instanceName: 'Demo', country: 'US', timeZone: 'UTC', agents: [], customers: [], scenario: null,
  numbers: [{ number: '+18005550199', description: 'Customer service' }, { number: '+18005550198', description: 'Sales' }],
};

function recordingControls() {
  const sent: string[] = [];
  const note = (name: string) => (value?: string) => void sent.push(value === undefined ? name : `${name} ${value}`);
  const controls: PhoneControls = {
    dial: note('dial'), press: note('press'), hangUp: note('hangUp'), answer: note('answer'), decline: note('decline'), letVoicemail: note('letVoicemail'),
  };
  return { controls, sent };
}

test('an idle phone offers each number of the center', () => {
  const { controls, sent } = recordingControls();
  const { screen } = phoneSnapshot(john, center, controls);
  if (screen.kind !== 'idle') throw new Error(screen.kind);
  expect(screen.destinations.map(({ description }) => description)).toEqual(['Customer service', 'Sales']);
  screen.destinations[1]?.dial();
  screen.dialTyped?.('+12125550100');
  expect(sent).toEqual(['dial +18005550198', 'dial +12125550100']);
});

test('a phone that may not dial offers no number', () => {
  const { screen } = phoneSnapshot({ ...john, can: [] }, center, recordingControls().controls);
  expect(screen).toEqual({ kind: 'idle', destinations: [], dialTyped: undefined });
});

test('a phone works before the center has introduced itself', () => {
  const { screen } = phoneSnapshot({ ...john, state: 'ringing', otherNumber: '+18005550199', can: ['answer'] }, null, recordingControls().controls);
  expect(screen).toMatchObject({ kind: 'ringing', caller: { number: '+18005550199', description: null } });
});

test('a ringing phone offers only what the center would accept', () => {
  const { controls, sent } = recordingControls();
  const ringing: PhoneView = { ...john, state: 'ringing', direction: 'out', otherNumber: '+18005550199', sinceMs: 5, can: ['answer', 'letVoicemail'] };
  const { screen } = phoneSnapshot(ringing, center, controls);
  if (screen.kind !== 'ringing') throw new Error(screen.kind);
  expect(screen.caller?.description).toBe('Customer service');
  expect(screen.isCallback).toBe(false);
  expect(screen.decline).toBeUndefined();
  screen.answer?.();
  screen.letVoicemail?.();
  expect(sent).toEqual(['answer', 'letVoicemail']);
});

test('the running time counts from the answer, and from the first ring until then', () => {
  const inCall: PhoneView = { ...john, state: 'inCall', sinceMs: 1_000, otherNumber: '+18005550199', can: ['press', 'hangUp'] };
  const sinceMs = (phone: PhoneView) => {
    const { screen } = phoneSnapshot(phone, center, recordingControls().controls);
    return screen.kind === 'inCall' ? [screen.company, screen.sinceMs] : screen.kind;
  };
  expect(sinceMs(inCall)).toEqual(['dialing', 1_000]);
  expect(sinceMs({ ...inCall, answeredAtMs: 4_000, talkingTo: 'queue' })).toEqual(['queue', 4_000]);
});

test('after a call the same number can be called again, and the others are offered beside it', () => {
  const { controls, sent } = recordingControls();
  const { screen } = phoneSnapshot({ ...john, state: 'ended', otherNumber: '+18005550199', endedBy: 'center', answeredAtMs: 1 }, center, controls);
  if (screen.kind !== 'ended') throw new Error(screen.kind);
  screen.callAgain?.();
  expect(sent).toEqual(['dial +18005550199']);
  expect(screen.destinations.map(({ number }) => number)).toEqual(['+18005550198']);
});

test.each([
  ['customer', 'in', 1, 'youHungUp'],
  ['center', 'in', 1, 'theyHungUp'],
  ['failed', 'in', null, 'failed'],
  ['customer', 'out', 1, 'youHungUp'],
  ['center', 'out', 1, 'theyHungUp'],
  ['customer', 'out', null, 'declined'],
  ['center', 'out', null, 'missed'],
  ['failed', 'out', null, 'missed'],
  [null, null, null, 'over'],
] as const)('ended by %s, direction %s, answered at %s reads as %s', (endedBy, direction, answeredAtMs, why) => {
  expect(endedWhy({ endedBy, direction, answeredAtMs })).toBe(why);
});
