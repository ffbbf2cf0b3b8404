import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

interface EmptyStateProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly children?: ReactNode;
}

/** What stands where there is nothing yet: why, and what would bring something. */
export function EmptyState({ icon, title, children }: EmptyStateProps) {
  return (
    <div className={styles['empty']}>
      <div className={styles['icon']} aria-hidden>{icon}</div>
      <p className={styles['title']}>{title}</p>
      {children}
    </div>
  );
}
