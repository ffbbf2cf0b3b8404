/*
 * The HTTP face: Amazon Connect's own API where it has an operation (spec §8), extensions of ours under /x/.
 * Shapes of both sides live here; times are epoch seconds, as Amazon's are. Contacts and flows have files of their own.
 */
import { z } from 'zod';

/** Where the face lives on this origin. */
export const CONNECT_API = '/connect-api';

/** The refusals of the face, by Amazon's names, with the status each is sent with. */
export const errorStatus = {
  InvalidRequestException: 400,
  InvalidParameterException: 400,
  InvalidContactFlowException: 400,
  AccessDeniedException: 403,
  ResourceNotFoundException: 404,
  DuplicateResourceException: 409,
  ResourceConflictException: 409,
  /** Not there, or not active any more. */
  ContactNotFoundException: 410,
  InternalServiceException: 500,
} as const satisfies Readonly<Record<string, number>>;

export type ErrorType = keyof typeof errorStatus;

/** The body of a refusal. Amazon's SDK reads `Message`, others `message`: both are sent. */
export const errorBody = z.object({
  __type: z.string().optional(),
  message: z.string().optional(),
  Message: z.string().optional(),
  /** InvalidContactFlowException: what is wrong with the flow, a sentence each. */
  problems: z.array(z.object({ message: z.string() })).optional(),
});
export type ErrorBody = z.infer<typeof errorBody>;

const nextToken = z.string().nullable().optional();
const summary = z.object({ Id: z.string(), Arn: z.string(), Name: z.string() });

/** ListInstances, GET /instance: the one instance of this center. */
export const instanceList = z.object({
  InstanceSummaryList: z.array(z.object({ Id: z.string(), Arn: z.string(), InstanceAlias: z.string(), InstanceStatus: z.string() })),
});
export type InstanceList = z.infer<typeof instanceList>;

/** ListHoursOfOperations, GET /hours-of-operations-summary/{I}. */
export const hoursList = z.object({ HoursOfOperationSummaryList: z.array(summary), NextToken: nextToken });
export type HoursList = z.infer<typeof hoursList>;

/** ListQueues, GET /queues-summary/{I}. */
export const queueList = z.object({
  QueueSummaryList: z.array(summary.extend({ QueueType: z.enum(['STANDARD', 'AGENT']) })),
  NextToken: nextToken,
});
export type QueueList = z.infer<typeof queueList>;

/** ListPhoneNumbersV2, POST /phone-number/list. */
export const phoneNumberListRequest = z.object({
  InstanceId: z.string().optional(),
  TargetArn: z.string().optional(),
  PhoneNumberPrefix: z.string().optional(),
  MaxResults: z.number().int().min(1).max(1000).optional(),
  NextToken: z.string().optional(),
});
export interface PhoneNumberList {
  readonly ListPhoneNumbersSummaryList: readonly {
    readonly PhoneNumberId: string;
    readonly PhoneNumberArn: string;
    readonly PhoneNumber: string;
    readonly PhoneNumberCountryCode: string;
    readonly PhoneNumberType: 'TOLL_FREE' | 'DID';
    readonly PhoneNumberDescription: string;
    readonly TargetArn: string;
    readonly InstanceId: string;
  }[];
  readonly NextToken?: string | undefined;
}

/** ListUsers, GET /users-summary/{I}. */
export interface UserList {
  readonly UserSummaryList: readonly { readonly Id: string; readonly Arn: string; readonly Username: string }[];
  readonly NextToken?: string | undefined;
}

/** DescribeUser, GET /users/{I}/{U}. */
export interface UserDescription {
  readonly User: {
    readonly Id: string;
    readonly Arn: string;
    readonly Username: string;
    readonly IdentityInfo: { readonly FirstName: string; readonly LastName: string };
    readonly PhoneConfig: {
      readonly PhoneType: 'SOFT_PHONE';
      readonly AutoAccept: boolean;
      /** Whole seconds; 0 is no limit. */
      readonly AfterContactWorkTimeLimit: number;
    };
    readonly RoutingProfileId: string;
    readonly SecurityProfileIds: readonly string[];
  };
}

/** ListAgentStatuses, GET /agent-status/{I}. */
export interface AgentStatusList {
  readonly AgentStatusSummaryList: readonly {
    readonly Id: string;
    readonly Arn: string;
    readonly Name: string;
    readonly Type: 'ROUTABLE' | 'CUSTOM' | 'OFFLINE';
  }[];
  readonly NextToken?: string | undefined;
}

/** ListRoutingProfiles, GET /routing-profiles-summary/{I}. */
export interface RoutingProfileList {
  readonly RoutingProfileSummaryList: readonly { readonly Id: string; readonly Arn: string; readonly Name: string }[];
  readonly NextToken?: string | undefined;
}
