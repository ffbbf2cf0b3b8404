import { idFromName, mappingOf, must, parseFlow, resolveReferences, seconds, validateFlow } from '../engine/index.ts';
import type { FlowFault, FlowId, FlowModule, FlowResource, FlowType, Instance, ParsedFlow, Prompt, PromptId, QueueConfig } from '../engine/index.ts';
import type { DraftFaults, Path } from './instance-draft.ts';
import type { InstanceSpec, WhisperSpec } from './instance-schema.ts';

type FlowSpec = NonNullable<InstanceSpec['flows']>[number];
type ModuleSpec = NonNullable<InstanceSpec['modules']>[number];

/** Where a section finds flow files; null when there is no such file. */
export type ReadFlow = (file: string) => string | null;

/** Reads a flow of the section; null, with the reasons among the faults, when it cannot run. */
export function makeFlow(spec: FlowSpec, before: FlowResource | null, path: Path, readFlow: ReadFlow, faults: DraftFaults): FlowResource | null {
  const parsed = readFile(spec.file, path, readFlow, faults);
  if (parsed === null) return null;
  const { content, type: typeInFile, faults: found } = parsed;
  const type = spec.type ?? typeInFile ?? before?.type;
  if (type === undefined) {
    faults.add([...path, 'type'], `The file does not say of which type "${spec.name}" is: it is needed here.`);
    return null;
  }
  // What the file was checked for by its own type does not count when the section gives another.
  const stopping = [...found.filter(({ code }) => code !== 'NOT_IN_THIS_TYPE'), ...validateFlow(content, type).filter(({ code }) => code === 'NOT_IN_THIS_TYPE')].filter(({ stops }) => stops);
  addFlowFaults(stopping, spec.file, path, faults);
  return {
    id: before?.id ?? flowId(spec.name), name: spec.name, type, content,
    description: spec.description ?? before?.description ?? '', mapping: spec.mapping ?? before?.mapping ?? {},
  };
}

/** Reads a module of the section; null, with the reasons among the faults, when it cannot run. */
export function makeModule(spec: ModuleSpec, before: FlowModule | null, path: Path, readFlow: ReadFlow, faults: DraftFaults): FlowModule | null {
  const parsed = readFile(spec.file, path, readFlow, faults);
  if (parsed === null) return null;
  addFlowFaults(parsed.faults.filter(({ stops }) => stops), spec.file, path, faults);
  return {
    id: before?.id ?? (idFromName('module', spec.name) as FlowId), name: spec.name, content: parsed.content,
    description: spec.description ?? before?.description ?? '', mapping: spec.mapping ?? before?.mapping ?? {},
  };
}

function readFile(file: string, path: Path, readFlow: ReadFlow, faults: DraftFaults): ParsedFlow | null {
  const text = readFlow(file);
  if (text === null) {
    faults.add([...path, 'file'], `There is no flow file "${file}".`);
    return null;
  }
  const parsed = parseFlow(text);
  if (parsed.ok) return parsed.value;
  addFlowFaults(parsed.refusal, file, path, faults);
  return null;
}

/** Flows whose references are known only by the name the designer noted beside them get it into their mapping. */
export function withNamedReferences<Flow extends FlowModule>(flows: readonly Flow[], instance: Instance): readonly Flow[] {
  return flows.map((flow) => {
    const named = resolveReferences(flow.content, flow.mapping, instance).resolved.filter(({ by }) => by === 'name');
    return named.length === 0 ? flow : { ...flow, mapping: mappingOf(named, flow.mapping) };
  });
}

/** Makes the prompts and flows behind whispers that a section only says, and finds those it names. */
export class Whispers {
  readonly prompts: Prompt[] = [];
  readonly flows: FlowResource[] = [];
  readonly #known: readonly FlowResource[];
  readonly #faults: DraftFaults;

  constructor(known: readonly FlowResource[], faults: DraftFaults) {
    this.#known = known;
    this.#faults = faults;
  }

  /** The whisper's flow; `before` when the section says nothing of it, null when it says there is none. */
  flowFor(whisper: WhisperSpec, before: FlowId | null, name: string, type: FlowType, path: Path): FlowId | null {
    if (whisper === undefined) return before;
    if (whisper === null) return null;
    if ('flow' in whisper) return this.#faults.find(this.#known, (flow) => flow.name, whisper.flow, 'flow', [...path, 'flow'])?.id ?? null;
    const promptId = idFromName('prompt', name) as PromptId;
    this.prompts.push({ id: promptId, name, text: whisper.say, durationMs: seconds(whisper.seconds), kind: 'speech' });
    const flow = whisperFlow(name, type, promptId);
    if (flow !== null) this.flows.push(flow);
    return flow?.id ?? null;
  }
}

/** The flow of a number whose callers wait in one queue at once; where it is full they are hung up on. */
export function straightFlow(queue: QueueConfig): FlowResource {
  const name = `Straight to ${queue.name}`;
  const parsed = parseFlow(JSON.stringify({
    Version: '2019-10-30',
    StartAction: 'which-queue',
    Metadata: { name },
    Actions: [
      { Identifier: 'which-queue', Type: 'UpdateContactTargetQueue', Parameters: { QueueId: queue.id }, Transitions: { NextAction: 'to-queue', Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'bye' }] } },
      { Identifier: 'to-queue', Type: 'TransferContactToQueue', Parameters: {}, Transitions: { Errors: ['QueueAtCapacity', 'NoMatchingError'].map((ErrorType) => ({ ErrorType, NextAction: 'bye' })) } },
      { Identifier: 'bye', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} },
    ],
  }));
  const { value } = must(parsed.ok ? parsed : null, 'a flow of our own making');
  return { id: flowId(name), name, type: 'CONTACT_FLOW', description: 'Callers wait in the queue at once.', content: value.content, mapping: {} };
}

function whisperFlow(name: string, type: FlowType, promptId: PromptId): FlowResource | null {
  const parsed = parseFlow(JSON.stringify({
    Version: '2019-10-30',
    StartAction: 'say',
    Metadata: { name, entryPointPosition: { x: 40, y: 40 }, ActionMetadata: { say: { position: { x: 200, y: 40 }, promptName: name }, end: { position: { x: 460, y: 40 } } } },
    Actions: [
      { Identifier: 'say', Type: 'MessageParticipant', Parameters: { PromptId: promptId }, Transitions: { NextAction: 'end', Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'end' }] } },
      { Identifier: 'end', Type: 'EndFlowExecution', Parameters: {}, Transitions: {} },
    ],
  }));
  return parsed.ok ? { id: flowId(name), name, type, description: 'Says one prompt.', content: parsed.value.content, mapping: {} } : null;
}

const flowId = (name: string): FlowId => idFromName('flow', name) as FlowId;

function addFlowFaults(found: readonly FlowFault[], file: string, path: Path, faults: DraftFaults): void {
  for (const { place, sentence, remedy } of found) faults.add([...path, 'file'], `In ${file} at ${place}: ${sentence} ${remedy}`);
}
