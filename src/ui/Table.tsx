import type { ReactNode } from 'react';
import styles from './Table.module.css';
import { VisuallyHidden } from './VisuallyHidden.tsx';

/** A table in its own scrolling frame; rows and cells are plain `<tr>`, `<th scope>`, `<td>` inside. */
export function Table({ caption, children }: { readonly caption: string; readonly children: ReactNode }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- What scrolls must be reachable by keyboard.
    <div className={styles['frame']} role="region" aria-label={caption} tabIndex={0}>
      <table className={styles['table']}>
        <caption><VisuallyHidden>{caption}</VisuallyHidden></caption>
        {children}
      </table>
    </div>
  );
}
