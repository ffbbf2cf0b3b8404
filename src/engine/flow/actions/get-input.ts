import { after, seconds } from '../../core/time.ts';
import type { CenterEvent } from '../../event.ts';
import { objectOf } from '../content.ts';
import type { FlowWait, InputTerms, JsonObject } from '../model.ts';
import { goByValue, goOn, goToError, type FlowStep, type RunAction } from '../step.ts';
import { flagOf, numberOf, textOf } from '../values.ts';
import { utteranceOf, waiting } from './play.ts';

type InputWait = Extract<FlowWait, { kind: 'input' }>;

/** Digits of the longest telephone number that can be keyed, with an international prefix. */
const PHONE_KEYS_MAX = 20;

/** Asks for a key or a number; a key stops the prompt, and the time limit counts from its end (spec §6.5). */
export const getParticipantInput: RunAction = (step) => {
  const { center, action } = step;
  const utterance = utteranceOf(step, action.parameters);
  const terms = termsOf(step, action.parameters);
  const promptUntilMs = utterance ? after(center.nowMs, utterance.durationMs) : center.nowMs;
  const dueAtMs = after(promptUntilMs, terms.timeLimitMs);
  return [waiting(step, { kind: 'input', terms, utterance, fromMs: center.nowMs, promptUntilMs, keys: '', dueAtMs })];
};

function termsOf(step: FlowStep, parameters: JsonObject): InputTerms {
  const dtmf = objectOf(parameters['DTMFConfiguration']);
  const validation = objectOf(parameters['InputValidation']);
  const phone = objectOf(validation['PhoneNumberValidation']);
  const custom = objectOf(validation['CustomValidation']);
  const isPhone = 'PhoneNumberValidation' in validation;
  return {
    mode: flagOf(parameters['StoreInput']) ? 'store' : 'key',
    timeLimitMs: seconds(clamp(numberOf(parameters['InputTimeLimitSeconds'], step) ?? 5, 1, 180)),
    interdigitMs: seconds(clamp(numberOf(dtmf['InterdigitTimeLimitSeconds'], step) ?? 5, 1, 20)),
    terminator: textOf(dtmf['InputTerminationSequence'], step) || '#',
    cancelKey: !flagOf(dtmf['DisableCancelKey']),
    maxLength: isPhone ? PHONE_KEYS_MAX : clamp(numberOf(custom['MaximumLength'], step) ?? PHONE_KEYS_MAX, 1, 100),
    phone: isPhone
      ? { format: textOf(phone['NumberFormat'], step) === 'Local' ? 'Local' : 'E164', country: textOf(phone['CountryCode'], step) || step.center.config.instance.country }
      : null,
  };
}

/** One key while an input is awaited. */
export function keyHeard(step: FlowStep, wait: InputWait, key: string): readonly CenterEvent[] {
  const { terms } = wait;
  if (terms.mode === 'key') return goByValue(step, key);
  const keys = wait.keys + key;
  if (keys.endsWith(terms.terminator)) return complete(step, wait, keys.slice(0, -terms.terminator.length));
  if (key === '*' && terms.cancelKey) return [entry(step, wait, '')];
  if (keys.length >= terms.maxLength) return complete(step, wait, keys);
  return [entry(step, wait, keys)];
}

function entry({ contact, center }: FlowStep, { terms }: InputWait, keys: string): CenterEvent {
  const patience = keys === '' ? terms.timeLimitMs : terms.interdigitMs;
  return { type: 'flow.keyHeard', contactId: contact.id, keys, dueAtMs: after(center.nowMs, patience) };
}

/** Nothing more was keyed: the entry counts as it stands; without one it timed out (spec §6.5). */
export function entryTimeUp(step: FlowStep, wait: InputWait): readonly CenterEvent[] {
  if (wait.terms.mode === 'key') return goToError(step, 'InputTimeLimitExceeded');
  if (wait.keys !== '') return complete(step, wait, wait.keys);
  const stored = { type: 'contact.inputStored', contactId: step.contact.id, input: 'Timeout' } as const;
  // With phone validation the sources leave open whether a time-out is invalid (decision #23).
  const invalid = wait.terms.phone !== null && step.center.config.instance.policy.entryTimeout === 'invalidNumber';
  return [stored, ...(invalid ? goToError(step, 'InvalidPhoneNumber') : goOn(step))];
}

function complete(step: FlowStep, { terms }: InputWait, keys: string): readonly CenterEvent[] {
  const contactId = step.contact.id;
  if (terms.phone === null) return [{ type: 'contact.inputStored', contactId, input: keys }, ...goOn(step)];
  const parsed = step.center.phoneNumbers.parse(keys, terms.phone.format, terms.phone.country);
  if (!parsed.ok) return [{ type: 'contact.inputStored', contactId, input: keys }, ...goToError(step, 'InvalidPhoneNumber')];
  return [{ type: 'contact.inputStored', contactId, input: parsed.e164 }, ...goOn(step)];
}

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));
