import { z } from 'zod';
import type { ContactRecord } from '../engine/index.ts';

const text = z.string();
const optional = z.string().nullable();
const whole = z.number().nullable();
const nothing = z.null();
const endpoint = z.object({ Type: z.literal('TELEPHONE_NUMBER'), Address: z.string() });

/** A contact record as it crosses the face: Amazon's field names, spec §2.2, and ours under `Ringback`. */
export const contactRecord = z.object({
  AWSAccountId: text,
  AWSContactTraceRecordFormatVersion: z.literal('2017-03-10'),
  InstanceARN: text,
  ContactId: text,
  InitialContactId: optional,
  PreviousContactId: optional,
  NextContactId: optional,
  RelatedContactId: z.null(),
  Channel: z.literal('VOICE'),
  InitiationMethod: text,
  InitiationTimestamp: text,
  ConnectedToSystemTimestamp: optional,
  DisconnectTimestamp: optional,
  DisconnectReason: optional,
  LastUpdateTimestamp: text,
  CustomerEndpoint: endpoint,
  SystemEndpoint: endpoint.nullable(),
  Queue: z
    .object({ ARN: text, Name: text, EnqueueTimestamp: text, DequeueTimestamp: optional, Duration: whole })
    .nullable(),
  Agent: z
    .object({
      ARN: text,
      Username: text,
      ConnectedToAgentTimestamp: text,
      AcceptedByAgentTimestamp: text,
      AgentInteractionDuration: whole,
      CustomerHoldDuration: z.number(),
      AgentInitiatedHoldDuration: z.number(),
      NumberOfHolds: z.number(),
      LongestHoldDuration: z.number(),
      AfterContactWorkStartTimestamp: optional,
      AfterContactWorkEndTimestamp: optional,
      AfterContactWorkDuration: whole,
      RoutingProfile: z.object({ ARN: text, Name: text }),
      AgentPauseDuration: nothing,
      Capabilities: nothing,
      DeviceInfo: nothing,
      HierarchyGroups: nothing,
      StateTransitions: nothing,
    })
    .nullable(),
  AgentConnectionAttempts: z.number(),
  Attributes: z.record(text, text),
  TransferCompletedTimestamp: z.string().nullable(),
  TransferredToEndpoint: endpoint.nullable(),
  ScheduledTimestamp: z.null(),
  SegmentAttributes: z.record(text, z.object({ ValueString: text })),
  AnsweringMachineDetectionStatus: nothing,
  Campaign: nothing,
  ContactLens: nothing,
  CustomerVoiceActivity: nothing,
  DisconnectDetails: nothing,
  MediaStreams: nothing,
  QualityMetrics: nothing,
  Recording: nothing,
  Recordings: nothing,
  References: nothing,
  RoutingCriteria: nothing,
  Tags: nothing,
  VoiceIdResult: nothing,
  Ringback: z.object({
    Cause: optional,
    Attempt: whole,
    AttemptsMax: whole,
    QueueWaitSeconds: whole,
    DelaySeconds: whole,
    DialedTimestamp: optional,
    CustomerName: optional,
    Complete: z.boolean(),
  }),
}) satisfies z.ZodType<ContactRecord>;

/** GET /x/contact-records: newest initiation first, one page. */
export const contactRecordPage = z.object({
  ContactRecords: z.array(contactRecord),
  /** How many records pass the filters, on all pages. */
  TotalCount: z.number(),
  NextToken: z.string().nullable(),
});
export type ContactRecordPage = z.infer<typeof contactRecordPage>;

/** GET /x/contact-records/{id}. */
export const contactRecordAnswer = z.object({ ContactRecord: contactRecord });

/** What GET /x/contact-records may be narrowed by; an absent or empty filter lets everything pass. */
export interface ContactRecordFilters {
  readonly method: string;
  /** A queue's name. */
  readonly queue: string;
  /** Found in an id, a number, a name, an agent or an attribute. */
  readonly text: string;
}

