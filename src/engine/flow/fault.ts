import type { Json } from './model.ts';

/** What is wrong with a flow file, where, and what to do. `stops`: the flow cannot run with it. */
export interface FlowFault {
  readonly code: string;
  readonly stops: boolean;
  /** JSON path (`$.Actions[3].Type`), action identifier, or identifier and branch (`menu → Equals 1`). */
  readonly place: string;
  readonly sentence: string;
  readonly remedy: string;
}

/** How many faults of one kind are listed one by one: nobody reads the fifty-first, and a broken file may hold a million. */
export const FAULTS_OF_A_KIND_MAX = 50;

/** Gathers faults in the order found and counts what goes beyond the limit. */
export class FaultList {
  readonly #faults: FlowFault[] = [];
  readonly #counts = new Map<string, { listed: number; more: number; stops: boolean }>();

  add(fault: FlowFault): void {
    const count = this.#counts.get(fault.code) ?? { listed: 0, more: 0, stops: false };
    this.#counts.set(fault.code, count);
    if (count.listed < FAULTS_OF_A_KIND_MAX) {
      count.listed += 1;
      this.#faults.push(fault);
      return;
    }
    count.more += 1;
    count.stops ||= fault.stops;
  }

  /** All faults, each kind that was cut short with one that says how many more there are. */
  all(): readonly FlowFault[] {
    const rest = [...this.#counts].filter(([, count]) => count.more > 0).map(([code, count]) => ({
      code,
      stops: count.stops,
      place: '$',
      sentence: `There are ${count.more} more faults of this kind (${code}).`,
      remedy: 'Correct the ones listed and read the file again.',
    }));
    return [...this.#faults, ...rest];
  }
}

/** Text of a file in a sentence: in quotes, cut short, so that a fault stays readable whatever the file holds. */
export function quoted(text: string): string {
  const short = text.length > 60 ? `${text.slice(0, 57)}…` : text;
  // Control characters would break the sentence's line.
  return `“${short.replace(/\p{Cc}/gu, ' ')}”`;
}

/** What a value is, in words. */
export function kindOf(value: Json | undefined): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  return typeof value === 'string' ? 'text' : typeof value === 'number' ? 'a number' : 'true or false';
}
