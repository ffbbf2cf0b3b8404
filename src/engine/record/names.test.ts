import { describe, expect, test } from 'vitest';
import { aFlow, anAgent, aQueue, baseRig, ids, plainNumbers } from '../../testing/builders.ts';
import { CenterDriver } from '../../testing/center-driver.ts';
import { contactsOf, JOHN, talking } from '../../testing/talking.ts';
import { must } from '../core/assert.ts';
import { asE164 } from '../core/e164.ts';
import type { InstanceId, RoutingProfileId } from '../core/ids.ts';
import { seconds } from '../core/time.ts';
import { resumeEngine } from '../engine.ts';
import { metricValues } from '../metrics/metric-data.ts';
import type { Snapshot } from '../snapshot.ts';
import { recordDeliveries } from '../streams/record-deliveries.ts';
import type { Instance } from '../tenant/model.ts';
import { defaultPolicy } from '../tenant/policy.ts';
import { contactRecords } from './assemble.ts';
import type { ContactRecord } from './model.ts';
import { nameIn } from './names.ts';

const MARY = '+12065550187';
const customers = (name: string): Instance['customers'] => [{ number: asE164(JOHN), name, reason: null }];
const rigOf = (suffix: string): Partial<Instance> => ({
  queues: [aQueue('InboundQueue', { name: `In${suffix}` }), aQueue('CallbackQueue', { name: `Back${suffix}` })],
  agents: [anAgent('ana', { username: `ana${suffix}` }), anAgent('ben')],
  routingProfiles: baseRig().routingProfiles.map((profile) => ({ ...profile, name: `R${suffix}` })),
  customers: customers(`John${suffix}`),
  // Whatever the queue is called, the flow means the same one.
  flows: baseRig().flows.map((flow) => ({ ...flow, mapping: { InboundQueue: ids.queue('InboundQueue') } })),
});
const configure = (center: CenterDriver, changes: Partial<Instance>): CenterDriver => center.send({ type: 'instance.configure', instance: baseRig(changes) });
const namesIn = (record: ContactRecord | undefined): unknown => [record?.Queue?.Name, record?.Agent?.Username, record?.Agent?.RoutingProfile.Name, record?.Ringback.CustomerName];
const ofVersion = (suffix: string): unknown => [`In${suffix}`, `ana${suffix}`, `R${suffix}`, `John${suffix}`];

/** John has been talked with, and ana has cleared the contact. */
const over = (changes: Partial<Instance> = rigOf('')): CenterDriver => talking(changes, 'Offline').customer(JOHN).hangsUp().agent('ana').clears();
const serve = (center: CenterDriver): CenterDriver => center.customer(JOHN).dials().agent('ana').accepts().customer(JOHN).hangsUp();

