import type { FieldName } from './draft.ts';

/** The steps in the guide's order; the two whispers are optional, and the last one sets it up. */
export const stepIds = ['queue', 'callerId', 'profile', 'flow', 'number', 'customerWhisper', 'agentWhisper', 'review'] as const;
export type StepId = (typeof stepIds)[number];

/** The fields of each step, in the order in which they stand. */
export const fieldsOf: Readonly<Record<StepId, readonly FieldName[]>> = {
  queue: ['queueName', 'hoursId'],
  callerId: ['callerName', 'callerNumber', 'callerTyped'],
  profile: ['profileId', 'priority', 'delay'],
  flow: [
    'flowName', 'offered', 'waitingQueueId', 'greeting', 'waiting', 'offerEvery', 'offer', 'format', 'askNumber', 'notValid',
    'initialDelay', 'initialDelayUnit', 'retries', 'gap', 'gapUnit', 'setsQueue', 'promise',
  ],
  number: ['number', 'numberTyped', 'numberFor'],
  customerWhisper: ['customerWhisperOn', 'customerWhisper'],
  agentWhisper: ['agentWhisperOn', 'agentWhisper'],
  review: [],
};

/** The step of a field. */
export const stepOf = (field: FieldName): StepId => stepIds.find((step) => fieldsOf[step].includes(field)) ?? 'review';

/** The step named in the page's address, if there is such a step. */
export const stepNamed = (text: string | null): StepId | null => stepIds.find((step) => step === text) ?? null;
