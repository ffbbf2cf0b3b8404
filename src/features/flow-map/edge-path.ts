import type { Point } from './flow-file.ts';

/** A box as placed. */
interface Placed extends Point {
  readonly id: string;
  readonly width: number;
  readonly height: number;
}

/** Farther forward than this, in px of the map, a line would run behind the actions in between. */
const FAR = 720;
const LANE = 12;
/** Half the least room between boxes, and how far a line keeps from them: above stand their flags. */
const HALF_GAP = 17;
const CLEAR = 3;
const FLAGS = 11;
/** Where a line enters its action, below the action's upper edge. */
const ENTRY = 22;
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

/**
 * The y of the gap between actions through which a line that leads back can run without passing behind any of them, so
 * that it need not go around the whole flow; null when there is none. `index` sets lines to different actions apart.
 */
export function gapFor(from: Placed, to: Placed, boxes: readonly Placed[], index: number): number | null {
  const [out, into] = [from.x + from.width + STUB, to.x - STUB];
  if (Math.abs(out - into) > FAR + from.width || from.id === to.id) return null;
  const apart = ((index % 5) - 2) * 3;
  const below = [from.y + from.height + HALF_GAP, to.y - HALF_GAP - FLAGS / 2];
  const above = [from.y - HALF_GAP - FLAGS / 2, to.y + to.height + HALF_GAP];
  const candidates = (to.y > from.y ? [...below, ...above] : [...above, ...below]).map((y) => y + apart);
  const entry = to.y + ENTRY;
  return candidates.find((y) =>
    isClear(boxes, { left: Math.min(out, into), right: Math.max(out, into), top: y, bottom: y }) &&
    isClear(boxes, { left: out, right: out, top: Math.min(y, from.y + ENTRY), bottom: Math.max(y, from.y + from.height) }) &&
    isClear(boxes, { left: into, right: into, top: Math.min(y, entry), bottom: Math.max(y, entry) })) ?? null;
}

function isClear(boxes: readonly Placed[], { left, right, top, bottom }: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }): boolean {
  return !boxes.some((box) => left < box.x + box.width + CLEAR && right > box.x - CLEAR && top < box.y + box.height + CLEAR && bottom > box.y - FLAGS);
}

/** The path of a line through a lane or gap: out to the right, along it, in from the left. `row` sets lines of one action apart. */
export function lanePath(from: Point, to: Point, laneY: number, row: number): string {
  const out = from.x + STUB + row * 4;
  const into = to.x - STUB;
  const turn = out < into ? 1 : -1;
  const leave = laneY < from.y ? -1 : 1;
  const enter = to.y < laneY ? -1 : 1;
  const [outRound, inRound] = [Math.min(ROUND, Math.abs(laneY - from.y) / 2), Math.min(ROUND, Math.abs(to.y - laneY) / 2)];
  return [
    `M ${from.x} ${from.y}`, `L ${out - outRound} ${from.y}`, `Q ${out} ${from.y} ${out} ${from.y + leave * outRound}`,
    `L ${out} ${laneY - leave * outRound}`, `Q ${out} ${laneY} ${out + turn * outRound} ${laneY}`,
    `L ${into - turn * inRound} ${laneY}`, `Q ${into} ${laneY} ${into} ${laneY + enter * inRound}`,
    `L ${into} ${to.y - enter * inRound}`, `Q ${into} ${to.y} ${into + inRound} ${to.y}`, `L ${to.x} ${to.y}`,
  ].join(' ');
}
