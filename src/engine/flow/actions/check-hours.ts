import { isOpen } from '../../tenant/hours.ts';
import { resolveRef } from '../references.ts';
import { goByValue, goToError, type RunAction } from '../step.ts';
import { textOf } from '../values.ts';

/** Check hours of operation: those named, else those of the working queue (spec §5.7). */
export const checkHoursOfOperation: RunAction = (step) => {
  const { center, contact, action, flow } = step;
  const reference = textOf(action.parameters['HoursOfOperationId'], step);
  const queueId = contact.queue?.queueId ?? contact.targetQueueId;
  const hoursId = reference === '' ? (queueId === null ? null : (center.config.queues.get(queueId)?.hoursId ?? null)) : resolveRef('hours', reference, flow.mapping, center.config);
  const hours = hoursId === null ? undefined : center.config.hours.get(hoursId);
  if (!hours) return goToError(step, 'NoMatchingError', 'no hours of operation are known for this check');
  return goByValue(step, isOpen(hours, center.nowMs) ? 'True' : 'False');
};
