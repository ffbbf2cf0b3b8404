import { describe, expect, test } from 'vitest';
import { anAgent, baseRig, ids, plainNumbers } from '../../testing/builders.ts';
import { at, CenterDriver } from '../../testing/center-driver.ts';
import { contactsOf, JOHN, talking, toBen, toExpert } from '../../testing/talking.ts';
import { agentEvents, contactEvents } from '../../testing/told.ts';
import { must } from '../core/assert.ts';
import { seconds } from '../core/time.ts';
import { contactRecord } from '../record/assemble.ts';
import { defaultPolicy } from '../tenant/policy.ts';
import { AgentEventStream } from './agent-events.ts';
import { recordDeliveries } from './record-deliveries.ts';

const MARY = '+12065550187';
const iso = (time: string): string => `2024-01-10T${time}.000Z`;

describe('a contact event', () => {
  const dialed = (connectedToSystem: 'customerAnswers' | 'dialStarts') => {
    const center = new CenterDriver(baseRig({ policy: { ...defaultPolicy, connectedToSystem } })).to('11:35:00').customer(JOHN).dials().to('11:37:00').customer(JOHN).requestsCallback();
    center.to('11:39:00').agent('ana').sets('Available').agent('ana').accepts().to('11:39:15').customer(JOHN).answers().to('11:40:00');
    return contactEvents(center).find(({ detail }) => detail.eventType === 'CONNECTED_TO_AGENT')?.detail.connectedToSystemTimestamp;
  };

  test('tells when the system was connected: at the answer, or at the dial (decision #4)', () => {
    expect([dialed('customerAnswers'), dialed('dialStarts')]).toEqual([iso('11:39:15'), iso('11:39:10')]);
  });

  test('tells of what is no callback that the system was connected as its record does, whatever was decided of callbacks (decision #4)', () => {
    const center = talking({ policy: { ...defaultPolicy, connectedToSystem: 'dialStarts' } }, 'Offline').to('11:42:00').agent('ana').transfersTo(toExpert).to('11:42:30').agent('ana').leaves();
    center.agent('ana').clears().customer(MARY).behaves({ does: 'answers', afterMs: seconds(5), hangsUpAfterMs: null }).agent('ana').dials(MARY).wait(30).agent('ana').ends();
    center.customer(JOHN).hangsUp();
    const told = contactEvents(center).flatMap(({ detail }) => (detail.eventType === 'DISCONNECTED' ? [[detail.contactId, detail.connectedToSystemTimestamp?.replace('.000', '')]] : []));
    expect(new Map(told as [string, string][])).toEqual(new Map(center.records().map(({ ContactId, ConnectedToSystemTimestamp }) => [ContactId, ConnectedToSystemTimestamp])));
  });

  test('of a callback that was put off names no queue until it is queued again, as its record does', () => {
    const center = new CenterDriver().to('11:35:00').customer(JOHN).dials().customer(JOHN).requestsCallback().to('11:40:00');
    const contactId = must(contactsOf(center)[1], 'the callback').id;
    center.send({ type: 'callback.reschedule', contactId, atMs: at('13:00:00') }).send({ type: 'contact.stop', contactId });
    expect(center.records()[1]?.Queue).toBeNull();
    const ofIt = contactEvents(center).filter(({ detail }) => detail.contactId === contactId);
    expect(ofIt.map(({ detail }) => [detail.eventType, detail.queueInfo !== undefined])).toEqual([['INITIATED', false], ['QUEUED', true], ['DISCONNECTED', false], ['COMPLETED', false]]);
  });

  test('tells an agent’s own queue from a standard one', () => {
    const center = talking();
    center.agent('ana').transfersTo(toBen);
    const queues = contactEvents(center).flatMap(({ detail }) => (detail.eventType === 'QUEUED' ? [detail.queueInfo?.queueType] : []));
    expect(queues).toEqual(['STANDARD', 'AGENT']);
  });
});

