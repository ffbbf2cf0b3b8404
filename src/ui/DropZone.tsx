import { useState } from 'react';
import type { ReactNode } from 'react';
import { cx } from './class-names.ts';
import styles from './DropZone.module.css';

interface DropZoneProps {
  readonly children: ReactNode;
  /** To be read at once: what was dropped can no longer be asked afterwards. */
  readonly onDrop: (dropped: DataTransfer) => void;
}

/** A place to drop files on, which shows that they may be dropped; a button inside it does the same for the keyboard. */
export function DropZone({ children, onDrop }: DropZoneProps) {
  const [isOver, setOver] = useState(false);
  return (
    <div
      className={cx(styles['drop'], isOver && styles['over'])}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => {
        setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onDrop(event.dataTransfer);
      }}
    >
      {children}
    </div>
  );
}
