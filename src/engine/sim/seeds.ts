import { addTo, type Coverage } from './coverage.ts';
import { Chance } from './chance.ts';
import { describeInput, type Input } from './deed.ts';
import { Exploration } from './explore.ts';
import { swarmOptions } from './options.ts';
import { difference } from './same.ts';
import { PATIENCE_MS } from './settle.ts';
import { failureOf, shrink, type Failure } from './shrink.ts';
import { holds } from './violation.ts';
import { epochMs } from '../core/time.ts';

/** What exploring some seeds brought. */
export interface SeedsReport {
  readonly seeds: number;
  readonly contacts: number;
  readonly events: number;
  readonly coverage: Coverage;
  readonly failures: readonly SeedFailure[];
}

export interface SeedFailure extends Failure {
  readonly seed: number;
  /** The fewest inputs found that break the same rule. */
  readonly inputs: readonly Input[];
}

/** Explores the seeds `from`, `from + step`, … below `to`; stops after `failuresMax` failures. */
export function exploreSeeds({ from, to, step, contacts, failuresMax }: { readonly from: number; readonly to: number; readonly step: number; readonly contacts: number; readonly failuresMax: number }): SeedsReport {
  const coverage: Coverage = new Map();
  const failures: SeedFailure[] = [];
  const total = { seeds: 0, contacts: 0, events: 0 };
  for (let seed = from; seed < to && failures.length < failuresMax; seed += step) {
    const options = swarmOptions(seed, contacts);
    const exploration = new Exploration(seed, options, { keepsJournal: options.weights.restart > 0 || seed % CUT_EVERY === 0 });
    const checkMore = (run: Exploration): void => {
      if (seed % CUT_EVERY === 0) checkCuts(run);
    };
    const failure = failureOf(() => checkMore(exploration.run()));
    total.seeds += 1;
    total.contacts += exploration.engine.center.counts.contact;
    total.events += exploration.events;
    addTo(coverage, exploration.coverage);
    if (failure) failures.push({ ...failure, seed, inputs: fewest(exploration, failure, checkMore) });
  }
  return { ...total, coverage, failures };
}

/** A recount after every commit finds what is wrong as soon as it is, and so with fewer inputs; where it does not, the usual one. */
function fewest({ seed, options, inputs }: Exploration, { rule }: Failure, checkMore: (run: Exploration) => void): readonly Input[] {
  const failsWith = (recountEvery?: number) => (fewer: readonly Input[]): boolean =>
    failureOf(() => checkMore(new Exploration(seed, options, { recountEvery }).replay(fewer)))?.rule === rule;
  const eager = failsWith(1);
  return shrink(inputs, eager(inputs) ? eager : failsWith());
}

/** Each so-manieth seed is played once more with the time cut into other pieces. */
const CUT_EVERY = 50;

/** About so often each of these plays is restored from its journal on the way. */
const RESTARTS = 3;

/** However time is cut into steps, and wherever the center is restored, the journal is the same. */
function checkCuts(run: Exploration): void {
  const chance = new Chance(run.seed, 'cuts');
  const again = new Exploration(run.seed, run.options, { strides: true });
  for (const input of run.inputs) {
    const { nowMs } = again.engine.center;
    const span = input.atMs - nowMs;
    // No further than to where callers lose patience, which is an input too.
    if (span > 1 && chance.flip(0.2)) again.advanceTo(epochMs(nowMs + chance.int(1, Math.min(span, PATIENCE_MS) - 1)));
    if (chance.flip(RESTARTS / run.inputs.length)) again.restart();
    again.play(input);
  }
  again.rest();
  const found = difference(run.commits, again.commits);
  holds(found === null, 'however time is cut into steps, and wherever it is restored, the journal is the same', () => found ?? '');
}

/** A failure as a person reads it: what broke, and how to see it again. */
export function describeFailure({ seed, message, inputs }: SeedFailure): string {
  return `seed ${seed}: ${message}\n  after ${inputs.length} inputs:\n${inputs.map((input) => `    ${describeInput(input)}`).join('\n')}`;
}
