import { describe, expect, test } from 'vitest';
import { demoMap } from '../../testing/demo-map.ts';

const { map } = demoMap();
const action = (id: string) => map.byId.get(id);

const broken = demoMap(JSON.stringify({
  Version: '2019-10-30', StartAction: 'make', Metadata: { type: 'customerQueue' },
  Actions: [
    { Identifier: 'make', Type: 'CreateCallbackContact', Parameters: { MaximumConnectionAttempts: '$.Attributes.tries', RetryDelaySeconds: '0' }, Transitions: { NextAction: 'gone', Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'odd' }] } },
    { Identifier: 'odd', Type: 'NobodyKnows', Parameters: {}, Transitions: {} },
  ],
})).map;

describe('a map', () => {
  test('numbers actions as contacts meet them, and marks where the flow begins and ends', () => {
    expect(map.actions.map(({ number }) => number)).toEqual(map.actions.map((_, at) => at + 1));
    expect(map.actions.filter(({ isStart }) => isStart).map(({ id }) => id)).toEqual(['wait']);
    expect(map.actions.filter(({ isEnd }) => isEnd).map(({ id }) => id).toSorted()).toEqual(['hang-up', 'keep-waiting']);
  });

  test('draws each key as a way of its own, and errors that lead to one place as one', () => {
    expect(action('which-number')?.rows.map(({ words, branches, toId }) => [words, branches.length, toId])).toEqual([
      ['then', 1, 'wait'], ['key 1', 1, 'take-caller-number'], ['key 2', 1, 'enter-number'],
      ['when no key is pressed in time, when nothing matches, on any error', 3, 'wait'],
    ]);
    expect(action('wait')?.rows.map(({ words, to }) => [words, to])).toEqual([['at each interruption', '2. Get customer input'], ['on any error', '3. End flow']]);
  });

  test('says in words what a callback comes to', () => {
    expect(action('request-callback')?.detail).toBe('after 1 min 39 s, 2 retries every 10 min, in CallbackQueue');
  });

  test('knows what leads to an action', () => {
    expect(action('confirm')?.fromIds).toEqual(['take-caller-number', 'ask-again', 'keep-entry']);
  });

  test('shows faults at their actions, by identifier, branch or place in the file', () => {
    const codes = (id: string) => broken.byId.get(id)?.faults.map(({ Code }) => Code) ?? [];
    expect(codes('make')).toEqual(expect.arrayContaining(['PARAMETER_OUT_OF_RANGE']));
    expect(broken.byId.get('make')?.rows[0]).toMatchObject({ toId: 'gone', to: null });
    expect(broken.byId.get('make')?.faults.some(({ Sentence }) => Sentence.includes('gone'))).toBe(true);
    expect(broken.byId.get('odd')).toMatchObject({ title: 'NobodyKnows', canRun: false });
  });
});
