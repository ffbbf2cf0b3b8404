import type { DurationMs } from '../core/time.ts';
import { days, seconds } from '../core/time.ts';

/** The register of decisions, one named switch each (spec §11), and the fixed lengths of spec §9. */
export interface Policy {
  /** #1: does the record's queue duration of a first leg hold the initial delay, as the seed's table does? */
  readonly queueDuration: 'seed' | 'enqueueToDequeue';
  /** #5: does the block's number count retries (seeds) or dials in all? */
  readonly maximumConnectionAttemptsMeans: 'retries' | 'total';
  /** #13: does a callback leg that never reached an agent count as abandoned? */
  readonly countCallbackLegsAsAbandoned: boolean;
  /** #21: the unit in which CheckMetricData compares the oldest contact's age. */
  readonly metricDataAge: 'milliseconds' | 'seconds';
  /** How long an offer rings (spec §1.5). */
  readonly offerMs: DurationMs;
  /** How long a customer's phone rings (spec §1.7). */
  readonly ringMs: DurationMs;
  /** The longest whisper (spec §1.6). */
  readonly whisperMaxMs: DurationMs;
  /** #10: how long an unanswered callback leg lives (spec §1.4). */
  readonly callbackLifeMs: DurationMs;
  /** #15: by how much a delayed callback may overfill a queue (spec §5.6). */
  readonly capacityBuffer: number;
}

export const defaultPolicy: Policy = {
  queueDuration: 'seed',
  maximumConnectionAttemptsMeans: 'retries',
  countCallbackLegsAsAbandoned: true,
  metricDataAge: 'milliseconds',
  offerMs: seconds(20),
  ringMs: seconds(60),
  whisperMaxMs: seconds(120),
  callbackLifeMs: days(7),
  capacityBuffer: 1.2,
};
