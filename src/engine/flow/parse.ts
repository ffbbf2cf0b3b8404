import { ok, refuse } from '../core/result.ts';
import type { Result } from '../core/result.ts';
import { isList, isObject, member } from './content.ts';
import { FaultList, kindOf, quoted } from './fault.ts';
import type { FlowFault } from './fault.ts';
import { findJsonFault, lineAndColumn } from './json-text.ts';
import type { FlowAction, FlowContent, FlowType, Json, JsonObject } from './model.ts';
import { parseAction } from './parse-action.ts';
import { checkFlow } from './validate.ts';

export type { FlowFault } from './fault.ts';

/** A file that is a flow. It may run when none of the faults stops it. */
export interface ParsedFlow {
  readonly content: FlowContent;
  /** What the designer says the flow is for; null when the file does not tell, as with Amazon's default flows. */
  readonly type: FlowType | null;
  readonly name: string | null;
  readonly faults: readonly FlowFault[];
}

/** The only version of the flow language there is (spec §6.1). */
export const FLOW_LANGUAGE_VERSION = '2019-10-30';
/** Characters; a flow of 250 actions has well under a hundredth of it. */
export const FLOW_LENGTH_MAX = 16 * 1024 * 1024;
/** Brackets open at once. The flow language needs ten; deeper nesting would overflow whatever walks it. */
export const FLOW_DEPTH_MAX = 100;

/** Two hundred times what Amazon Connect takes; a longer list is no flow that somebody wants to see. */
export const ACTIONS_READ_MAX = 50_000;

/** The designer's words for flow types in `Metadata.type`; the API's words are taken too (spec §6.3). */
const typeByName: ReadonlyMap<string, FlowType> = new Map<string, FlowType>([
  ['contactFlow', 'CONTACT_FLOW'], ['customerQueue', 'CUSTOMER_QUEUE'], ['customerHold', 'CUSTOMER_HOLD'],
  ['customerWhisper', 'CUSTOMER_WHISPER'], ['agentHold', 'AGENT_HOLD'], ['agentWhisper', 'AGENT_WHISPER'],
  ['outboundWhisper', 'OUTBOUND_WHISPER'], ['agentTransfer', 'AGENT_TRANSFER'], ['queueTransfer', 'QUEUE_TRANSFER'],
  ['campaign', 'CAMPAIGN'],
  ...(['CONTACT_FLOW', 'CUSTOMER_QUEUE', 'CUSTOMER_HOLD', 'CUSTOMER_WHISPER', 'AGENT_HOLD', 'AGENT_WHISPER', 'OUTBOUND_WHISPER',
    'AGENT_TRANSFER', 'QUEUE_TRANSFER', 'CAMPAIGN'] as const).map((type) => [type, type] as const),
]);

/**
 * Reads a flow file's text (spec §6.1); never throws. Refuses what is no flow at all, naming the place; a flow with
 * faults is read as far as it goes and brings them along, so that all can be shown at once.
 */
export function parseFlow(text: string): Result<ParsedFlow, readonly FlowFault[]> {
  const read = readJson(text);
  if (!read.ok) return refuse([read.refusal]);
  const source = read.value;
  const flow = asFlow(source);
  if (!flow.ok) return refuse([flow.refusal]);
  const { file, actions } = flow.value;

  const faults = new FaultList();
  checkEnvelope(file, faults);
  const content: FlowContent = { start: textAt(file, 'StartAction') ?? '', actions: readActions(actions, faults), source: file };
  const metadata = member(file, 'Metadata');
  const type = isObject(metadata) ? (typeByName.get(textAt(metadata, 'type') ?? '') ?? null) : null;
  const name = isObject(metadata) ? (textAt(metadata, 'name')?.trim() ?? '') : '';
  checkFlow(content, type, faults);
  return ok({ content, type, name: name === '' ? null : name.slice(0, 127), faults: faults.all() });
}

/** True when nothing keeps the flow from running. */
export const canRun = (faults: readonly FlowFault[]): boolean => faults.every((fault) => !fault.stops);

