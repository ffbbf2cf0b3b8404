import { useText } from '../../text/use-text.ts';
import { Choices } from './Choices.tsx';
import type { ExistingSetup } from './existing.ts';
import type { SetupForm } from './form.ts';
import { SelectField, TextField } from './SetupField.tsx';

interface QueueStepProps {
  readonly form: SetupForm;
  readonly existing: readonly ExistingSetup[];
  /** Begins with what is there, or afresh. */
  readonly onTarget: (setup: ExistingSetup | null) => void;
}

/** Which callback it is about, and its queue. */
export function QueueStep({ form, existing, onTarget }: QueueStepProps) {
  const t = useText();
  return (
    <>
      {existing.length > 0 && (
        <Choices
          name="target"
          legend={t('setup.queue.which')}
          chosen={form.draft.changes ?? ''}
          choices={[
            { value: '', name: t('setup.queue.fresh'), hint: t('setup.queue.freshHint') },
            ...existing.map(({ inbound, queue }) => ({ value: inbound.id, name: t('setup.queue.change', { flow: inbound.name }), hint: t('setup.queue.changeHint', { queue: queue?.name ?? '–' }) })),
          ]}
          onChoose={(value) => onTarget(existing.find(({ inbound }) => inbound.id === value) ?? null)}
        />
      )}
      <TextField form={form} field="queueName" label={t('setup.queue.name')} hint={t('setup.queue.nameHint')} />
      <SelectField
        form={form} field="hoursId" label={t('setup.queue.hours')} hint={t('setup.queue.hoursHint')}
        options={[...form.instance.hours.map(({ id, name }) => ({ value: id, name })), { value: '', name: t('setup.queue.hoursNone') }]}
      />
    </>
  );
}
