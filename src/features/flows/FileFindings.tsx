import type { ContactFlowSummary } from '../../protocol/http-flows.ts';
import { useText } from '../../text/use-text.ts';
import { FlowNaming } from './FlowNaming.tsx';
import { FaultList, UnsupportedList } from './Findings.tsx';
import type { CheckedFile, ImportState } from './flow-import.ts';
import { suggestedName } from './flow-import.ts';
import styles from './FlowImport.module.css';
import { ReferenceChoices } from './ReferenceChoices.tsx';
import type { FlowImportWork } from './use-import.ts';

interface FileFindingsProps {
  readonly checked: CheckedFile;
  readonly state: ImportState;
  readonly work: FlowImportWork;
  readonly existing: readonly ContactFlowSummary[];
}

/** Everything that was found in a file, and what is chosen for it. */
export function FileFindings({ checked: { file, findings, tellsType, choices }, state, work, existing }: FileFindingsProps) {
  const t = useText();
  const stopping = findings.Faults.filter((fault) => fault.Stops);
  const warning = findings.Faults.filter((fault) => !fault.Stops);
  const start = findings.Steps.find((step) => step.Id === findings.Start);
  return (
    <>
      {findings.Readable ? (
        <p>{t('flows.import.found', { count: findings.Steps.length, start: start?.Title ?? findings.Start ?? '' })}</p>
      ) : (
        <p className={styles['bad']}>{t('flows.import.notAFlow')}</p>
      )}
      <FaultList title={t('flows.import.faults')} faults={stopping} isBad />
      {findings.Readable && (
        <>
          {(stopping.length === 0 || !tellsType) && (
            <FlowNaming
              name={choices.name ?? suggestedName(file.fileName, findings)}
              type={findings.Type}
              isModule={findings.IsModule}
              isTaken={state.can === 'nothing' && state.why === 'sameName'}
              isTypeByName={choices.type === null && findings.Type !== null}
              mayChooseType={!tellsType}
              existing={existing}
              onName={(name) => {
                work.choose(file.id, { ...choices, name });
              }}
              onType={(type) => {
                work.choose(file.id, { ...choices, type });
              }}
            />
          )}
          <ReferenceChoices references={findings.References} newNames={work.newNames} hrefs={work.resourceHrefs} onChoose={work.mapTo} />
          <UnsupportedList steps={findings.Steps.filter((step) => !step.CanRun)} />
          <FaultList title={t('flows.import.notes')} faults={warning} />
        </>
      )}
    </>
  );
}
