import type { CommandInput } from '../command.ts';
import type { Instance } from '../tenant/model.ts';

/** A command on its way. */
export interface Parcel {
  readonly input: CommandInput;
  /** How many inputs come before it. */
  left: number;
  readonly isStranger: boolean;
  /** The commit that did it; null while none has. */
  seq: number | null;
}

/** How a center is explored. */
export interface Manner {
  /** Time passes in one stride up to each input, instead of deadline by deadline. */
  readonly strides?: boolean;
  /** A whole recount after every so many commits. */
  readonly recountEvery?: number | undefined;
  /** False: the journal is not kept, which saves the memory of runs that are neither restored nor compared. */
  readonly keepsJournal?: boolean;
  /** The configuration to begin with, where it is not the one drawn from the seed. */
  readonly instance?: Instance;
}
