import { describe, expect, test } from 'vitest';
import { aFlow, aQueue, baseRig, ids } from '../../testing/builders.ts';
import { at, CenterDriver } from '../../testing/center-driver.ts';
import { differenceOf } from '../sim/same.ts';
import { must, seconds, stampOf, type Contact, type Instance, type TransferTarget } from '../index.ts';

const JOHN = '+12065550142';
const EXPERT = '+12065550177';
const day = (time: string): string => stampOf(at(time));
const toBen: TransferTarget = { kind: 'agent', agentId: ids.agent('ben') };
const toQueue: TransferTarget = { kind: 'queue', queueId: ids.queue('CallbackQueue') };
const toExpert: TransferTarget = { kind: 'number', number: EXPERT };

/** A restart is an ordinary thing to happen: the center restored is the center left, in every table. */
class Restartable extends CenterDriver {
  override restart(): this {
    const before = this.center;
    super.restart();
    expect(differenceOf(before, this.center)).toBeNull();
    return this;
  }
}

/** Ana talks with John since 11:40; ben is in the given status. */
function talking(changes: Partial<Instance> = {}, ben = 'Available'): CenterDriver {
  const center = new Restartable(baseRig(changes));
  center.customer(EXPERT).behaves({ does: 'answers', afterMs: seconds(5), hangsUpAfterMs: null });
  center.to('11:39:00').customer(JOHN).dials();
  center.to('11:40:00').agent('ana').sets('Available').agent('ana').accepts();
  return ben === 'Offline' ? center : center.agent('ben').sets(ben);
}

const contacts = (center: CenterDriver): readonly Contact[] => [...center.center.contacts.values()];
const second = (center: CenterDriver): Contact => must(contacts(center)[1], 'the second contact');
const slots = (center: CenterDriver) => [center.agent('ana').state(), center.agent('ben').state()];
const causes = (center: CenterDriver) => contacts(center).map(({ cause }) => cause);
const phoneOf = (center: CenterDriver) => must([...center.center.lines.values()].find(({ number }) => number === JOHN), 'the line');

