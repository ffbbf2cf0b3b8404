import { describe, expect, test } from 'vitest';
import { CenterDriver } from '../testing/center-driver.ts';
import { seconds } from './core/time.ts';

const JOHN = '+12065550142';

function untilAccepted(): CenterDriver {
  const center = new CenterDriver();
  center.customer(JOHN).behaves({ does: 'answers', afterMs: seconds(0), hangsUpAfterMs: null });
  center.to('11:35:00').customer(JOHN).dials();
  center.to('11:37:00').customer(JOHN).requestsCallback();
  center.to('11:39:00').agent('ana').sets('Available');
  return center.agent('ana').accepts();
}

describe('the day of the seed', () => {
  test('John’s two records have the seed’s times', () => {
    const center = untilAccepted();
    center.to('11:45:00').customer(JOHN).hangsUp();
    const [first, second] = center.records();
    expect(center.records()).toHaveLength(2);
    const day = (time: string): string => `2024-01-10T${time}Z`;
    expect(first).toMatchObject({
      InitiationMethod: 'INBOUND', PreviousContactId: null, NextContactId: second?.ContactId, InitialContactId: null,
      InitiationTimestamp: day('11:35:00'), ConnectedToSystemTimestamp: day('11:35:00'), DisconnectTimestamp: day('11:37:00'),
      DisconnectReason: 'CONTACT_FLOW_DISCONNECT', Agent: null, AgentConnectionAttempts: 0,
      Queue: { Name: 'InboundQueue', EnqueueTimestamp: day('11:35:00'), DequeueTimestamp: day('11:37:00'), Duration: 120 },
    });
    expect(second).toMatchObject({
      InitiationMethod: 'CALLBACK', PreviousContactId: first?.ContactId, NextContactId: null, InitialContactId: first?.ContactId,
      InitiationTimestamp: day('11:37:00'), ConnectedToSystemTimestamp: day('11:39:10'), DisconnectTimestamp: day('11:45:00'),
      DisconnectReason: 'CUSTOMER_DISCONNECT', AgentConnectionAttempts: 1,
      Queue: { Name: 'CallbackQueue', EnqueueTimestamp: day('11:38:39'), DequeueTimestamp: day('11:39:00'), Duration: 120 },
      Agent: { Username: 'ana', ConnectedToAgentTimestamp: day('11:39:25'), AgentInteractionDuration: 335 },
    });
  });

  test('a center restored from its journal goes on as the one that never stopped', () => {
    const straight = untilAccepted();
    const restarted = untilAccepted();
    for (const time of ['11:39:05', '11:39:12', '11:39:30']) {
      straight.to(time);
      restarted.to(time).restart();
    }
    for (const center of [straight, restarted]) center.to('11:45:00').customer(JOHN).hangsUp();
    expect(restarted.commits).toEqual(straight.commits);
    expect(restarted.records()).toEqual(straight.records());
  });
});
