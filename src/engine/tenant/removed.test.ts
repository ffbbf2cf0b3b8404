import { describe, expect, test } from 'vitest';
import { anAgent, aQueue, baseRig, ids, profileR } from '../../testing/builders.ts';
import { CenterDriver } from '../../testing/center-driver.ts';
import { JOHN, talking } from '../../testing/talking.ts';
import { agentEvents } from '../../testing/told.ts';
import { seconds } from '../core/time.ts';
import { currentMetricData } from '../metrics/current.ts';
import { userData } from '../metrics/user-data.ts';
import { queueFigures } from '../metrics/realtime.ts';
import { metricData } from '../metrics/metric-data.ts';
import { queueConfigOf } from '../queue/agent-queue.ts';
import type { Instance } from './model.ts';

const configure = (center: CenterDriver, changes: Partial<Instance>): CenterDriver => center.send({ type: 'instance.configure', instance: baseRig(changes) });
const inbound = (center: CenterDriver) => queueFigures(center.center, ids.queue('InboundQueue'));
const lastTold = (center: CenterDriver) => agentEvents(center).at(-1);

describe('an agent taken out of the instance', () => {
  test('counts nowhere and is offered nothing, though they were idle', () => {
    const center = new CenterDriver().agent('ana').sets('Available');
    expect(inbound(center).AGENTS_AVAILABLE).toBe(1);
    configure(center, { agents: [anAgent('ben')] }).customer(JOHN).dials();
    expect([inbound(center).AGENTS_ONLINE, inbound(center).AGENTS_AVAILABLE, center.agent('ana').state()]).toEqual([0, 0, null]);
    expect(userData(center.center).map(({ agentId }) => agentId)).toEqual([ids.agent('ben')]);
    expect([...center.center.idle.longest([{ profileId: profileR, entry: { delayMs: seconds(0) } }], 0, () => true)?.agentId ?? []]).toEqual([]);
  });

  test('is counted under no status, whichever they are in', () => {
    const center = new CenterDriver().agent('ana').sets('Break').agent('ben').sets('Available');
    const byStatus = () => currentMetricData(center.center, { queueIds: [ids.queue('InboundQueue')], profileIds: null, groupings: ['AGENT_STATUS'] }).map(({ statusName, figures }) => [statusName, figures.AGENTS_ONLINE]);
    expect(byStatus()).toEqual([['Break', 1], ['Available', 1]]);
    configure(center, { agents: [anAgent('ben')] });
    expect(byStatus()).toEqual([['Available', 1]]);
  });

  test('ends what they were at, and the record keeps what is known', () => {
    const center = configure(talking({}, 'Offline'), { agents: [anAgent('ben')] });
    center.customer(JOHN).hangsUp();
    expect(center.records()[0]).toMatchObject({ DisconnectReason: 'CUSTOMER_DISCONNECT', Agent: { Username: 'ana', RoutingProfile: { Name: 'R' }, ConnectedToAgentTimestamp: '2024-01-10T11:40:00Z' } });
    center.agent('ana').clears();
    expect(lastTold(center)).toMatchObject({ EventType: 'STATE_CHANGE', CurrentAgentSnapshot: { Configuration: { FirstName: '', LastName: '', Username: '', RoutingProfile: { Name: '', InboundQueues: [], DefaultOutboundQueue: null } } } });
  });

  test('is of no profile in metrics, and comes back as they were', () => {
    const center = configure(talking({}, 'Offline'), { agents: [anAgent('ben')] });
    center.customer(JOHN).hangsUp();
    const ask = () => metricData(center.center, { windows: [{ fromMs: 0, toMs: Infinity }], scope: {}, groupings: ['ROUTING_PROFILE'], metrics: [{ name: 'CONTACTS_HANDLED', threshold: 0, filters: [] }] });
    expect(ask()).toEqual([]);
    configure(center, {});
    expect(ask()).toMatchObject([{ dimensions: { ROUTING_PROFILE: profileR }, values: [1] }]);
    expect(inbound(center).AGENTS_AFTER_CONTACT_WORK).toBe(1);
  });

  test('spends no time online until they come back', () => {
    const center = new CenterDriver().agent('ana').sets('Available').wait(60);
    configure(center, { agents: [anAgent('ben')] }).wait(600);
    const time = () => metricData(center.center, {
      windows: [{ fromMs: 0, toMs: Infinity }], scope: { agentIds: [ids.agent('ana')] }, groupings: [], metrics: [{ name: 'SUM_ONLINE_TIME_AGENT', threshold: 0, filters: [] }, { name: 'SUM_IDLE_TIME_AGENT', threshold: 0, filters: [] }],
    }).map(({ values }) => values);
    expect(time()).toEqual([[60, 60]]);
    configure(center, {}).wait(5);
    expect(time()).toEqual([[65, 65]]);
  });

  test('has no queue of their own any more', () => {
    const center = configure(new CenterDriver(), { agents: [anAgent('ben')] });
    expect(center.ask({ type: 'callback.request', number: JOHN as never, queueId: `agent/${ids.agent('ana')}` as never, initialDelayMs: 0 as never, retries: 0, retryDelayMs: 1 as never, attributes: {} })).toEqual({ code: 'NO_SUCH_QUEUE' });
  });
});

