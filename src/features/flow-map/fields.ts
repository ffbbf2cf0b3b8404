import type { FlowFindings, FlowStepFinding } from '../../protocol/http-flows.ts';
import { flowMap } from '../../text/en/flow-map.ts';
import type { Say } from '../../text/use-text.ts';
import { hookWords } from './action-detail.ts';
import type { Edit, Json, Path } from './flow-file.ts';
import { textAt, valueAt } from './flow-file.ts';

/** What can be referred to by choosing from a list. */
export type ChoiceKind = 'queue' | 'flow' | 'prompt' | 'hours';

/** A parameter that can be changed on the map. */
export interface Field {
  readonly actionId: string;
  readonly path: Path;
  readonly label: string;
  readonly kind: 'seconds' | 'count' | 'text' | 'ssml' | 'phone' | 'plain' | ChoiceKind;
  /** May be taken out of the file. */
  readonly isOptional: boolean;
  /** As the engine's validator has it; null: any whole number, or no number at all. */
  readonly limit: { readonly min: number; readonly max: number | null } | null;
}

/** Spoken text per action, as Amazon limits it (spec §6.2). */
const TEXT_MAX = 6000;

const plan = {
  CreateCallbackContact: [
    ['InitialCallDelaySeconds', 'seconds', true], ['MaximumConnectionAttempts', 'count', false], ['RetryDelaySeconds', 'seconds', false],
    ['QueueId', 'queue', true], ['CallerId', 'phone', true], ['ContactFlowId', 'flow', true],
  ],
  UpdateContactTargetQueue: [['QueueId', 'queue', false]],
  DequeueContactAndTransferToQueue: [['QueueId', 'queue', false]],
  CheckHoursOfOperation: [['HoursOfOperationId', 'hours', false]],
  TransferToFlow: [['ContactFlowId', 'flow', false]],
  Loop: [['LoopCount', 'count', false]],
  UpdateContactRoutingBehavior: [['QueuePriority', 'count', false], ['QueueTimeAdjustmentSeconds', 'seconds', false]],
  UpdateContactCallbackNumber: [['CallbackNumber', 'plain', false]],
  Wait: [['TimeLimitSeconds', 'seconds', false]],
  MessageParticipant: [['Text', 'text', false], ['SSML', 'ssml', false], ['PromptId', 'prompt', false]],
  GetParticipantInput: [
    ['Text', 'text', false], ['SSML', 'ssml', false], ['PromptId', 'prompt', false], ['InputTimeLimitSeconds', 'seconds', false],
    ['DTMFConfiguration.InterdigitTimeLimitSeconds', 'seconds', false],
  ],
} as const satisfies Readonly<Record<string, readonly (readonly [string, Field['kind'], boolean])[]>>;

/** Parameters that a flow gets when it has none: the three of a callback, and what may stand beside them. */
const offeredWhenAbsent: ReadonlySet<string> = new Set(['InitialCallDelaySeconds', 'MaximumConnectionAttempts', 'RetryDelaySeconds', 'QueueId', 'CallerId', 'ContactFlowId']);

/** The fields of an action: of its parameters those that people change, in the order of the designer's form. */
export function fieldsOf(step: FlowStepFinding, parameters: Json | undefined, t: Say): readonly Field[] {
  const limitOf = (path: Path): Field['limit'] => {
    const found = step.Limits.find(({ Path }) => Path === path.join('.'));
    return found === undefined ? null : { min: found.Min, max: found.Max };
  };
  const field = (path: Path, kind: Field['kind'], isOptional: boolean, label: string): Field => ({ actionId: step.Id, path, kind, isOptional, label, limit: limitOf(path) });
  if (step.Type === 'UpdateContactEventHooks') {
    return memberNames(valueAt(parameters, ['EventHooks'])).map((hook) => field(['EventHooks', hook], 'flow', false, hookWords(hook, t)));
  }
  if (step.Type === 'MessageParticipantIteratively') return messageFields(parameters, field, t);
  if (!isPlanned(step.Type)) return [];
  return plan[step.Type].flatMap(([name, kind, isOptional]) => {
    const path = name.split('.');
    const isThere = valueAt(parameters, path) !== undefined;
    const isOffered = step.Type === 'CreateCallbackContact' && offeredWhenAbsent.has(name);
    return isThere || isOffered ? [field(path, kind, isOptional, labelOf(path, kind, t))] : [];
  });
}

