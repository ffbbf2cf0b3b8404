import type { QueryClient } from '@tanstack/react-query';
import type { Hint } from '../protocol/envelope.ts';
import { keys } from './keys.ts';

const keysOf = {
  'contact-records': [keys.records()],
  flows: [keys.flows()],
  metrics: [keys.metrics()],
  'flow-trails': [keys.trails()],
  // Another instance may carry other flows and other records: nothing looked up before is of it.
  instance: [keys.instance(), keys.flows(), keys.records(), keys.trails()],
} as const satisfies Readonly<Record<Hint, readonly (readonly string[])[]>>;

/** Marks what the center said is out of date; what is on screen is asked for again. */
export function applyHints(client: QueryClient, hints: readonly Hint[]): void {
  for (const queryKey of hints.flatMap((hint) => [...keysOf[hint]])) void client.invalidateQueries({ queryKey });
}
