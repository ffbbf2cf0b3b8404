import { clearSlot } from '../../agent/slot.ts';
import type { QueueId } from '../../core/ids.ts';
import { agentQueueOf, ownerOf, queueConfigOf } from '../../queue/agent-queue.ts';
import { hasRoom } from '../../queue/capacity.ts';
import { CHAIN_MAX, chainLength } from '../../transfer/consult.ts';
import { moveToQueue, movesAsNewContact } from '../../transfer/requeue.ts';
import type { FlowType } from '../model.ts';
import { resolveRef } from '../references.ts';
import { endFlow, faulted, goOn, goToError, type FlowStep, type RunAction } from '../step.ts';
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
  // A callback leaving its creation flow was promised its place before, and an agent’s quick connect may overfill it as well (spec §5.6).
  const rule = contact.callback || contact.method === 'TRANSFER' ? 'buffered' : 'strict';
  if (!hasRoom(center, queue, rule, contact.id)) return goToError(step, 'QueueAtCapacity');
  const orderingAtMs = contact.orderingAtMs ?? center.nowMs;
  return [endFlow(step, 'transferred'), { type: 'contact.enqueued', contactId: contact.id, queueId: queue.id, orderingAtMs }];
};

/**
 * Transfer to agent: to the one who was asked for, or whom the flow has set since. Who is with somebody else does not get
 * it, and the contact is over; after-contact work ends for it (spec §6.4; both as Amazon documents the block).
 */
export const transferContactToAgent: RunAction = (step) => {
  const { center, contact } = step;
  const { targetQueueId: queueId } = contact;
  const owner = queueId === null ? null : ownerOf(queueId);
  const agent = owner === null ? undefined : center.agents.get(owner);
  if (queueId === null || agent === undefined) return goToError(step, 'NoMatchingError', 'no agent was asked for whom it could be transferred to');
  const queue = queueConfigOf(center.config, queueId);
  const isWorking = agent.slot?.state === 'ENDED';
  if ((agent.slot !== null && !isWorking) || !queue || !hasRoom(center, queue, 'buffered')) return [faulted(step, 'the agent is with somebody else'), endFlow(step, 'disconnected')];
  return [
    endFlow(step, 'transferred'),
    { type: 'contact.enqueued', contactId: contact.id, queueId, orderingAtMs: contact.orderingAtMs ?? center.nowMs },
    // After it is in the queue: whoever gets free takes it from there, and hears of it once the queue's own flow has begun.
    ...(isWorking ? clearSlot(center, agent) : []),
  ];
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

/** Types between which a contact goes on; what is allowed is what the flow says that it is in. */
const BEFORE_ANY_QUEUE: ReadonlySet<FlowType> = new Set<FlowType>(['CONTACT_FLOW', 'AGENT_TRANSFER', 'QUEUE_TRANSFER']);

/** Goes on in another flow. */
export const transferToFlow: RunAction = (step) => {
  const { center, contact, run, action, flow } = step;
  const flowId = resolveRef('flow', textOf(action.parameters['ContactFlowId'], step), flow.mapping, center.config);
  const next = flowId === null ? undefined : center.config.flows.get(flowId);
  if (!next) return goToError(step, 'NoMatchingError', 'the flow to transfer to is not known here');
  const flowType = BEFORE_ANY_QUEUE.has(run.flowType) && BEFORE_ANY_QUEUE.has(next.type) ? next.type : run.flowType;
  return [{ type: 'flow.started', contactId: contact.id, flowId: next.id, flowType, actionId: next.content.start }];
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
