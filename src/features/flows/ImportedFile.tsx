import { useState } from 'react';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { FileJson, X } from 'lucide-react';
import { flowCheckQuery, importFlowMutation } from '../../api/flows.ts';
import { useHttp } from '../../api/http-context.tsx';
import { problemOf } from '../../api/problem.ts';
import type { ContactFlowSummary, FlowFindings, ImportFlowRequest } from '../../protocol/http-flows.ts';
import { useText } from '../../text/use-text.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useToast } from '../../ui/Toast.tsx';
import type { ImportChoices, TakenFile } from './flow-import.ts';
import { importState, suggestedName } from './flow-import.ts';
import { FlowNaming } from './FlowNaming.tsx';
import { FaultList, UnsupportedList } from './Findings.tsx';
import styles from './FlowImport.module.css';
import { problemSentence } from './problem-sentence.ts';
import { ReferenceChoices } from './ReferenceChoices.tsx';

interface ImportedFileProps {
  readonly file: TakenFile;
  readonly existing: readonly ContactFlowSummary[];
  readonly onPutAway: () => void;
  readonly onSaved: (flowId: string) => void;
}

/** One file: what was found in it, what is to be chosen, and the way to save it. */
export function ImportedFile({ file, existing, onPutAway, onSaved }: ImportedFileProps) {
  const t = useText();
  const http = useHttp();
  const [choices, setChoices] = useState<ImportChoices>({ name: null, type: null, mapping: {} });
  const check = useQuery({ ...flowCheckQuery(http, { content: file.text, mapping: choices.mapping, type: choices.type }), placeholderData: keepPreviousData });
  const putAway = <IconButton label={t('flows.import.remove', { name: file.fileName })} icon={<X size={18} aria-hidden />} onClick={onPutAway} />;
  return (
    <Card className={styles['file']} label={t('flows.import.file', { name: file.fileName })}>
      <div className={styles['fileHead']}>
        <FileJson size={20} aria-hidden />
        <h3 className={styles['fileName']}>{file.fileName}</h3>
        {putAway}
      </div>
      {check.isPending && <output>{t('flows.import.reading', { name: file.fileName })}</output>}
      {check.isError && <Banner kind="bad">{problemSentence(problemOf(check.error), t)}</Banner>}
      {check.data !== undefined && (
        <CheckedFile file={file} findings={check.data} choices={choices} onChoices={setChoices} existing={existing} onSaved={onSaved} />
      )}
    </Card>
  );
}

interface CheckedFileProps extends Pick<ImportedFileProps, 'file' | 'existing' | 'onSaved'> {
  readonly findings: FlowFindings;
  readonly choices: ImportChoices;
  readonly onChoices: (choices: ImportChoices) => void;
}

function CheckedFile({ file, findings, choices, onChoices, existing, onSaved }: CheckedFileProps) {
  const t = useText();
  const toast = useToast();
  const saving = useMutation(importFlowMutation(useHttp()));
  const state = importState(file, findings, choices, existing);
  const save = async (request: ImportFlowRequest): Promise<void> => {
    const saved = await saving.mutateAsync(request).catch(() => null);
    if (saved === null) return;
    toast({ kind: 'good', text: t('flows.import.saved', { name: request.Name }) });
    onSaved(saved.ContactFlowId);
  };
  const stopping = findings.Faults.filter((fault) => fault.Stops);
  const warning = findings.Faults.filter((fault) => !fault.Stops);
  const start = findings.Steps.find((step) => step.Id === findings.Start);
  return (
    <div className={styles['checked']}>
      {findings.Readable ? (
        <p>{t('flows.import.found', { count: findings.Steps.length, start: start?.Title ?? findings.Start ?? '' })}</p>
      ) : (
        <p className={styles['bad']}>{t('flows.import.notAFlow')}</p>
      )}
      <FaultList title={t('flows.import.faults')} faults={stopping} isBad />
      {findings.Readable && (
        <>
          {stopping.length === 0 && (
            <FlowNaming
              name={choices.name ?? suggestedName(file.fileName, findings)}
              type={findings.Type}
              mayChooseType={choices.type !== null || findings.Type === null}
              existing={existing}
              onName={(name) => {
                onChoices({ ...choices, name });
              }}
              onType={(type) => {
                onChoices({ ...choices, type });
              }}
            />
          )}
          <ReferenceChoices references={findings.References} onChoose={(reference, id) => {
            onChoices({ ...choices, mapping: { ...choices.mapping, [reference]: id } });
          }} />
          <UnsupportedList steps={findings.Steps.filter((step) => !step.CanRun)} />
          <FaultList title={t('flows.import.notes')} faults={warning} />
        </>
      )}
      {saving.isError && <Refusal error={saving.error} />}
      <div className={styles['actions']}>
        {state.can === 'save' ? (
          <Button kind="primary" busy={saving.isPending} onClick={() => void save(state.request)}>
            {state.request.Replace ? t('flows.import.replace', { name: state.request.Name }) : t('flows.import.save')}
          </Button>
        ) : (
          <output className={styles['hint']}>
            {state.why === 'openChoices' && t('flows.import.openChoices', { count: state.count })}
            {state.why === 'stops' && t('flows.import.stops')}
            {state.why === 'noType' && t('flows.import.typeHint')}
          </output>
        )}
      </div>
    </div>
  );
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
