import type { Instance } from '../tenant/model.ts';
import type { Input } from './deed.ts';
import { Exploration } from './explore.ts';
import { instanceOf } from './instance.ts';
import { swarmOptions, type SwarmOptions } from './options.ts';
import type { SeedFailure } from './seeds.ts';

/**
 * A run that once broke a rule, with the fewest inputs that did, kept to be played for ever after. It holds its center
 * whole, so that it means the same when seeds come to draw other centers.
 */
export interface Golden {
  /** The rule that was broken. */
  readonly rule: string;
  readonly seed: number;
  readonly options: SwarmOptions;
  readonly instance: Instance;
  readonly inputs: readonly Input[];
}

/** What is kept of a failure. */
export function goldenOf({ rule, seed, inputs }: SeedFailure, contacts: number): Golden {
  const options = swarmOptions(seed, contacts);
  return { rule, seed, options, instance: instanceOf(seed, options, 0), inputs };
}

/** Plays it with a recount after every commit, to the end; throws when any rule is broken. */
export function playGolden({ seed, options, instance, inputs }: Golden): void {
  new Exploration(seed, options, { recountEvery: 1, instance }).replay(inputs);
}
