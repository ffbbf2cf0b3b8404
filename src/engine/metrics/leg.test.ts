import { describe, expect, test } from 'vitest';
import { ids } from '../../testing/builders.ts';
import type { ContactId } from '../core/ids.ts';
import { defaultPolicy, type Policy } from '../tenant/policy.ts';
import { METRICS } from './definitions.ts';
import type { LegRow } from './leg-row.ts';
import { connectingMs, legOf, type Leg } from './leg.ts';
import type { CountedEnd } from './offer-table.ts';

/** Seconds after an instant that is no whole second. */
const s = (seconds: number): number => 1_700_000_000_400 + seconds * 1000;

/** A call that came in and is in no queue yet. */
const NEW: LegRow = {
  method: 'INBOUND', queueId: null, agentId: null, reason: null, root: 'a' as ContactId, initiatedAtMs: s(0), enqueuedAtMs: null, dequeuedAtMs: null, initialDelayMs: null, offeredAtMs: null, acceptedAtMs: null,
  dialedAtMs: null, systemAtMs: null, connectedAtMs: null, disconnectedAtMs: null, heldMs: 0, holds: 0, workStartedAtMs: null, workEndedAtMs: null, hasNext: false, leftFromQueue: false, isCallback: false, version: null,
};
const row = (changes: Partial<LegRow>): LegRow => ({ ...NEW, ...changes });
const leg = (changes: Partial<LegRow>, decided: Partial<Policy> = {}): Leg => {
  const policy = { ...defaultPolicy, ...decided };
  return legOf(row(changes), policy, policy);
};

const WAITING = { queueId: ids.queue('InboundQueue'), enqueuedAtMs: s(5) } as const;
const GAVE_UP = { ...WAITING, disconnectedAtMs: s(35), reason: 'CUSTOMER_DISCONNECT', leftFromQueue: true } as const;
const TALKING = { ...WAITING, agentId: ids.agent('ana'), offeredAtMs: s(10), acceptedAtMs: s(12), dequeuedAtMs: s(12), connectedAtMs: s(13) } as const;
const TALKED = { ...TALKING, disconnectedAtMs: s(113), reason: 'CUSTOMER_DISCONNECT' } as const;
const CALLBACK = { method: 'CALLBACK', isCallback: true, initialDelayMs: 99_000, enqueuedAtMs: s(99), offeredAtMs: s(110), acceptedAtMs: s(120), dequeuedAtMs: s(120) } as const;
const UNANSWERED = { ...CALLBACK, dialedAtMs: s(130), disconnectedAtMs: s(190), reason: 'TELECOM_UNANSWERED' } as const;

describe('time in queue', () => {
  test('is none for who was never queued, and not known of who still waits', () => {
    expect([leg({ disconnectedAtMs: s(60) }), leg({ dequeuedAtMs: s(9) }), leg(WAITING)].map(({ queuedSeconds }) => queuedSeconds)).toEqual([null, null, null]);
  });

  test('ends with the accept, or with the end of who was not accepted', () => {
    expect([leg(TALKED), leg(GAVE_UP)].map(({ queuedSeconds }) => queuedSeconds)).toEqual([7, 30]);
  });

  test('holds the initial delay as decision #1 has it', () => {
    expect([leg(CALLBACK).queuedSeconds, leg(CALLBACK, { queueDuration: 'enqueueToDequeue' }).queuedSeconds]).toEqual([120, 21]);
  });

  test('of callbacks alone ends with the ringing where decision #2 says so, and only if it rang', () => {
    const queued = (changes: Partial<LegRow>): unknown => leg(changes, { dequeueMoment: 'offer' }).queuedSeconds;
    expect([queued(CALLBACK), queued({ ...CALLBACK, offeredAtMs: null }), queued(TALKED)]).toEqual([110, 120, 7]);
  });

  test('is never less than the delay: who rang before the move to another queue has not waited in this one', () => {
    expect(leg({ ...CALLBACK, enqueuedAtMs: s(115) }, { dequeueMoment: 'offer' }).queuedSeconds).toBe(99);
  });
});

describe('abandoned', () => {
  test('is who was queued, reached nobody and led to nothing', () => {
    expect([leg(GAVE_UP), leg(TALKED), leg({ disconnectedAtMs: s(9) }), leg({ ...GAVE_UP, hasNext: true })].map(({ abandoned }) => abandoned)).toEqual([true, false, false, false]);
  });

  test('are callbacks that reached nobody when decision #13 says so, and calls in any case', () => {
    const policy = { countCallbackLegsAsAbandoned: false };
    expect([leg(UNANSWERED), leg(UNANSWERED, policy), leg(GAVE_UP, policy)].map(({ abandoned }) => abandoned)).toEqual([true, false, true]);
  });
});