function messageFields(parameters: Json | undefined, field: (path: Path, kind: Field['kind'], isOptional: boolean, label: string) => Field, t: Say): readonly Field[] {
  const messages = valueAt(parameters, ['Messages']);
  const fields = (Array.isArray(messages) ? messages : []).flatMap((message: Json, at) =>
    (['Text', 'SSML', 'PromptId'] as const)
      .filter((name) => valueAt(message, [name]) !== undefined)
      .map((name) => field(['Messages', at, name], messageKinds[name], false, t('flowMap.fields.message', { field: t(`flowMap.fields.${name}`), number: at + 1 }))));
  const every: Path = ['InterruptFrequencySeconds'];
  return valueAt(parameters, every) === undefined ? fields : [...fields, field(every, 'seconds', false, labelOf(every, 'seconds', t))];
}

const messageKinds = { Text: 'text', SSML: 'ssml', PromptId: 'prompt' } as const;

function labelOf(path: Path, kind: Field['kind'], t: Say): string {
  const name = String(path.at(-1));
  const label = isLabeled(name) ? t(`flowMap.fields.${name}`) : name;
  return kind === 'seconds' ? t('flowMap.fields.unit', { field: label }) : label;
}

/** What is wrong with what was typed, and what to write instead; null when nothing is. The flow's own check comes on top. */
export function wrongWith({ kind, isOptional, limit }: Field, typed: string, t: Say): string | null {
  const text = typed.trim();
  if (text === '') return isOptional ? null : t('flowMap.wrong.missing');
  const isReference = text.startsWith('$.');
  switch (kind) {
    case 'seconds':
    case 'count': {
      if (isReference) return null;
      const number = /^-?\d{1,15}$/.test(text) ? Number(text) : null;
      if (number === null) return t('flowMap.wrong.number');
      const { min, max } = limit ?? { min: Number.NEGATIVE_INFINITY, max: null };
      return number < min || number > (max ?? Number.POSITIVE_INFINITY) ? t('flowMap.wrong.range', { range: rangeWords(min, max, t) }) : null;
    }
    case 'phone':
      return isReference || /^\+[1-9]\d{6,14}$/.test(text) ? null : t('flowMap.wrong.phone');
    case 'text':
    case 'ssml':
      if (typed.length > TEXT_MAX) return t('flowMap.wrong.tooLong', { max: TEXT_MAX, count: typed.length });
      return kind === 'ssml' && !isReference && !(/^<speak[\s>]/.test(text) && text.endsWith('</speak>')) ? t('flowMap.wrong.ssml') : null;
    default:
      return null;
  }
}

/** "1 to 259200", "from 0 on". */
export const rangeWords = (min: number, max: number | null, t: Say): string =>
  max === null ? t('flowMap.fields.from', { min }) : t('flowMap.fields.between', { min, max });

/** One thing that a reference may stand for. */
export interface Choice {
  /** As it is written to the file. */
  readonly value: string;
  readonly name: string;
  readonly id: string;
}

/** What a field may be set to: what is offered, and first what the file has when that is something else. */
export function choicesOf(current: string, offered: readonly Choice[], findings: FlowFindings): readonly Choice[] {
  if (current === '') return offered;
  const found = findings.References.find(({ Reference }) => Reference === current)?.ResolvedTo ?? null;
  const same = offered.find(({ value, id, name }) => value === current || id === (found?.Id ?? current) || name === current);
  if (same === undefined) return [{ value: current, name: found?.Name ?? current, id: current }, ...offered];
  // The file's own way of naming it stays as long as nothing else is chosen.
  return offered.map((choice) => (choice === same ? { ...choice, value: current } : choice));
}

/** What is drafted for a field: the last edit of it, else what the file has. */
export function draftOf(field: Field, parameters: Json | undefined, edits: readonly Edit[]): string {
  const last = edits.findLast((edit) => isEditOf(edit, field));
  return last === undefined ? textAt(parameters, field.path) : (last.value ?? '');
}

/** Whether an edit is of this field. */
export const isEditOf = (edit: Pick<Edit, 'actionId' | 'path'>, field: Pick<Edit, 'actionId' | 'path'>): boolean =>
  edit.actionId === field.actionId && edit.path.join('\n') === field.path.join('\n');

const memberNames = (value: Json | undefined): readonly string[] => (typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : []);
const isPlanned = (type: string): type is keyof typeof plan => Object.hasOwn(plan, type);
type PlainLabel = { [Key in keyof (typeof flowMap)['fields']]: (typeof flowMap)['fields'][Key] extends string ? Key : never }[keyof (typeof flowMap)['fields']];
const isLabeled = (name: string): name is Exclude<PlainLabel, 'message' | 'unit' | 'isSpan' | 'from' | 'between' | 'asIs' | 'retriesHint' | 'callerHint'> =>
  Object.hasOwn(flowMap.fields, name) && typeof flowMap.fields[name as PlainLabel] === 'string';
