import type { MapSnapshot } from './map-snapshot.ts';

/** Where a person is on the map by keyboard: the action, and the branch they came by, which Up and Down change. */
export interface Stand {
  readonly actionId: string;
  /** The action they came from, and which of its rows they followed; null when they came otherwise. */
  readonly via: { readonly fromId: string; readonly row: number } | null;
}

/** Keys that move on the map. */
export type WalkKey = 'ArrowRight' | 'ArrowLeft' | 'ArrowUp' | 'ArrowDown' | 'Home' | 'End';

export const isWalkKey = (key: string): key is WalkKey => ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown', 'Home', 'End'].includes(key);

/** Where a key leads; where it stands when the way is blocked. */
export function walked(map: MapSnapshot, at: Stand, key: WalkKey): Stand {
  const action = map.byId.get(at.actionId);
  if (action === undefined) return at;
  switch (key) {
    case 'ArrowRight': {
      const row = action.rows.findIndex(({ toId }) => map.byId.has(toId) && toId !== action.id);
      const to = action.rows[row];
      return to === undefined ? at : { actionId: to.toId, via: { fromId: action.id, row } };
    }
    case 'ArrowLeft': {
      const back = at.via?.fromId ?? firstBefore(map, at.actionId);
      return back === null ? at : { actionId: back, via: null };
    }
    case 'ArrowUp':
    case 'ArrowDown':
      return sibling(map, at, key === 'ArrowUp' ? -1 : 1);
    case 'Home':
    case 'End': {
      const end = key === 'Home' ? map.actions[0] : map.actions.at(-1);
      return end === undefined ? at : { actionId: end.id, via: null };
    }
  }
}

/** The neighboring branch of the action one came from; without one, the neighbor in the order of the flow. */
function sibling(map: MapSnapshot, at: Stand, step: 1 | -1): Stand {
  const from = at.via === null ? undefined : map.byId.get(at.via.fromId);
  if (from === undefined || at.via === null) {
    const next = map.actions[(map.byId.get(at.actionId)?.number ?? 1) - 1 + step];
    return next === undefined ? at : { actionId: next.id, via: null };
  }
  for (let row = at.via.row + step; row >= 0 && row < from.rows.length; row += step) {
    const to = from.rows[row]?.toId;
    if (to !== undefined && map.byId.has(to) && to !== at.actionId) return { actionId: to, via: { fromId: from.id, row } };
  }
  return at;
}

/** The earliest action in the order of the flow that leads here. */
function firstBefore(map: MapSnapshot, id: string): string | null {
  const leading = (map.byId.get(id)?.fromIds ?? []).filter((from) => from !== id).map((from) => map.byId.get(from)?.number ?? Number.POSITIVE_INFINITY);
  const first = map.actions[Math.min(...leading) - 1];
  return first?.id ?? null;
}
