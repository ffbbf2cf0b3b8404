import type { QueueId } from '../../core/ids.ts';
import { queueFigures } from '../../metrics/realtime.ts';
import { goByValue, goOn, goToError, type FlowStep, type RunAction } from '../step.ts';
import { textOf } from '../values.ts';
import { queueNamed } from './queue.ts';

/** Check metric data: figures of the named or the working queue (spec §6.4). */
export const checkMetricData: RunAction = (step) => {
  const queueId = queueOf(step);
  if (queueId === null) return goToError(step, 'NoMatchingError', 'no queue is known for this check');
  const figures = queueFigures(step.center, queueId);
  const inMs = step.center.config.instance.policy.metricDataAge === 'milliseconds';
  const oldest = step.center.waiting.get(queueId)?.oldestSinceMs ?? null;
  const ageMs = oldest === null ? 0 : step.center.nowMs - oldest;
  switch (textOf(step.action.parameters['MetricType'], step)) {
    case 'NumberOfAgentsAvailable':
      return goByValue(step, String(figures.AGENTS_AVAILABLE));
    case 'NumberOfAgentsStaffed':
      return goByValue(step, String(figures.AGENTS_STAFFED));
    case 'NumberOfAgentsOnline':
      return goByValue(step, String(figures.AGENTS_ONLINE));
    case 'NumberOfContactsInQueue':
      return goByValue(step, String(figures.CONTACTS_IN_QUEUE));
    case 'OldestContactInQueueAgeSeconds':
      // AWS's own sample compares milliseconds (spec §6.4 trap 2, decision #21).
      return goByValue(step, String(inMs ? ageMs : Math.trunc(ageMs / 1000)));
    default:
      return goToError(step, 'NoMatchingError', 'the kind of metric is not known');
  }
};

/** Get metrics: from here on `$.Metrics` tells of this queue, and always its present figures (spec §3.7 has them lag by seconds). */
export const getMetricData: RunAction = (step) => {
  const metricsQueueId = queueOf(step);
  if (metricsQueueId === null) return goToError(step, 'NoMatchingError', 'no queue is known whose metrics could be told');
  return [{ type: 'flow.noted', contactId: step.contact.id, notes: { metricsQueueId } }, ...goOn(step)];
};

function queueOf(step: FlowStep): QueueId | null {
  const named = queueNamed(step);
  return named === undefined ? (step.contact.queue?.queueId ?? step.contact.targetQueueId) : named;
}
