import type { ReactNode } from 'react';
import styles from './TimeText.module.css';
import { cx } from './class-names.ts';

interface TimeTextProps {
  /** The formatted time; digits keep their width while they run. */
  readonly children: ReactNode;
  readonly size?: 'inherit' | 'huge';
  /** For `<time dateTime>`: an ISO instant or duration. */
  readonly dateTime?: string;
  readonly className?: string | undefined;
}

/** A clock or a duration. Running times are not announced: live regions must not count aloud. */
export function TimeText({ children, size = 'inherit', dateTime, className }: TimeTextProps) {
  return <time dateTime={dateTime} className={cx(styles['time'], styles[size], className)}>{children}</time>;
}

interface NumberTextProps {
  /** As shown. */
  readonly children: string;
  /** As read out, digit by digit. */
  readonly spoken: string;
  readonly className?: string | undefined;
}

/** A telephone number or other run of digits: never wrapped, left to right, read digit by digit. */
export function NumberText({ children, spoken, className }: NumberTextProps) {
  return (
    <span dir="ltr" className={cx(styles['number'], className)}>
      <span aria-hidden>{children}</span>
      <span className={styles['spoken']}>{spoken}</span>
    </span>
  );
}
