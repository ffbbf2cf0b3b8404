import type { ResourceUse } from '../../protocol/http-resources.ts';
import { useText } from '../../text/use-text.ts';
import { usageWords } from './prompt-words.ts';
import styles from './Resources.module.css';

interface UsedInProps {
  readonly uses: readonly ResourceUse[];
  readonly hrefOfFlow: (flowId: string) => string;
}

/** Where a thing is used: links to the flows. */
export function UsedIn({ uses, hrefOfFlow }: UsedInProps) {
  const t = useText();
  if (uses.length === 0) return <p className={styles['muted']}>{t('resources.used.nowhere')}</p>;
  return (
    <div className={styles['used']}>
      <span className={styles['muted']}>{t('resources.used.title')}</span>
      <ul className={styles['usedList']}>
        {uses.map((use) => (
          <li key={use.FlowId}>{use.Type === 'MODULE' ? usageWords(use, t) : <a href={hrefOfFlow(use.FlowId)}>{usageWords(use, t)}</a>}</li>
        ))}
      </ul>
    </div>
  );
}
