import { PhoneOutgoing } from 'lucide-react';
import { formatClock } from '../../text/format.ts';
import { useText } from '../../text/use-text.ts';
import { callTimes } from './call-times.ts';
import { Switched } from './Choices.tsx';
import { units } from './draft.ts';
import type { SetupForm } from './form.ts';
import { spanSeconds } from './plan.ts';
import { SelectField, SpokenField, Warning, WholeField } from './SetupField.tsx';
import styles from './Steps.module.css';
import { readWhole } from './whole-number.ts';

/** Transfer to queue, on its callback tab: when and how often the customer is called. */
export function CallbackFields({ form }: { readonly form: SetupForm }) {
  const t = useText();
  const { draft, change, warningOf } = form;
  return (
    <fieldset className={styles['block']}>
      <legend>{t('setup.flow.transfer')}</legend>
      <p className={styles['why']}>{t('setup.flow.transferWhy')}</p>
      <SpanField form={form} field="initialDelay" unit="initialDelayUnit" label={t('setup.flow.initialDelay')} hint={t('setup.flow.initialDelayHint')} />
      <WholeField form={form} field="retries" label={t('setup.flow.retries')} hint={t('setup.flow.retriesHint')} />
      <SpanField form={form} field="gap" unit="gapUnit" label={t('setup.flow.gap')} hint={t('setup.flow.gapHint')} />
      <Calls form={form} />
      <Switched
        name="setsQueue" label={t('setup.flow.working')} isOn={draft.setsQueue} onSwitch={(setsQueue) => change({ setsQueue })}
        hint={t('setup.flow.workingHint', { queue: draft.queueName.trim() || t('setup.flow.unnamed') })}
      >
        <Warning id="setsQueue-warning" text={warningOf('setsQueue')} />
      </Switched>
      <SpokenField form={form} field="promise" label={t('setup.flow.promise')} />
    </fieldset>
  );
}

interface SpanFieldProps {
  readonly form: SetupForm;
  readonly field: 'initialDelay' | 'gap';
  readonly unit: 'initialDelayUnit' | 'gapUnit';
  readonly label: string;
  readonly hint: string;
}

function SpanField({ form, field, unit, label, hint }: SpanFieldProps) {
  const t = useText();
  return (
    <div className={styles['span']}>
      <WholeField form={form} field={field} label={label} hint={hint} wide />
      <SelectField form={form} field={unit} label={t('setup.flow.unit')} spokenLabel={t('setup.flow.unitOf', { label })} options={units.map((value) => ({ value, name: t(`setup.flow.units.${value}`) }))} />
    </div>
  );
}

/** The instant of the request in the guide's own example, in ms of a day. */
const askedAtMs = ((11 * 60 + 37) * 60) * 1000;

/** How many calls that makes, and when: the number that the guide warns of, drawn. */
function Calls({ form: { draft } }: { readonly form: SetupForm }) {
  const t = useText();
  const retries = readWhole(draft.retries);
  const initialDelay = spanSeconds(draft.initialDelay, draft.initialDelayUnit);
  const gap = spanSeconds(draft.gap, draft.gapUnit);
  if (retries === null || initialDelay === null || gap === null) return null;
  const { afterSeconds, more } = callTimes({ initialDelay, retries, gap });
  return (
    <div className={styles['aside']}>
      <p aria-live="polite" className={styles['label']}>{t('setup.flow.calls', { count: retries + 1, retries })}</p>
      <p className={styles['hint']}>{t('setup.flow.plan')}</p>
      <ol className={styles['calls']}>
        {afterSeconds.map((after, at) => (
          <li key={after} className={styles['call']}>
            <PhoneOutgoing size={16} aria-hidden />
            <span>{t('setup.flow.planCall', { number: at + 1 })}</span>
            <span className={styles['time']}>{t('setup.flow.planFrom', { time: formatClock(askedAtMs + after * 1000, 'UTC', 'seconds') })}</span>
          </li>
        ))}
        {more > 0 && <li className={styles['call']}>{t('setup.flow.planMore', { count: more })}</li>}
      </ol>
    </div>
  );
}
