import { expect, test } from 'vitest';
import type { ContactStageView, ContactView, OfferView } from '../protocol/views.ts';
import { createRinger, sceneOf } from './ringer.ts';
import type { RingerView } from './ringer.ts';
import { createSilentSounds } from './silent-audio.ts';
import { cueNotes, loopTones } from './tones.ts';

const silence: RingerView = { offer: null, contact: null, rings: true, country: 'US' };
const offer = { id: 'O1', kind: 'callback' } as OfferView;
const at = (stage: ContactStageView): RingerView => ({ ...silence, contact: { id: 'C1', stage } as ContactView });

function play(...views: readonly RingerView[]) {
  const sounds = createSilentSounds();
  const show = createRinger(sounds);
  for (const view of views) show(sceneOf(view));
  return sounds.heard;
}

test('an offer rings exactly while it is shown', () => {
  expect(play(silence, { ...silence, offer }, { ...silence, offer }, silence)).toEqual([{ name: 'callbackOffer' }, null]);
});

test('a callback and an inbound call ring differently', () => {
  expect(play({ ...silence, offer: { ...offer, kind: 'inbound' } })).toEqual([{ name: 'inboundOffer' }]);
});

test('a tab that does not hold the ring is silent, and stops at once when it is taken over', () => {
  expect(play({ ...silence, offer, rings: false })).toEqual([]);
  expect(play({ ...silence, offer }, { ...silence, offer, rings: false })).toEqual([{ name: 'callbackOffer' }, null]);
});

test('each moment on the way to the customer has its sound, the join last', () => {
  expect(play(silence, { ...silence, offer }, at('agentWhisper'), at('dialing'), at('customerWhisper'), at('connected'), at('afterContactWork'))).toEqual([
    { name: 'callbackOffer' }, null, 'accepted', { name: 'ringback', country: 'US' }, null, 'whisper', 'joined', 'ended',
  ]);
});

test('coming back from hold is no second joining', () => {
  expect(play(at('connected'), at('held'), at('connected'))).toEqual([{ name: 'heldLong' }, null]);
});

test('a reload in the middle of a contact marks no moment, but goes on sounding what lasts', () => {
  expect(play(at('connected'))).toEqual([]);
  expect(play(at('dialing'))).toEqual([{ name: 'ringback', country: 'US' }]);
});

test('a missed or failed contact is heard, a rejected one was the agent’s own doing', () => {
  expect(play(silence, at('missed'))).toEqual(['fault']);
  expect(play(silence, at('failed'))).toEqual(['fault']);
  expect(play(silence, at('rejected'))).toEqual([]);
});

test('the ringback is that of the customer’s country', () => {
  expect(loopTones({ name: 'ringback', country: 'US' }).notes[0]?.hz).toEqual([440, 480]);
  expect(loopTones({ name: 'ringback', country: 'GB' }).notes).toHaveLength(2);
  expect(loopTones({ name: 'ringback', country: 'FR' }).everyMs).toBe(5_000);
});

test('no note outlasts its round and none is louder than the peak', () => {
  for (const name of ['callbackOffer', 'inboundOffer', 'heldLong'] as const) {
    const tones = loopTones({ name });
    for (const { atMs, forMs, db } of tones.notes) {
      expect(atMs + forMs).toBeLessThan(tones.everyMs);
      expect(db + tones.louderDb * Math.max(0, tones.roundsLouder - 1)).toBeLessThanOrEqual(0);
    }
  }
  expect(Object.values(cueNotes).flat().every(({ db }) => db <= 0)).toBe(true);
});