describe('a transfer to an agent', () => {
  test('holds the customer and rings at that agent, first of all that wait', () => {
    const center = talking({}, 'Offline');
    center.customer('+12065550143').dials();
    center.to('11:42:00').agent('ana').transfersTo(toBen);
    expect(slots(center)).toEqual(['CONNECTED_ONHOLD', null]);
    const asked = must(contacts(center)[2], 'the contact for ben');
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
    expect(slots(center)).toEqual(['CONNECTED_ONHOLD', 'CONNECTED']);
    center.to('11:43:00').agent('ana').leaves().restart();
    expect(slots(center)).toEqual(['ENDED', 'CONNECTED']);
    expect(phoneOf(center)).toMatchObject({ state: 'up', contactId: second(center).id });
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
    expect(slots(center)).toEqual(['ENDED', 'CONNECTING']);
    center.to('11:42:20');
    expect([center.agent('ben').state(), second(center).stage.name]).toEqual(['MISSED', 'queued']);
    center.to('11:43:00').agent('ben').clears().agent('ben').accepts();
    expect(center.agent('ben').state()).toBe('CONNECTED');
    expect(center.records()).toMatchObject([{ Ringback: { Cause: 'transferred' }, Agent: { CustomerHoldDuration: 5 } }]);
  });

  test.each([['colleagueMissed', 'TELECOM_TIMEOUT', 20], ['colleagueRejected', 'OTHER', 3]] as const)('attended and not taken (%s) ends, and the agent goes back to the customer', (cause, reason, after) => {
    const center = talking();
    center.to('11:42:00').agent('ana').transfersTo(toBen).wait(after);
    if (cause === 'colleagueRejected') center.agent('ben').rejects();
    center.restart();
    expect([second(center).cause, second(center).disconnectReason, center.agent('ana').contact().consult]).toEqual([cause, reason, null]);
    expect(slots(center)).toEqual(['CONNECTED_ONHOLD', 'MISSED']);
    center.agent('ana').resumes().agent('ben').clears();
    expect(slots(center)).toEqual(['CONNECTED', null]);
    // The agent may ask again.
    center.agent('ana').transfersTo(toBen).agent('ben').accepts();
    expect(contacts(center).map(({ previousContactId }) => previousContactId === contacts(center)[0]?.id)).toEqual([false, true, true]);
  });

  test('left while the second agent hears a whisper joins the customer when it is over', () => {
    const center = talking({ queues: [aQueue('InboundQueue'), aQueue('CallbackQueue')], defaultFlows: { AGENT_WHISPER: ids.flow('agent whisper') } }, 'Offline');
    center.wait(10).agent('ben').sets('Available');
    center.agent('ana').transfersTo(toBen).agent('ben').accepts().wait(4).agent('ana').leaves().restart();
    expect([second(center).stage.name, phoneOf(center).contactId]).toEqual(['agentWhisper', second(center).id]);
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
    expect(center.agent('ben').contact().id).toBe(contacts(center)[2]?.id);
    expect(contacts(center)[2]?.orderingAtMs).toBe(at('11:39:00'));
  });

  test('attended and missed goes on to the next agent', () => {
    const center = talking();
    center.agent('ana').transfersTo(toQueue).wait(20);
    expect([center.agent('ben').state(), second(center).stage.name, center.agent('ana').contact().consult?.kind]).toEqual(['MISSED', 'queued', 'queue']);
  });

  test('lets the customer hear the queue’s flow from its start once the agent has left', () => {
    const rig = baseRig();
    const queueFlow = aFlow('waiting', 'CUSTOMER_QUEUE', [{ Identifier: 'loop', Type: 'MessageParticipantIteratively', Parameters: { Messages: [{ Text: 'Please stay on the line' }] } }]);
    const center = talking({ queues: [aQueue('InboundQueue'), aQueue('CallbackQueue', { customerQueueFlowId: queueFlow.id })], flows: [...rig.flows, queueFlow] }, 'Offline');
    center.agent('ana').transfersTo(toQueue).wait(5);
    expect(phoneOf(center).captions).toEqual([]);
    center.agent('ana').leaves();
    expect(second(center)).toMatchObject({ stage: { name: 'queued' }, lineId: phoneOf(center).id });
    expect(phoneOf(center).captions.map(({ text }) => text)).toEqual(['Please stay on the line']);
    center.customer(JOHN).hangsUp();
    expect(causes(center)).toEqual(['transferred', 'customerHungUp']);
    expect(center.records()[1]).toMatchObject({ DisconnectReason: 'CUSTOMER_DISCONNECT', Queue: { Name: 'CallbackQueue', Duration: 5 }, Agent: null });
  });
});

