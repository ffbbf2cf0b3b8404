import { describe, expect, test } from 'vitest';
import { aQueue, baseRig, ids, profileR } from '../../testing/builders.ts';
import { CenterDriver } from '../../testing/center-driver.ts';
import { contactsOf, EXPERT, JOHN, secondOf, talking, toBen, toExpert, toQueue } from '../../testing/talking.ts';
import { must } from '../core/assert.ts';
import { asE164 } from '../core/e164.ts';
import { seconds } from '../core/time.ts';
import type { Instance } from '../tenant/model.ts';
import { defaultPolicy, type Policy } from '../tenant/policy.ts';
import type { ContactRecord } from './model.ts';

const policy = (changes: Partial<Policy>): Partial<Instance> => ({ policy: { ...defaultPolicy, ...changes } });
const iso = (time: string): string => `2024-01-10T${time}Z`;
const instanceArn = `arn:aws:connect:us-east-1:111122223333:instance/${baseRig().id}`;
const telephone = (number: string): ContactRecord['SystemEndpoint'] => ({ Type: 'TELEPHONE_NUMBER', Address: number });
const recordAt = (center: CenterDriver, place: number): ContactRecord | undefined => center.records()[place];

/** John asks at 11:37 to be called back; ana has the offer from 11:39:00 and takes it at 11:39:05. */
function callback(changes: Partial<Instance> = {}): CenterDriver {
  const center = new CenterDriver(baseRig(changes));
  center.customer(JOHN).behaves({ does: 'answers', afterMs: seconds(0), hangsUpAfterMs: null });
  center.to('11:35:00').customer(JOHN).dials().to('11:37:00').customer(JOHN).requestsCallback();
  return center.to('11:39:00').agent('ana').sets('Available').to('11:39:05').agent('ana').accepts();
}

/** The same; they talk from 11:39:30 to 11:45:00, twenty seconds of it on hold. */
const talked = (changes: Partial<Instance> = {}): CenterDriver =>
  callback(changes).to('11:41:00').agent('ana').holds().to('11:41:20').agent('ana').resumes().to('11:45:00').customer(JOHN).hangsUp();

