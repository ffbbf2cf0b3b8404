import type { ReactNode } from 'react';
import type { OpenReference } from '../../protocol/http-resources.ts';
import { Card } from '../../ui/Card.tsx';
import styles from './Resources.module.css';
import { UsedIn } from './UsedIn.tsx';

interface OpenReferencesProps {
  readonly title: string;
  readonly hint: string;
  readonly references: readonly OpenReference[];
  readonly hrefOfFlow: (flowId: string) => string;
  /** What can be done about one of them. */
  readonly renderActions: (reference: OpenReference) => ReactNode;
}

/** How people call what a reference means: the file's word for it, else the reference. */
export function nameOfReference({ DisplayName, Reference }: OpenReference): string {
  return DisplayName ?? Reference;
}

/** What saved flows ask for and do not get. Nothing while there is nothing. */
export function OpenReferences({ title, hint, references, hrefOfFlow, renderActions }: OpenReferencesProps) {
  if (references.length === 0) return null;
  return (
    <Card title={title}>
      <p className={styles['muted']}>{hint}</p>
      <ul>
        {references.map((reference) => (
          <li key={reference.Reference} className={styles['openRow']}>
            <div className={styles['what']}>
              <span className={styles['name']}>{nameOfReference(reference)}</span>
              {reference.DisplayName !== null && reference.DisplayName !== reference.Reference && <span className={styles['muted']}>{reference.Reference}</span>}
              <UsedIn uses={reference.UsedIn} hrefOfFlow={hrefOfFlow} />
            </div>
            <div className={styles['actions']}>{renderActions(reference)}</div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
