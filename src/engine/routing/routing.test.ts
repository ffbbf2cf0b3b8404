import { describe, expect, test } from 'vitest';
import { baseRig, ids, profileR } from '../../testing/builders.ts';
import { CenterDriver } from '../../testing/center-driver.ts';
import type { ContactId } from '../core/ids.ts';
import { seconds } from '../core/time.ts';
import type { Instance } from '../tenant/model.ts';

const XAVER = '+12065550001';
const YVES = '+12065550002';

/** The base rig with the callback queue on these terms. */
function rig(priority: number, delaySeconds: number, callbackDelay = 0): Instance {
  const base = baseRig();
  return {
    ...base,
    callback: base.callback && { ...base.callback, initialDelayMs: seconds(callbackDelay) },
    routingProfiles: base.routingProfiles.map((profile) => ({
      ...profile,
      entries: [{ queueId: ids.queue('InboundQueue'), priority: 1, delayMs: seconds(0) }, { queueId: ids.queue('CallbackQueue'), priority, delayMs: seconds(delaySeconds) }],
    })),
  };
}

/** X calls at 10:00 and asks for a callback at 10:05, Y calls at 10:03 and waits; ana is there from 10:10. */
function xAndY(priority: number): CenterDriver {
  const center = new CenterDriver(rig(priority, 0), '10:00:00');
  center.customer(XAVER).dials();
  center.to('10:03:00').customer(YVES).dials();
  center.to('10:05:00').customer(XAVER).requestsCallback();
  return center.to('10:10:00').agent('ana').sets('Available');
}

const who = (center: CenterDriver, agent = 'ana'): string => center.agent(agent).contact().customerNumber;

describe('a free agent', () => {
  test('gets the callback whose call came first, by the start of that call', () => expect(who(xAndY(1))).toBe(XAVER));
  test('gets the call that came first though the callback’s queue is served alike, in whichever order the profile names them', () => {
    for (const turned of [false, true]) {
      const base = rig(1, 0);
      const center = new CenterDriver({ ...base, routingProfiles: base.routingProfiles.map((profile) => ({ ...profile, entries: turned ? profile.entries.toReversed() : profile.entries })) }, '10:00:00');
      center.customer(YVES).dials().to('10:03:00').customer(XAVER).dials().to('10:05:00').customer(XAVER).requestsCallback();
      expect(who(center.to('10:10:00').agent('ana').sets('Available'))).toBe(YVES);
    }
  });

  test('gets calls first when callbacks have the lower queue priority', () => expect(who(xAndY(2))).toBe(YVES));

  test('gets the contact of the queue with the first priority, in whichever order the profile names them', () => {
    const first = (priorities: readonly number[]): string => {
      const entries = priorities.map((priority, index) => ({ queueId: ids.queue(index === 0 ? 'InboundQueue' : 'CallbackQueue'), priority, delayMs: seconds(0) }));
      const base = rig(1, 0);
      const center = new CenterDriver({ ...base, routingProfiles: base.routingProfiles.map((profile) => ({ ...profile, entries })) }, '10:00:00');
      center.customer(XAVER).dials().customer(XAVER).requestsCallback().wait(60).customer(YVES).dials();
      return who(center.agent('ana').sets('Available'));
    };
    expect([first([2, 1]), first([3, 1]), first([1, 2]), first([1, 10])]).toEqual([XAVER, XAVER, YVES, YVES]);
  });

  test('gets a contact of higher priority before an older one', () => {
    const center = new CenterDriver(baseRig());
    center.customer(XAVER).dials();
    center.wait(60).customer(YVES).dials();
    const [, second] = [...center.center.openContacts];
    center.send({ type: 'contact.setRouting', contactId: second as ContactId, priority: 1, ageAdjustmentSeconds: null });
    expect(who(center.agent('ana').sets('Available'))).toBe(YVES);
  });

  test('gets a contact that was made older first, whose waiting time stays what it is', () => {
    const center = new CenterDriver(baseRig());
    center.customer(XAVER).dials();
    center.wait(60).customer(YVES).dials();
    const [, second] = [...center.center.openContacts];
    center.send({ type: 'contact.setRouting', contactId: second as ContactId, priority: null, ageAdjustmentSeconds: 61 });
    expect(center.center.waiting.get(ids.queue('InboundQueue'))?.positionOf(second as ContactId)).toBe(1);
    center.agent('ana').sets('Available');
    expect([who(center), center.agent('ana').contact().queue?.enqueuedAtMs]).toEqual([YVES, center.center.nowMs]);
  });

  test('gets the one created first when everything else is equal', () => {
    const center = new CenterDriver(baseRig());
    center.customer(YVES).dials();
    center.customer(XAVER).dials();
    expect(who(center.agent('ana').sets('Available'))).toBe(YVES);
  });
});

