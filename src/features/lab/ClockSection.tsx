import { Pause, Play } from 'lucide-react';
import { useState } from 'react';
import { formatSpan } from '../../text/format.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { CenterTime } from './CenterTime.tsx';
import { spansMs } from './clock-snapshot.ts';
import type { ClockSnapshot } from './clock-snapshot.ts';
import styles from './controls.module.css';
import { NextButton } from './NextButton.tsx';
import { Section } from './Section.tsx';
import { readSpan, spanDaysMax, spanUnits } from './span-entry.ts';
import type { SpanUnit } from './span-entry.ts';
import { SpeedButtons } from './SpeedButtons.tsx';

/** The center's clock: what it shows, how fast it runs, and moving it forward. */
export function ClockSection({ clock, zone }: { readonly clock: ClockSnapshot; readonly zone: string }) {
  const t = useText();
  return (
    <Section title={t('lab.clock.title')}>
      <p className={styles['now']}><CenterTime zone={zone} form="full" /></p>
      <div className={styles['line']}>
        <Button kind="primary" icon={clock.held ? <Play size={18} aria-hidden /> : <Pause size={18} aria-hidden />} onClick={clock.toggle}>
          {t(clock.held ? 'lab.clock.run' : 'lab.clock.pause')}
        </Button>
        <SpeedButtons clock={clock} />
      </div>
      <NextButton clock={clock} zone={zone} />
      <div className={styles['line']}>
        {spansMs.map((ms) => <Button key={ms} onClick={() => clock.advance(ms)}>{t('lab.clock.advanceBy', { span: formatSpan(ms, t) })}</Button>)}
      </div>
      <SpanForm advance={clock.advance} />
    </Section>
  );
}

function SpanForm({ advance }: { readonly advance: (ms: number) => void }) {
  const t = useText();
  const [typed, setTyped] = useState('');
  const [unit, setUnit] = useState<SpanUnit>('minutes');
  const [refused, setRefused] = useState(false);
  const entry = readSpan(typed, unit);
  const error = refused && !entry.ok ? t(`lab.clock.fault.${entry.fault}`, { days: spanDaysMax }) : undefined;
  return (
    <form
      className={styles['span']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setRefused(!entry.ok);
        if (entry.ok) advance(entry.ms);
      }}
    >
      <Field label={t('lab.clock.custom')} error={error} className={styles['spanField']}>
        {(control) => <input {...control} inputMode="decimal" autoComplete="off" value={typed} onChange={(event) => setTyped(event.target.value)} />}
      </Field>
      <select className={styles['unit']} aria-label={t('lab.clock.unit')} value={unit} onChange={(event) => setUnit(spanUnits.find((each) => each === event.target.value) ?? unit)}>
        {spanUnits.map((each) => <option key={each} value={each}>{t(`lab.clock.units.${each}`)}</option>)}
      </select>
      <Button submit>{t('lab.clock.go')}</Button>
    </form>
  );
}
