/*
 * What expectations may ask for beside the samples of a run: read from the center only when a story asks.
 */
import { currentMetricData } from '../engine/index.ts';
import type { Center, Line } from '../engine/index.ts';
import type { CustomerSpec } from './schema.ts';

/** A customer's telephone as they hold it. */
export interface SampledPhone {
  readonly phone: 'idle' | 'ringing' | 'in a call';
  readonly callerId: string | null;
  readonly hears: string | null;
}

/** A promise to call back, as the ledger has it. */
export interface SampledPromise {
  readonly requests: number;
  readonly attempts: number;
  readonly legs: number;
  readonly closed: string | null;
}

/** All queues together, as GetCurrentMetricData answers without groupings: there the age is in milliseconds (spec §3.1). */
export function ungroupedFigures(center: Center): Readonly<Record<string, number>> {
  const queueIds = center.config.instance.queues.map(({ id }) => id);
  const [all] = currentMetricData(center, { queueIds, profileIds: null, groupings: [] });
  return all === undefined ? {} : { ...all.figures, OLDEST_CONTACT_AGE: all.oldestMs };
}

/** The customers' telephones by name. */
export function phonesOf(center: Center, customers: readonly CustomerSpec[]): Readonly<Record<string, SampledPhone>> {
  const lines = [...center.lines.values()];
  return Object.fromEntries(customers.map(({ name, number }) => {
    const own = lines.filter((line) => line.number === number);
    const last = own.at(-1);
    const shown = own.findLast(({ direction }) => direction === 'out');
    return [name, { phone: phoneState(last), callerId: shown?.ourNumber ?? null, hears: last?.captions.at(-1)?.text ?? null }];
  }));
}

/** Every promise, oldest first. */
export function promisesOf({ callbacks }: Center): readonly SampledPromise[] {
  return [...callbacks.values()].map(({ requests, attempts, legs, closed }) => ({ requests, attempts, legs: legs.length, closed: closed?.cause ?? null }));
}

function phoneState(line: Line | undefined): SampledPhone['phone'] {
  if (line === undefined || line.state === 'ended') return 'idle';
  return line.state === 'ringing' ? 'ringing' : 'in a call';
}
