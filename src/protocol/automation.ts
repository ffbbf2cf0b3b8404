import type { ContactRecord } from '../engine/index.ts';
import type { DialPlanEntry } from './dial-plan.ts';
import type { Reply, TabCommand } from './envelope.ts';

/**
 * The handle `window.ringback` for whoever drives the page from a test. Its promises resolve after what they changed
 * is in the page's own store, so that what is expected next is on screen or about to be painted. A refusal rejects
 * with an Error that names the refusal's code.
 */
export interface RingbackAutomation {
  /** Resolves when the page has the center's first snapshot and its HTTP face answers. */
  readonly ready: Promise<void>;
  readonly clock: {
    readonly hold: () => Promise<void>;
    /** Lets the center's clock run; 1 is real time. */
    readonly run: (speed?: number) => Promise<void>;
    /** Moves the clock forward; every deadline in between fires at its own time. */
    readonly advance: (ms: number) => Promise<void>;
    /** Moves the clock forward to an instant, such as `2024-01-10T11:39:00Z`. */
    readonly advanceTo: (iso: string) => Promise<void>;
    /** The center's time as an ISO 8601 string in UTC. */
    readonly now: () => string;
  };
  /** A fresh center. Without `startsAt` it starts at the wall's now; without `speed` its clock is held. */
  readonly reset: (options?: { readonly startsAt?: string; readonly speed?: number }) => Promise<void>;
  /** Resets the center and plays a scenario file's story; without `speed` the clock is held. */
  readonly play: (scenario: unknown, options?: { readonly speed?: number }) => Promise<void>;
  readonly customer: (number: string) => {
    /** What this phone does when it is called: one entry per dial, the last repeats. `talksFor`: seconds, null stays on. */
    readonly behaves: (plan: readonly DialPlanEntry[], options?: { readonly talksFor?: number | null }) => Promise<void>;
  };
  /** All contact records, newest initiation first. */
  readonly records: () => Promise<readonly ContactRecord[]>;
  /** The recordings that this tab was to sound, oldest first; what is on now comes when it is over. */
  readonly heard: () => readonly HeardRecording[];
  /** Sends any command; a refusal is the reply, not an exception. */
  readonly send: (command: TabCommand) => Promise<Reply>;
}

/** A recording and what became of it in a tab. `durationMs` is the length the center gives it. */
export interface HeardRecording {
  readonly clipId: string;
  /** The prompt's name. */
  readonly name: string;
  readonly durationMs: number;
  /** To its end; cut off; not there, so that only its caption was; or the browser would not let it sound. */
  readonly how: 'played' | 'stopped' | 'missing' | 'silent';
}
