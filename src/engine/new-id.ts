import { makeId, type CallbackId, type ContactId, type LineId, type OfferId } from './core/ids.ts';
import type { Center } from './state.ts';

interface IdByKind {
  readonly contact: ContactId;
  readonly offer: OfferId;
  readonly line: LineId;
  readonly callback: CallbackId;
}

/**
 * The id the next thing of this kind will have. The count moves on when the creating event is applied, so one decision
 * may create at most one thing of a kind.
 */
export function newId<Kind extends keyof IdByKind>(center: Center, kind: Kind): IdByKind[Kind] {
  return makeId(center.seed, kind, center.counts[kind] + 1) as IdByKind[Kind];
}
