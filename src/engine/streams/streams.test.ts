import { describe, expect, test } from 'vitest';
import { baseRig, plainNumbers } from '../../testing/builders.ts';
import { CenterDriver } from '../../testing/center-driver.ts';
import { contactEvents } from '../../testing/told.ts';
import { seconds } from '../core/time.ts';
import { contactRecords } from '../record/assemble.ts';
import { defaultPolicy } from '../tenant/policy.ts';
import { AgentEventStream, type AgentEvent } from './agent-events.ts';
import type { ContactRecord } from '../record/model.ts';
import { recordDeliveries, type RecordDelivery } from './record-deliveries.ts';

const JOHN = '+12065550142';

function seedDay(instance = baseRig()): CenterDriver {
  const center = new CenterDriver(instance);
  center.customer(JOHN).behaves({ does: 'answers', afterMs: seconds(0), hangsUpAfterMs: null });
  center.to('11:35:00').customer(JOHN).dials();
  center.to('11:37:00').customer(JOHN).requestsCallback();
  center.to('11:39:00').agent('ana').sets('Available').agent('ana').accepts();
  center.to('11:45:00').customer(JOHN).hangsUp();
  return center.to('11:46:00').agent('ana').clears();
}

const clock = (stamp: string): string => stamp.slice(11, 19);

describe('contact events', () => {
  test('of the seed’s day come in the seed’s order, with the milliseconds of the clock', () => {
    const center = seedDay();
    const told = contactEvents(center);
    const [inbound, callback] = [...new Set(told.map(({ detail }) => detail.contactId))];
    const of = (contactId: string | undefined) => told.filter(({ detail }) => detail.contactId === contactId).map(({ time, detail }) => [detail.eventType, clock(time)]);
    expect(of(inbound)).toEqual([['INITIATED', '11:35:00'], ['QUEUED', '11:35:00'], ['DISCONNECTED', '11:37:00'], ['COMPLETED', '11:37:00']]);
    expect(of(callback)).toEqual([['INITIATED', '11:37:00'], ['QUEUED', '11:38:39'], ['CONNECTED_TO_AGENT', '11:39:25'], ['DISCONNECTED', '11:45:00'], ['COMPLETED', '11:46:00']]);
    expect(new Set(told.map(({ id }) => id)).size).toBe(told.length);
    const joined = told.find(({ detail }) => detail.eventType === 'CONNECTED_TO_AGENT');
    expect(joined).toMatchObject({
      source: 'aws.connect', 'detail-type': 'Amazon Connect Contact Event', region: 'us-east-1',
      detail: {
        initialContactId: inbound, previousContactId: inbound, initiationMethod: 'CALLBACK', channel: 'VOICE',
        initiationTimestamp: '2024-01-10T11:37:00.000Z', connectedToSystemTimestamp: '2024-01-10T11:39:10.000Z',
        queueInfo: { queueType: 'STANDARD', enqueueTimestamp: '2024-01-10T11:38:39.000Z' }, agentInfo: { connectedToAgentTimestamp: '2024-01-10T11:39:25.000Z' },
      },
    });
    expect(joined?.detail).not.toHaveProperty('disconnectTimestamp');
  });

  test('tell of attributes that are set, after the end as well', () => {
    const center = seedDay();
    const contactId = contactRecords(center.center)[1]?.ContactId;
    center.send({ type: 'contact.setAttributes', contactId: contactId as never, attributes: { case: '42' } });
    const last = contactEvents(center).at(-1);
    expect(last?.detail).toMatchObject({ eventType: 'CONTACT_DATA_UPDATED', contactId, updatedProperties: ['ContactAttributes'], disconnectReason: 'CUSTOMER_DISCONNECT' });
  });
});

/** Everything told of ana, heart beats left out unless asked for. */
function anas(center: CenterDriver, withHeartBeats = false): readonly AgentEvent[] {
  const stream = new AgentEventStream();
  const told = center.commits.flatMap((commit) => stream.take(commit));
  return [...told, ...stream.tick(center.center.nowMs)]
    .filter(({ CurrentAgentSnapshot, EventType }) => CurrentAgentSnapshot.Configuration.Username === 'ana' && (withHeartBeats || EventType !== 'HEART_BEAT'));
}
const states = (events: readonly AgentEvent[]): readonly (string | null)[] => events.map(({ CurrentAgentSnapshot }) => CurrentAgentSnapshot.Contacts[0]?.State ?? null);

