import type { E164 } from '../core/e164.ts';
import type { AgentId, FlowId, HoursId, InstanceId, PromptId, QueueId, RoutingProfileId, StatusId } from '../core/ids.ts';
import type { DurationMs } from '../core/time.ts';
import type { FlowContent, FlowType, JsonObject } from '../flow/model.ts';
import type { QueueExtras } from './extras.ts';
import type { Policy } from './policy.ts';

/** ISO 3166 alpha-2, upper case; `GB-mobile` and `JP-mobile` name prefixes that are off by default (spec §7). */
export type CountryCode = string;

/** How far a zone is from UTC, from each change on; computed outside, since the engine has no calendar of its own. */
export interface ZoneTable {
  readonly zone: string;
  readonly changes: readonly { readonly fromMs: number; readonly offsetMs: number }[];
}

export type Weekday = 'SUNDAY' | 'MONDAY' | 'TUESDAY' | 'WEDNESDAY' | 'THURSDAY' | 'FRIDAY' | 'SATURDAY';

/** One open slice of a weekday, in minutes of the local day; an end of 0 is midnight at the end of that day (spec §5.7). */
export interface OpenSlice {
  readonly day: Weekday;
  readonly startMinute: number;
  readonly endMinute: number;
}

export interface HoursOfOperation {
  readonly id: HoursId;
  readonly name: string;
  readonly zone: ZoneTable;
  readonly open: readonly OpenSlice[] | '24x7';
  /** Days on which other hours hold; at most 50 (spec §5.7, §9). Absent: none. */
  readonly overrides?: readonly HoursOverride[];
  /** Hours whose overrides hold for these as well; at most three (spec §5.7). Absent: none. */
  readonly inherits?: readonly HoursId[];
}

/** How one set of hours holds other hours than weekly on some days (spec §5.7). Days are the zone's own, counted from 1970-01-01. */
export interface HoursOverride {
  readonly name: string;
  /** STANDARD: exactly these slices on each day of the span, none of its weekday is closed. OPEN and CLOSED: on the days that recur, and without slices all day. */
  readonly type: 'STANDARD' | 'OPEN' | 'CLOSED';
  readonly fromDay: number;
  /** The last day, still within. */
  readonly tillDay: number;
  readonly slices: readonly OpenSlice[];
  /** null: on every day of the span that has a slice. */
  readonly recurs: Recurrence | null;
}

/** On which days something recurs; what is null does not matter. */
export interface Recurrence {
  readonly every: 'WEEK' | 'MONTH' | 'YEAR';
  /** 2 is every other one, counted from the first day of the span. */
  readonly interval: number;
  /** 1–12. */
  readonly month: number | null;
  /** 1–31; −1 is the last. */
  readonly monthDay: number | null;
  /** 1–4: the first to the fourth of its weekday in the month; −1 is the last. */
  readonly weekdayOccurrence: number | null;
}

/** A standard queue (spec §5.6, §8.4). */
export interface QueueConfig {
  readonly id: QueueId;
  readonly name: string;
  readonly hoursId: HoursId | null;
  readonly status: 'ENABLED' | 'DISABLED';
  /** null = no limit of its own; 0 = acts full. */
  readonly maxContacts: number | null;
  readonly outboundCallerId: E164 | null;
  readonly outboundCallerIdName: string | null;
  /** Played to the customer who picks up a callback, before the join. */
  readonly outboundWhisperFlowId: FlowId | null;
  /** Ours: what a contact in this queue hears or does when its own hook is unset; null = the default flow of the type. */
  readonly customerQueueFlowId: FlowId | null;
  readonly agentWhisperFlowId: FlowId | null;
}

/** One queue an agent serves; `priority` 1 is first, `delayMs` the age a contact must have before it may be offered. */
export interface ProfileEntry {
  readonly queueId: QueueId;
  readonly priority: number;
  readonly delayMs: DurationMs;
}

export interface RoutingProfile {
  readonly id: RoutingProfileId;
  readonly name: string;
  readonly entries: readonly ProfileEntry[];
  readonly defaultOutboundQueueId: QueueId | null;
  readonly agentAvailabilityTimer: 'TIME_SINCE_LAST_ACTIVITY' | 'TIME_SINCE_LAST_INBOUND';
}

/** Only ROUTABLE agents are offered contacts (spec §4.1). Statuses are shown in the order in which the instance has them. */
export interface AgentStatus {
  readonly id: StatusId;
  readonly name: string;
  readonly type: 'ROUTABLE' | 'CUSTOM' | 'OFFLINE';
  /** A custom status that is DISABLED is picked no more; whoever is in it stays. Absent: ENABLED. */
  readonly state?: 'ENABLED' | 'DISABLED';
}

