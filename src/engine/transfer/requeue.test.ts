import { describe, expect, test } from 'vitest';
import { aFlow, anAgent, aQueue, baseRig, ids, type PlainAction } from '../../testing/builders.ts';
import { CenterDriver } from '../../testing/center-driver.ts';
import { causesOf, JOHN, talking, toQueue } from '../../testing/talking.ts';
import type { Contact } from '../contact/model.ts';
import { historicalFigures } from '../metrics/historical.ts';
import { defaultPolicy } from '../tenant/policy.ts';

const ways = [{ ErrorType: 'NoMatchingError', NextAction: 'rest' }, { ErrorType: 'QueueAtCapacity', NextAction: 'rest' }];
/** Waits half a minute, then goes to CallbackQueue, where a flow of that queue plays. */
const moving: readonly PlainAction[] = [
  { Identifier: 'wait', Type: 'Wait', Parameters: { TimeLimitSeconds: '30' }, Transitions: { NextAction: 'move' } },
  { Identifier: 'move', Type: 'DequeueContactAndTransferToQueue', Parameters: { QueueId: 'CallbackQueue' }, Transitions: { Errors: ways } },
  { Identifier: 'rest', Type: 'Wait', Parameters: { TimeLimitSeconds: '100000' } },
];
const music = aFlow('music', 'CUSTOMER_QUEUE', [{ Identifier: 'loop', Type: 'MessageParticipantIteratively', Parameters: { Messages: [{ Text: 'La la' }] } }]);

function rig(first: readonly PlainAction[] = moving) {
  const flow = aFlow('moving', 'CUSTOMER_QUEUE', first);
  const base = baseRig({ agents: [anAgent('ana', { autoAccept: true })] });
  return { ...base, flows: [...base.flows, flow, music], queues: [aQueue('InboundQueue', { customerQueueFlowId: flow.id }), aQueue('CallbackQueue', { customerQueueFlowId: music.id })] };
}

const contacts = (center: CenterDriver): readonly Contact[] => [...center.center.contacts.values()];
const flowsOf = (center: CenterDriver): readonly string[] => [...center.center.flowRuns.values()].map(({ actionId }) => actionId);

describe('a customer whom a flow takes to another queue (spec §2.3)', () => {
  test('goes on in a contact of its own, with its own record, and hears the other queue’s flow once', () => {
    const center = new CenterDriver(rig()).customer(JOHN).dials().wait(30);
    const [first, second] = contacts(center);
    expect([first?.cause, second?.method, second?.stage.name, flowsOf(center)]).toEqual(['requeued', 'QUEUE_TRANSFER', 'queued', ['loop']]);
    expect(center.events.filter((event) => event.type === 'flow.started' && event.contactId === second?.id)).toHaveLength(1);
    center.wait(12).agent('ana').sets('Available').wait(60).customer(JOHN).hangsUp().agent('ana').clears();
    expect(center.records()).toMatchObject([
      { InitiationMethod: 'INBOUND', NextContactId: second?.id, DisconnectReason: 'CONTACT_FLOW_DISCONNECT', Queue: { Name: 'InboundQueue', Duration: 30 }, Agent: null, TransferCompletedTimestamp: '2024-01-10T11:30:30Z', TransferredToEndpoint: null },
      {
        InitiationMethod: 'QUEUE_TRANSFER', PreviousContactId: first?.id, InitialContactId: first?.id, NextContactId: null, InitiationTimestamp: '2024-01-10T11:30:30Z', ConnectedToSystemTimestamp: '2024-01-10T11:30:30Z',
        Queue: { Name: 'CallbackQueue', Duration: 12, EnqueueTimestamp: '2024-01-10T11:30:30Z' }, Agent: { Username: 'ana' }, DisconnectReason: 'CUSTOMER_DISCONNECT', TransferCompletedTimestamp: null,
      },
    ]);
  });

  test('cannot be stopped there, nor again where they came from (spec §8.1)', () => {
    const center = new CenterDriver(rig()).customer(JOHN).dials().wait(30);
    const refusals = contacts(center).map(({ id }) => center.ask({ type: 'contact.stop', contactId: id }));
    expect(refusals).toEqual([{ code: 'NOT_NOW', state: 'ended' }, { code: 'NOT_STOPPABLE', method: 'QUEUE_TRANSFER' }]);
  });

  test('is queued in both and abandoned in neither; the second is handled incoming (spec §3.4)', () => {
    const center = new CenterDriver(rig()).customer(JOHN).dials().wait(42).agent('ana').sets('Available').wait(60).customer(JOHN).hangsUp();
    const of = (queue: string) => historicalFigures(center.center, ids.queue(queue), 0, Infinity);
    expect(of('InboundQueue')).toMatchObject({ CONTACTS_QUEUED: 1, CONTACTS_ABANDONED: 0, CONTACTS_HANDLED: 0 });
    expect(of('CallbackQueue')).toMatchObject({ CONTACTS_QUEUED: 1, CONTACTS_ABANDONED: 0, CONTACTS_HANDLED: 1, CONTACTS_HANDLED_INCOMING: 1 });
  });

  test('keeps the line, and takes along what was said, stored and set', () => {
    const told: readonly PlainAction[] = [
      { Identifier: 'ask', Type: 'GetParticipantInput', Parameters: { Text: 'Number?', StoreInput: 'True', InputTimeLimitSeconds: '5', InputValidation: { PhoneNumberValidation: { NumberFormat: 'Local', CountryCode: 'US' } } }, Transitions: { NextAction: 'set', Errors: [...ways, { ErrorType: 'InvalidPhoneNumber', NextAction: 'rest' }] } },
      { Identifier: 'set', Type: 'UpdateContactCallbackNumber', Parameters: { CallbackNumber: '$.StoredCustomerInput' }, Transitions: { NextAction: 'note', Errors: [{ ErrorType: 'InvalidCallbackNumber', NextAction: 'rest' }, { ErrorType: 'CallbackNumberNotDialable', NextAction: 'rest' }] } },
      { Identifier: 'note', Type: 'UpdateContactAttributes', Parameters: { Attributes: { case: '42' } }, Transitions: { NextAction: 'move' } },
      ...moving.slice(1),
    ];
    const center = new CenterDriver(rig(told)).customer(JOHN).dials().wait(1).customer(JOHN).presses('2065550199#');
    const [first, second] = contacts(center);
    expect(second).toMatchObject({ callbackNumber: '+12065550199', storedInput: '+12065550199', attributes: { case: '42' }, lineId: center.center.customers.get(JOHN as never)?.lineId });
    expect([first?.lineId, center.center.lines.size]).toEqual([null, 1]);
    expect(causesOf(center.restart().customer(JOHN).hangsUp())).toEqual(['requeued', 'customerHungUp']);
  });

  test('after an agent left them in that queue is moved the same way', () => {
    const flow = aFlow('moving', 'CUSTOMER_QUEUE', moving.map((action) => (action.Identifier === 'move' ? { ...action, Parameters: { QueueId: 'InboundQueue' } } : action)));
    const center = talking({ flows: [...baseRig().flows, flow], queues: [aQueue('InboundQueue'), aQueue('CallbackQueue', { customerQueueFlowId: flow.id })] }, 'Offline');
    center.agent('ana').transfersTo(toQueue).agent('ana').leaves().wait(30);
    expect(contacts(center).map(({ method, cause }) => [method, cause])).toEqual([['INBOUND', 'transferred'], ['TRANSFER', 'requeued'], ['QUEUE_TRANSFER', null]]);
  });
});

