import type { CenterEvent } from './event.ts';

/** The members of a union of events whose type starts with one of these words. */
export type EventsOf<Prefix extends string> = Extract<CenterEvent, { readonly type: `${Prefix}.${string}` }>;
