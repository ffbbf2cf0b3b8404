import { CircleX, Clock, PhoneMissed, Undo2 } from 'lucide-react';
import type { AgentView, ContactView } from '../../protocol/views.ts';
import { useEngineNow } from '../../store/engine-time.ts';
import { useLive } from '../../store/live-context.tsx';
import { selectCenter } from '../../store/selectors.ts';
import { useText } from '../../text/use-text.ts';
import { Announcer } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { StageCard } from '../../ui/StageCard.tsx';
import { NumberText } from '../../ui/TimeText.tsx';
import { useShortcut } from '../../ui/use-shortcut.ts';
import { WhoTitle } from '../../ui/WhoTitle.tsx';
import { closedSnapshot } from './closed-snapshot.ts';
import type { ClosedSnapshot } from './closed-snapshot.ts';
import { useClear } from './use-clear.ts';
import styles from './ClosedCard.module.css';

/** A contact that was missed, rejected or not reached: what happened, what comes of it, one button back. */
export function ClosedCard({ contact, agent }: { readonly contact: ContactView; readonly agent: AgentView }) {
  const t = useText();
  const nowMs = useEngineNow(1_000);
  const zone = useLive(selectCenter)?.timeZone ?? 'UTC';
  const card = closedSnapshot(contact, agent, nowMs, zone, t);
  const { clear, busy } = useClear(contact, agent.id);
  useShortcut('d', clear);
  return (
    <StageCard
      tone={card.tone}
      icon={iconOf(card)}
      kicker={card.kicker}
      title={<WhoTitle name={card.who.name} number={card.who.number} />}
      subtitle={card.who.name === null ? undefined : <NumberText spoken={card.who.number.spoken}>{card.who.number.shown}</NumberText>}
      actions={clear && (
        <Button wide size="large" kind="primary" icon={<Undo2 size={20} aria-hidden />} aria-keyshortcuts="Control+Shift+D" busy={busy} onClick={clear}>
          {busy ? t('softphone.closed.clearing') : card.back}
        </Button>
      )}
    >
      <Announcer assertive text={`${card.kicker}. ${card.what} ${card.consequence} ${card.you}`} />
      <div className={styles['story']}>
        <Part title={t('softphone.closed.what')} text={card.what} />
        <Part title={t('softphone.closed.consequence')} text={card.consequence} />
        <Part title={t('softphone.closed.you')} text={card.you} />
      </div>
    </StageCard>
  );
}

function Part({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <section className={styles['part']}>
      <h3 className={styles['title']}>{title}</h3>
      <p>{text}</p>
    </section>
  );
}

function iconOf(card: ClosedSnapshot) {
  if (card.stage === 'missed') return <PhoneMissed size={16} strokeWidth={2.5} />;
  return card.tone === 'late' ? <Clock size={16} strokeWidth={2.5} /> : <CircleX size={16} strokeWidth={2.5} />;
}
