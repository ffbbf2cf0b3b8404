import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ContactId } from '../core/ids.ts';
import { epochMs } from '../core/time.ts';
import { compareWaiting, WaitingLine, type SavedLine, type WaitingEntry } from './waiting-line.ts';

const entry = (seq: number, priority: number, rankMs: number, enqueuedAtMs = seq): WaitingEntry => ({ contactId: `c${seq}` as ContactId, seq, priority, rankMs, enqueuedAtMs: epochMs(enqueuedAtMs) });

const steps = fc.array(fc.record({
  do: fc.constantFrom('add', 'add', 'remove', 'suspend', 'resume', 'rerank'),
  which: fc.nat({ max: 12 }), priority: fc.integer({ min: 1, max: 3 }), rank: fc.integer({ min: 0, max: 5 }),
}), { maxLength: 120, size: 'max' });

describe('a waiting line', () => {
  test('is a sorted list in which those that ring keep their place but are not served', () => {
    fc.assert(fc.property(steps, (script) => {
      const line = new WaitingLine();
      const model = new Map<string, { entry: WaitingEntry; rings: boolean }>();
      for (const step of script) {
        const made = entry(step.which, step.priority, step.rank, 100 - step.which);
        const { contactId } = made;
        const known = model.get(contactId);
        if (step.do === 'add' && !known) {
          line.add(made);
          model.set(contactId, { entry: made, rings: false });
        } else if (step.do === 'remove') {
          line.remove(contactId);
          model.delete(contactId);
        } else if (step.do === 'suspend' || step.do === 'resume') {
          line[step.do](contactId);
          if (known) known.rings = step.do === 'suspend';
        } else if (step.do === 'rerank' && known) {
          line.rerank(made);
          known.entry = made;
        }
      }
      const all = [...model.values()].sort((a, b) => compareWaiting(a.entry, b.entry));
      expect(line.size).toBe(all.length);
      expect([...line.byOrder]).toEqual(all.filter(({ rings }) => !rings).map(({ entry: each }) => each));
      expect(all.map(({ entry: { contactId } }) => line.positionOf(contactId))).toEqual(all.map((_, index) => index + 1));
      const again = new WaitingLine(JSON.parse(JSON.stringify(line)) as SavedLine);
      expect([again.size, again.ringing, again.oldestSinceMs, [...again.byOrder]]).toEqual([line.size, all.filter(({ rings }) => rings).length, line.oldestSinceMs, [...line.byOrder]]);
      expect(line.oldestSinceMs).toBe(all.length === 0 ? null : Math.min(...all.map(({ entry: each }) => each.enqueuedAtMs)));
      expect(new Set(line.contactIds())).toEqual(new Set(model.keys()));
    }), { numRuns: 300 });
  });

  test('counts those that ring before one, and not those behind', () => {
    const line = new WaitingLine();
    for (const each of [entry(1, 5, 1), entry(2, 5, 2), entry(3, 5, 3)]) line.add(each);
    line.suspend('c1' as ContactId);
    line.suspend('c3' as ContactId);
    expect([line.positionOf('c2' as ContactId), line.positionOf('c3' as ContactId), line.positionOf('c9' as ContactId), line.ringing]).toEqual([2, 3, null, 2]);
  });

  test('is served by priority, then routing age, then creation', () => {
    const line = new WaitingLine();
    for (const each of [entry(4, 5, 10), entry(3, 5, 10), entry(2, 5, 9), entry(1, 1, 99)]) line.add(each);
    expect([...line.byOrder].map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
  });

  test('says nothing of who does not stand in it', () => {
    const line = new WaitingLine();
    const nobody = 'nobody' as ContactId;
    line.suspend(nobody);
    line.resume(nobody);
    line.remove(nobody);
    expect([line.size, line.positionOf(nobody), line.has(nobody), line.oldestSinceMs]).toEqual([0, null, false, null]);
  });

  test('orders any three in a way that holds together', () => {
    const any = fc.tuple(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 3 })).map(([priority, rank, seq]) => entry(seq, priority, rank));
    fc.assert(fc.property(any, any, any, (a, b, c) => {
      expect(Math.sign(compareWaiting(a, b))).toBe(-Math.sign(compareWaiting(b, a)) + 0);
      const [first, , last] = [a, b, c].sort(compareWaiting);
      expect(first && last && compareWaiting(first, last)).toBeLessThanOrEqual(0);
      expect([c, b, a].sort(compareWaiting).map(({ priority, rankMs, seq }) => [priority, rankMs, seq])).toEqual([b, a, c].sort(compareWaiting).map(({ priority, rankMs, seq }) => [priority, rankMs, seq]));
    }));
  });
});
