import { readNumber } from '../../text/number-entry.ts';
import type { FieldName } from './draft.ts';
import type { Draft } from './draft.ts';
import { otherNumber, sameQueue, secondsIn } from './draft.ts';
import type { Instance } from './instance.ts';
import { readWhole } from './whole-number.ts';

/** A draft that has been found good, as values. Durations in seconds, numbers in E.164. */
export interface Plan extends Pick<Draft, 'changes' | 'profileId' | 'offered' | 'format' | 'setsQueue'> {
  readonly queueName: string;
  readonly hoursId: string | null;
  readonly callerName: string | null;
  readonly callerNumber: string;
  readonly priority: number;
  readonly delaySeconds: number;
  readonly flowName: string;
  /** null: callers wait in the callback queue itself. */
  readonly waitingQueueId: string | null;
  readonly offerEverySeconds: number;
  readonly says: Readonly<Pick<Draft, 'greeting' | 'waiting' | 'offer' | 'askNumber' | 'notValid' | 'promise'>>;
  readonly initialDelaySeconds: number;
  readonly retries: number;
  readonly gapSeconds: number;
  readonly number: string;
  readonly numberFor: string;
  readonly customerWhisper: string | null;
  readonly agentWhisper: string | null;
}

/** The values of a draft. Only of one without errors: what cannot be read becomes 0 or empty. */
export function planOf(draft: Draft, { country }: Instance): Plan {
  const trimmed = (field: FieldName): string => String(draft[field]).trim();
  return {
    changes: draft.changes,
    queueName: trimmed('queueName'),
    hoursId: draft.hoursId === '' ? null : draft.hoursId,
    callerName: trimmed('callerName') === '' ? null : trimmed('callerName'),
    callerNumber: chosenNumber(draft.callerNumber, draft.callerTyped, country) ?? '',
    profileId: draft.profileId,
    priority: readWhole(draft.priority) ?? 0,
    delaySeconds: readWhole(draft.delay) ?? 0,
    flowName: trimmed('flowName'),
    offered: draft.offered,
    waitingQueueId: draft.waitingQueueId === sameQueue ? null : draft.waitingQueueId,
    offerEverySeconds: readWhole(draft.offerEvery) ?? 0,
    says: { greeting: trimmed('greeting'), waiting: trimmed('waiting'), offer: trimmed('offer'), askNumber: trimmed('askNumber'), notValid: trimmed('notValid'), promise: trimmed('promise') },
    format: draft.format,
    initialDelaySeconds: spanSeconds(draft.initialDelay, draft.initialDelayUnit) ?? 0,
    retries: readWhole(draft.retries) ?? 0,
    gapSeconds: spanSeconds(draft.gap, draft.gapUnit) ?? 0,
    setsQueue: draft.setsQueue,
    number: chosenNumber(draft.number, draft.numberTyped, country) ?? '',
    numberFor: trimmed('numberFor'),
    customerWhisper: draft.customerWhisperOn ? trimmed('customerWhisper') : null,
    agentWhisper: draft.agentWhisperOn ? trimmed('agentWhisper') : null,
  };
}

/** A delay as typed, in seconds; null when it is no whole number. */
export function spanSeconds(amount: string, unit: Draft['gapUnit']): number | null {
  const whole = readWhole(amount);
  return whole === null ? null : whole * secondsIn[unit];
}

/** The number that was chosen from a list, or typed; null when there is none yet. */
export function chosenNumber(chosen: string, typed: string, country: string): string | null {
  if (chosen !== otherNumber) return chosen === '' ? null : chosen;
  const read = readNumber(typed, country);
  return read.ok ? read.number : null;
}
