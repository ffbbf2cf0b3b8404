import { expect, test } from 'vitest';
import { aFlow, anAgent, aQueue, baseRig } from '../../testing/builders.ts';
import { CenterDriver } from '../../testing/center-driver.ts';
import { JOHN } from '../../testing/talking.ts';
import { seconds } from '../core/time.ts';

const bye = { Identifier: 'bye', Type: 'DisconnectParticipant' };
const errors = [{ ErrorType: 'NoMatchingError', NextAction: 'bye' }];

test('a callback without delay, taken without a click and without a whisper, finds the phone of a customer free whom the flow hangs up on in the same instant (spec §1.2, §2.6)', () => {
  const asks = aFlow('asks', 'CONTACT_FLOW', [{ Identifier: 'make', Type: 'CreateCallbackContact', Parameters: { QueueId: 'CallbackQueue' }, Transitions: { NextAction: 'bye', Errors: errors } }, bye]);
  const rig = baseRig({ agents: [anAgent('ana', { callbackAutoAccept: true })] });
  const center = new CenterDriver({ ...rig, flows: [...rig.flows, asks], numbers: rig.numbers.map((claimed) => ({ ...claimed, flowId: asks.id })) });
  center.customer(JOHN).behaves({ does: 'answers', afterMs: seconds(3), hangsUpAfterMs: null }).agent('ana').sets('Available');
  center.customer(JOHN).dials();
  expect(center.commits.at(-1)?.events.flatMap(({ type }) => (['contact.created', 'contact.ended', 'offer.accepted', 'contact.dialing'].includes(type) ? [type] : []))).toEqual(['contact.created', 'contact.created', 'contact.ended', 'offer.accepted', 'contact.dialing']);
  expect(center.wait(3).agent('ana').contact()).toMatchObject({ method: 'CALLBACK', stage: { name: 'customerWhisper' } });
});

test('an offer that is withdrawn in the instant in which it was made is not taken without a click either', () => {
  const leaves = aFlow('leaves', 'CUSTOMER_QUEUE', [{ Identifier: 'first', Type: 'UpdateContactRoutingBehavior', Parameters: { QueuePriority: '1' }, Transitions: { NextAction: 'bye' } }, bye]);
  const rig = baseRig({ agents: [anAgent('ana', { autoAccept: true })], queues: [aQueue('InboundQueue', { customerQueueFlowId: leaves.id }), aQueue('CallbackQueue')] });
  const center = new CenterDriver({ ...rig, flows: [...rig.flows, leaves] }).agent('ana').sets('Available').customer(JOHN).dials();
  expect(center.events.flatMap(({ type }) => (type.startsWith('offer.') ? [type] : []))).toEqual(['offer.made', 'offer.withdrawn']);
  expect([center.records()[0]?.Ringback.Cause, center.agent('ana').state(), center.agent('ana').activity()]).toEqual(['flowDisconnected', null, 'Available']);
});
