import type { ReactNode } from 'react';
import styles from './ToggleTile.module.css';
import { cx } from './class-names.ts';

interface ToggleTileProps {
  readonly label: string;
  readonly icon: ReactNode;
  /** In effect now. */
  readonly on: boolean;
  /** How the state is told to assistive tech: by itself, as something opened, or by a label that changes with it. */
  readonly says: 'pressed' | 'expanded' | 'label';
  readonly busy?: boolean;
  readonly shortcut?: string;
  /** Undefined: cannot be done now; the tile keeps its place. */
  readonly onToggle: (() => void) | undefined;
}

/** A square switch of an action that lasts, with its word under its icon. */
export function ToggleTile({ label, icon, on, says, busy = false, shortcut, onToggle }: ToggleTileProps) {
  const state = { pressed: { 'aria-pressed': on }, expanded: { 'aria-expanded': on }, label: {} }[says];
  return (
    <button
      type="button"
      {...state}
      aria-busy={busy || undefined}
      aria-keyshortcuts={shortcut}
      disabled={onToggle === undefined}
      className={cx(styles['tile'], on && styles['on'])}
      onClick={busy ? undefined : onToggle}
    >
      {icon}
      <span>{label}</span>
    </button>
  );
}
