import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { DueHeap } from './due-heap.ts';

interface Item { readonly due: number; readonly seq: number; readonly wanted: boolean }
const inOrder = (a: Item, b: Item): number => a.due - b.due || a.seq - b.seq;
const steps = fc.array(fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('push' as const), due: fc.integer({ min: 0, max: 40 }), wanted: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('pop' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('keep' as const) }) },
), { maxLength: 400, size: 'max' });

test('a heap of deadlines gives them by time, and those of one time in the order in which they came', () => {
  fc.assert(fc.property(steps, (script) => {
    const heap = new DueHeap<Item>();
    let model: Item[] = [];
    for (const [seq, step] of script.entries()) {
      if (step.do === 'push') {
        const item = { due: step.due, seq, wanted: step.wanted };
        heap.push(item.due, item.seq, item);
        model = [...model, item].sort(inOrder);
      } else if (step.do === 'pop') {
        if (model.length > 0) heap.pop();
        model = model.slice(1);
      } else {
        heap.keep(({ wanted }) => wanted);
        model = model.filter(({ wanted }) => wanted);
      }
      expect([heap.top(), heap.size]).toEqual([model[0], model.length]);
    }
    expect([...heap.items()].sort(inOrder)).toEqual(model);
    for (const item of model) {
      expect(heap.top()).toEqual(item);
      heap.pop();
    }
    expect(heap.top()).toBeUndefined();
  }), { numRuns: 300 });
});

test('a heap grows beyond what it was made for', () => {
  const heap = new DueHeap<number>();
  for (let n = 1000; n > 0; n--) heap.push(n, n, n);
  const taken: (number | undefined)[] = [];
  for (; heap.size > 0; heap.pop()) taken.push(heap.top());
  expect(taken).toEqual(Array.from({ length: 1000 }, (_, index) => index + 1));
});

test('an empty heap has nothing to take away', () => {
  expect(() => { new DueHeap<number>().pop(); }).toThrow('an item');
});
