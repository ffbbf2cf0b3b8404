import type { EndCause } from '../contact/model.ts';
import type { DurationMs } from '../core/time.ts';
import { days, seconds } from '../core/time.ts';

/**
 * The register of decisions, one named switch each (spec §11; the numbers are its rows, and beyond them ours), the fixed lengths of spec §9,
 * and what goes beyond Amazon Connect. Row 22 needs no switch: there is no other channel than voice here.
 */
export interface Policy {
  /** #1: does the record's queue duration of a first leg hold the initial delay, as the seed's table does? */
  readonly queueDuration: 'seed' | 'enqueueToDequeue';
  /** #2: does a callback leave its queue when an agent accepts it, or already when it rings? */
  readonly dequeueMoment: 'accept' | 'offer';
  /** #3: is the customer dialed when the agent whisper is over, or while it plays? */
  readonly dialMoment: 'afterAgentWhisper' | 'atAccept';
  /** #4: is a callback connected to the system when the customer answers, or when the dialing starts? */
  readonly connectedToSystem: 'customerAnswers' | 'dialStarts';
  /** #5: does the block's number count retries (seeds) or dials in all? */
  readonly maximumConnectionAttemptsMeans: 'retries' | 'total';
  /** #6: does a contact that waits for its retry count as Scheduled? */
  readonly retryWaitIsScheduled: boolean;
  /** #7: from when a callback and its retries age in line: the original contact's start, or their own enqueue. */
  readonly callbackOrdering: 'originalStart' | 'ownEnqueue';
  /** #8: which outcomes of a dial are tried again. */
  readonly retriedOutcomes: readonly EndCause[];
  /** #9: the agent after a failed dial: in error until cleared, in after-contact work, or free at once. */
  readonly afterFailedAttempt: 'error' | 'afterContactWork' | 'free';
  /** #10: how long a callback leg lives unaccepted. */
  readonly callbackLifeMs: DurationMs;
  /** #11: are queued callbacks held back while their queue's hours are closed? */
  readonly hoursHoldBackCallbacks: boolean;
  /** #12: which unanswered attempts the metric counts: those followed by a retry, or every one. */
  readonly callbackAttempts: 'followedByRetry' | 'everyUnanswered';
  /** #13: does a callback leg that never reached an agent count as abandoned? */
  readonly countCallbackLegsAsAbandoned: boolean;
  /** #14: does the initial delay pass before a creation flow runs, or is it ignored? */
  readonly creationFlow: 'afterDelay' | 'atOnce';
  /** #15: by how much a delayed callback may overfill a queue. */
  readonly capacityBuffer: number;
  /** #16: do scheduled callbacks take up room in their queue? */
  readonly scheduledTakesRoom: boolean;
  /** #17: how a rejected voice contact is shown in the agent event stream. */
  readonly rejectShownAs: 'MISSED' | 'REJECTED';
  /** #18: what AgentConnectionAttempts counts. */
  readonly connectionAttempts: 'offers' | 'accepts';
  /** #19: the system endpoint in a callback's record. */
  readonly callbackSystemEndpoint: 'callerId' | 'softphone';
  /** #20: what accepts an agent-first callback without a click: its own flag, or that of all voice contacts. */
  readonly callbackAutoAccept: 'ownFlag' | 'voiceFlag';
  /** #21: the unit in which CheckMetricData compares the oldest contact's age. */
  readonly metricDataAge: 'milliseconds' | 'seconds';
  /** #23: what a phone number entry that times out takes: Success with "Timeout", or InvalidPhoneNumber. */
  readonly entryTimeout: 'success' | 'invalidNumber';
  /** #24: a callback without any caller id is not dialed, or shows as anonymous. */
  readonly withoutCallerId: 'refuse' | 'anonymous';
  /** #25, ours: do figures count what an agent dialed for the queue its record names, which is none, or for the one it was dialed out of? */
  readonly dialedContactsCountFor: 'recordsQueue' | 'outboundQueue';
  /** How long an offer rings (spec §1.5). */
  readonly offerMs: DurationMs;
  /** How long a customer's phone rings (spec §1.7). */
  readonly ringMs: DurationMs;
  /** The longest whisper (spec §1.6). */
  readonly whisperMaxMs: DurationMs;
  /** How late a change of priority or age takes effect on a contact already in queue (spec §5.4: up to 60 s there). */
  readonly routingChangeLagMs: DurationMs;
}

export const defaultPolicy: Policy = {
  queueDuration: 'seed',
  dequeueMoment: 'accept',
  dialMoment: 'afterAgentWhisper',
  connectedToSystem: 'customerAnswers',
  maximumConnectionAttemptsMeans: 'retries',
  retryWaitIsScheduled: true,
  callbackOrdering: 'originalStart',
  retriedOutcomes: ['noAnswer', 'networkNoAnswer'],
  afterFailedAttempt: 'error',
  callbackLifeMs: days(7),
  hoursHoldBackCallbacks: false,
  callbackAttempts: 'followedByRetry',
  countCallbackLegsAsAbandoned: true,
  creationFlow: 'afterDelay',
  capacityBuffer: 1.2,
  scheduledTakesRoom: false,
  rejectShownAs: 'MISSED',
  connectionAttempts: 'offers',
  callbackSystemEndpoint: 'callerId',
  callbackAutoAccept: 'ownFlag',
  metricDataAge: 'milliseconds',
  entryTimeout: 'success',
  withoutCallerId: 'refuse',
  dialedContactsCountFor: 'recordsQueue',
  offerMs: seconds(20),
  ringMs: seconds(60),
  whisperMaxMs: seconds(120),
  routingChangeLagMs: seconds(0),
};
