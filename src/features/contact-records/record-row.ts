import { causeWord } from '../../text/causes.ts';
import type { records } from '../../text/en/records.ts';
import { formatDateTime } from '../../text/format.ts';
import { maskedNumber, numberWords } from '../../text/phone.ts';
import type { NumberWords } from '../../text/phone.ts';
import type { Say } from '../../text/use-text.ts';
import type { Tone } from '../../ui/tone.ts';
import type { RecordView } from './timeline.ts';

type Method = keyof (typeof records)['methods'];

/** One line of the list. */
export interface RecordRow {
  readonly id: string;
  readonly method: string;
  readonly isCallback: boolean;
  readonly attempt: string | null;
  readonly customer: string | null;
  readonly number: NumberWords;
  readonly queue: string;
  readonly agent: string;
  readonly beganAt: string;
  readonly beganStamp: string;
  readonly ending: string;
  readonly reason: string | null;
  readonly tone: Tone;
}

/** What a record's line says; instants in the center's zone. */
export function rowOf(record: RecordView, how: { readonly t: Say; readonly zone: string; readonly numbersShown: boolean }): RecordRow {
  const { t, zone, numbersShown } = how;
  const { Ringback: ours } = record;
  const number = record.CustomerEndpoint.Address;
  return {
    id: record.ContactId,
    method: methodWord(record.InitiationMethod, t),
    isCallback: record.InitiationMethod === 'CALLBACK',
    attempt: ours.Attempt === null ? null : t('records.attempt', { attempt: ours.Attempt, max: ours.AttemptsMax ?? ours.Attempt }),
    customer: ours.CustomerName,
    number: numberWords(numbersShown ? number : maskedNumber(number), t),
    queue: record.Queue?.Name ?? t('records.noQueue'),
    agent: record.Agent?.Username ?? t('records.noAgent'),
    beganAt: formatDateTime(Date.parse(record.InitiationTimestamp), zone),
    beganStamp: record.InitiationTimestamp,
    ending: causeName(ours.Cause, t) ?? record.DisconnectReason ?? t('common.notAvailable'),
    reason: record.DisconnectReason,
    tone: toneOf(record),
  };
}

/** The word for a way to begin; one that this build does not know stands as it is. */
export function methodWord(method: string, t: Say): string {
  return isMethod(method) ? t(`records.methods.${method}`) : method;
}

const methods: Readonly<Record<Method, true>> = { INBOUND: true, OUTBOUND: true, CALLBACK: true, TRANSFER: true, QUEUE_TRANSFER: true, DISCONNECT: true, API: true };
/** The ways to begin that the filter offers. */
export const methodNames = Object.keys(methods) as readonly Method[];

function isMethod(method: string): method is Method {
  return Object.hasOwn(methods, method);
}

/** The word for an exact cause, as one who is not the agent reads it; null for none or an unknown one. */
export function causeName(cause: string | null, t: Say): string | null {
  const word = causeWord(cause);
  if (word === null) return null;
  // The catalogue speaks to the agent; this page is read by others too.
  return word === 'agentHungUp' ? t('records.agentHungUp') : word === 'agentCanceled' ? t('records.agentCanceled') : word === 'agentLeftWhisper' ? t('records.agentLeftWhisper') : t(`causeNames.${word}`);
}

/** Talked: live. Left for a callback: late. Anything else that ended before agent and customer were joined: fault. */
function toneOf(record: RecordView): Tone {
  if (record.Agent !== null) return 'live';
  return record.NextContactId === null ? 'fault' : 'late';
}
