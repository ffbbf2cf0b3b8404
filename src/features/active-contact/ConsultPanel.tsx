import { useId } from 'react';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/Button.tsx';
import type { ConsultSnapshot } from './consult-snapshot.ts';
import type { ContactActions } from './use-active-contact.ts';
import styles from './ConsultPanel.module.css';

/** Three at work: who hears whom, and how it goes on. */
export function ConsultPanel({ card, actions }: { readonly card: ConsultSnapshot; readonly actions: ContactActions }) {
  const t = useText();
  const sentenceId = useId();
  return (
    <section className={styles['panel']} aria-labelledby={sentenceId}>
      <p id={sentenceId} className={styles['sentence']}>{card.sentence}</p>
      <div className={styles['buttons']}>
        {actions.conference && <Button busy={actions.busy === 'contact.conference'} onClick={actions.conference}>{t('softphone.transfer.join')}</Button>}
        {actions.swap && <Button busy={actions.busy === 'contact.swap'} onClick={actions.swap}>{card.swapTo}</Button>}
        {actions.leave && <Button kind={card.isConnected ? 'primary' : 'plain'} busy={actions.busy === 'contact.leave'} onClick={actions.leave}>{card.leave}</Button>}
        {actions.drop && <Button busy={actions.busy === 'contact.drop'} onClick={actions.drop}>{card.drop}</Button>}
      </div>
    </section>
  );
}
