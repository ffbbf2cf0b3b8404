import { useText } from '../../text/use-text.ts';
import { CallForecastCard } from './CallForecastCard.tsx';
import { Switched } from './Choices.tsx';
import { units } from './draft.ts';
import type { SetupForm } from './form.ts';
import { SelectField, SpokenField, Warning, WholeField } from './SetupField.tsx';
import styles from './Steps.module.css';

/** Transfer to queue, on its callback tab: when and how often the customer is called. */
export function CallbackFields({ form, speechMs }: { readonly form: SetupForm; readonly speechMs: (text: string) => number }) {
  const t = useText();
  const { draft, change, warningOf } = form;
  return (
    <fieldset className={styles['block']}>
      <legend>{t('setup.flow.transfer')}</legend>
      <p className={styles['why']}>{t('setup.flow.transferWhy')}</p>
      <SpanField form={form} field="initialDelay" unit="initialDelayUnit" label={t('setup.flow.initialDelay')} hint={t('setup.flow.initialDelayHint')} />
      <WholeField form={form} field="retries" label={t('setup.flow.retries')} hint={t('setup.flow.retriesHint')} />
      <SpanField form={form} field="gap" unit="gapUnit" label={t('setup.flow.gap')} hint={t('setup.flow.gapHint')} />
      <CallForecastCard form={form} speechMs={speechMs} />
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
