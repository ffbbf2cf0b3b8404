import type { ComponentPropsWithRef, ReactNode } from 'react';
import styles from './IconButton.module.css';
import { cx } from './class-names.ts';

interface IconButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'type' | 'aria-label' | 'children'> {
  /** Its name for everyone who does not see the icon, and its tooltip. */
  readonly label: string;
  readonly icon: ReactNode;
  /** On a dark bar. */
  readonly onBar?: boolean;
}

/** A 44 × 44 button with an icon alone. */
export function IconButton({ label, icon, onBar = false, className, ...rest }: IconButtonProps) {
  return (
    <button {...rest} type="button" aria-label={label} title={label} className={cx(styles['button'], onBar && styles['onBar'], className)}>
      {icon}
    </button>
  );
}
