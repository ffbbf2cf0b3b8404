import { Check, X } from 'lucide-react';
import styles from './Stepper.module.css';
import { cx } from './class-names.ts';
import { toneClass } from './tone-class.ts';
import type { Tone } from './tone.ts';
import { VisuallyHidden } from './VisuallyHidden.tsx';

/** One step of a way. */
export interface Step {
  readonly id: string;
  readonly label: string;
  readonly state: 'waiting' | 'now' | 'done' | 'failed';
  /** The state in a word, for assistive tech. */
  readonly stateText: string;
  /** Its time, such as "0:06 / 0:10"; empty while it has none. */
  readonly time: string;
  readonly tone: Tone;
}

/** A way of several steps with one of them current; shapes and words tell them apart, not colour alone. */
export function Stepper({ label, steps }: { readonly label: string; readonly steps: readonly Step[] }) {
  return (
    <ol className={styles['steps']} aria-label={label}>
      {steps.map((step) => (
        <li
          key={step.id}
          className={cx(styles['step'], styles[step.state], toneClass(step.tone))}
          aria-current={step.state === 'now' ? 'step' : undefined}
        >
          <span className={styles['mark']} aria-hidden>
            {step.state === 'done' && <Check size={12} strokeWidth={3} />}
            {step.state === 'failed' && <X size={12} strokeWidth={3} />}
          </span>
          <span className={styles['label']}>{step.label}</span>
          <VisuallyHidden>, {step.stateText}{step.time === '' ? '' : ', '}</VisuallyHidden>
          <span className={styles['time']}>{step.time}</span>
        </li>
      ))}
    </ol>
  );
}
