import type { QueueId } from '../../core/ids.ts';
import { agentQueueOf, queueConfigOf } from '../../queue/agent-queue.ts';
import { hasRoom } from '../../queue/capacity.ts';
import { CHAIN_MAX, chainLength } from '../../transfer/consult.ts';
import { moveToQueue, movesAsNewContact } from '../../transfer/requeue.ts';
import { resolveRef } from '../references.ts';
import { endFlow, goOn, goToError, type FlowStep, type RunAction } from '../step.ts';
import { textOf } from '../values.ts';

/** A contact goes from queue to queue no more often than this (spec §9). */
const QUEUE_MOVES_MAX = 11;

/** Set working queue. */
export const updateContactTargetQueue: RunAction = (step) => {
  const queueId = queueNamed(step);
  if (!queueId) return goToError(step, 'NoMatchingError', 'the queue is not known here');
  return [{ type: 'contact.queueTargeted', contactId: step.contact.id, queueId }, ...goOn(step)];
};

/** Transfer to queue: the contact waits, and its queue flow starts (spec §6.4). */
export const transferContactToQueue: RunAction = (step) => {
  const { center, contact } = step;
  const queue = contact.targetQueueId === null ? undefined : queueConfigOf(center.config, contact.targetQueueId);
  if (!queue) return goToError(step, 'NoMatchingError', 'no working queue is set');
  // A callback leaving its creation flow was promised its place before (spec §5.6).
  if (!hasRoom(center, queue, contact.callback ? 'buffered' : 'strict', contact.id)) return goToError(step, 'QueueAtCapacity');
  const orderingAtMs = contact.orderingAtMs ?? center.nowMs;
  return [endFlow(step, 'transferred'), { type: 'contact.enqueued', contactId: contact.id, queueId: queue.id, orderingAtMs }];
};

/** Moves a waiting contact to another queue, with a new place in line (spec §5.2). Not while it rings at an agent. */
export const dequeueContactAndTransferToQueue: RunAction = (step) => {
  const { center, contact } = step;
  const queueId = queueNamed(step);
  const queue = !queueId ? undefined : queueConfigOf(center.config, queueId);
  if (!queue) return goToError(step, 'NoMatchingError', 'the queue is not known here');
  if (contact.stage.name !== 'queued' || contact.stage.offerId !== null) return goToError(step, 'NoMatchingError', 'the contact is being joined to an agent');
  if (contact.queueMoves >= QUEUE_MOVES_MAX) return goToError(step, 'NoMatchingError', `the contact was moved between queues ${QUEUE_MOVES_MAX} times already`);
  if (movesAsNewContact(center, contact) && chainLength(center, contact) >= CHAIN_MAX) return goToError(step, 'NoMatchingError', `the chain of contacts is ${CHAIN_MAX} long, and no longer one is made`);
  if (!hasRoom(center, queue, 'buffered')) return goToError(step, 'QueueAtCapacity');
  return moveToQueue(center, contact, queue.id);
};

/** Goes on in another flow of the same kind. */
export const transferToFlow: RunAction = (step) => {
  const { center, contact, run, action, flow } = step;
  const flowId = resolveRef('flow', textOf(action.parameters['ContactFlowId'], step), flow.mapping, center.config);
  const next = flowId === null ? undefined : center.config.flows.get(flowId);
  if (!next) return goToError(step, 'NoMatchingError', 'the flow to transfer to is not known here');
  return [{ type: 'flow.started', contactId: contact.id, flowId: next.id, flowType: run.flowType, actionId: next.content.start }];
};

/** The queue an action names, a standard one or that of an agent: undefined when it names none, null when it is not known. */
export function queueNamed(step: FlowStep): QueueId | null | undefined {
  const { parameters } = step.action;
  const { mapping } = step.flow;
  const reference = textOf(parameters['QueueId'], step);
  if (reference !== '') return resolveRef('queue', reference, mapping, step.center.config);
  const agent = textOf(parameters['AgentId'], step);
  if (agent === '') return undefined;
  const agentId = resolveRef('agent', agent, mapping, step.center.config);
  return agentId === null ? null : agentQueueOf(agentId);
}
