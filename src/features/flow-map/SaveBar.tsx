import { Save, Undo2 } from 'lucide-react';
import { problemOf } from '../../api/problem.ts';
import { problemSentence } from '../../text/problem-sentence.ts';
import { useText } from '../../text/use-text.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { editsOf, latest, noDrafts, undone } from './edits.ts';
import { draftOf, fieldsOf, wrongWith } from './fields.ts';
import styles from './SaveBar.module.css';
import type { FlowDraft } from './use-flow-map.ts';

/** What is changed and not yet saved: save it, take the last change back, or all of them. */
export function SaveBar({ draft }: { readonly draft: FlowDraft }) {
  const t = useText();
  if (draft.drafts.length === 0) return <output className={styles['silent']} />;
  const edits = editsOf(draft.drafts);
  const isWrong = draft.findings.Steps.some((step) => {
    const parameters = draft.file.parameters.get(step.Id);
    const isEdited = edits.some(({ actionId }) => actionId === step.Id);
    return isEdited && fieldsOf(step, parameters, t).some((field) => wrongWith(field, draftOf(field, parameters, edits), t) !== null);
  });
  const stopping = draft.findings.Faults.filter(({ Stops }) => Stops);
  const canSave = draft.isChanged && !isWrong && !draft.isChecking && stopping.length === 0;
  const problem = draft.saveError === null ? null : problemOf(draft.saveError);
  return (
    <div className={styles['bar']}>
      <div className={styles['line']}>
        <output className={styles['count']}>{t('flowMap.edit.changed', { count: latest(draft.drafts).length })}</output>
        <Button size="small" icon={<Undo2 size={16} aria-hidden />} onClick={() => {
          draft.setDrafts(undone(draft.drafts));
        }}>{t('flowMap.edit.undo')}</Button>
        <Button size="small" kind="quiet" onClick={() => {
          draft.setDrafts(noDrafts);
        }}>{t('flowMap.edit.discard')}</Button>
        <Button size="small" kind="primary" busy={draft.isSaving} disabled={!canSave && !draft.isSaving} icon={<Save size={16} aria-hidden />} onClick={draft.save}>{t('flowMap.edit.save')}</Button>
      </div>
      {isWrong && <p className={styles['bad']}>{t('flowMap.edit.fieldsWrong')}</p>}
      {!isWrong && stopping.length > 0 && <p className={styles['bad']}>{t('flowMap.edit.stops')} {stopping.map(({ Sentence }) => Sentence).join(' ')}</p>}
      {problem !== null && (
        <Banner kind="bad">
          <p>{t('flowMap.edit.refused')} {problemSentence(problem, t)}</p>
          {problem.kind === 'refused' && problem.problems.length > 0 && <ul>{problem.problems.map((each) => <li key={each}>{each}</li>)}</ul>}
        </Banner>
      )}
    </div>
  );
}
