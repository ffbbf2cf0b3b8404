import { describe, expect, test } from 'vitest';
import { anAgent, aQueue, baseRig, ids, profileR } from '../../testing/builders.ts';
import { at, CenterDriver } from '../../testing/center-driver.ts';
import { JOHN } from '../../testing/talking.ts';
import { asE164 } from '../core/e164.ts';
import type { QueueId, RoutingProfileId } from '../core/ids.ts';
import { seconds } from '../core/time.ts';
import { defaultPolicy } from '../tenant/policy.ts';
import { currentMetricData } from './current.ts';
import type { MetricName } from './definitions.ts';
import { metricData, type MetricGrouping, type MetricLine, type MetricScope, type MetricWish } from './metric-data.ts';
import { promiseLedger } from './promise-ledger.ts';
import { agentActivity, queueFigures } from './realtime.ts';
import { userData } from './user-data.ts';

const MARY = '+12065550143';
const inbound = ids.queue('InboundQueue');
const callbackQueue = ids.queue('CallbackQueue');
const profileB = 'profile-b' as RoutingProfileId;
type Filters = MetricWish['filters'];
const lines = (center: CenterDriver, groupings: readonly MetricGrouping[], names: readonly MetricName[], scope: MetricScope = {}, filters: Filters = []): readonly MetricLine[] =>
  metricData(center.center, { windows: [{ fromMs: 0, toMs: Infinity }], scope, groupings, metrics: names.map((name) => ({ name, threshold: 0, filters })) });

/** Profile R serves the inbound queue, B the callbacks; cleo has profile B. */
function twoProfiles(): CenterDriver {
  const rig = baseRig();
  const profile = (id: RoutingProfileId, queue: string) => ({ id, name: id, entries: [{ queueId: ids.queue(queue), priority: 1, delayMs: seconds(0) }], defaultOutboundQueueId: null, agentAvailabilityTimer: 'TIME_SINCE_LAST_ACTIVITY' as const });
  return new CenterDriver({
    ...rig, queues: [...rig.queues, aQueue('Nobody’s')], routingProfiles: [profile(profileR, 'InboundQueue'), profile(profileB, 'CallbackQueue')],
    agents: [anAgent('ana'), anAgent('ben'), anAgent('cleo', { routingProfileId: profileB })],
  });
}

