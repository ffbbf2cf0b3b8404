import { createCallback, type CallbackRefusal } from '../../callback/create.ts';
import { looksLikeE164 } from '../../core/e164.ts';
import { durationMs, seconds, type DurationMs } from '../../core/time.ts';
import { resolveRef } from '../references.ts';
import { CHAIN_MAX, chainLength } from '../../transfer/consult.ts';
import { queueNamed } from './queue.ts';
import { goOn, goToError, type FlowStep, type RunAction } from '../step.ts';
import { numberOf, textOf } from '../values.ts';

/** Three days: the longest delay and the longest gap (spec §6.4). */
const DELAY_SECONDS_MAX = 259_200;

/** Transfer to callback queue: a second contact is made, and the caller's own flow goes on (spec §1.2, §6.4). */
export const createCallbackContact: RunAction = (step) => {
  const { center, contact, action, flow } = step;
  const { parameters } = action;
  const named = queueNamed(step);
  const queueId = named === undefined ? (contact.queue?.queueId ?? contact.targetQueueId) : named;
  if (queueId === null) return goToError(step, 'NoMatchingError', 'no queue for the callback: none is named, and none was set before');
  // A callback whose own queue flow asks for a callback would otherwise go on for ever, within one instant.
  if (chainLength(center, contact) >= CHAIN_MAX) return goToError(step, 'NoMatchingError', `the chain of contacts is ${CHAIN_MAX} long, and no longer one is made`);
  const initialDelayMs = delayOf(step, 'InitialCallDelaySeconds');
  const retryDelayMs = delayOf(step, 'RetryDelaySeconds');
  if (initialDelayMs === null || retryDelayMs === null) return goToError(step, 'NoMatchingError', `a delay is not between 0 and ${DELAY_SECONDS_MAX} seconds`);
  const attempts = Math.max(0, Math.trunc(numberOf(parameters['MaximumConnectionAttempts'], step) ?? 0));
  const callerId = textOf(parameters['CallerId'], step);
  const creationFlow = textOf(parameters['ContactFlowId'], step);
  const creationFlowId = creationFlow === '' ? null : resolveRef('flow', creationFlow, flow.mapping, center.config);
  // It must be an inbound flow (spec §1.11); without it the callback would be made as nobody meant it.
  if (creationFlow !== '' && (creationFlowId === null || center.config.flows.get(creationFlowId)?.type !== 'CONTACT_FLOW')) {
    return goToError(step, 'NoMatchingError', 'the creation flow is not known here, or is no inbound flow');
  }
  const created = createCallback(center, contact, {
    queueId,
    initialDelayMs,
    attempts,
    retryDelayMs,
    callerId: looksLikeE164(callerId) ? callerId : null,
    creationFlowId,
  });
  if (!created.ok) return goToError(step, 'NoMatchingError', REFUSED[created.refusal.code]);
  return [...created.value, ...goOn(step)];
};

const REFUSED: Readonly<Record<CallbackRefusal['code'], string>> = {
  QUEUE_CLOSED: 'the callback queue is disabled',
  QUEUE_FULL: 'the callback queue is full',
  NO_SUCH_QUEUE: 'the callback queue is not known here',
  DUPLICATE_CALLBACK: 'this number has a callback waiting already',
};

function delayOf(step: FlowStep, name: string): DurationMs | null {
  if (step.action.parameters[name] === undefined) return durationMs(0);
  const value = numberOf(step.action.parameters[name], step);
  return value === null || value < 0 || value > DELAY_SECONDS_MAX ? null : seconds(value);
}
