import type { E164 } from '../core/e164.ts';
import type { AgentId, CallbackId, ContactId, FlowId, LineId, OfferId, QueueId } from '../core/ids.ts';
import type { DurationMs, EpochMs } from '../core/time.ts';
import type { HookName } from '../flow/model.ts';

/** How a leg began (spec §2.3), those that this engine makes. */
export type InitiationMethod = 'INBOUND' | 'OUTBOUND' | 'CALLBACK' | 'TRANSFER' | 'QUEUE_TRANSFER' | 'DISCONNECT' | 'API';

/** Those whose customer is on the line from the start, and so connected to the system (spec §2.2). */
export const ON_THE_LINE: ReadonlySet<InitiationMethod> = new Set<InitiationMethod>(['INBOUND', 'TRANSFER', 'QUEUE_TRANSFER', 'DISCONNECT']);

/** Those that StopContact leaves alone: they go on for somebody who was passed on, or left (spec §8.1). */
export const NOT_STOPPABLE: ReadonlySet<InitiationMethod> = new Set<InitiationMethod>(['DISCONNECT', 'TRANSFER', 'QUEUE_TRANSFER']);

/** Why a leg ended, in Amazon's words (spec §2.4). */
export type DisconnectReason =
  | 'CUSTOMER_DISCONNECT'
  | 'AGENT_DISCONNECT'
  | 'THIRD_PARTY_DISCONNECT'
  | 'CONTACT_FLOW_DISCONNECT'
  | 'TELECOM_PROBLEM'
  | 'TELECOM_BUSY'
  | 'TELECOM_NUMBER_INVALID'
  | 'TELECOM_POTENTIAL_BLOCKING'
  | 'TELECOM_UNANSWERED'
  | 'TELECOM_TIMEOUT'
  | 'TELECOM_ORIGINATOR_CANCEL'
  | 'OTHER';

/** Where a contact is; exactly one at any time. */
export type ContactStage =
  /** Created, not yet in queue: initial delay or retry wait (spec §1.3). */
  | { readonly name: 'scheduled'; readonly untilMs: EpochMs }
  /** In a flow, before any queue. */
  | { readonly name: 'inFlow' }
  /** In queue; while an offer rings it is still here (spec §1.4). */
  | { readonly name: 'queued'; readonly offerId: OfferId | null }
  /** With an agent, and the customer not yet dialed or joined: the whisper plays to the agent, if there is one. */
  | { readonly name: 'agentWhisper'; readonly fromMs: EpochMs }
  /** The customer's phone is being called. */
  | { readonly name: 'dialing'; readonly fromMs: EpochMs }
  /** The customer is on the line and hears a whisper; not yet joined. */
  | { readonly name: 'customerWhisper'; readonly fromMs: EpochMs }
  | { readonly name: 'connected'; readonly heldSinceMs: EpochMs | null }
  | { readonly name: 'ended' };

/** The terms under which a callback leg works, carried from leg to leg (spec §1.10). */
export interface CallbackTerms {
  readonly callbackId: CallbackId;
  readonly number: E164;
  /** Where it waits or will wait: the queue it was asked for, until a flow or a person takes it to another. */
  readonly queueId: QueueId;
  /** 1 for the first leg. */
  readonly attempt: number;
  readonly attemptsMax: number;
  /** How long this leg waits before it is queued: the initial delay, or the gap of a retry. */
  readonly delayMs: DurationMs;
  /** The part of `delayMs` that counts into the record's queue duration (spec §2.2b): none for a retry. */
  readonly initialDelayMs: DurationMs;
  readonly retryDelayMs: DurationMs;
  readonly callerId: E164 | null;
  readonly creationFlowId: FlowId | null;
  /** It stood in a queue before and was put off: its creation flow has run (spec §1.11). */
  readonly wasQueued: boolean;
  /** When the customer asked. */
  readonly requestedAtMs: EpochMs;
}

/** The agent's part in a leg. */
export interface AgentShare {
  readonly agentId: AgentId;
  /** When the offer that was accepted began to ring. */
  readonly offeredAtMs: EpochMs;
  readonly acceptedAtMs: EpochMs;
  readonly connectedAtMs: EpochMs | null;
  readonly holds: number;
  readonly heldMs: DurationMs;
  readonly longestHoldMs: DurationMs;
  readonly workStartedAtMs: EpochMs | null;
  readonly workEndedAtMs: EpochMs | null;
}

/** The leg's passage through a queue. */
export interface QueueStay {
  readonly queueId: QueueId;
  readonly enqueuedAtMs: EpochMs;
  readonly dequeuedAtMs: EpochMs | null;
}

