import { useRef } from 'react';
import { FolderOpen, Upload } from 'lucide-react';
import type { ContactFlowSummary } from '../../protocol/http-flows.ts';
import { useText } from '../../text/use-text.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { DropZone } from '../../ui/DropZone.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import styles from './FlowImport.module.css';
import type { GivenFile } from './given-files.ts';
import { droppedEntries, FILES_MAX, filesUnder, givenFiles } from './given-files.ts';
import { TakenFiles } from './TakenFiles.tsx';
import type { ResourceHrefs } from './use-import.ts';
import type { LeftOut } from './use-taken-files.ts';
import { useTakenFiles } from './use-taken-files.ts';

interface FlowImportProps {
  readonly existing: readonly ContactFlowSummary[];
  readonly resourceHrefs: ResourceHrefs;
  readonly onSaved: (flowId: string) => void;
}

/** Takes flow files, several at once or whole folders, and shows what is in each. */
export function FlowImport({ existing, resourceHrefs, onSaved }: FlowImportProps) {
  const t = useText();
  const { files, faults, leftOut, take, putAway } = useTakenFiles();
  return (
    <Card title={t('flows.import.title')}>
      <FileDrop onFiles={take} />
      <div className={styles['files']}>
        {faults.map((fault) => <Banner key={fault.id} kind="bad">{t(`flows.import.${fault.why}`, { name: fault.fileName })}</Banner>)}
        <LeftOutLine leftOut={leftOut} isAll={files.length === 0} />
        {files.length > 0 && <TakenFiles files={files} existing={existing} resourceHrefs={resourceHrefs} onPutAway={putAway} onSaved={onSaved} />}
      </div>
    </Card>
  );
}

function FileDrop({ onFiles }: { readonly onFiles: (files: readonly GivenFile[]) => void }) {
  const t = useText();
  const input = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const chosen = (field: HTMLInputElement): void => {
    onFiles(givenFiles([...(field.files ?? [])]));
    // So that the same file, corrected, can be chosen again.
    field.value = '';
  };
  return (
    <DropZone onDrop={({ items, files }) => {
      const entries = droppedEntries(items);
      const plain = givenFiles([...files]);
      const read = async (): Promise<void> => {
        onFiles(entries.length === 0 ? plain : await filesUnder(entries));
      };
      void read();
    }}>
      <p className={styles['hint']}>{t('flows.import.drop')}</p>
      <div className={styles['dropButtons']}>
        <Button icon={<Upload size={18} aria-hidden />} onClick={() => input.current?.click()}>{t('flows.import.choose')}</Button>
        <Button icon={<FolderOpen size={18} aria-hidden />} onClick={() => folder.current?.click()}>{t('flows.import.chooseFolder')}</Button>
      </div>
      <VisuallyHidden>
        <input ref={input} type="file" accept=".json,application/json" multiple tabIndex={-1} aria-label={t('flows.import.choose')} onChange={(event) => {
          chosen(event.target);
        }} />
        <input ref={(field) => {
          folder.current = field;
          // React knows no attribute for it.
          if (field !== null) field.webkitdirectory = true;
        }} type="file" multiple tabIndex={-1} aria-label={t('flows.import.chooseFolder')} onChange={(event) => {
          chosen(event.target);
        }} />
      </VisuallyHidden>
    </DropZone>
  );
}

/** Names told of what was left out. */
const NAMES_MAX = 4;

function LeftOutLine({ leftOut: { others, beyond }, isAll }: { readonly leftOut: LeftOut; readonly isAll: boolean }) {
  const t = useText();
  if (others.length === 0 && beyond === 0) return null;
  const shown = others.slice(0, NAMES_MAX).map((path) => path.slice(path.lastIndexOf('/') + 1)).join(', ');
  const names = others.length > NAMES_MAX ? t('flows.import.andMore', { names: shown, count: others.length - NAMES_MAX }) : shown;
  return (
    <Banner kind={isAll ? 'warn' : 'info'}>
      {others.length > 0 && <p>{t('flows.import.leftOut', { count: others.length, names })}</p>}
      {others.length > 0 && isAll && <p>{t('flows.import.nothingThere')}</p>}
      {beyond > 0 && <p>{t('flows.import.beyond', { count: beyond, max: FILES_MAX })}</p>}
    </Banner>
  );
}
