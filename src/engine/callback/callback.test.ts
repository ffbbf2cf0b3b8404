import { describe, expect, test } from 'vitest';
import { CenterDriver } from '../../testing/center-driver.ts';
import { baseRig } from '../../testing/builders.ts';
import { seconds } from '../core/time.ts';
import type { DialBehavior } from '../line/model.ts';
import type { Instance } from '../tenant/model.ts';

const JOHN = '+12065550142';
const day = (time: string): string => `2024-01-10T${time}Z`;

/** John has asked for a callback at 11:37:00; ana is available from 11:39:00 and has the offer. */
function offered(behavior: DialBehavior, changes: Partial<Instance> = {}): CenterDriver {
  const center = new CenterDriver(baseRig(changes));
  center.customer(JOHN).behaves(behavior);
  center.to('11:35:00').customer(JOHN).dials();
  center.to('11:37:00').customer(JOHN).requestsCallback();
  return center.to('11:39:00').agent('ana').sets('Available');
}

const answers: DialBehavior = { does: 'answers', afterMs: seconds(0), hangsUpAfterMs: null };

describe('a callback that nobody answers', () => {
  test('is dialed three times, each attempt with a record of its own, and then ends', () => {
    const center = offered({ does: 'noAnswer' });
    const ana = center.agent('ana');
    ana.accepts();
    center.to('11:40:10');
    expect([ana.state(), ana.cause()]).toEqual(['ERROR', 'noAnswer']);
    ana.clears();
    center.to('11:50:15').agent('ana').accepts();
    center.to('11:51:25').agent('ana').clears();
    center.to('12:01:30').agent('ana').accepts();
    center.to('12:30:00');
    const legs = center.records().slice(1);
    expect(legs.map((leg) => [leg.InitiationTimestamp, leg.Queue?.EnqueueTimestamp, leg.Queue?.DequeueTimestamp, leg.Ringback.DialedTimestamp, leg.DisconnectTimestamp, leg.Queue?.Duration, leg.DisconnectReason])).toEqual([
      [day('11:37:00'), day('11:38:39'), day('11:39:00'), day('11:39:10'), day('11:40:10'), 120, 'TELECOM_TIMEOUT'],
      [day('11:40:10'), day('11:50:10'), day('11:50:15'), day('11:50:25'), day('11:51:25'), 5, 'TELECOM_TIMEOUT'],
      [day('11:51:25'), day('12:01:25'), day('12:01:30'), day('12:01:40'), day('12:02:40'), 5, 'TELECOM_TIMEOUT'],
    ]);
    expect(center.events.filter((event) => event.type === 'line.opened' && event.direction === 'out')).toHaveLength(3);
    expect(new Set(legs.map((leg) => leg.InitialContactId))).toEqual(new Set([center.records()[0]?.ContactId]));
    expect([...center.center.callbacks.values()].map(({ closed }) => closed?.cause)).toEqual(['exhausted']);
    expect(center.engine.nextDueAtMs()).toBeNull();
  });
});

describe('an attempt that fails', () => {
  test.each<[DialBehavior['does'], string, DialBehavior]>([
    ['busy', 'TELECOM_BUSY', { does: 'busy', afterMs: seconds(3) }],
    ['invalidNumber', 'TELECOM_NUMBER_INVALID', { does: 'invalidNumber' }],
    ['blocked', 'TELECOM_POTENTIAL_BLOCKING', { does: 'blocked' }],
    ['networkFault', 'TELECOM_PROBLEM', { does: 'networkFault', afterMs: seconds(1) }],
  ])('for %s (%s) is not tried again, and the agent is in error until cleared (spec §1.8)', (does, reason, behavior) => {
    const center = offered(behavior);
    center.agent('ana').accepts();
    center.to('12:30:00');
    const [, leg] = center.records();
    expect(center.records()).toHaveLength(2);
    expect([leg?.Ringback.Cause, leg?.DisconnectReason, leg?.ConnectedToSystemTimestamp, leg?.NextContactId]).toEqual([does, reason, null, null]);
    expect(center.agent('ana').state()).toBe('ERROR');
    expect(center.agent('ana').clears().agent('ana').state()).toBeNull();
  });

  test('because the network could not deliver it is tried again', () => {
    const center = offered({ does: 'networkNoAnswer', afterMs: seconds(2) });
    center.agent('ana').accepts();
    center.to('11:39:12');
    expect(center.records()[1]).toMatchObject({ DisconnectReason: 'TELECOM_UNANSWERED', Ringback: { Cause: 'networkNoAnswer' } });
    expect(center.records()[1]?.NextContactId).not.toBeNull();
  });

  test('because no caller id is set never dials', () => {
    const rig = baseRig();
    const center = offered(answers, { queues: rig.queues.map((queue) => ({ ...queue, outboundCallerId: null })) });
    center.agent('ana').accepts();
    center.to('11:40:00');
    expect(center.records()[1]).toMatchObject({ DisconnectReason: 'TELECOM_PROBLEM', Ringback: { Cause: 'noCallerId', DialedTimestamp: null } });
  });

  test('when the agent gives up while it rings is the agent’s own end: after-contact work, no retry', () => {
    const center = offered({ does: 'manual' });
    center.agent('ana').accepts();
    center.to('11:39:22').agent('ana').ends();
    expect(center.records()[1]).toMatchObject({ DisconnectReason: 'TELECOM_ORIGINATOR_CANCEL', NextContactId: null, ConnectedToSystemTimestamp: null });
    expect(center.agent('ana').state()).toBe('ENDED');
  });

  test('when the agent leaves during the whisper frees the agent at once', () => {
    const center = offered(answers);
    center.agent('ana').accepts();
    center.to('11:39:05').agent('ana').ends();
    expect(center.records()[1]).toMatchObject({ DisconnectReason: 'AGENT_DISCONNECT', Ringback: { Cause: 'agentLeftWhisper' } });
    expect(center.agent('ana').state()).toBeNull();
  });

  test('when the customer leaves during the whisper puts the agent in error', () => {
    const center = offered({ does: 'answers', afterMs: seconds(0), hangsUpAfterMs: seconds(5) });
    center.agent('ana').accepts();
    center.to('11:40:00');
    expect(center.records()[1]).toMatchObject({
      ConnectedToSystemTimestamp: day('11:39:10'), DisconnectTimestamp: day('11:39:15'), Agent: null,
      DisconnectReason: 'CUSTOMER_DISCONNECT', Ringback: { Cause: 'customerLeftWhisper' },
    });
    expect(center.agent('ana').state()).toBe('ERROR');
  });

  test('for a whisper of more than two minutes ends without a dial', () => {
    const center = offered(answers, { prompts: baseRig().prompts.map((prompt) => ({ ...prompt, durationMs: seconds(130) })) });
    center.agent('ana').accepts();
    center.to('11:45:00');
    expect(center.records()[1]).toMatchObject({ DisconnectTimestamp: day('11:41:00'), Ringback: { Cause: 'whisperTooLong', DialedTimestamp: null } });
  });
});

