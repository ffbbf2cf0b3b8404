import { numberWords } from '../../text/phone.ts';
import { useText } from '../../text/use-text.ts';
import { otherNumber } from './draft.ts';
import type { SetupForm } from './form.ts';
import { PhoneField, SelectField, TextField } from './SetupField.tsx';

/** Which number leads to the flow: one that is there, or a new one. */
export function NumberStep({ form }: { readonly form: SetupForm }) {
  const t = useText();
  const { numbers, flows } = form.instance;
  const known = numbers.map(({ number, description, flowId }) => {
    const flow = flows.find(({ id }) => id === flowId);
    const words = { number: numberWords(number, t).shown, meaning: description };
    return { value: number, name: flow === undefined ? t('setup.number.free', words) : t('setup.number.leads', { ...words, flow: flow.name }) };
  });
  return (
    <>
      <SelectField form={form} field="number" label={t('setup.number.number')} choose={t('setup.number.choose')} options={[...known, { value: otherNumber, name: t('setup.number.other') }]} />
      {form.draft.number === otherNumber && (
        <>
          <PhoneField form={form} field="numberTyped" label={t('setup.number.typed')} hint={t('setup.number.typedHint')} />
          <TextField form={form} field="numberFor" label={t('setup.number.meaning')} hint={t('setup.number.meaningHint')} />
        </>
      )}
    </>
  );
}
