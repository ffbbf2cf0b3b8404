import { problemOf } from '../../api/problem.ts';
import type { ReactNode } from 'react';
import type { ResourceUse } from '../../protocol/http-resources.ts';
import { problemSentence } from '../../text/problem-sentence.ts';
import { useText } from '../../text/use-text.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from './Resources.module.css';
import { UsedIn } from './UsedIn.tsx';

interface RemovalProps {
  readonly title: string;
  readonly uses: readonly ResourceUse[];
  /** What becomes of the flows that use it. */
  readonly consequence: string;
  readonly unused: string;
  readonly keep: string;
  readonly remove: string;
  readonly busy: boolean;
  readonly error: unknown;
  readonly hrefOfFlow: (flowId: string) => string;
  readonly onClose: () => void;
  readonly onRemove: () => void;
  readonly children?: ReactNode;
}

/** Asks before something is removed, and says where it is used. */
export function Removal({ title, uses, consequence, unused, keep, remove, busy, error, hrefOfFlow, onClose, onRemove, children }: RemovalProps) {
  const t = useText();
  return (
    <Dialog
      open
      title={title}
      closeLabel={t('common.close')}
      onClose={onClose}
      actions={(
        <>
          <Button onClick={onClose}>{keep}</Button>
          <Button kind="bad" busy={busy} onClick={onRemove}>{remove}</Button>
        </>
      )}
    >
      <div className={styles['form']}>
        {error !== null && <Banner kind="bad">{problemSentence(problemOf(error), t)}</Banner>}
        {uses.length === 0 ? <p>{unused}</p> : (
          <>
            <Banner kind="warn">{consequence}</Banner>
            <UsedIn uses={uses} hrefOfFlow={hrefOfFlow} />
          </>
        )}
        {children}
      </div>
    </Dialog>
  );
}
