import type { PromptAnswer, SavePromptRequest, SpeechAnswer } from '../../protocol/http-resources.ts';
import { kindOf, readSeconds, secondsWord } from './prompt-words.ts';

/** The longest and the shortest that can be typed, in seconds. */
const SECONDS_LEAST = 0.1;
const SECONDS_MOST = 300;

/** What is being edited: a prompt that is there, or a new one, called as saved flows call it. */
export type PromptDraft =
  | { readonly of: 'prompt'; readonly prompt: PromptAnswer }
  | { readonly of: 'text' | 'silence'; readonly name: string; readonly reference: string | null };

/** What a person has typed. */
export interface PromptFields {
  readonly name: string;
  readonly text: string;
  readonly seconds: string;
  readonly isMusic: boolean;
}

/** Which fields a form has: a text with its length, a length alone, or a recording's caption. */
export type PromptForm = 'text' | 'silence' | 'recording';

export function formOf(draft: PromptDraft): PromptForm {
  if (draft.of !== 'prompt') return draft.of;
  const kind = kindOf(draft.prompt);
  return kind === 'music' ? 'silence' : kind;
}

/** What stands in the fields at first. A text's length only where somebody has set one. */
export function fieldsOf(draft: PromptDraft): PromptFields {
  if (draft.of !== 'prompt') return { name: draft.name, text: '', seconds: draft.of === 'silence' ? '2' : '', isMusic: false };
  const { Name, Text, DurationMs, Kind, IsPaced } = draft.prompt;
  return { name: Name, text: Text, seconds: IsPaced ? '' : String(DurationMs / 1000), isMusic: Kind === 'music' };
}

/** What is wrong, field by field; the words are the text's. */
export interface PromptFormFaults {
  readonly name?: 'nameMissing' | 'nameTaken';
  readonly text?: 'textMissing';
  readonly seconds?: 'secondsWrong';
}

/** Looks the fields over. `taken`: the names of the other prompts. */
export function faultsIn(form: PromptForm, { name, text, seconds }: PromptFields, taken: readonly string[]): PromptFormFaults {
  const called = name.trim().toLowerCase();
  const isLengthNeeded = form === 'silence' || (form === 'text' && seconds.trim() !== '');
  return {
    ...(called === '' ? { name: 'nameMissing' as const } : taken.some((other) => other.toLowerCase() === called) && { name: 'nameTaken' as const }),
    ...(form === 'text' && text.trim() === '' && { text: 'textMissing' as const }),
    ...(isLengthNeeded && readSeconds(seconds, SECONDS_LEAST, SECONDS_MOST) === null && { seconds: 'secondsWrong' as const }),
  };
}

/** The request that saves what was typed. */
export function requestOf(draft: PromptDraft, { name, text, seconds, isMusic }: PromptFields): SavePromptRequest {
  const form = formOf(draft);
  const before = draft.of === 'prompt' ? draft.prompt : null;
  const kind = form === 'text' ? 'speech' : isMusic ? 'music' : form === 'recording' ? 'speech' : 'silence';
  return {
    ...(before !== null && { Id: before.Id }),
    Name: name.trim(), Text: text, Kind: kind,
    DurationMs: form === 'recording' && before !== null ? before.DurationMs : readSeconds(seconds, SECONDS_LEAST, SECONDS_MOST),
    Recording: before?.Recording ?? null,
    ...(draft.of !== 'prompt' && draft.reference !== null && { Reference: draft.reference }),
  };
}

/** How long the text is going to be, in a word, as far as it is known. */
export const lengthWord = (speech: SpeechAnswer | undefined): string => (speech === undefined ? '…' : secondsWord(speech.DurationMs));
