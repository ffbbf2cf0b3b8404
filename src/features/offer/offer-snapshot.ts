import type { OfferView } from '../../protocol/views.ts';
import { beganWords, kindWords, reasonWords, whoWords } from '../../text/contact-words.ts';
import type { WhoWords } from '../../text/contact-words.ts';
import { formatAgo, formatClock, formatDayClock, formatSpan, secondsLeft } from '../../text/format.ts';
import { numberWords } from '../../text/phone.ts';
import type { NumberWords } from '../../text/phone.ts';
import type { Say } from '../../text/use-text.ts';

/** One line of what is known about the contact that rings. */
export interface OfferFact {
  readonly id: 'asked' | 'waited' | 'queue' | 'theirTime' | 'showAs';
  readonly label: string;
  readonly value: string;
  readonly note: string | null;
  /** Set when the value is a telephone number. */
  readonly number: NumberWords | null;
}

/** The offer card at an instant: words and proportions, nothing left to decide. */
export interface OfferCardSnapshot {
  readonly kind: OfferView['kind'];
  readonly kicker: string;
  readonly who: WhoWords;
  readonly reason: string | null;
  readonly facts: readonly OfferFact[];
  readonly secondsText: string;
  /** What is left of the ringing time, 0–1. */
  readonly part: number;
  readonly over: boolean;
  readonly next: string;
  readonly documentTitle: string;
  /** The whole ringing time is told once; a live region must not count aloud. */
  readonly announcement: string;
}

/** `centerZone` is the zone in which the agent reads the time of asking. */
export function offerSnapshot(offer: OfferView, nowMs: number, centerZone: string, t: Say): OfferCardSnapshot {
  const who = whoWords(offer.customerName, offer.maskedNumber, t);
  const seconds = secondsLeft(offer.expiresAtMs, nowMs);
  const kindName = t(`softphone.kind.${offer.kind}`);
  return {
    kind: offer.kind,
    kicker: kindWords(offer, t),
    who,
    reason: reasonWords(offer.reason),
    facts: factsOf(offer, nowMs, centerZone, t),
    secondsText: t('softphone.offer.seconds', { count: seconds }),
    part: partLeft(offer, nowMs),
    over: seconds === 0,
    next: offer.kind === 'callback' ? t('softphone.offer.nextCallback') : t('softphone.offer.nextInbound'),
    documentTitle: t('softphone.offer.documentTitle', { seconds, kind: kindName, who: who.title }),
    announcement: t('softphone.offer.announce', {
      kind: kindWords(offer, t),
      who: who.name ?? who.number.spoken,
      reason: asSentence(reasonWords(offer.reason)),
      count: secondsLeft(offer.expiresAtMs, offer.madeAtMs),
    }),
  };
}

function factsOf(offer: OfferView, nowMs: number, centerZone: string, t: Say): readonly OfferFact[] {
  const plain = { note: null, number: null };
  const facts: (OfferFact | null)[] = [
    {
      ...plain,
      id: 'asked',
      label: beganWords(offer.kind, t),
      value: formatClock(offer.askedAtMs, centerZone),
      note: t('softphone.facts.ago', { ago: formatAgo(nowMs - offer.askedAtMs, t) }),
    },
    { ...plain, id: 'waited', label: t('softphone.facts.waited'), value: formatSpan(nowMs - offer.enqueuedAtMs, t) },
    { ...plain, id: 'queue', label: t('softphone.facts.queue'), value: offer.queueName },
    offer.customerZone === null
      ? null
      : { ...plain, id: 'theirTime', label: t('softphone.facts.theirTime'), value: formatDayClock(nowMs, offer.customerZone) },
    offer.callerId === null ? null : showAs(offer.callerId, t),
  ];
  return facts.filter((fact) => fact !== null);
}

function showAs(callerId: string, t: Say): OfferFact {
  const number = numberWords(callerId, t);
  return { id: 'showAs', label: t('softphone.facts.showAs'), value: number.shown, note: null, number };
}

function partLeft(offer: OfferView, nowMs: number): number {
  const whole = offer.expiresAtMs - offer.madeAtMs;
  return whole <= 0 ? 0 : Math.min(1, Math.max(0, (offer.expiresAtMs - nowMs) / whole));
}

function asSentence(reason: string | null): string {
  if (reason === null) return '';
  return /[.!?]$/.test(reason) ? reason : `${reason}.`;
}
