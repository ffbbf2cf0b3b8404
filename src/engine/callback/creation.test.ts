import { expect, test } from 'vitest';
import { aFlow, anAgent, aQueue, baseRig, ids, plainNumbers } from '../../testing/builders.ts';
import { at, CenterDriver } from '../../testing/center-driver.ts';
import { JOHN } from '../../testing/talking.ts';
import type { Contact } from '../contact/model.ts';
import { must } from '../core/assert.ts';
import { createEngine } from '../engine.ts';
import type { Instance } from '../tenant/model.ts';
import { noExtras } from '../tenant/extras.ts';

const mornings = [{ day: 'WEDNESDAY', startMinute: 9 * 60, endMinute: 12 * 60 }, { day: 'WEDNESDAY', startMinute: 14 * 60, endMinute: 18 * 60 }] as const;

/** John asked for a callback whose creation flow lets it through once, and hangs up on whatever comes a second time. */
function center({ moves = false, whisper = false } = {}): CenterDriver {
  const rig = baseRig({ queues: ['InboundQueue', 'CallbackQueue', 'Third'].map((name) => aQueue(name)), agents: [anAgent('ana')], defaultFlows: whisper ? { AGENT_WHISPER: ids.flow('agent whisper') } : {} });
  const ways = [{ ErrorType: 'NoMatchingError', NextAction: 'bye' }, { ErrorType: 'QueueAtCapacity', NextAction: 'bye' }];
  const creation = aFlow('creation', 'CONTACT_FLOW', [
    { Identifier: 'been', Type: 'Compare', Parameters: { ComparisonValue: '$.Attributes.been' }, Transitions: { Conditions: [{ NextAction: 'bye', Condition: { Operator: 'Equals', Operands: ['yes'] } }], Errors: [{ ErrorType: 'NoMatchingCondition', NextAction: 'mark' }] } },
    { Identifier: 'mark', Type: 'UpdateContactAttributes', Parameters: { Attributes: { been: 'yes' } }, Transitions: { NextAction: moves ? 'other' : 'go' } },
    { Identifier: 'other', Type: 'UpdateContactTargetQueue', Parameters: { QueueId: 'InboundQueue' }, Transitions: { NextAction: 'go', Errors: ways } },
    { Identifier: 'go', Type: 'TransferContactToQueue', Transitions: { Errors: ways } },
    { Identifier: 'bye', Type: 'DisconnectParticipant' },
  ]);
  const asks = aFlow('asks', 'CONTACT_FLOW', [
    { Identifier: 'make', Type: 'CreateCallbackContact', Parameters: { QueueId: 'CallbackQueue', ContactFlowId: 'creation', MaximumConnectionAttempts: '0', RetryDelaySeconds: '60' }, Transitions: { NextAction: 'bye', Errors: ways } },
    { Identifier: 'bye', Type: 'DisconnectParticipant' },
  ]);
  const extras = { [ids.queue('CallbackQueue')]: { ...noExtras, callingWindow: mornings } };
  const instance = { ...rig, extras, flows: [...rig.flows, creation, asks], numbers: rig.numbers.map((claimed) => ({ ...claimed, flowId: asks.id })) };
  const driver = new CenterDriver(instance);
  driver.engine = createEngine({ seed: 1, startsAtMs: at('11:30:00'), instance, phoneNumbers: { ...plainNumbers, zoneOf: () => ({ zone: 'UTC', changes: [] }) } });
  return driver.customer(JOHN).dials();
}

const leg = (driver: CenterDriver): Contact => must([...driver.center.contacts.values()][1], 'the callback');
const runs = (driver: CenterDriver): number => driver.events.filter((event) => event.type === 'flow.started' && event.flowType === 'CONTACT_FLOW' && event.contactId === leg(driver).id).length;

test('a creation flow runs once, though the calling window closes and the callback is queued again (spec §1.11)', () => {
  const driver = center().to('12:00:00');
  expect([leg(driver).stage, runs(driver)]).toEqual([{ name: 'scheduled', untilMs: at('14:00:00') }, 1]);
  driver.to('14:00:00');
  expect([leg(driver).stage.name, leg(driver).cause, runs(driver)]).toEqual(['queued', null, 1]);
});

test('a creation flow runs once, though the callback is rescheduled out of its queue, and again while it waits for that', () => {
  const driver = center();
  const later = (time: string) => driver.send({ type: 'callback.reschedule', contactId: leg(driver).id, atMs: at(time) });
  later('11:45:00').wait(60);
  later('11:50:00').to('11:50:00');
  expect([leg(driver).stage.name, runs(driver)]).toEqual(['queued', 1]);
});

test('a creation flow runs once, though the window closes on the agent’s whisper', () => {
  const driver = center({ whisper: true }).to('11:59:55').agent('ana').sets('Available').agent('ana').accepts().to('12:00:05');
  expect(leg(driver).stage.name).toBe('scheduled');
  driver.to('14:00:00');
  expect([leg(driver).cause, runs(driver)]).toEqual([null, 1]);
});

test('a callback that was put off waits on in the queue where it waited, not in the one it was asked for', () => {
  const driver = center({ moves: true });
  expect(leg(driver).queue?.queueId).toBe(ids.queue('InboundQueue'));
  driver.send({ type: 'callback.reschedule', contactId: leg(driver).id, atMs: at('11:45:00') });
  expect(driver.center.scheduled.get(ids.queue('InboundQueue'))).toEqual(new Set([leg(driver).id]));
  driver.to('11:45:00');
  expect(leg(driver).queue?.queueId).toBe(ids.queue('InboundQueue'));
});

test('a creation flow that is not there any more when the delay is over closes the record, as one that queues nobody does (spec §1.11)', () => {
  const asks = aFlow('asks', 'CONTACT_FLOW', [
    { Identifier: 'make', Type: 'CreateCallbackContact', Parameters: { QueueId: 'CallbackQueue', ContactFlowId: 'creation', InitialCallDelaySeconds: '99' }, Transitions: { NextAction: 'bye', Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'bye' }] } },
    { Identifier: 'bye', Type: 'DisconnectParticipant' },
  ]);
  const rig = baseRig();
  const instance = (...flows: Instance['flows']): Instance => ({ ...rig, flows: [...rig.flows, asks, ...flows], numbers: rig.numbers.map((claimed) => ({ ...claimed, flowId: asks.id })) });
  const driver = new CenterDriver(instance(aFlow('creation', 'CONTACT_FLOW', [{ Identifier: 'bye', Type: 'DisconnectParticipant' }]))).customer(JOHN).dials();
  driver.send({ type: 'instance.configure', instance: instance() }).wait(98);
  expect(leg(driver).stage.name).toBe('scheduled');
  driver.wait(1);
  expect(driver.records()[1]).toMatchObject({ DisconnectReason: 'CONTACT_FLOW_DISCONNECT', DisconnectTimestamp: '2024-01-10T11:31:39Z', Queue: null, Ringback: { Cause: 'flowEnded' } });
  expect([driver.center.scheduled.get(ids.queue('CallbackQueue'))?.size, [...driver.center.callbacks.values()].map(({ closed }) => closed?.cause)]).toEqual([0, ['flowEnded']]);
});