describe('a voicemail', () => {
  test('counts as an answer: no retry', () => {
    const center = offered({ does: 'voicemail', afterMs: seconds(0) });
    center.agent('ana').accepts();
    center.to('11:45:00').agent('ana').ends();
    expect(center.records()[1]).toMatchObject({ NextContactId: null, Agent: { ConnectedToAgentTimestamp: day('11:39:25') }, DisconnectReason: 'AGENT_DISCONNECT' });
  });
});

describe('an offer', () => {
  test('not answered in 20 seconds makes the agent Missed and goes to the next agent, using no attempt', () => {
    const center = offered(answers);
    center.agent('ben').sets('Available');
    center.to('11:39:20');
    expect([center.agent('ana').state(), center.agent('ana').activity(), center.agent('ben').state()]).toEqual(['MISSED', 'Missed', 'INCOMING']);
    center.agent('ben').accepts();
    center.to('11:45:00').customer(JOHN).hangsUp();
    expect(center.records()).toHaveLength(2);
    expect(center.records()[1]).toMatchObject({ AgentConnectionAttempts: 2, Agent: { Username: 'ben' } });
  });

  test('accepted a millisecond after its end is gone', () => {
    const center = offered(answers);
    const offerId = [...center.center.offers.keys()][0];
    center.wait(20.001);
    expect(offerId && center.ask({ type: 'offer.accept', offerId })).toEqual({ code: 'OFFER_GONE', how: 'unknown' });
  });

  test('rejected goes on at once, and is told apart from a miss', () => {
    const center = offered(answers);
    center.agent('ben').sets('Available');
    center.wait(4).agent('ana').rejects();
    expect([center.agent('ana').state(), center.agent('ana').cause(), center.agent('ben').state()]).toEqual(['MISSED', 'rejected', 'INCOMING']);
  });

  test('missed by the only agent comes back when they clear it', () => {
    const center = offered(answers);
    center.wait(50).agent('ana').clears();
    expect(center.agent('ana').state()).toBe('INCOMING');
    expect(center.agent('ana').contact().offers).toBe(2);
  });

  test('is withdrawn when the contact is stopped, and the agent is free again', () => {
    const center = offered(answers);
    const contactId = center.agent('ana').contact().id;
    center.send({ type: 'contact.stop', contactId });
    expect(center.agent('ana').state()).toBeNull();
    expect(center.records()[1]).toMatchObject({ DisconnectReason: 'OTHER', Ringback: { Cause: 'stopped' } });
  });
});

describe('a waiting callback', () => {
  test('expires seven days after its creation', () => {
    const center = new CenterDriver();
    center.to('11:35:00').customer(JOHN).dials();
    center.to('11:37:00').customer(JOHN).requestsCallback();
    center.to('179:36:59');
    expect(center.records()).toHaveLength(1);
    center.to('179:37:00');
    expect(center.records()[1]).toMatchObject({ DisconnectReason: 'OTHER', Ringback: { Cause: 'expired' } });
  });

  test('stopped during its delay was never queued', () => {
    const center = new CenterDriver();
    center.to('11:35:00').customer(JOHN).dials();
    center.to('11:37:00').customer(JOHN).requestsCallback();
    const leg = [...center.center.openContacts][0];
    if (leg) center.send({ type: 'contact.stop', contactId: leg });
    expect(center.records()[1]).toMatchObject({ Queue: null, DisconnectReason: 'OTHER' });
    expect(center.engine.nextDueAtMs()).toBeNull();
  });
});
