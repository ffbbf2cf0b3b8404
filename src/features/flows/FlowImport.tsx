import { useRef, useState } from 'react';
import { Upload } from 'lucide-react';
import type { ContactFlowSummary } from '../../protocol/http-flows.ts';
import { useText } from '../../text/use-text.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { cx } from '../../ui/class-names.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import styles from './FlowImport.module.css';
import { ImportedFile } from './ImportedFile.tsx';
import { useTakenFiles } from './use-taken-files.ts';

interface FlowImportProps {
  readonly existing: readonly ContactFlowSummary[];
  readonly onSaved: (flowId: string) => void;
}

/** Takes flow files, several at once, and shows a card for each. */
export function FlowImport({ existing, onSaved }: FlowImportProps) {
  const t = useText();
  const { files, faults, take, putAway } = useTakenFiles();
  const [isOver, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  return (
    <Card title={t('flows.import.title')}>
      <div
        className={cx(styles['drop'], isOver && styles['over'])}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => {
          setOver(false);
        }}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take([...event.dataTransfer.files]);
        }}
      >
        <p className={styles['hint']}>{t('flows.import.drop')}</p>
        <Button icon={<Upload size={18} aria-hidden />} onClick={() => input.current?.click()}>{t('flows.import.choose')}</Button>
        <VisuallyHidden>
          <input ref={input} type="file" accept=".json,application/json" multiple tabIndex={-1} aria-label={t('flows.import.choose')} onChange={(event) => {
            take([...(event.target.files ?? [])]);
            // So that the same file, corrected, can be chosen again.
            event.target.value = '';
          }} />
        </VisuallyHidden>
      </div>
      <div className={styles['files']}>
        {faults.map((fault) => <Banner key={fault.id} kind="bad">{t(`flows.import.${fault.why}`, { name: fault.fileName })}</Banner>)}
        {files.map((file) => (
          <ImportedFile key={file.id} file={file} existing={existing} onPutAway={() => {
            putAway(file.id);
          }} onSaved={(flowId) => {
            putAway(file.id);
            onSaved(flowId);
          }} />
        ))}
      </div>
    </Card>
  );
}
