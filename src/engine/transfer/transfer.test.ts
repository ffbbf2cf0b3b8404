import { describe, expect, test } from 'vitest';
import { aFlow, aQueue, baseRig, ids } from '../../testing/builders.ts';
import { at, CenterDriver } from '../../testing/center-driver.ts';
import { causesOf, contactsOf, EXPERT, JOHN, lineOf, secondOf, slotsOf, talking, toBen, toExpert, toQueue } from '../../testing/talking.ts';
import { must, seconds, stampOf } from '../index.ts';

const day = (time: string): string => stampOf(at(time));

describe('a transfer to an agent', () => {
  test('holds the customer and rings at that agent, first of all that wait', () => {
    const center = talking({}, 'Offline');
    center.customer('+12065550143').dials();
    center.to('11:42:00').agent('ana').transfersTo(toBen);
    expect(slotsOf(center)).toEqual(['CONNECTED_ONHOLD', null]);
    const asked = must(contactsOf(center)[2], 'the contact for ben');
    expect(asked).toMatchObject({ method: 'TRANSFER', stage: { name: 'queued', offerId: null } });
    center.agent('ben').sets('Available');
    expect(center.agent('ben').contact().id).toBe(asked.id);
    expect(center.agent('ana').contact().consult).toMatchObject({ contactId: asked.id, kind: 'agent', talk: 'third' });
  });

  test('attended: they talk, the agent leaves, and the customer goes on with the second agent', () => {
    const center = talking();
    center.send({ type: 'contact.setAttributes', contactId: center.agent('ana').contact().id, attributes: { case: '42' } });
    center.to('11:42:00').agent('ana').transfersTo(toBen).restart();
    center.to('11:42:05').agent('ben').accepts().restart();
    expect(slotsOf(center)).toEqual(['CONNECTED_ONHOLD', 'CONNECTED']);
    center.to('11:43:00').agent('ana').leaves().restart();
    expect(slotsOf(center)).toEqual(['ENDED', 'CONNECTED']);
    expect(lineOf(center)).toMatchObject({ state: 'up', contactId: secondOf(center).id });
    center.to('11:43:30').agent('ana').clears();
    center.to('11:45:00').customer(JOHN).hangsUp();
    center.to('11:45:10').agent('ben').clears();
    const [one, two] = center.records();
    expect(one).toMatchObject({
      InitiationMethod: 'INBOUND', NextContactId: two?.ContactId, DisconnectTimestamp: day('11:43:00'), DisconnectReason: 'AGENT_DISCONNECT', TransferCompletedTimestamp: day('11:43:00'), TransferredToEndpoint: null,
      Agent: { Username: 'ana', CustomerHoldDuration: 60, NumberOfHolds: 1, AgentInteractionDuration: 120, AfterContactWorkDuration: 30 }, Ringback: { Cause: 'transferred', Complete: true },
    });
    expect(two).toMatchObject({
      InitiationMethod: 'TRANSFER', InitialContactId: one?.ContactId, PreviousContactId: one?.ContactId, NextContactId: null, InitiationTimestamp: day('11:42:00'), ConnectedToSystemTimestamp: day('11:42:00'),
      DisconnectTimestamp: day('11:45:00'), DisconnectReason: 'CUSTOMER_DISCONNECT', TransferCompletedTimestamp: null, Attributes: { case: '42' }, AgentConnectionAttempts: 1,
      Queue: { Name: 'ben', EnqueueTimestamp: day('11:42:00'), DequeueTimestamp: day('11:42:05'), Duration: 5 },
      Agent: { Username: 'ben', ConnectedToAgentTimestamp: day('11:42:05'), AgentInteractionDuration: 175, CustomerHoldDuration: 0, AfterContactWorkDuration: 10 },
    });
    expect(center.engine.nextDueAtMs()).toBeNull();
  });

  test('blind: the customer waits for that agent, who may miss it and take it later', () => {
    const center = talking();
    center.to('11:42:00').agent('ana').transfersTo(toBen);
    center.to('11:42:05').agent('ana').leaves().restart();
    expect(slotsOf(center)).toEqual(['ENDED', 'CONNECTING']);
    center.to('11:42:20');
    expect([center.agent('ben').state(), secondOf(center).stage.name]).toEqual(['MISSED', 'queued']);
    center.to('11:43:00').agent('ben').clears().agent('ben').accepts();
    expect(center.agent('ben').state()).toBe('CONNECTED');
    expect(center.records()).toMatchObject([{ Ringback: { Cause: 'transferred' }, Agent: { CustomerHoldDuration: 5 } }]);
  });

  test.each([['colleagueMissed', 'TELECOM_TIMEOUT', 20], ['colleagueRejected', 'OTHER', 3]] as const)('attended and not taken (%s) ends, and the agent goes back to the customer', (cause, reason, after) => {
    const center = talking();
    center.to('11:42:00').agent('ana').transfersTo(toBen).wait(after);
    if (cause === 'colleagueRejected') center.agent('ben').rejects();
    center.restart();
    expect([secondOf(center).cause, secondOf(center).disconnectReason, center.agent('ana').contact().consult]).toEqual([cause, reason, null]);
    expect(slotsOf(center)).toEqual(['CONNECTED_ONHOLD', 'MISSED']);
    center.agent('ana').resumes().agent('ben').clears();
    expect(slotsOf(center)).toEqual(['CONNECTED', null]);
    // The agent may ask again.
    center.agent('ana').transfersTo(toBen).agent('ben').accepts();
    expect(contactsOf(center).map(({ previousContactId }) => previousContactId === contactsOf(center)[0]?.id)).toEqual([false, true, true]);
  });

  test('left while the second agent hears a whisper joins the customer when it is over', () => {
    const center = talking({ queues: [aQueue('InboundQueue'), aQueue('CallbackQueue')], defaultFlows: { AGENT_WHISPER: ids.flow('agent whisper') } }, 'Offline');
    center.wait(10).agent('ben').sets('Available');
    center.agent('ana').transfersTo(toBen).agent('ben').accepts().wait(4).agent('ana').leaves().restart();
    expect([secondOf(center).stage.name, lineOf(center).contactId]).toEqual(['agentWhisper', secondOf(center).id]);
    center.wait(6);
    expect(center.agent('ben').state()).toBe('CONNECTED');
  });
});

