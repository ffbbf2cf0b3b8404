import type { QueueId } from '../core/ids.ts';
import type { DurationMs } from '../core/time.ts';
import { durationMs } from '../core/time.ts';
import type { EndCause } from '../contact/model.ts';
import type { Instance, OpenSlice } from './model.ts';

/** What one queue does beyond Amazon Connect: each part is off unless it is set, and each is Ringback's own. */
export interface QueueExtras {
  /**
   * An agent declares that a machine was reached: `asAmazon` only notes it (a machine is an answer), `retry` hangs up and
   * tries again while attempts are left, `close` hangs up and closes the promise.
   */
  readonly machine: 'asAmazon' | 'retry' | 'close';
  /** Retry rules by outcome, instead of the one rule for ringing without answer; null keeps the callback's own number. */
  readonly retryRules: Readonly<Partial<Record<EndCause, RetryRule>>>;
  /** When customers may be called, by their own clocks. Checked when a callback is queued and before each dial. */
  readonly callingWindow: readonly OpenSlice[] | null;
  /** A second request of the same number while the first is open. */
  readonly duplicates: 'allow' | 'merge' | 'refuse';
  /** How long a contact is kept from the agent who rejected it. */
  readonly rejectCoolDownMs: DurationMs;
}

export interface RetryRule {
  /** Dials in all with this outcome counted in; null: the callback's own maximum. */
  readonly attemptsMax: number | null;
  /** The gap before the next dial; null: the callback's own. */
  readonly gapMs: DurationMs | null;
}

export const noExtras: QueueExtras = {
  machine: 'asAmazon',
  retryRules: {},
  callingWindow: null,
  duplicates: 'allow',
  rejectCoolDownMs: durationMs(0),
};

/** The extras of a queue. */
export const extrasOf = (instance: Instance, queueId: QueueId): QueueExtras => instance.extras[queueId] ?? noExtras;
