import type { KeyboardEvent } from 'react';
import styles from './Keypad.module.css';
import { cx } from './class-names.ts';

interface KeypadProps {
  readonly label: string;
  /** Names of the two keys that are no digits, for assistive tech. */
  readonly starLabel: string;
  readonly poundLabel: string;
  readonly onKey: (key: string) => void;
  readonly size?: 'compact' | 'normal';
  readonly disabled?: boolean;
}

const keys = [
  ['1', ''], ['2', 'ABC'], ['3', 'DEF'],
  ['4', 'GHI'], ['5', 'JKL'], ['6', 'MNO'],
  ['7', 'PQRS'], ['8', 'TUV'], ['9', 'WXYZ'],
  ['*', ''], ['0', '+'], ['#', ''],
] as const;

/** Twelve keys. While the focus is among them, the keyboard's own digits, * and # press them too. */
export function Keypad({ label, starLabel, poundLabel, onKey, size = 'normal', disabled = false }: KeypadProps) {
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (disabled || event.ctrlKey || event.metaKey || event.altKey || !/^[0-9*#]$/.test(event.key)) return;
    event.preventDefault();
    onKey(event.key);
  };
  const names: Readonly<Record<string, string>> = { '*': starLabel, '#': poundLabel };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- The keys inside are buttons; digits typed while one has the focus press them too.
    <div role="group" aria-label={label} tabIndex={-1} className={cx(styles['keypad'], styles[size])} onKeyDown={onKeyDown}>
      {keys.map(([key, letters]) => (
        <button key={key} type="button" className={styles['key']} disabled={disabled} aria-label={names[key]} onClick={() => {
          onKey(key);
        }}>
          <span className={styles['digit']}>{key}</span>
          <span className={styles['letters']} aria-hidden>{letters}</span>
        </button>
      ))}
    </div>
  );
}
