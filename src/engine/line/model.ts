import type { E164 } from '../core/e164.ts';
import type { ContactId, LineId } from '../core/ids.ts';
import type { DurationMs, EpochMs } from '../core/time.ts';

/**
 * What a customer's phone does when it is called: one entry per dial, the last repeats (scenario format).
 * `manual`: it rings, and whoever holds the phone decides.
 */
export type DialBehavior =
  | { readonly does: 'manual' }
  | { readonly does: 'answers'; readonly afterMs: DurationMs; readonly hangsUpAfterMs: DurationMs | null }
  | { readonly does: 'noAnswer' }
  | { readonly does: 'busy'; readonly afterMs: DurationMs }
  | { readonly does: 'invalidNumber' }
  | { readonly does: 'voicemail'; readonly afterMs: DurationMs }
  | { readonly does: 'networkNoAnswer'; readonly afterMs: DurationMs }
  | { readonly does: 'blocked' }
  | { readonly does: 'networkFault'; readonly afterMs: DurationMs };

/** How one customer's phone behaves. */
export interface Customer {
  readonly number: E164;
  readonly whenCalled: readonly DialBehavior[];
  /** Hangs up this long after being joined to an agent; null: stays on. */
  readonly talksForMs: DurationMs | null;
  /** Dials received so far: picks the entry of `whenCalled`. */
  readonly dials: number;
  /** The line in use; a phone has one. */
  readonly lineId: LineId | null;
}

/** How a dial can fail before anybody picks up (spec §1.8). */
export type DialFailure = 'noAnswer' | 'networkNoAnswer' | 'busy' | 'invalidNumber' | 'blocked' | 'networkFault';

/** One thing heard on a line, for the captions of the customer's phone. */
export interface Caption {
  readonly atMs: EpochMs;
  readonly text: string;
  readonly kind: 'speech' | 'music' | 'silence' | 'keys' | 'note';
  /** The name of the prompt whose recording it is. */
  readonly recorded?: string;
}

/** Who is at the far end of a line: the customer, or somebody an agent brought in by telephone. */
export type LineParty = 'customer' | 'third';

/** A phone path to a customer. */
export interface Line {
  readonly id: LineId;
  readonly contactId: ContactId;
  readonly number: E164;
  readonly party: LineParty;
  /** `in`: the customer called us; `out`: we called. */
  readonly direction: 'in' | 'out';
  /** The number of ours on the other end of the path, shown as caller id when we call; null: anonymous. */
  readonly ourNumber: E164 | null;
  readonly state: 'ringing' | 'up' | 'ended';
  readonly openedAtMs: EpochMs;
  readonly answeredAtMs: EpochMs | null;
  readonly answeredBy: 'person' | 'machine' | null;
  readonly captions: readonly Caption[];
}

/** How many captions a line remembers. */
export const CAPTIONS_MAX = 30;

/**
 * A line to a customer that is over is forgotten when so many others have been opened since: what was said in it is
 * shown on the phone of who was called last, and no record names it. Lines to third parties stay, as records name those.
 */
export const LINES_REMEMBERED = 10_000;
