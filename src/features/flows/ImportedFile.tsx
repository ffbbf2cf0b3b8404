import { useId, useState } from 'react';
import { ChevronDown, ChevronRight, FileJson, X } from 'lucide-react';
import { problemOf } from '../../api/problem.ts';
import type { ContactFlowSummary } from '../../protocol/http-flows.ts';
import { problemSentence } from '../../text/problem-sentence.ts';
import { useText } from '../../text/use-text.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { cx } from '../../ui/class-names.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { FileFindings } from './FileFindings.tsx';
import type { CheckedFile, ImportState, TakenFile } from './flow-import.ts';
import { nameOf } from './flow-import.ts';
import styles from './FlowImport.module.css';
import { lineWords } from './import-words.ts';
import type { FlowImportWork, ToSave } from './use-import.ts';

interface ImportedFileProps {
  readonly file: TakenFile;
  readonly work: FlowImportWork;
  readonly existing: readonly ContactFlowSummary[];
  readonly onSave: (what: ToSave) => void;
  readonly onPutAway: () => void;
}

/** One file: what it is in a line, and opened what was found in it, what is to be chosen, and the way to save it. */
export function ImportedFile({ file, work, existing, onSave, onPutAway }: ImportedFileProps) {
  const t = useText();
  const bodyId = useId();
  const [isOpen, setOpen] = useState(!file.isOneOfMany);
  const checked = work.checked.get(file.id);
  const state = work.states.get(file.id);
  const own = file.fileName.lastIndexOf('/') + 1;
  const name = <span className={styles['fileName']}>{own > 0 && <span className={styles['folder']}>{file.fileName.slice(0, own)}</span>}{file.fileName.slice(own)}</span>;
  return (
    <Card className={styles['file']} label={t('flows.import.file', { name: file.fileName })}>
      <div className={styles['fileHead']}>
        {file.isOneOfMany ? (
          <h3 className={styles['fileTitle']}>
            <button type="button" className={styles['opener']} aria-expanded={isOpen} aria-controls={bodyId} onClick={() => {
              setOpen(!isOpen);
            }}>
              {isOpen ? <ChevronDown size={18} aria-hidden /> : <ChevronRight size={18} aria-hidden />}{name}
            </button>
          </h3>
        ) : <h3 className={cx(styles['fileTitle'], styles['opener'])}><FileJson size={20} aria-hidden />{name}</h3>}
        <IconButton label={t('flows.import.remove', { name: file.fileName })} icon={<X size={18} aria-hidden />} onClick={onPutAway} />
      </div>
      {checked === undefined && work.checkError === null && <output>{t('flows.import.reading', { name: file.fileName })}</output>}
      {checked !== undefined && state !== undefined && (
        <>
          {file.isOneOfMany && <Line checked={checked} state={state} />}
          <div id={bodyId} hidden={!isOpen} className={styles['checked']}>
            {isOpen && <FileFindings checked={checked} state={state} work={work} existing={existing} />}
            {isOpen && work.savingId === file.id && work.saveError !== null && <Refusal error={work.saveError} />}
            {isOpen && <Saving file={file} state={state} work={work} onSave={onSave} />}
          </div>
        </>
      )}
    </Card>
  );
}

/** What a file is, and whether it can be saved: what one looks for among many. */
function Line({ checked, state }: { readonly checked: CheckedFile; readonly state: ImportState }) {
  const t = useText();
  const { findings } = checked;
  const type = findings.Type;
  return (
    <p className={styles['fileLine']}>
      {findings.Readable && <strong>{nameOf(checked)}</strong>}
      {findings.Readable && (findings.IsModule || type !== null) && <Badge>{findings.IsModule ? t('flows.import.module') : t(`flows.types.${type ?? 'CONTACT_FLOW'}`)}</Badge>}
      <span className={state.can === 'save' ? styles['good'] : styles['bad']}>{lineWords(checked, state, t)}</span>
    </p>
  );
}

function Saving({ file, state, work, onSave }: Pick<ImportedFileProps, 'file' | 'work' | 'onSave'> & { readonly state: ImportState }) {
  const t = useText();
  return (
    <div className={styles['actions']}>
      {state.can === 'save' ? (
        <Button kind="primary" busy={work.isSaving && work.savingId === file.id} onClick={() => {
          onSave(state);
        }}>
          {saveWords(state, t)}
        </Button>
      ) : (
        <output className={styles['hint']}>
          {state.why === 'openChoices' && t('flows.import.openChoices', { count: state.count })}
          {state.why === 'stops' && t('flows.import.stops')}
          {state.why === 'noType' && t('flows.import.typeHint')}
          {state.why === 'needsOther' && t('flows.import.needsOther', { name: state.name })}
        </output>
      )}
    </div>
  );
}

function saveWords({ flows }: ToSave, t: ReturnType<typeof useText>): string {
  const [own] = flows;
  if (flows.length > 1) return t('flows.import.saveWith', { count: flows.length - 1 });
  if (own?.Replace === true) return t('flows.import.replace', { name: own.Name });
  return t(own?.Type === 'MODULE' ? 'flows.import.saveModule' : 'flows.import.save');
}

function Refusal({ error }: { readonly error: unknown }) {
  const t = useText();
  const problem = problemOf(error);
  const problems = problem.kind === 'refused' ? problem.problems : [];
  return (
    <Banner kind="bad">
      <p>{t('flows.import.refused')} {problemSentence(problem, t)}</p>
      {problems.length > 0 && <ul>{problems.map((each) => <li key={each}>{each}</li>)}</ul>}
    </Banner>
  );
}
