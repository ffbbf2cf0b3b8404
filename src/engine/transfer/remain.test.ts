import { describe, expect, test } from 'vitest';
import { aFlow, baseRig, ids } from '../../testing/builders.ts';
import { at, type CenterDriver } from '../../testing/center-driver.ts';
import { causesOf, contactsOf, EXPERT, JOHN, lineOf, secondOf, slotsOf, talking, toBen, toExpert } from '../../testing/talking.ts';
import { agentEvents, contactEvents } from '../../testing/told.ts';
import { seconds, stampOf, type Contact, type Instance } from '../index.ts';
import { metricValues, type MetricWish } from '../metrics/metric-data.ts';

const day = (time: string): string => stampOf(at(time));

/** Asks a question of 4 s, says goodbye for 3 s. */
const survey = aFlow('survey', 'CONTACT_FLOW', [
  {
    Identifier: 'ask', Type: 'GetParticipantInput', Parameters: { PromptId: 'question', StoreInput: 'False', InputTimeLimitSeconds: '5' },
    Transitions: {
      NextAction: 'thanks', Conditions: [{ NextAction: 'note', Condition: { Operator: 'Equals', Operands: ['1'] } }],
      Errors: ['InputTimeLimitExceeded', 'NoMatchingCondition', 'NoMatchingError'].map((ErrorType) => ({ ErrorType, NextAction: 'thanks' })),
    },
  },
  { Identifier: 'note', Type: 'UpdateContactAttributes', Parameters: { Attributes: { happy: 'yes', how: '$.InitiationMethod' } }, Transitions: { NextAction: 'thanks' } },
  { Identifier: 'thanks', Type: 'MessageParticipant', Parameters: { PromptId: 'goodbye' }, Transitions: { NextAction: 'bye' } },
  { Identifier: 'bye', Type: 'DisconnectParticipant' },
]);
const again = aFlow('again', 'CONTACT_FLOW', [
  { Identifier: 'set', Type: 'UpdateContactTargetQueue', Parameters: { QueueId: 'CallbackQueue' }, Transitions: { NextAction: 'go' } },
  { Identifier: 'go', Type: 'TransferContactToQueue', Transitions: { Errors: [{ ErrorType: 'QueueAtCapacity', NextAction: 'bye' }] } },
  { Identifier: 'bye', Type: 'DisconnectParticipant' },
]);
const nothing = aFlow('nothing', 'CONTACT_FLOW', [{ Identifier: 'end', Type: 'EndFlowExecution' }]);

/** A center whose inbound flow sets the hook, and then queues. */
function hooked(hook: string | null, changes: Partial<Instance> = {}): Partial<Instance> {
  const base = baseRig();
  const hooks = aFlow('hooks', 'CONTACT_FLOW', [
    { Identifier: 'hook', Type: 'UpdateContactEventHooks', Parameters: { EventHooks: { CustomerRemaining: hook ?? 'survey' } }, Transitions: { NextAction: 'set', Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'set' }] } },
    { Identifier: 'set', Type: 'UpdateContactTargetQueue', Parameters: { QueueId: 'InboundQueue' }, Transitions: { NextAction: 'go' } },
    { Identifier: 'go', Type: 'TransferContactToQueue', Transitions: { Errors: [{ ErrorType: 'QueueAtCapacity', NextAction: 'set' }] } },
  ]);
  const prompt = (name: string, length: number): Instance['prompts'][number] => ({ id: ids.prompt(name), name, text: name, durationMs: seconds(length), kind: 'speech' });
  return {
    flows: [...base.flows, survey, again, nothing, hooks], prompts: [...base.prompts, prompt('question', 4), prompt('goodbye', 3)],
    numbers: base.numbers.map((number) => (hook === null ? number : { ...number, flowId: hooks.id })), ...changes,
  };
}

const remainingOf = (center: CenterDriver): readonly Contact[] => contactsOf(center).filter(({ method }) => method === 'DISCONNECT');

