import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useHttp } from '../../api/http-context.tsx';
import { lambdaCheckQuery, saveLambdaMutation } from '../../api/resources.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/Button.tsx';
import { cx } from '../../ui/class-names.ts';
import { Field } from '../../ui/Field.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { EditorDialog } from './EditorDialog.tsx';
import { FLOW_WAITS_MS, lambdaFaultsIn, lambdaFieldsOf, lambdaRequestOf, nameInArn, tidied } from './lambda-form.ts';
import type { LambdaDraft, LambdaFields } from './lambda-form.ts';
import own from './Lambdas.module.css';
import { readSeconds } from './prompt-words.ts';
import styles from './Resources.module.css';

interface LambdaEditorProps {
  readonly draft: LambdaDraft;
  /** The ARNs that have an answer already, but for this one. */
  readonly taken: readonly string[];
  readonly onClose: () => void;
}

/** What a function returns, how long it takes, or how it fails. */
export function LambdaEditor({ draft, taken, onClose }: LambdaEditorProps) {
  const t = useText();
  const toast = useToast();
  const http = useHttp();
  const radiosId = useId();
  const saving = useMutation(saveLambdaMutation(http));
  const [fields, setFields] = useState(() => lambdaFieldsOf(draft));
  const [isTried, setTried] = useState(false);
  const check = useQuery({ ...lambdaCheckQuery(http, fields.json), enabled: fields.kind === 'returns', placeholderData: keepPreviousData });
  const jsonFault = fields.kind === 'returns' ? (check.data?.Fault ?? undefined) : undefined;
  const faults = lambdaFaultsIn(fields, taken);
  const first = lambdaFieldsOf(draft);
  const set = (change: Partial<LambdaFields>): void => setFields((before) => ({ ...before, ...change }));
  const told = (fault: keyof typeof words | undefined, isTouched: boolean): string | undefined => (fault === undefined || !(isTried || isTouched) ? undefined : t(words[fault]));
  const save = async (): Promise<void> => {
    setTried(true);
    if (Object.keys(faults).length > 0 || jsonFault !== undefined) return;
    const request = lambdaRequestOf(fields);
    if ((await saving.mutateAsync(request).catch(() => null)) === null) return;
    toast({ kind: 'good', text: t('lambdas.form.saved', { name: request.Name }) });
    onClose();
  };
  const isTooLate = fields.kind !== 'timesOut' && (readSeconds(fields.delay, 0, Number.POSITIVE_INFINITY) ?? 0) > FLOW_WAITS_MS;
  return (
    <EditorDialog title={draft.of === 'mock' ? t('lambdas.form.title', { name: draft.mock.Name }) : t('lambdas.form.newTitle')} saving={saving} onSave={save} onClose={onClose}>
      {draft.of === 'mock' ? <p className={styles['muted']}>{fields.arn}</p> : (
        <Field label={t('lambdas.form.arn')} hint={t('lambdas.form.arnHint')} error={told(faults.arn, fields.arn !== first.arn)}>
          {(control) => <input {...control} value={fields.arn} autoComplete="off" spellCheck={false} onChange={(event) => {
            const arn = event.target.value;
            // The name follows the ARN until it is given one of its own.
            set({ arn, ...((fields.name === '' || fields.name === nameInArn(fields.arn)) && { name: nameInArn(arn) }) });
          }} />}
        </Field>
      )}
      <Field label={t('lambdas.form.name')} hint={t('lambdas.form.nameHint')} error={told(faults.name, fields.name !== first.name)}>
        {(control) => <input {...control} value={fields.name} maxLength={255} autoComplete="off" onChange={(event) => set({ name: event.target.value })} />}
      </Field>
      <fieldset className={own['kinds']}>
        <legend className={own['legend']}>{t('lambdas.form.what')}</legend>
        {(['returns', 'fails', 'timesOut'] as const).map((kind) => (
          <label key={kind} className={own['kind']}>
            <input type="radio" name={radiosId} checked={fields.kind === kind} onChange={() => set({ kind })} />
            {t(`lambdas.form.${kind}`)}
          </label>
        ))}
      </fieldset>
      {fields.kind === 'returns' && (
        <>
          <Field label={t('lambdas.form.json')} hint={t('lambdas.form.jsonHint')} error={jsonFault}>
            {(control) => <textarea {...control} className={cx(control.className, own['code'])} value={fields.json} rows={8} spellCheck={false} autoComplete="off" onChange={(event) => set({ json: event.target.value })} />}
          </Field>
          {jsonFault === undefined && fields.json !== tidied(fields.json) && <Button size="small" className={own['tidy']} onClick={() => set({ json: tidied(fields.json) })}>{t('lambdas.form.tidy')}</Button>}
        </>
      )}
      {fields.kind === 'fails' && (
        <Field label={t('lambdas.form.error')} hint={t('lambdas.form.errorHint')}>
          {(control) => <input {...control} value={fields.error} maxLength={1000} autoComplete="off" onChange={(event) => set({ error: event.target.value })} />}
        </Field>
      )}
      {fields.kind === 'timesOut' ? <p className={styles['muted']}>{t('lambdas.form.timesOutText')}</p> : (
        <Field label={t('lambdas.form.delay')} hint={isTooLate ? t('lambdas.form.tooLate') : t('lambdas.form.delayHint')} error={told(faults.delay, fields.delay !== first.delay)}>
          {(control) => <input {...control} inputMode="decimal" autoComplete="off" value={fields.delay} onChange={(event) => set({ delay: event.target.value })} />}
        </Field>
      )}
    </EditorDialog>
  );
}

const words = {
  arnMissing: 'lambdas.form.arnMissing', arnTaken: 'lambdas.form.arnTaken', nameMissing: 'lambdas.form.nameMissing', delayWrong: 'lambdas.form.delayWrong',
} as const;
