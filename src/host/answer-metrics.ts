import { AgentEventStream, arnOf, ContactEventStream, contactMetrics, currentMetricData, metricData, promiseLedger, recordDeliveries, unreachable, userData } from '../engine/index.ts';
import type { AgentEvent, Center, Commit, ContactEvent } from '../engine/index.ts';
import type { MetricQuery } from '../protocol/envelope.ts';

/** Answers a question about figures from the present state, or about streams from all commits. */
export function answerMetrics(query: MetricQuery, center: Center, commits: () => Promise<readonly Commit[]>): unknown {
  const { nowMs } = center;
  switch (query.type) {
    case 'currentMetrics':
      return { nowMs, lines: currentMetricData(center, query.ask) };
    case 'metricData':
      return { nowMs, lines: metricData(center, query.ask) };
    case 'userData':
      return { nowMs, users: userData(center) };
    case 'contactMetrics':
      return contactMetrics(center, query.contactId);
    case 'promises':
      return promiseLedger(center);
    case 'contactEvents':
      return commits().then((past) => contactEvents(past, query.contactId, query.limit));
    case 'agentEvents':
      return commits().then((past) => agentEvents(past, nowMs, query.agentId === null ? null : arnOf(center.config.instance.id, 'agent', query.agentId), query.limit));
    case 'recordDeliveries':
      return commits().then((past) => recordDeliveries(past, center.seed, center.phoneNumbers).slice(-query.limit));
    default:
      return unreachable(query, 'answerMetrics');
  }
}

function contactEvents(commits: readonly Commit[], contactId: string | null, limit: number): readonly ContactEvent[] {
  const stream = new ContactEventStream();
  return commits.flatMap((commit) => stream.take(commit)).filter(({ detail }) => contactId === null || detail.contactId === contactId).slice(-limit);
}

function agentEvents(commits: readonly Commit[], nowMs: number, agentArn: string | null, limit: number): readonly AgentEvent[] {
  const stream = new AgentEventStream();
  const told = commits.flatMap((commit) => stream.take(commit));
  return [...told, ...stream.tick(nowMs)].filter(({ AgentARN }) => agentArn === null || AgentARN === agentArn).slice(-limit);
}
