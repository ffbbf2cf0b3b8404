/** A list that is filled and emptied again and again, and keeps its room: emptying an array gives its room away. */
export class Scratch<T> {
  readonly #items: (T | undefined)[] = [];
  #size = 0;

  get size(): number {
    return this.#size;
  }

  push(item: T): void {
    this.#items[this.#size] = item;
    this.#size += 1;
  }

  /** Takes the last item off; undefined when empty. */
  pop(): T | undefined {
    if (this.#size === 0) return undefined;
    this.#size -= 1;
    return this.#items[this.#size];
  }

  /** True for one of the last `count` items. */
  hasLately(item: T, count: number): boolean {
    for (let i = this.#size - 1, last = Math.max(0, this.#size - count); i >= last; i--) if (this.#items[i] === item) return true;
    return false;
  }

  /** Turns the items from this place on round. */
  reverseFrom(place: number): void {
    const items = this.#items;
    for (let low = place, high = this.#size - 1; low < high; low++, high--) {
      const first = items[low];
      items[low] = items[high];
      items[high] = first;
    }
  }

  /** The items as a list of their own, exactly as long as it has to be; empty afterwards. */
  take(): T[] {
    const taken = this.#items.slice(0, this.#size) as T[];
    this.clear();
    return taken;
  }

  clear(): void {
    this.#size = 0;
  }
}
