import { describe, expect, test } from 'vitest';
import { aFlow, aQueue, baseRig, ids } from '../../testing/builders.ts';
import { CenterDriver } from '../../testing/center-driver.ts';
import { must } from '../core/assert.ts';
import { seconds } from '../core/time.ts';
import type { Instance, QueueConfig } from '../tenant/model.ts';

const phone = (index: number): string => `+1206555${1000 + index}`;

/** The callback queue with these settings, and the callback with this delay. */
function rig(queue: Partial<QueueConfig>, delaySeconds: number): Instance {
  const base = baseRig({ queues: [aQueue('InboundQueue'), aQueue('CallbackQueue', queue)] });
  return { ...base, callback: base.callback && { ...base.callback, initialDelayMs: seconds(delaySeconds) } };
}

function ask(center: CenterDriver, index: number): string | undefined {
  center.customer(phone(index)).dials();
  return center.ask({ type: 'customer.requestCallback', number: phone(index) as never })?.code;
}

const waiting = (center: CenterDriver): number | undefined => center.center.waiting.get(ids.queue('CallbackQueue'))?.size;

describe('a queue with a limit', () => {
  test('that is full takes no further callback, and no contact is made', () => {
    const center = new CenterDriver(rig({ maxContacts: 2 }, 0));
    expect([1, 2, 3].map((index) => ask(center, index))).toEqual([undefined, undefined, 'QUEUE_FULL']);
    expect([waiting(center), center.center.contacts.size]).toEqual([2, 5]);
  });

  test('that is full sends callers to the branch for it', () => {
    const base = rig({ maxContacts: 1 }, 0);
    const flow = aFlow('straight', 'CONTACT_FLOW', [
      { Identifier: 'set', Type: 'UpdateContactTargetQueue', Parameters: { QueueId: 'CallbackQueue' }, Transitions: { NextAction: 'go' } },
      { Identifier: 'go', Type: 'TransferContactToQueue', Transitions: { NextAction: 'end', Errors: [{ ErrorType: 'QueueAtCapacity', NextAction: 'full' }, { ErrorType: 'NoMatchingError', NextAction: 'end' }] } },
      { Identifier: 'full', Type: 'Wait', Parameters: { TimeLimitSeconds: '5' }, Transitions: { NextAction: 'end' } },
      { Identifier: 'end', Type: 'DisconnectParticipant' },
    ]);
    const center = new CenterDriver({ ...base, flows: [...base.flows, flow], numbers: base.numbers.map((claimed) => ({ ...claimed, flowId: flow.id })) });
    center.customer(phone(1)).dials();
    center.customer(phone(2)).dials();
    expect([waiting(center), [...center.center.flowRuns.values()].map(({ actionId }) => actionId)]).toEqual([1, ['full']]);
  });

  test('may be overfilled by a fifth by callbacks that were promised before', () => {
    const center = new CenterDriver(rig({ maxContacts: 10 }, 60));
    for (const index of [1, 2, 3]) {
      ask(center, index);
      center.wait(1);
    }
    const base = center.center.config.instance;
    center.send({ type: 'instance.configure', instance: { ...base, callback: base.callback && { ...base.callback, initialDelayMs: seconds(0) } } });
    for (let index = 11; index <= 20; index++) ask(center, index);
    expect(waiting(center)).toBe(10);
    center.wait(60);
    expect(waiting(center)).toBe(12);
    expect(center.records().filter(({ Ringback }) => Ringback.Cause === 'queueFull')).toHaveLength(1);
    expect(center.records().find(({ Ringback }) => Ringback.Cause === 'queueFull')).toMatchObject({ Queue: null, DisconnectReason: 'OTHER' });
  });

  test('may be overfilled by a callback that was in it and comes back from another time', () => {
    const center = new CenterDriver(rig({ maxContacts: 5 }, 0));
    for (const index of [1, 2, 3, 4, 5]) ask(center, index);
    const first = must([...center.center.contacts.values()].find(({ method }) => method === 'CALLBACK'), 'the callback').id;
    center.send({ type: 'callback.reschedule', contactId: first, atMs: center.center.nowMs + 60_000 });
    expect([ask(center, 6), ask(center, 7)]).toEqual([undefined, 'QUEUE_FULL']);
    expect([waiting(center.wait(60)), center.center.contacts.get(first)?.cause]).toEqual([6, null]);
  });

  test('of zero acts full, and without a limit never is', () => {
    expect(ask(new CenterDriver(rig({ maxContacts: 0 }, 0)), 1)).toBe('QUEUE_FULL');
    const center = new CenterDriver(rig({ maxContacts: null }, 0));
    for (let index = 0; index < 30; index++) ask(center, index);
    expect(waiting(center)).toBe(30);
  });

  test('counts those who ring', () => {
    const center = new CenterDriver(rig({ maxContacts: 1 }, 0));
    center.agent('ana').sets('Available');
    ask(center, 1);
    expect(center.agent('ana').state()).toBe('INCOMING');
    expect(ask(center, 2)).toBe('QUEUE_FULL');
  });
});

