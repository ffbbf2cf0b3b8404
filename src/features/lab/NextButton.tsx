import { SkipForward } from 'lucide-react';
import { formatClock } from '../../text/format.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/Button.tsx';
import { cx } from '../../ui/class-names.ts';
import type { ClockSnapshot } from './clock-snapshot.ts';
import styles from './controls.module.css';

interface NextButtonProps {
  readonly clock: ClockSnapshot;
  readonly zone: string;
  readonly onBar?: boolean;
}

/** Moves the clock to whatever is due next, and says when that is. */
export function NextButton({ clock, zone, onBar = false }: NextButtonProps) {
  const t = useText();
  const due = clock.nextAtMs === null ? t('lab.clock.nothingNext') : t('lab.clock.nextAt', { time: formatClock(clock.nextAtMs, zone, 'seconds') });
  if (onBar) {
    return (
      <button type="button" className={cx(styles['segment'], styles['alone'], styles['onBar'])} disabled={clock.toNext === undefined} onClick={clock.toNext}>
        <SkipForward size={16} aria-hidden />
        {clock.nextAtMs === null ? t('lab.clock.nothingNext') : t('lab.clock.nextAtShort', { time: formatClock(clock.nextAtMs, zone, 'seconds') })}
      </button>
    );
  }
  return (
    <div className={styles['next']}>
      <Button wide disabled={clock.toNext === undefined} icon={<SkipForward size={18} aria-hidden />} onClick={clock.toNext}>{t('lab.clock.next')}</Button>
      <p className={styles['note']}>{due}</p>
    </div>
  );
}
