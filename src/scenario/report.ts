import type { CenterEvent, Instance } from '../engine/index.ts';
import { createTeller } from './event-words.ts';
import type { Failure, ScenarioResult } from './result.ts';
import { clockOf, readTime } from './times.ts';
import type { StoryClock } from './times.ts';

/** The run as people read it: one line per thing worth telling, then the verdict. */
export function timeline(result: ScenarioResult, instance: Instance, clock: StoryClock): readonly string[] {
  const teller = createTeller(instance);
  const told = result.events.flatMap(({ at, ...event }) => {
    // What is told is the engine's own event with its instant beside it; the instance in it is cut to its name.
    const sentence = event.type === 'instance.configured' ? null : teller.tell(event as unknown as CenterEvent);
    return sentence === null ? [] : [`${said(at, clock)}  ${sentence}`];
  });
  return [`${result.scenario} (seed ${result.seed})`, '', ...told, '', ...verdict(result, clock)];
}

/** The verdict alone: what failed, one line each, and the sum. */
export function verdict(result: ScenarioResult, clock: StoryClock): readonly string[] {
  if (result.passed) return ['passed'];
  const count = result.failures.length;
  return [...result.failures.map((failure) => failureText(failure, clock)), '', `failed: ${count} ${count === 1 ? 'thing is' : 'things are'} not as expected`];
}

/** `steps[7].expect.queues.CallbackQueue.CONTACTS_IN_QUEUE: expected 1, found 0 at 11:38:50`. */
export function failureText({ path, at, expected, found }: Failure, clock: StoryClock): string {
  return `${path}: expected ${valueText(expected)}, found ${valueText(found)} at ${said(at, clock)}`;
}

function said(at: string, clock: StoryClock): string {
  const ms = readTime(at, clock);
  return ms === null ? at : clockOf(ms, clock);
}

function valueText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
