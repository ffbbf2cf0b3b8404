import type { ContactView, OfferView } from '../../protocol/views.ts';
import { useEngineNow } from '../../store/engine-time.ts';
import { useLive } from '../../store/live-context.tsx';
import { selectCenter } from '../../store/selectors.ts';
import { beganWords, reasonWords, whoWords } from '../../text/contact-words.ts';
import { formatAgo, formatClock, formatDayClock } from '../../text/format.ts';
import { numberWords } from '../../text/phone.ts';
import { useText } from '../../text/use-text.ts';
import type { Say } from '../../text/use-text.ts';
import { Card } from '../../ui/Card.tsx';
import { Facts } from '../../ui/Facts.tsx';
import type { Fact } from '../../ui/Facts.tsx';
import { NumberText } from '../../ui/TimeText.tsx';
import { WhoTitle } from '../../ui/WhoTitle.tsx';
import { Timeline } from './Timeline.tsx';
import styles from './ContactContext.module.css';

/** What an offer and a contact have in common here. */
type Subject = Pick<ContactView, 'kind' | 'fromAgent' | 'customerName' | 'reason' | 'queueName' | 'askedAtMs' | 'attempt' | 'attemptsMax' | 'callerId' | 'customerZone'> & {
  readonly number: string;
};

/** Beside an offer: who it is about. */
export function OfferContext({ offer }: { readonly offer: OfferView }) {
  return <div className={styles['column']}><About subject={{ ...offer, number: offer.maskedNumber }} /></div>;
}

/** Beside a contact: who it is about, its course so far, and what the flow noted. */
export function ContactContext({ contact }: { readonly contact: ContactView }) {
  const t = useText();
  const attributes = Object.entries(contact.attributes).sort(([a], [b]) => a.localeCompare(b));
  return (
    <div className={styles['column']}>
      <About subject={contact} />
      {contact.steps.length > 0 && <Card title={t('softphone.context.timeline')}><Timeline contact={contact} /></Card>}
      <Card title={t('softphone.context.attributes')}>
        {attributes.length === 0 ? (
          <p className={styles['none']}>{t('softphone.context.noAttributes')}</p>
        ) : (
          <Facts layout="rows" facts={attributes.map(([key, value]) => ({ id: key, label: key, value }))} />
        )}
      </Card>
    </div>
  );
}

function About({ subject }: { readonly subject: Subject }) {
  const t = useText();
  const nowMs = useEngineNow(1_000);
  const zone = useLive(selectCenter)?.timeZone ?? 'UTC';
  const who = whoWords(subject.customerName, subject.number, t);
  const reason = reasonWords(subject.reason);
  return (
    <Card label={t('softphone.context.title')}>
      <h2 className={styles['who']}><WhoTitle name={who.name} number={who.number} /></h2>
      {reason !== null && <p className={styles['reason']}>{reason}</p>}
      <Facts layout="rows" facts={factsOf(subject, nowMs, zone, t)} />
    </Card>
  );
}

function factsOf(subject: Subject, nowMs: number, zone: string, t: Say): readonly Fact[] {
  const number = (text: string) => {
    const { shown, spoken } = numberWords(text, t);
    return <NumberText spoken={spoken}>{shown}</NumberText>;
  };
  const attempt = subject.attempt === null ? null : subject.attemptsMax === null
    ? String(subject.attempt)
    : t('softphone.facts.attemptOf', { attempt: subject.attempt, max: subject.attemptsMax });
  const facts: (Fact | null)[] = [
    { id: 'number', label: t('softphone.facts.number'), value: number(subject.number) },
    {
      id: 'asked',
      label: beganWords(subject.kind, t),
      value: formatClock(subject.askedAtMs, zone, 'seconds'),
      note: t('softphone.facts.ago', { ago: formatAgo(nowMs - subject.askedAtMs, t) }),
    },
    attempt === null ? null : { id: 'attempt', label: t('softphone.facts.attempt'), value: attempt },
    { id: 'queue', label: t('softphone.facts.queue'), value: subject.queueName },
    subject.customerZone === null
      ? null
      : { id: 'theirTime', label: t('softphone.facts.theirTime'), value: formatDayClock(nowMs, subject.customerZone), note: subject.customerZone.replaceAll('_', ' ') },
    subject.callerId === null ? null : { id: 'showAs', label: t('softphone.facts.showAs'), value: number(subject.callerId) },
  ];
  return facts.filter((fact) => fact !== null);
}