describe('a status taken out of the instance', () => {
  const statuses = baseRig().statuses.filter(({ name }) => name !== 'Break' && name !== 'Lunch');

  test('is as good as Offline for whoever is in it', () => {
    const center = configure(new CenterDriver().agent('ana').sets('Break'), { statuses });
    expect([inbound(center).AGENTS_ONLINE, inbound(center).AGENTS_NON_PRODUCTIVE, center.agent('ana').activity()]).toEqual([0, 0, '']);
    expect(userData(center.center)).toMatchObject([{ activity: '', online: false }, { activity: 'Offline', online: false }]);
    center.agent('ana').dials('+12065550111');
    expect(lastTold(center)).toMatchObject({ CurrentAgentSnapshot: { AgentStatus: { Name: '', Type: 'OFFLINE' } } });
  });

  test('is still told as the next one, without its name', () => {
    const center = talking({}, 'Offline').agent('ana').sets('Lunch');
    configure(center, { statuses }).customer(JOHN).hangsUp();
    expect(lastTold(center)).toMatchObject({ CurrentAgentSnapshot: { NextAgentStatus: { Name: '' } } });
  });
});

describe('statuses', () => {
  test('need not hold an Offline: everybody begins in the first', () => {
    const center = new CenterDriver(baseRig({ statuses: baseRig().statuses.filter(({ type }) => type === 'CUSTOM') }));
    expect([center.agent('ana').status(), inbound(center).AGENTS_NON_PRODUCTIVE]).toEqual(['Break', 2]);
    center.agent('ana').sets('Lunch');
    expect(lastTold(center)).toMatchObject({ EventType: 'STATE_CHANGE', PreviousAgentSnapshot: { AgentStatus: { Name: 'Break' } }, CurrentAgentSnapshot: { AgentStatus: { Name: 'Lunch' } } });
  });

  test('may be none at all: then there are no agents to speak of', () => {
    const center = new CenterDriver(baseRig({ statuses: [] }));
    expect([center.center.agents.size, userData(center.center), agentEvents(center)]).toEqual([0, [], []]);
  });

  test('may hold several Offline ones: between them nobody logs in or out', () => {
    const rig = baseRig();
    const center = new CenterDriver(baseRig({ statuses: [...rig.statuses, { id: ids.status('Home'), name: 'Home', type: 'OFFLINE' }] })).agent('ana').sets('Home');
    expect(lastTold(center)).toBeUndefined();
    center.agent('ana').sets('Available');
    expect(lastTold(center)).toMatchObject({ EventType: 'LOGIN', PreviousAgentSnapshot: { AgentStatus: { Name: 'Offline' } } });
  });
});

describe('a queue taken out of the instance', () => {
  test('is recorded by the name it had for whoever waited in it', () => {
    const center = configure(new CenterDriver().customer(JOHN).dials(), { queues: [aQueue('CallbackQueue')] });
    center.customer(JOHN).hangsUp();
    expect(center.records()[0]?.Queue).toMatchObject({ ARN: expect.stringContaining(ids.queue('InboundQueue')), Name: 'InboundQueue' });
  });

  test('of a profile is told to the agent’s stream without its name', () => {
    const center = configure(new CenterDriver(), { queues: [aQueue('CallbackQueue')] }).agent('ana').sets('Available');
    const profile = lastTold(center)?.CurrentAgentSnapshot.Configuration.RoutingProfile;
    expect(profile?.InboundQueues.map(({ Name }) => Name)).toEqual(['', 'CallbackQueue']);
    expect(profile?.DefaultOutboundQueue?.Name).toBe('');
  });
});

describe('a routing profile taken out of the instance', () => {
  test('leaves its agents without work', () => {
    const center = configure(new CenterDriver().customer(JOHN).dials(), { routingProfiles: [] }).agent('ana').sets('Available');
    expect(center.agent('ana').state()).toBeNull();
    configure(center, {});
    expect(center.agent('ana').state()).toBe('CONNECTING');
  });
});

describe('an agent’s own queue', () => {
  const outboundOf = (changes: Partial<Instance>) => {
    const center = new CenterDriver(baseRig({ agents: [anAgent('ana')], ...changes }));
    center.send({ type: 'callback.request', number: JOHN as never, queueId: `agent/${ids.agent('ana')}` as never, initialDelayMs: 99 as never, retries: 0, retryDelayMs: 1 as never, attributes: {} });
    return [...center.center.contacts.values()][0]?.systemNumber;
  };

  test('has the caller id of the profile’s outbound queue, else that of the first queue', () => {
    const queues = [aQueue('InboundQueue', { outboundCallerId: '+18005550101' as never }), aQueue('CallbackQueue', { outboundCallerId: '+18005550102' as never })];
    const profile = (defaultOutboundQueueId: string | null) => baseRig().routingProfiles.map((each) => ({ ...each, defaultOutboundQueueId: defaultOutboundQueueId as never }));
    expect(outboundOf({ queues, routingProfiles: profile(ids.queue('CallbackQueue')) })).toBe('+18005550102');
    expect(outboundOf({ queues, routingProfiles: profile(null) })).toBe('+18005550101');
    expect(outboundOf({ queues, routingProfiles: [] })).toBe('+18005550101');
    expect(outboundOf({ queues: [] })).toBeNull();
  });

  test('is open, takes ten, and has the outbound queue’s caller name and whisper', () => {
    const queues = [aQueue('InboundQueue', { outboundCallerIdName: 'Ringback', outboundWhisperFlowId: ids.flow('main') })];
    const { config } = new CenterDriver(baseRig({ queues })).center;
    expect(queueConfigOf(config, `agent/${ids.agent('ana')}` as never)).toEqual({ ...aQueue('InboundQueue'), id: `agent/${ids.agent('ana')}`, name: 'ana', hoursId: null, maxContacts: 10, outboundCallerIdName: 'Ringback', outboundWhisperFlowId: ids.flow('main') });
  });
});
