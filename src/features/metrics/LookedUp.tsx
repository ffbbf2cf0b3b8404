import type { ReactNode } from 'react';
import { problemOf } from '../../api/problem.ts';
import { problemSentence } from '../../text/problem-sentence.ts';
import { useText } from '../../text/use-text.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import styles from './Metrics.module.css';

interface LookedUpProps<Found> {
  readonly found: { readonly data: Found | undefined; readonly error: unknown; readonly isError: boolean; readonly refetch: () => unknown };
  readonly children: (data: Found) => ReactNode;
}

/** What was looked up, or what stands in its place. Figures that are there stay while newer ones fail to come. */
export function LookedUp<Found>({ found, children }: LookedUpProps<Found>) {
  const t = useText();
  const problem = found.isError && (
    <Banner kind="bad" actions={<Button size="small" onClick={() => void found.refetch()}>{t('common.retry')}</Button>}>{problemSentence(problemOf(found.error), t, 'metrics')}</Banner>
  );
  if (found.data === undefined) return problem || <output className={styles['note']}>{t('metrics.loading')}</output>;
  return <>{problem}{children(found.data)}</>;
}
