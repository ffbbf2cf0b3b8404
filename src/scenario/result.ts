import type { CenterEvent, ContactRecord } from '../engine/index.ts';
import type { Sample } from './sample.ts';

/** An expectation that did not hold, or something that could not be done. */
export interface Failure {
  /** Where in the file: `steps[7].expect.queues.CallbackQueue.CONTACTS_IN_QUEUE`. */
  readonly path: string;
  readonly at: string;
  readonly expected: unknown;
  readonly found: unknown;
}

/** An event with its instant; an instance is told by its name, since whole it would drown the rest. */
export interface ToldEvent {
  readonly at: string;
  readonly seq: number;
  readonly type: CenterEvent['type'];
  readonly [field: string]: unknown;
}

/** What a run brought about: the document of `--json`. */
export interface ScenarioResult {
  readonly scenario: string;
  readonly seed: number;
  readonly passed: boolean;
  readonly failures: readonly Failure[];
  readonly records: readonly ContactRecord[];
  readonly samples: readonly Sample[];
  /** Per queue over the whole run, by Amazon's names (spec §3.4–3.5). */
  readonly historical: Readonly<Record<string, Readonly<Record<string, number | null>>>>;
  readonly events: readonly ToldEvent[];
}
