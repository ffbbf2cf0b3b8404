import { readNumber } from '../../text/number-entry.ts';
import type { Draft, FieldName } from './draft.ts';
import { otherNumber, sameQueue } from './draft.ts';
import { existingSetups } from './existing.ts';
import type { ExistingSetup } from './existing.ts';
import type { SetupWorld } from './instance.ts';
import { chosenNumber, spanSeconds } from './plan.ts';
import type { StepId } from './steps.ts';
import { stepOf } from './steps.ts';
import { readWhole } from './whole-number.ts';

/** What is wrong with a field or worth a second look; the sentence is `setup.faults.<code>` with the values. */
export interface Finding {
  readonly field: FieldName;
  /** With an error nothing is set up; a warning is for people to weigh. */
  readonly severity: 'error' | 'warning';
  readonly code: FaultCode;
  readonly values: Readonly<Record<string, string | number>>;
}

export type FaultCode =
  | 'queueNameMissing' | 'queueNameTaken' | 'tooLong' | 'hoursGone' | 'callerNameChars' | 'callerNumberMissing' | 'numberEmpty' | 'numberTooShort' | 'numberTooLong'
  | 'numberNotANumber' | 'numberInvalid' | 'callerNotClaimed' | 'profileMissing' | 'profileGone' | 'profileEmpty' | 'notWhole' | 'outOfRange' | 'flowNameMissing' | 'flowNameTaken'
  | 'waitingMissing' | 'waitingGone' | 'waitingUnserved' | 'waitingInCallbacks' | 'textMissing' | 'offerNamesNoKey' | 'spanNotWhole' | 'spanOutOfRange' | 'manyCalls' | 'tooManyCalls' | 'shortGap' | 'queueUnused' | 'claimedMissing'
  | 'numberGone' | 'numberForMissing' | 'numberTaken' | 'whisperTooLong' | 'whisperLong';

/** From this many retries on the guide warns; the flow validator warns from the same number. */
export const retriesWarnedFrom = 6;
/** More is refused: nobody means it. */
export const retriesMax = 100;
/** Three days (spec §6.4). */
const spanMaxSeconds = 259_200;
/** Amazon's limits of a queue's, a flow's and a caller's name, and of spoken text (spec §6.2). */
const nameMax = { queue: 256, flow: 127, caller: 255, number: 500 } as const;
const textMax = 3000;
/** A whisper lasts two minutes at most (spec §1.6). */
const whisperMaxMs = 120_000;
const whisperLongMs = 30_000;

type Report = (field: FieldName, code: FaultCode, values?: Finding['values']) => void;
interface Checked {
  readonly draft: Draft;
  readonly world: SetupWorld;
  /** What is changed, if something is. */
  readonly own: ExistingSetup | null;
  readonly wrong: Report;
  readonly warn: Report;
}

/** Everything that is wrong with a draft or worth a second look, in the order of its fields' steps. */
export function checkDraft(draft: Draft, world: SetupWorld): readonly Finding[] {
  const found: Finding[] = [];
  const report = (severity: Finding['severity']): Report => (field, code, values = {}) => {
    found.push({ field, severity, code, values });
  };
  const own = existingSetups(world.instance).find(({ inbound }) => inbound.id === draft.changes) ?? null;
  const checked: Checked = { draft, world, own, wrong: report('error'), warn: report('warning') };
  for (const check of [checkQueue, checkCallerId, checkProfile, checkFlow, checkCallback, checkNumber, checkWhispers]) check(checked);
  return found;
}

/** Findings of one step. */
export const findingsOf = (findings: readonly Finding[], step: StepId): readonly Finding[] => findings.filter(({ field }) => stepOf(field) === step);

function checkQueue({ draft, world: { instance }, own, wrong }: Checked): void {
  const name = draft.queueName.trim();
  if (name === '') wrong('queueName', 'queueNameMissing');
  else if (name.length > nameMax.queue) wrong('queueName', 'tooLong', { max: nameMax.queue, length: name.length });
  else if (instance.queues.some((queue) => isSame(queue.name, name) && queue.id !== own?.queue?.id)) wrong('queueName', 'queueNameTaken', { name });
  if (draft.hoursId !== '' && !instance.hours.some(({ id }) => id === draft.hoursId)) wrong('hoursId', 'hoursGone');
}

