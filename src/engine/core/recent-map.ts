/**
 * A map that remembers the entry it gave last: the facts of one commit ask for the same contact, agent or line again
 * and again, and comparing two ids that are one string costs nothing beside looking one up among a hundred thousand.
 */
export class RecentMap<Key, Value> extends Map<Key, Value> {
  #key: Key | undefined = undefined;
  #value: Value | undefined = undefined;

  /** Empty: a map given entries would set them before there is anything to remember them with. */
  // oxlint-disable-next-line no-useless-constructor -- it is of use: it takes no entries
  constructor() {
    super();
  }

  override get(key: Key): Value | undefined {
    if (key === this.#key) return this.#value;
    const value = super.get(key);
    this.#key = key;
    this.#value = value;
    return value;
  }

  override set(key: Key, value: Value): this {
    this.#key = key;
    this.#value = value;
    return super.set(key, value);
  }

  override delete(key: Key): boolean {
    if (key === this.#key) this.#value = undefined;
    return super.delete(key);
  }

  override clear(): void {
    this.#key = undefined;
    this.#value = undefined;
    super.clear();
  }
}
