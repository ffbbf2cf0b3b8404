import { must } from '../core/assert.ts';
import { branchesOf } from './content.ts';
import { rowOf } from './catalogue.ts';
import type { FlowAction } from './model.ts';

/** What a caller can answer: who is asked for something is not caught. */
const asks: ReadonlySet<string> = new Set(['GetParticipantInput', 'ConnectParticipantWithLexBot']);

/**
 * Finds groups of actions that go round for ever with pauses, so that no guard against endless loops stops them: no way
 * leads out, and the caller is never asked. Returns indexes into `actions`. Linear: one depth-first walk (Tarjan's).
 */
export function findTraps(actions: readonly FlowAction[], indexOf: ReadonlyMap<string, number>, reachable: Uint8Array): readonly (readonly number[])[] {
  const traps: (readonly number[])[] = [];
  /** Order in which an action was met, from 1; 0 = not yet. */
  const met = new Int32Array(actions.length);
  const lowest = new Int32Array(actions.length);
  const group = new Int32Array(actions.length).fill(-1);
  const unassigned: number[] = [];
  let count = 0;
  let groups = 0;

  const finish = (index: number): void => {
    const members: number[] = [];
    for (let member = must(unassigned.pop(), 'a member'); ; member = must(unassigned.pop(), 'a member')) {
      group[member] = groups;
      members.push(member);
      if (member === index) break;
    }
    groups += 1;
    // In the order in which they were met: that is how they run.
    const inOrder = members.toReversed();
    if (isTrap(inOrder, actions, (to) => group[to] === groups - 1, indexOf)) traps.push(inOrder);
  };

  for (let start = 0; start < actions.length; start += 1) {
    if (reachable[start] === 0 || met[start] !== 0) continue;
    const path: { readonly index: number; readonly ways: readonly number[]; at: number }[] = [];
    const enter = (index: number): void => {
      count += 1;
      met[index] = count;
      lowest[index] = count;
      unassigned.push(index);
      path.push({ index, ways: branchesOf(must(actions[index], 'an action')).flatMap(({ next }) => indexOf.get(next) ?? []), at: 0 });
    };
    enter(start);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const next = top.ways[top.at];
      top.at += 1;
      if (next !== undefined) {
        if (met[next] === 0) enter(next);
        else if (group[next] === -1) lower(lowest, top.index, must(met[next], 'when an action was met'));
        continue;
      }
      path.pop();
      const above = path.at(-1);
      if (above) lower(lowest, above.index, must(lowest[top.index], 'when an action was met'));
      if (lowest[top.index] === met[top.index]) finish(top.index);
    }
  }
  return traps;
}

function lower(values: Int32Array, index: number, value: number): void {
  values[index] = Math.min(must(values[index], 'when an action was met'), value);
}

function isTrap(members: readonly number[], actions: readonly FlowAction[], isMember: (index: number) => boolean, indexOf: ReadonlyMap<string, number>): boolean {
  const inside = members.map((index) => must(actions[index], 'an action'));
  const leadsBack = (index: number | undefined): boolean => index !== undefined && isMember(index);
  // One action alone goes round only when it leads to itself.
  const goesRound = inside.length > 1 || inside.some((action) => branchesOf(action).some(({ next }) => leadsBack(indexOf.get(next))));
  const waits = inside.some(({ type }) => rowOf(type)?.waits === true);
  const open = inside.some((action) => asks.has(action.type) || rowOf(action.type)?.exit === 'last' || branchesOf(action).some(({ next }) => !leadsBack(indexOf.get(next))));
  return goesRound && waits && !open;
}