describe('groups of a window', () => {
  test('are those in which what was asked for happened: nothing else makes a line', () => {
    const waiting = new CenterDriver().customer(JOHN).dials();
    expect(lines(waiting, ['QUEUE'], ['CONTACTS_HANDLED', 'CONTACTS_HANDLED_BY_CONNECTED_TO_AGENT', 'AGENT_ANSWER_RATE'])).toEqual([]);
    const missed = waiting.agent('ana').sets('Available').wait(20);
    expect(lines(missed, ['QUEUE'], ['CONTACTS_HANDLED'])).toEqual([]);
    expect(lines(missed, ['AGENT'], ['CONTACTS_HANDLED'])).toEqual([]);
    expect(lines(missed, ['AGENT'], ['AGENT_NON_RESPONSE'])).toMatchObject([{ values: [1] }]);
  });

  test('of agents are those who were online', () => {
    const center = new CenterDriver().agent('ana').sets('Break').wait(60);
    expect(lines(center, ['AGENT'], ['SUM_ONLINE_TIME_AGENT'])).toMatchObject([{ dimensions: { AGENT: ids.agent('ana') }, values: [60] }]);
  });

  test('add up the time of all their agents', () => {
    const center = new CenterDriver().agent('ana').sets('Break').agent('ben').sets('Available').wait(60).agent('ben').dials(MARY).wait(30);
    const names = ['SUM_ONLINE_TIME_AGENT', 'SUM_NON_PRODUCTIVE_TIME_AGENT', 'SUM_IDLE_TIME_AGENT', 'SUM_CONTACT_TIME_AGENT', 'SUM_ERROR_STATUS_TIME_AGENT'] as const;
    expect(lines(center, ['ROUTING_PROFILE'], names)).toMatchObject([{ dimensions: { ROUTING_PROFILE: profileR }, values: [180, 90, 60, 30, 0] }]);
    expect(lines(center, ['QUEUE'], names)).toEqual([]);
  });

  test('by profile leave out the contacts of an agent who is no longer there', () => {
    const center = new CenterDriver().agent('ana').sets('Available').customer(JOHN).dials().agent('ana').accepts().customer(JOHN).hangsUp().agent('ana').clears().agent('ana').sets('Offline');
    center.send({ type: 'instance.configure', instance: baseRig({ agents: [anAgent('ben')] }) });
    expect(lines(center, ['ROUTING_PROFILE'], ['CONTACTS_HANDLED'])).toEqual([]);
    expect(lines(center, ['AGENT'], ['CONTACTS_HANDLED'])).toMatchObject([{ values: [1] }]);
  });

  test('are told apart by each of what they are of, though put together the ids read alike', () => {
    const rig = baseRig();
    const serving = (id: string, queue: string) => ({ id: id as RoutingProfileId, name: id, entries: [{ queueId: queue as QueueId, priority: 1, delayMs: seconds(0) }], defaultOutboundQueueId: null, agentAvailabilityTimer: 'TIME_SINCE_LAST_ACTIVITY' as const });
    const center = new CenterDriver({
      ...rig, queues: [...rig.queues, aQueue('q', { id: 'q' as QueueId }), aQueue('q1', { id: 'q1' as QueueId })], routingProfiles: [serving('1p', 'q'), serving('p', 'q1')],
      agents: [anAgent('ana', { routingProfileId: '1p' as RoutingProfileId }), anAgent('ben', { routingProfileId: 'p' as RoutingProfileId })],
    }).agent('ana').sets('Available').agent('ben').sets('Available');
    for (const [number, queueId] of [[JOHN, 'q'], [MARY, 'q1']] as const) {
      center.send({ type: 'callback.request', number: asE164(number), queueId: queueId as QueueId, initialDelayMs: seconds(0), retries: 0, retryDelayMs: seconds(60), attributes: {} });
    }
    expect(lines(center.wait(20), ['QUEUE', 'ROUTING_PROFILE'], ['AGENT_NON_RESPONSE'])).toMatchObject([
      { dimensions: { QUEUE: 'q', ROUTING_PROFILE: '1p' }, values: [1] }, { dimensions: { QUEUE: 'q1', ROUTING_PROFILE: 'p' }, values: [1] },
    ]);
  });

  test('are of voice, the one channel there is', () => {
    const center = new CenterDriver().customer(JOHN).dials();
    expect([lines(center, [], ['CONTACTS_CREATED'], { channels: ['CHAT', 'VOICE'] }), lines(center, [], ['CONTACTS_CREATED'], { channels: ['CHAT'] })]).toMatchObject([[{ values: [1] }], []]);
  });
});

test('a metric counts what passes all of its filters', () => {
  const center = new CenterDriver().customer(JOHN).dials().customer(JOHN).hangsUp();
  const queued = (method: string, reason: string): unknown =>
    lines(center, [], ['CONTACTS_QUEUED'], {}, [{ key: 'INITIATION_METHOD', values: [method], negate: false }, { key: 'DISCONNECT_REASON', values: [reason], negate: false }])[0]?.values[0];
  expect([queued('INBOUND', 'CUSTOMER_DISCONNECT'), queued('CALLBACK', 'CUSTOMER_DISCONNECT'), queued('INBOUND', 'AGENT_DISCONNECT')]).toEqual([1, 0, 0]);
});

