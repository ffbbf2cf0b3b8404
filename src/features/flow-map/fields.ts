import type { FlowFindings, FlowStepFinding } from '../../protocol/http-flows.ts';
import { flowMap } from '../../text/en/flow-map.ts';
import type { Say } from '../../text/use-text.ts';
import { hookWords } from './action-detail.ts';
import type { Edit, Json, Path } from './flow-file.ts';
import { isOfSamePlace, textAt, valueAt } from './flow-file.ts';

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
  /** What it puts aside when it is given. */
  readonly replaces: readonly Path[];
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
  CheckHoursOfOperation: [['HoursOfOperationId', 'hours', true]],
  TransferToFlow: [['ContactFlowId', 'flow', false]],
  Loop: [['LoopCount', 'count', false]],
  UpdateContactRoutingBehavior: [['QueuePriority', 'count', false], ['QueueTimeAdjustmentSeconds', 'seconds', false]],
  UpdateContactCallbackNumber: [['CallbackNumber', 'plain', false]],
  Wait: [['TimeLimitSeconds', 'seconds', false]],
  MessageParticipant: [],
  GetParticipantInput: [
    ['InputTimeLimitSeconds', 'seconds', false], ['DTMFConfiguration.InterdigitTimeLimitSeconds', 'seconds', false],
  ],
} as const satisfies Readonly<Record<string, readonly (readonly [string, Field['kind'], boolean])[]>>;

/** Parameters that an action gets when it has none: the three of a callback and what may stand beside them, and the hours that are asked for. */
const offeredWhenAbsent: Readonly<Partial<Record<string, readonly string[]>>> = {
  CreateCallbackContact: ['InitialCallDelaySeconds', 'MaximumConnectionAttempts', 'RetryDelaySeconds', 'QueueId', 'CallerId', 'ContactFlowId'],
  CheckHoursOfOperation: ['HoursOfOperationId'],
};

/** The fields of an action: of its parameters those that people change, in the order of the designer's form. */
export function fieldsOf(step: FlowStepFinding, parameters: Json | undefined, t: Say): readonly Field[] {
  const limitOf = (path: Path): Field['limit'] => {
    const found = step.Limits.find(({ Path }) => Path === path.join('.'));
    return found === undefined ? null : { min: found.Min, max: found.Max };
  };
  const field: MakeField = (path, kind, isOptional, label, replaces = []) => ({ actionId: step.Id, path, kind, isOptional, label, limit: limitOf(path), replaces });
  if (step.Type === 'UpdateContactEventHooks') {
    return memberNames(valueAt(parameters, ['EventHooks'])).map((hook) => field(['EventHooks', hook], 'flow', false, hookWords(hook, t)));
  }
  if (step.Type === 'MessageParticipantIteratively') return messageFields(parameters, field, t);
  if (!isPlanned(step.Type)) return [];
  const spoken = step.Type === 'MessageParticipant' || step.Type === 'GetParticipantInput' ? spokenFields(parameters, [], field, (words) => words, t) : [];
  const planned: readonly (readonly [string, Field['kind'], boolean])[] = plan[step.Type];
  return [...spoken, ...planned.flatMap(([name, kind, isOptional]) => {
    const path = name.split('.');
    const isThere = valueAt(parameters, path) !== undefined;
    const isOffered = offeredWhenAbsent[step.Type]?.includes(name) === true;
    return isThere || isOffered ? [field(path, kind, isOptional, labelOf(path, kind, t))] : [];
  })];
}

type MakeField = (path: Path, kind: Field['kind'], isOptional: boolean, label: string, replaces?: readonly Path[]) => Field;

const speech = [['Text', 'text'], ['SSML', 'ssml'], ['PromptId', 'prompt']] as const;

/** What is said at a place: a text or a prompt as the file has it, and the other to take instead. */
function spokenFields(parameters: Json | undefined, place: Path, field: MakeField, labeled: (words: string) => string, t: Say): readonly Field[] {
  const there = speech.filter(([name]) => valueAt(parameters, [...place, name]) !== undefined);
  const others = there.map(([name]) => [...place, name]);
  const has = (name: string): boolean => there.some(([each]) => each === name);
  return [
    ...there.map(([name, kind]) => field([...place, name], kind, false, labeled(t(`flowMap.fields.${name}`)))),
    ...(there.length > 0 && !has('PromptId') ? [field([...place, 'PromptId'], 'prompt', true, labeled(t('flowMap.fields.promptInstead')), others)] : []),
    ...(has('PromptId') && !has('Text') ? [field([...place, 'Text'], 'text', true, labeled(t('flowMap.fields.textInstead')), others)] : []),
  ];
}

function messageFields(parameters: Json | undefined, field: MakeField, t: Say): readonly Field[] {
  const messages = valueAt(parameters, ['Messages']);
  const fields = (Array.isArray(messages) ? messages : []).flatMap((_, at) =>
    spokenFields(parameters, ['Messages', at], field, (words) => t('flowMap.fields.message', { field: words, number: at + 1 }), t));
  const every: Path = ['InterruptFrequencySeconds'];
  return valueAt(parameters, every) === undefined ? fields : [...fields, field(every, 'seconds', false, labelOf(every, 'seconds', t))];
}

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
  const last = edits.findLast((edit) => isOfSamePlace(edit, field));
  return last === undefined ? textAt(parameters, field.path) : (last.value ?? '');
}

/** Whether a field's parameter gives way to what is drafted for another: a text to the prompt that is played instead. */
export function isReplaced({ actionId, path }: Field, edits: readonly Edit[]): boolean {
  const last = edits.filter((edit, at) => !edits.slice(at + 1).some((later) => isOfSamePlace(later, edit)));
  return last.some((edit) => edit.value !== null && (edit.replaces ?? []).some((each) => isOfSamePlace({ actionId: edit.actionId, path: each }, { actionId, path })));
}

const memberNames = (value: Json | undefined): readonly string[] => (typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : []);
const isPlanned = (type: string): type is keyof typeof plan => Object.hasOwn(plan, type);
type PlainLabel = { [Key in keyof (typeof flowMap)['fields']]: (typeof flowMap)['fields'][Key] extends string ? Key : never }[keyof (typeof flowMap)['fields']];
const isLabeled = (name: string): name is Exclude<PlainLabel, 'message' | 'unit' | 'isSpan' | 'from' | 'between' | 'asIs' | 'retriesHint' | 'attemptsHint' | 'callerHint' | 'promptInstead' | 'textInstead'> =>
  Object.hasOwn(flowMap.fields, name) && typeof flowMap.fields[name as PlainLabel] === 'string';
