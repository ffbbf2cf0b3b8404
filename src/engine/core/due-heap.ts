import { must } from './assert.ts';

/** Four children a place: half the levels of a binary heap, and the children lie side by side. */
const CHILDREN_BITS = 2;
const CHILDREN = 1 << CHILDREN_BITS;
const CAPACITY_MIN = 64;

/**
 * Items by (due time, sequence), the first on top. What is compared lies in arrays of numbers of its own, so that
 * finding a place looks at no item: they are spread over the memory of a whole day.
 */
export class DueHeap<Item> {
  #due = new Float64Array(CAPACITY_MIN);
  #seq = new Float64Array(CAPACITY_MIN);
  #items: Item[] = [];

  get size(): number {
    return this.#items.length;
  }

  /** The item that is due first; undefined without any. */
  top(): Item | undefined {
    return this.#items[0];
  }

  push(due: number, seq: number, item: Item): void {
    let at = this.#items.push(item) - 1;
    if (at >= this.#due.length) this.#grow();
    while (at > 0) {
      const parent = (at - 1) >> CHILDREN_BITS;
      if (!this.#isLater(parent, due, seq)) break;
      this.#move(parent, at);
      at = parent;
    }
    this.#put(at, due, seq, item);
  }

  /** Takes the top away; there must be one. */
  pop(): void {
    const last = must(this.#items.pop(), 'an item');
    const size = this.#items.length;
    if (size === 0) return;
    const due = must(this.#due[size], 'a due time');
    const seq = must(this.#seq[size], 'a sequence number');
    let at = 0;
    for (let child = this.#firstChild(at, size); child < size && !this.#isLater(child, due, seq); child = this.#firstChild(at, size)) {
      this.#move(child, at);
      at = child;
    }
    this.#put(at, due, seq, last);
  }

  /** Leaves only what is wanted. */
  keep(isWanted: (item: Item) => boolean): void {
    const [due, seq, items] = [this.#due, this.#seq, this.#items];
    this.#items = [];
    // Nothing is overwritten before it is read: what stays moves to the front or not at all.
    for (const [at, item] of items.entries()) if (isWanted(item)) this.push(must(due[at], 'a due time'), must(seq[at], 'a sequence number'), item);
  }

  /** All items, in no order. */
  items(): readonly Item[] {
    return this.#items;
  }

  /** Which child comes first; `size` or more when there is none. */
  #firstChild(parent: number, size: number): number {
    let first = (parent << CHILDREN_BITS) + 1;
    const end = Math.min(first + CHILDREN, size);
    for (let child = first + 1; child < end; child++) {
      if (this.#isLater(first, must(this.#due[child], 'a due time'), must(this.#seq[child], 'a sequence number'))) first = child;
    }
    return first;
  }

  #isLater(at: number, due: number, seq: number): boolean {
    const own = must(this.#due[at], 'a due time');
    return own > due || (own === due && must(this.#seq[at], 'a sequence number') > seq);
  }

  #move(from: number, to: number): void {
    this.#put(to, must(this.#due[from], 'a due time'), must(this.#seq[from], 'a sequence number'), must(this.#items[from], 'an item'));
  }

  #put(at: number, due: number, seq: number, item: Item): void {
    this.#due[at] = due;
    this.#seq[at] = seq;
    this.#items[at] = item;
  }

  #grow(): void {
    const [due, seq] = [this.#due, this.#seq];
    this.#due = new Float64Array(due.length * 2);
    this.#seq = new Float64Array(due.length * 2);
    this.#due.set(due);
    this.#seq.set(seq);
  }
}
