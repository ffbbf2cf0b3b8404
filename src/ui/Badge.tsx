import type { ReactNode } from 'react';
import styles from './Badge.module.css';
import { cx } from './class-names.ts';
import { toneClass } from './tone-class.ts';
import type { Tone } from './tone.ts';

/** A count or a short word beside a name. */
export function Badge({ children }: { readonly children: ReactNode }) {
  return <span className={styles['badge']}>{children}</span>;
}

interface StatePillProps {
  readonly tone: Tone;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
}

/** A state: colour, icon and word together. */
export function StatePill({ tone, icon, children }: StatePillProps) {
  return (
    <span className={cx(styles['pill'], toneClass(tone))}>
      {icon ?? <span className={styles['dot']} />}
      {children}
    </span>
  );
}

interface StateDotProps {
  readonly tone: Tone;
  /** A ring: tells it apart without colour. */
  readonly hollow?: boolean;
  /** On a dark bar. */
  readonly onBar?: boolean;
}

/** The dot of a state, beside its word. */
export function StateDot({ tone, hollow = false, onBar = false }: StateDotProps) {
  return <span aria-hidden className={cx(styles['dot'], hollow && styles['hollow'], onBar && styles['onBar'], toneClass(tone))} />;
}
