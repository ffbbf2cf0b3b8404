import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useHttp } from '../../api/http-context.tsx';
import { savePromptMutation, speechQuery } from '../../api/resources.ts';
import type { SpeechAnswer } from '../../protocol/http-resources.ts';
import { useText } from '../../text/use-text.ts';
import { cx } from '../../ui/class-names.ts';
import { Field } from '../../ui/Field.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { EditorDialog } from './EditorDialog.tsx';
import { faultsIn, fieldsOf, formOf, lengthWord, requestOf } from './prompt-form.ts';
import type { PromptDraft, PromptFields } from './prompt-form.ts';
import own from './Prompts.module.css';

interface PromptEditorProps {
  readonly draft: PromptDraft;
  /** The names of all other prompts. */
  readonly taken: readonly string[];
  readonly onClose: () => void;
}

/** A new text or silence, or another name, text or length of a prompt that is there. */
export function PromptEditor({ draft, taken, onClose }: PromptEditorProps) {
  const t = useText();
  const toast = useToast();
  const http = useHttp();
  const saving = useMutation(savePromptMutation(http));
  const [fields, setFields] = useState(() => fieldsOf(draft));
  const [isTried, setTried] = useState(false);
  const form = formOf(draft);
  const speech = useQuery({ ...speechQuery(http, fields.text), enabled: form === 'text', placeholderData: keepPreviousData }).data;
  const faults = faultsIn(form, fields, taken);
  const set = (change: Partial<PromptFields>): void => setFields((before) => ({ ...before, ...change }));
  const save = async (): Promise<void> => {
    setTried(true);
    if (Object.keys(faults).length > 0) return;
    const request = requestOf(draft, fields);
    if ((await saving.mutateAsync(request).catch(() => null)) === null) return;
    toast({ kind: 'good', text: t('prompts.edit.saved', { name: request.Name }) });
    onClose();
  };
  // What was never touched is not called wrong before somebody wants to save.
  const told = (fault: string | undefined, isTouched: boolean): string | undefined => (fault === undefined || !(isTried || isTouched) ? undefined : fault);
  const first = fieldsOf(draft);
  return (
    <EditorDialog title={draft.of === 'prompt' ? t('prompts.edit.title', { name: draft.prompt.Name }) : t(draft.of === 'text' ? 'prompts.edit.newText' : 'prompts.edit.newSilence')} saving={saving} onSave={save} onClose={onClose}>
      <Field label={t('prompts.edit.name')} hint={t('prompts.edit.nameHint')} error={told(faults.name && t(`prompts.edit.${faults.name}`), fields.name !== first.name)}>
        {(control) => <input {...control} value={fields.name} maxLength={127} autoComplete="off" onChange={(event) => set({ name: event.target.value })} />}
      </Field>
      {form !== 'silence' && (
        <Field
          label={t(form === 'text' ? 'prompts.edit.text' : 'prompts.edit.caption')}
          hint={t(form === 'text' ? 'prompts.edit.textHint' : 'prompts.edit.captionHint')}
          error={told(faults.text && t(`prompts.edit.${faults.text}`), fields.text !== first.text)}
        >
          {(control) => <textarea {...control} className={cx(control.className, own['area'])} value={fields.text} maxLength={6000} rows={4} onChange={(event) => set({ text: event.target.value })} />}
        </Field>
      )}
      {form === 'text' && fields.text.trim() !== '' && speech !== undefined && <SpeechNotes speech={speech} typed={fields.text} />}
      {form !== 'recording' && (
        <Field
          label={t('prompts.edit.seconds')}
          hint={form === 'text' ? t('prompts.edit.secondsHint', { seconds: lengthWord(speech) }) : t('prompts.edit.secondsPlain')}
          error={told(faults.seconds && t(`prompts.edit.${faults.seconds}`), fields.seconds !== first.seconds)}
        >
          {(control) => <input {...control} inputMode="decimal" autoComplete="off" value={fields.seconds} onChange={(event) => set({ seconds: event.target.value })} />}
        </Field>
      )}
      {form === 'recording' && (
        <label className={own['check']}>
          <input type="checkbox" checked={fields.isMusic} onChange={(event) => set({ isMusic: event.target.checked })} />
          {t('prompts.edit.isMusic')}
        </label>
      )}
    </EditorDialog>
  );
}

/** What is heard of a text: without markup, and which markup counts. */
function SpeechNotes({ speech, typed }: { readonly speech: SpeechAnswer; readonly typed: string }) {
  const t = useText();
  const tags = (names: readonly string[]): string => names.map((name) => `<${name}>`).join(', ');
  return (
    <div className={own['facts']}>
      {speech.Plain !== typed.trim() && <p>{t('prompts.edit.plain', { text: speech.Plain })}</p>}
      {speech.Read.length > 0 && <p>{t('prompts.edit.read', { tags: tags(speech.Read) })}</p>}
      {speech.Ignored.length > 0 && <p>{t('prompts.edit.ignored', { tags: tags(speech.Ignored) })}</p>}
    </div>
  );
}
