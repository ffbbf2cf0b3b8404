import type { ReactNode } from 'react';
import { TriangleAlert } from 'lucide-react';
import { Card } from '../ui/Card.tsx';
import styles from './TroubleScreen.module.css';

interface TroubleScreenProps {
  readonly title: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A page that cannot be what it should: what happened and what can be done, nothing else. */
export function TroubleScreen({ title, actions, children }: TroubleScreenProps) {
  return (
    <main className={styles['screen']}>
      <Card className={styles['card']}>
        <div className={styles['icon']} aria-hidden><TriangleAlert size={32} /></div>
        <h1 className={styles['title']}>{title}</h1>
        <div className={styles['text']} role="alert">{children}</div>
        {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
      </Card>
    </main>
  );
}
