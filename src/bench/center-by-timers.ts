import { ANSWERS_AFTER, ATTEMPTS_MAX, CUSTOMER_WHISPER, DELAY, GAP, GIVES_UP_AFTER, WHISPER, WORK, type Outcome, type Workload } from './workload.ts';

/** What a general engine offers: its time, and a call after so many seconds. */
export interface TimerEngine {
  readonly now: () => number;
  readonly after: (seconds: number, then: () => void) => void;
  readonly run: () => void;
}

/** The same work written by hand over somebody else's timers, as an application without an engine of its own would. */
export function runByTimers(work: Workload, { now, after, run }: TimerEngine): Outcome {
  const { contacts, agents, arrivals, talk, answeredAt } = work;
  const attempts = new Uint8Array(contacts);
  const enqueuedAt = new Float64Array(contacts);
  const waiting: number[] = [];
  let head = 0;
  let idle = agents;
  let [events, entries, waits, maxWait, connected, failed, end] = [0, 0, 0, 0, 0, 0, 0];
  const later = (seconds: number, then: () => void): void => after(seconds, () => {
    events += 1;
    end = now();
    then();
  });

  const match = (): void => {
    while (idle > 0 && head < waiting.length) {
      const contact = waiting[head] ?? 0;
      head += 1;
      idle -= 1;
      const waited = now() - (enqueuedAt[contact] ?? 0);
      waits += waited;
      if (waited > maxWait) maxWait = waited;
      later(WHISPER, () => { dial(contact); });
    }
  };
  const free = (): void => {
    idle += 1;
    match();
  };
  const due = (contact: number): void => {
    entries += 1;
    enqueuedAt[contact] = now();
    waiting.push(contact);
    match();
  };
  const dial = (contact: number): void => {
    const attempt = (attempts[contact] ?? 0) + 1;
    attempts[contact] = attempt;
    if (answeredAt[contact] === attempt) later(ANSWERS_AFTER, () => { later(CUSTOMER_WHISPER, () => { join(contact); }); });
    else later(GIVES_UP_AFTER, () => { giveUp(contact, attempt); });
  };
  const giveUp = (contact: number, attempt: number): void => {
    if (attempt < ATTEMPTS_MAX) later(GAP, () => { due(contact); });
    else failed += 1;
    free();
  };
  const join = (contact: number): void => {
    connected += 1;
    later(talk[contact] ?? 0, () => { later(WORK, free); });
  };
  const arrive = (contact: number): void => {
    later(DELAY, () => { due(contact); });
    if (contact + 1 < contacts) later((arrivals[contact + 1] ?? 0) - now(), () => { arrive(contact + 1); });
  };
  later(arrivals[0] ?? 0, () => { arrive(0); });
  run();
  return { events, entries, meanWait: waits / entries, maxWait, connected, failed, end };
}
