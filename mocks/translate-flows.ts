import type { FlowType, Instance } from '../src/engine/index.ts';
import type { FlowAssignments } from '../src/protocol/http-flows.ts';

/** Which flow is behind which number, queue and default. */
export function toAssignments(instance: Instance): FlowAssignments {
  const defaults = Object.entries(instance.defaultFlows) as readonly [FlowType, string | undefined][];
  return {
    PhoneNumbers: instance.numbers.map(({ number, description, flowId }) => ({ PhoneNumber: number, Description: description, ContactFlowId: flowId })),
    Queues: instance.queues.map((queue) => ({
      Id: queue.id,
      Name: queue.name,
      CustomerQueueFlowId: queue.customerQueueFlowId,
      AgentWhisperFlowId: queue.agentWhisperFlowId,
      OutboundWhisperFlowId: queue.outboundWhisperFlowId,
    })),
    Defaults: defaults.flatMap(([Type, ContactFlowId]) => (ContactFlowId === undefined ? [] : [{ Type, ContactFlowId }])),
  };
}
