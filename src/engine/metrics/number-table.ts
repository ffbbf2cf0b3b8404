import { must } from '../core/assert.ts';

/** Rows come on pages of 256: growing takes a new page and copies nothing. */
const PAGE_BITS = 8;
const PAGE_ROWS = 1 << PAGE_BITS;
const PAGE_MASK = PAGE_ROWS - 1;

/** Rows of numbers of a fixed width, NaN where nothing was written: a million rows without a million objects. */
export class NumberTable {
  readonly #width: number;
  readonly #pages: Float64Array[] = [];
  #length = 0;

  constructor(width: number) {
    this.#width = width;
  }

  get length(): number {
    return this.#length;
  }

  /** A new row; its index. */
  push(): number {
    if ((this.#length & PAGE_MASK) === 0) this.#pages.push(new Float64Array(PAGE_ROWS * this.#width).fill(Number.NaN));
    this.#length += 1;
    return this.#length - 1;
  }

  get(row: number, column: number): number {
    return must(this.#page(row)[(row & PAGE_MASK) * this.#width + column], 'a cell');
  }

  /** Writes a cell; null is written as NaN. */
  set(row: number, column: number, value: number | null): void {
    this.#page(row)[(row & PAGE_MASK) * this.#width + column] = value === null ? Number.NaN : value;
  }

  #page(row: number): Float64Array {
    return must(this.#pages[row >>> PAGE_BITS], 'the page of a row');
  }

  /** A table of these rows. */
  static fromJSON(width: number, rows: readonly (readonly (number | null)[])[]): NumberTable {
    const table = new NumberTable(width);
    for (const cells of rows) {
      const row = table.push();
      for (let column = 0; column < width; column++) table.set(row, column, cells[column] ?? null);
    }
    return table;
  }

  /** The rows as plain arrays, absent cells as null. */
  toJSON(): readonly (readonly (number | null)[])[] {
    return Array.from({ length: this.#length }, (_, row) =>
      Array.from({ length: this.#width }, (_cell, column) => {
        const value = this.get(row, column);
        return Number.isNaN(value) ? null : value;
      }),
    );
  }
}
