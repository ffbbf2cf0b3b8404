import type { Contact } from '../contact/model.ts';
import type { FlowId } from '../core/ids.ts';
import type { CenterEvent } from '../event.ts';
import { queueConfigOf } from '../queue/agent-queue.ts';
import type { Center } from '../state.ts';
import type { QueueConfig } from '../tenant/model.ts';
import type { FlowType, HookName } from './model.ts';

const HOOK_OF: Partial<Record<FlowType, HookName>> = {
  CUSTOMER_QUEUE: 'CustomerQueue',
  CUSTOMER_HOLD: 'CustomerHold',
  AGENT_HOLD: 'AgentHold',
  CUSTOMER_WHISPER: 'CustomerWhisper',
  AGENT_WHISPER: 'AgentWhisper',
};

/**
 * Which flow of this type serves the contact: its own hook, else that of the queue (or of the number called), else the
 * default of the type (spec §6.6). The outbound whisper lives on the queue alone (spec §6.4).
 */
export function flowFor(center: Center, contact: Contact, type: FlowType): FlowId | null {
  const hook = HOOK_OF[type];
  const queueId = contact.queue?.queueId ?? contact.callback?.queueId ?? contact.targetQueueId;
  const queue = queueId === null ? undefined : queueConfigOf(center.config, queueId);
  return (hook && contact.hooks[hook]) ?? ownFlow(center, contact, queue, type) ?? center.config.instance.defaultFlows[type] ?? null;
}

function ownFlow(center: Center, { systemNumber, method, hooks }: Contact, queue: QueueConfig | undefined, type: FlowType): FlowId | null | undefined {
  switch (type) {
    case 'CONTACT_FLOW':
      // Whoever remains on the line hears what was meant for that; they called nobody.
      if (method === 'DISCONNECT') return hooks.CustomerRemaining;
      return systemNumber === null ? null : center.config.numbers.get(systemNumber)?.flowId;
    case 'CUSTOMER_QUEUE':
      return queue?.customerQueueFlowId;
    case 'AGENT_WHISPER':
      return queue?.agentWhisperFlowId;
    case 'OUTBOUND_WHISPER':
      return queue?.outboundWhisperFlowId;
    default:
      return null;
  }
}

/** Starts a flow for a contact; without a flow to run it is over at once. */
export function startFlow(center: Center, contact: Contact, flowType: FlowType, flowId: FlowId | null = flowFor(center, contact, flowType)): readonly CenterEvent[] {
  const flow = flowId === null ? undefined : center.config.flows.get(flowId);
  if (!flow || contact.stage.name === 'ended') return [{ type: 'flow.ended', contactId: contact.id, flowType, how: 'ended' }];
  return [{ type: 'flow.started', contactId: contact.id, flowId: flow.id, flowType, actionId: flow.content.start }];
}
