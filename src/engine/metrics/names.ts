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

  /** The name of a number; null for numbers never given. */
  nameOf(number: number): Name | null {
    return this.#names[number] ?? null;
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
