import type { ReactNode } from 'react';
import styles from './Card.module.css';
import { cx } from './class-names.ts';

interface CardProps {
  readonly title?: string;
  /** Level of the title in the page's outline. */
  readonly level?: 2 | 3;
  readonly actions?: ReactNode;
  /** Names the card for assistive tech when it has no title. */
  readonly label?: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A titled piece of the page on its own surface. */
export function Card({ title, level = 2, actions, label, className, children }: CardProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className={cx(styles['card'], className)} aria-label={label ?? title}>
      {(title !== undefined || actions !== undefined) && (
        <div className={styles['head']}>
          {title !== undefined && <Heading className={styles['title']}>{title}</Heading>}
          {actions}
        </div>
      )}
      {children}
    </section>
  );
}