export interface AgentConfig {
  readonly id: AgentId;
  readonly username: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly routingProfileId: RoutingProfileId;
  /** 0 = no limit (spec §4.5). */
  readonly afterContactWorkMs: DurationMs;
  /** Overrides the limit for agent-first callbacks when set (spec §4.6). */
  readonly callbackAfterContactWorkMs: DurationMs | null;
  /** Accepts ordinary contacts without a click; never a callback (spec §4.6). */
  readonly autoAccept: boolean;
  readonly callbackAutoAccept: boolean;
}

/** Sound that somebody uploaded. Its bytes are kept where it was uploaded; whoever lacks them has the caption. */
export interface Recording {
  /** Under which the bytes are kept. */
  readonly clipId: string;
  readonly fileName: string;
  readonly format: 'WAV' | 'MP3';
  readonly bytes: number;
}

/** Something to play by name: its length is known before it plays. */
export interface Prompt {
  readonly id: PromptId;
  readonly name: string;
  /** What is said in it, for captions, speech markup and all; empty for music and silence. */
  readonly text: string;
  readonly durationMs: DurationMs;
  /** Music and silence are captioned as such. */
  readonly kind: 'speech' | 'music' | 'silence';
  /** Absent: a text for the center's voice, or silence. */
  readonly recording?: Recording;
}

/** A number claimed by the instance and the inbound flow behind it. */
export interface ClaimedNumber {
  readonly number: E164;
  readonly description: string;
  readonly flowId: FlowId | null;
}

/** A flow of the instance: the file's content untouched, and what its references stand for here. */
export interface FlowResource {
  readonly id: FlowId;
  readonly name: string;
  readonly type: FlowType;
  readonly description: string;
  readonly content: FlowContent;
  /** Reference as written in the file (an ARN, say) → id or name of the thing of this instance that it means. */
  readonly mapping: Readonly<Record<string, string>>;
}

/** A module of the instance: actions that several flows invoke and that return to them (spec §6.4, InvokeFlowModule). */
export type FlowModule = Omit<FlowResource, 'type'>;

/** What stands in for a Lambda function: nothing is ever asked over the network. */
export interface LambdaMock {
  /** As flows name the function; one answer for each. */
  readonly arn: string;
  /** What people call it: flows that name the function under another account's ARN find it by this. */
  readonly name: string;
  /** How long it takes before it answers or fails; beyond the flow's own limit it has timed out (spec §6.4). */
  readonly delayMs: DurationMs;
  readonly answer: LambdaAnswer;
}

export type LambdaAnswer =
  /** At most 32 KB of JSON (spec §6.4); becomes `$.External`. */
  | { readonly kind: 'returns'; readonly json: JsonObject }
  /** Why it failed, in words: for the log. */
  | { readonly kind: 'fails'; readonly error: string }
  /** Never answers: the flow gives up at its own limit. */
  | { readonly kind: 'timesOut' };

/** What `customer.requestCallback` does: the block that a flow would have run, without the flow (scenario format). */
export interface CallbackSettings {
  readonly queueId: QueueId | null;
  readonly initialDelayMs: DurationMs;
  readonly retries: number;
  readonly retryDelayMs: DurationMs;
  readonly callerId: E164 | null;
  readonly agentWhisperFlowId: FlowId | null;
}

/** A person with a telephone, known to the center by name. */
export interface CustomerProfile {
  readonly number: E164;
  readonly name: string;
  /** Why this person calls, when known: shown to the agent. */
  readonly reason: string | null;
}

/** Everything that is configured. */
export interface Instance {
  readonly id: InstanceId;
  readonly name: string;
  readonly country: CountryCode;
  readonly timeZone: string;
  readonly dialableCountries: readonly CountryCode[];
  readonly hours: readonly HoursOfOperation[];
  readonly queues: readonly QueueConfig[];
  readonly routingProfiles: readonly RoutingProfile[];
  readonly statuses: readonly AgentStatus[];
  readonly agents: readonly AgentConfig[];
  readonly prompts: readonly Prompt[];
  readonly flows: readonly FlowResource[];
  readonly modules: readonly FlowModule[];
  readonly lambdas: readonly LambdaMock[];
  readonly numbers: readonly ClaimedNumber[];
  readonly customers: readonly CustomerProfile[];
  /** The flow used where a hook is unset (spec §6.6). */
  readonly defaultFlows: Readonly<Partial<Record<FlowType, FlowId>>>;
  readonly callback: CallbackSettings | null;
  readonly policy: Policy;
  /** What queues do beyond Amazon Connect; a queue that is not named does nothing of it. */
  readonly extras: Readonly<Partial<Record<QueueId, QueueExtras>>>;
}
