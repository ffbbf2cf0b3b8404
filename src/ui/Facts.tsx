import type { ReactNode } from 'react';
import styles from './Facts.module.css';
import { cx } from './class-names.ts';

/** A named value, with a remark or without. */
export interface Fact {
  readonly id: string;
  readonly label: string;
  readonly value: ReactNode;
  readonly note?: string | undefined;
}

/** Labels over values in two columns; `rows` puts them side by side, one a line. */
export function Facts({ facts, layout = 'grid' }: { readonly facts: readonly Fact[]; readonly layout?: 'grid' | 'rows' }) {
  return (
    <dl className={cx(styles['facts'], styles[layout])}>
      {facts.map((fact) => (
        <div key={fact.id} className={styles['fact']}>
          <dt className={styles['label']}>{fact.label}</dt>
          <dd className={styles['value']}>
            {fact.value}
            {fact.note !== undefined && <span className={styles['note']}> {fact.note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
