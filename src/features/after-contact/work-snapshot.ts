import type { AgentView, ContactView } from '../../protocol/views.ts';
import { whoWords } from '../../text/contact-words.ts';
import type { WhoWords } from '../../text/contact-words.ts';
import { causeWord } from '../../text/causes.ts';
import { formatDuration } from '../../text/format.ts';
import type { Say } from '../../text/use-text.ts';

/** After-contact work at an instant. */
export interface WorkSnapshot {
  readonly who: WhoWords;
  /** Who ended the conversation; null when the cause has no words here. */
  readonly ended: string | null;
  readonly spentMs: number;
  readonly spent: string;
  /** Limited work only. */
  readonly limit: { readonly text: string; readonly part: number } | null;
  readonly means: string;
  readonly talked: string | null;
  readonly held: string;
}

/** The work runs from the end of the conversation to Done, or to its limit if it has one (spec §1.9, §4.5). */
export function workSnapshot(contact: ContactView, agent: AgentView, nowMs: number, t: Say): WorkSnapshot {
  const cause = causeWord(contact.cause);
  const spentMs = Math.max(0, nowMs - contact.stageSinceMs);
  const wholeMs = contact.workUntilMs === null ? null : contact.workUntilMs - contact.stageSinceMs;
  const spent = formatDuration(wholeMs === null ? spentMs : Math.min(spentMs, wholeMs));
  const talkedMs = contact.connectedAtMs === null ? null : contact.stageSinceMs - contact.connectedAtMs;
  return {
    who: whoWords(contact.customerName, contact.number, t),
    ended: cause === null ? null : t(`causeSentences.${cause}`),
    spentMs,
    spent,
    limit: wholeMs === null ? null : {
      text: t('softphone.work.ofLimit', { spent, limit: formatDuration(wholeMs) }),
      part: wholeMs <= 0 ? 1 : Math.min(1, spentMs / wholeMs),
    },
    means: wholeMs === null
      ? t('softphone.work.noLimitMeans')
      : t('softphone.work.limitMeans', { status: statusAfter(agent) }),
    talked: talkedMs === null ? null : formatDuration(talkedMs),
    held: formatDuration(contact.heldMs),
  };
}

/** The status an agent is in once the contact is cleared (spec §4.2). */
export function statusAfter(agent: AgentView): string {
  return (agent.nextStatus ?? agent.status).name;
}
