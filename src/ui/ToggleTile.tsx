import type { ReactNode } from 'react';
import styles from './ToggleTile.module.css';

interface ToggleTileProps {
  readonly label: string;
  readonly icon: ReactNode;
  /** In effect now. */
  readonly on: boolean;
  /** Said to assistive tech as expanded or collapsed, for a tile that opens something; else as pressed or not. */
  readonly opens?: boolean;
  readonly busy?: boolean;
  readonly shortcut?: string;
  /** Undefined: cannot be done now; the tile keeps its place. */
  readonly onToggle: (() => void) | undefined;
}

/** A square switch of an action that lasts, with its word under its icon. */
export function ToggleTile({ label, icon, on, opens = false, busy = false, shortcut, onToggle }: ToggleTileProps) {
  const state = opens ? { 'aria-expanded': on } : { 'aria-pressed': on };
  return (
    <button
      type="button"
      {...state}
      aria-busy={busy || undefined}
      aria-keyshortcuts={shortcut}
      disabled={onToggle === undefined}
      className={styles['tile']}
      onClick={busy ? undefined : onToggle}
    >
      {icon}
      <span>{label}</span>
    </button>
  );
}