describe('a callback attempt', () => {
  test('counts when a retry follows, as long as nobody was reached', () => {
    const next = { hasNext: true };
    expect([leg(UNANSWERED), leg({ ...UNANSWERED, ...next }), leg({ ...GAVE_UP, ...next }), leg({ ...CALLBACK, ...next, connectedAtMs: s(150) })].map(({ callbackAttempt }) => callbackAttempt))
      .toEqual([false, true, false, false]);
  });

  test('counts by its dial where decision #12 counts every one that nobody picked up', () => {
    const attempt = (changes: Partial<LegRow>): boolean => leg({ ...UNANSWERED, ...changes }, { callbackAttempts: 'everyUnanswered' }).callbackAttempt;
    expect([attempt({}), attempt({ dialedAtMs: null }), attempt({ connectedAtMs: s(160) }), attempt({ method: 'OUTBOUND' })]).toEqual([true, false, false, false]);
    // The line is up from the dial on (decision #4), or somebody picked up and left in the whisper: the reason tells.
    expect([attempt({ systemAtMs: s(130) }), attempt({ systemAtMs: s(140), reason: 'CUSTOMER_DISCONNECT' }), attempt({ systemAtMs: s(140), reason: null }), attempt({ reason: 'AGENT_DISCONNECT' })]).toEqual([true, false, false, true]);
  });
});

describe('times of an agent', () => {
  const times = ({ interactionSeconds, holdSeconds, workSeconds }: Leg): readonly number[] => [interactionSeconds, holdSeconds, workSeconds];

  test('are of talk, less what was on hold, of hold, and of work', () => {
    expect(times(leg({ ...TALKED, heldMs: 30_900, holds: 2, workStartedAtMs: s(113), workEndedAtMs: s(133) }))).toEqual([69, 30, 20]);
  });

  test('are nothing while the talk and the work last', () => {
    expect(times(leg(TALKING))).toEqual([0, 0, 0]);
    expect(times(leg({ ...TALKED, workStartedAtMs: s(113) }))).toEqual([100, 0, 0]);
  });

  test('are nothing for who was never connected, whatever the agent did after it', () => {
    expect(times(leg({ ...UNANSWERED, heldMs: 5000, workStartedAtMs: s(190), workEndedAtMs: s(210) }))).toEqual([0, 0, 0]);
  });
});

describe('time from the beginning', () => {
  test('in a flow ends with the queue, or with the call where there is none, cut as stamps are', () => {
    expect([leg(TALKED), leg({ disconnectedAtMs: s(8.7) }), leg({})].map(({ flowSeconds }) => flowSeconds)).toEqual([5, 9, null]);
  });

  test.each([['INBOUND', 5], ['TRANSFER', 5], ['QUEUE_TRANSFER', 5], ['API', 5], ['CALLBACK', null], ['OUTBOUND', null]] as const)('in a flow is asked of %s: %j', (method, flowSeconds) => {
    expect(leg({ ...TALKED, method })).toMatchObject({ flowSeconds });
  });

  test('to the resolution ends with the work of whoever was connected, and is not known before the end', () => {
    const work = { workStartedAtMs: s(113), workEndedAtMs: s(133) };
    const resolution = (changes: Partial<LegRow>): number | null => leg(changes).resolutionSeconds;
    expect([resolution({ ...TALKED, ...work }), resolution(TALKED), resolution({ ...TALKED, workStartedAtMs: s(113) }), resolution(TALKING), resolution({ ...UNANSWERED, ...work })]).toEqual([133, 113, 113, null, 190]);
    expect(resolution({ disconnectedAtMs: s(0.7) })).toBe(1);
  });
});

describe('connecting to an agent', () => {
  test('has five parts from the offer to the join', () => {
    const { connecting } = leg({ ...CALLBACK, dialedAtMs: s(130), systemAtMs: s(137), connectedAtMs: s(152) });
    expect(connecting).toEqual({ assignMs: 0, acceptMs: 10_000, buildMs: 25_000, networkMs: 0, ringMs: 7000 });
    expect(connecting && connectingMs(connecting)).toBe(42_000);
    expect(connectingMs({ assignMs: 1, acceptMs: 2, buildMs: 4, networkMs: 8, ringMs: 16 })).toBe(31);
  });

  test('rings for nobody who is on the line already', () => {
    const parts = (changes: Partial<LegRow>) => leg({ ...TALKED, ...changes }).connecting;
    const none = { assignMs: 0, acceptMs: 2000, buildMs: 1000, networkMs: 0, ringMs: 0 };
    expect([parts({ systemAtMs: s(0) }), parts({ dialedAtMs: s(12) }), parts({ dialedAtMs: s(12.5), systemAtMs: s(12) })]).toEqual([none, none, none]);
  });

  test.each(['offeredAtMs', 'acceptedAtMs', 'connectedAtMs'] as const)('is not known without %s', (instant) => {
    expect(leg({ ...TALKED, [instant]: null }).connecting).toBeNull();
  });
});

