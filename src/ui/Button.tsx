import type { ComponentPropsWithRef, ReactNode } from 'react';
import styles from './Button.module.css';
import { cx } from './class-names.ts';

/** What a button promises: `primary` the next thing to do, `good`/`bad` a choice with weight, `plain` the rest, `quiet` without a frame. */
export type ButtonKind = 'primary' | 'good' | 'bad' | 'plain' | 'quiet';

interface ButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'type'> {
  readonly kind?: ButtonKind;
  readonly size?: 'small' | 'normal' | 'large';
  readonly icon?: ReactNode;
  /** Fills the line. */
  readonly wide?: boolean;
  /** In flight: announced as busy and not clickable, but it keeps the focus. */
  readonly busy?: boolean;
  readonly submit?: boolean;
}

/** A button with a word. An action that is not offered should not be rendered; `disabled` is for what will be offered again. */
export function Button({
  kind = 'plain', size = 'normal', icon, wide = false, busy = false, submit = false, className, children, onClick, ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={submit ? 'submit' : 'button'}
      className={cx(styles['button'], styles[kind], styles[size], wide && styles['wide'], className)}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => { event.preventDefault(); } : onClick}
    >
      {icon}
      <span>{children}</span>
    </button>
  );
}
