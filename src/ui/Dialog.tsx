import { useEffect, useId, useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { X } from 'lucide-react';
import styles from './Dialog.module.css';
import { IconButton } from './IconButton.tsx';

interface DialogProps {
  readonly open: boolean;
  readonly title: string;
  readonly closeLabel: string;
  /** Asked by Escape, the cross or a click beside it. */
  readonly onClose: () => void;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** Given as `ref` to what is to have the focus when the dialog opens: the browser looks for the attribute, which React leaves out. */
export function focusedFirst(element: HTMLElement | null): void {
  element?.setAttribute('autofocus', '');
}

/** A modal dialog on the browser's own `<dialog>`: focus stays in it and returns to where it was. */
export function Dialog({ open, title, closeLabel, onClose, actions, children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = ref.current;
    if (dialog === null) return;
    if (open && !dialog.open) dialog.showModal();
    if (!open && dialog.open) dialog.close();
  }, [open]);
  // One that is taken off the page while it is open gives the focus back as well.
  useLayoutEffect(() => {
    const dialog = ref.current;
    return () => dialog?.close();
  }, []);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events -- Escape is the dialog's own key; the click is for the backdrop.
    <dialog
      ref={ref}
      className={styles['dialog']}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === ref.current) onClose();
      }}
    >
      {open && (
        <div className={styles['sheet']}>
          <div className={styles['head']}>
            <h2 id={titleId} className={styles['title']}>{title}</h2>
            <IconButton label={closeLabel} icon={<X size={20} aria-hidden />} onClick={onClose} />
          </div>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- Long content scrolls, and what scrolls must be reachable by keyboard. */}
          <div className={styles['body']} tabIndex={0}>{children}</div>
          {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
        </div>
      )}
    </dialog>
  );
}
