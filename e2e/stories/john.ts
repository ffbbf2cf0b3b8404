import { readFileSync } from 'node:fs';

const file: { readonly startsAt: string; readonly expect: { readonly records: readonly object[] }; readonly files: Readonly<Record<string, unknown>> } = JSON.parse(
  readFileSync(new URL('../../scenarios/john.json', import.meta.url), 'utf8'),
);

/** While John waits, key 1 takes the callback at once, so that persons can keep the guide's times to the second. */
const waitWithMenu = {
  Version: '2019-10-30',
  StartAction: 'ask',
  Metadata: {},
  Actions: [
    {
      Identifier: 'ask',
      Type: 'GetParticipantInput',
      Parameters: { Text: 'Press 1 if you want us to call you back.', StoreInput: 'False', InputTimeLimitSeconds: '170' },
      Transitions: {
        NextAction: 'ask',
        Conditions: [{ NextAction: 'number', Condition: { Operator: 'Equals', Operands: ['1'] } }],
        Errors: ['InputTimeLimitExceeded', 'NoMatchingCondition', 'NoMatchingError'].map((ErrorType) => ({ NextAction: 'ask', ErrorType })),
      },
    },
    {
      Identifier: 'number',
      Type: 'UpdateContactCallbackNumber',
      Parameters: { CallbackNumber: '$.CustomerEndpoint.Address' },
      Transitions: { NextAction: 'callback', Errors: ['InvalidCallbackNumber', 'CallbackNumberNotDialable'].map((ErrorType) => ({ NextAction: 'ask', ErrorType })) },
    },
    {
      Identifier: 'callback',
      Type: 'CreateCallbackContact',
      Parameters: { QueueId: 'CallbackQueue', InitialCallDelaySeconds: '99', MaximumConnectionAttempts: '2', RetryDelaySeconds: '600' },
      Transitions: { NextAction: 'bye', Errors: [{ NextAction: 'ask', ErrorType: 'NoMatchingError' }] },
    },
    { Identifier: 'bye', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} },
  ],
};

/** The story of scenarios/john.json in which John's keys do what its script asks for without any. */
export const johnByHand = { ...file, files: { ...file.files, 'wait.json': waitWithMenu } };

/** The records of the seed, oldest first: what scenarios/john.json expects, with instants and ids written out. */
export function seedRecords(ids: readonly string[]): object[] {
  const written = (value: unknown): unknown => {
    if (typeof value === 'string' && /^\d\d:\d\d:\d\d$/.test(value)) return `${file.startsAt.slice(0, 10)}T${value}Z`;
    if (typeof value === 'string' && /^\$\d$/.test(value)) return ids[Number(value.slice(1))];
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, written(each)]));
  };
  return file.expect.records.map((record) => Object(written(record)));
}

/** Every leaf of a record with its path, such as `Queue.EnqueueTimestamp`. */
export function leavesOf(record: object, before = ''): readonly (readonly [path: string, value: unknown])[] {
  return Object.entries(record).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null ? leavesOf(value, `${before}${key}.`) : [[`${before}${key}`, value] as const]);
}
