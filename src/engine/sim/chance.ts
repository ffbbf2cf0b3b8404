import { assert, must } from '../core/assert.ts';
import { hash32 } from '../core/random.ts';

/** Dice over one stream of the seed: the same seed and stream roll the same, whatever other streams do. */
export class Chance {
  #state: number;

  constructor(seed: number, stream: string) {
    this.#state = hash32(seed, stream, 0);
  }

  /** A number in [0, 1). */
  number(): number {
    // mulberry32: a multiply and some shifts, since a run rolls a hundred thousand times.
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
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

  /** One key, as often as its weight says; the weights must not all be zero, and stay as they are. */
  weighted<Key extends string>(weights: Readonly<Record<Key, number>>): Key {
    const { shares, sum } = tableOf(weights);
    assert(sum > 0, 'a weight above zero');
    const target = this.number() * sum;
    for (const { key, upTo } of shares) if (target < upTo) return key;
    return must(shares.at(-1), 'a key').key;
  }
}

interface Share<Key> {
  readonly key: Key;
  readonly upTo: number;
}

interface Table<Key> {
  readonly shares: readonly Share<Key>[];
  readonly sum: number;
}

const tables = new WeakMap<object, Table<string>>();

/** The keys that have a weight, each with the sum of weights up to it. */
function tableOf<Key extends string>(weights: Readonly<Record<Key, number>>): Table<Key> {
  const known = tables.get(weights) as Table<Key> | undefined;
  if (known) return known;
  let sum = 0;
  const shares = (Object.keys(weights) as Key[]).flatMap((key) => (weights[key] > 0 ? [{ key, upTo: (sum += weights[key]) }] : []));
  const table = { shares, sum };
  tables.set(weights, table);
  return table;
}
