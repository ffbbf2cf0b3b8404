import type { AgentContactState, SlotCause } from './agent/model.ts';
import type { CallbackTerms, Consult, DisconnectReason, EndCause, InitiationMethod } from './contact/model.ts';
import type { E164 } from './core/e164.ts';
import type { AgentId, CallbackId, CommandId, ContactId, FlowId, LineId, OfferId, PromptId, QueueId, StatusId } from './core/ids.ts';
import type { DurationMs, EpochMs } from './core/time.ts';
import type { FlowNotes, FlowType, FlowWait, HookName, JsonObject } from './flow/model.ts';
import type { DialBehavior, DialFailure, LineParty } from './line/model.ts';
import type { OfferEnd } from './offer/model.ts';
import type { FlowResource, Instance, LambdaMock, Prompt } from './tenant/model.ts';

/**
 * Everything that can have happened, as facts: each carries whatever its consumers need, so that state, records and
 * metrics are folds over events and nothing else. The instant of an event is that of its commit.
 */
export type CenterEvent =
  // Configuration
  | { readonly type: 'instance.configured'; readonly instance: Instance }
  | { readonly type: 'flow.saved'; readonly flow: FlowResource }
  | { readonly type: 'prompt.saved'; readonly prompt: Prompt }
  | { readonly type: 'prompt.removed'; readonly promptId: PromptId }
  | { readonly type: 'lambda.saved'; readonly lambda: LambdaMock }
  | { readonly type: 'lambda.removed'; readonly arn: string }
  | { readonly type: 'number.flowAssigned'; readonly number: E164; readonly flowId: FlowId | null }
  | { readonly type: 'queue.flowAssigned'; readonly queueId: QueueId; readonly use: QueueFlowUse; readonly flowId: FlowId | null }
  | { readonly type: 'customer.behaviorSet'; readonly number: E164; readonly whenCalled: readonly DialBehavior[]; readonly talksForMs: DurationMs | null }
  /** Hours that hold callbacks back have opened (decision #11). */
  | { readonly type: 'queue.opened'; readonly queueId: QueueId }
  // Contacts
  | ContactCreated
  | { readonly type: 'contact.attributesSet'; readonly contactId: ContactId; readonly attributes: Readonly<Record<string, string>> }
  | { readonly type: 'contact.hookSet'; readonly contactId: ContactId; readonly hook: HookName; readonly flowId: FlowId }
  | { readonly type: 'contact.callbackNumberSet'; readonly contactId: ContactId; readonly number: E164 }
  | { readonly type: 'contact.inputStored'; readonly contactId: ContactId; readonly input: string }
  | { readonly type: 'contact.queueTargeted'; readonly contactId: ContactId; readonly queueId: QueueId }
  | { readonly type: 'contact.routingChanged'; readonly contactId: ContactId; readonly priority: number; readonly ageAdjustmentMs: number }
  /** The change takes effect later (spec §5.4). */
  | { readonly type: 'contact.routingAsked'; readonly contactId: ContactId; readonly priority: number; readonly ageAdjustmentMs: number; readonly atMs: EpochMs }
  | { readonly type: 'contact.enqueued'; readonly contactId: ContactId; readonly queueId: QueueId; readonly orderingAtMs: EpochMs }
  | { readonly type: 'contact.dequeued'; readonly contactId: ContactId; readonly why: 'accepted' | 'joined' | 'ended' | 'moved' | 'postponed' }
  /** It is this agent's without having been offered: they dial it themselves. */
  | { readonly type: 'contact.assigned'; readonly contactId: ContactId; readonly agentId: AgentId }
  | { readonly type: 'contact.dialing'; readonly contactId: ContactId }
  | { readonly type: 'contact.systemConnected'; readonly contactId: ContactId }
  | { readonly type: 'contact.joined'; readonly contactId: ContactId; readonly agentId: AgentId }
  | { readonly type: 'contact.held'; readonly contactId: ContactId }
  | { readonly type: 'contact.resumed'; readonly contactId: ContactId }
  /** Its agent asks for somebody else, in a contact of its own; `number`: whose telephone, for third parties. */
  | { readonly type: 'contact.consulted'; readonly contactId: ContactId; readonly consultId: ContactId; readonly kind: Consult['kind']; readonly number: E164 | null }
  | { readonly type: 'contact.talkChanged'; readonly contactId: ContactId; readonly talk: Consult['talk'] }
  /** The other contact is over; this one goes on. */
  | { readonly type: 'contact.consultEnded'; readonly contactId: ContactId }
  /** A third party has picked up. */
  | { readonly type: 'contact.thirdPartyJoined'; readonly contactId: ContactId }
  | { readonly type: 'contact.muted'; readonly contactId: ContactId; readonly muted: boolean }
  | { readonly type: 'contact.digitsSent'; readonly contactId: ContactId; readonly digits: string }
  /** Ours: what the agent said about who answered. */
  | { readonly type: 'contact.outcomeDeclared'; readonly contactId: ContactId; readonly outcome: 'machine' }
  /** Ours: a callback waits for another time; `why` is shown. */
  | { readonly type: 'contact.postponed'; readonly contactId: ContactId; readonly untilMs: EpochMs; readonly why: 'callingWindow' | 'rescheduled' }
  /** Ours: a callback serves another queue from now on. */
  | { readonly type: 'contact.callbackMoved'; readonly contactId: ContactId; readonly queueId: QueueId }
  | { readonly type: 'contact.ended'; readonly contactId: ContactId; readonly reason: DisconnectReason; readonly cause: EndCause }
  /** All work on the leg is over: its record is complete. */
  | { readonly type: 'contact.completed'; readonly contactId: ContactId }
  // Flows
  | { readonly type: 'flow.started'; readonly contactId: ContactId; readonly flowId: FlowId; readonly flowType: FlowType; readonly actionId: string }
  | { readonly type: 'flow.entered'; readonly contactId: ContactId; readonly flowId: FlowId; readonly actionId: string; readonly branch: string }
  | { readonly type: 'flow.waiting'; readonly contactId: ContactId; readonly wait: FlowWait }
  | { readonly type: 'flow.keyHeard'; readonly contactId: ContactId; readonly keys: string; readonly dueAtMs: EpochMs }
  | { readonly type: 'flow.resumed'; readonly contactId: ContactId }
  | { readonly type: 'flow.looped'; readonly contactId: ContactId; readonly actionId: string; readonly count: number }
  /** `external`: what `$.External` holds from now on; null when the function failed or did not answer in time. */
  | { readonly type: 'flow.lambdaAnswered'; readonly contactId: ContactId; readonly actionId: string; readonly arn: string; readonly how: 'returned' | 'failed' | 'timedOut'; readonly external: JsonObject | null }
  | { readonly type: 'flow.noted'; readonly contactId: ContactId; readonly notes: Partial<FlowNotes> }
  /** What is run from now on is a module's; it returns to the action that stands now. */
  | { readonly type: 'flow.moduleEntered'; readonly contactId: ContactId; readonly moduleId: FlowId }
  /** Back at the action that invoked the module. */
  | { readonly type: 'flow.moduleLeft'; readonly contactId: ContactId }
  /** Something in the flow could not be done; the error branch was taken. In words, for whoever reads the log. */
  | { readonly type: 'flow.faulted'; readonly contactId: ContactId; readonly flowId: FlowId; readonly actionId: string; readonly fault: string }
  | { readonly type: 'flow.ended'; readonly contactId: ContactId; readonly flowType: FlowType; readonly how: FlowEnd }
  // Lines
  | { readonly type: 'line.opened'; readonly lineId: LineId; readonly contactId: ContactId; readonly number: E164; readonly direction: 'in' | 'out'; readonly ourNumber: E164 | null; readonly behavior: DialBehavior | null; /** Who is at the other end; a contact has at most one line of each. */ readonly party: LineParty }
  /** The customer goes on in another contact. */
  | { readonly type: 'line.moved'; readonly lineId: LineId; readonly from: ContactId; readonly contactId: ContactId }
  | { readonly type: 'line.answered'; readonly lineId: LineId; readonly by: 'person' | 'machine'; readonly hangsUpAfterMs: DurationMs | null }
  | { readonly type: 'line.keyed'; readonly lineId: LineId; readonly contactId: ContactId; readonly keys: string }
  | { readonly type: 'line.failed'; readonly lineId: LineId; readonly failure: DialFailure }
  | { readonly type: 'line.closed'; readonly lineId: LineId; readonly by: 'customer' | 'center' }
  // Offers
  | { readonly type: 'offer.made'; readonly offerId: OfferId; readonly contactId: ContactId; readonly agentId: AgentId; readonly queueId: QueueId; readonly expiresAtMs: EpochMs; /** The contact that was being routed when a better one was found for this agent: it is routed on. */ readonly soughtFor: ContactId | null }
  | { readonly type: 'offer.rejected'; readonly offerId: OfferId; readonly contactId: ContactId; readonly agentId: AgentId; /** Ours: until when it is kept from this agent. */ readonly coolsDownAtMs: EpochMs | null }
  | { readonly type: `offer.${Exclude<OfferEnd, 'rejected'>}`; readonly offerId: OfferId; readonly contactId: ContactId; readonly agentId: AgentId }
  // Callbacks
  | { readonly type: 'callback.requested'; readonly callbackId: CallbackId; readonly contactId: ContactId; /** The contact whose flow asked; null when nobody called. */ readonly from: ContactId | null; readonly number: E164; readonly queueId: QueueId }
  /** Ours: a second request of the same number was taken as part of this promise. */
  | { readonly type: 'callback.merged'; readonly callbackId: CallbackId; /** The contact whose flow asked; null when nobody called. */ readonly from: ContactId | null }
  | { readonly type: 'callback.attempted'; readonly callbackId: CallbackId; readonly contactId: ContactId; readonly attempt: number }
  | { readonly type: 'callback.attemptFailed'; readonly callbackId: CallbackId; readonly contactId: ContactId; readonly cause: EndCause; readonly retry: boolean }
  | { readonly type: 'callback.closed'; readonly callbackId: CallbackId; readonly contactId: ContactId; readonly cause: CallbackClose }
  // Agents
  | { readonly type: 'agent.statusSet'; readonly agentId: AgentId; readonly statusId: StatusId }
  | { readonly type: 'agent.nextStatusSet'; readonly agentId: AgentId; readonly statusId: StatusId | null }
  | { readonly type: 'agent.slotSet'; readonly agentId: AgentId; readonly contactId: ContactId; readonly offerId: OfferId | null; readonly state: AgentContactState; readonly cause: SlotCause | null; readonly untilMs: EpochMs | null }
  | { readonly type: 'agent.slotCleared'; readonly agentId: AgentId; readonly contactId: ContactId };



