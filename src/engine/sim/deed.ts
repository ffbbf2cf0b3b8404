import type { DurationMs, EpochMs } from '../core/time.ts';
import type { DialBehavior } from '../line/model.ts';

/**
 * What somebody does in a simulated center. People and things are named by place in their list, not by id, so that a
 * list of deeds stays playable when some of them are taken out: that is what makes failures shrinkable.
 */
export type Deed =
  | { readonly do: 'nothing' }
  | { readonly do: 'dial'; readonly customer: number; readonly to: number }
  | { readonly do: 'press'; readonly customer: number; readonly keys: string }
  | { readonly do: 'hangUp' | 'answer' | 'decline' | 'letVoicemail' | 'requestCallback'; readonly customer: number }
  | { readonly do: 'behave'; readonly customer: number; readonly whenCalled: readonly DialBehavior[]; readonly talksForMs: DurationMs | null }
  | { readonly do: 'setStatus'; readonly agent: number; readonly status: number }
  /** `stale`: the last offer this agent ever had, gone or not. */
  | { readonly do: 'accept' | 'reject' | 'acceptTwice' | 'acceptStale'; readonly agent: number }
  | { readonly do: 'clear' | 'end' | 'hold' | 'resume' | 'mute' | 'sendDigits'; readonly agent: number }
  | { readonly do: 'stop'; readonly contact: number }
  | { readonly do: 'setRouting'; readonly contact: number; readonly priority: number | null; readonly ageAdjustmentSeconds: number | null }
  | { readonly do: 'setAttributes'; readonly contact: number }
  | { readonly do: 'dialOut'; readonly agent: number; readonly customer: number }
  | { readonly do: 'declareMachine'; readonly agent: number }
  /** A callback without a call before it. */
  | { readonly do: 'requestByProgram'; readonly customer: number; readonly queue: number; readonly delaySeconds: number; readonly retries: number }
  | { readonly do: 'cancel'; readonly contact: number }
  | { readonly do: 'move'; readonly contact: number; readonly queue: number }
  | { readonly do: 'reassign'; readonly contact: number; readonly agent: number }
  | { readonly do: 'reschedule'; readonly contact: number; readonly inSeconds: number }
  | { readonly do: 'configure'; readonly variant: number }
  | { readonly do: 'saveFlow'; readonly flow: number; readonly variant: number }
  | { readonly do: 'assignFlow'; readonly queue: number; readonly flow: number | null }
  | { readonly do: 'restart' };

export type DeedKind = Deed['do'];

/** A deed and its instant; `again`: the very same command is sent once more, as a double click or a resend does. */
export interface Input {
  readonly atMs: EpochMs;
  readonly deed: Deed;
  readonly again: boolean;
}

/** A line that can be read in a bug report and pasted into a test. */
export const describeInput = ({ atMs, deed, again }: Input): string => JSON.stringify({ atMs, deed, again });
