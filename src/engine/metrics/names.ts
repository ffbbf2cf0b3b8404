/** Numbers for names, so that rows need hold numbers only. */
export class Names<Name extends string> {
  readonly #numbers = new Map<Name, number>();
  readonly #names: Name[] = [];

  numberOf(name: Name): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    const number = this.#names.push(name) - 1;
    this.#numbers.set(name, number);
    return number;
  }

  /** The number of a name that has one. */
  known(name: string): number | undefined {
    return this.#numbers.get(name as Name);
  }

  /** The name of a number; null for none and for numbers never given. */
  nameOf(number: number | null): Name | null {
    return number === null ? null : (this.#names[number] ?? null);
  }

  /** These names, numbered in their order. */
  static fromJSON<Name extends string>(list: readonly Name[]): Names<Name> {
    const names = new Names<Name>();
    for (const name of list) names.numberOf(name);
    return names;
  }

  toJSON(): readonly Name[] {
    return [...this.#names];
  }
}