describe('a transfer to a queue', () => {
  test('keeps the place in line that the customer had', () => {
    const center = talking({}, 'Offline');
    center.to('11:41:00').customer('+12065550143').dials();
    center.to('11:42:00').agent('ana').transfersTo(toQueue).agent('ana').leaves();
    center.to('11:43:00').agent('ben').sets('Available');
    expect(center.agent('ben').contact().id).toBe(contactsOf(center)[2]?.id);
    expect(contactsOf(center)[2]?.orderingAtMs).toBe(at('11:39:00'));
  });

  test('attended and missed goes on to the next agent', () => {
    const center = talking();
    center.agent('ana').transfersTo(toQueue).wait(20);
    expect([center.agent('ben').state(), secondOf(center).stage.name, center.agent('ana').contact().consult?.kind]).toEqual(['MISSED', 'queued', 'queue']);
  });

  test('lets the customer hear the queue’s flow from its start once the agent has left', () => {
    const rig = baseRig();
    const queueFlow = aFlow('waiting', 'CUSTOMER_QUEUE', [{ Identifier: 'loop', Type: 'MessageParticipantIteratively', Parameters: { Messages: [{ Text: 'Please stay on the line' }] } }]);
    const center = talking({ queues: [aQueue('InboundQueue'), aQueue('CallbackQueue', { customerQueueFlowId: queueFlow.id })], flows: [...rig.flows, queueFlow] }, 'Offline');
    center.agent('ana').transfersTo(toQueue).wait(5);
    expect(lineOf(center).captions).toEqual([]);
    center.agent('ana').leaves();
    expect(secondOf(center)).toMatchObject({ stage: { name: 'queued' }, lineId: lineOf(center).id });
    expect(lineOf(center).captions.map(({ text }) => text)).toEqual(['Please stay on the line']);
    center.customer(JOHN).hangsUp();
    expect(causesOf(center)).toEqual(['transferred', 'customerHungUp']);
    expect(center.records()[1]).toMatchObject({ DisconnectReason: 'CUSTOMER_DISCONNECT', Queue: { Name: 'CallbackQueue', Duration: 5 }, Agent: null });
  });
});

