import type { LambdaMockAnswer, SaveLambdaRequest } from '../../protocol/http-resources.ts';
import { readSeconds } from './prompt-words.ts';

/** The longest delay that can be typed: beyond any flow's own limit, for those who want to see a time-out. */
const DELAY_SECONDS_MAX = 600;
/** Flows wait no longer, whatever they say (spec §6.4). */
export const FLOW_WAITS_MS = 8000;

/** What is being edited: an answer that is there, or that of a function without one. */
export type LambdaDraft = { readonly of: 'mock'; readonly mock: LambdaMockAnswer } | { readonly of: 'new'; readonly arn: string; readonly name: string };

/** What a person has typed; the fields of the other kinds are kept, so that trying them out loses nothing. */
export interface LambdaFields {
  readonly arn: string;
  readonly name: string;
  readonly kind: 'returns' | 'fails' | 'timesOut';
  readonly json: string;
  readonly error: string;
  readonly delay: string;
}

/** What stands in the fields at first. */
export function lambdaFieldsOf(draft: LambdaDraft): LambdaFields {
  const fresh: LambdaFields = { arn: '', name: '', kind: 'returns', json: '{\n  "status": "ok"\n}', error: 'It is down', delay: '0' };
  if (draft.of === 'new') return { ...fresh, arn: draft.arn, name: draft.name };
  const { Arn, Name, DelayMs, Answer } = draft.mock;
  const said = { ...fresh, arn: Arn, name: Name, kind: Answer.Kind, delay: String(DelayMs / 1000) };
  if (Answer.Kind === 'returns') return { ...said, json: Answer.Json };
  return Answer.Kind === 'fails' ? { ...said, error: Answer.Error } : said;
}

/** What is wrong, field by field; whether the answer is JSON is asked elsewhere. */
export interface LambdaFormFaults {
  readonly arn?: 'arnMissing' | 'arnTaken';
  readonly name?: 'nameMissing';
  readonly delay?: 'delayWrong';
}

/** Looks the fields over. `taken`: the ARNs that have an answer already. */
export function lambdaFaultsIn({ arn, name, kind, delay }: LambdaFields, taken: readonly string[]): LambdaFormFaults {
  return {
    ...(arn.trim() === '' ? { arn: 'arnMissing' as const } : taken.includes(arn.trim()) && { arn: 'arnTaken' as const }),
    ...(name.trim() === '' && { name: 'nameMissing' as const }),
    ...(kind !== 'timesOut' && readSeconds(delay, 0, DELAY_SECONDS_MAX) === null && { delay: 'delayWrong' as const }),
  };
}

/** The request that saves what was typed. */
export function lambdaRequestOf({ arn, name, kind, json, error, delay }: LambdaFields): SaveLambdaRequest {
  const DelayMs = kind === 'timesOut' ? 0 : (readSeconds(delay, 0, DELAY_SECONDS_MAX) ?? 0);
  const Answer = kind === 'returns' ? { Kind: kind, Json: json } : kind === 'fails' ? { Kind: kind, Error: error } : { Kind: kind };
  return { Arn: arn.trim(), Name: name.trim(), DelayMs, Answer };
}

/** JSON with its lines put in order; what is none stays as it was typed. */
export function tidied(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json;
  }
}

/** A function's own name in its ARN, without version or alias; else the text itself. */
export const nameInArn = (arn: string): string => /:function:([^:]+)/.exec(arn)?.[1] ?? arn;
