import { describe, expect, test } from 'vitest';
import { baseRig, ids, profileR } from '../../testing/builders.ts';
import { at, CenterDriver } from '../../testing/center-driver.ts';
import { contactsOf, JOHN, talking } from '../../testing/talking.ts';
import { agentEvents, contactEvents } from '../../testing/told.ts';
import { must } from '../core/assert.ts';
import { makeId } from '../core/ids.ts';
import { defaultPolicy, type Policy } from '../tenant/policy.ts';
import { AgentEventStream } from './agent-events.ts';

const iso = (time: string): string => `2024-01-10T${time}.000Z`;
const instanceArn = `arn:aws:connect:us-east-1:111122223333:instance/${baseRig().id}`;
const agentArn = `${instanceArn}/agent/${ids.agent('ana')}`;
const segmentAttributes = { 'connect:Subtype': { ValueString: 'connect:Telephony' } };
const queueArn = (name: string): string => `${instanceArn}/queue/${ids.queue(name)}`;

describe('a contact event, field by field,', () => {
  test('of a call to the center tells what is known at its beginning, and no more', () => {
    const center = new CenterDriver().to('11:35:00').customer(JOHN).dials();
    const contactId = must(contactsOf(center)[0], 'the contact').id;
    expect(contactEvents(center)[0]).toStrictEqual({
      version: '0',
      id: makeId(0, 'contact-event', 1),
      'detail-type': 'Amazon Connect Contact Event',
      source: 'aws.connect',
      account: '111122223333',
      time: '2024-01-10T11:35:00Z',
      region: 'us-east-1',
      resources: [instanceArn, `${instanceArn}/contact/${contactId}`],
      detail: {
        eventType: 'INITIATED', contactId, channel: 'VOICE', instanceArn, initiationMethod: 'INBOUND', initiationTimestamp: iso('11:35:00'), connectedToSystemTimestamp: iso('11:35:00'),
        segmentAttributes,
      },
    });
  });

  test('of a callback is not connected to the system at its beginning', () => {
    const center = new CenterDriver().to('11:35:00').customer(JOHN).dials().to('11:37:00').customer(JOHN).requestsCallback();
    const [inbound, callback] = contactsOf(center);
    expect(contactEvents(center).find(({ detail }) => detail.contactId === callback?.id)?.detail).toStrictEqual({
      eventType: 'INITIATED', contactId: callback?.id, initialContactId: inbound?.id, previousContactId: inbound?.id, channel: 'VOICE', instanceArn, initiationMethod: 'CALLBACK', initiationTimestamp: iso('11:37:00'), segmentAttributes,
    });
  });

  test('of a contact that is over tells all there was', () => {
    const center = talking({}, 'Offline').to('11:45:00').customer(JOHN).hangsUp();
    const told = contactEvents(center);
    expect(told.at(-1)?.id).toBe(makeId(0, 'contact-event', told.length));
    expect(told.at(-1)?.detail).toStrictEqual({
      eventType: 'DISCONNECTED', contactId: contactsOf(center)[0]?.id, channel: 'VOICE', instanceArn, initiationMethod: 'INBOUND',
      initiationTimestamp: iso('11:39:00'), connectedToSystemTimestamp: iso('11:39:00'), disconnectTimestamp: iso('11:45:00'), disconnectReason: 'CUSTOMER_DISCONNECT',
      queueInfo: { queueArn: queueArn('InboundQueue'), queueType: 'STANDARD', enqueueTimestamp: iso('11:39:00') },
      agentInfo: { agentArn, connectedToAgentTimestamp: iso('11:40:00') },
      segmentAttributes,
    });
  });
});