/** SearchContacts, POST /search-contacts (spec §8.1). */
export const searchContactsRequest = z.object({
  InstanceId: z.string(),
  TimeRange: z.object({
    Type: z.enum([
      'INITIATION_TIMESTAMP', 'SCHEDULED_TIMESTAMP', 'CONNECTED_TO_AGENT_TIMESTAMP', 'DISCONNECT_TIMESTAMP', 'ENQUEUE_TIMESTAMP',
    ]),
    /** Epoch seconds. */
    StartTime: z.number(),
    EndTime: z.number(),
  }),
  SearchCriteria: z
    .object({
      AgentIds: z.array(z.string()).optional(),
      Channels: z.array(z.string()).optional(),
      InitiationMethods: z.array(z.string()).optional(),
      QueueIds: z.array(z.string()).optional(),
    })
    .optional(),
  Sort: z
    .object({
      FieldName: z.enum(['INITIATION_TIMESTAMP', 'CONNECTED_TO_AGENT_TIMESTAMP', 'DISCONNECT_TIMESTAMP', 'INITIATION_METHOD', 'CHANNEL']),
      Order: z.enum(['ASCENDING', 'DESCENDING']),
    })
    .optional(),
  MaxResults: z.number().int().min(1).max(100).optional(),
  NextToken: z.string().optional(),
});
export type SearchContactsRequest = z.infer<typeof searchContactsRequest>;

/** StopContact, POST /contact/stop (spec §8.1). */
export const stopContactRequest = z.object({
  InstanceId: z.string(),
  ContactId: z.string().min(1).max(256),
  DisconnectReason: z.object({ Code: z.string().optional() }).optional(),
});

/** UpdateContactRoutingData, POST /contacts/{I}/{C}/routing-data: one of the two is given (spec §5.4, §8.1). */
export const contactRoutingRequest = z
  .object({ QueuePriority: z.number().int().min(1).optional(), QueueTimeAdjustmentSeconds: z.number().int().optional() })
  .refine((body) => (body.QueuePriority === undefined) !== (body.QueueTimeAdjustmentSeconds === undefined), 'either QueuePriority or QueueTimeAdjustmentSeconds is given');

/** One contact as SearchContacts lists it; instants in epoch seconds, absent when not reached. */
export interface ContactSearchSummary {
  readonly Arn: string;
  readonly Id: string;
  readonly InitialContactId?: string;
  readonly PreviousContactId?: string;
  readonly InitiationMethod: string;
  readonly Channel: 'VOICE';
  readonly QueueInfo?: { readonly Id: string; readonly EnqueueTimestamp: number };
  readonly AgentInfo?: { readonly Id: string; readonly ConnectedToAgentTimestamp: number };
  readonly InitiationTimestamp: number;
  readonly DisconnectTimestamp?: number;
  readonly SegmentAttributes: Readonly<Record<string, { readonly ValueString: string }>>;
}

export interface SearchContactsAnswer {
  readonly Contacts: readonly ContactSearchSummary[];
  readonly TotalCount: number;
  readonly NextToken?: string | undefined;
}

/** DescribeContact, GET /contacts/{I}/{ContactId}: no dequeue and no duration here, as at Amazon (spec §8.1). */
export interface ContactDescription extends ContactSearchSummary {
  readonly ContactAssociationId: string;
  readonly AgentInfo?: {
    readonly Id: string;
    readonly AcceptedByAgentTimestamp: number;
    readonly ConnectedToAgentTimestamp: number;
    readonly AfterContactWorkDuration?: number;
    readonly AfterContactWorkStartTimestamp?: number;
    readonly AfterContactWorkEndTimestamp?: number;
  };
  readonly ConnectedToSystemTimestamp?: number;
  readonly LastUpdateTimestamp: number;
  readonly DisconnectReason?: string;
  readonly CustomerEndpoint: { readonly Type: 'TELEPHONE_NUMBER'; readonly Address: string };
  readonly SystemEndpoint?: { readonly Type: 'TELEPHONE_NUMBER'; readonly Address: string };
  readonly Attributes: Readonly<Record<string, string>>;
}
