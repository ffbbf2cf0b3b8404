import type { AgentId, ContactId, LineId, OfferId, QueueId } from './core/ids.ts';
import type { FlowEnd } from './event.ts';
import type { FlowType } from './flow/model.ts';

/** What the engine tells itself: the follow-up of an event, or what a deadline sets off. Never refused. */
export type Directive =
  | { readonly do: 'flow.start'; readonly contactId: ContactId; readonly flowType: FlowType }
  | { readonly do: 'flow.run'; readonly contactId: ContactId }
  | { readonly do: 'flow.timeUp'; readonly contactId: ContactId }
  | { readonly do: 'flow.after'; readonly contactId: ContactId; readonly flowType: FlowType; readonly how: Exclude<FlowEnd, 'taken'> }
  | { readonly do: 'flow.key'; readonly contactId: ContactId; readonly key: string }
  | { readonly do: 'callback.due'; readonly contactId: ContactId }
  | { readonly do: 'contact.dial'; readonly contactId: ContactId }
  | { readonly do: 'contact.dialThird'; readonly contactId: ContactId }
  | { readonly do: 'callback.windowOver'; readonly contactId: ContactId }
  | { readonly do: 'callback.expire'; readonly contactId: ContactId }
  | { readonly do: 'route.change'; readonly contactId: ContactId; readonly priority: number; readonly ageAdjustmentMs: number }
  | { readonly do: 'route.contact'; readonly contactId: ContactId }
  | { readonly do: 'route.untaken'; readonly contactId: ContactId; readonly how: 'rejected' | 'expired' }
  | { readonly do: 'queue.opens'; readonly queueId: QueueId }
  | { readonly do: 'route.agent'; readonly agentId: AgentId }
  | { readonly do: 'offer.autoAccept'; readonly offerId: OfferId }
  | { readonly do: 'offer.expire'; readonly offerId: OfferId }
  | { readonly do: 'whisper.overrun'; readonly contactId: ContactId }
  | { readonly do: 'line.rings'; readonly lineId: LineId }
  | { readonly do: 'line.ringsOut'; readonly lineId: LineId }
  | { readonly do: 'line.hangsUp'; readonly lineId: LineId }
  | { readonly do: 'agent.workOver'; readonly agentId: AgentId };
