/**
 * What a tab is shown: plain values that cross the port, made by the host for one audience. Instants are engine
 * milliseconds; ids are plain strings here. `can` lists what the engine would accept now: a control whose word is
 * missing is not offered, so screens repeat no rule.
 */

/** How engine time relates to the wall: engine = engineMs + (wall − wallMs) × speed; speed 0 is a held clock. */
export interface ClockView {
  readonly engineMs: number;
  readonly wallMs: number;
  readonly speed: number;
  /** The engine's next deadline, null when nothing is pending: for "jump to the next event". */
  readonly nextDueAtMs: number | null;
}

export interface StatusView {
  readonly id: string;
  readonly name: string;
  readonly type: 'ROUTABLE' | 'CUSTOM' | 'OFFLINE';
}

export interface AgentView {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly status: StatusView;
  readonly statusSinceMs: number;
  /** Chosen while at work; taken when the contact is cleared (spec §4.2). */
  readonly nextStatus: StatusView | null;
  /** All statuses the agent may pick, in display order. */
  readonly statuses: readonly StatusView[];
  /** Agent Activity of spec §3.3: what supervisors see. */
  readonly activity: string;
  readonly activitySinceMs: number;
  readonly routingProfile: string;
  /** Contacts waiting in the queues this agent serves, and callbacks scheduled for them. */
  readonly waiting: { readonly inQueue: number; readonly scheduled: number };
  readonly offerId: string | null;
  readonly contactId: string | null;
  readonly can: readonly 'dial'[];
}

/** How a contact comes to an agent: by a promise to call back, by a caller, by the agent's own dialing, or from a colleague. */
export type ContactKind = 'callback' | 'inbound' | 'outbound' | 'transfer';

/** A contact ringing at this agent. */
export interface OfferView {
  readonly id: string;
  readonly contactId: string;
  readonly kind: ContactKind;
  /** The colleague it comes from, for a transfer. */
  readonly fromAgent: string | null;
  readonly customerName: string | null;
  /** All but the last two digits hidden until accepted. */
  readonly maskedNumber: string;
  readonly reason: string | null;
  readonly queueName: string;
  /** When the customer asked for the callback, or called. */
  readonly askedAtMs: number;
  readonly enqueuedAtMs: number;
  readonly attempt: number | null;
  readonly attemptsMax: number | null;
  /** The number the customer will see. */
  readonly callerId: string | null;
  /** IANA zone of the customer's number when it can be told. */
  readonly customerZone: string | null;
  readonly madeAtMs: number;
  readonly expiresAtMs: number;
  readonly can: readonly ('accept' | 'reject')[];
}

/** One step on the way from accept to talking. */
export interface StepView {
  readonly name: 'accepted' | 'agentWhisper' | 'dialing' | 'ringing' | 'customerWhisper';
  readonly state: 'waiting' | 'now' | 'done' | 'failed';
  readonly fromMs: number | null;
  readonly toMs: number | null;
  /** When it is known how long it lasts: whispers. */
  readonly untilMs: number | null;
  /** What is being said. */
  readonly caption: string | null;
  /** Its recording, where it has one. */
  readonly playing?: PlayingView;
}

export type ContactStageView =
  | 'agentWhisper'
  | 'dialing'
  | 'customerWhisper'
  | 'connected'
  | 'held'
  | 'afterContactWork'
  | 'missed'
  | 'rejected'
  | 'failed';

export type ContactAction =
  | 'end' | 'hold' | 'resume' | 'mute' | 'unmute' | 'sendDigits' | 'clear'
  | 'transfer' | 'conference' | 'swap' | 'leave' | 'drop' | 'declareMachine';

/** With whom an agent talks while three are at work: whoever was asked for, the customer, or both. */
export type TalkView = 'third' | 'customer' | 'all';

/** Whom this agent has asked about the contact (a quick connect), and how far that is. */
export interface ConsultView {
  readonly kind: 'agent' | 'queue' | 'number';
  /** The agent, the queue, or the number called. */
  readonly who: string;
  /** Who has taken it, once somebody in a queue has. */
  readonly takenBy: string | null;
  readonly state: 'waiting' | 'ringing' | 'connected';
  readonly sinceMs: number;
  readonly talk: TalkView;
}

/** The contact in this agent's slot, after accept or after a miss. */
export interface ContactView {
  readonly id: string;
  readonly kind: ContactKind;
  /** The colleague it comes from, for a transfer. */
  readonly fromAgent: string | null;
  /** With whom that colleague talks while they are still there; null once they have left, and for every other contact. */
  readonly fromAgentTalks: TalkView | null;
  readonly consult: ConsultView | null;
  readonly stage: ContactStageView;
  readonly stageSinceMs: number;
  readonly customerName: string | null;
  /** In full once accepted; masked when the offer was missed or rejected. */
  readonly number: string;
  readonly reason: string | null;
  readonly queueName: string;
  readonly askedAtMs: number;
  readonly attempt: number | null;
  readonly attemptsMax: number | null;
  readonly callerId: string | null;
  readonly customerZone: string | null;
  readonly steps: readonly StepView[];
  readonly connectedAtMs: number | null;
  readonly heldSinceMs: number | null;
  readonly heldMs: number;
  readonly muted: boolean;
  readonly digitsSent: string;
  /** How it ended or failed: one of the engine's causes, 'missed' or 'rejected'. */
  readonly cause: string | null;
  /** When the customer is tried again, if the leg failed and a retry is planned. */
  readonly retryAtMs: number | null;
  /** End of limited after-contact work. */
  readonly workUntilMs: number | null;
  readonly attributes: Readonly<Record<string, string>>;
  readonly can: readonly ContactAction[];
}

