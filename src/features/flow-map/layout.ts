import { graphlib, layout as dagreLayout } from '@dagrejs/dagre';
import type { Point } from './flow-file.ts';

/** A box to be placed: an action as the map draws it. */
export interface Box {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** Where it leads; ids that no box has are passed over. */
  readonly to: readonly string[];
}

/** Amazon's designer sets its blocks closer than ours are wide: its plan is kept, drawn larger. */
const SAVED_SCALE = { x: 1.45, y: 1.12 } as const;
/** Room for what stands on the edges of a box: its flags above, the contact's time below. */
const GAP = 34;

/**
 * Where each box goes. `how` tells whether it is the author's plan (every box has a saved place) or one laid out here;
 * a few boxes without a place send all to be laid out, since half a plan would mislead.
 */
export function placesOf(boxes: readonly Box[], saved: ReadonlyMap<string, Point>): { readonly how: 'saved' | 'laidOut'; readonly places: ReadonlyMap<string, Point> } {
  const isComplete = boxes.length > 0 && boxes.every(({ id }) => saved.has(id));
  return isComplete ? { how: 'saved', places: apart(boxes, saved) } : { how: 'laidOut', places: laidOut(boxes) };
}

/** Dagre's layers from left to right, in the order in which contacts meet the actions. */
function laidOut(boxes: readonly Box[]): ReadonlyMap<string, Point> {
  const graph = new graphlib.Graph({ multigraph: false });
  graph.setGraph({ rankdir: 'LR', nodesep: GAP, ranksep: 96, marginx: 0, marginy: 0 });
  graph.setDefaultEdgeLabel(() => ({}));
  const ids = new Set(boxes.map(({ id }) => id));
  for (const { id, width, height } of boxes) graph.setNode(id, { width, height });
  for (const { id, to } of boxes) for (const next of new Set(to)) if (ids.has(next) && next !== id) graph.setEdge(id, next);
  dagreLayout(graph);
  return new Map(boxes.map(({ id, width, height }) => {
    // Dagre speaks of middles.
    const { x, y } = graph.node(id) as Point;
    return [id, { x: Math.round(x - width / 2), y: Math.round(y - height / 2) }] as const;
  }));
}

/** Saved places, drawn larger; what would still overlap moves down, the upper left box first. */
function apart(boxes: readonly Box[], saved: ReadonlyMap<string, Point>): ReadonlyMap<string, Point> {
  const wanted = boxes.map((box) => {
    const { x, y } = saved.get(box.id) ?? { x: 0, y: 0 };
    return { box, x: Math.round(x * SAVED_SCALE.x), y: Math.round(y * SAVED_SCALE.y) };
  }).toSorted((a, b) => a.y - b.y || a.x - b.x || (a.box.id < b.box.id ? -1 : 1));
  const placed: (Point & { readonly box: Box })[] = [];
  for (const { box, x, y } of wanted) {
    let top = y;
    for (let hit = hitBy(placed, box, x, top); hit !== undefined; hit = hitBy(placed, box, x, top)) top = hit.y + hit.box.height + GAP;
    placed.push({ box, x, y: top });
  }
  return new Map(placed.map(({ box, x, y }) => [box.id, { x, y }]));
}

function hitBy(placed: readonly (Point & { readonly box: Box })[], box: Box, x: number, y: number): (Point & { readonly box: Box }) | undefined {
  return placed.find((other) => x < other.x + other.box.width + GAP && other.x < x + box.width + GAP && y < other.y + other.box.height + GAP && other.y < y + box.height + GAP);
}
