/** Sounds that go on while a state lasts. */
export type Loop =
  | { readonly name: 'callbackOffer' | 'inboundOffer' | 'heldLong' }
  /** The cadence of the customer's country: ISO alpha-2. */
  | { readonly name: 'ringback'; readonly country: string };

/** Sounds that mark a moment. */
export type Cue = 'accepted' | 'whisper' | 'joined' | 'ended' | 'fault' | 'test';

/** `locked`: the browser waits for a click or a key. `unavailable`: it plays nothing here at all. */
export type SoundState = 'locked' | 'ready' | 'unavailable';

/** What makes sound in a tab. Every method may be called at any time; what cannot sound is silent, never an error. */
export interface Sounds {
  readonly state: () => SoundState;
  /** Tells when the state changes; the returned function ends it. */
  readonly subscribe: (changed: () => void) => () => void;
  /** Call from within a click or key handler. */
  readonly unlock: () => void;
  /** 0–100; 0 is silent. */
  readonly setVolume: (percent: number) => void;
  /** Sounds this and nothing else until told otherwise; null ends it. The same loop again changes nothing. */
  readonly loop: (loop: Loop | null) => void;
  readonly cue: (cue: Cue) => void;
  readonly close: () => void;
}

/** True when two loops sound alike. */
export function sameLoop(one: Loop | null, other: Loop | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
