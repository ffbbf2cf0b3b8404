import { describe, expect, test } from 'vitest';
import { aFlow, aQueue, baseRig, ids } from '../../testing/builders.ts';
import { CenterDriver } from '../../testing/center-driver.ts';
import { causesOf, consulting, EXPERT, JOHN, lineOf, secondOf, slotsOf, talking, toBen, toExpert, toQueue } from '../../testing/talking.ts';
import { asE164, seconds, type FlowType } from '../index.ts';

const music = (name: string, type: FlowType) => aFlow(name, type, [{ Identifier: 'loop', Type: 'MessageParticipantIteratively', Parameters: { Messages: [{ Text: `${name} music` }] } }]);
const flowsBeside = (...flows: readonly ReturnType<typeof music>[]) => [...baseRig().flows, ...flows];

describe('flows around a transfer', () => {
  const rig = { flows: flowsBeside(music('hold', 'CUSTOMER_HOLD'), music('colleague', 'AGENT_HOLD')), defaultFlows: { CUSTOMER_HOLD: ids.flow('hold'), AGENT_HOLD: ids.flow('colleague') } } as const;
  const runs = (center: CenterDriver) => [...center.center.flowRuns.values()].map(({ flowType }) => flowType);

  test('the customer hears the hold flow until the agent changes over; then the colleague has one of their own', () => {
    const center = consulting(rig);
    expect([runs(center), lineOf(center).captions.map(({ text }) => text)]).toEqual([['CUSTOMER_HOLD'], ['hold music']]);
    center.agent('ana').swaps();
    expect(runs(center)).toEqual(['AGENT_HOLD']);
    center.agent('ana').swaps();
    expect(runs(center)).toEqual(['CUSTOMER_HOLD']);
    center.agent('ana').conferences();
    expect(runs(center)).toEqual([]);
    expect(lineOf(center).captions.map(({ text }) => text)).toEqual(['hold music', 'hold music']);
  });

  test('whoever leaves takes the hold flow along', () => {
    const center = consulting(rig);
    center.agent('ana').swaps().agent('ana').leaves();
    expect([runs(center), slotsOf(center)]).toEqual([[], ['ENDED', 'CONNECTED']]);
  });

  test('a queue’s flow that hangs up gives the customer back to the agent who waits', () => {
    const bye = aFlow('bye', 'CUSTOMER_QUEUE', [{ Identifier: 'bye', Type: 'DisconnectParticipant' }]);
    const center = talking({ flows: flowsBeside(bye), queues: [aQueue('InboundQueue'), aQueue('CallbackQueue', { customerQueueFlowId: bye.id })] }, 'Offline');
    center.agent('ana').transfersTo(toQueue);
    expect([causesOf(center), center.agent('ana').contact().consult]).toEqual([[null, 'flowDisconnected'], null]);
  });

  test('a customer is moved from queue to queue eleven times; the twelfth takes the error branch', () => {
    const over = aFlow('over', 'CUSTOMER_QUEUE', [
      { Identifier: 'say', Type: 'MessageParticipantIteratively', Parameters: { Messages: [{ Text: 'Moving' }], InterruptFrequencySeconds: '5' }, Transitions: { Conditions: [{ NextAction: 'move', Condition: { Operator: 'Equals', Operands: ['MessagesInterrupted'] } }] } },
      { Identifier: 'move', Type: 'DequeueContactAndTransferToQueue', Parameters: { QueueId: 'CallbackQueue' }, Transitions: { NextAction: 'bye', Errors: [{ ErrorType: 'QueueAtCapacity', NextAction: 'bye' }, { ErrorType: 'NoMatchingError', NextAction: 'bye' }] } },
      { Identifier: 'bye', Type: 'DisconnectParticipant' },
    ]);
    const center = new CenterDriver(baseRig({ flows: flowsBeside(over), defaultFlows: { CUSTOMER_QUEUE: over.id } }));
    center.customer(JOHN).dials().wait(59);
    expect([...center.center.contacts.values()].map(({ stage }) => stage.name)).toEqual([...Array<string>(11).fill('ended'), 'queued']);
    expect(center.ask({ type: 'customer.requestCallback', number: asE164(JOHN) })).toEqual({ code: 'CHAIN_FULL' });
    expect(causesOf(center.wait(1))).toEqual([...Array<string>(11).fill('requeued'), 'flowDisconnected']);
    expect(center.events.filter(({ type }) => type === 'flow.faulted')).toHaveLength(1);
  });
});

describe('a customer left to a telephone', () => {
  const left = (): CenterDriver => talking().agent('ana').transfersTo(toExpert).wait(10).agent('ana').leaves();

  test('may hang up: the third party is let go', () => {
    const center = left().customer(JOHN).hangsUp();
    expect(causesOf(center)).toEqual(['transferred', 'customerHungUp']);
    expect(center.events.filter(({ type }) => type === 'line.closed')).toMatchObject([{ by: 'customer' }, { by: 'center' }]);
  });

  test('is on a contact that no agent can end, nor a supervisor stop', () => {
    const center = left();
    const contactId = secondOf(center).id;
    expect(center.ask({ type: 'contact.end', contactId })).toEqual({ code: 'NOT_NOW', state: 'connected' });
    expect(center.ask({ type: 'contact.hold', contactId })).toEqual({ code: 'NOT_NOW', state: 'connected' });
    expect(center.ask({ type: 'contact.transfer', contactId, to: toBen })).toEqual({ code: 'NOT_NOW', state: 'connected' });
    expect(center.ask({ type: 'contact.stop', contactId })).toEqual({ code: 'NOT_STOPPABLE', method: 'TRANSFER' });
    center.customer(JOHN).hangsUp();
    expect([...center.center.lines.values()].map(({ state }) => state)).toEqual(['ended', 'ended']);
    expect(center.ask({ type: 'contact.stop', contactId })).toEqual({ code: 'NOT_NOW', state: 'ended' });
  });

  test('loses a third party who hangs up by plan, counted from when they picked up', () => {
    const center = talking();
    center.send({ type: 'customer.behave', number: asE164(EXPERT), whenCalled: [{ does: 'answers', afterMs: seconds(5), hangsUpAfterMs: null }], talksForMs: seconds(60) });
    center.agent('ana').transfersTo(toExpert).wait(10).agent('ana').leaves().wait(54.999);
    expect(causesOf(center)).toEqual(['transferred', null]);
    expect(causesOf(center.wait(0.001))).toEqual(['transferred', 'thirdPartyHungUp']);
  });
});

describe('keys sent by an agent', () => {
  test('are kept on the contact, in the order sent', () => {
    const center = talking();
    const contactId = center.agent('ana').contact().id;
    center.send({ type: 'contact.sendDigits', contactId, digits: '12' }).send({ type: 'contact.sendDigits', contactId, digits: '#' });
    expect(center.restart().agent('ana').contact().digitsSent).toBe('12#');
  });
});
