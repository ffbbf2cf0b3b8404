import { must } from '../core/assert.ts';

/** Rows come on pages of 256: growing takes a new page and copies nothing. */
const PAGE_BITS = 8;
const PAGE_ROWS = 1 << PAGE_BITS;
const PAGE_MASK = PAGE_ROWS - 1;

type Page = Float64Array | Int32Array;

/** What stands for nothing written: no instant is NaN, no count below zero. */
const ABSENT = { times: Number.NaN, counts: -1 } as const;

/** `times`: milliseconds, as large as they come. `counts`: whole numbers from 0 to two thousand million, in half the room. */
export type NumberKind = keyof typeof ABSENT;

/** Rows of numbers of a fixed width: a million rows without a million objects. */
export class NumberTable {
  readonly #kind: NumberKind;
  readonly #width: number;
  readonly #pages: Page[] = [];
  #length = 0;

  constructor(kind: NumberKind, width: number) {
    this.#kind = kind;
    this.#width = width;
  }

  get length(): number {
    return this.#length;
  }

  /** A new row, nothing written in it; its index. */
  push(): number {
    if ((this.#length & PAGE_MASK) === 0) this.#pages.push(this.#newPage());
    this.#length += 1;
    return this.#length - 1;
  }

  /** A cell; null when nothing is written there. */
  get(row: number, column: number): number | null {
    const value = must(this.#page(row)[(row & PAGE_MASK) * this.#width + column], 'a cell');
    // NaN is neither.
    return value >= 0 ? value : null;
  }

  /** Writes a cell, or leaves it as if nothing had been written. */
  set(row: number, column: number, value: number | null): void {
    this.#page(row)[(row & PAGE_MASK) * this.#width + column] = value ?? ABSENT[this.#kind];
  }

  #newPage(): Page {
    const cells = PAGE_ROWS * this.#width;
    return (this.#kind === 'times' ? new Float64Array(cells) : new Int32Array(cells)).fill(ABSENT[this.#kind]);
  }

  #page(row: number): Page {
    return must(this.#pages[row >>> PAGE_BITS], 'the page of a row');
  }

  /** A table of these rows. */
  static fromJSON(kind: NumberKind, width: number, rows: readonly (readonly (number | null)[])[]): NumberTable {
    const table = new NumberTable(kind, width);
    for (const cells of rows) {
      const row = table.push();
      for (let column = 0; column < width; column++) table.set(row, column, cells[column] ?? null);
    }
    return table;
  }

  /** The rows as plain arrays, absent cells as null. */
  toJSON(): readonly (readonly (number | null)[])[] {
    return Array.from({ length: this.#length }, (_, row) => Array.from({ length: this.#width }, (_cell, column) => this.get(row, column)));
  }
}
