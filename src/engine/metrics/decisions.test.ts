import { expect, test } from 'vitest';
import { baseRig, ids } from '../../testing/builders.ts';
import { CenterDriver } from '../../testing/center-driver.ts';
import { JOHN } from '../../testing/talking.ts';
import { asE164 } from '../core/e164.ts';
import { seconds } from '../core/time.ts';
import { defaultPolicy, type Policy } from '../tenant/policy.ts';
import { historicalFigures } from './historical.ts';
import { queueFigures } from './realtime.ts';

const callbackQueue = ids.queue('CallbackQueue');
const rig = (policy: Partial<Policy>) => new CenterDriver(baseRig({ policy: { ...defaultPolicy, ...policy } }));
const request = (center: CenterDriver, number: string) =>
  center.send({ type: 'callback.request', number: asE164(number), queueId: callbackQueue, initialDelayMs: seconds(0), retries: 0, retryDelayMs: seconds(60), attributes: {} });

test('the oldest is the oldest of those counted: where ringing leaves the queue (decision #2), of those who ring nowhere', () => {
  const oldest = (policy: Partial<Policy>): readonly number[] => {
    const center = request(rig(policy), '+12065550150').wait(10);
    request(center, '+12065550151').wait(10).agent('ana').sets('Available').wait(5);
    const { CONTACTS_IN_QUEUE, OLDEST_CONTACT_AGE } = queueFigures(center.center, callbackQueue);
    const empty = request(rig(policy), JOHN).wait(5).agent('ana').sets('Available');
    return [CONTACTS_IN_QUEUE, OLDEST_CONTACT_AGE, queueFigures(empty.center, callbackQueue).OLDEST_CONTACT_AGE];
  };
  expect([oldest({}), oldest({ dequeueMoment: 'offer' })]).toEqual([[2, 25, 5], [1, 15, 0]]);
});

test('every unanswered dial counts (decision #12), also where the dial itself connects to the system (decision #4)', () => {
  const attempts = (policy: Partial<Policy>, answers: boolean): number => {
    const center = rig({ callbackAttempts: 'everyUnanswered', ...policy });
    center.customer(JOHN).behaves(answers ? { does: 'answers', afterMs: seconds(1), hangsUpAfterMs: seconds(1) } : { does: 'noAnswer' });
    request(center, JOHN).agent('ana').sets('Available').agent('ana').accepts().wait(120);
    return historicalFigures(center.center, callbackQueue, 0, Infinity).SUM_RETRY_CALLBACK_ATTEMPTS ?? 0;
  };
  expect([attempts({}, false), attempts({}, true)]).toEqual([1, 0]);
  expect([attempts({ connectedToSystem: 'dialStarts' }, false), attempts({ connectedToSystem: 'dialStarts' }, true)]).toEqual([1, 0]);
});
