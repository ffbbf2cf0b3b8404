import { ChevronDown, Pause, Play } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useText } from '../../text/use-text.ts';
import { cx } from '../../ui/class-names.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { CenterTime } from './CenterTime.tsx';
import { LabPanel } from './LabPanel.tsx';
import styles from './LabStrip.module.css';
import { NextButton } from './NextButton.tsx';
import { SpeedButtons } from './SpeedButtons.tsx';
import { useLab } from './use-lab.ts';

/** The striped line that says this is a demo and what time it is there; it unfolds the panel of all controls below itself. */
export function LabStrip({ size }: { readonly size: 'ribbon' | 'bar' }) {
  const t = useText();
  const lab = useLab();
  const [open, setOpen] = useState(false);
  const panelId = useId();
  const toggle = useRef<HTMLButtonElement>(null);
  if (lab === null) return null;
  const { clock, zone } = lab;
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key !== 'Escape' || !open || isInDialog(event.target)) return;
    setOpen(false);
    toggle.current?.focus();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape closes from wherever focus is inside.
    <aside className={cx(styles['strip'], styles[size])} aria-label={t('lab.bar')} onKeyDown={onKeyDown}>
      <div className={styles['row']}>
        <button ref={toggle} type="button" className={styles['toggle']} aria-expanded={open} aria-controls={panelId} onClick={() => setOpen(!open)}>
          <span className={styles['demo']}>{t('lab.demo')}</span>
          <span className={styles['short']}><CenterTime zone={zone} form="time" /></span>
          <span className={styles['long']}><CenterTime zone={zone} form="full" /></span>
          <span className={styles['pace']}>{clock.held ? t('lab.pace.heldShort') : t('lab.clock.times', { speed: clock.speed })}</span>
          <ChevronDown size={16} aria-hidden className={styles['chevron']} />
          <VisuallyHidden>{t(open ? 'lab.close' : 'lab.open')}</VisuallyHidden>
        </button>
        <button type="button" className={styles['hold']} aria-label={t(clock.held ? 'lab.clock.run' : 'lab.clock.pause')} onClick={clock.toggle}>
          {clock.held ? <Play size={16} aria-hidden /> : <Pause size={16} aria-hidden />}
        </button>
        <div className={styles['inline']}>
          <SpeedButtons clock={clock} onBar />
          <NextButton clock={clock} zone={zone} onBar />
        </div>
      </div>
      <div id={panelId} className={styles['panel']} hidden={!open}>{open && <LabPanel lab={lab} />}</div>
    </aside>
  );
}

function isInDialog(target: EventTarget): boolean {
  return target instanceof Element && target.closest('dialog') !== null;
}