/** The agent of a contact asks somebody else in, in a second contact (spec §1.9, §2.3). */
export interface Consult {
  readonly contactId: ContactId;
  readonly kind: 'agent' | 'queue' | 'number';
  /** The third party's telephone; null for agents and queues. */
  readonly number: E164 | null;
  /** Whom the agent talks with, or waits for; the other one is on hold. */
  readonly talk: 'third' | 'customer' | 'all';
}

/** One leg of an interaction: becomes one contact record (spec §2). */
export interface Contact {
  readonly id: ContactId;
  /** Order of creation: the last tie-break everywhere. */
  readonly seq: number;
  readonly initialContactId: ContactId | null;
  readonly previousContactId: ContactId | null;
  /** The contact made from this one; the last of them when there were several (a callback twice, one consultation after another). */
  readonly nextContactId: ContactId | null;
  readonly method: InitiationMethod;
  readonly initiatedAtMs: EpochMs;
  readonly connectedToSystemAtMs: EpochMs | null;
  readonly disconnectedAtMs: EpochMs | null;
  readonly disconnectReason: DisconnectReason | null;
  /** The exact cause, which Amazon's reasons blur. */
  readonly cause: EndCause | null;
  /** Set when all work on the leg, after-contact work included, is over. */
  readonly completedAtMs: EpochMs | null;
  /** The version of the configuration in which it was completed: its record is written by that (`record/names`). */
  readonly recordVersion: number | null;
  readonly updatedAtMs: EpochMs;
  readonly customerNumber: E164;
  readonly systemNumber: E164 | null;
  readonly attributes: Readonly<Record<string, string>>;
  readonly hooks: Readonly<Partial<Record<HookName, FlowId>>>;
  readonly storedInput: string;
  readonly callbackNumber: E164 | null;
  readonly targetQueueId: QueueId | null;
  /** 1 is most urgent, 5 the default (spec §5.2). */
  readonly priority: number;
  /** Added to the routing age (spec §5.4). */
  readonly ageAdjustmentMs: number;
  /** From when the routing age counts: enqueue, or the original contact's start for callbacks (spec §5.2). */
  readonly orderingAtMs: EpochMs | null;
  readonly queue: QueueStay | null;
  /** It ended while it stood in its queue (PreDisconnectState IN_QUEUE, spec §2.2). */
  readonly leftFromQueue: boolean;
  /** Times it was moved from queue to queue. */
  readonly queueMoves: number;
  readonly callback: CallbackTerms | null;
  readonly stage: ContactStage;
  readonly lineId: LineId | null;
  /** The line to a third party on the telephone. */
  readonly thirdLineId: LineId | null;
  readonly consult: Consult | null;
  readonly agent: AgentShare | null;
  readonly muted: boolean;
  /** Keys the agent has sent so far. */
  readonly digitsSent: string;
  /** What the agent declared about who answered (ours). */
  readonly outcome: 'machine' | null;
  /** Agents who rejected the contact, and until when it is kept from them (ours); null where nobody is. */
  readonly coolDowns: Readonly<Partial<Record<AgentId, EpochMs>>> | null;
  /** Offers made so far (spec §2.2 AgentConnectionAttempts). */
  readonly offers: number;
  readonly accepts: number;
  readonly dialedAtMs: EpochMs | null;
}

/** What exactly ended a leg or an attempt; one word each, never shared (spec §1.8 and users' wish for truthful causes). */
export type EndCause =
  | 'customerHungUp'
  | 'agentHungUp'
  | 'flowDisconnected'
  | 'flowEnded'
  | 'noAnswer'
  | 'networkNoAnswer'
  | 'busy'
  | 'invalidNumber'
  | 'blocked'
  | 'networkFault'
  | 'noCallerId'
  | 'agentCanceled'
  | 'agentLeftWhisper'
  | 'customerLeftWhisper'
  | 'whisperTooLong'
  | 'queueFull'
  /** Its queue takes nobody any more: disabled, or taken out of the instance, while the callback waited out a delay. */
  | 'queueClosed'
  /** The agent said that a machine had answered, and the queue hangs up on machines. */
  | 'reachedMachine'
  /** Withdrawn by a person or program of ours, while it waited. */
  | 'canceled'
  | 'stopped'
  | 'expired'
  | 'endlessLoop'
  /** Its agent left the customer to somebody else. */
  | 'transferred'
  /** Its flow took the customer to another queue, in a contact of its own. */
  | 'requeued'
  | 'thirdPartyHungUp'
  /** The agent who asked for this contact gave it up before, or after, it was connected. */
  | 'consultCanceled'
  | 'consultDropped'
  /** The customer hung up on the contact that this one was about. */
  | 'customerLeftTransfer'
  /** The agent who asked for this contact hung up on everybody. */
  | 'endedForAll'
  /** The one agent who was asked for did not take it. */
  | 'colleagueMissed'
  | 'colleagueRejected';
