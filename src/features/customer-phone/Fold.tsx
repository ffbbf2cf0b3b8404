import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from '../../ui/class-names.ts';
import styles from './Fold.module.css';

interface FoldProps {
  readonly title: string;
  /** What holds now, in a second line. */
  readonly current?: string;
  readonly open?: boolean;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A part that is out of the way until it is wanted. */
export function Fold({ title, current, open = false, className, children }: FoldProps) {
  return (
    <details className={cx(styles['fold'], className)} open={open}>
      <summary className={styles['summary']}>
        <span className={styles['title']}>{title}</span>
        {current !== undefined && <span className={styles['current']}>{current}</span>}
        <ChevronDown size={18} aria-hidden className={styles['chevron']} />
      </summary>
      {children}
    </details>
  );
}
