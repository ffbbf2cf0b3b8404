import type { FlowFindings } from '../../protocol/http-flows.ts';
import { useText } from '../../text/use-text.ts';
import { Field } from '../../ui/Field.tsx';
import { retriesOfAttempts } from '../../world/retry-forecast.ts';
import styles from './ActionEditor.module.css';
import { editsOf, withChange } from './edits.ts';
import type { Field as FieldOf } from './fields.ts';
import { choicesOf, draftOf, isReplaced, rangeWords, wrongWith } from './fields.ts';
import type { Json } from './flow-file.ts';
import { spanWords } from './action-detail.ts';
import type { FlowDraft } from './use-flow-map.ts';

interface ActionEditorProps {
  readonly fields: readonly FieldOf[];
  readonly parameters: Json | undefined;
  readonly draft: FlowDraft;
}

/** The parameters of an action that people change, checked as they type; saved with the flow. */
export function ActionEditor({ fields, parameters, draft }: ActionEditorProps) {
  const t = useText();
  return (
    <fieldset className={styles['form']}>
      <legend className={styles['legend']}>{t('flowMap.edit.title')}</legend>
      {fields.filter((field) => !isReplaced(field, editsOf(draft.drafts))).map((field) => <OneField key={field.path.join('.')} field={field} parameters={parameters} draft={draft} />)}
    </fieldset>
  );
}

function OneField({ field, parameters, draft }: { readonly field: FieldOf; readonly parameters: Json | undefined; readonly draft: FlowDraft }) {
  const t = useText();
  const value = draftOf(field, parameters, editsOf(draft.drafts));
  const change = (typed: string, name: string | null = null): void => {
    draft.setDrafts(withChange(draft.drafts, { of: 'flow', edit: { actionId: field.actionId, path: field.path, value: typed === '' && field.isOptional ? null : typed, name, replaces: field.replaces } }));
  };
  const error = wrongWith(field, value, t) ?? undefined;
  return (
    <Field label={field.label} hint={hintOf(field, value, draft.findings.AttemptsMean, t)} error={error}>
      {(control) => {
        switch (field.kind) {
          case 'text':
          case 'ssml':
            return <textarea {...control} rows={4} value={value} spellCheck={field.kind === 'text'} onChange={(event) => {
              change(event.target.value);
            }} />;
          case 'queue':
          case 'flow':
          case 'prompt':
          case 'hours': {
            const choices = choicesOf(value, draft.choices(field.kind), draft.findings);
            return (
              <select {...control} value={value} onChange={(event) => {
                change(event.target.value, choices.find((choice) => choice.value === event.target.value)?.name ?? null);
              }}>
                {(field.isOptional || value === '') && <option value="">{noneWords(field, t)}</option>}
                {choices.map((choice) => <option key={choice.value} value={choice.value}>{choice.name}</option>)}
              </select>
            );
          }
          default:
            return <input {...control} value={value} inputMode={field.kind === 'phone' ? 'tel' : field.kind === 'plain' ? 'text' : 'numeric'} autoComplete="off" onChange={(event) => {
              change(event.target.value.trim());
            }} />;
        }
      }}
    </Field>
  );
}

type Say = ReturnType<typeof useText>;

function noneWords({ path }: FieldOf, t: Say): string {
  const name = path.at(-1);
  return name === 'QueueId' || name === 'ContactFlowId' || name === 'HoursOfOperationId' || name === 'PromptId' ? t(`flowMap.fields.none.${name}`) : t('flowMap.fields.none.other');
}

/** What helps while typing: the span that seconds are, the calls that retries mean, the range that is allowed. */
function hintOf(field: FieldOf, value: string, mean: FlowFindings['AttemptsMean'], t: Say): string | undefined {
  const name = field.path.at(-1);
  if (name === 'CallerId') return t('flowMap.fields.callerHint');
  const number = /^\d{1,9}$/.test(value) ? Number(value) : null;
  if (name === 'MaximumConnectionAttempts') return number === null ? undefined : t(mean === 'retries' ? 'flowMap.fields.retriesHint' : 'flowMap.fields.attemptsHint', { count: number, calls: retriesOfAttempts(number, mean) + 1 });
  const range = field.limit === null ? null : rangeWords(field.limit.min, field.limit.max, t);
  if (field.kind !== 'seconds') return range ?? undefined;
  const span = number !== null && number >= 60 ? t('flowMap.fields.isSpan', { span: spanWords(value, t) }) : null;
  return [span, range].filter((part) => part !== null).join(' · ') || undefined;
}
