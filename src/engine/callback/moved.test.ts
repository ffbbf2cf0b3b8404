import { describe, expect, test } from 'vitest';
import { aFlow, anAgent, aQueue, baseRig, ids, plainNumbers } from '../../testing/builders.ts';
import { at, CenterDriver } from '../../testing/center-driver.ts';
import { JOHN } from '../../testing/talking.ts';
import type { Contact } from '../contact/model.ts';
import { must } from '../core/assert.ts';
import { createEngine } from '../engine.ts';
import { noExtras, type QueueExtras } from '../tenant/extras.ts';
import type { Policy } from '../tenant/policy.ts';

const asked = ids.queue('CallbackQueue');
const other = ids.queue('Other');
const toBye = [{ ErrorType: 'NoMatchingError', NextAction: 'bye' }, { ErrorType: 'QueueAtCapacity', NextAction: 'bye' }];
const bye = { Identifier: 'bye', Type: 'DisconnectParticipant' };

/** John asked for a callback at 11:30; at 11:31 its silent queue flow (spec §1.11) takes it to another queue. */
function moved({ extras = {}, policy = {} }: { readonly extras?: Readonly<Record<string, Partial<QueueExtras>>>; readonly policy?: Partial<Policy> } = {}): CenterDriver {
  const rig = baseRig();
  const asks = aFlow('asks', 'CONTACT_FLOW', [
    { Identifier: 'make', Type: 'CreateCallbackContact', Parameters: { QueueId: 'CallbackQueue', ContactFlowId: 'creation', MaximumConnectionAttempts: '1', RetryDelaySeconds: '60' }, Transitions: { NextAction: 'bye', Errors: toBye } },
    bye,
  ]);
  const creation = aFlow('creation', 'CONTACT_FLOW', [
    { Identifier: 'hook', Type: 'UpdateContactEventHooks', Parameters: { EventHooks: { CustomerQueue: 'silent' } }, Transitions: { NextAction: 'go', Errors: toBye } },
    { Identifier: 'go', Type: 'TransferContactToQueue', Transitions: { Errors: toBye } },
    bye,
  ]);
  const silent = aFlow('silent', 'CUSTOMER_QUEUE', [
    { Identifier: 'wait', Type: 'Wait', Parameters: { TimeLimitSeconds: '60' }, Transitions: { Conditions: [{ NextAction: 'where', Condition: { Operator: 'Equals', Operands: ['WaitCompleted'] } }], Errors: toBye } },
    { Identifier: 'where', Type: 'Compare', Parameters: { ComparisonValue: '$.Queue.Name' }, Transitions: { Conditions: [{ NextAction: 'move', Condition: { Operator: 'Equals', Operands: ['CallbackQueue'] } }], Errors: [{ ErrorType: 'NoMatchingCondition', NextAction: 'stay' }] } },
    { Identifier: 'move', Type: 'DequeueContactAndTransferToQueue', Parameters: { QueueId: 'Other' }, Transitions: { Errors: toBye } },
    { Identifier: 'stay', Type: 'EndFlowExecution' },
    bye,
  ]);
  const instance = {
    ...rig,
    queues: [...rig.queues, aQueue('Other')],
    routingProfiles: rig.routingProfiles.map((profile) => ({ ...profile, entries: [...profile.entries, { ...must(profile.entries[0], 'an entry'), queueId: other }] })),
    agents: [anAgent('ana', { callbackAutoAccept: true })],
    flows: [...rig.flows, asks, creation, silent],
    numbers: rig.numbers.map((claimed) => ({ ...claimed, flowId: asks.id })),
    policy: { ...rig.policy, ...policy },
    extras: Object.fromEntries(Object.entries(extras).map(([queueId, some]) => [queueId, { ...noExtras, ...some }])),
  };
  const driver = new CenterDriver(instance);
  driver.engine = createEngine({ seed: 1, startsAtMs: at('11:30:00'), instance, phoneNumbers: { ...plainNumbers, zoneOf: () => ({ zone: 'UTC', changes: [] }) } });
  driver.customer(JOHN).behaves({ does: 'noAnswer' }).customer(JOHN).dials().wait(60);
  expect(legs(driver).map(({ queue }) => queue?.queueId)).toEqual([other]);
  return driver;
}

const legs = (driver: CenterDriver): readonly Contact[] => [...driver.center.contacts.values()].filter(({ method }) => method === 'CALLBACK');
const dials = (driver: CenterDriver): number => driver.events.filter(({ type }) => type === 'contact.dialing').length;

describe('a callback that its flow took to another queue', () => {
  test('stands there by when it came, and its retry by the start of the original call again (spec §1.10, §5.2, decision #7)', () => {
    const driver = moved();
    expect(legs(driver).map(({ orderingAtMs }) => orderingAtMs)).toEqual([at('11:31:00')]);
    driver.agent('ana').sets('Available').wait(60 + 60);
    expect(legs(driver).map(({ queue, orderingAtMs }) => [queue?.queueId, orderingAtMs])).toEqual([[other, at('11:31:00')], [other, at('11:30:00')]]);
  });

  test('has a retry that stands by its own enqueue where the instance decided so (decision #7)', () => {
    const driver = moved({ policy: { callbackOrdering: 'ownEnqueue' } }).agent('ana').sets('Available').wait(60 + 60);
    expect(legs(driver)[1]?.orderingAtMs).toBe(at('11:33:00'));
  });

  test('is dialed within the calling window of the queue in which it waits (ours)', () => {
    const driver = moved({ extras: { [other]: { callingWindow: [{ day: 'WEDNESDAY', startMinute: 14 * 60, endMinute: 18 * 60 }] } } }).agent('ana').sets('Available').wait(120);
    expect([dials(driver), legs(driver)[0]?.stage]).toEqual([0, { name: 'scheduled', untilMs: at('14:00:00') }]);
    expect([...driver.center.scheduled].filter(([, scheduled]) => scheduled.size > 0).map(([queueId]) => queueId)).toEqual([other]);
    driver.to('14:00:00');
    expect([dials(driver), legs(driver)[0]?.queue?.queueId]).toEqual([1, other]);
  });

  test('is tried again by the rules of the queue in which it waited (ours)', () => {
    const busy = (queueId: string): number => {
      const driver = moved({ extras: { [queueId]: { retryRules: { busy: { attemptsMax: 2, gapMs: null } } } } });
      return legs(driver.customer(JOHN).behaves({ does: 'busy', afterMs: 0 as never }).agent('ana').sets('Available').wait(1)).length;
    };
    expect([busy(asked), busy(other)]).toEqual([1, 2]);
  });

  test('can be moved back by hand to the queue that it was asked for (ours)', () => {
    const driver = moved();
    driver.send({ type: 'callback.move', contactId: must(legs(driver)[0], 'the callback').id, queueId: asked });
    expect(legs(driver)[0]?.queue?.queueId).toBe(asked);
    const { seq } = driver.center;
    driver.send({ type: 'callback.move', contactId: must(legs(driver)[0], 'the callback').id, queueId: asked });
    expect(driver.center.seq).toBe(seq);
  });

  test('is still what a further request in the queue that it was asked for would double (ours)', () => {
    const driver = moved({ extras: { [asked]: { duplicates: 'merge' } } }).customer(JOHN).dials();
    expect([...driver.center.callbacks.values()].map(({ requests, queueId }) => [requests, queueId])).toEqual([[2, asked]]);
  });
});
