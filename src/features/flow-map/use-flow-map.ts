import { useDeferredValue, useMemo, useState } from 'react';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { assignFlowMutation, flowAssignmentsQuery, flowCheckQuery, flowModulesQuery, flowQuery, flowsQuery, saveFlowContentMutation } from '../../api/flows.ts';
import { useHttp } from '../../api/http-context.tsx';
import { hoursQuery, queuesQuery } from '../../api/queues.ts';
import { promptsQuery } from '../../api/resources.ts';
import type { ContactFlowAnswer, ContactFlowSummary, FlowAssignments, FlowFindings } from '../../protocol/http-flows.ts';
import { useText } from '../../text/use-text.ts';
import type { Drafts } from './edits.ts';
import { editsOf, noDrafts, queueChangesOf } from './edits.ts';
import type { Choice, ChoiceKind } from './fields.ts';
import type { FlowFile } from './flow-file.ts';
import { edited, readFlowFile } from './flow-file.ts';
import type { MapSnapshot } from './map-snapshot.ts';
import { mapSnapshot } from './map-snapshot.ts';

/** A flow with the changes not yet saved: what the map draws, the panel reads and the check says. */
export interface FlowDraft {
  readonly flow: ContactFlowAnswer['ContactFlow'];
  /** As saved. */
  readonly file: FlowFile;
  readonly findings: FlowFindings;
  readonly map: MapSnapshot;
  readonly drafts: Drafts;
  readonly setDrafts: (drafts: Drafts) => void;
  /** Whether saving would change anything. */
  readonly isChanged: boolean;
  /** The check of the latest change is still to come. */
  readonly isChecking: boolean;
  readonly save: () => void;
  readonly isSaving: boolean;
  readonly saveError: unknown;
  readonly choices: (kind: ChoiceKind) => readonly Choice[];
  /** Which flows numbers and queues have; null while it is looked up. */
  readonly assignments: FlowAssignments | null;
  readonly flows: readonly ContactFlowSummary[];
  /** Names of all flows by id. */
  readonly flowNames: ReadonlyMap<string, string>;
  /** The same of the modules that flows invoke. */
  readonly moduleNames: ReadonlyMap<string, string>;
}

/** A flow looked up, or why there is none yet. */
export type FlowLookUp =
  | { readonly state: 'pending' }
  | { readonly state: 'failed'; readonly error: unknown }
  | { readonly state: 'unreadable'; readonly why: string }
  | { readonly state: 'found'; readonly draft: FlowDraft };

/** Joins a flow, its check and what is drafted. `onSaved` is told when a change is in place. */
export function useFlowMap(flowId: string, onSaved: (name: string) => void): FlowLookUp {
  const t = useText();
  const http = useHttp();
  const [drafts, setDrafts] = useState<Drafts>(noDrafts);
  const found = useQuery(flowQuery(http, flowId));
  const flows = useQuery(flowsQuery(http));
  const modules = useQuery(flowModulesQuery(http));
  const queues = useQuery(queuesQuery(http));
  const prompts = useQuery(promptsQuery(http));
  const hours = useQuery(hoursQuery(http));
  const assignments = useQuery(flowAssignmentsQuery(http));
  const saving = useMutation(saveFlowContentMutation(http, flowId));
  const assigning = useMutation(assignFlowMutation(http));
  const content = found.data?.Content ?? null;
  const file = useMemo(() => (content === null ? null : readFlowFile(content)), [content]);
  const draftText = useMemo(() => (file === null ? '' : edited(file, editsOf(drafts))), [file, drafts]);
  const checkedText = useDeferredValue(draftText);
  const check = useQuery({
    ...flowCheckQuery(http, { content: checkedText, mapping: {}, type: found.data?.Type ?? null }), enabled: found.data !== undefined && checkedText !== '', placeholderData: keepPreviousData,
  });
  const draftFile = useMemo(() => (checkedText === '' ? null : readFlowFile(checkedText)), [checkedText]);
  const findings = check.data ?? null;
  const map = useMemo(() => (findings === null || draftFile === null ? null : mapSnapshot(findings, draftFile, t)), [findings, draftFile, t]);
  const flowNames = useMemo(() => new Map((flows.data ?? []).map(({ Id, Name }) => [Id, Name] as const)), [flows.data]);
  const moduleNames = useMemo(() => new Map((modules.data ?? []).map(({ Id, Name }) => [Id, Name] as const)), [modules.data]);

  const error = found.error ?? check.error;
  if (error !== null) return { state: 'failed', error };
  if (found.data === undefined || findings === null) return { state: 'pending' };
  if (file === null || map === null || !findings.Readable) return { state: 'unreadable', why: findings.Faults[0]?.Sentence ?? '' };
  const flow = found.data;
  const isTextChanged = draftText !== JSON.stringify(file.source);
  const queueChanges = queueChangesOf(drafts).filter(({ queueId, use, flowId: wanted }) => {
    const queue = assignments.data?.Queues.find(({ Id }) => Id === queueId);
    return queue !== undefined && wanted !== (use === 'agentWhisper' ? queue.AgentWhisperFlowId : queue.OutboundWhisperFlowId);
  });
  const save = async (): Promise<void> => {
    if (isTextChanged) await saving.mutateAsync(draftText);
    for (const change of queueChanges) await assigning.mutateAsync({ to: 'queue', ...change });
    setDrafts(noDrafts);
    onSaved(flow.Name);
  };
  const choices = (kind: ChoiceKind): readonly Choice[] => {
    switch (kind) {
      case 'queue':
        return (queues.data ?? []).map(({ Arn, Name, Id }) => ({ value: Arn, name: Name, id: Id }));
      case 'flow':
        return (flows.data ?? []).map(({ Arn, Name, Id }) => ({ value: Arn, name: Name, id: Id }));
      case 'prompt':
        return (prompts.data?.Prompts ?? []).map(({ Arn, Name, Id }) => ({ value: Arn, name: Name, id: Id }));
      case 'hours':
        return (hours.data ?? []).map(({ Arn, Name, Id }) => ({ value: Arn, name: Name, id: Id }));
    }
  };
  return {
    state: 'found',
    draft: {
      flow, file, findings, map, drafts, setDrafts, choices, flowNames, moduleNames,
      assignments: assignments.data ?? null,
      flows: flows.data ?? [],
      isChanged: isTextChanged || queueChanges.length > 0,
      isChecking: check.isPlaceholderData || checkedText !== draftText,
      save: () => {
        // What went wrong is in the mutation, and shown from there.
        save().catch(() => undefined);
      },
      isSaving: saving.isPending || assigning.isPending,
      saveError: saving.error ?? assigning.error,
    },
  };
}
