import type { FlowAssignments, FlowTypeName, QueueFlowUseName } from '../../protocol/http-flows.ts';
import { numberWords } from '../../text/phone.ts';
import type { Say } from '../../text/use-text.ts';

/** The use of a queue that takes flows of a type; null when none does. */
export const queueUseOf: Readonly<Partial<Record<FlowTypeName, QueueFlowUseName>>> = {
  CUSTOMER_QUEUE: 'customerQueue', AGENT_WHISPER: 'agentWhisper', OUTBOUND_WHISPER: 'outboundWhisper',
};

/** The flow that a queue has for a use. */
export function flowOfQueue(queue: FlowAssignments['Queues'][number], use: QueueFlowUseName): string | null {
  switch (use) {
    case 'customerQueue':
      return queue.CustomerQueueFlowId;
    case 'agentWhisper':
      return queue.AgentWhisperFlowId;
    case 'outboundWhisper':
      return queue.OutboundWhisperFlowId;
  }
}

/** Where a flow is used, in words; empty when nowhere. */
export function usesOf(flowId: string, assignments: FlowAssignments, t: Say): readonly string[] {
  const behind = assignments.PhoneNumbers.filter((each) => each.ContactFlowId === flowId).map((each) => t('flows.used.number', { number: numberWords(each.PhoneNumber, t).shown }));
  const at = assignments.Queues.flatMap((queue) =>
    (['customerQueue', 'agentWhisper', 'outboundWhisper'] as const)
      .filter((use) => flowOfQueue(queue, use) === flowId)
      .map((use) => t(`flows.used.${use}`, { queue: queue.Name })),
  );
  const byDefault = assignments.Defaults.filter((each) => each.ContactFlowId === flowId).map((each) => t('flows.used.default', { type: t(`flows.types.${each.Type}`) }));
  return [...behind, ...at, ...byDefault];
}
