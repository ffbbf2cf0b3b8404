import { runOurs } from './ours.ts';
import { drawWorkload } from './workload.ts';

/** What a worker of a browser found out. */
export interface WorkerRun {
  readonly events: number;
  readonly facts: number;
  readonly contacts: number;
  readonly connected: number;
  readonly failed: number;
  readonly tookMs: number;
}

/** So many callbacks through a whole engine, the journal handed on as a host hands it on: for a worker to run. */
export function runInWorker(contacts: number, agents: number): WorkerRun {
  const work = drawWorkload(contacts, agents);
  const began = performance.now();
  const { events, facts, engine, connected, failed } = runOurs(work, false);
  return { events, facts, contacts: engine.center.contacts.size, connected, failed, tookMs: performance.now() - began };
}
