import { useId } from 'react';
import type { ReactNode } from 'react';
import { problemOf } from '../../api/problem.ts';
import { problemSentence } from '../../text/problem-sentence.ts';
import { useText } from '../../text/use-text.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from './Resources.module.css';

interface EditorDialogProps {
  readonly title: string;
  readonly saving: { readonly isPending: boolean; readonly isError: boolean; readonly error: unknown };
  readonly onSave: () => Promise<void>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A form of one thing in a dialog: saved, or closed without; what the center has against it stands above the fields. */
export function EditorDialog({ title, saving, onSave, onClose, children }: EditorDialogProps) {
  const t = useText();
  const formId = useId();
  return (
    <Dialog
      open
      title={title}
      closeLabel={t('common.close')}
      onClose={onClose}
      actions={(
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" submit form={formId} busy={saving.isPending}>{t('common.save')}</Button>
        </>
      )}
    >
      <form id={formId} className={styles['form']} noValidate onSubmit={(event) => {
        event.preventDefault();
        void onSave();
      }}>
        {saving.isError && <Banner kind="bad">{problemSentence(problemOf(saving.error), t)}</Banner>}
        {children}
      </form>
    </Dialog>
  );
}
