import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FlowAction } from './model.ts';
import { findTraps } from './traps.ts';

/** An action that leads to these. */
const action = (id: string, type: string, ways: readonly string[]): FlowAction => ({ id, type, parameters: {}, next: ways[0] ?? null, conditions: [], errors: ways.slice(1).map((next) => ({ errorType: 'e', next })) });
const say = (id: string, ...ways: readonly string[]): FlowAction => action(id, 'MessageParticipant', ways);
const set = (id: string, ...ways: readonly string[]): FlowAction => action(id, 'UpdateContactAttributes', ways);

function trapsOf(actions: readonly FlowAction[], unreachable: readonly string[] = []): readonly (readonly string[])[] {
  const reachable = Uint8Array.from(actions, ({ id }) => (unreachable.includes(id) ? 0 : 1));
  return findTraps(actions, new Map(actions.map(({ id }, index) => [id, index])), reachable).map((trap) => trap.map((index) => actions[index]?.id ?? ''));
}

describe('actions that go round with pauses and never lead out', () => {
  test.each<[string, readonly FlowAction[], readonly (readonly string[])[]]>([
    ['one that leads to itself', [say('a', 'a')], [['a']]],
    ['one that leads on', [say('a', 'b'), set('b')], []],
    ['one that leads nowhere', [say('a')], []],
    ['two in a circle', [say('a', 'b'), set('b', 'a')], [['a', 'b']]],
    ['two that never wait', [set('a', 'b'), set('b', 'a')], []],
    ['two with a way out', [say('a', 'b'), set('b', 'a', 'c'), set('c')], []],
    ['two with a way to an action that is not there', [say('a', 'b'), set('b', 'a', 'gone')], []],
    ['two of which one asks', [say('a', 'b'), action('b', 'GetParticipantInput', ['a'])], []],
    ['two of which one talks with a bot', [say('a', 'b'), action('b', 'ConnectParticipantWithLexBot', ['a'])], []],
    ['two of which one ends the flow', [say('a', 'b'), action('b', 'TransferContactToQueue', ['a'])], []],
    ['two of which one is of an unknown type', [say('a', 'b'), action('b', 'MakeCoffee', ['a'])], [['a', 'b']]],
    ['two circles apart', [say('a', 'a'), say('b', 'b')], [['a'], ['b']]],
    ['a circle after a way into it', [set('in', 'a'), say('a', 'b'), set('b', 'a')], [['a', 'b']]],
    ['two circles that share an action', [say('a', 'b', 'c'), set('b', 'a'), set('c', 'a')], [['a', 'b', 'c']]],
    ['a circle that leads into another', [say('a', 'b'), set('b', 'a', 'c'), say('c', 'd'), set('d', 'c')], [['c', 'd']]],
    ['a way back into a circle that is known already', [say('a', 'b'), say('b', 'b'), set('c', 'b')], [['b']]],
  ])('%s', (_what, actions, traps) => {
    expect(trapsOf(actions)).toEqual(traps);
  });

  test('are passed over where no way leads to them', () => {
    expect([trapsOf([set('a'), say('b', 'b')], ['b']), trapsOf([set('a'), say('b', 'c'), say('c', 'b')], ['b', 'c'])]).toEqual([[], []]);
  });

  test('are those from which the caller cannot get anywhere else, whatever the flow looks like', () => {
    const flows = fc.array(fc.tuple(fc.constantFrom(say, set), fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 3 })), { minLength: 7, maxLength: 7 })
      .map((drafts) => drafts.map(([make, ways], index) => make(`a${index}`, ...ways.map((way) => `a${way}`))));
    fc.assert(fc.property(flows, (actions) => {
      const from = (id: string): ReadonlySet<string> => {
        const met = new Set<string>();
        const open = [id];
        for (let at = open.pop(); at !== undefined; at = open.pop()) {
          const { next, errors } = actions.find((each) => each.id === at) ?? { next: null, errors: [] };
          for (const to of [next, ...errors.map((error) => error.next)]) if (to !== null && !met.has(to)) {
            met.add(to);
            open.push(to);
          }
        }
        return met;
      };
      // A group is closed when whatever can be reached from it can reach back, and it is a trap when somebody speaks in it.
      const closed = actions.filter(({ id }) => [...from(id)].every((other) => from(other).has(id)));
      const inTraps = closed.filter(({ id }) => [...from(id)].some((other) => actions.find((each) => each.id === other)?.type === 'MessageParticipant')).map(({ id }) => id);
      expect(trapsOf(actions).flat().toSorted()).toEqual(inTraps.toSorted());
    }), { numRuns: 300 });
  });
});