describe('a customer whose agent hangs up, with a flow for those who remain', () => {
  test('stays on the line in a contact of their own, hears it, and is hung up on at its end', () => {
    const center = talking(hooked('survey'));
    center.send({ type: 'contact.setAttributes', contactId: center.agent('ana').contact().id, attributes: { case: '42' } });
    center.to('11:45:00').agent('ana').ends().restart();
    expect([slotsOf(center)[0], secondOf(center).stage.name, lineOf(center).state, lineOf(center).contactId]).toEqual(['ENDED', 'inFlow', 'up', secondOf(center).id]);
    center.to('11:45:02').customer(JOHN).presses('1').restart();
    center.to('11:45:04.999');
    expect(lineOf(center)).toMatchObject({ state: 'up', captions: [{ text: 'question' }, { text: '1' }, { text: 'goodbye' }] });
    center.to('11:45:05');
    center.to('11:46:00').agent('ana').clears();
    const [first, second] = center.records();
    expect(first).toMatchObject({
      InitiationMethod: 'INBOUND', NextContactId: second?.ContactId, DisconnectTimestamp: day('11:45:00'), DisconnectReason: 'AGENT_DISCONNECT', TransferCompletedTimestamp: null, Attributes: { case: '42' },
      Agent: { AgentInteractionDuration: 300, AfterContactWorkDuration: 60 }, Ringback: { Cause: 'agentHungUp', Complete: true },
    });
    expect(second).toMatchObject({
      InitiationMethod: 'DISCONNECT', InitialContactId: first?.ContactId, PreviousContactId: first?.ContactId, NextContactId: null, InitiationTimestamp: day('11:45:00'), ConnectedToSystemTimestamp: day('11:45:00'),
      DisconnectTimestamp: day('11:45:05'), DisconnectReason: 'CONTACT_FLOW_DISCONNECT', Queue: null, Agent: null, AgentConnectionAttempts: 0, Attributes: { case: '42', happy: 'yes', how: 'DISCONNECT' }, Ringback: { Cause: 'flowDisconnected', Complete: true },
    });
    expect(center.engine.nextDueAtMs()).toBeNull();
  });

  test('cannot be stopped by a supervisor: nobody is there whose contact it is but the customer (spec §8.1)', () => {
    const center = talking(hooked('survey')).agent('ana').ends();
    expect(center.ask({ type: 'contact.stop', contactId: secondOf(center).id })).toEqual({ code: 'NOT_STOPPABLE', method: 'DISCONNECT' });
    expect(lineOf(center).state).toBe('up');
  });

  test('is told of by the streams, and counted as created, but neither as queued nor as handled nor as incoming', () => {
    const center = talking(hooked('survey')).to('11:45:00').agent('ana').ends().to('11:46:00').agent('ana').clears();
    const told = contactEvents(center).filter(({ detail }) => detail.initiationMethod === 'DISCONNECT');
    expect(told.map(({ detail, time }) => [detail.eventType, time.slice(11, 19)])).toEqual([['INITIATED', '11:45:00'], ['DISCONNECTED', '11:45:12'], ['COMPLETED', '11:45:12']]);
    expect(told[0]?.detail).toMatchObject({ previousContactId: contactsOf(center)[0]?.id, connectedToSystemTimestamp: '2024-01-10T11:45:00.000Z' });
    const spoken = JSON.stringify(agentEvents(center));
    expect([spoken.includes(contactsOf(center)[0]?.id ?? ''), spoken.includes(secondOf(center).id)]).toEqual([true, false]);
    const wish = (name: MetricWish['name'], methods?: readonly string[]): MetricWish => ({ name, threshold: 0, filters: methods ? [{ key: 'INITIATION_METHOD', values: methods, negate: false }] : [] });
    const metrics = [wish('CONTACTS_CREATED'), wish('CONTACTS_CREATED', ['DISCONNECT']), wish('CONTACTS_QUEUED'), wish('CONTACTS_HANDLED'), wish('CONTACTS_HANDLED', ['DISCONNECT']), wish('CONTACTS_ABANDONED'), wish('SUM_CONTACT_FLOW_TIME')];
    expect(metricValues(center.center, { scope: {}, metrics }, 0, Infinity)).toEqual([2, 1, 1, 1, 0, 0, 0]);
  });

  test('may hang up in it', () => {
    const center = talking(hooked('survey')).to('11:45:00').agent('ana').ends().to('11:45:01').customer(JOHN).hangsUp();
    expect([causesOf(center), secondOf(center).disconnectReason, lineOf(center).state]).toEqual([['agentHungUp', 'customerHungUp'], 'CUSTOMER_DISCONNECT', 'ended']);
  });

  test('hears it off hold, too', () => {
    const center = talking(hooked('survey')).agent('ana').holds().wait(30).agent('ana').ends();
    expect([secondOf(center).stage.name, lineOf(center).captions.at(-1)?.text]).toEqual(['inFlow', 'question']);
  });

  test('goes on without whomever the agent had asked for', () => {
    const center = talking(hooked('survey')).agent('ana').transfersTo(toBen).agent('ben').accepts().agent('ana').ends();
    expect(contactsOf(center).map(({ method, cause }) => [method, cause])).toEqual([['INBOUND', 'agentHungUp'], ['TRANSFER', 'endedForAll'], ['DISCONNECT', null]]);
    expect(contactsOf(center)[0]?.nextContactId).toBe(contactsOf(center)[2]?.id);
  });

  test('hears it after a transfer as well: the hook goes along', () => {
    const center = talking(hooked('survey')).agent('ana').transfersTo(toBen).agent('ben').accepts().agent('ana').leaves();
    expect(remainingOf(center)).toEqual([]);
    center.agent('ben').ends();
    expect(remainingOf(center)).toMatchObject([{ stage: { name: 'inFlow' } }]);
    expect(causesOf(center)).toEqual(['transferred', 'agentHungUp', null]);
  });

  test('is called back with it: hooks go along to callbacks', () => {
    const center = talking(hooked('survey')).agent('ana').ends().agent('ana').clears().agent('ben').sets('Offline').customer(JOHN).requestsCallback();
    center.customer(JOHN).behaves({ does: 'answers', afterMs: seconds(2), hangsUpAfterMs: null }).wait(100).agent('ana').accepts().wait(60).agent('ana').ends();
    expect(contactsOf(center).map(({ method, cause }) => [method, cause])).toEqual([['INBOUND', 'agentHungUp'], ['DISCONNECT', 'flowDisconnected'], ['CALLBACK', 'agentHungUp'], ['DISCONNECT', null]]);
    expect([...center.center.callbacks.values()]).toMatchObject([{ closed: { cause: 'reached' } }]);
  });

  test('is talked with again when the flow queues them, as a new contact with a new place, until the chain is full', () => {
    const center = talking(hooked('again'), 'Offline');
    for (let round = 0; round < 12; round++) {
      if (center.agent('ana').state() === 'CONNECTING') center.agent('ana').accepts();
      center.wait(10).agent('ana').ends().agent('ana').clears();
    }
    expect(contactsOf(center)).toHaveLength(12);
    expect(lineOf(center).state).toBe('ended');
  });

  test('whom the flow leaves nowhere is hung up on', () => {
    const center = talking(hooked('nothing')).agent('ana').ends();
    expect([causesOf(center), lineOf(center).state]).toEqual([['agentHungUp', 'flowEnded'], 'ended']);
  });
});

