import { describe, expect, test } from 'vitest';
import { baseRig, ids } from '../../testing/builders.ts';
import { at, CenterDriver } from '../../testing/center-driver.ts';
import { JOHN, talking, toExpert } from '../../testing/talking.ts';
import { asE164 } from '../core/e164.ts';
import { seconds } from '../core/time.ts';
import type { DialBehavior } from '../line/model.ts';
import { defaultPolicy, type Policy } from '../tenant/policy.ts';

const answers: DialBehavior = { does: 'answers', afterMs: seconds(2), hangsUpAfterMs: null };

/** John’s callback, which ana accepts at 11:30:00; his telephone rings at once, since no whisper comes before. */
function accepted(behavior: DialBehavior, policy: Partial<Policy> = {}): CenterDriver {
  const center = new CenterDriver(baseRig({ policy: { ...defaultPolicy, ...policy } })).customer(JOHN).behaves(behavior);
  center.send({ type: 'callback.request', number: asE164(JOHN), queueId: ids.queue('CallbackQueue'), initialDelayMs: seconds(0), retries: 0, retryDelayMs: seconds(60), attributes: {} });
  return center.agent('ana').sets('Available').agent('ana').accepts();
}
const closings = (center: CenterDriver): readonly unknown[] => center.events.flatMap((event) => (event.type === 'line.closed' ? [event.by] : []));

test.each([['error', 'ERROR'], ['afterContactWork', 'ENDED'], ['free', null]] as const)('an agent whose dial came to nothing is left as decision #9 says (%s)', (afterFailedAttempt, state) => {
  const center = accepted({ does: 'busy', afterMs: seconds(2) }, { afterFailedAttempt }).wait(2);
  expect(center.agent('ana').state()).toBe(state);
});

test('a callback is connected to the system by the answer, or by the dial where decision #4 says so', () => {
  const connectedAt = (connectedToSystem: Policy['connectedToSystem'], behavior: DialBehavior) => [...accepted(behavior, { connectedToSystem }).wait(60).center.contacts.values()][0]?.connectedToSystemAtMs;
  expect([connectedAt('customerAnswers', answers), connectedAt('dialStarts', answers), connectedAt('customerAnswers', { does: 'noAnswer' }), connectedAt('dialStarts', { does: 'noAnswer' })])
    .toEqual([at('11:30:02'), at('11:30:00'), null, at('11:30:00')]);
});

describe('a line is closed by who hangs up', () => {
  test('the customer, in conversation or in the whisper', () => {
    expect(closings(talking({}, 'Offline').customer(JOHN).hangsUp())).toEqual(['customer']);
    const whisper = accepted(answers).wait(5);
    expect(whisper.agent('ana').contact().stage.name).toBe('customerWhisper');
    expect(closings(whisper.customer(JOHN).hangsUp())).toEqual(['customer']);
  });

  test('the center, when the agent does or nobody else is left', () => {
    expect(closings(talking({}, 'Offline').agent('ana').ends())).toEqual(['center']);
  });

  test('the third party, who leaves the customer where they are', () => {
    const center = talking({}, 'Offline').agent('ana').transfersTo(toExpert).wait(10).customer('+12065550177').hangsUp();
    expect([closings(center), center.agent('ana').state()]).toEqual([['customer'], 'CONNECTED_ONHOLD']);
    const dropped = talking({}, 'Offline').agent('ana').transfersTo(toExpert).wait(10).agent('ana').drops();
    expect([closings(dropped), dropped.agent('ana').state()]).toEqual([['center'], 'CONNECTED_ONHOLD']);
  });
});

test('the longest hold is the longest of all, whichever came first', () => {
  const longest = (...holds: readonly number[]): unknown => {
    const center = talking({}, 'Offline');
    for (const length of holds) center.agent('ana').holds().wait(length).agent('ana').resumes().wait(1);
    return center.agent('ana').contact().agent;
  };
  expect([longest(30, 10), longest(10, 30)]).toMatchObject([{ holds: 2, heldMs: 40_000, longestHoldMs: 30_000 }, { holds: 2, heldMs: 40_000, longestHoldMs: 30_000 }]);
});
