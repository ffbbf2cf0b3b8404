import styles from './ProgressBar.module.css';

interface ProgressBarProps {
  readonly label: string;
  /** 0–1. */
  readonly part: number;
  /** The value in words, such as "0:06 of 0:10". */
  readonly valueText: string;
}

/** How far along something is. Drawn by scale, so that it moves without layout. */
export function ProgressBar({ label, part, valueText }: ProgressBarProps) {
  const held = Math.min(1, Math.max(0, part));
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(held * 100)}
      aria-valuetext={valueText}
      className={styles['track']}
    >
      <div className={styles['bar']} style={{ transform: `scaleX(${held})` }} />
    </div>
  );
}
