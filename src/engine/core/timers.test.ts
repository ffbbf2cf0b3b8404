import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { epochMs, type EpochMs } from './time.ts';
import { TimerTable } from './timers.ts';

interface Deadline { readonly kind: string; readonly of: string; readonly dueAtMs: EpochMs; readonly seq: number; readonly fire: string }
const inOrder = (a: Deadline, b: Deadline): number => a.dueAtMs - b.dueAtMs || a.seq - b.seq;

type Step =
  | { readonly do: 'set'; readonly kind: string; readonly of: string; readonly due: number }
  | { readonly do: 'cancel' | 'cancelAll'; readonly kind: string; readonly of: string }
  | { readonly do: 'take' | 'save' };

const kind = fc.constantFrom('offer', 'ring', 'flow');
const of = fc.integer({ min: 0, max: 6 }).map(String);
const steps: fc.Arbitrary<readonly Step[]> = fc.array(fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('set' as const), kind, of, due: fc.integer({ min: 0, max: 30 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('cancel' as const, 'cancel' as const, 'cancelAll' as const), kind, of }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('take' as const, 'save' as const) }) },
), { maxLength: 200, size: 'max' });

describe('deadlines', () => {
  test('are a sorted array in which setting a name again replaces it', () => {
    fc.assert(fc.property(steps, (script) => {
      let table = new TimerTable<string>();
      let model: Deadline[] = [];
      let seq = 0;
      const same: (readonly [unknown, unknown])[] = [];
      for (const step of script) {
        if (step.do === 'set') {
          seq += 1;
          const fire = `${step.kind} ${step.of} ${seq}`;
          table.set(step.kind, step.of, epochMs(step.due), fire);
          model = [...model.filter((each) => each.kind !== step.kind || each.of !== step.of), { kind: step.kind, of: step.of, dueAtMs: epochMs(step.due), seq, fire }].sort(inOrder);
        } else if (step.do === 'cancel') {
          table.cancel(step.kind, step.of);
          model = model.filter((each) => each.kind !== step.kind || each.of !== step.of);
        } else if (step.do === 'cancelAll') {
          table.cancelAll(step.of);
          model = model.filter((each) => each.of !== step.of);
        } else if (step.do === 'take') {
          same.push([table.peek(), model[0]], [table.take(), model.shift()]);
        } else {
          // What is kept of a table is the table.
          const saved = JSON.parse(JSON.stringify(table)) as ReturnType<TimerTable<string>['toJSON']>;
          table = TimerTable.fromJSON(saved);
          same.push([saved, { nextSeq: seq + 1, timers: [...model] }]);
        }
        same.push([table.size, model.length]);
      }
      for (const [found, expected] of same) expect(found).toEqual(expected);
      for (const each of model) expect(table.get(each.kind, each.of)).toEqual(each);
      for (const each of model) expect(table.take()).toEqual(each);
      expect(table.take()).toBeUndefined();
      expect(table.peek()).toBeUndefined();
    }), { numRuns: 300 });
  });

  test('of one instant come in the order in which they were set, also after a restore', () => {
    const table = new TimerTable<number>();
    for (let n = 0; n < 500; n++) table.set('offer', String(n), epochMs(7), n);
    const again = TimerTable.fromJSON(table.toJSON());
    for (let n = 0; n < 500; n++) expect([table.take()?.fire, again.take()?.fire]).toEqual([n, n]);
  });

  test('put off come later, and those brought forward earlier', () => {
    const table = new TimerTable<string>();
    table.set('a', '1', epochMs(10), 'a');
    table.set('b', '1', epochMs(20), 'b');
    table.set('a', '1', epochMs(30), 'a later');
    expect(table.peek()?.fire).toBe('b');
    table.set('a', '1', epochMs(5), 'a first');
    expect([table.take()?.fire, table.take()?.fire, table.take()?.fire]).toEqual(['a first', 'b', undefined]);
  });

  test('that were canceled by the thousand leave those that were not in their order', () => {
    const table = new TimerTable<number>();
    for (let n = 0; n < 2000; n++) table.set('ring', String(n), epochMs((n * 7919) % 2003), n);
    for (let n = 0; n < 2000; n++) if (n % 10 !== 0) table.cancel('ring', String(n));
    const left = Array.from({ length: 200 }, (_, index) => index * 10).sort((a, b) => (a * 7919) % 2003 - (b * 7919) % 2003);
    expect([table.size, left.map(() => table.take()?.fire)]).toEqual([200, left]);
    expect(table.take()).toBeUndefined();
  });

  test('of a thing that are all canceled are gone, and may be set anew', () => {
    const table = new TimerTable<string>();
    for (const each of ['a', 'b', 'c']) table.set(each, '1', epochMs(10), each);
    table.set('a', '2', epochMs(20), 'of another');
    table.cancelAll('1');
    expect([table.size, table.get('a', '1'), table.get('a', '2')?.fire]).toEqual([1, undefined, 'of another']);
    table.set('a', '1', epochMs(30), 'anew');
    expect([table.size, table.take()?.fire, table.take()?.fire, table.take()]).toEqual([2, 'of another', 'anew', undefined]);
  });

  test('that were not set are not there, and canceling them is nothing', () => {
    const table = new TimerTable<string>();
    table.cancel('a', '1');
    expect([table.get('a', '1'), table.size, table.take()]).toEqual([undefined, 0, undefined]);
  });
});
