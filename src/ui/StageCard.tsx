import type { ReactNode } from 'react';
import styles from './StageCard.module.css';
import { cx } from './class-names.ts';
import { toneClass } from './tone-class.ts';
import type { Tone } from './tone.ts';

interface StageCardProps {
  readonly tone: Tone;
  /** Beside the kicker: each state has its own. */
  readonly icon: ReactNode;
  readonly kicker: string;
  readonly title: ReactNode;
  readonly subtitle?: ReactNode;
  /** At the right of the band: a ring, a clock. */
  readonly aside?: ReactNode;
  /** Stays at the bottom whatever the height. */
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

/** One state, filling its place: a band that says which, what belongs to it, and what can be done. */
export function StageCard({ tone, icon, kicker, title, subtitle, aside, actions, children }: StageCardProps) {
  return (
    <div className={cx(styles['card'], toneClass(tone))}>
      <header className={styles['band']}>
        <div className={styles['words']}>
          <p className={styles['kicker']}>
            <span aria-hidden>{icon}</span>
            {kicker}
          </p>
          <h2 className={styles['title']}>{title}</h2>
          {subtitle !== undefined && <p className={styles['subtitle']}>{subtitle}</p>}
        </div>
        {aside}
      </header>
      <div className={styles['body']}>{children}</div>
      {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
    </div>
  );
}
