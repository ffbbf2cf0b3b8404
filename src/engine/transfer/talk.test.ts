import { describe, expect, test } from 'vitest';
import { aFlow, aQueue, baseRig, ids } from '../../testing/builders.ts';
import { at, type CenterDriver } from '../../testing/center-driver.ts';
import { consulting, JOHN, lineOf, secondOf, slotsOf, talking, toBen, toQueue } from '../../testing/talking.ts';

const countOf = (center: CenterDriver, type: string): number => center.events.filter((event) => event.type === type).length;

describe('holding in a consultation', () => {
  test('begins once: who is on hold already when another is asked for stays so', () => {
    const center = talking().to('11:41:00').agent('ana').holds().to('11:42:00').agent('ana').transfersTo(toBen);
    expect([countOf(center, 'contact.held'), slotsOf(center)[0]]).toEqual([1, 'CONNECTED_ONHOLD']);
    center.agent('ben').accepts().to('11:43:00').agent('ana').leaves();
    expect(center.records()[0]?.Agent).toMatchObject({ NumberOfHolds: 1, CustomerHoldDuration: 120 });
  });

  test('ends for the one who is on hold alone', () => {
    const center = consulting().agent('ana').conferences();
    expect([countOf(center, 'contact.resumed'), slotsOf(center)]).toEqual([1, ['CONNECTED', 'CONNECTED']]);
  });

  test('changes sides with each change over', () => {
    const center = consulting().agent('ana').swaps();
    expect([slotsOf(center), countOf(center, 'contact.held'), countOf(center, 'contact.resumed')]).toEqual([['CONNECTED', 'CONNECTED_ONHOLD'], 2, 1]);
    center.agent('ana').swaps();
    expect([slotsOf(center), countOf(center, 'contact.held'), countOf(center, 'contact.resumed')]).toEqual([['CONNECTED_ONHOLD', 'CONNECTED'], 3, 2]);
  });
});

test('a conference that is asked for again changes nothing', () => {
  const center = consulting().agent('ana').conferences();
  const { seq } = center.center;
  center.agent('ana').conferences();
  expect([center.center.seq, slotsOf(center)]).toEqual([seq, ['CONNECTED', 'CONNECTED']]);
});

describe('a customer who is left waiting in a queue', () => {
  const music = aFlow('music', 'CUSTOMER_QUEUE', ['one', 'two', 'three'].map((name, index, all) => ({
    Identifier: name, Type: 'MessageParticipant', Parameters: { Text: name }, Transitions: { NextAction: all[index + 1] ?? 'one' },
  })));
  const rig = (): CenterDriver => talking({ flows: [...baseRig().flows, music], queues: [aQueue('InboundQueue'), aQueue('CallbackQueue', { customerQueueFlowId: music.id })] }, 'Offline');

  test('hears the queue’s flow from the start, which so far the agent heard', () => {
    const center = rig().to('11:42:00').agent('ana').transfersTo(toQueue).wait(1);
    expect(center.center.flowRuns.get(secondOf(center).id)?.actionId).not.toBe('one');
    center.agent('ana').leaves();
    expect(center.center.flowRuns.get(secondOf(center).id)).toMatchObject({ actionId: 'one', flowId: music.id });
    expect(center.events.filter((event) => event.type === 'flow.ended' && event.how === 'taken').length).toBeGreaterThan(0);
    expect(lineOf(center).captions.at(-1)).toMatchObject({ text: 'one', atMs: at('11:42:01') });
  });
});

describe('room for a quick connect (spec §5.6)', () => {
  const refusal = (center: CenterDriver, to: typeof toBen) => center.ask({ type: 'contact.transfer', contactId: center.agent('ana').contact().id, to });
  const waiting = (count: number, queueId = ids.queue('CallbackQueue')): CenterDriver => {
    const center = talking({ queues: [aQueue('InboundQueue'), aQueue('CallbackQueue', { maxContacts: 5 })] }, 'Offline');
    for (let index = 0; index < count; index++) center.send({ type: 'callback.request', number: `+1206555${1000 + index}` as never, queueId, initialDelayMs: 99_000 as never, retries: 0, retryDelayMs: 1 as never, attributes: {} });
    return center.wait(99);
  };

  test('in a queue is a fifth more than its limit', () => {
    expect([refusal(waiting(5), toQueue), refusal(waiting(6), toQueue)]).toEqual([null, { code: 'QUEUE_FULL' }]);
  });

  test('at an agent is ten, and no more', () => {
    const own = `agent/${ids.agent('ben')}` as never;
    expect([refusal(waiting(9, own), toBen), refusal(waiting(10, own), toBen)]).toEqual([null, { code: 'QUEUE_FULL' }]);
  });
});

test('the customer hears nobody but the agent they are with: John is on hold while ana asks ben', () => {
  const center = consulting();
  expect([slotsOf(center), lineOf(center).number]).toEqual([['CONNECTED_ONHOLD', 'CONNECTED'], JOHN]);
});
