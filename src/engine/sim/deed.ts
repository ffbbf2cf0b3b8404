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
  /** A quick connect to a colleague, a queue, or the telephone of a customer. */
  | { readonly do: 'transfer'; readonly agent: number; readonly kind: 'agent' | 'queue' | 'number'; readonly to: number }
  | { readonly do: 'conference' | 'swap' | 'leave' | 'drop'; readonly agent: number }
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

/**
 * Who gives the command: somebody who may do anything, whoever it concerns, a supervisor, or somebody else, who must be
 * refused.
 */
export type Giver = 'lab' | 'own' | 'supervisor' | 'stranger';

/**
 * What becomes of the command on its way: it arrives once; twice, as a double click does; never; later than those that
 * were given after it; or at once and, since its answer was lost, later again.
 */
export type Fate = 'once' | 'twice' | 'lost' | 'late' | 'resent';

/** A deed, its instant, and how its command comes to the center. */
export interface Input {
  readonly atMs: EpochMs;
  readonly deed: Deed;
  readonly by: Giver;
  readonly fate: Fate;
  /** How many further inputs come before what is late or sent again. */
  readonly delay: number;
}

/** An input that arrives as it should. */
export const plainly = (atMs: EpochMs, deed: Deed): Input => ({ atMs, deed, by: 'lab', fate: 'once', delay: 0 });

/** A line that can be read in a bug report and pasted into a golden file. */
export const describeInput = ({ atMs, deed, by, fate, delay }: Input): string => JSON.stringify({ atMs, deed, by, fate, delay });
