import { must } from '../core/assert.ts';

/** Rows come on pages of 256: growing takes a new page and copies nothing. */
const PAGE_BITS = 8;
const PAGE_ROWS = 1 << PAGE_BITS;
const PAGE_MASK = PAGE_ROWS - 1;

/** Rows of whole numbers below two thousand million, of a fixed width: a million rows without a million objects. */
export class NumberTable {
  readonly #width: number;
  readonly #pages: Int32Array[] = [];
  #length = 0;

  constructor(width: number) {
    this.#width = width;
  }

  get length(): number {
    return this.#length;
  }

  /** A new row of zeros; its index. */
  push(): number {
    if ((this.#length & PAGE_MASK) === 0) this.#pages.push(new Int32Array(PAGE_ROWS * this.#width));
    this.#length += 1;
    return this.#length - 1;
  }

  get(row: number, column: number): number {
    return must(this.#page(row)[(row & PAGE_MASK) * this.#width + column], 'a cell');
  }

  set(row: number, column: number, value: number): void {
    this.#page(row)[(row & PAGE_MASK) * this.#width + column] = value;
  }

  #page(row: number): Int32Array {
    return must(this.#pages[row >>> PAGE_BITS], 'the page of a row');
  }

  /** A table of these rows; what is missing at the end of one is zero. */
  static fromJSON(width: number, rows: readonly (readonly number[])[]): NumberTable {
    const table = new NumberTable(width);
    for (const cells of rows) {
      const row = table.push();
      for (const [column, value] of cells.entries()) table.set(row, column, value);
    }
    return table;
  }

  /** The rows as plain arrays. */
  toJSON(): readonly (readonly number[])[] {
    return Array.from({ length: this.#length }, (_, row) => Array.from({ length: this.#width }, (_cell, column) => this.get(row, column)));
  }
}
