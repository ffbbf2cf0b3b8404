import { ANSWERS_AFTER, ATTEMPTS_MAX, CUSTOMER_WHISPER, DELAY, GAP, GIVES_UP_AFTER, WHISPER, WORK, type Outcome, type Workload } from './workload.ts';

/** What a deadline means here. */
const ARRIVES = 0;
const DUE = 1;
const WHISPERED = 2;
const ANSWERED = 3;
const GAVE_UP = 4;
const JOINED = 5;
const HUNG_UP = 6;
const DONE = 7;

/**
 * The limit: the same work on typed arrays and a 4-ary heap, with no contacts, no records, no journal. Nothing that runs
 * in JavaScript and decides anything will be faster; the benchmark says how far from it the engine is.
 */
export function runLimit(work: Workload): Outcome {
  const { contacts, agents, arrivals, talk, answeredAt } = work;
  const heap = new Heap(contacts + 16);
  const attempts = new Uint8Array(contacts);
  const enqueuedAt = new Float64Array(contacts);
  const queue = new Ring(contacts * ATTEMPTS_MAX + 1);
  const idle = new Ring(agents + 1);
  const agentOf = new Int32Array(contacts);
  for (let agent = 0; agent < agents; agent++) idle.push(agent);
  let [events, entries, waits, maxWait, connected, failed, now] = [0, 0, 0, 0, 0, 0, 0];
  if (contacts > 0) heap.push(arrivals[0] ?? 0, 0, ARRIVES);

  const match = (): void => {
    while (queue.size > 0 && idle.size > 0) {
      const contact = queue.shift();
      const waited = now - (enqueuedAt[contact] ?? 0);
      waits += waited;
      if (waited > maxWait) maxWait = waited;
      agentOf[contact] = idle.shift();
      heap.push(now + WHISPER, contact, WHISPERED);
    }
  };
  const free = (contact: number): void => {
    idle.push(agentOf[contact] ?? 0);
    match();
  };

  while (heap.size > 0) {
    const contact = heap.contact;
    const kind = heap.kind;
    now = heap.time;
    heap.pop();
    events++;
    switch (kind) {
      case ARRIVES:
        heap.push(now + DELAY, contact, DUE);
        if (contact + 1 < contacts) heap.push(arrivals[contact + 1] ?? 0, contact + 1, ARRIVES);
        break;
      case DUE:
        entries++;
        enqueuedAt[contact] = now;
        queue.push(contact);
        match();
        break;
      case WHISPERED: {
        const attempt = (attempts[contact] ?? 0) + 1;
        attempts[contact] = attempt;
        if (answeredAt[contact] === attempt) heap.push(now + ANSWERS_AFTER, contact, ANSWERED);
        else heap.push(now + GIVES_UP_AFTER, contact, GAVE_UP);
        break;
      }
      case GAVE_UP:
        if ((attempts[contact] ?? 0) < ATTEMPTS_MAX) heap.push(now + GAP, contact, DUE);
        else failed++;
        free(contact);
        break;
      case ANSWERED:
        heap.push(now + CUSTOMER_WHISPER, contact, JOINED);
        break;
      case JOINED:
        connected++;
        heap.push(now + (talk[contact] ?? 0), contact, HUNG_UP);
        break;
      case HUNG_UP:
        heap.push(now + WORK, contact, DONE);
        break;
      default:
        free(contact);
    }
  }
  return { events, entries, meanWait: entries === 0 ? 0 : waits / entries, maxWait, connected, failed, end: now };
}

/** A 4-ary heap of (time, insertion) over parallel arrays. */
class Heap {
  size = 0;
  #sequence = 0;
  readonly #times: Float64Array;
  readonly #orders: Float64Array;
  readonly #contacts: Int32Array;
  readonly #kinds: Uint8Array;

  constructor(capacity: number) {
    this.#times = new Float64Array(capacity);
    this.#orders = new Float64Array(capacity);
    this.#contacts = new Int32Array(capacity);
    this.#kinds = new Uint8Array(capacity);
  }

  get time(): number {
    return this.#times[0] ?? 0;
  }
  get contact(): number {
    return this.#contacts[0] ?? 0;
  }
  get kind(): number {
    return this.#kinds[0] ?? 0;
  }

  push(time: number, contact: number, kind: number): void {
    let at = this.size++;
    const order = this.#sequence++;
    while (at > 0) {
      const parent = (at - 1) >> 2;
      if ((this.#times[parent] ?? 0) <= time) break;
      this.#move(parent, at);
      at = parent;
    }
    this.#put(at, time, order, contact, kind);
  }

  pop(): void {
    const last = --this.size;
    if (last === 0) return;
    const time = this.#times[last] ?? 0;
    const order = this.#orders[last] ?? 0;
    const contact = this.#contacts[last] ?? 0;
    const kind = this.#kinds[last] ?? 0;
    let at = 0;
    for (;;) {
      const first = 4 * at + 1;
      if (first >= last) break;
      let best = first;
      for (let child = first + 1; child < Math.min(first + 4, last); child++) if (this.#before(child, best)) best = child;
      const bestTime = this.#times[best] ?? 0;
      if (bestTime > time || (bestTime === time && (this.#orders[best] ?? 0) > order)) break;
      this.#move(best, at);
      at = best;
    }
    this.#put(at, time, order, contact, kind);
  }

  #before(a: number, b: number): boolean {
    const timeA = this.#times[a] ?? 0;
    const timeB = this.#times[b] ?? 0;
    return timeA < timeB || (timeA === timeB && (this.#orders[a] ?? 0) < (this.#orders[b] ?? 0));
  }

  #move(from: number, to: number): void {
    this.#put(to, this.#times[from] ?? 0, this.#orders[from] ?? 0, this.#contacts[from] ?? 0, this.#kinds[from] ?? 0);
  }

  #put(at: number, time: number, order: number, contact: number, kind: number): void {
    this.#times[at] = time;
    this.#orders[at] = order;
    this.#contacts[at] = contact;
    this.#kinds[at] = kind;
  }
}

/** A queue of small integers in one array that goes round. */
class Ring {
  size = 0;
  #head = 0;
  readonly #items: Int32Array;

  constructor(capacity: number) {
    this.#items = new Int32Array(capacity);
  }

  push(item: number): void {
    this.#items[(this.#head + this.size++) % this.#items.length] = item;
  }

  shift(): number {
    const item = this.#items[this.#head] ?? 0;
    this.#head = (this.#head + 1) % this.#items.length;
    this.size--;
    return item;
  }
}