describe('an agent event', () => {
  test('tells since when an agent has been in the status they began in', () => {
    const center = new CenterDriver(baseRig({ agents: [anAgent('ana')] })).to('11:40:00').send({ type: 'instance.configure', instance: baseRig() });
    center.to('11:50:00').agent('ana').dials(MARY).agent('ben').dials('+12065550111');
    const told = new Map(agentEvents(center).map(({ AgentARN, CurrentAgentSnapshot: { AgentStatus } }) => [AgentARN.slice(-36), [AgentStatus.Name, AgentStatus.StartTimestamp]]));
    expect([told.get(ids.agent('ana')), told.get(ids.agent('ben'))]).toEqual([['Offline', iso('11:30:00')], ['Offline', iso('11:40:00')]]);
  });

  test('of a missed contact that another took meanwhile tells of no connection to the one who missed it', () => {
    const center = new CenterDriver().agent('ana').sets('Available').customer(JOHN).dials().wait(20).agent('ben').sets('Available').agent('ben').accepts();
    const connectedFor = (username: string) => agentEvents(center).findLast(({ AgentARN }) => AgentARN.endsWith(ids.agent(username)))?.CurrentAgentSnapshot.Contacts.map(({ State, ConnectedToAgentTimestamp }) => [State, ConnectedToAgentTimestamp]);
    expect(connectedFor('ben')).toEqual([['CONNECTED', iso('11:30:20')]]);
    center.wait(600);
    const stream = new AgentEventStream();
    for (const commit of center.commits) stream.take(commit);
    const [ana] = stream.tick(at('11:32:20'));
    expect(ana?.CurrentAgentSnapshot.Contacts).toMatchObject([{ State: 'MISSED', ConnectedToAgentTimestamp: null }]);
  });

  test('tells of a contact that the agent dialed without a queue', () => {
    const center = new CenterDriver().agent('ana').sets('Available').agent('ana').dials('+12065550111');
    expect(agentEvents(center).at(-1)?.CurrentAgentSnapshot.Contacts).toMatchObject([{ InitiationMethod: 'OUTBOUND', State: 'CONNECTING', QueueTimestamp: null, Queue: null, ConnectedToAgentTimestamp: null }]);
  });

  test('tells of the next status, and of its being taken back', () => {
    const center = talking({}, 'Offline').to('11:41:00').agent('ana').sets('Lunch').to('11:42:00').agent('ana').sets('Available');
    const [asked, back] = agentEvents(center).slice(-2).map(({ EventType, CurrentAgentSnapshot }) => [EventType, CurrentAgentSnapshot.NextAgentStatus]);
    expect(asked).toEqual(['STATE_CHANGE', expect.objectContaining({ Name: 'Lunch', EnqueuedTimestamp: iso('11:41:00') })]);
    expect(back).toEqual(['STATE_CHANGE', null]);
  });

  test('frees the slot of an agent in the routable status only', () => {
    const slots = (center: CenterDriver) => agentEvents(center).at(-1)?.CurrentAgentSnapshot.Configuration.RoutingProfile.Concurrency;
    expect(slots(new CenterDriver().agent('ana').sets('Available'))).toEqual([{ Channel: 'VOICE', AvailableSlots: 1, MaximumSlots: 1 }]);
    for (const busy of [new CenterDriver().agent('ana').sets('Break'), talking({}, 'Offline')]) expect(slots(busy)?.[0]?.AvailableSlots).toBe(0);
  });

  test('of a rejected contact is shown as the instance decided (decision #17)', () => {
    const shown = (rejectShownAs: 'MISSED' | 'REJECTED') => {
      const center = new CenterDriver(baseRig({ policy: { ...defaultPolicy, rejectShownAs } })).agent('ana').sets('Available').customer(JOHN).dials().agent('ana').rejects();
      return agentEvents(center).at(-1)?.CurrentAgentSnapshot.Contacts[0]?.State;
    };
    expect([shown('MISSED'), shown('REJECTED')]).toEqual(['MISSED', 'REJECTED']);
  });

  test('of a heart beat comes at its very instant when it is waited for, and after what happened at that instant otherwise', () => {
    const stream = new AgentEventStream();
    const center = new CenterDriver().to('11:40:00').agent('ana').sets('Available');
    for (const commit of center.commits) stream.take(commit);
    expect(stream.tick(at('11:41:59'))).toEqual([]);
    expect(stream.tick(at('11:42:00'))).toMatchObject([{ EventType: 'HEART_BEAT', EventTimestamp: iso('11:42:00') }]);
    // Something happens to the agent just when the next beat is due: it is told in place of it.
    center.to('11:44:00').agent('ana').sets('Break');
    expect(center.commits.slice(-1).flatMap((commit) => stream.take(commit)).map(({ EventType }) => EventType)).toEqual(['STATE_CHANGE']);
  });

  test('of a heart beat comes once for each two minutes without another event, in turn among agents', () => {
    const stream = new AgentEventStream();
    const center = new CenterDriver().to('11:40:00').agent('ana').sets('Available').to('11:41:00').agent('ben').sets('Available');
    for (const commit of center.commits) stream.take(commit);
    const beats = stream.tick(at('11:45:30')).map(({ AgentARN, EventTimestamp }) => [AgentARN.endsWith(ids.agent('ana')), EventTimestamp]);
    expect(beats).toEqual([[true, iso('11:42:00')], [false, iso('11:43:00')], [true, iso('11:44:00')], [false, iso('11:45:00')]]);
  });
});