function readJson(text: string): Result<Json, FlowFault> {
  const bare = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (bare.trim() === '') return refuse(stopping('FLOW_EMPTY', '$', 'The file is empty.', 'Choose the file that the flow designer exported.'));
  if (bare.length > FLOW_LENGTH_MAX) {
    return refuse(stopping('FLOW_TOO_LARGE', '$', `The file is longer than ${FLOW_LENGTH_MAX} characters.`, 'A flow has at most 250 actions; check that this is the right file.'));
  }
  const fault = findJsonFault(bare, FLOW_DEPTH_MAX);
  if (fault === null) return ok(JSON.parse(bare) as Json);
  const { line, column } = lineAndColumn(bare, fault.offset);
  const place = `line ${line}, column ${column}`;
  return refuse(fault.kind === 'tooDeep'
    ? stopping('FLOW_TOO_DEEP', place, `The file cannot be read: at ${place} ${fault.sentence}.`, 'No flow is nested like that; check that this is the right file.')
    : stopping('FLOW_NOT_JSON', place, `The file is not JSON: at ${place} ${fault.sentence}.`, 'Correct the file there, or export the flow again.'));
}

/** The file as a flow with its list of actions, or why it is none. */
function asFlow(source: Json): Result<{ readonly file: JsonObject; readonly actions: readonly Json[] }, FlowFault> {
  if (!isObject(source)) return refuse(stopping('FLOW_NOT_AN_OBJECT', '$', `The file holds ${kindOf(source)}, not a flow.`, 'Choose the file that the flow designer exported.'));
  const actions = member(source, 'Actions');
  if (actions === undefined && isList(member(source, 'modules'))) {
    return refuse(stopping('FLOW_LEGACY', '$.modules', 'This flow is in the format that the designer exported before 2021 (a list of modules), which cannot be run here.',
      'Import it into an Amazon Connect instance, save it there and export it again.'));
  }
  if (actions === undefined) return refuse(stopping('FLOW_WITHOUT_ACTIONS', '$', 'The file is JSON, but no flow: it has no list of Actions.', 'Choose the file that the flow designer exported.'));
  if (!isList(actions)) return refuse(stopping('WRONG_TYPE', '$.Actions', `Actions is ${kindOf(actions)}; it must be a list.`, 'Correct the file, or export the flow again.'));
  if (actions.length === 0) return refuse(stopping('FLOW_WITHOUT_ACTIONS', '$.Actions', 'The flow has no actions: its list is empty.', 'Add an action in the designer and export the flow again.'));
  if (actions.length > ACTIONS_READ_MAX) {
    return refuse(stopping('FLOW_TOO_LARGE', '$.Actions', `The flow has ${actions.length} actions; no more than ${ACTIONS_READ_MAX} are read.`, 'Amazon Connect takes 250; check that this is the right file.'));
  }
  return ok({ file: source, actions });
}

function checkEnvelope(file: JsonObject, faults: FaultList): void {
  const version = member(file, 'Version');
  if (version !== FLOW_LANGUAGE_VERSION) {
    const found = typeof version === 'string' ? quoted(version) : version === undefined ? 'no version' : kindOf(version);
    faults.add({ code: 'VERSION_UNKNOWN', stops: false, place: '$.Version', sentence: `The file names ${found} of the flow language; known is ${quoted(FLOW_LANGUAGE_VERSION)}.`, remedy: 'It is read as that version; check that it behaves as it should.' });
  }
  for (const [key, wanted] of [['StartAction', 'text'], ['Metadata', 'an object']] as const) {
    const value = member(file, key);
    const fits = value === undefined || (key === 'StartAction' ? typeof value === 'string' : isObject(value));
    if (!fits) faults.add({ code: 'WRONG_TYPE', stops: key === 'StartAction', place: `$.${key}`, sentence: `${key} is ${kindOf(value)}; it must be ${wanted}.`, remedy: 'Correct the file, or export the flow again.' });
  }
}

function readActions(list: readonly Json[], faults: FaultList): Readonly<Record<string, FlowAction>> {
  const actions = new Map<string, FlowAction>();
  for (const [index, value] of list.entries()) {
    const path = `$.Actions[${index}]`;
    const action = parseAction(value, path, faults);
    if (action === null) continue;
    if (!actions.has(action.id)) actions.set(action.id, action);
    else faults.add(stopping('IDENTIFIER_TWICE', `${path}.Identifier`, `Two actions have the identifier ${quoted(action.id)}.`, 'Give each action an identifier of its own.'));
  }
  // From entries, since assignment would take `__proto__` for the prototype.
  return Object.fromEntries(actions);
}

const stopping = (code: string, place: string, sentence: string, remedy: string): FlowFault => ({ code, stops: true, place, sentence, remedy });

function textAt(object: JsonObject, key: string): string | null {
  const value = member(object, key);
  return typeof value === 'string' ? value : null;
}
