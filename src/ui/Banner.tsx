import type { ReactNode } from 'react';
import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import styles from './Banner.module.css';
import { cx } from './class-names.ts';

interface BannerProps {
  readonly kind: 'info' | 'warn' | 'bad';
  /** Buttons that do something about it. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

const icons = { info: Info, warn: TriangleAlert, bad: CircleAlert } as const;

/** Something that stays true until it is dealt with, in a line across the page. */
export function Banner({ kind, actions, children }: BannerProps) {
  const Icon = icons[kind];
  return (
    <div className={cx(styles['banner'], styles[kind])} role={kind === 'bad' ? 'alert' : 'status'}>
      <Icon size={18} aria-hidden />
      <div className={styles['text']}>{children}</div>
      {actions}
    </div>
  );
}