function checkCallerId({ draft, world: { instance }, wrong }: Checked): void {
  const name = draft.callerName.trim();
  const odd = /[;/?:@&=+$,]/.exec(name)?.[0];
  if (odd !== undefined) wrong('callerName', 'callerNameChars', { char: odd });
  else if (name.length > nameMax.caller) wrong('callerName', 'tooLong', { max: nameMax.caller, length: name.length });
  if (draft.callerNumber === '') return wrong('callerNumber', 'callerNumberMissing');
  const typed = draft.callerNumber === otherNumber;
  const number = typed ? typedNumber(draft.callerTyped, 'callerTyped', instance.country, wrong) : draft.callerNumber;
  if (number === null) return;
  // The number behind which the flow is put may be claimed in the same go.
  const claimed = [...instance.numbers.map((each): string => each.number), chosenNumber(draft.number, draft.numberTyped, instance.country)];
  if (!claimed.includes(number)) wrong(typed ? 'callerTyped' : 'callerNumber', 'callerNotClaimed');
}

function checkProfile({ draft, world: { instance }, wrong, warn }: Checked): void {
  const profile = instance.routingProfiles.find(({ id }) => id === draft.profileId);
  if (draft.profileId === '') wrong('profileId', 'profileMissing');
  else if (profile === undefined) wrong('profileId', 'profileGone');
  else if (!instance.agents.some(({ routingProfileId }) => routingProfileId === profile.id)) warn('profileId', 'profileEmpty', { profile: profile.name });
  whole(draft, 'priority', 1, 99, wrong);
  whole(draft, 'delay', 0, 9999, wrong);
}

function checkFlow({ draft, world: { instance }, own, wrong, warn }: Checked): void {
  const name = draft.flowName.trim();
  if (name === '') wrong('flowName', 'flowNameMissing');
  else if (name.length > nameMax.flow) wrong('flowName', 'tooLong', { max: nameMax.flow, length: name.length });
  else if (instance.flows.some((flow) => isSame(flow.name, name) && flow.id !== own?.inbound.id)) wrong('flowName', 'flowNameTaken', { name });
  checkWaiting({ draft, instance, wrong, warn });
  text(draft, 'greeting', wrong);
  if (draft.offered === 'whileWaiting') {
    text(draft, 'waiting', wrong);
    // An interruption takes up to 20 s, in which nobody can be joined to an agent.
    whole(draft, 'offerEvery', 21, 604_800, wrong);
  }
  if (text(draft, 'offer', wrong) && !/\b(?:1|one)\b/i.test(draft.offer)) warn('offer', 'offerNamesNoKey');
  text(draft, 'askNumber', wrong);
  text(draft, 'notValid', wrong);
}

function checkWaiting({ draft, instance, wrong, warn }: Pick<Checked, 'draft' | 'wrong' | 'warn'> & Pick<SetupWorld, 'instance'>): void {
  if (draft.waitingQueueId === '') return wrong('waitingQueueId', 'waitingMissing');
  if (draft.waitingQueueId === sameQueue) return warn('waitingQueueId', 'waitingInCallbacks');
  const queue = instance.queues.find(({ id }) => id === draft.waitingQueueId);
  if (queue === undefined) return wrong('waitingQueueId', 'waitingGone');
  const served = instance.routingProfiles.some(({ entries }) => entries.some(({ queueId }) => queueId === queue.id));
  if (!served) warn('waitingQueueId', 'waitingUnserved', { queue: queue.name });
}

