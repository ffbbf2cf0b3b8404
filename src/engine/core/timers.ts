import type { EpochMs } from './time.ts';

/** A deadline: data in the state, not a callback. `seq` breaks ties between deadlines of one instant. */
export interface Timer<Fire> {
  /** What kind of deadline, and of which thing: together its name. */
  readonly kind: string;
  readonly of: string;
  readonly dueAtMs: EpochMs;
  readonly seq: number;
  readonly fire: Fire;
}

/** What is kept of a table: the live deadlines in firing order, and the next sequence number. */
export interface SavedTimers<Fire> {
  readonly nextSeq: number;
  readonly timers: readonly Timer<Fire>[];
}

/**
 * Deadlines by (due time, sequence), named by kind and thing: setting one again replaces it. Canceled and replaced
 * entries stay in the heap until they surface, so both are O(log n). A map per kind, keyed by ids that exist anyway,
 * costs a third of one map keyed by joined names.
 */
export class TimerTable<Fire> {
  readonly #byKind = new Map<string, Map<string, Timer<Fire>>>();
  readonly #heap: Timer<Fire>[] = [];
  #nextSeq = 1;

  get size(): number {
    let size = 0;
    for (const timers of this.#byKind.values()) size += timers.size;
    return size;
  }

  set(kind: string, of: string, dueAtMs: EpochMs, fire: Fire): void {
    const timer: Timer<Fire> = { kind, of, dueAtMs, seq: this.#nextSeq, fire };
    this.#nextSeq += 1;
    this.#file(timer);
  }

  /** Forgets this deadline, if there is one. */
  cancel(kind: string, of: string): void {
    this.#byKind.get(kind)?.delete(of);
  }

  get(kind: string, of: string): Timer<Fire> | undefined {
    return this.#byKind.get(kind)?.get(of);
  }

  /** The next deadline, left in place. */
  peek(): Timer<Fire> | undefined {
    for (;;) {
      const top = this.#heap[0];
      if (top === undefined || this.get(top.kind, top.of) === top) return top;
      this.#pop();
    }
  }

  /** Takes the next deadline out. */
  take(): Timer<Fire> | undefined {
    const top = this.peek();
    if (top === undefined) return undefined;
    this.#pop();
    this.cancel(top.kind, top.of);
    return top;
  }

  toJSON(): SavedTimers<Fire> {
    const timers = [...this.#byKind.values()].flatMap((each) => [...each.values()]);
    return { nextSeq: this.#nextSeq, timers: timers.sort(inOrder) };
  }

  static fromJSON<Fire>(saved: SavedTimers<Fire>): TimerTable<Fire> {
    const table = new TimerTable<Fire>();
    for (const timer of saved.timers) table.#file(timer);
    table.#nextSeq = saved.nextSeq;
    return table;
  }

  #file(timer: Timer<Fire>): void {
    let timers = this.#byKind.get(timer.kind);
    if (!timers) this.#byKind.set(timer.kind, (timers = new Map()));
    timers.set(timer.of, timer);
    this.#push(timer);
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