export interface CaptionView {
  readonly atMs: number;
  readonly text: string;
  readonly kind: 'speech' | 'music' | 'silence' | 'keys' | 'note';
  /** The name of the prompt whose recording it is: no voice need say it. */
  readonly recorded?: string;
}

/** Recordings that are heard now, one after the other. */
export interface PlayingView {
  readonly sinceMs: number;
  /** `clipId` null: a pause of this length, since there is no recording of this part. */
  readonly parts: readonly { readonly clipId: string | null; readonly name: string | null; readonly durationMs: number }[];
  /** Begins anew at its end, until it is taken away. */
  readonly loops: boolean;
}

export type PhoneAction = 'dial' | 'press' | 'hangUp' | 'answer' | 'decline' | 'letVoicemail';

/** One customer's phone. */
export interface PhoneView {
  readonly number: string;
  readonly name: string | null;
  readonly state: 'idle' | 'ringing' | 'inCall' | 'ended';
  /** The center's number on the other end: dialed, or shown as caller id. */
  readonly otherNumber: string | null;
  readonly direction: 'in' | 'out' | null;
  readonly sinceMs: number | null;
  readonly answeredAtMs: number | null;
  /** With whom: the flow, a queue (waiting), a whisper, or an agent. */
  readonly talkingTo: 'flow' | 'queue' | 'whisper' | 'agent' | 'hold' | null;
  readonly captions: readonly CaptionView[];
  /** Recordings on this line now; absent: none. */
  readonly playing?: PlayingView;
  /** A key or number is awaited, so a keypad is worth showing. */
  readonly keysAwaited: boolean;
  /** Why the last line ended. */
  readonly endedBy: 'customer' | 'center' | 'failed' | null;
  /** A callback is promised to this number and open. */
  readonly callbackPending: { readonly dueAtMs: number | null; readonly state: 'scheduled' | 'queued' | 'inProgress' } | null;
  /** How this phone behaves when called: a word of DialBehavior, for the lab. */
  readonly behavior: string;
  readonly can: readonly PhoneAction[];
}

export interface QueueView {
  readonly id: string;
  readonly name: string;
  readonly inQueue: number;
  readonly scheduled: number;
  /** Enqueue instant of the contact longest in queue. */
  readonly oldestSinceMs: number | null;
}

/** Whom an agent can ask for: colleagues and queues, in the order of the configuration. */
export interface DirectoryView {
  readonly agents: readonly { readonly id: string; readonly name: string }[];
  readonly queues: readonly { readonly id: string; readonly name: string }[];
}

/** What everybody may know of the center. */
export interface CenterView {
  readonly instanceName: string;
  readonly country: string;
  readonly timeZone: string;
  readonly numbers: readonly { readonly number: string; readonly description: string }[];
  readonly agents: readonly { readonly username: string; readonly name: string }[];
  readonly customers: readonly { readonly number: string; readonly name: string }[];
  readonly scenario: ScenarioView | null;
}

/** The story being played, if any. */
export interface ScenarioView {
  readonly name: string;
  readonly state: 'playing' | 'done';
  /** Names of the people, and who plays them. */
  readonly roles: readonly { readonly name: string; readonly kind: 'agent' | 'customer'; readonly by: 'script' | 'person' }[];
  readonly nextStep: string | null;
  readonly nextStepAtMs: number | null;
}

/** Something about the host that everyone should see. */
export interface NoticeView {
  readonly id: string;
  readonly kind: 'memoryOnly' | 'journalCorrupt' | 'journalFull' | 'otherBuild' | 'clockJumped' | 'singleTab' | 'stopped';
  /** For clockJumped: by how much, in ms. For journalCorrupt: a download is kept. */
  readonly amountMs: number | null;
}

/** The tables mirrored in a tab; which rows are in them depends on the audience. */
export interface LiveTables {
  readonly clock: Readonly<Record<'clock', ClockView>>;
  readonly center: Readonly<Record<'center', CenterView>>;
  readonly agents: Readonly<Record<string, AgentView>>;
  readonly offers: Readonly<Record<string, OfferView>>;
  readonly contacts: Readonly<Record<string, ContactView>>;
  readonly phones: Readonly<Record<string, PhoneView>>;
  readonly queues: Readonly<Record<string, QueueView>>;
  /** For agents alone: one row, `directory`. */
  readonly directory: Readonly<Record<string, DirectoryView>>;
  readonly notices: Readonly<Record<string, NoticeView>>;
  /** Who holds what between the tabs of one person: see MastershipView. */
  readonly mastership: Readonly<Record<string, MastershipView>>;
}

/** Which tab rings (and later holds media) for an agent. */
export interface MastershipView {
  /** `ring:<agentId>` or `phone:<number>`. */
  readonly resource: string;
  readonly mine: boolean;
  /** How many tabs of this person are open. */
  readonly tabs: number;
}
