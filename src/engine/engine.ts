import type { CommandInput } from './command.ts';
import type { EpochMs } from './core/time.ts';
import type { Commit } from './event.ts';
import type { PhoneNumberRules } from './ports.ts';
import type { Rejection } from './rejection.ts';
import type { Center } from './state.ts';
import type { Instance } from './tenant/model.ts';

export interface EngineOptions {
  readonly seed: number;
  readonly startsAtMs: EpochMs;
  readonly instance: Instance;
  readonly phoneNumbers: PhoneNumberRules;
}

/** What one input did. `commits` hold the deadlines that were due before it, then the input's own. */
export interface Step {
  readonly commits: readonly Commit[];
  readonly reply: { readonly ok: true; readonly seq: number } | { readonly ok: false; readonly rejection: Rejection };
}

export interface Engine {
  /** The state, to be read only. */
  readonly center: Center;
  /** The next deadline, null when nothing is pending. */
  readonly nextDueAtMs: () => EpochMs | null;
  /** Fires every deadline due up to `toMs`, in order, each stamped with its own time; a time in the past does nothing. */
  readonly advanceTo: (toMs: EpochMs) => readonly Commit[];
  /** Advances to `atMs` (or stays, if that is past), then decides the command. */
  readonly command: (atMs: EpochMs, input: CommandInput) => Step;
  /** The first commit, which configures the instance; journal it before any other. */
  readonly genesis: Commit;
}

export declare function createEngine(options: EngineOptions): Engine;
/** The engine as it was after the last of these commits; the first must be a genesis. */
export declare function restoreEngine(commits: readonly Commit[], seed: number, phoneNumbers: PhoneNumberRules): Engine;
