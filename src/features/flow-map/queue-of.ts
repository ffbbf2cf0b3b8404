import type { FlowFindings } from '../../protocol/http-flows.ts';
import type { FlowFile } from './flow-file.ts';
import { textAt } from './flow-file.ts';
import type { FlowDraft } from './use-flow-map.ts';

/** The queue that a reference stands for; without one the working queue, where the flow names a single one. null: it is not known. */
export function queueIdOf(queueRef: string, { choices, findings, file }: Pick<FlowDraft, 'choices' | 'findings' | 'file'>): string | null {
  const idOf = (ref: string): string | null =>
    choices('queue').find(({ value, name, id }) => value === ref || name === ref || id === ref)?.id ?? findings.References.find(({ Kind, Reference }) => Kind === 'queue' && Reference === ref)?.ResolvedTo?.Id ?? null;
  if (queueRef !== '') return idOf(queueRef);
  const set = findings.Steps.filter(({ Type }) => Type === 'UpdateContactTargetQueue').map(({ Id }) => textAt(file.parameters.get(Id), ['QueueId']));
  const [only] = set;
  return only === undefined || only === '' || set.some((each) => each !== only) ? null : idOf(only);
}

/** The flows that this flow hooks as message to the agent; an id for those that are known here. */
export function hookedFlows(findings: FlowFindings, file: FlowFile): readonly string[] {
  return findings.Steps.filter(({ Type }) => Type === 'UpdateContactEventHooks').flatMap(({ Id }) => {
    const ref = textAt(file.parameters.get(Id), ['EventHooks', 'AgentWhisper']);
    return ref === '' ? [] : [findings.References.find(({ Kind, Reference }) => Kind === 'flow' && Reference === ref)?.ResolvedTo?.Id ?? ref];
  });
}