describe('a transfer to a telephone', () => {
  test('attended: the third party talks with the agent, then with the customer', () => {
    const center = talking();
    center.to('11:42:00').agent('ana').transfersTo(toExpert).restart();
    expect([second(center).stage.name, center.agent('ana').state()]).toEqual(['dialing', 'CONNECTED_ONHOLD']);
    center.to('11:42:10').restart();
    expect(second(center)).toMatchObject({ stage: { name: 'connected' }, agent: null });
    center.to('11:43:00').agent('ana').leaves().restart();
    expect(slots(center)).toEqual(['ENDED', null]);
    expect([...center.center.lines.values()].map(({ contactId, party, state }) => [contactId === second(center).id, party, state])).toEqual([[true, 'customer', 'up'], [true, 'third', 'up']]);
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
    expect(causes(center)).toEqual(['transferred', 'noAnswer']);
    expect([...center.center.lines.values()].map(({ state }) => state)).toEqual(['ended', 'ended']);
  });

  test('attended and not reached leaves the agent with the customer', () => {
    const center = talking();
    center.customer(EXPERT).behaves({ does: 'busy', afterMs: seconds(2) });
    center.agent('ana').transfersTo(toExpert).wait(2).restart();
    expect([causes(center), center.agent('ana').contact().consult, phoneOf(center).state]).toEqual([[null, 'busy'], null, 'up']);
    center.agent('ana').resumes();
    expect(center.agent('ana').state()).toBe('CONNECTED');
  });

  test('hung up by the third party leaves the agent with the customer, on hold or in conference', () => {
    const held = talking();
    held.agent('ana').transfersTo(toExpert).wait(10).customer(EXPERT).hangsUp();
    const together = talking();
    together.agent('ana').transfersTo(toExpert).wait(10).agent('ana').conferences().customer(EXPERT).hangsUp();
    expect([held, together].map((center) => [...causes(center), center.agent('ana').state()])).toEqual([[null, 'thirdPartyHungUp', 'CONNECTED_ONHOLD'], [null, 'thirdPartyHungUp', 'CONNECTED']]);
  });

  test('without a caller id is not dialed', () => {
    const center = talking({ queues: [aQueue('InboundQueue', { outboundCallerId: null }), aQueue('CallbackQueue')] });
    center.agent('ana').transfersTo(toExpert);
    expect([causes(center), center.agent('ana').contact().consult]).toEqual([[null, 'noCallerId'], null]);
  });
});