function checkCallback({ draft, world: { instance }, wrong, warn }: Checked): void {
  span(draft, 'initialDelay', 'initialDelayUnit', wrong);
  const gap = span(draft, 'gap', 'gapUnit', wrong);
  const retries = readWhole(draft.retries);
  if (retries === null) wrong('retries', 'notWhole', { min: 0, max: retriesMax });
  else if (retries > retriesMax) wrong('retries', 'tooManyCalls', { retries, calls: retries + 1, max: retriesMax });
  else if (retries >= retriesWarnedFrom) warn('retries', 'manyCalls', { retries, calls: retries + 1 });
  if (gap !== null && gap < 60 && retries !== null && retries > 0) warn('gap', 'shortGap', { seconds: gap });
  const waiting = instance.queues.find(({ id }) => id === draft.waitingQueueId);
  if (!draft.setsQueue && waiting !== undefined) warn('setsQueue', 'queueUnused', { waiting: waiting.name, queue: draft.queueName.trim() });
  text(draft, 'promise', wrong);
}

function checkNumber({ draft, world: { instance }, own, wrong, warn }: Checked): void {
  if (draft.number === '') return wrong('number', 'claimedMissing');
  const isTyped = draft.number === otherNumber;
  const number = isTyped ? typedNumber(draft.numberTyped, 'numberTyped', instance.country, wrong) : draft.number;
  const claimed = instance.numbers.find((each) => each.number === number);
  if (!isTyped && claimed === undefined) wrong('number', 'numberGone');
  const flow = instance.flows.find(({ id }) => id === claimed?.flowId);
  if (flow !== undefined && flow.id !== own?.inbound.id) warn(isTyped ? 'numberTyped' : 'number', 'numberTaken', { flow: flow.name });
  if (!isTyped || claimed !== undefined) return;
  const meaning = draft.numberFor.trim();
  if (meaning === '') wrong('numberFor', 'numberForMissing');
  else if (meaning.length > nameMax.number) wrong('numberFor', 'tooLong', { max: nameMax.number, length: meaning.length });
}

function checkWhispers({ draft, world: { bench }, wrong, warn }: Checked): void {
  for (const [on, field] of [['customerWhisperOn', 'customerWhisper'], ['agentWhisperOn', 'agentWhisper']] as const) {
    if (!draft[on] || !text(draft, field, wrong)) continue;
    const ms = bench.speechMs(draft[field]);
    const seconds = Math.ceil(ms / 1000);
    if (ms > whisperMaxMs) wrong(field, 'whisperTooLong', { seconds });
    else if (ms > whisperLongMs) warn(field, 'whisperLong', { seconds });
  }
}

/** Names are told apart by what people read: not by case, nor by spaces around them. */
const isSame = (a: string, b: string): boolean => a.trim().toLowerCase() === b.toLowerCase();

function text(draft: Draft, field: FieldName, wrong: Report): boolean {
  const written = String(draft[field]).trim();
  if (written === '') wrong(field, 'textMissing');
  else if (written.length > textMax) wrong(field, 'tooLong', { max: textMax, length: written.length });
  return written !== '' && written.length <= textMax;
}

function whole(draft: Draft, field: FieldName, min: number, max: number, wrong: Report): void {
  const value = readWhole(String(draft[field]));
  if (value === null) wrong(field, 'notWhole', { min, max });
  else if (value < min || value > max) wrong(field, 'outOfRange', { value, min, max });
}

function span(draft: Draft, field: 'initialDelay' | 'gap', unit: 'initialDelayUnit' | 'gapUnit', wrong: Report): number | null {
  const seconds = spanSeconds(draft[field], draft[unit]);
  if (seconds === null) wrong(field, 'spanNotWhole');
  else if (seconds < 1 || seconds > spanMaxSeconds) wrong(field, 'spanOutOfRange');
  return seconds;
}

const numberFaults = { empty: 'numberEmpty', tooShort: 'numberTooShort', tooLong: 'numberTooLong', notANumber: 'numberNotANumber', invalid: 'numberInvalid' } as const satisfies Record<string, FaultCode>;

function typedNumber(typed: string, field: FieldName, country: string, wrong: Report): string | null {
  const read = readNumber(typed, country);
  if (read.ok) return read.number;
  wrong(field, numberFaults[read.fault]);
  return null;
}
