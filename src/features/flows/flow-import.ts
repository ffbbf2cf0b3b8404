import type { BesideFile, ContactFlowSummary, FlowFindings, FlowTypeName, ImportFlowsRequest } from '../../protocol/http-flows.ts';

/** A file taken from the person's device and not yet saved. */
export interface TakenFile {
  readonly id: string;
  /** With the folders in which it lay. */
  readonly fileName: string;
  readonly text: string;
  /** Taken with others: it is told in a line until it is opened. */
  readonly isOneOfMany: boolean;
}

/** What the person has chosen for a file. */
export interface ImportChoices {
  /** null: the file's own name, or the file's. */
  readonly name: string | null;
  /** For files that do not tell. */
  readonly type: FlowTypeName | null;
}

/** A file with what was found in it. */
export interface CheckedFile {
  readonly file: TakenFile;
  readonly findings: FlowFindings;
  /** The file says itself what the flow is for. */
  readonly tellsType: boolean;
  readonly choices: ImportChoices;
}

/** What is there already. */
export interface Present {
  readonly flows: readonly Pick<ContactFlowSummary, 'Name' | 'ContactFlowType'>[];
  readonly modules: readonly { readonly Name: string }[];
}

/** One file as it is saved. */
export type ImportedFlow = ImportFlowsRequest['Flows'][number];

/** Whether a file can be saved, and how; or what is in the way. */
export type ImportState =
  | {
      readonly can: 'save';
      /** The file itself and first. What follows are the files that it refers to, which are saved with it. */
      readonly flows: readonly ImportedFlow[];
      readonly fileIds: readonly string[];
    }
  | { readonly can: 'nothing'; readonly why: 'notAFlow' | 'stops' | 'noType' | 'noName' | 'otherType' | 'sameName' | 'openChoices'; readonly count: number }
  | { readonly can: 'nothing'; readonly why: 'needsOther'; readonly name: string };

/** The name a flow gets unless another is typed: the designer's, else the file's without its folders and ending. */
export function suggestedName(fileName: string, findings: FlowFindings): string {
  const own = fileName.slice(fileName.lastIndexOf('/') + 1);
  return findings.Name ?? own.replace(/\.json$/i, '').replaceAll(/[_-]+/g, ' ').trim();
}

/** The name under which a file is going to be saved. */
export const nameOf = ({ file, findings, choices }: CheckedFile): string => (choices.name ?? suggestedName(file.fileName, findings)).trim();

/** What a flow is for that does not tell it: what was chosen, else what its name says as Amazon names flows; null when that says nothing. */
export function typeOf({ file, findings, choices }: Pick<CheckedFile, 'file' | 'findings' | 'choices'>): FlowTypeName | null {
  if (choices.type !== null) return choices.type;
  const name = suggestedName(file.fileName, findings).toLowerCase().replaceAll(/[^a-z]+/g, ' ');
  return typeNames.find(([words]) => name.includes(words))?.[1] ?? null;
}

const typeNames = [
  ['agent hold', 'AGENT_HOLD'], ['agent whisper', 'AGENT_WHISPER'], ['agent transfer', 'AGENT_TRANSFER'], ['customer hold', 'CUSTOMER_HOLD'], ['customer queue', 'CUSTOMER_QUEUE'],
  ['customer whisper', 'CUSTOMER_WHISPER'], ['outbound', 'OUTBOUND_WHISPER'], ['queue transfer', 'QUEUE_TRANSFER'],
] as const satisfies readonly (readonly [string, FlowTypeName])[];

/** Where other files of the import can find this one; null: it will not be there. */
export function placeOf(checked: CheckedFile): BesideFile | null {
  const { findings } = checked;
  const name = nameOf(checked);
  const type = findings.IsModule ? 'MODULE' : (findings.Type ?? typeOf(checked));
  return !findings.Readable || type === null || name === '' || name.length > 127 || findings.Faults.some(({ Stops }) => Stops) ? null : { Name: name, Type: type };
}

/** Weighs all files of an import: each by itself, then with those it refers to. */
export function importStates(files: readonly CheckedFile[], present: Present): ReadonlyMap<string, ImportState> {
  const alone = new Map(files.map((checked) => [checked.file.id, stateAlone(checked, files, present)] as const));
  return new Map(files.map((checked) => [checked.file.id, stateTogether(checked, alone, closure(checked, files, present))] as const));
}

