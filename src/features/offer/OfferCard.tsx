import { Phone, PhoneIncoming, PhoneOff, Undo2 } from 'lucide-react';
import { useText } from '../../text/use-text.ts';
import { Announcer } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { CountdownRing } from '../../ui/CountdownRing.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { StageCard } from '../../ui/StageCard.tsx';
import { NumberText } from '../../ui/TimeText.tsx';
import { useDocumentTitle } from '../../ui/use-document-title.ts';
import { useShortcut } from '../../ui/use-shortcut.ts';
import { WhoTitle } from '../../ui/WhoTitle.tsx';
import type { OfferFact } from './offer-snapshot.ts';
import { useOfferCard } from './use-offer-card.ts';
import type { OfferCard as Card } from './use-offer-card.ts';
import styles from './OfferCard.module.css';

/** A contact that rings here: who, why, how long still, and the two answers. */
export function OfferCard({ offerId }: { readonly offerId: string }) {
  const card = useOfferCard(offerId);
  return card === null ? null : <Ringing card={card} />;
}

function Ringing({ card }: { readonly card: Card }) {
  const t = useText();
  useDocumentTitle(card.documentTitle);
  useShortcut('a', card.accept);
  useShortcut('r', card.reject);
  const Icon = card.kind === 'callback' ? Undo2 : PhoneIncoming;
  return (
    <StageCard
      tone="ring"
      icon={<Icon size={16} strokeWidth={2.5} />}
      kicker={card.kicker}
      title={<WhoTitle name={card.who.name} number={card.who.number} />}
      subtitle={card.who.name === null ? undefined : <NumberText spoken={card.who.number.spoken}>{card.who.number.shown}</NumberText>}
      aside={<div className={styles['ring']}><CountdownRing part={card.part} size={56}>{card.secondsText}</CountdownRing></div>}
      actions={<Answers card={card} />}
    >
      <Announcer assertive text={card.announcement} />
      {card.reason !== null && <p className={styles['reason']} title={card.reason}>{card.reason}</p>}
      <Facts facts={card.facts.map(shownFact)} />
      <p className={styles['next']}>{card.over ? t('softphone.offer.over') : card.next}</p>
    </StageCard>
  );
}

function Answers({ card }: { readonly card: Card }) {
  const t = useText();
  return (
    <>
      {card.reject && (
        <Button
          size="large"
          className={styles['reject']}
          icon={<PhoneOff size={20} aria-hidden />}
          aria-keyshortcuts="Control+Shift+R"
          busy={card.busy === 'offer.reject'}
          disabled={card.busy === 'offer.accept'}
          onClick={card.reject}
        >
          {card.busy === 'offer.reject' ? t('softphone.offer.rejecting') : t('softphone.offer.reject')}
        </Button>
      )}
      {card.accept && (
        <Button
          size="large"
          kind="good"
          className={styles['accept']}
          icon={<Phone size={20} aria-hidden />}
          aria-keyshortcuts="Control+Shift+A"
          busy={card.busy === 'offer.accept'}
          disabled={card.busy === 'offer.reject'}
          onClick={card.accept}
        >
          {card.busy === 'offer.accept' ? t('softphone.offer.accepting') : t('softphone.offer.accept')}
        </Button>
      )}
    </>
  );
}

function shownFact(fact: OfferFact) {
  const value = fact.number === null ? fact.value : <NumberText spoken={fact.number.spoken}>{fact.number.shown}</NumberText>;
  return { id: fact.id, label: fact.label, value, note: fact.note ?? undefined };
}
