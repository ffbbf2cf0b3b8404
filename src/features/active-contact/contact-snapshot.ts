import type { ContactAction, ContactView, StepView } from '../../protocol/views.ts';
import { kindWords, reasonWords, shortKindWords, whoWords } from '../../text/contact-words.ts';
import type { WhoWords } from '../../text/contact-words.ts';
import { formatClock, formatDuration } from '../../text/format.ts';
import type { Say } from '../../text/use-text.ts';
import { askedSentence } from './consult-snapshot.ts';

/** One step of the way, in words. */
export interface StepSnapshot {
  readonly id: StepView['name'];
  readonly label: string;
  readonly state: StepView['state'];
  readonly stateText: string;
  /** Accepted: the time of day; others: how long, and how long in all where that is known. */
  readonly time: string;
}

/** How far a message of known length is. */
export interface ProgressSnapshot {
  readonly part: number;
  readonly text: string;
}

/** The card between accept and the conversation. */
export interface ConnectingSnapshot {
  readonly kicker: string;
  readonly who: WhoWords;
  readonly stage: 'agentWhisper' | 'dialing' | 'customerWhisper';
  readonly steps: readonly StepSnapshot[];
  /** What is being said now; null while nothing is. */
  readonly caption: { readonly title: string; readonly text: string } | null;
  /** What is going on, in a sentence. */
  readonly now: string;
  readonly progress: ProgressSnapshot | null;
  /** The agent's own ears: said aloud in the tab that rings. */
  readonly spoken: string | null;
}

/** `centerZone` is the zone in which the time of accepting is read. */
export function connectingSnapshot(contact: ContactView, nowMs: number, centerZone: string, t: Say): ConnectingSnapshot {
  const current = contact.steps.find((step) => step.state === 'now') ?? null;
  const stage = contact.stage === 'agentWhisper' || contact.stage === 'customerWhisper' ? contact.stage : 'dialing';
  const who = whoWords(contact.customerName, contact.number, t);
  return {
    kicker: kindWords(contact, t),
    who,
    stage,
    steps: contact.steps.map((step) => stepSnapshot(step, nowMs, centerZone, t)),
    caption: captionOf(current, t),
    now: sentenceOf(current, who, t),
    progress: progressOf(current, nowMs, t),
    spoken: current?.name === 'agentWhisper' ? current.caption : null,
  };
}

/** The card of the conversation, held or not. */
export interface TalkingSnapshot {
  readonly kicker: string;
  readonly who: WhoWords;
  readonly reason: string | null;
  readonly isHeld: boolean;
  readonly isMuted: boolean;
  readonly talkedMs: number;
  readonly time: string;
  /** Time on hold: now and in all; null when there was none. */
  readonly holdText: string | null;
  /** Who hears whom where it is not simply the two; empty otherwise. */
  readonly hearing: string;
  readonly digitsSent: string;
  readonly end: string;
}

/** Time in conversation counts from the join and includes holds, as on the contact record. */
export function talkingSnapshot(contact: ContactView, nowMs: number, t: Say): TalkingSnapshot {
  const heldNowMs = contact.heldSinceMs === null ? 0 : Math.max(0, nowMs - contact.heldSinceMs);
  const talkedMs = contact.connectedAtMs === null ? 0 : nowMs - contact.connectedAtMs;
  return {
    kicker: shortKindWords(contact, t),
    who: whoWords(contact.customerName, contact.number, t),
    reason: reasonWords(contact.reason),
    isHeld: contact.heldSinceMs !== null,
    isMuted: contact.muted,
    talkedMs,
    time: formatDuration(talkedMs),
    holdText: holdText(contact, heldNowMs, t),
    hearing: hearing(contact, t),
    digitsSent: contact.digitsSent,
    end: contact.consult === null ? t('softphone.talking.end') : t('softphone.talking.endForAll'),
  };
}

/** With three at work it is said where they are listed; who was asked is told here. */
function hearing(contact: ContactView, t: Say): string {
  if (contact.muted && contact.heldSinceMs === null) return t('softphone.talking.mutedMeans');
  if (contact.consult !== null) return '';
  const asked = askedSentence(contact, t);
  if (asked !== null) return asked;
  return contact.heldSinceMs === null ? '' : t('softphone.talking.heldMeans');
}

/** What the contact's agent may do, as flags for controls. */
export function allows(contact: ContactView, action: ContactAction): boolean {
  return contact.can.includes(action);
}

function stepSnapshot(step: StepView, nowMs: number, centerZone: string, t: Say): StepSnapshot {
  return {
    id: step.name,
    label: t(`softphone.connecting.${step.name}`),
    state: step.state,
    stateText: t(`softphone.connecting.state.${step.state}`),
    time: stepTime(step, nowMs, centerZone, t),
  };
}

function stepTime(step: StepView, nowMs: number, centerZone: string, t: Say): string {
  if (step.fromMs === null) return '';
  if (step.name === 'accepted') return formatClock(step.fromMs, centerZone, 'seconds');
  const spent = formatDuration((step.toMs ?? nowMs) - step.fromMs);
  if (step.state !== 'now' || step.untilMs === null) return spent;
  return t('softphone.connecting.timeOf', { spent, whole: formatDuration(step.untilMs - step.fromMs) });
}

function captionOf(step: StepView | null, t: Say): ConnectingSnapshot['caption'] {
  if (step === null || step.caption === null || step.caption === '') return null;
  const title = step.name === 'customerWhisper' ? t('softphone.connecting.saidToThem') : t('softphone.connecting.saidToYou');
  return { title, text: step.caption };
}

function sentenceOf(step: StepView | null, who: WhoWords, t: Say): string {
  switch (step?.name) {
    case 'agentWhisper':
      return t('softphone.connecting.listen');
    case 'dialing':
      return t('softphone.connecting.dialingNow', { number: who.number.shown });
    case 'ringing':
      return t('softphone.connecting.ringingNow');
    case 'customerWhisper':
      return t('softphone.connecting.theyListen');
    default:
      return t('softphone.connecting.soon');
  }
}

function progressOf(step: StepView | null, nowMs: number, t: Say): ProgressSnapshot | null {
  if (step === null || step.fromMs === null || step.untilMs === null || step.untilMs <= step.fromMs) return null;
  const wholeMs = step.untilMs - step.fromMs;
  const spentMs = Math.min(wholeMs, Math.max(0, nowMs - step.fromMs));
  const text = t('softphone.connecting.timeOfWords', { spent: formatDuration(spentMs), whole: formatDuration(wholeMs) });
  return { part: spentMs / wholeMs, text };
}

function holdText(contact: ContactView, heldNowMs: number, t: Say): string | null {
  if (contact.heldSinceMs !== null) return t('softphone.talking.heldNow', { time: formatDuration(heldNowMs) });
  return contact.heldMs > 0 ? t('softphone.talking.heldAll', { time: formatDuration(contact.heldMs) }) : null;
}
