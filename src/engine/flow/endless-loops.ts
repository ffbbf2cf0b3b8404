import { must } from '../core/assert.ts';
import { branchesOf, decimal, isDynamic, member } from './content.ts';
import { rowOf } from './catalogue.ts';
import type { FlowAction } from './model.ts';

/** So many are named; a file may hold a million. */
const loopsMax = 50;

/**
 * Finds circles of actions that a flow could run through without ever waiting for time or a person. An action that
 * waits breaks a circle, and so does continuing a Loop, whose rounds are counted; leaving a Loop does not: it may come
 * back. Returns each circle once, as indexes into `actions` in running order. Linear: one depth-first walk.
 */
export function findEndlessLoops(actions: readonly FlowAction[], indexOf: ReadonlyMap<string, number>, reachable: Uint8Array): readonly (readonly number[])[] {
  const ways = (index: number): readonly number[] => waysWithoutWait(must(actions[index], 'an action')).flatMap((id) => indexOf.get(id) ?? []);
  const loops: (readonly number[])[] = [];
  const named = new Set<number>();
  /** 0 = not met; -1 = done; else place on the path, from 1. */
  const placeOnPath = new Int32Array(actions.length);
  for (let start = 0; start < actions.length && loops.length < loopsMax; start += 1) {
    if (reachable[start] === 0 || placeOnPath[start] !== 0) continue;
    const path: { readonly index: number; readonly ways: readonly number[]; at: number }[] = [];
    const enter = (index: number): void => {
      path.push({ index, ways: ways(index), at: 0 });
      placeOnPath[index] = path.length;
    };
    enter(start);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const next = top.ways[top.at];
      top.at += 1;
      if (next === undefined) {
        placeOnPath[top.index] = -1;
        path.pop();
        continue;
      }
      const place = must(placeOnPath[next], 'the place of an action');
      if (place === 0) enter(next);
      else if (place > 0 && !named.has(next) && loops.length < loopsMax) {
        const loop = path.slice(place - 1).map(({ index }) => index);
        if (loop.some((index) => named.has(index))) continue;
        loop.forEach((index) => named.add(index));
        loops.push(loop);
      }
    }
  }
  return loops;
}

/** The actions that may follow at once. */
function waysWithoutWait(action: FlowAction): readonly string[] {
  const row = rowOf(action.type);
  const branches = branchesOf(action);
  const of = (...kinds: readonly string[]): readonly string[] => branches.filter(({ kind }) => kinds.includes(kind)).map(({ next }) => next);
  if (row === undefined || row.supported === 'takesErrorBranch') {
    const errors = of('error');
    return errors.length > 0 ? errors : of('next');
  }
  if (row.waits) return [];
  if (action.type === 'Loop' && isCounted(action)) {
    return action.conditions.filter(({ operands }) => operands[0] !== 'ContinueLooping').map(({ next }) => next);
  }
  if (row.exit === 'last') return of('error');
  return row.exit === 'branches' && action.conditions.length > 0 ? of('condition', 'error') : of('next', 'condition', 'error');
}

function isCounted(action: FlowAction): boolean {
  const count = member(action.parameters, 'LoopCount');
  return isDynamic(count) || decimal(count) !== null;
}
