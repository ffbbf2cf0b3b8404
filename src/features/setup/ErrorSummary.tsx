import { useEffect, useRef } from 'react';
import { CircleAlert } from 'lucide-react';
import { useText } from '../../text/use-text.ts';
import type { Finding } from './check-draft.ts';
import { anchorOf, findingAtPlace } from './form.ts';
import styles from './ErrorSummary.module.css';

interface ErrorSummaryProps {
  readonly errors: readonly Finding[];
  /** Changes with each attempt to go on, so that the summary is told again. */
  readonly attempt: number;
}

/** What stands in the way of going on, each leading to its field. It takes the focus when it appears. */
export function ErrorSummary({ errors, attempt }: ErrorSummaryProps) {
  const t = useText();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (attempt > 0) box.current?.focus();
  }, [attempt]);
  if (errors.length === 0) return null;
  return (
    <div ref={box} className={styles['box']} role="group" aria-labelledby="setup-errors" tabIndex={-1}>
      <h3 id="setup-errors" className={styles['title']}>
        <CircleAlert size={18} aria-hidden />
        {t('setup.errors.title', { count: errors.length })}
      </h3>
      <ul className={styles['list']}>
        {errors.map((error) => (
          <li key={`${error.field} ${error.code}`}>
            <a
              href={`#${anchorOf(error.field)}`}
              onClick={(event) => {
                event.preventDefault();
                const field = document.getElementById(anchorOf(error.field));
                field?.querySelector<HTMLElement>('input, select, textarea')?.focus();
                field?.scrollIntoView({ block: 'center' });
              }}
            >
              {findingAtPlace(error, t)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