function stateTogether({ file }: CheckedFile, alone: ReadonlyMap<string, ImportState>, together: readonly CheckedFile[]): ImportState {
  const own = alone.get(file.id);
  if (own === undefined || own.can === 'nothing') return own ?? { can: 'nothing', why: 'notAFlow', count: 0 };
  const states = together.map((each) => ({ each, state: alone.get(each.file.id) }));
  const missing = states.find(({ state }) => state?.can !== 'save');
  if (missing !== undefined) return { can: 'nothing', why: 'needsOther', name: nameOf(missing.each) };
  return { can: 'save', flows: states.flatMap(({ state }) => (state?.can === 'save' ? state.flows : [])), fileIds: together.map((each) => each.file.id) };
}

/** Everything of an import that runs, each file once. */
export function allThatRun(states: ReadonlyMap<string, ImportState>): Extract<ImportState, { can: 'save' }> {
  const saved = [...states].flatMap(([id, state]) => (state.can === 'save' ? state.flows.slice(0, 1).map((flow) => ({ id, flow })) : []));
  return { can: 'save', flows: saved.map(({ flow }) => flow), fileIds: saved.map(({ id }) => id) };
}

/** The first thing in the way of a file is told; `flows` holds the file alone. */
function stateAlone(checked: CheckedFile, files: readonly CheckedFile[], { flows, modules }: Present): ImportState {
  const { file, findings } = checked;
  const no = (why: Exclude<Extract<ImportState, { can: 'nothing' }>['why'], 'needsOther'>, count = 0): ImportState => ({ can: 'nothing', why, count });
  if (!findings.Readable) return no('notAFlow');
  if (findings.Faults.some((fault) => fault.Stops)) return no('stops');
  const type = findings.IsModule ? 'MODULE' : findings.Type;
  if (type === null) return no('noType');
  const name = nameOf(checked);
  if (name === '') return no('noName');
  const same = findings.IsModule ? modules.find((module) => module.Name === name) : flows.find((flow) => flow.Name === name);
  if (same !== undefined && 'ContactFlowType' in same && same.ContactFlowType !== type) return no('otherType');
  if (files.some((other) => other !== checked && isSavedBefore(other, checked, files))) return no('sameName');
  const open = findings.References.filter((reference) => reference.NeedsChoice).length;
  if (open > 0) return no('openChoices', open);
  // Whatever was found is written down, so that the flow goes on meaning it when names change.
  const found = Object.fromEntries(findings.References.flatMap(({ Reference, ResolvedTo }) => (ResolvedTo === null ? [] : [[Reference, ResolvedTo.Id]])));
  return { can: 'save', flows: [{ Name: name, Type: type, Content: file.text, Mapping: found, Replace: same !== undefined }], fileIds: [file.id] };
}

/** Of two files of one name the first keeps it. */
function isSavedBefore(other: CheckedFile, checked: CheckedFile, files: readonly CheckedFile[]): boolean {
  const [a, b] = [placeOf(other), placeOf(checked)];
  return a !== null && b !== null && a.Name === b.Name && (a.Type === 'MODULE') === (b.Type === 'MODULE') && files.indexOf(other) < files.indexOf(checked);
}

/** A file and those it refers to that are not there yet, however far that leads; it comes first. */
function closure(from: CheckedFile, files: readonly CheckedFile[], present: Present): readonly CheckedFile[] {
  const found = [from];
  for (const { findings } of found) {
    for (const { Kind, ResolvedTo } of findings.References) {
      if (ResolvedTo === null || (Kind !== 'flow' && Kind !== 'module')) continue;
      const known: readonly { readonly Name: string }[] = Kind === 'module' ? present.modules : present.flows;
      if (known.some(({ Name }) => Name === ResolvedTo.Name)) continue;
      const other = files.find((each) => nameOf(each) === ResolvedTo.Name && each.findings.IsModule === (Kind === 'module'));
      if (other !== undefined && !found.includes(other)) found.push(other);
    }
  }
  return found;
}
