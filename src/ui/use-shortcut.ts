import { useEffect } from 'react';

/** Whether a key press is Ctrl+Shift+`key`, whatever the keyboard's layout makes of Shift. */
export function isShortcut(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'shiftKey' | 'altKey' | 'metaKey' | 'repeat'>, key: string): boolean {
  return event.ctrlKey && event.shiftKey && !event.altKey && !event.metaKey && !event.repeat && event.key.toLowerCase() === key.toLowerCase();
}

/**
 * Runs an action on Ctrl+Shift+`key` wherever the focus is, except under a modal dialog. Nothing while `action` is
 * undefined: the browser then keeps the combination for itself.
 */
export function useShortcut(key: string, action: (() => void) | undefined): void {
  useEffect(() => {
    if (action === undefined) return;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || !isShortcut(event, key) || document.querySelector('dialog[open]') !== null) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
    };
  }, [key, action]);
}
