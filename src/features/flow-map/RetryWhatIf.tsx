import { useId, useState } from 'react';
import { formatSpan } from '../../text/format.ts';
import { useText } from '../../text/use-text.ts';
import { Facts } from '../../ui/Facts.tsx';
import { Field } from '../../ui/Field.tsx';
import { forecastRetries, retriesOfAttempts, RING_LIMIT_SECONDS } from '../../world/retry-forecast.ts';
import { spanWords } from './action-detail.ts';
import panel from './ActionPanel.module.css';
import styles from './RetryWhatIf.module.css';
import type { WhisperLength } from './whisper-length.ts';

interface RetryWhatIfProps {
  /** As typed: seconds, a number, seconds. */
  readonly delay: string;
  readonly attempts: string;
  readonly gap: string;
  /** What the number counts here. */
  readonly mean: 'retries' | 'total';
  readonly toAgent: WhisperLength;
  readonly toCustomer: WhisperLength;
}

/** From here on the calls are named as what they are to those who do not answer: the guide's own example of a mistake is 20. */
const MANY_CALLS = 7;
/** How soon people pick up when they do. */
const ANSWER_AFTER_SECONDS = 10;

/** What the three numbers of a callback come to, for a chance of answering that the person sets. */
export function RetryWhatIf({ delay, attempts, gap, mean, toAgent, toCustomer }: RetryWhatIfProps) {
  const t = useText();
  const sliderId = useId();
  const [percent, setPercent] = useState('40');
  const [handleMinutes, setHandleMinutes] = useState('5');
  // What is typed stands over what is known.
  const [agentTyped, setAgentTyped] = useState<string | null>(null);
  const [customerTyped, setCustomerTyped] = useState<string | null>(null);
  const isDynamic = [delay, attempts, gap].some((value) => value.startsWith('$.'));
  const chance = Math.min(100, Math.max(0, Number(percent) || 0));
  const forecast = forecastRetries(
    { initialDelaySeconds: Number(delay), retries: retriesOfAttempts(Number(attempts), mean), gapSeconds: Number(gap) },
    {
      answerChance: chance / 100, agentWhisperSeconds: secondsOf(agentTyped, toAgent, AGENT_GUESS_SECONDS), customerWhisperSeconds: secondsOf(customerTyped, toCustomer, CUSTOMER_GUESS_SECONDS),
      answerAfterSeconds: ANSWER_AFTER_SECONDS,
      ringLimitSeconds: RING_LIMIT_SECONDS, handleSeconds: (Number(handleMinutes) || 0) * 60,
    },
  );
  const oneDigit = (value: number): string => (Math.round(value * 10) / 10).toString();
  const percentOf = (value: number): string => t('flowMap.whatIf.percent', { percent: oneDigit(value * 100) });
  const spanOf = (seconds: number): string => (seconds < 1 ? formatSpan(0, t) : spanWords(String(Math.round(seconds)), t));
  return (
    <section className={panel['part']} aria-labelledby={`${sliderId}-title`}>
      <h3 id={`${sliderId}-title`} className={panel['legend']}>{t('flowMap.whatIf.title')}</h3>
      <p className={panel['muted']}>{t('flowMap.whatIf.about')}</p>
      {isDynamic ? <p>{t('flowMap.whatIf.dynamic')}</p> : (
        <>
          <div className={styles['chance']}>
            <label htmlFor={sliderId}>{t('flowMap.whatIf.chance')}</label>
            <input id={sliderId} type="range" min={0} max={100} step={1} value={chance} aria-valuetext={t('flowMap.whatIf.percent', { percent: chance })} className={styles['slider']} onChange={(event) => {
              setPercent(event.target.value);
            }} />
            <input aria-label={t('flowMap.whatIf.chancePercent')} className={styles['number']} inputMode="numeric" value={percent} onChange={(event) => {
              setPercent(event.target.value.replace(/\D/g, '').slice(0, 3));
            }} />
            <span aria-hidden>%</span>
          </div>
          <output className={styles['result']} aria-label={t('flowMap.whatIf.result')}>
            <Facts facts={[
              { id: 'calls', label: t('flowMap.whatIf.calls'), value: t('flowMap.whatIf.callsValue', { count: forecast.callsMax }) },
              { id: 'span', label: t('flowMap.whatIf.span'), value: spanOf(forecast.spanSeconds) },
              { id: 'reach', label: t('flowMap.whatIf.reach'), value: t('flowMap.whatIf.reachValue', { percent: oneDigit(forecast.reach * 100) }) },
              { id: 'expected', label: t('flowMap.whatIf.expected'), value: t('flowMap.whatIf.expectedValue', { calls: oneDigit(forecast.callsExpected) }) },
              { id: 'minutes', label: t('flowMap.whatIf.minutes'), value: t('flowMap.whatIf.minutesValue', { minutes: oneDigit(forecast.agentMinutesExpected), vain: oneDigit(forecast.agentMinutesInVain) }) },
            ]} />
            {forecast.callsMax >= MANY_CALLS && <p className={panel['warn']}>{t('flowMap.whatIf.many', { calls: forecast.callsMax })}</p>}
          </output>
          <details>
            <summary className={panel['summary']}>{t('flowMap.whatIf.table')}</summary>
            <div className={styles['more']}>
              <table className={styles['dials']}>
                <thead><tr>{(['attempt', 'after', 'made', 'reached'] as const).map((name) => <th key={name} scope="col">{t(`flowMap.whatIf.${name}`)}</th>)}</tr></thead>
                <tbody>
                  {forecast.dials.map((dial) => (
                    <tr key={dial.attempt}><th scope="row">{dial.attempt}</th><td>{spanOf(dial.afterSeconds)}</td><td>{percentOf(dial.chanceMade)}</td><td>{percentOf(dial.chanceReached)}</td></tr>
                  ))}
                </tbody>
              </table>
              {forecast.callsMax > forecast.dials.length && <p className={panel['muted']}>{t('flowMap.whatIf.more', { count: forecast.callsMax - forecast.dials.length })}</p>}
              <div className={styles['assumed']}>
                <Field label={t('flowMap.whatIf.handle')}>{(control) => <input {...control} inputMode="decimal" value={handleMinutes} onChange={(event) => {
                  setHandleMinutes(event.target.value);
                }} />}</Field>
                <WhisperField label={t('flowMap.whatIf.toAgent')} typed={agentTyped} length={toAgent} guess={AGENT_GUESS_SECONDS} onType={setAgentTyped} />
                <WhisperField label={t('flowMap.whatIf.toCustomer')} typed={customerTyped} length={toCustomer} guess={CUSTOMER_GUESS_SECONDS} onType={setCustomerTyped} />
              </div>
            </div>
          </details>
        </>
      )}
    </section>
  );
}

