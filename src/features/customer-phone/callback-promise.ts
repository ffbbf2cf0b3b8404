import type { PhoneView } from '../../protocol/views.ts';

/** What is told of an open callback; the view turns it into a sentence. */
export type CallbackPromise =
  | { readonly kind: 'scheduledAt'; readonly atMs: number; readonly inMs: number }
  | { readonly kind: 'scheduledOpen' | 'anyMoment' | 'queued' | 'inProgress' };

/**
 * Reads an open callback at an instant of the center's clock. A due time that has just passed is told as "any
 * moment", since the promise holds until the center says otherwise.
 */
export function callbackPromise(pending: PhoneView['callbackPending'], nowMs: number): CallbackPromise | null {
  if (pending === null) return null;
  if (pending.state !== 'scheduled') return { kind: pending.state };
  if (pending.dueAtMs === null) return { kind: 'scheduledOpen' };
  if (pending.dueAtMs <= nowMs) return { kind: 'anyMoment' };
  return { kind: 'scheduledAt', atMs: pending.dueAtMs, inMs: pending.dueAtMs - nowMs };
}
