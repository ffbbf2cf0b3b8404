import { asE164, canRun, parseFlow, readLambdaAnswer, rowOf, seconds } from '../../engine/index.ts';
import type { FlowContent, FlowType, LambdaAnswer, LambdaMock, PhoneNumberRules } from '../../engine/index.ts';
import { checkFlow, isModule, unreadable } from './check.ts';
import type { FlowCheck } from './check.ts';
import { play } from './play.ts';
import type { ReadFlow } from './rig.ts';
import type { Told } from './tell.ts';
import { flowTypes } from './words.ts';
import type { CallerWishes } from './words.ts';

/** A file and what is in it; `text` null: it cannot be read, and why. */
export type FoundFile = { readonly file: string; readonly text: string } | { readonly file: string; readonly text: null; readonly why: string };

/** `refused`: the command or a file cannot be read. `stopped`: the flow has faults with which it cannot run. */
export type Trial =
  | { readonly kind: 'refused'; readonly sentence: string; readonly checks: readonly FlowCheck[] }
  | { readonly kind: 'stopped'; readonly checks: readonly FlowCheck[] }
  | { readonly kind: 'played'; readonly told: Told; readonly notes: readonly string[] };

export interface TrialParts {
  /** The first is tried; the others are what it may go on in. */
  readonly files: readonly FoundFile[];
  readonly caller: CallerWishes;
  readonly readText: (file: string) => string | null;
  readonly phoneNumbers: PhoneNumberRules;
}

/** Tries a flow with one caller. */
export function tryFlow({ files, caller, readText, phoneNumbers }: TrialParts): Trial {
  const checks = files.map((found) => (found.text === null ? unreadable(found.file, found.why) : checkFlow(found.file, found.text)));
  const broken = checks.filter(({ verdict }) => verdict !== 'runs');
  if (broken.some(({ verdict }) => verdict === 'noFlow')) return { kind: 'refused', sentence: 'This is no flow:', checks: broken.filter(({ verdict }) => verdict === 'noFlow') };
  if (broken.length > 0) return { kind: 'stopped', checks: broken };
  const number = phoneNumbers.parse(caller.from, 'E164', 'US');
  if (!number.ok) return { kind: 'refused', sentence: `${caller.from} is not the number of a telephone.`, checks: [] };
  const lambdas = readLambdas(caller.lambdas, readText);
  if (typeof lambdas === 'string') return { kind: 'refused', sentence: lambdas, checks: [] };
  const [tried, ...others] = files.flatMap((found, index) => readFile(found, index === 0 ? caller.type : null));
  if (tried === undefined) return { kind: 'refused', sentence: 'There is no flow to try.', checks: [] };
  if (tried.isModule) return { kind: 'refused', sentence: `“${tried.name}” is a module: try a flow that invokes it, and name the module's file after it.`, checks: [] };
  const told = play({ tried, others, hours: caller.hours, lambdas, attributes: caller.attributes, caller: { ...caller, from: asE164(caller.from) }, phoneNumbers });
  const [check] = checks;
  const notes = caller.type === null && check?.type === null ? [`The file does not tell its type; it is played as ${tried.type}. --type says otherwise.`] : [];
  return { kind: 'played', told, notes };
}

/** 0: played to an end. 1: it has faults that stop it, or failed while it ran. 2: the command, or a file, cannot be read. */
export function exitCodeOfTrial(trial: Trial): 0 | 1 | 2 {
  if (trial.kind === 'refused') return 2;
  if (trial.kind === 'stopped') return 1;
  return trial.told.outcome.failed ? 1 : 0;
}

/** The flow in a file; none when it is none, or cannot run. */
export function readFile(found: FoundFile, wished: FlowType | null): readonly ReadFlow[] {
  const parsed = found.text === null ? null : parseFlow(found.text);
  if (!parsed?.ok || !canRun(parsed.value.faults)) return [];
  const { content, name, type } = parsed.value;
  return [{ name: name ?? baseName(found.file), content, type: wished ?? type ?? likelyType(name ?? baseName(found.file), content), isModule: isModule(content) }];
}

/** What a flow that does not tell its type is taken for: by its name, as Amazon names its default flows, if its actions are allowed in that. */
export function likelyType(name: string, content: FlowContent): FlowType {
  const allowed = (type: FlowType): boolean => Object.values(content.actions).every((action) => rowOf(action.type)?.flowTypes?.includes(type) ?? true);
  const words = name.toLowerCase().replace(/[^a-z]+/g, ' ');
  const named = flowTypes.find((type) => words.includes(type.toLowerCase().replace('_', ' ')) || (type === 'OUTBOUND_WHISPER' && words.includes('outbound')));
  return named !== undefined && allowed(named) ? named : (flowTypes.find(allowed) ?? 'CONTACT_FLOW');
}

const baseName = (file: string): string => file.replace(/^.*[/\\]/, '').replace(/\.json$/, '');

function readLambdas(wished: CallerWishes['lambdas'], readText: TrialParts['readText']): readonly LambdaMock[] | string {
  const mocks: LambdaMock[] = [];
  for (const [arn, said] of wished) {
    const answer = answerOf(said, readText);
    if (typeof answer === 'string') return answer;
    mocks.push({ arn, name: /:function:([^:]+)/.exec(arn)?.[1] ?? arn, delayMs: seconds(0), answer });
  }
  return mocks;
}

function answerOf(said: string, readText: TrialParts['readText']): LambdaAnswer | string {
  if (said === 'fails') return { kind: 'fails', error: 'as asked for' };
  if (said === 'timesOut') return { kind: 'timesOut' };
  const text = readText(said);
  if (text === null) return `There is no file ${said} with the answer of a function.`;
  const read = readLambdaAnswer(text);
  return read.ok ? { kind: 'returns', json: read.value } : `${said}: ${read.refusal}`;
}