describe('an agent event, field by field,', () => {
  const routingProfile = (AvailableSlots: number) => ({
    ARN: `${instanceArn}/routing-profile/${profileR}`, Name: 'R', Concurrency: [{ Channel: 'VOICE', AvailableSlots, MaximumSlots: 1 }],
    DefaultOutboundQueue: { ARN: queueArn('InboundQueue'), Name: 'InboundQueue', Channels: ['VOICE'] },
    InboundQueues: ['InboundQueue', 'CallbackQueue'].map((Name) => ({ ARN: queueArn(Name), Name, Channels: ['VOICE'] })),
  });
  const configuration = (slots: number) => ({ AgentHierarchyGroups: null, FirstName: 'ana', LastName: '', Username: 'ana', Proficiencies: [], RoutingProfile: routingProfile(slots) });
  const status = (name: string) => ({ ARN: `${instanceArn}/agent-state/${ids.status(name)}`, Name: name });

  test('of a login shows the agent before and after, with no contact', () => {
    const center = new CenterDriver().to('11:40:00').agent('ana').sets('Available');
    expect(agentEvents(center)).toStrictEqual([{
      AWSAccountId: '111122223333',
      AgentARN: agentArn,
      CurrentAgentSnapshot: {
        AgentStatus: { ...status('Available'), StartTimestamp: iso('11:40:00'), Type: 'ROUTABLE' }, NextAgentStatus: null, Configuration: configuration(1), Contacts: [],
      },
      PreviousAgentSnapshot: {
        AgentStatus: { ...status('Offline'), StartTimestamp: iso('11:30:00'), Type: 'OFFLINE' }, NextAgentStatus: null, Configuration: configuration(0), Contacts: [],
      },
      EventId: makeId(0, 'agent-event', 1),
      EventTimestamp: iso('11:40:00'),
      EventType: 'LOGIN',
      InstanceARN: instanceArn,
      Version: '2017-10-01',
    }]);
  });

  test('of a next status shows it beside the contact that it waits for', () => {
    const center = talking({}, 'Offline').to('11:42:00').agent('ana').sets('Lunch');
    const told = agentEvents(center);
    expect(told.at(-1)?.EventId).toBe(makeId(0, 'agent-event', told.length));
    expect(told.at(-1)?.CurrentAgentSnapshot).toStrictEqual({
      AgentStatus: { ...status('Available'), StartTimestamp: iso('11:40:00'), Type: 'ROUTABLE' },
      NextAgentStatus: { ...status('Lunch'), EnqueuedTimestamp: iso('11:42:00') },
      Configuration: configuration(0),
      Contacts: [{
        ContactId: contactsOf(center)[0]?.id, InitialContactId: null, Channel: 'VOICE', InitiationMethod: 'INBOUND', State: 'CONNECTED', StateStartTimestamp: iso('11:40:00'),
        ConnectedToAgentTimestamp: iso('11:40:00'), QueueTimestamp: iso('11:39:00'), Queue: { ARN: queueArn('InboundQueue'), Name: 'InboundQueue', Channels: ['VOICE'] },
      }],
    });
  });

  test('of a slot that is cleared frees none for an agent who goes on to a next status', () => {
    const center = talking({}, 'Offline').agent('ana').sets('Lunch').customer(JOHN).hangsUp().agent('ana').clears();
    expect(agentEvents(center).slice(-2).map(({ CurrentAgentSnapshot: { AgentStatus, Contacts, Configuration } }) => [AgentStatus.Name, Contacts, Configuration.RoutingProfile.Concurrency[0]?.AvailableSlots])).toEqual([
      ['Available', [], 0], ['Lunch', [], 0],
    ]);
  });

  test('of an agent who was taken out of the instance has a profile without a name', () => {
    const center = talking({}, 'Offline').send({ type: 'instance.configure', instance: baseRig({ agents: [] }) }).customer(JOHN).hangsUp();
    expect(agentEvents(center).at(-1)?.CurrentAgentSnapshot.Configuration.RoutingProfile).toMatchObject({ ARN: `${instanceArn}/routing-profile/`, Name: '' });
  });
});

describe('the agent event stream', () => {
  test('shows a missed contact as missed, whatever the instance decided of rejected ones (decision #17)', () => {
    const shown = (rejectShownAs: Policy['rejectShownAs']): unknown => {
      const center = new CenterDriver(baseRig({ policy: { ...defaultPolicy, rejectShownAs } })).agent('ana').sets('Available').customer(JOHN).dials().wait(20);
      return agentEvents(center).at(-1)?.CurrentAgentSnapshot.Contacts[0]?.State;
    };
    expect([shown('MISSED'), shown('REJECTED')]).toEqual(['MISSED', 'MISSED']);
  });

  test('logs in whoever leaves a status that was taken out of the instance', () => {
    const statuses = baseRig().statuses.filter(({ name }) => name !== 'Break');
    const center = new CenterDriver().agent('ana').sets('Break').send({ type: 'instance.configure', instance: baseRig({ statuses }) }).agent('ana').sets('Available');
    expect(agentEvents(center).map(({ EventType }) => EventType)).toEqual(['LOGIN', 'LOGIN']);
  });

  test('beats for as long as an agent is logged in, more than an hour too', () => {
    const stream = new AgentEventStream();
    for (const commit of new CenterDriver().to('11:40:00').agent('ana').sets('Available').commits) stream.take(commit);
    const beats = stream.tick(at('15:40:00'));
    expect([beats.length, beats.at(-1)?.EventTimestamp]).toEqual([120, iso('15:40:00')]);
  });
});