describe('an agent who is Offline', () => {
  const beats = (center: CenterDriver) => {
    const stream = new AgentEventStream();
    for (const commit of center.commits) stream.take(commit);
    return stream.tick(at('18:00:00')).map(({ EventType, EventTimestamp }) => `${EventType} ${EventTimestamp.slice(11, 19)}`);
  };

  test('and dials beats for the hour that began with the logout, and no longer (spec §4.7)', () => {
    const center = new CenterDriver().agent('ana').sets('Available').to('11:40:00').agent('ana').sets('Offline');
    center.to('12:30:00').agent('ana').dials('+12065550111').to('12:30:30').agent('ana').ends().to('12:32:00').agent('ana').clears();
    expect(beats(center)).toEqual(['HEART_BEAT 12:34:00', 'HEART_BEAT 12:36:00', 'HEART_BEAT 12:38:00', 'HEART_BEAT 12:40:00']);
  });

  test('beats for an hour where no logout was told, and without end once they have logged in', () => {
    const center = new CenterDriver().to('12:00:00').agent('ana').dials('+12065550111');
    expect(beats(center).at(-1)).toBe('HEART_BEAT 13:00:00');
    center.to('12:00:30').agent('ana').ends().agent('ana').clears().to('12:30:00').agent('ana').sets('Break');
    expect(beats(center).at(-1)).toBe('HEART_BEAT 18:00:00');
  });
});

describe('a record', () => {
  test('is there when its contact has disconnected, and not before', () => {
    const center = talking({}, 'Offline');
    const contactId = center.agent('ana').contact().id;
    expect([contactRecord(center.center, contactId), contactRecord(center.center, 'none' as never), center.records()]).toEqual([null, null, []]);
    center.customer(JOHN).hangsUp();
    expect(contactRecord(center.center, contactId)).toMatchObject({ ContactId: contactId, DisconnectReason: 'CUSTOMER_DISCONNECT' });
  });

  test('is not delivered for learning of a next contact while it is still open', () => {
    const center = talking();
    center.agent('ana').transfersTo(toBen);
    expect(recordDeliveries(center.commits, 1, plainNumbers)).toEqual([]);
    center.agent('ben').accepts().agent('ana').leaves();
    expect(recordDeliveries(center.commits, 1, plainNumbers).map(({ record }) => record.Ringback.Cause)).toEqual(['transferred']);
  });

  test('is not delivered for attributes that are set while the contact lasts', () => {
    const center = talking({}, 'Offline');
    center.send({ type: 'contact.setAttributes', contactId: center.agent('ana').contact().id, attributes: { case: '42' } });
    expect(recordDeliveries(center.commits, 1, plainNumbers)).toEqual([]);
    center.customer(JOHN).hangsUp();
    expect(recordDeliveries(center.commits, 1, plainNumbers).map(({ record }) => record.Attributes)).toEqual([{ case: '42' }]);
  });

  test('is not delivered again when an agent clears an offer of it that they had missed', () => {
    const center = new CenterDriver().agent('ana').sets('Available').customer(JOHN).dials().wait(20).agent('ben').sets('Available').agent('ben').accepts();
    center.customer(JOHN).hangsUp().agent('ben').clears();
    const deliveries = recordDeliveries(center.commits, 1, plainNumbers);
    expect(deliveries.map(({ record }) => record.Ringback.Complete)).toEqual([false, true]);
    expect(center.agent('ana').state()).toBe('MISSED');
    center.wait(1).agent('ana').clears();
    expect(recordDeliveries(center.commits, 1, plainNumbers)).toEqual(deliveries);
  });
});
