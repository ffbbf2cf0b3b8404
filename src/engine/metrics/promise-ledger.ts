import type { CallbackId, ContactId, QueueId } from '../core/ids.ts';
import type { CallbackClose } from '../event.ts';
import type { Center } from '../state.ts';

/** One promise to call back; instants in ms. */
export interface PromiseRow {
  readonly callbackId: CallbackId;
  readonly number: string;
  readonly queueId: QueueId;
  readonly requestedAtMs: number;
  /** The legs so far, oldest first. */
  readonly contactIds: readonly ContactId[];
  /** Dials so far. */
  readonly attempts: number;
  /** Requests taken as this one promise. */
  readonly requests: number;
  readonly closedAtMs: number | null;
  readonly cause: CallbackClose | null;
}

/** All promises (ours): created = open + closed at every instant, and each that is closed has its cause. */
export interface PromiseLedger {
  readonly created: number;
  readonly open: number;
  readonly closedByCause: Readonly<Partial<Record<CallbackClose, number>>>;
  /** In the order in which they were asked for. */
  readonly rows: readonly PromiseRow[];
}

/** Every promise that was ever made, and what became of it. */
export function promiseLedger(center: Center): PromiseLedger {
  const closedByCause: Partial<Record<CallbackClose, number>> = {};
  let open = 0;
  const rows = [...center.callbacks.values()].map(({ id, number, queueId, requestedAtMs, legs, attempts, requests, closed }) => {
    if (closed === null) open += 1;
    else closedByCause[closed.cause] = (closedByCause[closed.cause] ?? 0) + 1;
    return { callbackId: id, number, queueId, requestedAtMs, contactIds: legs, attempts, requests, closedAtMs: closed?.atMs ?? null, cause: closed?.cause ?? null };
  });
  return { created: rows.length, open, closedByCause, rows };
}
