import { describe, expect, test } from 'vitest';
import { anAgent, baseRig, ids } from '../../testing/builders.ts';
import { CenterDriver } from '../../testing/center-driver.ts';
import { JOHN } from '../../testing/talking.ts';
import { must } from '../core/assert.ts';
import type { ContactId } from '../core/ids.ts';
import { contactMetrics, estimatedQueueWait, estimatedWaitSeconds } from './estimated-wait.ts';

const MARY = '+12065550143';
const inbound = ids.queue('InboundQueue');
const phone = (index: number): string => `+1206555${1000 + index}`;

/** Ana handled one contact of the queue in 100 seconds: 60 of talk, 10 of hold and 30 of work. */
function handledOne(): CenterDriver {
  const center = new CenterDriver(baseRig({ agents: ['ana', 'ben', 'cleo'].map((name) => anAgent(name)) })).agent('ana').sets('Available').customer(JOHN).dials().agent('ana').accepts();
  center.wait(40).agent('ana').holds().wait(10).agent('ana').resumes().wait(20).customer(JOHN).hangsUp();
  return center.wait(30).agent('ana').clears();
}
/** Calls that are given up at once. */
function givenUp(center: CenterDriver, count: number): CenterDriver {
  for (let index = 0; index < count; index++) center.customer(phone(index)).dials().customer(phone(index)).hangsUp();
  return center;
}
const waitAt = (center: CenterDriver, place: number): number | null => estimatedWaitSeconds(center.center, inbound, place);

describe('the estimated wait', () => {
  test('is the mean handle time, shared by who is staffed, for each place that no free agent takes', () => {
    const center = handledOne().agent('ben').sets('Available').agent('ben').dials(MARY);
    // Ana is free, ben is on a call of his own: two are staffed.
    expect([1, 2, 3, 4].map((place) => waitAt(center, place))).toEqual([0, 50, 100, 150]);
  });

  test('of whoever joins next comes after all who wait', () => {
    const center = handledOne().agent('ana').dials(MARY);
    expect(estimatedQueueWait(center.center, inbound)).toBe(100);
    center.customer(JOHN).dials().customer(phone(1)).dials();
    expect(estimatedQueueWait(center.center, inbound)).toBe(300);
  });

  test('of who waits is that of their place', () => {
    const center = handledOne().agent('ana').dials(MARY).customer(JOHN).dials().customer(phone(1)).dials();
    const [john, other] = [...center.center.openContacts].slice(1);
    expect([john, other].map((contactId) => contactMetrics(center.center, must(contactId, 'who waits')))).toEqual([{ positionInQueue: 1, estimatedWaitSeconds: 100 }, { positionInQueue: 2, estimatedWaitSeconds: 200 }]);
  });

  test('of a callback in its delay cannot be told', () => {
    const center = handledOne().agent('ana').dials(MARY).customer(JOHN).dials().customer(JOHN).requestsCallback();
    const callback: ContactId = must([...center.center.openContacts].at(-1), 'the callback');
    expect(contactMetrics(center.center, callback)).toEqual({ positionInQueue: null, estimatedWaitSeconds: null });
  });

  test('is worked out from those handled in this queue: not from who gave up, nor from those of another queue', () => {
    const center = givenUp(handledOne().agent('ana').sets('Break'), 3).agent('ben').sets('Available');
    expect(waitAt(center, 2)).toBe(100);
    expect(estimatedWaitSeconds(center.center, ids.queue('CallbackQueue'), 2)).toBeNull();
  });

  test('looks at the last five hundred and twelve that ended, and no further', () => {
    const center = givenUp(handledOne().agent('ana').sets('Break'), 511).agent('ben').sets('Available');
    expect(waitAt(center, 2)).toBe(100);
    center.agent('ben').sets('Break');
    givenUp(center, 1).agent('ben').sets('Available');
    expect(waitAt(center, 2)).toBeNull();
  });
});
