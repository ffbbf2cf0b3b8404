import { useId } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import styles from './Tabs.module.css';
import { nextMenuIndex } from './menu-keys.ts';

/** One page of a tab list. */
export interface TabItem {
  readonly id: string;
  readonly label: ReactNode;
  readonly content: ReactNode;
}

interface TabsProps {
  readonly label: string;
  readonly items: readonly TabItem[];
  readonly selected: string;
  readonly onSelect: (id: string) => void;
}

/** Pages of which one is shown; arrows move and show. */
export function Tabs({ label, items, selected, onSelect }: TabsProps) {
  const id = useId();
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const key = event.key === 'ArrowRight' ? 'ArrowDown' : event.key === 'ArrowLeft' ? 'ArrowUp' : event.key;
    if (!['ArrowDown', 'ArrowUp', 'Home', 'End'].includes(key)) return;
    const at = nextMenuIndex(key, items.findIndex((item) => item.id === selected), items.map((item) => item.id));
    const next = at === null ? undefined : items[at];
    if (next === undefined) return;
    event.preventDefault();
    onSelect(next.id);
    document.getElementById(`${id}-tab-${next.id}`)?.focus();
  };
  return (
    <div>
      <div role="tablist" tabIndex={-1} aria-label={label} className={styles['list']} onKeyDown={onKeyDown}>
        {items.map((item) => (
          <button
            key={item.id}
            id={`${id}-tab-${item.id}`}
            type="button"
            role="tab"
            aria-selected={item.id === selected}
            aria-controls={`${id}-panel-${item.id}`}
            tabIndex={item.id === selected ? 0 : -1}
            className={styles['tab']}
            onClick={() => {
              onSelect(item.id);
            }}
          >
            {item.label}
          </button>
        ))}
      </div>
      {items.map((item) => (
        <div key={item.id} id={`${id}-panel-${item.id}`} role="tabpanel" aria-labelledby={`${id}-tab-${item.id}`} hidden={item.id !== selected}>
          {item.id === selected && item.content}
        </div>
      ))}
    </div>
  );
}
