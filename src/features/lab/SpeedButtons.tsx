import { useText } from '../../text/use-text.ts';
import { cx } from '../../ui/class-names.ts';
import type { ClockSnapshot } from './clock-snapshot.ts';
import styles from './controls.module.css';

/** How fast the center's time runs. */
export function SpeedButtons({ clock, onBar = false }: { readonly clock: ClockSnapshot; readonly onBar?: boolean }) {
  const t = useText();
  return (
    <fieldset className={cx(styles['segments'], onBar && styles['onBar'])} aria-label={t('lab.clock.speed')}>
      {clock.speeds.map(({ speed, chosen, choose }) => (
        <button key={speed} type="button" className={styles['segment']} aria-pressed={chosen} onClick={choose}>
          {t('lab.clock.times', { speed })}
        </button>
      ))}
    </fieldset>
  );
}
