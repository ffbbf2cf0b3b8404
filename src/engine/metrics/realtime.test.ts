import { describe, expect, test } from 'vitest';
import { anAgent, aQueue, baseRig, ids } from '../../testing/builders.ts';
import { at, CenterDriver } from '../../testing/center-driver.ts';
import { seconds } from '../core/time.ts';
import { agentActivity, queueFigures, type QueueFigures } from './realtime.ts';

const JOHN = '+12065550142';
const figures = (center: CenterDriver, queue = 'CallbackQueue'): QueueFigures => queueFigures(center.center, ids.queue(queue));
const activity = (center: CenterDriver): readonly [string, string | null] => {
  const { activity: doing, contactState } = agentActivity(center.center, ids.agent('ana'));
  return [doing, contactState];
};

/** The seed's day, with ana alone: she is offline until 11:39:00 and accepts at once. */
function seedDay(): CenterDriver {
  const center = new CenterDriver(baseRig({ agents: [anAgent('ana')] }));
  center.customer(JOHN).behaves({ does: 'answers', afterMs: seconds(0), hangsUpAfterMs: null });
  return center.to('11:35:00').customer(JOHN).dials();
}

describe('the figures of a queue', () => {
  test('are those of the seed’s day', () => {
    const center = seedDay().to('11:36:00');
    expect(figures(center, 'InboundQueue')).toMatchObject({ CONTACTS_IN_QUEUE: 1, OLDEST_CONTACT_AGE: 60 });
    center.to('11:37:00').customer(JOHN).requestsCallback();
    center.to('11:37:30');
    expect(figures(center)).toMatchObject({ CONTACTS_SCHEDULED: 1, CONTACTS_IN_QUEUE: 0, OLDEST_CONTACT_AGE: 0 });
    expect(figures(center, 'InboundQueue')).toMatchObject({ CONTACTS_IN_QUEUE: 0, OLDEST_CONTACT_AGE: 0 });
    center.to('11:38:50');
    expect(figures(center)).toMatchObject({ CONTACTS_SCHEDULED: 0, CONTACTS_IN_QUEUE: 1, OLDEST_CONTACT_AGE: 11 });
    center.to('11:39:00').agent('ana').sets('Available');
    expect([figures(center), activity(center)]).toMatchObject([{ CONTACTS_IN_QUEUE: 1, AGENTS_AVAILABLE: 0, AGENTS_ON_CONTACT: 0, SLOTS_AVAILABLE: 0 }, ['Incoming', 'Callback incoming']]);
    center.agent('ana').accepts().to('11:39:05');
    expect([figures(center), activity(center)]).toMatchObject([{ CONTACTS_IN_QUEUE: 0, AGENTS_ON_CONTACT: 1, SLOTS_ACTIVE: 1 }, ['On contact', 'Callback dialing']]);
    center.to('11:40:00');
    expect(activity(center)).toEqual(['On contact', 'Connected']);
    center.agent('ana').holds();
    expect(activity(center)).toEqual(['On contact', 'On hold']);
    center.to('11:45:00').customer(JOHN).hangsUp();
    center.to('11:45:30');
    expect([figures(center), activity(center)]).toMatchObject([{ AGENTS_AFTER_CONTACT_WORK: 1, AGENTS_ON_CONTACT: 1, AGENTS_AVAILABLE: 0 }, ['After contact work', 'After contact work']]);
  });

  test('move a contact from Scheduled to In queue with its delay, and out when it is accepted', () => {
    const rig = baseRig();
    const center = new CenterDriver({ ...rig, callback: rig.callback && { ...rig.callback, initialDelayMs: seconds(30) } });
    center.customer(JOHN).dials();
    center.customer(JOHN).requestsCallback();
    const now = (): readonly number[] => [figures(center).CONTACTS_SCHEDULED, figures(center).CONTACTS_IN_QUEUE, figures(center).OLDEST_CONTACT_AGE];
    center.wait(20);
    expect(now()).toEqual([1, 0, 0]);
    center.wait(15);
    expect(now()).toEqual([0, 1, 5]);
    center.wait(3).agent('ana').sets('Available');
    center.wait(2).agent('ana').accepts();
    expect(now()).toEqual([0, 0, 0]);
  });

  test('count thirty agents in custom statuses, one of them on a contact, as the definitions do', () => {
    const names = Array.from({ length: 30 }, (_, index) => `agent${index}`);
    const center = new CenterDriver(baseRig({ agents: names.map((name) => anAgent(name)) }));
    for (const name of names.slice(1)) center.agent(name).sets('Break');
    expect(figures(center)).toMatchObject({ AGENTS_ONLINE: 29, AGENTS_NON_PRODUCTIVE: 29, AGENTS_STAFFED: 0, AGENTS_AVAILABLE: 0, AGENTS_ERROR: 0, AGENTS_AFTER_CONTACT_WORK: 0 });
    center.agent('agent0').sets('Available');
    expect(figures(center)).toMatchObject({ AGENTS_ONLINE: 30, AGENTS_STAFFED: 1, AGENTS_AVAILABLE: 1, SLOTS_AVAILABLE: 1 });
  });

  test('count who missed or failed in Error, not in Available, and each under the queues they serve', () => {
    const center = new CenterDriver(baseRig({ agents: [anAgent('ana')], queues: [aQueue('InboundQueue'), aQueue('CallbackQueue'), aQueue('Elsewhere')] }));
    center.agent('ana').sets('Available').customer(JOHN).dials();
    center.wait(20);
    expect([figures(center), activity(center)]).toMatchObject([{ AGENTS_ERROR: 1, AGENTS_AVAILABLE: 0, AGENTS_STAFFED: 1, AGENTS_ONLINE: 1, AGENTS_ON_CONTACT: 0 }, ['Missed', 'Missed contact']]);
    expect(figures(center, 'InboundQueue')).toMatchObject({ AGENTS_ERROR: 1, CONTACTS_IN_QUEUE: 1 });
    expect(figures(center, 'Elsewhere')).toMatchObject({ AGENTS_ERROR: 0, AGENTS_ONLINE: 0, CONTACTS_IN_QUEUE: 0 });
  });

  test('of a queue that is not there are all zero', () => expect(new Set(Object.values(figures(new CenterDriver(), 'Nowhere')))).toEqual(new Set([0])));
});