describe('a disabled queue', () => {
  test('takes nobody, and still serves those who wait', () => {
    const center = new CenterDriver(rig({}, 0));
    ask(center, 1);
    center.send({ type: 'instance.configure', instance: rig({ status: 'DISABLED' }, 0) });
    expect(ask(center, 2)).toBe('QUEUE_CLOSED');
    center.customer(phone(2)).hangsUp().agent('ana').sets('Available');
    expect(center.agent('ana').state()).toBe('INCOMING');
  });

  test('counts callbacks in their delay against a caller who has none, where they take room (decision #16)', () => {
    const queueOf = (scheduledTakesRoom: boolean): string | undefined => {
      const base = rig({}, 60);
      const center = new CenterDriver({ ...base, queues: [aQueue('InboundQueue', { maxContacts: 1 }), aQueue('CallbackQueue')], policy: { ...base.policy, scheduledTakesRoom } });
      center.send({ type: 'callback.request', number: phone(1) as never, queueId: ids.queue('InboundQueue'), initialDelayMs: seconds(60), retries: 0, retryDelayMs: seconds(60), attributes: {} });
      return [...center.customer(phone(2)).dials().center.contacts.values()][1]?.queue?.queueId;
    };
    expect([queueOf(false), queueOf(true)]).toEqual([ids.queue('InboundQueue'), undefined]);
  });
});

describe('the queue of an agent', () => {
  const tenForAna = (): CenterDriver => {
    const center = new CenterDriver(rig({}, 0));
    for (let index = 0; index < 12; index++) {
      ask(center, index);
      if (index < 10) center.send({ type: 'callback.reassign', contactId: must([...center.center.contacts.values()].at(-1), 'the callback').id, agentId: ids.agent('ana') });
    }
    return center;
  };
  const inAnasQueue = (center: CenterDriver): number | undefined => center.center.waiting.get(`agent/${ids.agent('ana')}` as never)?.size;

  test('takes ten and no eleventh: no buffer is for it (spec §5.6, §9)', () => {
    const center = tenForAna();
    const eleventh = must([...center.center.contacts.values()].at(-1), 'the callback').id;
    expect([inAnasQueue(center), center.ask({ type: 'callback.reassign', contactId: eleventh, agentId: ids.agent('ana') })]).toEqual([10, { code: 'QUEUE_FULL' }]);
  });

  test('takes no eleventh from the flow of another queue either', () => {
    const center = tenForAna();
    const toAna = aFlow('to ana', 'CUSTOMER_QUEUE', [
      { Identifier: 'move', Type: 'DequeueContactAndTransferToQueue', Parameters: { AgentId: 'ana' }, Transitions: { Errors: [{ ErrorType: 'QueueAtCapacity', NextAction: 'full' }, { ErrorType: 'NoMatchingError', NextAction: 'end' }] } },
      { Identifier: 'full', Type: 'Wait', Parameters: { TimeLimitSeconds: '5' }, Transitions: { NextAction: 'end' } },
      { Identifier: 'end', Type: 'EndFlowExecution' },
    ]);
    const { instance } = center.center.config;
    center.send({ type: 'instance.configure', instance: { ...instance, flows: [...instance.flows, toAna], queues: instance.queues.map((queue) => ({ ...queue, customerQueueFlowId: toAna.id })) } });
    center.customer(phone(20)).dials();
    expect([inAnasQueue(center), [...center.center.flowRuns.values()].map(({ actionId }) => actionId)]).toEqual([10, ['full']]);
  });
});