describe('the record of a callback', () => {
  test('has every field of Amazon’s, and ours beside them', () => {
    const center = talked().to('11:46:00').agent('ana').clears();
    const [inbound, called] = center.records();
    expect(called).toEqual({
      AWSAccountId: '111122223333',
      AWSContactTraceRecordFormatVersion: '2017-03-10',
      InstanceARN: instanceArn,
      ContactId: called?.ContactId,
      InitialContactId: inbound?.ContactId,
      PreviousContactId: inbound?.ContactId,
      NextContactId: null,
      RelatedContactId: null,
      Channel: 'VOICE',
      InitiationMethod: 'CALLBACK',
      InitiationTimestamp: iso('11:37:00'),
      ConnectedToSystemTimestamp: iso('11:39:15'),
      DisconnectTimestamp: iso('11:45:00'),
      DisconnectReason: 'CUSTOMER_DISCONNECT',
      LastUpdateTimestamp: iso('11:46:00'),
      CustomerEndpoint: telephone(JOHN),
      SystemEndpoint: telephone('+18005550199'),
      Queue: {
        ARN: `${instanceArn}/queue/${ids.queue('CallbackQueue')}`, Name: 'CallbackQueue',
        EnqueueTimestamp: iso('11:38:39'), DequeueTimestamp: iso('11:39:05'), Duration: 125,
      },
      Agent: {
        ARN: `${instanceArn}/agent/${ids.agent('ana')}`,
        Username: 'ana',
        ConnectedToAgentTimestamp: iso('11:39:30'),
        AcceptedByAgentTimestamp: iso('11:39:05'),
        AgentInteractionDuration: 310,
        CustomerHoldDuration: 20,
        AgentInitiatedHoldDuration: 20,
        NumberOfHolds: 1,
        LongestHoldDuration: 20,
        AfterContactWorkStartTimestamp: iso('11:45:00'),
        AfterContactWorkEndTimestamp: iso('11:46:00'),
        AfterContactWorkDuration: 60,
        RoutingProfile: { ARN: `${instanceArn}/routing-profile/${profileR}`, Name: 'R' },
        AgentPauseDuration: null, Capabilities: null, DeviceInfo: null, HierarchyGroups: null, StateTransitions: null,
      },
      AgentConnectionAttempts: 1,
      Attributes: {},
      TransferCompletedTimestamp: null,
      TransferredToEndpoint: null,
      ScheduledTimestamp: null,
      SegmentAttributes: { 'connect:Subtype': { ValueString: 'connect:Telephony' } },
      AnsweringMachineDetectionStatus: null, Campaign: null, ContactLens: null, CustomerVoiceActivity: null, DisconnectDetails: null, MediaStreams: null, QualityMetrics: null,
      Recording: null, Recordings: null, References: null, RoutingCriteria: null, Tags: null, VoiceIdResult: null,
      Ringback: {
        Cause: 'customerHungUp', Attempt: 1, AttemptsMax: 3, QueueWaitSeconds: 26, DelaySeconds: 99,
        DialedTimestamp: iso('11:39:15'), CustomerName: null, Complete: true,
      },
    } satisfies { [Field in keyof ContactRecord]: unknown });
  });

  test('has no end of the after-contact work while that goes on', () => {
    expect(recordAt(talked(), 1)).toMatchObject({
      Agent: { AfterContactWorkStartTimestamp: iso('11:45:00'), AfterContactWorkEndTimestamp: null, AfterContactWorkDuration: null }, Ringback: { Complete: false },
    });
  });

  test('shows the caller id or the softphone as the instance decided, and that of a call to the center the number called (decision #19)', () => {
    const endpoints = (callbackSystemEndpoint: Policy['callbackSystemEndpoint']): unknown => talked(policy({ callbackSystemEndpoint })).records().map(({ SystemEndpoint }) => SystemEndpoint);
    const called = telephone('+18005550199');
    expect([endpoints('callerId'), endpoints('softphone')]).toEqual([[called, called], [called, telephone('Softphone')]]);
  });

  test('leaves the queue at the accept or at the ringing as the instance decided, other contacts at the accept, and counts the delay in or not (decisions #1, #2)', () => {
    const left = (changes: Partial<Policy>): unknown => {
      const center = talked(policy(changes)).agent('ana').clears().to('11:50:00').customer(JOHN).dials().to('11:50:07').agent('ana').accepts().customer(JOHN).hangsUp();
      return center.records().slice(1).map(({ Queue, Ringback }) => [Queue?.DequeueTimestamp, Queue?.Duration, Ringback.QueueWaitSeconds]);
    };
    const inbound = [iso('11:50:07'), 7, 7];
    expect(left({})).toEqual([[iso('11:39:05'), 125, 26], inbound]);
    expect(left({ dequeueMoment: 'offer' })).toEqual([[iso('11:39:00'), 120, 21], inbound]);
    expect(left({ queueDuration: 'enqueueToDequeue' })).toEqual([[iso('11:39:05'), 26, 26], inbound]);
  });

  test('that nobody took leaves the queue when it ends, whatever was decided of offers', () => {
    const center = new CenterDriver(baseRig(policy({ dequeueMoment: 'offer' }))).to('11:35:00').customer(JOHN).dials().customer(JOHN).requestsCallback().to('11:40:00');
    center.send({ type: 'callback.cancel', contactId: secondOf(center).id });
    expect(recordAt(center, 1)).toMatchObject({ Queue: { EnqueueTimestamp: iso('11:36:39'), DequeueTimestamp: iso('11:40:00') }, Agent: null });
  });

  test('counts the offers or the accepts as the instance decided (decision #18)', () => {
    const attempts = (connectionAttempts: Policy['connectionAttempts']): unknown => {
      const center = talking(policy({ connectionAttempts }), 'Offline').customer(JOHN).hangsUp().agent('ana').clears().customer(JOHN).dials().agent('ana').rejects().customer(JOHN).hangsUp();
      return center.records().map(({ AgentConnectionAttempts }) => AgentConnectionAttempts);
    };
    expect([attempts('offers'), attempts('accepts')]).toEqual([[1, 1], [1, 0]]);
  });
});

