import { IdMaker, type CallbackId, type ContactId, type LineId, type OfferId } from './core/ids.ts';
import type { Center } from './state.ts';

interface IdByKind {
  readonly contact: ContactId;
  readonly offer: OfferId;
  readonly line: LineId;
  readonly callback: CallbackId;
}

/** Who names the things of each kind. */
export type IdMakers = Readonly<Record<keyof IdByKind, IdMaker>>;

/** The names of a center with this seed. */
export const idMakers = (seed: number): IdMakers => ({
  contact: new IdMaker(seed, 'contact'), offer: new IdMaker(seed, 'offer'), line: new IdMaker(seed, 'line'), callback: new IdMaker(seed, 'callback'),
});

/**
 * The id the next thing of this kind will have. The count moves on when the creating event is applied, so one decision
 * may create at most one thing of a kind.
 */
export function newId<Kind extends keyof IdByKind>(center: Center, kind: Kind): IdByKind[Kind] {
  return center.ids[kind].id(center.counts[kind] + 1) as IdByKind[Kind];
}
