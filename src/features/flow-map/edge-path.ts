import type { Point } from './flow-file.ts';

/** A box as placed. */
interface Placed extends Point {
  readonly id: string;
  readonly width: number;
}

/** Farther forward than this, in px of the map, a line would run behind the actions in between. */
const FAR = 720;
const LANE = 12;
const STUB = 18;
const ROUND = 8;

/**
 * Lines that lead back, or far ahead, run in lanes above the flow instead of behind its actions; lines to one action
 * share its lane, as wires of a bus do. Lanes by target: the y at which they run.
 */
export function lanesOf(boxes: readonly Placed[], leads: readonly { readonly from: string; readonly to: string }[]): ReadonlyMap<string, number> {
  const byId = new Map(boxes.map((box) => [box.id, box] as const));
  const top = Math.min(...boxes.map(({ y }) => y), 0);
  const targets = new Set(leads.filter(({ from, to }) => isLaned(byId.get(from), byId.get(to))).map(({ to }) => to));
  // The leftmost target outermost: lanes of others lie below it and cross it once at most.
  const ordered = [...targets].toSorted((a, b) => (byId.get(b)?.x ?? 0) - (byId.get(a)?.x ?? 0) || (a < b ? -1 : 1));
  return new Map(ordered.map((id, at) => [id, top - 36 - at * LANE] as const));
}

/** Whether a line between these takes a lane. */
export function isLaned(from: Placed | undefined, to: Placed | undefined): boolean {
  if (from === undefined || to === undefined) return false;
  const ahead = to.x - (from.x + from.width);
  return ahead < STUB || ahead > FAR;
}

/** The path of a line through a lane: out to the right, along the lane, in from the left. `row` sets lines of one action apart. */
export function lanePath(from: Point, to: Point, laneY: number, row: number): string {
  const out = from.x + STUB + row * 4;
  const into = to.x - STUB;
  const turn = out < into ? 1 : -1;
  return [
    `M ${from.x} ${from.y}`, `L ${out - ROUND} ${from.y}`, `Q ${out} ${from.y} ${out} ${from.y - ROUND}`,
    `L ${out} ${laneY + ROUND}`, `Q ${out} ${laneY} ${out + turn * ROUND} ${laneY}`,
    `L ${into - turn * ROUND} ${laneY}`, `Q ${into} ${laneY} ${into} ${laneY + ROUND}`,
    `L ${into} ${to.y - ROUND}`, `Q ${into} ${to.y} ${into + ROUND} ${to.y}`, `L ${to.x} ${to.y}`,
  ].join(' ');
}