describe('the figures of now', () => {
  const figures = (center: CenterDriver, ask: Partial<Parameters<typeof currentMetricData>[1]>) =>
    currentMetricData(center.center, { queueIds: null, profileIds: null, groupings: [], ...ask }).map(({ queueId, profileId, statusName, figures: { CONTACTS_IN_QUEUE, AGENTS_ONLINE } }) => [statusName ?? profileId ?? queueId, CONTACTS_IN_QUEUE, AGENTS_ONLINE]);

  test('of a profile are of the queues that it serves and of its agents', () => {
    const center = twoProfiles().agent('ana').sets('Break').agent('ben').sets('Break').agent('cleo').sets('Break').customer(JOHN).dials();
    const both = { queueIds: [inbound, callbackQueue], profileIds: [profileR, profileB] };
    expect(figures(center, { ...both, groupings: ['ROUTING_PROFILE'] })).toEqual([[profileR, 1, 2], [profileB, 0, 1]]);
    expect(figures(center, { ...both, groupings: ['QUEUE'] })).toEqual([[inbound, 1, 2], [callbackQueue, 0, 1]]);
    expect(figures(center, { profileIds: [profileB], groupings: ['AGENT_STATUS'] })).toEqual([['Break', 0, 1]]);
  });

  test('have no group for a queue that no profile serves, nor for a profile that is not there', () => {
    const center = twoProfiles();
    expect(figures(center, { queueIds: [ids.queue('Nobody’s')], groupings: ['ROUTING_PROFILE'] })).toEqual([]);
    expect(figures(center, { profileIds: ['gone' as RoutingProfileId], groupings: ['QUEUE'] })).toEqual([]);
  });

  test('have the oldest of all who ring nowhere where ringing leaves the queue (decision #2)', () => {
    const center = new CenterDriver(baseRig({ policy: { ...defaultPolicy, dequeueMoment: 'offer' } })).customer(JOHN).dials().wait(30).customer(MARY).dials().wait(12);
    expect(queueFigures(center.center, inbound)).toMatchObject({ CONTACTS_IN_QUEUE: 2, OLDEST_CONTACT_AGE: 42 });
  });

  test('show an agent at whom a call rings as Incoming, for both columns', () => {
    const center = new CenterDriver().agent('ana').sets('Available').customer(JOHN).dials();
    expect(agentActivity(center.center, ids.agent('ana'))).toEqual({ activity: 'Incoming', contactState: 'Incoming', sinceMs: at('11:30:00') });
  });
});

describe('what an agent has in hand', () => {
  const ana = (center: CenterDriver) => userData(center.center)[0];

  test('is active from the accept to the end of the work, with the instant of the join', () => {
    const center = new CenterDriver().agent('ana').sets('Available').customer(JOHN).dials().wait(4);
    expect(ana(center)).toMatchObject({ active: false, available: false, contact: { connectedAtMs: null, stateSinceMs: at('11:30:00'), queueId: inbound, enqueuedAtMs: at('11:30:00') } });
    center.agent('ana').accepts().wait(6);
    expect(ana(center)).toMatchObject({ active: true, contact: { connectedAtMs: at('11:30:04'), state: 'CONNECTED' } });
    center.customer(JOHN).hangsUp();
    expect(ana(center)).toMatchObject({ active: true, activity: 'After contact work', contact: { state: 'ENDED' } });
    center.agent('ana').clears();
    expect(ana(center)).toMatchObject({ active: false, available: true, contact: null });
  });

  test('was connected to them, and not to whoever took a contact that they missed', () => {
    const center = new CenterDriver().agent('ana').sets('Available').wait(1).agent('ben').sets('Available').customer(JOHN).dials().wait(20).agent('ben').accepts();
    expect(userData(center.center)).toMatchObject([{ contact: { state: 'MISSED', connectedAtMs: null } }, { contact: { state: 'CONNECTED', connectedAtMs: at('11:30:21') } }]);
  });
});

test('a promise that is closed has the instant at which it was', () => {
  const center = new CenterDriver().customer(JOHN).dials().customer(JOHN).requestsCallback().wait(30);
  expect(promiseLedger(center.center).rows).toMatchObject([{ closedAtMs: null, cause: null }]);
  const [contactId] = [...center.center.openContacts];
  if (contactId) center.send({ type: 'callback.cancel', contactId });
  expect(promiseLedger(center.center).rows).toMatchObject([{ requestedAtMs: at('11:30:00'), closedAtMs: at('11:30:30'), cause: 'canceled' }]);
});