describe('three at work', () => {
  /** Ana has brought ben in, from 11:42:00 on. */
  const consulting = (): CenterDriver => talking().to('11:42:00').agent('ana').transfersTo(toBen).agent('ben').accepts();

  test('change over: whom the agent does not talk with is on hold', () => {
    const center = consulting();
    center.to('11:43:00').agent('ana').swaps().restart();
    expect([slots(center), center.agent('ana').contact().consult?.talk]).toEqual([['CONNECTED', 'CONNECTED_ONHOLD'], 'customer']);
    center.to('11:44:00').agent('ana').swaps().restart();
    expect([slots(center), center.agent('ana').contact().consult?.talk]).toEqual([['CONNECTED_ONHOLD', 'CONNECTED'], 'third']);
    center.to('11:45:00').agent('ana').conferences().restart();
    expect([slots(center), center.agent('ana').contact().consult?.talk]).toEqual([['CONNECTED', 'CONNECTED'], 'all']);
    expect(center.agent('ana').conferences().agent('ana').state()).toBe('CONNECTED');
    center.to('11:46:00').agent('ana').leaves();
    center.to('11:47:00').agent('ben').ends();
    expect(center.records()).toMatchObject([
      { Agent: { CustomerHoldDuration: 120, NumberOfHolds: 2, LongestHoldDuration: 60, AgentInteractionDuration: 240 } },
      { DisconnectReason: 'AGENT_DISCONNECT', Agent: { CustomerHoldDuration: 60, NumberOfHolds: 1, AgentInteractionDuration: 240 }, Ringback: { Cause: 'agentHungUp' } },
    ]);
  });

  test('the second agent, put on hold, is taken off it when the first one leaves', () => {
    const center = consulting();
    center.agent('ana').swaps().agent('ana').leaves();
    expect([slots(center), second(center).stage]).toEqual([['ENDED', 'CONNECTED'], { name: 'connected', heldSinceMs: null }]);
  });

  test.each([
    ['talks with the second agent', (center: CenterDriver) => center],
    ['talks with the customer', (center: CenterDriver) => center.agent('ana').swaps()],
    ['is in a conference', (center: CenterDriver) => center.agent('ana').conferences()],
  ])('the customer hangs up while the agent %s: all is over, and both agents wrap up', (_what, first) => {
    const center = first(consulting()).restart().customer(JOHN).hangsUp().restart();
    expect(contacts(center).map(({ cause, disconnectReason }) => [cause, disconnectReason])).toEqual([['customerHungUp', 'CUSTOMER_DISCONNECT'], ['customerLeftTransfer', 'CUSTOMER_DISCONNECT']]);
    expect(slots(center)).toEqual(['ENDED', 'ENDED']);
    center.agent('ana').clears().agent('ben').clears();
    expect(center.records().map(({ Ringback }) => Ringback.Complete)).toEqual([true, true]);
  });

  test('the customer hangs up while it rings at the second agent: the offer is withdrawn', () => {
    const center = talking();
    center.agent('ana').transfersTo(toBen).customer(JOHN).hangsUp();
    expect([causes(center), slots(center)]).toEqual([['customerHungUp', 'customerLeftTransfer'], ['ENDED', null]]);
  });

  test('the second agent leaves: the first goes on with the customer', () => {
    const center = consulting();
    center.agent('ana').conferences().agent('ben').ends().restart();
    expect([causes(center), slots(center)]).toEqual([[null, 'agentHungUp'], ['CONNECTED', 'ENDED']]);
    center.agent('ana').holds().agent('ana').resumes();
    expect(center.agent('ana').contact().consult).toBeNull();
  });

  test('the first agent hangs up: for everybody', () => {
    const center = consulting();
    center.agent('ana').conferences().agent('ana').ends();
    expect([causes(center), slots(center), phoneOf(center).state]).toEqual([['agentHungUp', 'endedForAll'], ['ENDED', 'ENDED'], 'ended']);
  });

  test('the first agent gives the second up, before or after they talk', () => {
    const before = talking();
    before.agent('ana').transfersTo(toBen).agent('ana').drops().restart();
    expect([causes(before), slots(before)]).toEqual([[null, 'consultCanceled'], ['CONNECTED_ONHOLD', null]]);
    const after = consulting();
    after.agent('ana').drops().restart();
    expect([causes(after), slots(after)]).toEqual([[null, 'consultDropped'], ['CONNECTED_ONHOLD', 'ENDED']]);
    after.agent('ana').resumes();
    expect(after.agent('ana').state()).toBe('CONNECTED');
  });

  test('a supervisor stops the first contact, or only the second', () => {
    const first = consulting();
    first.send({ type: 'contact.stop', contactId: first.agent('ana').contact().id });
    expect(causes(first)).toEqual(['stopped', 'stopped']);
    const other = consulting();
    other.send({ type: 'contact.stop', contactId: second(other).id });
    expect([causes(other), other.agent('ana').contact().consult]).toEqual([[null, 'stopped'], null]);
  });

  test('whoever was left with the customer may pass them on again', () => {
    const center = consulting();
    center.agent('ana').leaves().agent('ana').clears();
    center.agent('ben').transfersTo({ kind: 'agent', agentId: ids.agent('ana') }).agent('ana').accepts();
    center.agent('ben').leaves();
    expect(phoneOf(center).contactId).toBe(contacts(center)[2]?.id);
    expect(contacts(center).map(({ initialContactId }) => initialContactId)).toEqual([null, contacts(center)[0]?.id, contacts(center)[0]?.id]);
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

describe('refused', () => {
  const ask = (center: CenterDriver, to: TransferTarget) => center.ask({ type: 'contact.transfer', contactId: center.agent('ana').contact().id, to });
  const verbs = ['contact.conference', 'contact.swap', 'contact.leave', 'contact.drop'] as const;

  test.each([
    ['an agent who is not known', { kind: 'agent', agentId: ids.agent('nobody') }, { code: 'NO_SUCH_AGENT' }],
    ['oneself', { kind: 'agent', agentId: ids.agent('ana') }, { code: 'INVALID_VALUE', field: 'agentId' }],
    ['a queue that is not known', { kind: 'queue', queueId: ids.queue('Nowhere') }, { code: 'NO_SUCH_QUEUE' }],
    ['a number that is none', { kind: 'number', number: '12' }, { code: 'INVALID_NUMBER' }],
    ['a number that is not called', { kind: 'number', number: '+447700900123' }, { code: 'NOT_DIALABLE' }],
  ] as const)('is a transfer to %s', (_what, to, refusal) => {
    expect(ask(talking(), to)).toEqual(refusal);
  });

  test('is a transfer to a number by an agent without an outbound queue', () => {
    const rig = baseRig();
    expect(ask(talking({ routingProfiles: rig.routingProfiles.map((profile) => ({ ...profile, defaultOutboundQueueId: null })) }), toExpert)).toEqual({ code: 'NO_SUCH_QUEUE' });
  });

  test('is a transfer to a queue that is full, its buffer included', () => {
    const full = (maxContacts: number) => {
      const center = talking({ queues: [aQueue('InboundQueue'), aQueue('CallbackQueue', { maxContacts })] }, 'Offline');
      for (let count = 0; count < 5; count++) center.send({ type: 'callback.request', number: `+1206555030${count}` as never, queueId: ids.queue('CallbackQueue'), initialDelayMs: seconds(0), retries: 0, retryDelayMs: seconds(60), attributes: {} });
      return ask(center, toQueue);
    };
    expect(full(5)).toBeNull();
    const disabled = talking({ queues: [aQueue('InboundQueue'), aQueue('CallbackQueue', { status: 'DISABLED' })] });
    expect(ask(disabled, toQueue)).toEqual({ code: 'QUEUE_FULL' });
  });

  test('is what makes no sense without somebody asked in', () => {
    const center = talking();
    const contactId = center.agent('ana').contact().id;
    expect(verbs.map((type) => center.ask({ type, contactId }))).toEqual(verbs.map(() => ({ code: 'NOT_NOW', state: 'connected' })));
  });

  test('are conference and change-over while it still rings, and change-over in a conference', () => {
    const center = talking();
    center.agent('ana').transfersTo(toBen);
    const contactId = center.agent('ana').contact().id;
    expect([center.ask({ type: 'contact.conference', contactId }), center.ask({ type: 'contact.swap', contactId })]).toEqual([{ code: 'NOT_NOW', state: 'queued' }, { code: 'NOT_NOW', state: 'queued' }]);
    center.agent('ben').accepts().agent('ana').conferences();
    expect(center.ask({ type: 'contact.swap', contactId })).toEqual({ code: 'NOT_NOW', state: 'conference' });
  });

  test('are hold, resume and another transfer while somebody is asked in, to both agents', () => {
    const center = talking();
    center.agent('ana').transfersTo(toBen).agent('ben').accepts();
    for (const contact of contacts(center)) {
      const contactId = contact.id;
      for (const type of ['contact.hold', 'contact.resume'] as const) expect(center.ask({ type, contactId })).toMatchObject({ code: 'NOT_NOW' });
      expect(center.ask({ type: 'contact.transfer', contactId, to: toExpert })).toMatchObject({ code: 'NOT_NOW' });
    }
  });

  test('is all of it to an agent whose contact it is not', () => {
    const center = talking();
    const contactId = center.agent('ana').contact().id;
    const by = { role: 'agent', agentId: ids.agent('ben') } as const;
    expect([{ type: 'contact.transfer', contactId, to: toExpert } as const, ...verbs.map((type) => ({ type, contactId }))].map((command) => center.askAs(by, command)?.code)).toEqual(Array(5).fill('NOT_ALLOWED'));
  });

  test('is a thirteenth contact in a chain', () => {
    const center = talking();
    for (let count = 1; count < 12; count++) {
      const [from, to] = count % 2 === 1 ? (['ana', 'ben'] as const) : (['ben', 'ana'] as const);
      center.agent(from).transfersTo({ kind: 'agent', agentId: ids.agent(to) }).agent(to).accepts().agent(from).leaves().agent(from).clears();
    }
    expect(contacts(center)).toHaveLength(12);
    expect(center.ask({ type: 'contact.transfer', contactId: center.agent('ben').contact().id, to: toExpert })).toEqual({ code: 'CHAIN_FULL' });
  });
});
