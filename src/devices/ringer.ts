/*
 * What an agent's tab sounds like is a function of what it shows: nothing is started or stopped by events, so nothing
 * can be left ringing. A tab that does not hold the ring is silent.
 */
import type { ContactView, OfferView } from '../protocol/views.ts';
import type { Cue, Loop, Sounds } from './audio.ts';

/** What the ringer looks at. */
export interface RingerView {
  readonly offer: OfferView | null;
  readonly contact: ContactView | null;
  /** This tab holds the ring, and sound is wanted. */
  readonly rings: boolean;
  /** Whose ringback is heard: ISO alpha-2. */
  readonly country: string;
}

/** A state of the ear. `key` changes when the moment changes; `entry` marks its beginning, unless it is the first seen. */
export interface Scene {
  readonly key: string;
  readonly loop: Loop | null;
  readonly entry: Cue | null;
}

/** What should be heard for what is shown. */
export function sceneOf(view: RingerView): Scene {
  const { contact, offer } = view;
  if (!view.rings) return { key: 'silent', loop: null, entry: null };
  if (contact !== null) return contactScene(contact, view.country);
  if (offer === null) return { key: 'idle', loop: null, entry: null };
  return { key: `offer ${offer.id}`, loop: { name: offer.kind === 'callback' ? 'callbackOffer' : 'inboundOffer' }, entry: null };
}

/** Brings the sound in line with scene after scene. The first is not marked: a reload is not a new moment. */
export function createRinger(sounds: Pick<Sounds, 'loop' | 'cue'>): (scene: Scene) => void {
  let last: Scene | null = null;
  return (scene) => {
    sounds.loop(scene.loop);
    const isNew = last !== null && last.key !== scene.key && last.key !== 'silent';
    last = scene;
    if (isNew && scene.entry !== null) sounds.cue(scene.entry);
  };
}

function contactScene(contact: ContactView, country: string): Scene {
  const at = (stage: string, entry: Cue | null, loop: Loop | null = null): Scene => ({ key: `contact ${contact.id} ${stage}`, loop, entry });
  switch (contact.stage) {
    case 'agentWhisper':
      return at('agentWhisper', 'accepted');
    case 'dialing':
      return at('dialing', null, { name: 'ringback', country });
    case 'customerWhisper':
      return at('customerWhisper', 'whisper');
    // One moment with the conversation: coming back from hold is no second joining.
    case 'held':
      return at('connected', 'joined', { name: 'heldLong' });
    case 'connected':
      return at('connected', 'joined');
    case 'afterContactWork':
      return at('afterContactWork', 'ended');
    case 'missed':
    case 'failed':
      return at(contact.stage, 'fault');
    case 'rejected':
      return at('rejected', null);
  }
}
