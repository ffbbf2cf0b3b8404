import { Check, PenLine } from 'lucide-react';
import type { AgentView, ContactView } from '../../protocol/views.ts';
import { useEngineNow } from '../../store/engine-time.ts';
import { isoDuration } from '../../text/format.ts';
import { useText } from '../../text/use-text.ts';
import { Announcer } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { StageCard } from '../../ui/StageCard.tsx';
import { NumberText, TimeText } from '../../ui/TimeText.tsx';
import { useShortcut } from '../../ui/use-shortcut.ts';
import { WhoTitle } from '../../ui/WhoTitle.tsx';
import { useClear } from './use-clear.ts';
import { workSnapshot } from './work-snapshot.ts';
import styles from './WorkCard.module.css';

/** After-contact work: how long it has lasted, how long it may, and Done. */
export function WorkCard({ contact, agent }: { readonly contact: ContactView; readonly agent: AgentView }) {
  const t = useText();
  const card = workSnapshot(contact, agent, useEngineNow(), t);
  const { clear, busy } = useClear(contact, agent.id);
  useShortcut('d', clear);
  const facts = [
    ...(card.talked === null ? [] : [{ id: 'talked', label: t('softphone.work.talked'), value: card.talked }]),
    { id: 'held', label: t('softphone.work.held'), value: card.held },
  ];
  return (
    <StageCard
      tone="away"
      icon={<PenLine size={16} strokeWidth={2.5} />}
      kicker={t('softphone.work.kicker')}
      title={<WhoTitle name={card.who.name} number={card.who.number} />}
      subtitle={card.who.name === null ? undefined : <NumberText spoken={card.who.number.spoken}>{card.who.number.shown}</NumberText>}
      actions={clear && (
        <Button wide size="large" kind="primary" icon={<Check size={20} aria-hidden />} aria-keyshortcuts="Control+Shift+D" busy={busy} onClick={clear}>
          {busy ? t('softphone.work.finishing') : t('softphone.work.done')}
        </Button>
      )}
    >
      <Announcer text={`${t('softphone.work.kicker')}. ${card.ended ?? ''}`} />
      {card.ended !== null && <p>{card.ended}</p>}
      <div className={styles['clock']}>
        <p className={styles['label']}>{t('softphone.work.spent')}</p>
        <TimeText size="huge" dateTime={isoDuration(card.spentMs)}>{card.spent}</TimeText>
        {card.limit !== null && (
          <div className={styles['limit']}>
            <ProgressBar label={t('softphone.work.limit')} part={card.limit.part} valueText={card.limit.text} />
            <p className={styles['label']}>{card.limit.text}</p>
          </div>
        )}
      </div>
      <Facts facts={facts} />
      <p className={styles['means']}>{card.means}</p>
    </StageCard>
  );
}