describe('agent events', () => {
  test('of the seed’s agent follow the contact through its states', () => {
    const told = anas(seedDay());
    expect(told[0]?.EventType).toBe('LOGIN');
    expect(states(told)).toEqual([null, 'INCOMING', 'PENDING', 'CONNECTING', 'CONNECTED', 'ENDED', null]);
    expect(told.map(({ EventTimestamp }) => clock(EventTimestamp))).toEqual(['11:39:00', '11:39:00', '11:39:00', '11:39:10', '11:39:25', '11:45:00', '11:46:00']);
  });

  test('carry the agent before and after', () => {
    const told = anas(seedDay());
    expect(told.slice(1).map(({ PreviousAgentSnapshot }) => PreviousAgentSnapshot)).toEqual(told.slice(0, -1).map(({ CurrentAgentSnapshot }) => CurrentAgentSnapshot));
    expect(told[0]).toMatchObject({ PreviousAgentSnapshot: { AgentStatus: { Name: 'Offline' } }, CurrentAgentSnapshot: { AgentStatus: { Name: 'Available', Type: 'ROUTABLE' } } });
    const connected = told.find((_event, at) => states(told)[at] === 'CONNECTED')?.CurrentAgentSnapshot;
    expect(connected?.Contacts[0]).toMatchObject({ ConnectedToAgentTimestamp: '2024-01-10T11:39:25.000Z', QueueTimestamp: '2024-01-10T11:38:39.000Z', Queue: { Name: 'CallbackQueue' } });
    expect(connected?.Configuration.RoutingProfile).toMatchObject({ Name: 'R', Concurrency: [{ AvailableSlots: 0, MaximumSlots: 1 }] });
  });

  test('show a rejected contact as the instance decided', () => {
    const rejected = (rejectShownAs: 'MISSED' | 'REJECTED'): unknown => {
      const center = new CenterDriver(baseRig({ policy: { ...defaultPolicy, rejectShownAs } }));
      center.agent('ana').sets('Available').customer(JOHN).dials().agent('ana').rejects();
      return states(anas(center)).at(-1);
    };
    expect([rejected('MISSED'), rejected('REJECTED')]).toEqual(['MISSED', 'REJECTED']);
  });

  test('tell the next status and the logout', () => {
    const center = new CenterDriver();
    center.agent('ana').sets('Available').customer(JOHN).dials().agent('ana').accepts().agent('ana').sets('Lunch');
    expect(anas(center).at(-1)).toMatchObject({ EventType: 'STATE_CHANGE', CurrentAgentSnapshot: { NextAgentStatus: { Name: 'Lunch' } } });
    center.customer(JOHN).hangsUp().agent('ana').clears().agent('ana').sets('Offline');
    expect(anas(center).at(-1)).toMatchObject({ EventType: 'LOGOUT', CurrentAgentSnapshot: { AgentStatus: { Type: 'OFFLINE' }, NextAgentStatus: null } });
  });

  test('beat every two minutes of silence, and for an hour after the logout', () => {
    const center = new CenterDriver();
    center.to('11:30:00').agent('ana').sets('Available');
    center.to('11:35:00').agent('ana').sets('Break');
    center.to('11:40:00').agent('ana').sets('Offline');
    center.to('14:00:00');
    const told = anas(center, true).map(({ EventType, EventTimestamp }) => `${EventType} ${clock(EventTimestamp)}`);
    expect(told.slice(0, 8)).toEqual([
      'LOGIN 11:30:00', 'HEART_BEAT 11:32:00', 'HEART_BEAT 11:34:00', 'STATE_CHANGE 11:35:00', 'HEART_BEAT 11:37:00', 'HEART_BEAT 11:39:00', 'LOGOUT 11:40:00', 'HEART_BEAT 11:42:00',
    ]);
    expect(told.at(-1)).toBe('HEART_BEAT 12:40:00');
  });
});

/** A consumer of deliveries that come at least once and in any order: one record a contact, the newest. */
function kept(deliveries: readonly RecordDelivery[]): readonly ContactRecord[] {
  const newest = new Map<string, ContactRecord>();
  for (const { record } of deliveries) {
    if (record.LastUpdateTimestamp >= (newest.get(record.ContactId)?.LastUpdateTimestamp ?? '')) newest.set(record.ContactId, record);
  }
  return [...newest.values()].toSorted((a, b) => a.InitiationTimestamp.localeCompare(b.InitiationTimestamp));
}

describe('records', () => {
  test('are delivered when a contact ends, when it is complete and when it changes later, and the newest is kept', () => {
    const center = seedDay();
    const contactId = contactRecords(center.center)[1]?.ContactId as never;
    center.wait(60).send({ type: 'contact.setAttributes', contactId, attributes: { case: '42' } });
    const deliveries = recordDeliveries(center.commits, 1, plainNumbers);
    const ofCallback = deliveries.filter(({ record }) => record.ContactId === contactId).map(({ record }) => record);
    expect(ofCallback.map(({ Ringback, Attributes, LastUpdateTimestamp }) => [Ringback.Complete, Attributes['case'] ?? null, clock(LastUpdateTimestamp)])).toEqual([
      [false, null, '11:45:00'], [true, null, '11:46:00'], [true, '42', '11:47:00'],
    ]);
    for (const order of [deliveries, deliveries.toReversed(), [...deliveries, ...deliveries]]) expect(kept(order)).toEqual(contactRecords(center.center));
  });

  test('name the retry that followed when they are delivered first', () => {
    const center = new CenterDriver();
    center.customer(JOHN).behaves({ does: 'noAnswer' }).customer(JOHN).dials().customer(JOHN).requestsCallback();
    center.wait(99).agent('ana').sets('Available').agent('ana').accepts().wait(80);
    const failed = recordDeliveries(center.commits, 1, plainNumbers).find(({ record }) => record.DisconnectReason === 'TELECOM_TIMEOUT')?.record;
    expect(failed?.NextContactId).not.toBeNull();
    expect(failed?.Ringback.Complete).toBe(false);
  });
});