describe('who is moved without being a customer on the line stays the same contact', () => {
  test('an agent who waits in queue for somebody', () => {
    const flow = aFlow('moving', 'CUSTOMER_QUEUE', moving.map((action) => (action.Identifier === 'move' ? { ...action, Parameters: { QueueId: 'InboundQueue' } } : action)));
    const center = talking({ flows: [...baseRig().flows, flow], queues: [aQueue('InboundQueue'), aQueue('CallbackQueue', { customerQueueFlowId: flow.id })] }, 'Offline');
    center.agent('ana').transfersTo(toQueue).wait(30);
    expect(contacts(center).map(({ method, queue, queueMoves }) => [method, queue?.queueId, queueMoves])).toEqual([['INBOUND', ids.queue('InboundQueue'), 0], ['TRANSFER', ids.queue('InboundQueue'), 1]]);
  });

  test('a callback whose silent queue flow moves it, up to eleven times: its legs are its dials (spec §1.11)', () => {
    const silent = aFlow('silent', 'CUSTOMER_QUEUE', [{ ...moving[1], Identifier: 'move', Type: 'DequeueContactAndTransferToQueue' }, ...moving.slice(2)]);
    const creation = aFlow('creation', 'CONTACT_FLOW', [{ Identifier: 'go', Type: 'TransferContactToQueue', Transitions: { Errors: ways } }, ...moving.slice(2)]);
    const asks = aFlow('asks', 'CONTACT_FLOW', [
      { Identifier: 'make', Type: 'CreateCallbackContact', Parameters: { QueueId: 'CallbackQueue', ContactFlowId: 'creation' }, Transitions: { NextAction: 'bye', Errors: ways } },
      { Identifier: 'bye', Type: 'DisconnectParticipant' }, ...moving.slice(2),
    ]);
    const base = baseRig({ policy: defaultPolicy });
    const center = new CenterDriver({ ...base, flows: [...base.flows, silent, creation, asks], defaultFlows: { CUSTOMER_QUEUE: silent.id }, numbers: base.numbers.map((claimed) => ({ ...claimed, flowId: asks.id })) });
    center.customer(JOHN).dials();
    expect(contacts(center).map(({ method, queueMoves, stage }) => [method, queueMoves, stage.name])).toEqual([['INBOUND', 0, 'ended'], ['CALLBACK', 11, 'queued']]);
    expect(center.events.find((event) => event.type === 'flow.faulted')).toMatchObject({ fault: 'the contact was moved between queues 11 times already' });
  });
});

test('of two callbacks from one contact, its record names the last as the next, and both name it as the previous', () => {
  const make = (id: string, next: string): PlainAction => ({ Identifier: id, Type: 'CreateCallbackContact', Parameters: { QueueId: 'CallbackQueue', InitialCallDelaySeconds: '60' }, Transitions: { NextAction: next, Errors: ways } });
  const asks = aFlow('asks', 'CONTACT_FLOW', [make('one', 'two'), make('two', 'bye'), { Identifier: 'bye', Type: 'DisconnectParticipant' }, ...moving.slice(2)]);
  const base = baseRig();
  const center = new CenterDriver({ ...base, flows: [...base.flows, asks], numbers: base.numbers.map((claimed) => ({ ...claimed, flowId: asks.id })) }).customer(JOHN).dials();
  const [call, one, two] = contacts(center);
  expect([call?.nextContactId, one?.previousContactId, two?.previousContactId]).toEqual([two?.id, call?.id, call?.id]);
});
