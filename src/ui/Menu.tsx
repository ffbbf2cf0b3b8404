import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { Check } from 'lucide-react';
import styles from './Menu.module.css';
import { cx } from './class-names.ts';
import { nextMenuIndex } from './menu-keys.ts';

/** One line of a menu. `checked` given makes it a choice among others; `href` makes it a link. */
export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly note?: string;
  readonly checked?: boolean;
  readonly href?: string;
  readonly onSelect?: () => void;
}

/** Items that belong together, with a heading or without. */
export interface MenuGroup {
  readonly id: string;
  readonly label?: string;
  readonly items: readonly MenuItem[];
}

interface MenuProps {
  /** Names the menu. */
  readonly label: string;
  readonly button: ReactNode;
  /** Names the button where its content has no words; words that are seen must be what it is called. */
  readonly buttonLabel?: string;
  readonly buttonClassName?: string | undefined;
  readonly groups: readonly MenuGroup[];
  readonly align?: 'start' | 'end';
  readonly onOpenChange?: (open: boolean) => void;
}

/** A button and its menu: arrows, Home, End and first letters move; Enter chooses; Escape, Tab or a click beside close it. */
export function Menu({ label, button, buttonLabel, buttonClassName, groups, align = 'start', onOpenChange }: MenuProps) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  const menuId = useId();
  const change = (next: boolean): void => {
    setOpen(next);
    onOpenChange?.(next);
  };
  const closeToButton = (): void => {
    change(false);
    trigger.current?.focus();
  };

  useEffect(() => {
    if (!open) return;
    const beside = (event: PointerEvent): void => {
      if (event.target instanceof Node && root.current?.contains(event.target)) return;
      setOpen(false);
      onOpenChange?.(false);
    };
    document.addEventListener('pointerdown', beside);
    return () => {
      document.removeEventListener('pointerdown', beside);
    };
  }, [open, onOpenChange]);

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      closeToButton();
      return;
    }
    if (event.key === 'Tab') {
      change(false);
      return;
    }
    const items = itemsOf(event.currentTarget);
    const at = items.findIndex((item) => item === document.activeElement);
    const next = nextMenuIndex(event.key, at, items.map((item) => item.dataset['label'] ?? ''));
    if (next === null) return;
    event.preventDefault();
    items[next]?.focus();
  };

  return (
    <div className={styles['root']} ref={root}>
      <button
        ref={trigger}
        type="button"
        className={buttonClassName}
        aria-label={buttonLabel}
        title={buttonLabel}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? menuId : undefined}
        onClick={() => {
          change(!open);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
          event.preventDefault();
          change(true);
        }}
      >
        {button}
      </button>
      {open && (
        <div
          id={menuId}
          role="menu"
          tabIndex={-1}
          aria-label={label}
          className={cx(styles['menu'], align === 'end' && styles['end'])}
          ref={focusStart}
          onKeyDown={onKeyDown}
        >
          {groups.map((group) => (
            <div key={group.id} role="group" aria-label={group.label} className={styles['group']}>
              {group.label !== undefined && <div className={styles['heading']} aria-hidden>{group.label}</div>}
              {group.items.map((item) => (
                <Item key={item.id} item={item} onDone={closeToButton} />
              ))}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

function Item({ item, onDone }: { readonly item: MenuItem; readonly onDone: () => void }) {
  const shared = {
    role: item.checked === undefined ? 'menuitem' : 'menuitemradio',
    'aria-checked': item.checked,
    'data-label': item.label,
    tabIndex: -1,
    className: styles['item'],
    onClick: () => {
      onDone();
      item.onSelect?.();
    },
  };
  const content = (
    <>
      {item.icon !== undefined && <span className={styles['icon']}>{item.icon}</span>}
      <span className={styles['words']}>
        {item.label}
        {item.note !== undefined && <span className={styles['note']}>{item.note}</span>}
      </span>
      {item.checked === true && <Check size={18} aria-hidden />}
    </>
  );
  return item.href === undefined ? (
    <button {...shared} type="button">{content}</button>
  ) : (
    <a {...shared} href={item.href}>{content}</a>
  );
}

function itemsOf(menu: HTMLElement): readonly HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('[role^="menuitem"]')];
}

/** Focus goes to the chosen item, else to the first. */
function focusStart(menu: HTMLElement | null): void {
  if (menu === null || menu.contains(document.activeElement)) return;
  const items = itemsOf(menu);
  (items.find((item) => item.getAttribute('aria-checked') === 'true') ?? items[0])?.focus();
}