/** What a flow assigned to a queue is used for. */
export type QueueFlowUse = 'customerQueue' | 'agentWhisper' | 'outboundWhisper';

/** How a flow's run ended. */
export type FlowEnd = 'ended' | 'disconnected' | 'transferred' | 'taken' | 'faulted' | 'endlessLoop';

/** How a promise to call back was closed: each exactly one word. `reached`: customer and agent were joined. */
export type CallbackClose = 'reached' | 'machine' | 'exhausted' | EndCause;

export interface ContactCreated {
  readonly type: 'contact.created';
  readonly contactId: ContactId;
  readonly method: InitiationMethod;
  readonly previousContactId: ContactId | null;
  readonly initialContactId: ContactId | null;
  readonly customerNumber: E164;
  readonly systemNumber: E164 | null;
  readonly attributes: Readonly<Record<string, string>>;
  readonly hooks: Readonly<Partial<Record<HookName, FlowId>>>;
  readonly priority: number;
  readonly ageAdjustmentMs: number;
  /** Where a callback stands in line: the original contact's start (spec §5.2). null: its own enqueue. */
  readonly orderingAtMs: EpochMs | null;
  readonly callback: CallbackTerms | null;
}

/** What made a commit. */
export type CommitCause =
  | { readonly kind: 'genesis' }
  | { readonly kind: 'command'; readonly id: CommandId; readonly type: string; readonly by: string }
  | { readonly kind: 'timer'; readonly timer: string; readonly of: string };

/** What one input or one deadline brought about, whole: the unit of the journal. */
export interface Commit {
  readonly seq: number;
  readonly atMs: EpochMs;
  readonly cause: CommitCause;
  readonly events: readonly CenterEvent[];
}
