import { describe, expect, test } from 'vitest';
import { aFlow, aQueue, baseRig, ids } from '../../testing/builders.ts';
import { at, CenterDriver } from '../../testing/center-driver.ts';
import { JOHN } from '../../testing/talking.ts';
import { noExtras } from '../tenant/extras.ts';

const ringing = (changes: Parameters<typeof baseRig>[0] = {}): CenterDriver => new CenterDriver(baseRig(changes)).agent('ana').sets('Available').customer(JOHN).dials().wait(5);

describe('an offer that is taken', () => {
  test('leaves a caller in the queue until the whisper to the agent is over (spec §2.2b)', () => {
    const center = ringing({ defaultFlows: { AGENT_WHISPER: ids.flow('agent whisper') } }).agent('ana').accepts();
    expect(center.agent('ana').contact()).toMatchObject({ stage: { name: 'agentWhisper' }, queue: { dequeuedAtMs: null } });
    center.wait(10);
    expect(center.agent('ana').contact()).toMatchObject({ stage: { name: 'connected' }, queue: { dequeuedAtMs: at('11:30:15') } });
  });

  test('ends what the caller heard in the queue', () => {
    const music = aFlow('music', 'CUSTOMER_QUEUE', [{ Identifier: 'rest', Type: 'Wait', Parameters: { TimeLimitSeconds: '600' } }]);
    const center = ringing({ flows: [...baseRig().flows, music], queues: [aQueue('InboundQueue', { customerQueueFlowId: music.id }), aQueue('CallbackQueue')] });
    expect(center.center.flowRuns.size).toBe(1);
    center.agent('ana').accepts();
    expect([center.center.flowRuns.size, center.events.flatMap((event) => (event.type === 'flow.ended' && event.flowType === 'CUSTOMER_QUEUE' ? [event.how] : []))]).toEqual([0, ['taken']]);
  });
});

test('an offer that is rejected keeps the contact from its agent only where the queue says for how long', () => {
  const until = (rejectCoolDownMs: number): unknown => {
    const center = ringing({ extras: { [ids.queue('InboundQueue')]: { ...noExtras, rejectCoolDownMs: rejectCoolDownMs as never } } }).agent('ana').rejects();
    return center.events.flatMap((event) => (event.type === 'offer.rejected' ? [event.coolsDownAtMs] : []))[0];
  };
  expect([until(0), until(60_000)]).toEqual([null, at('11:31:05')]);
});

test('offers are counted one after another, in the center and for the contact', () => {
  const center = ringing().wait(15).agent('ana').clears().wait(20).agent('ana').clears();
  expect([center.center.counts.offer, center.agent('ana').contact().offers, new Set(center.events.flatMap((event) => (event.type === 'offer.made' ? [event.offerId] : []))).size]).toEqual([3, 3, 3]);
});
