import { useId } from 'react';
import type { ReactNode } from 'react';
import styles from './Choices.module.css';

interface Choice<Value> {
  readonly value: Value;
  readonly name: string;
  readonly hint?: string | undefined;
}

interface ChoicesProps<Value extends string> {
  readonly name: string;
  readonly legend: string;
  readonly chosen: Value;
  readonly choices: readonly Choice<Value>[];
  readonly onChoose: (value: Value) => void;
}

/** One of a few, each with a line that says what it means. */
export function Choices<Value extends string>({ name, legend, chosen, choices, onChoose }: ChoicesProps<Value>) {
  const id = useId();
  return (
    <fieldset className={styles['choices']}>
      <legend className={styles['legend']}>{legend}</legend>
      {choices.map(({ value, name: words, hint }) => (
        <label key={value} className={styles['choice']}>
          <input type="radio" name={name} className={styles['mark']} checked={chosen === value} aria-describedby={hint === undefined ? undefined : `${id}-${value}`} onChange={() => onChoose(value)} />
          <span className={styles['name']}>{words}</span>
          {hint !== undefined && <span id={`${id}-${value}`} className={styles['hint']} aria-hidden>{hint}</span>}
        </label>
      ))}
    </fieldset>
  );
}

interface SwitchedProps {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly isOn: boolean;
  readonly onSwitch: (isOn: boolean) => void;
  readonly children?: ReactNode;
}

/** Something that may be left out, with what belongs to it. */
export function Switched({ name, label, hint, isOn, onSwitch, children }: SwitchedProps) {
  const id = useId();
  return (
    <div className={styles['switched']}>
      <label className={styles['choice']}>
        <input type="checkbox" name={name} className={styles['mark']} checked={isOn} aria-describedby={`${id}-hint`} onChange={(event) => onSwitch(event.target.checked)} />
        <span className={styles['name']}>{label}</span>
        <span id={`${id}-hint`} className={styles['hint']} aria-hidden>{hint}</span>
      </label>
      {children}
    </div>
  );
}
