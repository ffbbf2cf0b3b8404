import { useText } from '../../text/use-text.ts';
import { CallbackFields } from './CallbackFields.tsx';
import { Choices } from './Choices.tsx';
import type { Draft } from './draft.ts';
import { sameQueue } from './draft.ts';
import type { SetupForm } from './form.ts';
import { SelectField, SpokenField, TextField, WholeField } from './SetupField.tsx';
import styles from './Steps.module.css';

/** The flow: its name, and its blocks in the order in which a caller meets them. */
export function FlowStep({ form, speechMs }: { readonly form: SetupForm; readonly speechMs: (text: string) => number }) {
  const t = useText();
  const { draft, instance, change } = form;
  const others = instance.queues.filter(({ name }) => name !== draft.queueName.trim());
  return (
    <>
      <TextField form={form} field="flowName" label={t('setup.flow.name')} />
      <Choices
        name="offered" legend={t('setup.flow.when')} chosen={draft.offered} onChoose={(offered) => change({ offered })}
        choices={[
          { value: 'atOnce', name: t('setup.flow.atOnce'), hint: t('setup.flow.atOnceHint') },
          { value: 'whileWaiting', name: t('setup.flow.whileWaiting'), hint: t('setup.flow.whileWaitingHint') },
        ]}
      />
      <SelectField
        form={form} field="waitingQueueId" label={t('setup.flow.waitingQueue')} hint={t('setup.flow.waitingQueueHint')} choose={t('setup.flow.waitingChoose')}
        options={[...others.map(({ id, name }) => ({ value: id, name })), { value: sameQueue, name: t('setup.flow.waitingSame') }]}
      />
      <SpokenField form={form} field="greeting" label={t('setup.flow.greeting')} />
      {draft.offered === 'whileWaiting' && (
        <>
          <SpokenField form={form} field="waiting" label={t('setup.flow.waiting')} />
          <WholeField form={form} field="offerEvery" label={t('setup.flow.every')} hint={t('setup.flow.everyHint')} />
        </>
      )}
      <fieldset className={styles['block']}>
        <legend>{t('setup.flow.input')}</legend>
        <p className={styles['why']}>{t('setup.flow.inputWhy')}</p>
        <SpokenField form={form} field="offer" label={t('setup.flow.offer')} />
      </fieldset>
      <fieldset className={styles['block']}>
        <legend>{t('setup.flow.store')}</legend>
        <p className={styles['why']}>{t('setup.flow.storeWhy')}</p>
        <Choices
          name="format" legend={t('setup.flow.format')} chosen={draft.format}
          onChoose={(format) => change({ format, ...promptFor(draft, format, { Local: t('setup.says.askLocal'), E164: t('setup.says.askInternational') }) })}
          choices={[
            { value: 'Local', name: t('setup.flow.local'), hint: t('setup.flow.localHint', { country: instance.country }) },
            { value: 'E164', name: t('setup.flow.international'), hint: t('setup.flow.internationalHint') },
          ]}
        />
        <SpokenField form={form} field="askNumber" label={t('setup.flow.askNumber')} />
        <SpokenField form={form} field="notValid" label={t('setup.flow.notValid')} hint={t('setup.flow.notValidHint')} />
      </fieldset>
      <CallbackFields form={form} speechMs={speechMs} />
    </>
  );
}

/** The prompt that fits the format, unless somebody has written one of their own. */
function promptFor({ askNumber }: Draft, format: Draft['format'], usual: Readonly<Record<Draft['format'], string>>): Partial<Draft> {
  return Object.values(usual).includes(askNumber.trim()) ? { askNumber: usual[format] } : {};
}
