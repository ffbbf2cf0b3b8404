import styles from './VisuallyHidden.module.css';

/** Says a text to assistive tech when it changes; `assertive` interrupts. Keep it mounted and change the text. */
export function Announcer({ text, assertive = false }: { readonly text: string; readonly assertive?: boolean }) {
  return (
    <div className={styles['hidden']} role={assertive ? 'alert' : 'status'} aria-live={assertive ? 'assertive' : 'polite'} aria-atomic="true">
      {text}
    </div>
  );
}