describe('a record without a caller id', () => {
  const queues = [aQueue('InboundQueue'), aQueue('CallbackQueue', { outboundCallerId: null })];

  test('shows nothing where such a callback is not dialed, and anonymous where it is (decision #24)', () => {
    const shown = (changes: Partial<Policy>): unknown => {
      const center = callback({ queues, ...policy(changes) }).to('11:40:00');
      return (recordAt(center, 1) ?? recordAt(center.customer(JOHN).hangsUp(), 1))?.SystemEndpoint;
    };
    expect([shown({}), shown({ withoutCallerId: 'anonymous' })]).toEqual([null, telephone('anonymous')]);
  });

  test('shows nothing for the contact that the customer of an anonymous callback is transferred in: it was not dialed', () => {
    const center = callback({ queues, ...policy({ withoutCallerId: 'anonymous' }) }).to('11:40:00').agent('ana').transfersTo(toQueue).agent('ana').leaves().customer(JOHN).hangsUp();
    expect(center.records().slice(1).map(({ InitiationMethod, SystemEndpoint }) => [InitiationMethod, SystemEndpoint])).toEqual([['CALLBACK', telephone('anonymous')], ['TRANSFER', null]]);
  });
});

describe('the endpoint that a record says the customer was left to', () => {
  const consulted = (): CenterDriver => talking({}, 'Offline').agent('ana').transfersTo(toExpert).wait(10);

  test('is the telephone of the third party when the agent has left', () => {
    expect(recordAt(consulted().agent('ana').leaves(), 0)).toMatchObject({ Ringback: { Cause: 'transferred' }, TransferredToEndpoint: telephone(EXPERT) });
  });

  test('is none when the customer hangs up before, or is left to an agent', () => {
    const toAgent = talking().agent('ana').transfersTo(toBen).agent('ben').accepts().agent('ana').leaves();
    expect([consulted().customer(JOHN).hangsUp(), toAgent].map((center) => [recordAt(center, 0)?.Ringback.Cause, recordAt(center, 0)?.TransferredToEndpoint])).toEqual([['customerHungUp', null], ['transferred', null]]);
  });
});

describe('the name in a record', () => {
  const named = (changes: Partial<Instance>, attributes: Record<string, string>): unknown => {
    const center = talking(changes, 'Offline');
    center.send({ type: 'contact.setAttributes', contactId: center.agent('ana').contact().id, attributes }).customer(JOHN).hangsUp();
    return recordAt(center, 0)?.Ringback.CustomerName;
  };
  const customers: Instance['customers'] = [{ number: asE164(JOHN), name: 'John', reason: null }];

  test('is that of the customer the instance knows, else the one that a flow has noted', () => {
    expect([named({ customers }, { name: 'Johann' }), named({}, { name: 'Johann' }), named({}, {})]).toEqual(['John', 'Johann', null]);
  });

  test('needs no note of a flow', () => {
    const center = new CenterDriver(baseRig({ customers }));
    center.send({ type: 'callback.request', number: asE164(JOHN), queueId: ids.queue('CallbackQueue'), initialDelayMs: seconds(0), retries: 0, retryDelayMs: seconds(1), attributes: {} });
    const { id: contactId } = must(contactsOf(center)[0], 'the callback');
    expect(recordAt(center.send({ type: 'callback.cancel', contactId }), 0)?.Ringback.CustomerName).toBe('John');
  });
});
