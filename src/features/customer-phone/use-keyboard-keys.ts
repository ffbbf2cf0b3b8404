import { useEffect } from 'react';
import { phoneKeyOf } from './keys.ts';

/** Lets the keyboard's digits, star and hash press the phone's keys, unless something with focus has taken them. */
export function useKeyboardKeys(press: ((key: string) => void) | undefined): void {
  useEffect(() => {
    if (press === undefined) return;
    const onKeyDown = (event: KeyboardEvent): void => {
      const { key, altKey, ctrlKey, metaKey, repeat, target, defaultPrevented } = event;
      const phoneKey = defaultPrevented ? null : phoneKeyOf({ key, altKey, ctrlKey, metaKey, repeat, inField: readsKeys(target) });
      if (phoneKey !== null) press(phoneKey);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [press]);
}

function readsKeys(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.closest('input, textarea, select, dialog, [role="dialog"], [role="menu"]') !== null;
}
