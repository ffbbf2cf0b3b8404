import type { CaptionView, CenterView, PhoneView } from '../../protocol/views.ts';

/** The other end of the path: a number of the center and what it is for, as far as the center says. */
export interface OtherEnd {
  readonly number: string;
  readonly description: string | null;
}

/** Why the last call is over, seen by the one who holds the phone. */
export type EndedWhy = 'youHungUp' | 'theyHungUp' | 'declined' | 'missed' | 'failed' | 'over';

/** With whom one is connected; `dialing` until somebody or something answers. */
export type Company = NonNullable<PhoneView['talkingTo']> | 'dialing';

/** A number of the center that can be dialed with one press. */
export interface Destination extends OtherEnd {
  readonly dial: () => void;
}

export interface IdleScreen {
  readonly kind: 'idle';
  readonly destinations: readonly Destination[];
  readonly dialTyped: ((number: string) => void) | undefined;
}

export interface RingingScreen {
  readonly kind: 'ringing';
  readonly caller: OtherEnd | null;
  /** The caller is keeping a promise made to this number. */
  readonly isCallback: boolean;
  readonly sinceMs: number | null;
  readonly answer: (() => void) | undefined;
  readonly decline: (() => void) | undefined;
  readonly letVoicemail: (() => void) | undefined;
}

export interface InCallScreen {
  readonly kind: 'inCall';
  readonly other: OtherEnd | null;
  readonly company: Company;
  /** From when the running time counts: the answer, else the first ring. */
  readonly sinceMs: number | null;
  readonly captions: readonly CaptionView[];
  readonly keysAwaited: boolean;
  readonly press: ((keys: string) => void) | undefined;
  readonly hangUp: (() => void) | undefined;
}

export interface EndedScreen {
  readonly kind: 'ended';
  readonly why: EndedWhy;
  readonly other: OtherEnd | null;
  readonly captions: readonly CaptionView[];
  readonly callAgain: (() => void) | undefined;
  readonly destinations: readonly Destination[];
  readonly dialTyped: ((number: string) => void) | undefined;
}

/** What a customer's phone shows. An action is undefined when the center would refuse it now. */
export interface PhoneSnapshot {
  readonly number: string;
  readonly name: string | null;
  readonly callback: PhoneView['callbackPending'];
  readonly screen: IdleScreen | RingingScreen | InCallScreen | EndedScreen;
}

/** What the phone can ask of the center; each sends one command. */
export interface PhoneControls {
  readonly dial: (to: string) => void;
  readonly press: (keys: string) => void;
  readonly hangUp: () => void;
  readonly answer: () => void;
  readonly decline: () => void;
  readonly letVoicemail: () => void;
}

/** Turns what the center says of a phone into what the phone shows. */
export function phoneSnapshot(phone: PhoneView, center: CenterView | null, controls: PhoneControls): PhoneSnapshot {
  return { number: phone.number, name: phone.name, callback: phone.callbackPending, screen: screenOf(phone, center, controls) };
}

function screenOf(phone: PhoneView, center: CenterView | null, controls: PhoneControls): PhoneSnapshot['screen'] {
  const may = (action: PhoneView['can'][number]): boolean => phone.can.includes(action);
  const other = phone.otherNumber === null ? null : otherEnd(phone.otherNumber, center);
  const dialTyped = may('dial') ? controls.dial : undefined;
  const destinations = dialTyped === undefined ? [] : destinationsOf(center, dialTyped);
  switch (phone.state) {
    case 'idle':
      return { kind: 'idle', destinations, dialTyped };
    case 'ringing':
      return {
        kind: 'ringing',
        caller: other,
        isCallback: phone.callbackPending !== null,
        sinceMs: phone.sinceMs,
        answer: may('answer') ? controls.answer : undefined,
        decline: may('decline') ? controls.decline : undefined,
        letVoicemail: may('letVoicemail') ? controls.letVoicemail : undefined,
      };
    case 'inCall':
      return {
        kind: 'inCall',
        other,
        company: phone.talkingTo ?? 'dialing',
        sinceMs: phone.answeredAtMs ?? phone.sinceMs,
        captions: phone.captions,
        keysAwaited: phone.keysAwaited,
        press: may('press') ? controls.press : undefined,
        hangUp: may('hangUp') ? controls.hangUp : undefined,
      };
    case 'ended': {
      const redial = other?.number;
      return {
        kind: 'ended',
        why: endedWhy(phone),
        other,
        captions: phone.captions,
        callAgain: dialTyped === undefined || redial === undefined ? undefined : () => dialTyped(redial),
        // The number just spoken to has its own button.
        destinations: destinations.filter(({ number }) => number !== redial),
        dialTyped,
      };
    }
  }
}

/** Why a call is over, from who ended it, who had called, and whether anybody had answered. */
export function endedWhy({ endedBy, direction, answeredAtMs }: Pick<PhoneView, 'endedBy' | 'direction' | 'answeredAtMs'>): EndedWhy {
  if (endedBy === null) return 'over';
  // `out` is the center's view of the path: it called this phone.
  const unansweredRing = direction === 'out' && answeredAtMs === null;
  if (unansweredRing) return endedBy === 'customer' ? 'declined' : 'missed';
  if (endedBy === 'failed') return 'failed';
  return endedBy === 'customer' ? 'youHungUp' : 'theyHungUp';
}

function otherEnd(number: string, center: CenterView | null): OtherEnd {
  return { number, description: center?.numbers.find((each) => each.number === number)?.description ?? null };
}

function destinationsOf(center: CenterView | null, dial: (to: string) => void): readonly Destination[] {
  return (center?.numbers ?? []).map(({ number, description }) => ({ number, description, dial: () => dial(number) }));
}
