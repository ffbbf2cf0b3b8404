/**
 * A contact record in Amazon's own field names (spec §2.2). Times are whole-second UTC stamps `yyyy-mm-ddThh:mm:ssZ`;
 * an absent value is null, which screens show as N/A.
 */
export interface ContactRecord extends NotKept {
  readonly AWSAccountId: string;
  readonly AWSContactTraceRecordFormatVersion: '2017-03-10';
  readonly InstanceARN: string;
  readonly ContactId: string;
  readonly InitialContactId: string | null;
  readonly PreviousContactId: string | null;
  /** The last of the contacts made from this one. */
  readonly NextContactId: string | null;
  readonly RelatedContactId: null;
  readonly Channel: 'VOICE';
  readonly InitiationMethod: string;
  readonly InitiationTimestamp: string;
  readonly ConnectedToSystemTimestamp: string | null;
  readonly DisconnectTimestamp: string | null;
  readonly DisconnectReason: string | null;
  readonly LastUpdateTimestamp: string;
  readonly CustomerEndpoint: RecordEndpoint;
  readonly SystemEndpoint: RecordEndpoint | null;
  readonly Queue: RecordQueue | null;
  /** Only when the contact was connected to an agent. */
  readonly Agent: RecordAgent | null;
  readonly AgentConnectionAttempts: number;
  readonly Attributes: Readonly<Record<string, string>>;
  /** When the agent had left the customer to somebody else, or a flow had taken them to another queue. */
  readonly TransferCompletedTimestamp: string | null;
  /** The telephone of a third party the customer was left to. */
  readonly TransferredToEndpoint: RecordEndpoint | null;
  readonly ScheduledTimestamp: null;
  readonly SegmentAttributes: Readonly<Record<string, { readonly ValueString: string }>>;
  /** Ours, beside Amazon's fields: what Amazon's reasons blur or leave out. */
  readonly Ringback: RecordExtension;
}

/** Amazon's fields for what is not kept here (spec §2.2): null, so that whoever reads records finds every one of them. */
export interface NotKept {
  readonly AnsweringMachineDetectionStatus: null;
  readonly Campaign: null;
  readonly ContactLens: null;
  readonly CustomerVoiceActivity: null;
  readonly DisconnectDetails: null;
  readonly MediaStreams: null;
  readonly QualityMetrics: null;
  readonly Recording: null;
  readonly Recordings: null;
  readonly References: null;
  readonly RoutingCriteria: null;
  readonly Tags: null;
  readonly VoiceIdResult: null;
}

export interface RecordEndpoint {
  readonly Type: 'TELEPHONE_NUMBER';
  /** E.164, or `Softphone` or `anonymous` where the decisions of the instance say so. */
  readonly Address: string;
}

export interface RecordQueue {
  readonly ARN: string;
  readonly Name: string;
  readonly EnqueueTimestamp: string;
  readonly DequeueTimestamp: string | null;
  /** Whole seconds; for a first callback leg the initial delay is included (spec §2.2b). */
  readonly Duration: number | null;
}

export interface RecordAgent {
  readonly ARN: string;
  readonly Username: string;
  readonly ConnectedToAgentTimestamp: string;
  readonly AcceptedByAgentTimestamp: string;
  readonly AgentInteractionDuration: number | null;
  readonly CustomerHoldDuration: number;
  /** The same: nobody but agents puts on hold here. */
  readonly AgentInitiatedHoldDuration: number;
  readonly NumberOfHolds: number;
  readonly LongestHoldDuration: number;
  readonly AfterContactWorkStartTimestamp: string | null;
  readonly AfterContactWorkEndTimestamp: string | null;
  readonly AfterContactWorkDuration: number | null;
  readonly RoutingProfile: { readonly ARN: string; readonly Name: string };
  /** Of tasks alone. */
  readonly AgentPauseDuration: null;
  /** None of the following is kept here. */
  readonly Capabilities: null;
  readonly DeviceInfo: null;
  readonly HierarchyGroups: null;
  readonly StateTransitions: null;
}

export interface RecordExtension {
  /** The exact cause of the end. */
  readonly Cause: string | null;
  /** Which dial of the promise this leg was, and how many there may be; null for contacts that are no callback. */
  readonly Attempt: number | null;
  readonly AttemptsMax: number | null;
  /** Whole seconds from enqueue to dequeue. */
  readonly QueueWaitSeconds: number | null;
  /** Seconds of delay before the leg was queued. */
  readonly DelaySeconds: number | null;
  readonly DialedTimestamp: string | null;
  readonly CustomerName: string | null;
  /** After-contact work is over; nothing will change any more. */
  readonly Complete: boolean;
}
