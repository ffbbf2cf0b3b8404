import type { E164 } from '../core/e164.ts';
import type { ContactId, FlowId, PromptId, QueueId } from '../core/ids.ts';
import type { DurationMs, EpochMs } from '../core/time.ts';
import type { LambdaAnswer } from '../tenant/model.ts';

/** API ContactFlowType (spec §6.3). */
export type FlowType =
  | 'CONTACT_FLOW'
  | 'CUSTOMER_QUEUE'
  | 'CUSTOMER_HOLD'
  | 'CUSTOMER_WHISPER'
  | 'AGENT_HOLD'
  | 'AGENT_WHISPER'
  | 'OUTBOUND_WHISPER'
  | 'AGENT_TRANSFER'
  | 'QUEUE_TRANSFER'
  | 'CAMPAIGN';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

export interface FlowCondition {
  readonly next: string;
  readonly operator: string;
  readonly operands: readonly string[];
}

/** One action of the flow language (spec §6.1), its transitions in an order the interpreter can walk. */
export interface FlowAction {
  readonly id: string;
  readonly type: string;
  readonly parameters: JsonObject;
  readonly next: string | null;
  readonly conditions: readonly FlowCondition[];
  readonly errors: readonly { readonly errorType: string; readonly next: string }[];
}

/** A parsed flow; `source` is the file as it came, so that an export loses nothing. */
export interface FlowContent {
  readonly start: string;
  readonly actions: Readonly<Record<string, FlowAction>>;
  readonly source: JsonObject;
}

/** The kinds of hook a flow may set on a contact (spec §6.4, UpdateContactEventHooks). */
export type HookName =
  | 'AgentHold'
  | 'AgentWhisper'
  | 'CustomerHold'
  | 'CustomerQueue'
  | 'CustomerRemaining'
  | 'CustomerWhisper'
  | 'DefaultAgentUI'
  | 'DisconnectAgentUI'
  | 'PauseContact'
  | 'ResumeContact';

/** Something that is played: its words for the caption, its length known before it starts. */
export interface Utterance {
  readonly text: string;
  readonly kind: 'speech' | 'music' | 'silence';
  readonly durationMs: DurationMs;
  /** Which prompt of the instance it is; absent: the flow's own text. */
  readonly prompt?: PlayedPrompt;
}

/** A prompt as it was when it began to play. */
export interface PlayedPrompt {
  readonly id: PromptId;
  readonly name: string;
  /** Where its recording is kept; null: it has none. */
  readonly clipId: string | null;
}

/** How a number or other entry is collected (spec §6.5). */
export interface InputTerms {
  readonly mode: 'key' | 'store';
  readonly timeLimitMs: DurationMs;
  readonly interdigitMs: DurationMs;
  readonly terminator: string;
  readonly cancelKey: boolean;
  readonly maxLength: number;
  readonly phone: { readonly format: 'Local' | 'E164'; readonly country: string } | null;
}

/** What a running flow waits for. Instants are absolute, so restoring needs no arithmetic. */
export type FlowWait =
  | { readonly kind: 'prompt'; readonly utterance: Utterance; readonly fromMs: EpochMs; readonly untilMs: EpochMs }
  | {
      readonly kind: 'loop';
      readonly utterances: readonly Utterance[];
      readonly fromMs: EpochMs;
      readonly interruptAtMs: EpochMs | null;
    }
  | {
      readonly kind: 'input';
      readonly terms: InputTerms;
      readonly utterance: Utterance | null;
      readonly fromMs: EpochMs;
      readonly promptUntilMs: EpochMs;
      readonly keys: string;
      /** When the entry is taken as it stands, or given up when no key came. */
      readonly dueAtMs: EpochMs;
    }
  /** A Lambda function's answer, known beforehand; it comes when its delay, or the flow's own limit, is over. */
  | { readonly kind: 'lambda'; readonly arn: string; readonly answer: LambdaAnswer; readonly fromMs: EpochMs; readonly untilMs: EpochMs }
  | { readonly kind: 'time'; readonly fromMs: EpochMs; readonly untilMs: EpochMs }
  /** Outbound whisper before its first prompt: the customer has not picked up yet; `callerId`: what they see, when the flow says so (spec §1.7). */
  | { readonly kind: 'answer'; readonly callerId?: E164 };

/** What a flow has set for itself. */
export interface FlowNotes {
  /** `$.FlowAttributes`: not carried over to another flow (spec §6.2). */
  readonly attributes: Readonly<Record<string, string>>;
  readonly voice: string;
  /** Of which queue `$.Metrics` tells; null: of the one the contact is in, or meant for. */
  readonly metricsQueueId: QueueId | null;
}

/** What a flow starts with; Joanna speaks until another voice is set (spec §6.4). */
export const NO_NOTES: FlowNotes = { attributes: {}, voice: 'Joanna', metricsQueueId: null };

/** The action that invoked a module, in its flow or module, and what that one had noted. */
export interface FlowCaller {
  readonly flowId: FlowId;
  readonly actionId: string;
  readonly attributes: FlowNotes['attributes'];
}

/** A flow at work for a contact; a contact runs at most one at a time. */
export interface FlowRun {
  readonly contactId: ContactId;
  /** The flow, or the module, in which it stands. */
  readonly flowId: FlowId;
  readonly flowType: FlowType;
  readonly startedAtMs: EpochMs;
  readonly actionId: string;
  readonly wait: FlowWait | null;
  /** Times each Loop action was passed (spec §6.4: kept per contact). */
  readonly loops: Readonly<Record<string, number>>;
  /** Actions run since the flow last waited for time or a person: the guard against endless loops. */
  readonly sinceWait: number;
  /** What the last Lambda function returned: `$.External` (spec §6.2). */
  readonly external: JsonObject;
  readonly notes: FlowNotes;
  /** Where the modules that are being run return to, the innermost last; empty outside of modules. */
  readonly callers: readonly FlowCaller[];
  /** The Loop prompts action that was interrupted: ending the flow goes back to it (decision 0006). */
  readonly loopActionId: string | null;
}

/** A flow that never waits may run this many actions before it is stopped as an endless loop. */
export const ACTIONS_WITHOUT_WAIT_MAX = 1000;
