import type { ReactNode } from 'react';
import styles from './CountdownRing.module.css';

interface CountdownRingProps {
  /** What is left, 0–1. */
  readonly part: number;
  /** Diameter in px. */
  readonly size?: number;
  /** Stands in the middle: the time left in words, since the ring alone says it by shape only. */
  readonly children: ReactNode;
}

const stroke = 4;

/** A ring that empties clockwise. Decoration around its text, so assistive tech sees the text only. */
export function CountdownRing({ part, size = 64, children }: CountdownRingProps) {
  const radius = (size - stroke) / 2;
  const around = 2 * Math.PI * radius;
  const left = Math.min(1, Math.max(0, part));
  const middle = size / 2;
  return (
    <div className={styles['ring']} style={{ width: size, height: size }}>
      <svg width={size} height={size} aria-hidden focusable="false">
        <circle className={styles['track']} cx={middle} cy={middle} r={radius} strokeWidth={stroke} />
        <circle
          className={styles['left']}
          cx={middle}
          cy={middle}
          r={radius}
          strokeWidth={stroke}
          strokeDasharray={around}
          strokeDashoffset={around * (1 - left)}
          transform={`rotate(-90 ${middle} ${middle})`}
        />
      </svg>
      <div className={styles['text']}>{children}</div>
    </div>
  );
}
