import { createContext, useCallback, useContext, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { CircleAlert, CircleCheck, Info, X } from 'lucide-react';
import styles from './Toast.module.css';
import { IconButton } from './IconButton.tsx';
import { cx } from './class-names.ts';

/** A sentence that stays for a while. */
export interface ToastMessage {
  readonly text: string;
  readonly kind: 'info' | 'good' | 'bad';
}

interface Shown extends ToastMessage {
  readonly id: number;
}

const ToastContext = createContext<((message: ToastMessage) => void) | null>(null);
const icons = { info: Info, good: CircleCheck, bad: CircleAlert } as const;
const shownMax = 3;

/**
 * Room for short messages, and the way to show one. A message leaves when its animation ends, which stops while it is
 * pointed at or focused; the same sentence is not shown twice at once.
 */
export function ToastProvider({ dismissLabel, children }: { readonly dismissLabel: string; readonly children: ReactNode }) {
  const [shown, setShown] = useState<readonly Shown[]>([]);
  const lastId = useRef(0);
  const show = useCallback((message: ToastMessage) => {
    lastId.current += 1;
    const next = { ...message, id: lastId.current };
    setShown((before) => [...before.filter(({ text }) => text !== message.text), next].slice(-shownMax));
  }, []);
  const dismiss = (id: number): void => {
    setShown((before) => before.filter((each) => each.id !== id));
  };
  return (
    <ToastContext value={show}>
      {children}
      <div className={styles['region']} role="status" aria-live="polite" aria-relevant="additions">
        {shown.map((each) => {
          const Icon = icons[each.kind];
          return (
            <div key={each.id} className={cx(styles['toast'], styles[each.kind])} onAnimationEnd={(event) => {
              if (event.target === event.currentTarget) dismiss(each.id);
            }}>
              <Icon size={20} aria-hidden className={styles['icon']} />
              <p className={styles['text']}>{each.text}</p>
              <IconButton label={dismissLabel} icon={<X size={18} aria-hidden />} onClick={() => {
                dismiss(each.id);
              }} />
            </div>
          );
        })}
      </div>
    </ToastContext>
  );
}

/** Shows a short message to the person and to assistive tech. */
export function useToast(): (message: ToastMessage) => void {
  const show = useContext(ToastContext);
  if (show === null) throw new Error('Used outside of ToastProvider.');
  return show;
}
