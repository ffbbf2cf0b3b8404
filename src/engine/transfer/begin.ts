import { dialableNumber, outboundQueueOf } from '../agent/dial.ts';
import type { Command } from '../command.ts';
import type { Contact } from '../contact/model.ts';
import type { E164 } from '../core/e164.ts';
import type { AgentId, ContactId, QueueId } from '../core/ids.ts';
import { ok, refuse, type Result } from '../core/result.ts';
import type { CenterEvent } from '../event.ts';
import type { FlowType } from '../flow/model.ts';
import { flowFor } from '../flow/start.ts';
import { newId } from '../new-id.ts';
import { agentQueueOf, queueConfigOf } from '../queue/agent-queue.ts';
import { hasRoom, noRoom } from '../queue/capacity.ts';
import type { Rejection } from '../rejection.ts';
import type { Center } from '../state.ts';
import { CHAIN_MAX, chainLength, consulterOf, putOnHold } from './consult.ts';

type Decision = Result<readonly CenterEvent[], Rejection>;
type Transfer = Extract<Command, { readonly type: 'contact.transfer' }>;

/** The flow that decides about a quick connect, if the center has one of this type (spec §6.6). */
export const TRANSFER_FLOW = { agent: 'AGENT_TRANSFER', queue: 'QUEUE_TRANSFER' } as const;

/** Where the second contact goes: into a queue, or to a telephone. */
type Destination = { readonly queueId: QueueId } | { readonly number: E164 };

/**
 * The agent asks for somebody else (a quick connect, spec §2.3): the customer is held, and a second contact goes to that
 * agent, queue or number. Whether the transfer is blind or attended is decided by when the agent leaves.
 */
export function beginTransfer(center: Center, contact: Contact, { to }: Transfer): Decision {
  const { agent, stage } = contact;
  if (stage.name !== 'connected' || !agent || contact.consult !== null || consulterOf(center, contact) !== null) return refuse({ code: 'NOT_NOW', state: stage.name });
  if (chainLength(center, contact) >= CHAIN_MAX) return refuse({ code: 'CHAIN_FULL' });
  const destination = destinationOf(center, agent.agentId, to);
  if (!destination.ok) return destination;
  const where = destination.value;
  // A flow asks for room itself, and has a branch for when there is none.
  const inFlow = to.kind !== 'number' && hasFlow(center, contact, TRANSFER_FLOW[to.kind]);
  const queue = 'queueId' in where && !inFlow ? queueConfigOf(center.config, where.queueId) : undefined;
  // Quick connects may overfill a queue by the buffer (spec §5.6).
  if (queue && !hasRoom(center, queue, 'buffered')) return refuse(noRoom(queue));
  const consultId = newId(center, 'contact');
  return ok([
    ...putOnHold(center, contact),
    {
      type: 'contact.created',
      contactId: consultId,
      method: 'TRANSFER',
      previousContactId: contact.id,
      initialContactId: contact.initialContactId ?? contact.id,
      customerNumber: contact.customerNumber,
      systemNumber: contact.systemNumber,
      attributes: contact.attributes,
      hooks: contact.hooks,
      priority: contact.priority,
      ageAdjustmentMs: contact.ageAdjustmentMs,
      orderingAtMs: contact.orderingAtMs,
      callback: null,
    },
    { type: 'contact.consulted', contactId: contact.id, consultId, kind: to.kind, number: 'number' in where ? where.number : null },
    ...('queueId' in where ? [goTo(center, contact, consultId, where.queueId, inFlow)] : []),
  ]);
}

/** Into the queue at once, or to where the flow that decides may bring it; either keeps the place in line that the customer had (spec §5.2). */
function goTo(center: Center, { orderingAtMs }: Contact, contactId: ContactId, queueId: QueueId, inFlow: boolean): CenterEvent {
  return inFlow ? { type: 'contact.queueTargeted', contactId, queueId } : { type: 'contact.enqueued', contactId, queueId, orderingAtMs: orderingAtMs ?? center.nowMs };
}

function hasFlow(center: Center, contact: Contact, type: FlowType): boolean {
  const flowId = flowFor(center, contact, type);
  return flowId !== null && center.config.flows.has(flowId);
}

function destinationOf(center: Center, agentId: AgentId, to: Transfer['to']): Result<Destination, Rejection> {
  switch (to.kind) {
    case 'agent':
      if (!center.config.agents.has(to.agentId)) return refuse({ code: 'NO_SUCH_AGENT' });
      return to.agentId === agentId ? refuse({ code: 'INVALID_VALUE', field: 'agentId' }) : ok({ queueId: agentQueueOf(to.agentId) });
    case 'queue':
      return center.config.queues.has(to.queueId) ? ok({ queueId: to.queueId }) : refuse({ code: 'NO_SUCH_QUEUE' });
    case 'number': {
      const number = dialableNumber(center, to.number);
      if (!number.ok) return number;
      return outboundQueueOf(center, agentId) ? ok({ number: number.value }) : refuse({ code: 'NO_SUCH_QUEUE' });
    }
  }
}
