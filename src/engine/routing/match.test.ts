import { describe, expect, test } from 'vitest';
import { anAgent, baseRig, ids, profileR } from '../../testing/builders.ts';
import { at, CenterDriver } from '../../testing/center-driver.ts';
import { JOHN } from '../../testing/talking.ts';
import { must } from '../core/assert.ts';
import { asE164 } from '../core/e164.ts';
import type { ContactId, RoutingProfileId } from '../core/ids.ts';
import { seconds } from '../core/time.ts';
import { noExtras } from '../tenant/extras.ts';
import type { Instance } from '../tenant/model.ts';
import { bestContact } from './match.ts';

const MARY = '+12065550143';
const late = 'late' as RoutingProfileId;

/** Profile R serves the inbound queue at once, the other one after half a minute; ana has the other, ben has R. */
function twoProfiles(): Instance {
  const profile = (id: RoutingProfileId, delay: number) => ({ id, name: id, entries: [{ queueId: ids.queue('InboundQueue'), priority: 1, delayMs: seconds(delay) }], defaultOutboundQueueId: null, agentAvailabilityTimer: 'TIME_SINCE_LAST_ACTIVITY' as const });
  return baseRig({ routingProfiles: [profile(late, 30), profile(profileR, 0)], agents: [anAgent('ana', { routingProfileId: late }), anAgent('ben')] });
}
const offers = (center: CenterDriver) => center.events.flatMap((event) => (event.type === 'offer.made' ? [[event.agentId, event.soughtFor]] : []));
const states = (center: CenterDriver): readonly (string | null)[] => [center.agent('ana').state(), center.agent('ben').state()];

describe('a contact that a profile may not serve yet', () => {
  test('goes to the longest idle of those who may, though another has been idle for longer', () => {
    const center = new CenterDriver(twoProfiles()).agent('ana').sets('Available').wait(60).agent('ben').sets('Available').customer(JOHN).dials();
    expect(states(center)).toEqual([null, 'CONNECTING']);
  });

  test('goes to those others once its delay is over', () => {
    const center = new CenterDriver(twoProfiles()).agent('ana').sets('Available').customer(JOHN).dials().wait(29.999);
    expect(states(center)).toEqual([null, null]);
    expect(states(center.wait(0.001))).toEqual(['CONNECTING', null]);
  });

  test('seeks nobody for itself when it rings by then: who may serve it from now on is sought for the next', () => {
    const rig = twoProfiles();
    const center = new CenterDriver({ ...rig, policy: { ...rig.policy, offerMs: seconds(40) } }).agent('ana').sets('Available').agent('ben').sets('Available');
    center.customer(JOHN).dials().customer(MARY).dials();
    expect(states(center)).toEqual([null, 'CONNECTING']);
    center.wait(30);
    expect([center.agent('ana').contact().customerNumber, offers(center)]).toEqual([MARY, [[ids.agent('ben'), null], [ids.agent('ana'), null]]]);
  });

  test('spares a look at all who came after it, however many they are', () => {
    const center = new CenterDriver(twoProfiles()).agent('ana').sets('Available').customer(JOHN).dials().center;
    const line = must(center.waiting.get(ids.queue('InboundQueue')), 'the line');
    let looks = 0;
    for (let seq = 1000; seq < 2000; seq++) {
      const entry = { contactId: `contact${seq}` as ContactId, seq, priority: 5, rankMs: center.nowMs };
      line.add(Object.defineProperty({ ...entry, enqueuedAtMs: center.nowMs }, 'enqueuedAtMs', { get: () => { looks += 1; return center.nowMs; } }));
    }
    looks = 0;
    expect([bestContact(center, ids.agent('ana')), looks]).toEqual([null, 0]);
  });

  test('has a deadline for that as long as it is to come, by a new configuration too', () => {
    const delayed = (delay: number): Instance => {
      const rig = baseRig();
      return { ...rig, routingProfiles: rig.routingProfiles.map((profile) => ({ ...profile, entries: profile.entries.map((entry) => ({ ...entry, delayMs: seconds(delay) })) })) };
    };
    const dueAfter = (waited: number): number | null => new CenterDriver(delayed(80)).customer(JOHN).dials().wait(waited).send({ type: 'instance.configure', instance: delayed(30) }).engine.nextDueAtMs();
    expect([dueAfter(0), dueAfter(29), dueAfter(30), dueAfter(40)]).toEqual([at('11:30:30'), at('11:30:30'), null, null]);
  });
});

describe('an offer', () => {
  test('says for whom its agent was sought where that was somebody else', () => {
    const entry = (queue: string, priority: number, delay: number) => ({ queueId: ids.queue(queue), priority, delayMs: seconds(delay) });
    const rig = baseRig();
    const routingProfiles = rig.routingProfiles.map((profile) => ({ ...profile, entries: [entry('CallbackQueue', 2, 0), entry('InboundQueue', 1, 20)] }));
    const center = new CenterDriver({ ...rig, routingProfiles }).agent('ana').sets('Available').wait(1).agent('ben').sets('Available');
    center.send({ type: 'callback.request', number: asE164(MARY), queueId: ids.queue('CallbackQueue'), initialDelayMs: seconds(99), retries: 0, retryDelayMs: seconds(60), attributes: {} });
    const callback = must([...center.center.contacts.keys()][0], 'the callback');
    // The callback is queued in the very instant from which the caller, who comes first, may be served as well.
    center.wait(79).customer(JOHN).dials().wait(20);
    expect(center.agent('ana').contact().customerNumber).toBe(JOHN);
    expect(offers(center)).toEqual([[ids.agent('ana'), callback], [ids.agent('ben'), null]]);
  });

  test('is not made twice of a contact that rings: a change of its priority seeks nobody else', () => {
    const center = new CenterDriver().agent('ana').sets('Available').customer(JOHN).dials().agent('ben').sets('Available');
    center.send({ type: 'contact.setRouting', contactId: center.agent('ana').contact().id, priority: 1, ageAdjustmentSeconds: null });
    expect([offers(center).length, states(center)]).toEqual([1, ['CONNECTING', null]]);
  });

  test('is made of the next in line where the first is kept from the agent', () => {
    const center = new CenterDriver(baseRig({ extras: { [ids.queue('InboundQueue')]: { ...noExtras, rejectCoolDownMs: seconds(60) } } })).agent('ana').sets('Available').customer(JOHN).dials();
    center.agent('ana').rejects().customer(MARY).dials().agent('ana').clears();
    expect(center.agent('ana').contact().customerNumber).toBe(MARY);
    center.agent('ben').sets('Available');
    expect(center.agent('ben').contact().customerNumber).toBe(JOHN);
  });
});
