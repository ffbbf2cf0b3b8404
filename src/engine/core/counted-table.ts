/** The last eight characters of an id are its count (core/ids.ts). */
const COUNT_DIGITS = 8;

/**
 * A table of things of one kind, which an `IdMaker` names one after another. The count is read off the end of the id, so
 * a look-up is a step into an array where what is recent lies together; an entry in a map of a hundred thousand ids is
 * found by way of three places in memory, none of them near. Listed in order of creation.
 */
export class CountedTable<Id extends string, Entity extends { readonly id: Id }> {
  /** By count; the first place stays empty, since counts begin with one. */
  readonly #rows: (Entity | undefined)[] = [undefined];
  #size = 0;
  #last: Entity | undefined = undefined;

  get size(): number {
    return this.#size;
  }

  /** The thing of this id, undefined for an id that was never given out. */
  get(id: Id): Entity | undefined {
    // The facts of one commit ask for the same thing again and again.
    if (this.#last !== undefined && this.#last.id === id) return this.#last;
    const entity = this.#rows[countIn(id)];
    if (entity === undefined || entity.id !== id) return undefined;
    this.#last = entity;
    return entity;
  }

  has(id: Id): boolean {
    return this.get(id) !== undefined;
  }

  /** Puts a thing in, or another state of it in its place. */
  set(id: Id, entity: Entity): this {
    const count = countIn(id);
    if (this.#rows[count] === undefined) this.#size += 1;
    while (this.#rows.length < count) this.#rows.push(undefined);
    this.#rows[count] = entity;
    this.#last = entity;
    return this;
  }

  /** The thing of this count; undefined when there is none, or none any more. */
  at(count: number): Entity | undefined {
    return this.#rows[count];
  }

  /** From now on nothing has the id of this count. */
  forget(count: number): void {
    const entity = this.#rows[count];
    if (entity === undefined) return;
    this.#rows[count] = undefined;
    this.#size -= 1;
    if (this.#last?.id === entity.id) this.#last = undefined;
  }

  *values(): IterableIterator<Entity> {
    for (const entity of this.#rows) if (entity !== undefined) yield entity;
  }

  *keys(): IterableIterator<Id> {
    for (const { id } of this.values()) yield id;
  }

  /** What it holds, in its order. */
  toJSON(): readonly Entity[] {
    return [...this.values()];
  }
}

/** What is no digit gives a count of nothing, which the table notices by the id. */
function countIn(id: string): number {
  let count = 0;
  for (let at = id.length - COUNT_DIGITS; at < id.length; at++) {
    const code = id.charCodeAt(at);
    // Digits have their value in the low four bits; letters begin with 1 there.
    count = (count << 4) | ((code & 15) + (code >> 6) * 9);
  }
  return count >>> 0;
}