describe('metrics of legs', () => {
  const handled = leg({ ...TALKED, heldMs: 10_000, holds: 1 });
  const outbound = leg({ method: 'OUTBOUND', connectedAtMs: s(1), disconnectedAtMs: s(61) });
  const gone = leg(GAVE_UP);
  const legs = [handled, outbound, gone, leg({ disconnectedAtMs: s(3) })];

  test('within a threshold count who left the queue before it, so nobody who was in none', () => {
    const within = (name: 'SUM_CONTACTS_ANSWERED_IN_X' | 'SUM_CONTACTS_ABANDONED_IN_X' | 'RINGBACK_CONTACTS_REMOVED_IN_X' | 'SERVICE_LEVEL') => [7, 8, 30, 31].map((seconds) => METRICS[name].of(legs, seconds));
    expect(within('SUM_CONTACTS_ANSWERED_IN_X')).toEqual([0, 1, 1, 1]);
    expect(within('SUM_CONTACTS_ABANDONED_IN_X')).toEqual([0, 0, 0, 1]);
    expect(within('RINGBACK_CONTACTS_REMOVED_IN_X')).toEqual([0, 1, 1, 2]);
    expect(within('SERVICE_LEVEL')).toEqual([0, 50, 50, 100]);
  });

  test('leave out of a mean those of whom there is nothing to tell', () => {
    expect(METRICS.AVG_QUEUE_ANSWER_TIME.of(legs, 0)).toBe(7);
    expect(METRICS.AVG_ABANDON_TIME.of(legs, 0)).toBe(30);
    expect(METRICS.AVG_HOLD_TIME.of(legs, 0)).toBe(10);
    expect(METRICS.AVG_CONTACT_FLOW_TIME.of([handled, outbound], 0)).toBe(5);
    expect(METRICS.AVG_RESOLUTION_TIME.of([handled, leg(TALKING)], 0)).toBe(113);
  });

  test('take the longest wait of all, a wait of no time included', () => {
    expect([METRICS.MAX_QUEUED_TIME.of(legs, 0), METRICS.MAX_QUEUED_TIME.of([outbound], 0), METRICS.MAX_QUEUED_TIME.of([leg({ ...WAITING, disconnectedAtMs: s(5) })], 0)]).toEqual([30, null, 0]);
  });

  test('count callback requests by interaction, and callbacks alone', () => {
    expect(METRICS.RINGBACK_CALLBACK_REQUESTS.of([leg({ ...CALLBACK, root: 'a' as ContactId }), leg({ ...CALLBACK, root: 'a' as ContactId }), leg({ ...CALLBACK, root: 'b' as ContactId }), leg({ root: 'c' as ContactId })])).toBe(2);
  });

  test('are of those handled where they are of an agent’s time', () => {
    expect(METRICS.SUM_INTERACTION_TIME.of(legs, 0)).toBe(90 + 60);
    expect(METRICS.AVG_INTERACTION_TIME.of(legs, 0)).toBe(75);
    expect(METRICS.SUM_HANDLE_TIME.of([leg({ ...TALKED, heldMs: 10_000, holds: 1, workStartedAtMs: s(113), workEndedAtMs: s(117) })], 0)).toBe(90 + 10 + 4);
    expect(METRICS.AVG_HOLDS.of(legs, 0)).toBe(0.5);
  });
});

describe('metrics of agents', () => {
  const time = { onlineMs: 100_000, nonProductiveMs: 20_000, errorMs: 5000, idleMs: 15_000, contactMs: 60_000 };

  test('are each of its own part of the time, in seconds', () => {
    expect([METRICS.SUM_ONLINE_TIME_AGENT, METRICS.SUM_NON_PRODUCTIVE_TIME_AGENT, METRICS.SUM_ERROR_STATUS_TIME_AGENT, METRICS.SUM_IDLE_TIME_AGENT, METRICS.SUM_CONTACT_TIME_AGENT].map(({ of }) => of(time)))
      .toEqual([100, 20, 5, 20, 60]);
  });

  test('have an occupancy of contact to contact, idleness and error together', () => {
    expect([METRICS.AGENT_OCCUPANCY.of(time), METRICS.AGENT_OCCUPANCY.of({ ...time, contactMs: 0, idleMs: 0, errorMs: 0 })]).toEqual([75, null]);
  });
});

describe('metrics of offers', () => {
  const offer = (end: CountedEnd) => ({ queueId: ids.queue('InboundQueue'), agentId: ids.agent('ana'), method: 'INBOUND' as const, end });
  const offers = [offer('accepted'), offer('rejected'), offer('expired'), offer('withdrawn'), offer('abandoned')];

  test('count what was not taken, with and without those whose customer hung up', () => {
    expect([METRICS.AGENT_NON_RESPONSE.of(offers), METRICS.AGENT_NON_RESPONSE_WITHOUT_CUSTOMER_ABANDONS.of(offers), METRICS.AGENT_ANSWER_RATE.of(offers), METRICS.AGENT_ANSWER_RATE.of([])]).toEqual([4, 3, 20, null]);
  });
});
