import { contactRecords } from '../engine/index.ts';
import type { CenterQuery } from '../protocol/envelope.ts';
import { answerMetrics } from './answer-metrics.ts';
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
    case 'journal':
      return writer.commits();
    case 'flowTrails':
      return { trails: writer.run().trails.trailsThrough(query.flowId), counts: Object.fromEntries(writer.run().trails.countsOf(query.flowId)) };
    case 'flowTrail':
      return writer.run().trails.trailOf(query.contactId);
    case 'salvage':
      return journal.salvage();
    default:
      return answerMetrics(query, center, writer.commits);
  }
}
