import { describe, expect, test } from 'vitest';
import { aFlow, aQueue, baseRig, ids, plainNumbers } from '../../testing/builders.ts';
import { CenterDriver } from '../../testing/center-driver.ts';
import type { Command } from '../command.ts';
import type { ContactId } from '../core/ids.ts';
import { seconds } from '../core/time.ts';
import { createEngine } from '../engine.ts';
import { defaultPolicy } from '../tenant/policy.ts';

const JOHN = '+12065550142';

/** A callback that waits in a queue and runs a silent queue flow there, as its creation flow asked for (spec §1.11). */
function waiting(): { readonly center: CenterDriver; readonly contactId: ContactId } {
  const rig = baseRig();
  const creation = aFlow('creation', 'CONTACT_FLOW', [{ Identifier: 'go', Type: 'TransferContactToQueue', Transitions: { NextAction: 'go', Errors: [{ ErrorType: 'QueueAtCapacity', NextAction: 'go' }] } }]);
  const silent = aFlow('silent', 'CUSTOMER_QUEUE', [{ Identifier: 'wait', Type: 'Wait', Parameters: { TimeLimitSeconds: '3600' }, Transitions: { NextAction: 'wait' } }]);
  const asks = aFlow('asks', 'CONTACT_FLOW', [
    { Identifier: 'ask', Type: 'CreateCallbackContact', Parameters: { QueueId: 'CallbackQueue', ContactFlowId: 'creation' }, Transitions: { NextAction: 'bye', Errors: [] } },
    { Identifier: 'bye', Type: 'DisconnectParticipant' },
  ]);
  const center = new CenterDriver({
    ...rig, flows: [...rig.flows, creation, silent, asks], numbers: rig.numbers.map((claimed) => ({ ...claimed, flowId: asks.id })),
    queues: [aQueue('InboundQueue', { customerQueueFlowId: silent.id }), aQueue('CallbackQueue', { customerQueueFlowId: silent.id })],
  });
  center.customer(JOHN).dials();
  return { center, contactId: [...center.center.openContacts][0] as ContactId };
}

const flowEnds = (center: CenterDriver): number => center.events.filter((event) => event.type === 'flow.ended' && event.flowType === 'CUSTOMER_QUEUE').length;

describe('a waiting callback with a queue flow', () => {
  test('runs it no more once it is put off to another time', () => {
    const { center, contactId } = waiting();
    expect(center.center.flowRuns.get(contactId)?.flowType).toBe('CUSTOMER_QUEUE');
    center.send({ type: 'callback.reschedule', contactId, atMs: center.center.nowMs + 60_000 });
    expect([center.center.flowRuns.size, flowEnds(center), center.center.contacts.get(contactId)?.stage.name]).toEqual([0, 1, 'scheduled']);
  });

  test('ends it, and runs that of the other queue, when it is moved', () => {
    const { center, contactId } = waiting();
    const move: Command = { type: 'callback.move', contactId, queueId: ids.queue('InboundQueue') };
    center.wait(10).send(move);
    expect([flowEnds(center), center.center.flowRuns.get(contactId)?.startedAtMs]).toEqual([1, center.center.nowMs]);
  });
});

describe('a callback whose life runs out while the agent hears the whisper', () => {
  test('and whose calling window closes too, expires', () => {
    // Queued at 11:38:39 and accepted at 11:59:55; the window closes at noon, the life a moment before; the whisper ends after both.
    const rig = baseRig();
    const window = { machine: 'asAmazon', retryRules: {}, duplicates: 'allow', rejectCoolDownMs: seconds(0), callingWindow: [{ day: 'WEDNESDAY', startMinute: 0, endMinute: 720 }] } as const;
    const instance = { ...rig, extras: { [ids.queue('CallbackQueue')]: window }, policy: { ...defaultPolicy, callbackLifeMs: seconds(22 * 60 + 58) } };
    const center = new CenterDriver(instance);
    center.engine = createEngine({ seed: 1, startsAtMs: center.center.nowMs, instance, phoneNumbers: { ...plainNumbers, zoneOf: () => ({ zone: 'UTC', changes: [] }) } });
    center.to('11:35:00').customer(JOHN).dials();
    center.to('11:37:00').customer(JOHN).requestsCallback();
    center.to('11:59:55').agent('ana').sets('Available').agent('ana').accepts();
    center.to('12:00:10');
    expect(center.records()[1]?.Ringback).toMatchObject({ Cause: 'expired', DialedTimestamp: null });
    expect(center.engine.nextDueAtMs()).toBeNull();
  });
});
