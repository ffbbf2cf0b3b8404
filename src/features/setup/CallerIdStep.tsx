import { numberWords } from '../../text/phone.ts';
import { useText } from '../../text/use-text.ts';
import { otherNumber } from './draft.ts';
import type { SetupForm } from './form.ts';
import { PhoneField, SelectField, TextField } from './SetupField.tsx';

/** What customers see when they are called back. */
export function CallerIdStep({ form }: { readonly form: SetupForm }) {
  const t = useText();
  const { numbers } = form.instance;
  const known = numbers.map(({ number, description }) => ({ value: number, name: `${numberWords(number, t).shown} (${description})` }));
  return (
    <>
      <TextField form={form} field="callerName" label={t('setup.callerId.name')} hint={t('setup.callerId.nameHint')} />
      <SelectField
        form={form} field="callerNumber" label={t('setup.callerId.number')} hint={t('setup.callerId.numberHint')} choose={t('setup.number.choose')}
        options={[...known, { value: otherNumber, name: t('setup.number.other') }]}
      />
      {form.draft.callerNumber === otherNumber && <PhoneField form={form} field="callerTyped" label={t('setup.callerId.typed')} hint={t('setup.callerId.typedHint')} />}
    </>
  );
}
