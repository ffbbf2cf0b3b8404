import { useId, useState } from 'react';
import { PhoneOutgoing } from 'lucide-react';
import { useText } from '../../text/use-text.ts';
import { Facts } from '../../ui/Facts.tsx';
import { callForecast } from './call-forecast.ts';
import styles from './CallForecastCard.module.css';
import type { SetupForm } from './form.ts';

interface CallForecastCardProps {
  readonly form: SetupForm;
  readonly speechMs: (text: string) => number;
}

/** How many calls the numbers mean, when they are made, and what they bring: the guide's warning, drawn. */
export function CallForecastCard({ form: { draft }, speechMs }: CallForecastCardProps) {
  const t = useText();
  const id = useId();
  const [chance, setChance] = useState(40);
  const forecast = callForecast(draft, chance, speechMs, t);
  if (forecast === null) return null;
  const { calls, retries, over, reach, agentMinutes, inVain, times, more } = forecast;
  return (
    <section className={styles['card']} aria-labelledby={`${id}-title`}>
      <p id={`${id}-title`} aria-live="polite" className={styles['title']}>{t('setup.forecast.calls', { count: calls, retries })}</p>
      <p className={styles['hint']}>{t('setup.forecast.plan')}</p>
      <ol className={styles['calls']}>
        {times.map((time, at) => (
          <li key={time} className={styles['call']}>
            <PhoneOutgoing size={16} aria-hidden />
            <span>{t('setup.forecast.call', { number: at + 1 })}</span>
            <span className={styles['time']}>{t('setup.forecast.from', { time })}</span>
          </li>
        ))}
        {more > 0 && <li className={styles['call']}>{t('setup.forecast.more', { count: more })}</li>}
      </ol>
      <div className={styles['chance']}>
        <label htmlFor={`${id}-chance`}>{t('setup.forecast.chance')}</label>
        <output htmlFor={`${id}-chance`}>{t('setup.forecast.percent', { percent: chance })}</output>
        <input
          id={`${id}-chance`} type="range" min={0} max={100} step={5} value={chance} className={styles['slider']}
          aria-valuetext={t('setup.forecast.percent', { percent: chance })} onChange={(event) => setChance(Number(event.target.value))}
        />
      </div>
      <Facts facts={[
        { id: 'reach', label: t('setup.forecast.reach'), value: t('setup.forecast.percent', { percent: reach }) },
        { id: 'over', label: t('setup.forecast.over'), value: over },
        { id: 'minutes', label: t('setup.forecast.minutes'), value: t('setup.forecast.minutesValue', { minutes: agentMinutes, vain: inVain }) },
      ]} />
      <p className={styles['hint']}>{t('setup.forecast.assumed')}</p>
    </section>
  );
}
