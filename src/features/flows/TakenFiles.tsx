import { Save } from 'lucide-react';
import { problemOf } from '../../api/problem.ts';
import type { ContactFlowSummary } from '../../protocol/http-flows.ts';
import { problemSentence } from '../../text/problem-sentence.ts';
import { useText } from '../../text/use-text.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { useToast } from '../../ui/Toast.tsx';
import type { TakenFile } from './flow-import.ts';
import { allThatRun } from './flow-import.ts';
import styles from './FlowImport.module.css';
import { ImportedFile } from './ImportedFile.tsx';
import type { ResourceHrefs, ToSave } from './use-import.ts';
import { replacing, useImport } from './use-import.ts';

interface TakenFilesProps {
  readonly files: readonly TakenFile[];
  readonly existing: readonly ContactFlowSummary[];
  readonly resourceHrefs: ResourceHrefs;
  readonly onPutAway: (ids: readonly string[]) => void;
  /** A flow was saved by itself: it is shown next. */
  readonly onSaved: (flowId: string) => void;
}

/** The files taken, a row each; what runs is saved one by one or all at once. */
export function TakenFiles({ files, existing, resourceHrefs, onPutAway, onSaved }: TakenFilesProps) {
  const t = useText();
  const toast = useToast();
  const work = useImport(files, existing, resourceHrefs);
  const all = allThatRun(work.states);
  const save = async (what: ToSave): Promise<void> => {
    const saved = await work.save(what);
    if (saved === null) return;
    const [only] = saved;
    const words = only === undefined || saved.length > 1 ? t('flows.import.savedAll', { count: saved.length }) : t(only.isModule ? 'flows.import.savedModule' : 'flows.import.saved', { name: only.name });
    toast({ kind: 'good', text: words });
    onPutAway(what.fileIds);
    if (only !== undefined && saved.length === 1 && !only.isModule) onSaved(only.id);
  };
  const isSavingAll = work.isSaving && work.savingId === (all.fileIds[0] ?? null);
  const replaced = replacing(all.flows);
  return (
    <>
      {files.length > 1 && (
        <section className={styles['together']} aria-label={t('flows.import.together')}>
          <p className={styles['togetherLine']}><strong>{t('flows.import.togetherCount', { count: files.length })}</strong> · {t('flows.import.togetherRun', { count: all.flows.length })}</p>
          {replaced > 0 && <p className={styles['hint']}>{t('flows.import.replaces', { count: replaced })}</p>}
          <div className={styles['dropButtons']}>
            {all.flows.length > 0 && (
              <Button kind="primary" size="small" busy={isSavingAll} icon={<Save size={16} aria-hidden />} onClick={() => void save(all)}>{t('flows.import.saveAll', { count: all.flows.length })}</Button>
            )}
            <Button kind="quiet" size="small" onClick={() => {
              onPutAway(files.map(({ id }) => id));
            }}>{t('flows.import.putAllAway')}</Button>
          </div>
        </section>
      )}
      {work.checkError !== null && <Banner kind="bad">{problemSentence(problemOf(work.checkError), t)}</Banner>}
      {files.map((file) => (
        <ImportedFile
          key={file.id} file={file} work={work} existing={existing}
          onSave={(what) => void save(what)}
          onPutAway={() => {
            onPutAway([file.id]);
          }}
        />
      ))}
    </>
  );
}