describe('a queue served with a delay', () => {
  test('is offered at its delay and not a moment before', () => {
    const center = new CenterDriver(rig(1, 20), '10:00:00');
    center.agent('ana').sets('Break').customer(XAVER).dials();
    center.customer(XAVER).requestsCallback().agent('ana').sets('Available');
    center.wait(19.999);
    expect(center.agent('ana').state()).toBeNull();
    center.wait(0.001);
    expect(center.agent('ana').state()).toBe('INCOMING');
  });

  test('gives an older contact though a younger callback stands before it', () => {
    // X's call is the oldest, but the callback has only just been queued; Z's has waited long enough.
    const center = new CenterDriver(rig(1, 20, 60), '10:00:00');
    center.customer(XAVER).dials();
    center.wait(5).customer(YVES).dials();
    center.customer(YVES).requestsCallback();
    center.wait(30).customer(XAVER).requestsCallback();
    center.wait(60);
    const queue = center.center.waiting.get(ids.queue('CallbackQueue'));
    const [young, old] = [...(queue?.byOrder ?? [])].map(({ contactId }) => center.center.contacts.get(contactId)?.customerNumber);
    expect([young, old]).toEqual([XAVER, YVES]);
    expect(who(center.agent('ana').sets('Available'))).toBe(YVES);
  });
});

describe('a contact', () => {
  test('goes to the agent who has been available longest, and next time to the other', () => {
    const center = new CenterDriver(baseRig(), '09:00:00');
    center.agent('ben').sets('Available');
    center.to('09:10:00').agent('ana').sets('Available').customer(XAVER).dials();
    expect([center.agent('ben').state(), center.agent('ana').state()]).toEqual(['CONNECTING', null]);
    center.agent('ben').accepts();
    center.to('09:20:00').agent('ben').ends();
    center.to('09:30:00').agent('ben').clears().customer(YVES).dials();
    expect([center.agent('ben').state(), center.agent('ana').state()]).toEqual([null, 'CONNECTING']);
  });

  test('that is withdrawn leaves the agent the place among the idle; a miss takes it', () => {
    const center = new CenterDriver(baseRig());
    center.agent('ana').sets('Available');
    center.wait(1).agent('ben').sets('Available').customer(XAVER).dials();
    center.wait(1).customer(XAVER).hangsUp().customer(YVES).dials();
    expect(center.agent('ana').state()).toBe('CONNECTING');
    center.wait(20).agent('ana').clears();
    expect([center.agent('ana').state(), center.agent('ben').state()]).toEqual([null, 'CONNECTING']);
    center.wait(20).customer(YVES).hangsUp().agent('ben').clears().customer(YVES).dials();
    expect(center.agent('ana').state()).toBe('CONNECTING');
  });

  test('is offered to nobody whose profile has not its queue', () => {
    const base = baseRig();
    const center = new CenterDriver({ ...base, routingProfiles: base.routingProfiles.map((profile) => (profile.id === profileR ? { ...profile, entries: profile.entries.slice(1) } : profile)) });
    center.agent('ana').sets('Available').customer(XAVER).dials();
    expect(center.agent('ana').state()).toBeNull();
  });

  test('goes to agents who became available together in one order, every time', () => {
    const chosen = new Set(['ana', 'ben'].map((first) => {
      const center = new CenterDriver(baseRig());
      for (const name of [first, 'ana', 'ben']) center.agent(name).sets('Available');
      center.customer(XAVER).dials();
      return center.agent('ana').state() === null ? 'ben' : 'ana';
    }));
    expect(chosen.size).toBe(1);
  });
});
