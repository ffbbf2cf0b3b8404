import type { E164 } from './core/e164.ts';
import type { AgentId, CommandId, ContactId, FlowId, OfferId, PromptId, QueueId, StatusId } from './core/ids.ts';
import type { DurationMs } from './core/time.ts';
import type { QueueFlowUse } from './event.ts';
import type { DialBehavior } from './line/model.ts';
import type { FlowResource, Instance, LambdaMock, Prompt } from './tenant/model.ts';

/** Who gives a command; decides what may be done. */
export type Actor =
  | { readonly role: 'agent'; readonly agentId: AgentId }
  | { readonly role: 'customer'; readonly number: E164 }
  | { readonly role: 'supervisor' }
  /** The lab bar, a scenario or a test: may do what anybody may. */
  | { readonly role: 'lab' };

/** Where a contact is transferred; a number is written in full or as people of the country write it. */
export type TransferTarget =
  | { readonly kind: 'agent'; readonly agentId: AgentId }
  | { readonly kind: 'queue'; readonly queueId: QueueId }
  | { readonly kind: 'number'; readonly number: string };

/** What a person can ask of the center. Customers are named by their phone's number, the rest by id. */
export type Command =
  | { readonly type: 'customer.dial'; readonly number: E164; readonly to: E164 }
  /** Keys 0–9 * #, one or more, in order. */
  | { readonly type: 'customer.press'; readonly number: E164; readonly keys: string }
  | { readonly type: 'customer.hangUp'; readonly number: E164 }
  | { readonly type: 'customer.answer'; readonly number: E164 }
  | { readonly type: 'customer.decline'; readonly number: E164 }
  | { readonly type: 'customer.letVoicemail'; readonly number: E164 }
  /** Takes the configured callback, without a flow (scenario format). */
  | { readonly type: 'customer.requestCallback'; readonly number: E164 }
  | { readonly type: 'customer.behave'; readonly number: E164; readonly whenCalled: readonly DialBehavior[]; readonly talksForMs: DurationMs | null }
  /** At work on a contact this sets the next status (spec §4.2). */
  | { readonly type: 'agent.setStatus'; readonly agentId: AgentId; readonly statusId: StatusId }
  /** Calls a number, in full or as people of the country write it (spec §4.1). */
  | { readonly type: 'agent.dial'; readonly agentId: AgentId; readonly number: string }
  | { readonly type: 'offer.accept'; readonly offerId: OfferId }
  | { readonly type: 'offer.reject'; readonly offerId: OfferId }
  | { readonly type: 'contact.hold'; readonly contactId: ContactId }
  | { readonly type: 'contact.resume'; readonly contactId: ContactId }
  | { readonly type: 'contact.mute'; readonly contactId: ContactId; readonly muted: boolean }
  | { readonly type: 'contact.sendDigits'; readonly contactId: ContactId; readonly digits: string }
  /** A quick connect: the customer is held, and another agent, a queue or a telephone is asked for. */
  | { readonly type: 'contact.transfer'; readonly contactId: ContactId; readonly to: TransferTarget }
  /** Whoever was asked for and the customer talk with the agent at once. */
  | { readonly type: 'contact.conference'; readonly contactId: ContactId }
  /** Holds the one and talks to the other. */
  | { readonly type: 'contact.swap'; readonly contactId: ContactId }
  /** The agent leaves the customer to whoever was asked for: attended when they talk already, blind when not. */
  | { readonly type: 'contact.leave'; readonly contactId: ContactId }
  /** Gives up whoever was asked for; the customer stays on hold. */
  | { readonly type: 'contact.drop'; readonly contactId: ContactId }
  /** The agent hangs up: in whisper, while dialing, or in conversation. */
  | { readonly type: 'contact.end'; readonly contactId: ContactId }
  /** Ends after-contact work, or clears a missed or failed contact. */
  | { readonly type: 'contact.clear'; readonly contactId: ContactId; readonly agentId: AgentId }
  /** StopContact (spec §1.4, §8.1). */
  | { readonly type: 'contact.stop'; readonly contactId: ContactId }
  /** Ours: a machine answered; what follows is the queue's own rule. */
  | { readonly type: 'contact.declareMachine'; readonly contactId: ContactId }
  /** Ours: a callback asked for on a web page or by a program, without a call before it. */
  | { readonly type: 'callback.request'; readonly number: E164; readonly queueId: QueueId; readonly initialDelayMs: DurationMs; readonly retries: number; readonly retryDelayMs: DurationMs; readonly attributes: Readonly<Record<string, string>> }
  /** Ours, for a callback that waits: withdraw it. */
  | { readonly type: 'callback.cancel'; readonly contactId: ContactId }
  /** Ours: serve it in another queue; it keeps its place by the original contact's start. */
  | { readonly type: 'callback.move'; readonly contactId: ContactId; readonly queueId: QueueId }
  /** Ours: let one agent do it; moving it to a queue gives it back to all. */
  | { readonly type: 'callback.reassign'; readonly contactId: ContactId; readonly agentId: AgentId }
  /** Ours: try at another time. */
  | { readonly type: 'callback.reschedule'; readonly contactId: ContactId; readonly atMs: number }
  | { readonly type: 'contact.setRouting'; readonly contactId: ContactId; readonly priority: number | null; readonly ageAdjustmentSeconds: number | null }
  | { readonly type: 'contact.setAttributes'; readonly contactId: ContactId; readonly attributes: Readonly<Record<string, string>> }
  | { readonly type: 'instance.configure'; readonly instance: Instance }
  | { readonly type: 'flow.save'; readonly flow: FlowResource }
  | { readonly type: 'prompt.save'; readonly prompt: Prompt }
  | { readonly type: 'prompt.remove'; readonly promptId: PromptId }
  | { readonly type: 'lambda.save'; readonly lambda: LambdaMock }
  | { readonly type: 'lambda.remove'; readonly arn: string }
  | { readonly type: 'number.assignFlow'; readonly number: E164; readonly flowId: FlowId | null }
  | { readonly type: 'queue.assignFlow'; readonly queueId: QueueId; readonly use: QueueFlowUse; readonly flowId: FlowId | null };

/** A command as it reaches the engine, stamped by the host. */
export interface CommandInput {
  readonly id: CommandId;
  readonly by: Actor;
  readonly command: Command;
}
