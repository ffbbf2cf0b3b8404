import type { ContactFlowSummary, FlowFindings, FlowMapping, FlowTypeName, ImportFlowRequest } from '../../protocol/http-flows.ts';

/** A file taken from the person's device and not yet saved. */
export interface TakenFile {
  readonly id: number;
  readonly fileName: string;
  readonly text: string;
}

/** What the person has chosen for a file. */
export interface ImportChoices {
  /** null: the file's own name, or the file's. */
  readonly name: string | null;
  /** For files that do not tell. */
  readonly type: FlowTypeName | null;
  readonly mapping: FlowMapping;
}

/** Whether a file can be saved, and how; or what is in the way. */
export type ImportState =
  | { readonly can: 'save'; readonly request: ImportFlowRequest }
  | { readonly can: 'nothing'; readonly why: 'notAFlow' | 'stops' | 'noType' | 'noName' | 'otherType' | 'openChoices'; readonly count: number };

/** The name a flow gets unless another is typed: the designer's, else the file's without its ending. */
export function suggestedName(fileName: string, findings: FlowFindings): string {
  return findings.Name ?? fileName.replace(/\.json$/i, '').replaceAll(/[_-]+/g, ' ').trim();
}

/** Weighs findings and choices; the first thing in the way is told. */
export function importState(file: TakenFile, findings: FlowFindings, choices: ImportChoices, existing: readonly ContactFlowSummary[]): ImportState {
  const no = (why: Extract<ImportState, { can: 'nothing' }>['why'], count = 0): ImportState => ({ can: 'nothing', why, count });
  if (!findings.Readable) return no('notAFlow');
  if (findings.Faults.some((fault) => fault.Stops)) return no('stops');
  const type = findings.Type;
  if (type === null) return no('noType');
  const name = (choices.name ?? suggestedName(file.fileName, findings)).trim();
  if (name === '') return no('noName');
  const same = existing.find((flow) => flow.Name === name);
  if (same !== undefined && same.ContactFlowType !== type) return no('otherType');
  const open = findings.References.filter((reference) => reference.NeedsChoice).length;
  if (open > 0) return no('openChoices', open);
  return { can: 'save', request: { Name: name, Type: type, Content: file.text, Mapping: { ...choices.mapping }, Replace: same !== undefined } };
}