describe('nobody remains', () => {
  test('when the customer hangs up', () => {
    expect(causesOf(talking(hooked('survey')).customer(JOHN).hangsUp())).toEqual(['customerHungUp']);
  });

  test('when no flow is set', () => {
    const center = talking(hooked(null)).agent('ana').ends();
    expect([causesOf(center), lineOf(center).state]).toEqual([['agentHungUp'], 'ended']);
  });

  test('when the flow that was set is there no more', () => {
    const changes = hooked('survey');
    const center = talking(changes);
    center.send({ type: 'instance.configure', instance: baseRig({ ...changes, flows: baseRig().flows }) });
    center.agent('ana').ends();
    expect([causesOf(center), lineOf(center).state]).toEqual([['agentHungUp'], 'ended']);
  });

  test('of a consulted colleague who hangs up: the customer is with the one who asked', () => {
    const center = talking(hooked('survey')).agent('ana').transfersTo(toBen).agent('ben').accepts().agent('ben').ends();
    expect([remainingOf(center), slotsOf(center)]).toEqual([[], ['CONNECTED_ONHOLD', 'ENDED']]);
  });

  test('when a third party hangs up whom the customer was left to', () => {
    const center = talking(hooked('survey')).agent('ana').transfersTo(toExpert).wait(10).agent('ana').leaves().customer(EXPERT).hangsUp();
    expect([causesOf(center), remainingOf(center)]).toEqual([['transferred', 'thirdPartyHungUp'], []]);
  });
});
