import { DueHeap } from './due-heap.ts';
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

/** A deadline in the heap; one that was canceled or replaced stays there, no longer live, until it surfaces or is swept. */
interface Entry<Fire> extends Timer<Fire> {
  live: boolean;
  /** Another deadline of the same thing. */
  sibling: Entry<Fire> | null;
}

/** Fewer dead entries than these, beside three for each live one, are not worth a sweep. */
const DEAD_MIN = 64;

/**
 * Deadlines by (due time, sequence), named by kind and thing: setting one again replaces it. The deadlines of a thing,
 * a handful, form a chain, so that all of them can be forgotten at once. The heap is swept when most of it is dead:
 * a deadline a week ahead that was canceled today does not lie in it for a week.
 */
export class TimerTable<Fire> {
  readonly #byThing = new Map<string, Entry<Fire>>();
  readonly #heap = new DueHeap<Entry<Fire>>();
  #live = 0;
  #nextSeq = 1;

  get size(): number {
    return this.#live;
  }

  set(kind: string, of: string, dueAtMs: EpochMs, fire: Fire): void {
    this.#file({ kind, of, dueAtMs, seq: this.#nextSeq, fire, live: true, sibling: null });
    this.#nextSeq += 1;
  }

  /** Forgets this deadline, if there is one. */
  cancel(kind: string, of: string): void {
    const first = this.#byThing.get(of);
    if (first === undefined) return;
    if (first.kind === kind) {
      if (first.sibling === null) this.#byThing.delete(of);
      else this.#byThing.set(of, first.sibling);
      this.#kill(first);
    } else this.#cancelAfter(first, kind);
  }

  /** Forgets every deadline of this thing. */
  cancelAll(of: string): void {
    const first = this.#byThing.get(of);
    if (first === undefined) return;
    this.#byThing.delete(of);
    for (let entry: Entry<Fire> | null = first; entry !== null; entry = entry.sibling) this.#kill(entry);
  }

  get(kind: string, of: string): Timer<Fire> | undefined {
    for (let entry = this.#byThing.get(of) ?? null; entry !== null; entry = entry.sibling) if (entry.kind === kind) return plain(entry);
    return undefined;
  }

  /** When the next deadline is due; undefined without any. */
  nextDueAtMs(): EpochMs | undefined {
    return this.#top()?.dueAtMs;
  }

  /** The next deadline, left in place. */
  peek(): Timer<Fire> | undefined {
    const top = this.#top();
    return top && plain(top);
  }

  /** Takes the next deadline out; like one that was canceled, it leaves the heap when the next is looked for. */
  take(): Timer<Fire> | undefined {
    const top = this.#top();
    if (top === undefined) return undefined;
    this.cancel(top.kind, top.of);
    return plain(top);
  }

  toJSON(): SavedTimers<Fire> {
    const timers = this.#heap.items().filter(({ live }) => live).sort(inOrder);
    return { nextSeq: this.#nextSeq, timers: timers.map(plain) };
  }

  static fromJSON<Fire>(saved: SavedTimers<Fire>): TimerTable<Fire> {
    const table = new TimerTable<Fire>();
    for (const timer of saved.timers) table.#file({ ...timer, live: true, sibling: null });
    table.#nextSeq = saved.nextSeq;
    return table;
  }

  #file(entry: Entry<Fire>): void {
    const first = this.#byThing.get(entry.of);
    if (first === undefined || first.kind === entry.kind) {
      this.#byThing.set(entry.of, entry);
      entry.sibling = first?.sibling ?? null;
      if (first !== undefined) this.#kill(first);
    } else {
      this.#cancelAfter(first, entry.kind);
      entry.sibling = first.sibling;
      first.sibling = entry;
    }
    this.#live += 1;
    this.#heap.push(entry.dueAtMs, entry.seq, entry);
  }

  /** Forgets a deadline of the same thing that is not the first in its chain. */
  #cancelAfter(first: Entry<Fire>, kind: string): void {
    for (let before = first, entry = before.sibling; entry !== null; before = entry, entry = before.sibling) {
      if (entry.kind !== kind) continue;
      before.sibling = entry.sibling;
      this.#kill(entry);
      return;
    }
  }

  #kill(entry: Entry<Fire>): void {
    entry.live = false;
    this.#live -= 1;
    if (this.#heap.size > DEAD_MIN + 4 * this.#live) this.#heap.keep(({ live }) => live);
  }

  #top(): Entry<Fire> | undefined {
    for (;;) {
      const top = this.#heap.top();
      if (top === undefined || top.live) return top;
      this.#heap.pop();
    }
  }
}

const plain = <Fire>({ kind, of, dueAtMs, seq, fire }: Entry<Fire>): Timer<Fire> => ({ kind, of, dueAtMs, seq, fire });

function inOrder(a: Timer<unknown>, b: Timer<unknown>): number {
  return a.dueAtMs - b.dueAtMs || a.seq - b.seq;
}
