/*
 * What expectations may ask for beside the samples of a run: read from the center only when a story asks.
 */
import type { Center, CenterEvent, Line } from '../engine/index.ts';
import { shownState } from './sample.ts';
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
export function ungroupedFigures({ waiting, scheduled, nowMs }: Center): Readonly<Record<string, number>> {
  const lines = [...waiting.values()];
  const oldest = lines.flatMap(({ oldestSinceMs }) => (oldestSinceMs === null ? [] : [oldestSinceMs]));
  return {
    CONTACTS_IN_QUEUE: lines.reduce((sum, { size }) => sum + size, 0),
    CONTACTS_SCHEDULED: [...scheduled.values()].reduce((sum, { size }) => sum + size, 0),
    OLDEST_CONTACT_AGE: oldest.length === 0 ? 0 : nowMs - Math.min(...oldest),
  };
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

/** The states that contacts had with an agent, in order (spec §4.7). */
export function statesOf(center: Center, events: readonly { readonly event: CenterEvent }[], agentId: string): readonly string[] {
  return events.flatMap(({ event }) => (event.type === 'agent.slotSet' && event.agentId === agentId ? [shownState(center, event.state, event.cause)] : []));
}

function phoneState(line: Line | undefined): SampledPhone['phone'] {
  if (line === undefined || line.state === 'ended') return 'idle';
  return line.state === 'ringing' ? 'ringing' : 'in a call';
}
