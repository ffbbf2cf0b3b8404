import { agentActivity, contactRecords, queueFigures } from '../engine/index.ts';
import type { CenterQuery } from '../protocol/envelope.ts';
import type { Journal } from './ports.ts';
import type { Writer } from './writer.ts';

/** Answers what the HTTP face and the lab ask, from the present state: plain values, or the promise of them. */
export function answer(query: CenterQuery, writer: Writer, journal: Journal): unknown {
  const { center } = writer.run().engine;
  switch (query.type) {
    case 'records':
      return contactRecords(center);
    case 'instance':
      return center.config.instance;
    case 'realtime':
      return {
        nowMs: center.nowMs,
        queues: Object.fromEntries([...center.config.queues.keys()].map((id) => [id, queueFigures(center, id)])),
        agents: Object.fromEntries([...center.agents.keys()].map((id) => [id, agentActivity(center, id)])),
      };
    case 'journal':
      return writer.commits();
    case 'salvage':
      return journal.salvage();
  }
}
