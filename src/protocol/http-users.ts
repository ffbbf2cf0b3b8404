/* What agents and promises are at now, on the HTTP face (spec §8.3; /x/ is ours). Instants are epoch seconds. */
import { z } from 'zod';
import type { AgentContactState, CallbackClose } from '../engine/index.ts';

const reference = z.object({ Id: z.string(), Arn: z.string() });
const contactStates = ['INCOMING', 'PENDING', 'CONNECTING', 'CONNECTED', 'CONNECTED_ONHOLD', 'MISSED', 'ERROR', 'ENDED', 'REJECTED'] as const satisfies readonly (AgentContactState | 'REJECTED')[];
const list = z.array(z.string()).max(100);

/** GetCurrentUserData, POST /metrics/userdata/{I}. */
export const currentUserDataRequest = z.object({
  Filters: z.object({
    Queues: list.optional(),
    ContactFilter: z.object({ ContactStates: z.array(z.enum(contactStates)).max(9) }).optional(),
    RoutingProfiles: list.optional(),
    Agents: list.optional(),
  }),
  MaxResults: z.number().int().min(1).max(100).optional(),
  NextToken: z.string().optional(),
});
export type CurrentUserDataRequest = z.infer<typeof currentUserDataRequest>;

const slots = z.object({ VOICE: z.number() });

export const currentUserDataAnswer = z.object({
  UserDataList: z.array(z.object({
    User: reference,
    RoutingProfile: reference,
    Status: z.object({ StatusName: z.string(), StatusArn: z.string(), StatusStartTimestamp: z.number() }),
    NextStatus: z.string().optional(),
    AvailableSlotsByChannel: slots,
    MaxSlotsByChannel: slots,
    ActiveSlotsByChannel: slots,
    Contacts: z.array(z.object({
      ContactId: z.string(),
      Channel: z.literal('VOICE'),
      InitiationMethod: z.string(),
      AgentContactState: z.enum(contactStates),
      StateStartTimestamp: z.number(),
      ConnectedToAgentTimestamp: z.number().optional(),
      Queue: reference.optional(),
    })),
    /** Ours: the columns of the real-time report (spec §3.3), which Amazon's operation leaves to the reader. */
    Ringback: z.object({ Username: z.string(), Activity: z.string(), ContactState: z.string().nullable(), ActivityStartTimestamp: z.number(), Online: z.boolean() }),
  })),
  ApproximateTotalCount: z.number(),
  NextToken: z.string().optional(),
});
export type CurrentUserDataAnswer = z.infer<typeof currentUserDataAnswer>;

/** PutUserStatus, PUT /users/{I}/{U}/status: who is at work takes it as the next one (spec §4.2). */
export const putUserStatusRequest = z.object({ AgentStatusId: z.string().min(1).max(256) });

/** DismissUserContact, POST /users/{I}/{U}/contact (spec §4.4). */
export const dismissUserContactRequest = z.object({ ContactId: z.string().min(1).max(256) });

/** GET /x/promises: every promise to call back, newest first, one page; created = open + closed. */
export const promisesAnswer = z.object({
  Created: z.number(),
  Open: z.number(),
  ClosedByCause: z.record(z.string(), z.number()),
  Promises: z.array(z.object({
    CallbackId: z.string(),
    CustomerNumber: z.string(),
    QueueId: z.string(),
    RequestedTimestamp: z.number(),
    ContactIds: z.array(z.string()),
    Attempts: z.number(),
    Requests: z.number(),
    ClosedTimestamp: z.number().nullable(),
    /** null while it is open. */
    Cause: z.string().nullable() as unknown as z.ZodType<CallbackClose | null>,
  })),
  NextToken: z.string().optional(),
});
export type PromisesAnswer = z.infer<typeof promisesAnswer>;
