import type { ConsultView, ContactView } from '../../protocol/views.ts';
import { numberWords } from '../../text/phone.ts';
import type { Say } from '../../text/use-text.ts';

/** A consultation in words. */
export interface ConsultSnapshot {
  /** Who hears whom, in a sentence. */
  readonly sentence: string;
  readonly isConnected: boolean;
  /** Whom changing over leads to. */
  readonly swapTo: string;
  readonly leave: string;
  readonly drop: string;
}

/** What the agent who asked sees of it. */
export function consultSnapshot(consult: ConsultView, t: Say): ConsultSnapshot {
  const who = consult.takenBy ?? (consult.kind === 'number' ? numberWords(consult.who, t).shown : consult.who);
  const isConnected = consult.state === 'connected';
  return {
    sentence: consult.state === 'connected' ? t(`softphone.transfer.${TALKS[consult.talk]}`, { who }) : t(`softphone.transfer.${consult.state}`, { who }),
    isConnected,
    swapTo: consult.talk === 'third' ? t('softphone.transfer.toCustomer') : t('softphone.transfer.toThird', { who }),
    leave: isConnected ? t('softphone.transfer.handOver') : t('softphone.transfer.blind'),
    drop: isConnected ? t('softphone.transfer.drop', { who }) : t('softphone.transfer.giveUp'),
  };
}

/** What the colleague who was asked is told while whoever asked is there; null otherwise. */
export function askedSentence({ fromAgent, fromAgentTalks }: Pick<ContactView, 'fromAgent' | 'fromAgentTalks'>, t: Say): string | null {
  return fromAgentTalks === null || fromAgent === null ? null : t(`softphone.transfer.${ASKED[fromAgentTalks]}`, { who: fromAgent });
}

const TALKS = { third: 'talkThird', customer: 'talkCustomer', all: 'talkAll' } as const;
const ASKED = { third: 'askedThird', customer: 'askedCustomer', all: 'askedAll' } as const;
