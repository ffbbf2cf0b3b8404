import { must } from '../core/assert.ts';
import type { ContactId } from '../core/ids.ts';
import { SortedList } from '../core/sorted-list.ts';
import type { EpochMs } from '../core/time.ts';

/** A contact's place in a queue, frozen while it stands there. */
export interface WaitingEntry {
  readonly contactId: ContactId;
  readonly seq: number;
  /** 1 is served first (spec §5.2). */
  readonly priority: number;
  /** Ordering time less the age adjustment: smaller has waited longer. */
  readonly rankMs: number;
  readonly enqueuedAtMs: EpochMs;
}

/** Served order within one queue: contact priority, then routing age, then creation (spec §5.2, total). */
export function compareWaiting(a: WaitingEntry, b: WaitingEntry): number {
  return a.priority - b.priority || a.rankMs - b.rankMs || a.seq - b.seq;
}

/** What is kept of a line: who waits, in the order in which they came, and who of them rings. */
export interface SavedLine {
  readonly entries: readonly WaitingEntry[];
  readonly suspended: readonly ContactId[];
}

/** The contacts waiting in one queue, and by age for "oldest". */
export class WaitingLine {
  readonly byOrder = new SortedList<WaitingEntry>(compareWaiting);
  readonly #byAge = new SortedList<WaitingEntry>((a, b) => a.enqueuedAtMs - b.enqueuedAtMs || a.seq - b.seq);
  readonly #entries = new Map<ContactId, WaitingEntry>();
  /** Waiting, but ringing at an agent: counted, not routed. */
  readonly #suspended = new Set<ContactId>();

  /** Empty, or as it was when it was saved. */
  constructor(saved: SavedLine = { entries: [], suspended: [] }) {
    for (const entry of saved.entries) this.add(entry);
    for (const contactId of saved.suspended) this.suspend(contactId);
  }

  get size(): number {
    return this.#entries.size;
  }

  /** How many of them ring at an agent just now. */
  get ringing(): number {
    return this.#suspended.size;
  }

  get oldestSinceMs(): EpochMs | null {
    return this.#byAge.head()?.enqueuedAtMs ?? null;
  }

  has(contactId: ContactId): boolean {
    return this.#entries.has(contactId);
  }

  /** Everybody who waits, those that ring included. */
  contactIds(): Iterable<ContactId> {
    return this.#entries.keys();
  }

  /** 1 for the contact served next, counting those that ring; null when it does not wait here. */
  positionOf(contactId: ContactId): number | null {
    const entry = this.#entries.get(contactId);
    if (!entry) return null;
    let ahead = 0;
    for (const other of this.#suspended) {
      if (compareWaiting(must(this.#entries.get(other), 'one who rings'), entry) < 0) ahead += 1;
    }
    return ahead + this.byOrder.rankOf(entry) + 1;
  }

  /** Takes a contact that rings at an agent out of the order; it still waits, and keeps its place for a new offer. */
  suspend(contactId: ContactId): void {
    const entry = this.#entries.get(contactId);
    if (!entry || this.#suspended.has(contactId)) return;
    this.#suspended.add(contactId);
    this.byOrder.remove(entry);
  }

  /** Puts a contact whose offer came to nothing back to where it stood. */
  resume(contactId: ContactId): void {
    const entry = this.#entries.get(contactId);
    if (!entry || !this.#suspended.delete(contactId)) return;
    this.byOrder.add(entry);
  }

  /** The contact ranked anew, after its priority or age adjustment changed. */
  rerank(entry: WaitingEntry): void {
    const suspended = this.#suspended.has(entry.contactId);
    this.remove(entry.contactId);
    this.add(entry);
    if (suspended) this.suspend(entry.contactId);
  }

  add(entry: WaitingEntry): void {
    this.#entries.set(entry.contactId, entry);
    this.byOrder.add(entry);
    this.#byAge.add(entry);
  }

  remove(contactId: ContactId): void {
    const entry = this.#entries.get(contactId);
    if (!entry) return;
    this.#entries.delete(contactId);
    if (!this.#suspended.delete(contactId)) this.byOrder.remove(entry);
    this.#byAge.remove(entry);
  }

  toJSON(): SavedLine {
    return { entries: [...this.#entries.values()], suspended: [...this.#suspended] };
  }
}
