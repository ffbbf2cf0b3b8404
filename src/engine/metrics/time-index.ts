import { must } from '../core/assert.ts';

/** The first whole number from `low` on, before `high`, of which this is true, as it is of all after it; `high` when there is none. */
export function firstWhere(low: number, high: number, isTrue: (number: number) => boolean): number {
  let [from, to] = [low, high];
  while (from < to) {
    const mid = (from + to) >> 1;
    if (isTrue(mid)) to = mid;
    else from = mid + 1;
  }
  return from;
}

/** Numbers filed by instant, in order of time because they are filed as time goes by: a window is two binary searches. */
export class TimeIndex {
  readonly #atMs: number[] = [];
  readonly #items: number[] = [];

  get length(): number {
    return this.#items.length;
  }

  /** Files an item; instants never go back. */
  push(atMs: number, item: number): void {
    this.#atMs.push(atMs);
    this.#items.push(item);
  }

  /** Replaces the last item when it is of this instant, else files a new one. */
  settle(atMs: number, item: number): void {
    if (this.#atMs.at(-1) === atMs) this.#items[this.#items.length - 1] = item;
    else this.push(atMs, item);
  }

  /** The first place whose instant is at or after `atMs`. */
  placeOf(atMs: number): number {
    return firstWhere(0, this.#atMs.length, (place) => must(this.#atMs[place], 'an instant') >= atMs);
  }

  /** Whether an item is filed at this instant, which is the last of all. */
  hasLast(atMs: number, item: number): boolean {
    for (let place = this.#items.length - 1; place >= 0 && this.#atMs[place] === atMs; place--) if (this.#items[place] === item) return true;
    return false;
  }

  atMsOf(place: number): number {
    return this.#atMs[place] ?? Number.POSITIVE_INFINITY;
  }

  itemAt(place: number): number | undefined {
    return this.#items[place];
  }

  /** The items filed in [fromMs, toMs), oldest first. */
  *within(fromMs: number, toMs: number): IterableIterator<number> {
    for (let place = this.placeOf(fromMs); this.atMsOf(place) < toMs; place++) {
      yield must(this.#items[place], 'an item');
    }
  }

  /** An index of these items. */
  static fromJSON(items: readonly (readonly [number, number])[]): TimeIndex {
    const index = new TimeIndex();
    for (const [atMs, item] of items) index.push(atMs, item);
    return index;
  }

  toJSON(): readonly (readonly [number, number])[] {
    return this.#atMs.map((atMs, place) => [atMs, must(this.#items[place], 'an item')] as const);
  }
}
