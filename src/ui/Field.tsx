import { useId } from 'react';
import type { ReactNode } from 'react';
import styles from './Field.module.css';
import { cx } from './class-names.ts';

/** What the control inside a field must carry. */
export interface FieldControl {
  readonly id: string;
  readonly className: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

interface FieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  /** A sentence that says what is wrong and what to do; announced when it appears. */
  readonly error?: string | undefined;
  readonly className?: string | undefined;
  /** Renders the input, select or textarea with what it is given. */
  readonly children: (control: FieldControl) => ReactNode;
}

/** A label, a control, a hint and an error that belong together: `<Field label="Number">{(c) => <input {...c} />}</Field>`. */
export function Field({ label, hint, error, className, children }: FieldProps) {
  const id = useId();
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const described = [error !== undefined && errorId, hint !== undefined && hintId].filter((each) => each !== false).join(' ');
  return (
    <div className={cx(styles['field'], className)}>
      <label className={styles['label']} htmlFor={id}>{label}</label>
      {children({
        id,
        className: styles['control'] ?? '',
        'aria-describedby': described === '' ? undefined : described,
        'aria-invalid': error === undefined ? undefined : true,
      })}
      {hint !== undefined && <p id={hintId} className={styles['hint']}>{hint}</p>}
      <div aria-live="polite">{error !== undefined && <p id={errorId} className={styles['error']}>{error}</p>}</div>
    </div>
  );
}