describe('a transfer to a telephone', () => {
  test('attended: the third party talks with the agent, then with the customer', () => {
    const center = talking();
    center.to('11:42:00').agent('ana').transfersTo(toExpert).restart();
    expect([secondOf(center).stage.name, center.agent('ana').state()]).toEqual(['dialing', 'CONNECTED_ONHOLD']);
    center.to('11:42:10').restart();
    expect(secondOf(center)).toMatchObject({ stage: { name: 'connected' }, agent: null });
    center.to('11:43:00').agent('ana').leaves().restart();
    expect(slotsOf(center)).toEqual(['ENDED', null]);
    expect([...center.center.lines.values()].map(({ contactId, party, state }) => [contactId === secondOf(center).id, party, state])).toEqual([[true, 'customer', 'up'], [true, 'third', 'up']]);
    center.to('11:44:00').customer(EXPERT).hangsUp();
    expect(center.records()).toMatchObject([
      { DisconnectReason: 'AGENT_DISCONNECT', TransferCompletedTimestamp: day('11:43:00'), TransferredToEndpoint: { Type: 'TELEPHONE_NUMBER', Address: EXPERT } },
      { DisconnectReason: 'THIRD_PARTY_DISCONNECT', Queue: null, Agent: null, DisconnectTimestamp: day('11:44:00'), Ringback: { Cause: 'thirdPartyHungUp', DialedTimestamp: day('11:42:00'), Complete: true } },
    ]);
    expect([...center.center.lines.values()].map(({ state }) => state)).toEqual(['ended', 'ended']);
  });

  test('shows the caller id of the agent’s outbound queue', () => {
    const center = talking();
    center.agent('ana').transfersTo(toExpert);
    expect([...center.center.lines.values()][1]).toMatchObject({ number: EXPERT, ourNumber: '+18005550199', direction: 'out' });
  });

  test('blind: the customer hears it ring, and is let go when nobody answers', () => {
    const center = talking();
    center.customer(EXPERT).behaves({ does: 'noAnswer' });
    center.agent('ana').transfersTo(toExpert).wait(10).agent('ana').leaves().restart().wait(50);
    expect(causesOf(center)).toEqual(['transferred', 'noAnswer']);
    expect([...center.center.lines.values()].map(({ state }) => state)).toEqual(['ended', 'ended']);
  });

  test('attended and not reached leaves the agent with the customer', () => {
    const center = talking();
    center.customer(EXPERT).behaves({ does: 'busy', afterMs: seconds(2) });
    center.agent('ana').transfersTo(toExpert).wait(2).restart();
    expect([causesOf(center), center.agent('ana').contact().consult, lineOf(center).state]).toEqual([[null, 'busy'], null, 'up']);
    center.agent('ana').resumes();
    expect(center.agent('ana').state()).toBe('CONNECTED');
  });

  test('hung up by the third party leaves the agent with the customer, on hold or in conference', () => {
    const held = talking();
    held.agent('ana').transfersTo(toExpert).wait(10).customer(EXPERT).hangsUp();
    const together = talking();
    together.agent('ana').transfersTo(toExpert).wait(10).agent('ana').conferences().customer(EXPERT).hangsUp();
    expect([held, together].map((center) => [...causesOf(center), center.agent('ana').state()])).toEqual([[null, 'thirdPartyHungUp', 'CONNECTED_ONHOLD'], [null, 'thirdPartyHungUp', 'CONNECTED']]);
  });

  test('without a caller id is not dialed', () => {
    const center = talking({ queues: [aQueue('InboundQueue', { outboundCallerId: null }), aQueue('CallbackQueue')] });
    center.agent('ana').transfersTo(toExpert);
    expect([causesOf(center), center.agent('ana').contact().consult]).toEqual([[null, 'noCallerId'], null]);
  });
});

describe('a callback that is transferred', () => {
  test('keeps its promise closed as reached, once', () => {
    const center = new CenterDriver();
    center.customer(JOHN).behaves({ does: 'answers', afterMs: seconds(0), hangsUpAfterMs: null });
    center.to('11:35:00').customer(JOHN).dials();
    center.to('11:37:00').customer(JOHN).requestsCallback();
    center.to('11:39:00').agent('ana').sets('Available').agent('ana').accepts();
    center.to('11:40:00').agent('ben').sets('Available').agent('ana').transfersTo(toBen).agent('ben').accepts().agent('ana').leaves();
    center.to('11:41:00').customer(JOHN).hangsUp();
    expect(center.events.filter(({ type }) => type === 'callback.closed')).toMatchObject([{ cause: 'reached' }]);
    const [root, leg, next] = center.records();
    expect(leg).toMatchObject({ InitiationMethod: 'CALLBACK', NextContactId: next?.ContactId, Ringback: { Cause: 'transferred' } });
    expect(next).toMatchObject({ InitiationMethod: 'TRANSFER', InitialContactId: root?.ContactId, PreviousContactId: leg?.ContactId, Agent: { Username: 'ben' } });
  });
});
