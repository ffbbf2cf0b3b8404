import { after, durationMs, seconds } from '../../core/time.ts';
import type { CenterEvent } from '../../event.ts';
import { resolveRef } from '../references.ts';
import { isObject, member, objectOf } from '../content.ts';
import type { Json, JsonObject, Utterance } from '../model.ts';
import type { Prompt } from '../../tenant/model.ts';
import { plainText, spoken } from '../speech.ts';
import { goByValue, goToError, type FlowStep, type RunAction } from '../step.ts';
import { numberOf, textOf } from '../values.ts';

/** A prompt that the instance does not have: a pause of this length, so that the flow keeps its shape. */
const UNKNOWN_PROMPT_MS = seconds(5);

/** The longest that anything in a flow may wait (spec §6.4). */
const WEEK_SECONDS = 604_800;

/** Plays once; before the customer of a callback has picked up, the first prompt waits for that (spec §1.7). */
export const messageParticipant: RunAction = (step) => {
  if (awaitsAnswer(step)) return [waiting(step, { kind: 'answer' })];
  const utterance = utteranceOf(step, step.action.parameters);
  if (!utterance) return goToError(step, 'NoMatchingError', 'nothing to play: no text and no known prompt');
  return [waiting(step, promptWait(step, utterance))];
};

/** Plays in a loop until taken away; may be interrupted at intervals (spec §6.4). */
export const messageParticipantIteratively: RunAction = (step) => {
  const { Messages: messages, InterruptFrequencySeconds: every } = step.action.parameters;
  const utterances = (Array.isArray(messages) ? messages : []).flatMap((message: Json) => {
    const utterance = isObject(message) ? utteranceOf(step, message) : null;
    return utterance ? [utterance] : [];
  });
  if (utterances.length === 0) return goToError(step, 'NoMatchingError', 'nothing to play: no message has a text or a prompt');
  const frequency = numberOf(every, step);
  const now = step.center.nowMs;
  // Beyond a week (spec §6.4) it is no interval: the journal has no word for endless ones.
  const interruptAtMs = frequency !== null && frequency > 0 && frequency <= WEEK_SECONDS ? after(now, seconds(frequency)) : null;
  return [waiting(step, { kind: 'loop', utterances, fromMs: now, interruptAtMs })];
};

/** Wait: a voice contact waits its time out (spec §6.4). */
export const wait: RunAction = (step) => {
  const limit = numberOf(step.action.parameters['TimeLimitSeconds'] ?? step.action.parameters['TimeoutSeconds'], step);
  if (limit === null || limit < 0 || limit > WEEK_SECONDS) return goToError(step, 'NoMatchingError', 'the time to wait is not between 0 and 604800 seconds');
  if (limit === 0) return goByValue(step, 'WaitCompleted');
  const now = step.center.nowMs;
  return [waiting(step, { kind: 'time', fromMs: now, untilMs: after(now, seconds(limit)) })];
};

/** True while an outbound whisper runs and nobody has picked up yet. */
export const awaitsAnswer = ({ run, contact }: FlowStep): boolean =>
  run.flowType === 'OUTBOUND_WHISPER' && contact.stage.name === 'agentWhisper';

export const waiting = ({ contact }: FlowStep, wait: Extract<CenterEvent, { type: 'flow.waiting' }>['wait']): CenterEvent => ({
  type: 'flow.waiting',
  contactId: contact.id,
  wait,
});

function promptWait({ center }: FlowStep, utterance: Utterance): Extract<CenterEvent, { type: 'flow.waiting' }>['wait'] {
  return { kind: 'prompt', utterance, fromMs: center.nowMs, untilMs: after(center.nowMs, utterance.durationMs) };
}

/** A prompt takes its own time, whatever its caption says. */
const played = ({ id, name, kind, durationMs: lasts, recording }: Prompt, text: string): Utterance => ({
  kind, text, durationMs: lasts, prompt: { id, name, clipId: recording?.clipId ?? null },
});

/** What a message's parameters say to play: a prompt of the instance, text, or speech markup. */
export function utteranceOf(step: FlowStep, parameters: JsonObject): Utterance | null {
  // Audio in a bucket is not fetched; a prompt of the instance may be mapped to it.
  const promptId = textOf(parameters['PromptId'] ?? member(objectOf(parameters['Media']), 'Uri'), step);
  if (promptId !== '') {
    const resolved = resolveRef('prompt', promptId, step.flow.mapping, step.center.config);
    const prompt = resolved === null ? undefined : step.center.config.prompts.get(resolved);
    if (prompt) return prompt.text.includes('$.') ? played(prompt, plainText(textOf(prompt.text, step))) : asItIs(prompt);
    return { kind: 'silence', text: '', durationMs: UNKNOWN_PROMPT_MS };
  }
  const text = textOf(parameters['Text'] ?? parameters['SSML'], step);
  if (text !== '') return spoken(text);
  // An empty sentence takes no time: a reference without a value, say.
  return 'Text' in parameters || 'SSML' in parameters ? { kind: 'speech', text: '', durationMs: durationMs(0) } : null;
}

/** Prompts without references, which are played to everybody alike. */
const unchanging = new WeakMap<Prompt, Utterance>();

function asItIs(prompt: Prompt): Utterance {
  const known = unchanging.get(prompt) ?? played(prompt, plainText(prompt.text));
  unchanging.set(prompt, known);
  return known;
}
