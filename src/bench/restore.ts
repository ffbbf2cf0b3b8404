import { restoreEngine, resumeEngine, type Commit, type Snapshot } from '../engine/index.ts';
import { everyNumber, runOurs } from './ours.ts';
import { drawWorkload } from './workload.ts';

/** Two ways to a center, in milliseconds from text to a center that can go on; the first of each, as a page has it, and the quickest. */
export interface RestoreCost {
  readonly facts: number;
  readonly tailFacts: number;
  readonly bySnapshot: readonly number[];
  readonly byJournal: readonly number[];
}

const factsOf = (commits: readonly Commit[]): number => commits.reduce((sum, { events }) => sum + events.length, 0);

/**
 * Restores a center of so many contacts: by a snapshot and the commits after it, and by all commits. A host takes a
 * snapshot whenever a quarter has been added, so that the longest tail is a fifth of all.
 */
export function measureRestore(contacts: number, rounds: number): RestoreCost {
  const { commits, engine } = runOurs(drawWorkload(contacts, 100));
  const at = Math.floor(commits.length * 0.8);
  const early = restoreEngine(commits.slice(0, at), engine.center.seed, everyNumber);
  const tail = commits.slice(at);
  const [snapshotText, tailText, journalText] = [JSON.stringify(early.snapshot()), JSON.stringify(tail), JSON.stringify(commits)];
  const took = (restore: () => { readonly center: { readonly seq: number } }): number => {
    const began = performance.now();
    const { center } = restore();
    const ms = performance.now() - began;
    if (center.seq !== commits.length) throw new Error(`restored up to commit ${center.seq} of ${commits.length}`);
    return ms;
  };
  const bySnapshot: number[] = [];
  const byJournal: number[] = [];
  for (let round = 0; round < rounds; round++) {
    bySnapshot.push(took(() => resumeEngine(JSON.parse(snapshotText) as Snapshot, JSON.parse(tailText) as Commit[], everyNumber)));
    byJournal.push(took(() => restoreEngine(JSON.parse(journalText) as Commit[], engine.center.seed, everyNumber)));
  }
  return { facts: factsOf(commits), tailFacts: factsOf(tail), bySnapshot, byJournal };
}
