import { assert, must } from '../core/assert.ts';
import { draw } from '../core/random.ts';

/** Dice over one stream of the seed: the same seed and stream roll the same, whatever other streams do. */
export class Chance {
  readonly #seed: number;
  readonly #stream: string;
  #count = 0;

  constructor(seed: number, stream: string) {
    this.#seed = seed;
    this.#stream = stream;
  }

  /** A number in [0, 1). */
  number(): number {
    this.#count += 1;
    return draw(this.#seed, this.#stream, this.#count);
  }

  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number {
    return low + Math.floor(this.number() * (high - low + 1));
  }

  /** True with this probability. */
  flip(probability: number): boolean {
    return this.number() < probability;
  }

  /** One of the items; there must be one. */
  pick<T>(items: readonly T[]): T {
    assert(items.length > 0, 'there is something to pick');
    // null may be one of the items, so what is there cannot tell whether it is there.
    return items[this.int(0, items.length - 1)] as T;
  }

  /** One key, as often as its weight says; the weights must not all be zero. */
  weighted<Key extends string>(weights: Readonly<Record<Key, number>>): Key {
    const keys = Object.keys(weights) as Key[];
    let left = this.number() * keys.reduce((sum, key) => sum + weights[key], 0);
    for (const key of keys) {
      left -= weights[key];
      if (left < 0) return key;
    }
    return must(keys.findLast((key) => weights[key] > 0), 'a weight above zero');
  }
}
