import type { AgentView, ContactView } from '../../protocol/views.ts';
import { causeWord } from '../../text/causes.ts';
import { shortKindWords, whoWords } from '../../text/contact-words.ts';
import type { WhoWords } from '../../text/contact-words.ts';
import { formatClock } from '../../text/format.ts';
import type { Say } from '../../text/use-text.ts';
import { statusAfter } from './work-snapshot.ts';

/** A contact that did not happen: what, why, what becomes of it, and the way back. */
export interface ClosedSnapshot {
  readonly stage: 'missed' | 'rejected' | 'failed';
  readonly tone: 'late' | 'fault';
  readonly kicker: string;
  readonly who: WhoWords;
  readonly what: string;
  readonly consequence: string;
  readonly you: string;
  readonly back: string;
}

/** Spec §1.5 (missed and rejected use no attempt), §1.8 (failed ones are tried again only when nobody answered). */
export function closedSnapshot(contact: ContactView, agent: AgentView, nowMs: number, centerZone: string, t: Say): ClosedSnapshot {
  const stage = contact.stage === 'missed' || contact.stage === 'rejected' ? contact.stage : 'failed';
  return {
    stage,
    tone: stage === 'missed' || (stage === 'failed' && contact.retryAtMs !== null) ? 'late' : 'fault',
    kicker: `${t(`softphone.closed.${stage}`)} · ${shortKindWords(contact, t)}`,
    who: whoWords(contact.customerName, contact.number, t),
    what: whatOf(contact, stage, t),
    consequence: stage === 'failed' ? retryOf(contact, nowMs, centerZone, t) : passedOn(contact, t),
    you: t('softphone.closed.notReceiving'),
    back: t('softphone.closed.back', { status: statusAfter(agent) }),
  };
}

function whatOf(contact: ContactView, stage: ClosedSnapshot['stage'], t: Say): string {
  if (stage === 'missed') return t('softphone.closed.missedWhat');
  if (stage === 'rejected') return t('softphone.closed.rejectedWhat');
  return t(`causeSentences.${causeWord(contact.cause) ?? 'networkFault'}`);
}

function passedOn(contact: ContactView, t: Say): string {
  if (contact.kind === 'transfer') return t('softphone.closed.nextAgentTransfer');
  return contact.kind === 'callback' ? t('softphone.closed.nextAgent') : t('softphone.closed.nextAgentInbound');
}

function retryOf(contact: ContactView, nowMs: number, centerZone: string, t: Say): string {
  if (contact.retryAtMs === null) return t('softphone.closed.noRetry');
  const left = contact.attempt === null || contact.attemptsMax === null ? 0 : contact.attemptsMax - contact.attempt;
  const sentences = [retryTime(contact, contact.retryAtMs, nowMs, centerZone, t)];
  if (left > 0) sentences.push(t('softphone.closed.triesLeft', { count: left }));
  return sentences.join(' ');
}

function retryTime(contact: ContactView, atMs: number, nowMs: number, centerZone: string, t: Say): string {
  if (atMs <= nowMs) return t('softphone.closed.retryNow');
  const time = formatClock(atMs, centerZone);
  if (contact.customerZone === null) return t('softphone.closed.retry', { time });
  const theirs = formatClock(atMs, contact.customerZone);
  return theirs === time ? t('softphone.closed.retry', { time }) : t('softphone.closed.retryTheirs', { time, theirs });
}
