import type { EpochMs } from './time.ts';

/** A deadline: data in the state, not a callback. `seq` breaks ties between deadlines of one instant. */
export interface Timer<Fire> {
  readonly key: string;
  readonly dueAtMs: EpochMs;
  readonly seq: number;
  readonly fire: Fire;
}

/**
 * Deadlines by (due time, sequence). Setting a key again replaces its deadline. Canceled and replaced entries stay in
 * the heap until they surface, so both are O(log n).
 */
export class TimerTable<Fire> {
  readonly #byKey = new Map<string, Timer<Fire>>();
  readonly #heap: Timer<Fire>[] = [];
  #nextSeq = 1;

  get size(): number {
    return this.#byKey.size;
  }

  set(key: string, dueAtMs: EpochMs, fire: Fire): void {
    const timer: Timer<Fire> = { key, dueAtMs, seq: this.#nextSeq, fire };
    this.#nextSeq += 1;
    this.#byKey.set(key, timer);
    this.#push(timer);
  }

  /** Forgets the deadline of this key, if there is one. */
  cancel(key: string): void {
    this.#byKey.delete(key);
  }

  get(key: string): Timer<Fire> | undefined {
    return this.#byKey.get(key);
  }

  /** The next deadline, left in place. */
  peek(): Timer<Fire> | undefined {
    for (;;) {
      const top = this.#heap[0];
      if (top === undefined || this.#byKey.get(top.key) === top) return top;
      this.#pop();
    }
  }

  /** Takes the next deadline out. */
  take(): Timer<Fire> | undefined {
    const top = this.peek();
    if (top === undefined) return undefined;
    this.#pop();
    this.#byKey.delete(top.key);
    return top;
  }

  /** Everything needed to restore: the live deadlines in firing order, and the next sequence number. */
  toJSON(): { readonly nextSeq: number; readonly timers: readonly Timer<Fire>[] } {
    return { nextSeq: this.#nextSeq, timers: [...this.#byKey.values()].sort(inOrder) };
  }

  static fromJSON<Fire>(saved: { readonly nextSeq: number; readonly timers: readonly Timer<Fire>[] }): TimerTable<Fire> {
    const table = new TimerTable<Fire>();
    for (const timer of saved.timers) {
      table.#byKey.set(timer.key, timer);
      table.#push(timer);
    }
    table.#nextSeq = saved.nextSeq;
    return table;
  }

  #push(timer: Timer<Fire>): void {
    const heap = this.#heap;
    let at = heap.push(timer) - 1;
    while (at > 0) {
      const parentAt = (at - 1) >> 1;
      const parent = heap[parentAt];
      if (parent === undefined || inOrder(parent, timer) <= 0) break;
      heap[at] = parent;
      at = parentAt;
    }
    heap[at] = timer;
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return;
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      let childAt = left;
      let child = heap[left];
      const right = heap[left + 1];
      if (child !== undefined && right !== undefined && inOrder(right, child) < 0) {
        childAt = left + 1;
        child = right;
      }
      if (child === undefined || inOrder(last, child) <= 0) break;
      heap[at] = child;
      at = childAt;
    }
    heap[at] = last;
  }
}

function inOrder(a: Timer<unknown>, b: Timer<unknown>): number {
  return a.dueAtMs - b.dueAtMs || a.seq - b.seq;
}