describe('what an agent is doing', () => {
  test('follows a call from ringing to its end', () => {
    const center = new CenterDriver(baseRig({ agents: [anAgent('ana')] }));
    expect(activity(center)).toEqual(['Offline', null]);
    center.agent('ana').sets('Available').customer(JOHN).dials();
    expect(activity(center)[0]).toBe('Incoming');
    center.agent('ana').accepts();
    expect(activity(center)).toEqual(['On contact', 'Connected']);
    center.customer(JOHN).hangsUp();
    expect(activity(center)[0]).toBe('After contact work');
    center.agent('ana').sets('Lunch');
    expect(activity(center)).toEqual(['Lunch', null]);
  });

  test('lasts as long as the activity does, whatever states the contact and the status go through meanwhile (spec §3.3)', () => {
    const center = seedDay();
    const since = (): number => agentActivity(center.center, ids.agent('ana')).sinceMs;
    center.to('11:37:00').customer(JOHN).requestsCallback().to('11:38:00').agent('ana').sets('Available').to('11:38:40');
    expect([activity(center)[0], since()]).toEqual(['Incoming', at('11:38:39')]);
    center.to('11:38:50').agent('ana').accepts();
    center.to('11:42:00').agent('ana').holds().agent('ana').sets('Lunch').agent('ana').sets('Available');
    expect([activity(center), since()]).toEqual([['On contact', 'On hold'], at('11:38:50')]);
    center.to('11:45:00').customer(JOHN).hangsUp();
    expect(since()).toBe(at('11:45:00'));
    center.to('11:46:00').agent('ana').clears();
    expect([activity(center)[0], since(), center.center.agents.get(ids.agent('ana'))?.statusSinceMs]).toEqual(['Available', at('11:46:00'), at('11:38:00')]);
  });

  test('is on contact in a whisper before a call is joined, and while they dial somebody themselves', () => {
    const center = new CenterDriver(baseRig({ agents: [anAgent('ana')], queues: [aQueue('InboundQueue', { agentWhisperFlowId: ids.flow('agent whisper') }), aQueue('CallbackQueue')] }));
    center.agent('ana').sets('Available').customer(JOHN).dials().agent('ana').accepts();
    expect(activity(center)).toEqual(['On contact', 'Connecting']);
    center.customer(JOHN).hangsUp().agent('ana').clears().agent('ana').dials(JOHN).wait(2);
    expect(activity(center)).toEqual(['On contact', 'Outbound contact']);
  });

  test('is an error after a dial that nobody answered', () => {
    const center = seedDay();
    center.customer(JOHN).behaves({ does: 'noAnswer' });
    center.to('11:37:00').customer(JOHN).requestsCallback();
    center.to('11:39:00').agent('ana').sets('Available').agent('ana').accepts().to('11:40:00');
    expect(activity(center)).toEqual(['On contact', 'Callback dialing']);
    center.to('11:40:10');
    expect([activity(center), figures(center).AGENTS_ERROR]).toEqual([['Error', 'Error'], 1]);
  });
});
