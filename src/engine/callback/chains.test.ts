import { describe, expect, test } from 'vitest';
import { aFlow, aQueue, baseRig } from '../../testing/builders.ts';
import { CenterDriver } from '../../testing/center-driver.ts';
import { seconds } from '../core/time.ts';

const JOHN = '+12065550142';

describe('a queue flow that asks for a callback at once', () => {
  test('and whose callbacks run it again makes a chain of twelve contacts and no more', () => {
    const rig = baseRig();
    const creation = aFlow('creation', 'CONTACT_FLOW', [{ Identifier: 'go', Type: 'TransferContactToQueue', Transitions: { NextAction: 'go', Errors: [{ ErrorType: 'QueueAtCapacity', NextAction: 'go' }] } }]);
    const greedy = aFlow('greedy', 'CUSTOMER_QUEUE', [
      { Identifier: 'ask', Type: 'CreateCallbackContact', Parameters: { QueueId: 'CallbackQueue', ContactFlowId: 'creation' }, Transitions: { NextAction: 'bye', Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'bye' }] } },
      { Identifier: 'bye', Type: 'DisconnectParticipant' },
    ]);
    const queues = ['InboundQueue', 'CallbackQueue'].map((name) => aQueue(name, { customerQueueFlowId: greedy.id }));
    const center = new CenterDriver({ ...rig, flows: [...rig.flows, creation, greedy], queues });
    center.customer(JOHN).dials();
    expect(center.records().map(({ Ringback }) => Ringback.Cause)).toEqual(Array.from({ length: 12 }, () => 'flowDisconnected'));
    expect(center.events.findLast((event) => event.type === 'flow.faulted')?.fault).toContain('chain of contacts');
    expect([center.center.openContacts.size, center.engine.nextDueAtMs()]).toEqual([0, null]);
  });
});

describe('a phone told anew how to behave while it rings', () => {
  test('does the first thing it was told', () => {
    const center = new CenterDriver();
    center.customer(JOHN).behaves({ does: 'answers', afterMs: seconds(10), hangsUpAfterMs: null });
    center.to('11:35:00').customer(JOHN).dials();
    center.to('11:37:00').customer(JOHN).requestsCallback();
    center.to('11:39:00').agent('ana').sets('Available').agent('ana').accepts();
    center.to('11:39:15').customer(JOHN).behaves({ does: 'voicemail', afterMs: seconds(3) });
    center.to('11:39:21');
    expect([center.agent('ana').contact().stage.name, [...center.center.lines.values()].at(-1)?.answeredBy]).toEqual(['customerWhisper', 'machine']);
  });
});
