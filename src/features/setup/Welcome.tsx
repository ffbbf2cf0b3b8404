import { useEffect, useRef, useState } from 'react';
import { useText } from '../../text/use-text.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import styles from './SetupPages.module.css';
import type { Setup } from './use-setup.ts';

interface WelcomeProps {
  readonly setup: Setup;
  readonly isFirst: boolean;
  /** The step shown is the one that was left. */
  readonly isWhereLeft: boolean;
  readonly onStartOver: () => void;
}

/** What this page is for, and what became of an earlier visit. */
export function Welcome({ setup: { found, draft, isGone }, isFirst, isWhereLeft, onStartOver }: WelcomeProps) {
  const t = useText();
  const hasBegun = draft.passed.length > 0 || draft.queueName !== '';
  // What was found when the page was opened; it does not appear while somebody types.
  const [isResumed] = useState(found === 'draft' && hasBegun);
  return (
    <header className={styles['welcome']}>
      <h1 className={styles['title']}>{t('setup.title')}</h1>
      {isFirst && <p className={styles['lead']}>{t('setup.lead')}</p>}
      <div className={styles['notes']}>
        {found === 'damaged' && <Banner kind="warn">{t('setup.damaged')}</Banner>}
        {isGone && <Banner kind="warn">{t('setup.gone')}</Banner>}
        {isResumed && isWhereLeft && !isGone && found === 'draft' && <Banner kind="info">{t('setup.resumed')}</Banner>}
      </div>
      <div className={styles['welcomeRow']}>
        <details className={styles['how']}>
          <summary>{t('setup.how.title')}</summary>
          <ul>{(['queued', 'called', 'retried'] as const).map((fact) => <li key={fact}>{t(`setup.how.${fact}`)}</li>)}</ul>
        </details>
        {hasBegun && <StartOver onSure={onStartOver} />}
      </div>
    </header>
  );
}

/** Asked twice: what was typed cannot be had back. */
function StartOver({ onSure }: { readonly onSure: () => void }) {
  const t = useText();
  const [asks, setAsks] = useState(false);
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (asks) keep.current?.focus();
  }, [asks]);
  if (!asks) return <Button kind="quiet" size="small" onClick={() => setAsks(true)}>{t('setup.startOver')}</Button>;
  return (
    <div className={styles['sure']} role="group" aria-label={t('setup.startOver')}>
      <span>{t('setup.startOverSure')}</span>
      <Button size="small" kind="bad" onClick={() => {
        setAsks(false);
        onSure();
      }}>{t('setup.startOverYes')}</Button>
      <Button size="small" ref={keep} onClick={() => setAsks(false)}>{t('common.cancel')}</Button>
    </div>
  );
}