describe('a complete record', () => {
  test('keeps the names of its time when queue, agent, profile and customer are called anew', () => {
    const center = over();
    const [before] = center.records();
    expect(namesIn(before)).toEqual(ofVersion(''));
    expect(configure(center, rigOf(' 2')).records()).toEqual([before]);
    serve(center).agent('ana').clears();
    configure(center, rigOf(' 3'));
    expect(center.records().map(namesIn)).toEqual([ofVersion(''), ofVersion(' 2')]);
  });

  test('keeps them through the journal, through a snapshot and what came after it, and as it was delivered', () => {
    const center = over();
    const snapshot = JSON.parse(JSON.stringify(center.engine.snapshot())) as Snapshot;
    configure(serve(configure(center, rigOf(' 2'))).agent('ana').clears(), rigOf(' 3'));
    const records = center.records();
    expect(contactRecords(resumeEngine(snapshot, center.commits.slice(snapshot.seq), plainNumbers).center)).toEqual(records);
    expect(contactRecords(resumeEngine(center.engine.snapshot(), [], plainNumbers).center)).toEqual(records);
    expect(center.restart().records()).toEqual(records);
    const delivered = new Map(recordDeliveries(center.commits, 1, plainNumbers).map(({ record }) => [record.ContactId, record]));
    expect([...delivered.values()]).toEqual(records);
  });

  test('is that of its completion, however short before or after it something was called anew', () => {
    const center = over();
    serve(configure(center, rigOf(' 2'))).agent('ana').clears();
    serve(configure(center, rigOf(' 3'))).agent('ana').clears();
    expect(new Set(contactsOf(center).map(({ completedAtMs }) => completedAtMs)).size).toBe(1);
    expect(center.records().map(namesIn)).toEqual([ofVersion(''), ofVersion(' 2'), ofVersion(' 3')]);
  });

  test('keeps the names of what is taken out of the instance, and its ARN', () => {
    const center = over();
    const [before] = center.records();
    configure(center, { id: 'other' as InstanceId, queues: [], agents: [], routingProfiles: [], customers: [] });
    expect(center.records()).toEqual([before]);
  });

  test('grows by attributes that are set later, and by nothing else', () => {
    const center = configure(over(), rigOf(' 2'));
    const contactId = must(contactsOf(center)[0], 'the contact').id;
    center.send({ type: 'contact.setAttributes', contactId, attributes: { case: '42' } });
    expect([namesIn(center.records()[0]), center.records()[0]?.Attributes['case']]).toEqual([ofVersion(''), '42']);
  });

  test('is written by the decisions of its time, and metrics read it so', () => {
    const center = new CenterDriver().to('11:35:00').customer(JOHN).dials().customer(JOHN).requestsCallback();
    center.customer(JOHN).behaves({ does: 'answers', afterMs: seconds(0), hangsUpAfterMs: null });
    center.to('11:39:00').agent('ana').sets('Available').agent('ana').accepts().to('11:40:00').customer(JOHN).hangsUp();
    const policy: Instance['policy'] = { ...defaultPolicy, queueDuration: 'enqueueToDequeue', dequeueMoment: 'offer', connectionAttempts: 'accepts', callbackSystemEndpoint: 'softphone', withoutCallerId: 'anonymous' };
    const answerTime = (): unknown => metricValues(center.center, { scope: { queueIds: [ids.queue('CallbackQueue')] }, metrics: [{ name: 'AVG_QUEUE_ANSWER_TIME', threshold: 0, filters: [] }] }, 0, Infinity)[0];
    const read = (): unknown => [center.records()[1]?.Queue?.Duration, answerTime(), center.records()[1]?.SystemEndpoint?.Address];
    const seedMode = [240, 240, '+18005550199'];
    // While ana wraps up, the record is not complete: it is written anew.
    expect([read(), (configure(center, { policy }), read())]).toEqual([seedMode, [141, 141, 'Softphone']]);
    configure(center, {}).agent('ana').clears();
    expect([read(), (configure(center, { policy }), read())]).toEqual([seedMode, seedMode]);
  });
});

describe('a record that is not complete', () => {
  test('has the present names', () => {
    const center = talking(rigOf(''), 'Offline').customer(JOHN).hangsUp();
    expect(namesIn(configure(center, rigOf(' 2')).records()[0])).toEqual(ofVersion(' 2'));
    expect(namesIn(configure(center.agent('ana').clears(), rigOf(' 3')).records()[0])).toEqual(ofVersion(' 2'));
  });

  test('has the last known names of what was taken out meanwhile', () => {
    const center = talking(rigOf(''), 'Offline');
    configure(center, { queues: [], agents: [], routingProfiles: [] }).customer(JOHN).hangsUp();
    expect(namesIn(center.records()[0])).toEqual(['In', 'ana', 'R', 'John']);
  });

  test('has no name of a customer whom nobody knows any more', () => {
    const center = serve(configure(over(), { ...rigOf(''), customers: [] }));
    expect(center.records().map(({ Ringback }) => Ringback.CustomerName)).toEqual(['John', null]);
  });

  test('names the profile that the agent has now, without a name where there never was such a profile', () => {
    const center = talking({}, 'Offline');
    const routingProfileId = 'nowhere' as RoutingProfileId;
    configure(center, { agents: [anAgent('ana', { routingProfileId })] }).customer(JOHN).hangsUp();
    expect(center.records()[0]?.Agent?.RoutingProfile).toMatchObject({ ARN: expect.stringContaining('/routing-profile/nowhere'), Name: '' });
  });
});

