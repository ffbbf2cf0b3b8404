import { useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { cx } from '../../ui/class-names.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import styles from './SoftphoneLayout.module.css';

interface SoftphoneLayoutProps {
  readonly title: string;
  readonly header: ReactNode;
  /** The demo's clock: a bar over the whole page where there is room, else a ribbon in the phone. */
  readonly bar?: ReactNode;
  readonly ribbon?: ReactNode;
  readonly banners?: ReactNode;
  /** Names the card's place; `stageKey` changes with the card. */
  readonly stageLabel: string;
  readonly stageKey: string;
  readonly stage: ReactNode;
  /** Beside the phone, where there is room; null where there is none. */
  readonly beside: { readonly label: string; readonly context: ReactNode; readonly side: ReactNode } | null;
}

/** The page: the phone, and from 960 px on what belongs to the contact beside it. */
export function SoftphoneLayout({ title, header, bar, ribbon, banners, stageLabel, stageKey, stage, beside }: SoftphoneLayoutProps) {
  return (
    <div className={cx(styles['page'], beside !== null && styles['desk'])}>
      {bar !== undefined && <div className={styles['bar']}>{bar}</div>}
      <div className={styles['phone']}>
        <header className={styles['header']}>{header}</header>
        {ribbon}
        {banners}
        <main className={styles['main']}>
          <h1><VisuallyHidden>{title}</VisuallyHidden></h1>
          <StagePlace label={stageLabel} stageKey={stageKey}>{stage}</StagePlace>
        </main>
      </div>
      {beside !== null && (
        <aside aria-label={beside.label} className={styles['beside']}>
          <div className={styles['context']}>{beside.context}</div>
          <div className={styles['side']}>{beside.side}</div>
        </aside>
      )}
    </div>
  );
}

/**
 * Where the cards follow one another. A card that leaves may take the focus with it: then the place itself takes it, so
 * that the next Tab reaches the new card's controls. Focus elsewhere (a field, the menu) is left alone.
 */
function StagePlace({ label, stageKey, children }: { readonly label: string; readonly stageKey: string; readonly children: ReactNode }) {
  const place = useRef<HTMLElement>(null);
  const shown = useRef(stageKey);
  useLayoutEffect(() => {
    if (shown.current === stageKey) return;
    shown.current = stageKey;
    if (document.activeElement === document.body || document.activeElement === null) place.current?.focus();
  }, [stageKey]);
  return (
    <section ref={place} tabIndex={-1} aria-label={label} className={styles['stage']}>
      {children}
    </section>
  );
}
