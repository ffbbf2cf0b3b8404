import { describe, expect, test } from 'vitest';
import { aQueue, baseRig, ids } from '../../testing/builders.ts';
import { CenterDriver } from '../../testing/center-driver.ts';
import { JOHN } from '../../testing/talking.ts';
import type { HoursId } from '../core/ids.ts';
import { seconds } from '../core/time.ts';
import { followUps } from '../policies.ts';
import type { HoursOfOperation, Instance, OpenSlice } from './model.ts';
import { defaultPolicy } from './policy.ts';

const office = 'office' as HoursId;
/** The scenarios' day is a Wednesday. */
const hours = (open: readonly OpenSlice[] | '24x7'): HoursOfOperation => ({ id: office, name: 'Office', zone: { zone: 'UTC', changes: [] }, open });
const wednesday = (from: number, to: number): OpenSlice => ({ day: 'WEDNESDAY', startMinute: from * 60, endMinute: to * 60 });
const everyDay = (['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'] as const).map((day): OpenSlice => ({ day, startMinute: 0, endMinute: 0 }));

/** Callbacks are held back while the callback queue's hours are closed (decision #11). */
function rig(open: readonly OpenSlice[] | '24x7', hoursId: HoursId | null = office, held = true): Instance {
  const base = baseRig();
  return baseRig({
    hours: [...base.hours, hours(open)], queues: [aQueue('InboundQueue', { hoursId }), aQueue('CallbackQueue', { hoursId })],
    callback: base.callback && { ...base.callback, initialDelayMs: seconds(0) }, policy: { ...defaultPolicy, hoursHoldBackCallbacks: held },
  });
}

/** John asks for a callback at 11:37 and ana is idle. */
function asked(instance: Instance): CenterDriver {
  const center = new CenterDriver(instance).customer(JOHN).dials().to('11:37:00').customer(JOHN).requestsCallback();
  return center.agent('ana').sets('Available');
}
const openings = (center: CenterDriver): number => ['InboundQueue', 'CallbackQueue'].filter((name) => center.center.timers.get('opening', ids.queue(name)) !== undefined).length;

describe('with decision #11, a queued callback', () => {
  test('waits while the hours of its queue are closed, and is offered at the instant of opening', () => {
    const center = asked(rig([wednesday(13, 17)]));
    expect(center.to('12:59:59.999').agent('ana').state()).toBeNull();
    expect(center.to('13:00:00').agent('ana').state()).toBe('INCOMING');
  });

  test('is offered as long as they are open, and waits for the next opening after that', () => {
    expect(asked(rig([wednesday(9, 17)])).agent('ana').state()).toBe('INCOMING');
    const center = new CenterDriver(rig([wednesday(9, 12), wednesday(14, 17)])).customer(JOHN).dials().to('11:59:59').customer(JOHN).requestsCallback();
    center.to('12:00:00').agent('ana').sets('Available');
    expect(center.agent('ana').state()).toBeNull();
    expect(center.to('14:00:00').agent('ana').state()).toBe('INCOMING');
  });

  test('waits for every opening there is, not the first alone', () => {
    const center = new CenterDriver(rig([wednesday(9, 12), wednesday(13, 14), wednesday(15, 17)])).to('14:30:00').customer(JOHN).dials().customer(JOHN).requestsCallback();
    center.agent('ana').sets('Available');
    expect(center.to('14:59:59.999').agent('ana').state()).toBeNull();
    expect(center.to('15:00:00').agent('ana').state()).toBe('INCOMING');
  });

  test('is never held back by a queue without hours, or by hours that never close', () => {
    for (const instance of [rig([], null), rig('24x7'), rig(everyDay)]) {
      const center = asked(instance);
      expect([center.agent('ana').state(), openings(center)]).toEqual(['INCOMING', 0]);
    }
  });

  test('is held back for good by hours that never open, and by hours that are unknown not at all', () => {
    const never = asked(rig([]));
    expect([never.to('23:00:00').agent('ana').state(), openings(never)]).toEqual([null, 0]);
    expect(asked(rig('24x7', 'gone' as HoursId)).agent('ana').state()).toBe('INCOMING');
  });

  test('is held back where a caller is not', () => {
    const center = new CenterDriver(rig([wednesday(13, 17)])).agent('ana').sets('Available').customer(JOHN).dials();
    expect(center.agent('ana').state()).toBe('CONNECTING');
  });

  test('of an agent’s own queue is not held back: it has no hours (spec §5.6)', () => {
    const center = new CenterDriver(rig([wednesday(13, 17)])).agent('ana').sets('Available');
    center.send({ type: 'callback.request', number: JOHN as never, queueId: `agent/${ids.agent('ana')}` as never, initialDelayMs: seconds(0), retries: 0, retryDelayMs: seconds(1), attributes: {} });
    expect(center.agent('ana').state()).toBe('INCOMING');
  });
});

test('when two queues open at once, the first agent sought gets the better contact, and the next agent the other', () => {
  const base = rig([wednesday(13, 17)]);
  // The queue that opens first is served second.
  const instance = { ...base, queues: base.queues.toReversed(), routingProfiles: base.routingProfiles.map((profile) => ({ ...profile, entries: profile.entries.map((entry) => ({ ...entry, priority: entry.queueId === ids.queue('CallbackQueue') ? 2 : 1 })) })) };
  const center = new CenterDriver(instance);
  const ask = (queue: string, number: string) => center.send({ type: 'callback.request', number: number as never, queueId: ids.queue(queue), initialDelayMs: seconds(0), retries: 0, retryDelayMs: seconds(1), attributes: {} });
  ask('CallbackQueue', JOHN);
  ask('InboundQueue', '+12065550143');
  center.agent('ana').sets('Available').wait(1).agent('ben').sets('Available').to('13:00:00');
  expect([center.agent('ana').contact().customerNumber, center.agent('ben').contact().customerNumber]).toEqual(['+12065550143', JOHN]);
});

test('a queue that opens asks those who are idle, longest first, however many wait in it', () => {
  const askedBy = ({ center }: CenterDriver): readonly unknown[] => {
    const next: unknown[] = [];
    followUps(center, { type: 'queue.opened', queueId: ids.queue('InboundQueue') }, { push: (directive) => void next.push(directive), pushLast: () => undefined });
    return next;
  };
  const crowded = new CenterDriver().customer(JOHN).dials().customer('+12065550143').dials().agent('ana').sets('Break');
  const idle = new CenterDriver().agent('ben').sets('Available').wait(1).agent('ana').sets('Available');
  expect([askedBy(crowded), askedBy(idle)]).toEqual([[], [{ do: 'route.agent', agentId: ids.agent('ben') }, { do: 'route.agent', agentId: ids.agent('ana') }]]);
});

test('without the decision hours hold nobody back, and set no deadline (spec §1.13)', () => {
  const center = asked(rig([wednesday(13, 17)], office, false));
  expect([center.agent('ana').state(), openings(center)]).toEqual(['INCOMING', 0]);
});

test('a callback whose queue has left the instance is held back by nothing, and no opening follows', () => {
  const center = asked(rig([wednesday(13, 17)]));
  expect(openings(center)).toBe(2);
  center.send({ type: 'instance.configure', instance: { ...rig([wednesday(13, 17)]), queues: [] } });
  expect(center.agent('ana').state()).toBe('INCOMING');
  expect(openings(center.to('14:00:00'))).toBe(0);
});
