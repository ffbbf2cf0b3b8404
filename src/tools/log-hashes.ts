/*
 * One number for the whole journal of a random center, for each of three ways of cutting time into steps: what Node and
 * the browser are compared by. Run by both, so it uses nothing but the language.
 */
import { epochMs } from '../engine/index.ts';
import { Chance } from '../engine/sim/chance.ts';
import { Exploration } from '../engine/sim/explore.ts';
import { swarmOptions } from '../engine/sim/options.ts';
import { PATIENCE_MS } from '../engine/sim/settle.ts';

/** The journals of one seed as 32-bit hashes (FNV over the JSON of the commits): equal, unless the engine depends on its steps. */
export interface LogHashes {
  readonly seed: number;
  /** From deadline to deadline. */
  readonly byDeadline: number;
  /** From input to input, all deadlines on the way at once. */
  readonly inStrides: number;
  /** To random instants between the inputs. */
  readonly inPieces: number;
}

export interface SeedRange {
  readonly from: number;
  readonly seeds: number;
  /** How many contacts each center has, at least. */
  readonly contacts: number;
}

/** Explores each seed, then plays the same inputs in other steps. Throws where the explorer finds a rule broken. */
export function logHashes({ from, seeds, contacts }: SeedRange): readonly LogHashes[] {
  return Array.from({ length: seeds }, (_, index) => {
    const seed = from + index;
    const run = new Exploration(seed, swarmOptions(seed, contacts)).run();
    const strides = new Exploration(seed, run.options, { strides: true }).replay(run.inputs);
    return { seed, byDeadline: run.hash(), inStrides: strides.hash(), inPieces: inPieces(run) };
  });
}

function inPieces({ seed, options, inputs }: Exploration): number {
  const chance = new Chance(seed, 'pieces');
  const again = new Exploration(seed, options, { strides: true });
  for (const input of inputs) {
    // No further than to where callers lose patience, which is an input too.
    const lastMs = Math.min(input.atMs, again.engine.center.nowMs + PATIENCE_MS) - 1;
    for (let cuts = chance.int(0, 3); cuts > 0; cuts--) {
      const { nowMs } = again.engine.center;
      if (nowMs < lastMs) again.advanceTo(epochMs(chance.int(nowMs + 1, lastMs)));
    }
    again.play(input);
  }
  return again.rest().hash();
}
