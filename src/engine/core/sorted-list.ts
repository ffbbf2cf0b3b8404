import { assert, must } from './assert.ts';

const CHUNK_MAX = 256;

/**
 * Items in a total order, kept in chunks so that insert, remove and read of the head stay cheap at 100,000 items and
 * in-order reading is a plain walk. Used for waiting contacts and for agents by idle time.
 */
export class SortedList<T> {
  readonly #compare: (a: T, b: T) => number;
  #chunks: T[][] = [];
  #size = 0;

  constructor(compare: (a: T, b: T) => number) {
    this.#compare = compare;
  }

  get size(): number {
    return this.#size;
  }

  /** The first item in order, undefined when empty. */
  head(): T | undefined {
    return this.#chunks[0]?.[0];
  }

  add(item: T): void {
    this.#size += 1;
    const at = this.#chunkFor(item);
    const chunk = this.#chunks[at];
    if (!chunk) {
      this.#chunks.push([item]);
      return;
    }
    insertAt(chunk, this.#lowerBound(chunk, item), item);
    if (chunk.length > CHUNK_MAX) this.#chunks.splice(at + 1, 0, chunk.splice(CHUNK_MAX >> 1));
  }

  /** Removes the item that compares equal; it must be there. */
  remove(item: T): void {
    const at = this.#chunkFor(item);
    const chunk = this.#chunks[at];
    const index = chunk ? this.#lowerBound(chunk, item) : 0;
    const found = chunk?.[index];
    assert(chunk !== undefined && found !== undefined && this.#compare(found, item) === 0, 'a removed item is in the list');
    removeAt(chunk, index);
    if (chunk.length === 0) this.#chunks.splice(at, 1);
    this.#size -= 1;
  }

  /** How many items come before this one, whether or not it is in the list. */
  rankOf(item: T): number {
    let before = 0;
    const at = this.#chunkFor(item);
    for (let i = 0; i < at; i++) before += must(this.#chunks[i], 'a chunk').length;
    const chunk = this.#chunks[at];
    return chunk ? before + this.#lowerBound(chunk, item) : before;
  }

  /** The first item, in order, of which this is true. */
  find(test: (item: T) => boolean): T | undefined {
    for (const chunk of this.#chunks) for (const item of chunk) if (test(item)) return item;
    return undefined;
  }

  *[Symbol.iterator](): IterableIterator<T> {
    for (const chunk of this.#chunks) yield* chunk;
  }

  /** The first chunk whose last item is not before `item`, else the last chunk. */
  #chunkFor(item: T): number {
    let low = 0;
    let high = this.#chunks.length - 1;
    while (low < high) {
      const mid = (low + high) >> 1;
      const chunk = must(this.#chunks[mid], 'a chunk');
      if (this.#compare(must(chunk[chunk.length - 1], 'an item'), item) < 0) low = mid + 1;
      else high = mid;
    }
    return low;
  }

  #lowerBound(chunk: readonly T[], item: T): number {
    let low = 0;
    let high = chunk.length;
    while (low < high) {
      const mid = (low + high) >> 1;
      if (this.#compare(must(chunk[mid], 'an item'), item) < 0) low = mid + 1;
      else high = mid;
    }
    return low;
  }
}

/** As `splice` does it, without its list of what was removed; `copyWithin` takes the slow way through arrays. */
function insertAt<T>(list: T[], index: number, item: T): void {
  list.push(item);
  for (let i = list.length - 1; i > index; i--) list[i] = must(list[i - 1], 'an item');
  list[index] = item;
}

function removeAt(list: unknown[], index: number): void {
  for (let i = index + 1; i < list.length; i++) list[i - 1] = list[i];
  list.pop();
}