/** Where the length of a message is not known: as the seed's own are. */
const AGENT_GUESS_SECONDS = 10;
const CUSTOMER_GUESS_SECONDS = 15;

const secondsOf = (typed: string | null, length: WhisperLength, guess: number): number => (typed === null ? (length.seconds ?? guess) : Number(typed) || 0);

interface WhisperFieldProps {
  readonly label: string;
  readonly typed: string | null;
  readonly length: WhisperLength;
  readonly guess: number;
  readonly onType: (typed: string | null) => void;
}

function WhisperField({ label, typed, length: { seconds, isAtMost, flowName }, guess, onType }: WhisperFieldProps) {
  const t = useText();
  const known = flowName === null ? t('flowMap.whatIf.noFlow') : t(isAtMost ? 'flowMap.whatIf.atMost' : 'flowMap.whatIf.known', { flow: flowName });
  const now = flowName === null || seconds === null ? undefined : t('flowMap.whatIf.knownNow', { flow: flowName, seconds });
  return (
    <Field label={label} hint={typed !== null ? now : seconds === null ? t('flowMap.whatIf.notKnown') : known}>
      {(control) => <input {...control} inputMode="numeric" value={typed ?? String(seconds ?? guess)} onChange={(event) => {
        onType(event.target.value === '' && seconds !== null ? null : event.target.value);
      }} />}
    </Field>
  );
}