test('an agent’s own queue is recorded under the name that the agent had', () => {
  const center = new CenterDriver(baseRig(rigOf('')));
  center.send({ type: 'callback.request', number: asE164(MARY), queueId: `agent/${ids.agent('ana')}` as never, initialDelayMs: seconds(0), retries: 0, retryDelayMs: seconds(1), attributes: {} });
  center.send({ type: 'callback.cancel', contactId: must(contactsOf(center)[0], 'the callback').id });
  expect(configure(center, rigOf(' 2')).records()[0]?.Queue?.Name).toBe('ana');
});

describe('what is kept of configurations', () => {
  const sizeOf = ({ center: { names } }: CenterDriver): number => JSON.stringify(Object.values(names).map((part) => (part instanceof Map ? [...part] : part))).length;

  test('grows by what is called otherwise alone', () => {
    const center = over();
    const before = sizeOf(center);
    const flow = aFlow('another', 'CONTACT_FLOW', [{ Identifier: 'bye', Type: 'DisconnectParticipant' }]);
    center.send({ type: 'flow.save', flow }).send({ type: 'prompt.save', prompt: { ...must(baseRig().prompts[0], 'a prompt'), text: 'Hello!' } });
    center.send({ type: 'queue.assignFlow', queueId: ids.queue('InboundQueue'), use: 'customerQueue', flowId: flow.id });
    configure(center, { ...rigOf(''), callback: null, policy: { ...defaultPolicy, callbackAttempts: 'everyUnanswered' } });
    expect([sizeOf(center), center.center.names.versions.length]).toEqual([before, 1]);
    configure(center, { ...rigOf(''), customers: customers('Jack') });
    expect([center.center.names.versions.length, center.center.names.customers.get(asE164(JOHN))?.length, center.center.names.queues.get(ids.queue('InboundQueue'))?.length]).toEqual([2, 2, 1]);
  });

  test.each<[string, Partial<Instance>]>([
    ['a queue and a profile', { queues: [aQueue('InboundQueue', { name: 'Anew' })], routingProfiles: baseRig().routingProfiles.map((profile) => ({ ...profile, name: 'Anew' })) }],
    ['a queue and an agent', { queues: [aQueue('InboundQueue', { name: 'Anew' })], agents: [anAgent('ana', { username: 'anew' })] }],
    ['an agent’s name and profile', { agents: [anAgent('ana', { username: 'anew', routingProfileId: 'anew' as RoutingProfileId })] }],
    ['a profile and a customer', { routingProfiles: baseRig().routingProfiles.map((profile) => ({ ...profile, name: 'Anew' })), customers: customers('Anew') }],
    ['a queue, and a customer who is not known any more', { queues: [aQueue('InboundQueue', { name: 'Anew' })], customers: [] }],
    ['a customer, and another who is not known any more', { customers: [{ number: asE164(MARY), name: 'Mary', reason: null }] }],
    ['one decision', { policy: { ...defaultPolicy, dequeueMoment: 'offer' } }],
  ])('grows by one version however much is called otherwise at once: %s', (_what, changes) => {
    const center = new CenterDriver(baseRig({ customers: customers('John') }));
    configure(center, { customers: customers('John'), ...changes });
    expect(center.center.names.versions.length).toBe(2);
  });

  test('tells nothing of what was not heard of by then', () => {
    const center = new CenterDriver(baseRig({ agents: [] }));
    const { names } = configure(center, {}).center;
    expect([0, 1].map((version) => nameIn(names.usernames, ids.agent('ana'), version))).toEqual([undefined, 'ana']);
  });

  test('says once that a customer is not known any more', () => {
    const center = configure(configure(over(), { ...rigOf(''), customers: [] }), { ...rigOf(''), customers: [] });
    expect(center.center.names.customers.get(asE164(JOHN))?.map(({ value }) => value)).toEqual(['John', null]);
  });
});
