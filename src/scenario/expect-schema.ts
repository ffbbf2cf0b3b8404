import { z } from 'zod';

const maybe = z.string().nullable().optional();
const count = z.number().nullable().optional();
const endpoint = z.strictObject({ Type: z.string().optional(), Address: z.string().optional() }).nullable().optional();

/** Real-time figures of a queue (spec §3.1). */
const queueExpectation = z.strictObject({
  CONTACTS_IN_QUEUE: count,
  CONTACTS_SCHEDULED: count,
  OLDEST_CONTACT_AGE: count,
  AGENTS_ONLINE: count,
  AGENTS_AVAILABLE: count,
  AGENTS_STAFFED: count,
  AGENTS_NON_PRODUCTIVE: count,
  AGENTS_ON_CONTACT: count,
  AGENTS_AFTER_CONTACT_WORK: count,
  AGENTS_ERROR: count,
  SLOTS_ACTIVE: count,
  SLOTS_AVAILABLE: count,
});

/** A contact in an agent's slot, by the names of GetCurrentUserData (spec §8.3). */
const contactExpectation = z.strictObject({
  ContactId: maybe,
  Channel: maybe,
  InitiationMethod: maybe,
  AgentContactState: maybe,
  StateStartTimestamp: maybe,
  ConnectedToAgentTimestamp: maybe,
  Queue: maybe,
});

/** All queues together, as GetCurrentMetricData answers without groupings: there the age is in milliseconds (spec §3.1). */
const ungroupedExpectation = queueExpectation.extend({ OLDEST_CONTACT_AGE: count.describe('Milliseconds here.') });

/** A customer's telephone. */
const customerExpectation = z.strictObject({
  phone: z.enum(['idle', 'ringing', 'in a call']).optional(),
  callerId: maybe.describe('The number that shows while we call them, or last showed; null: none.'),
  hears: maybe.describe('What they heard last.'),
});

/** A contact event (spec §2.7). */
const contactEventExpectation = z.strictObject({ eventType: maybe, time: maybe, initiationMethod: maybe, disconnectReason: maybe });

/** One promise to call back, from request to close. */
const promiseExpectation = z.strictObject({
  requests: count.describe('Requests taken as this one promise.'),
  attempts: count.describe('Dials.'),
  legs: count,
  closed: maybe.describe('Why it is closed; null: it is open.'),
});

const agentExpectation = z.strictObject({
  status: maybe,
  nextStatus: maybe,
  activity: maybe,
  contactState: maybe,
  contacts: z.array(contactExpectation).optional(),
  states: z.array(z.string()).optional().describe('Every state that contacts had with this agent so far, in order: the agent event stream (spec §4.7).'),
});

/** A contact record on the fields given (spec §2.2); times may be clock times, "$n" is the id of the n-th contact of the story. */
const recordExpectation = z.strictObject({
  AWSAccountId: maybe,
  AWSContactTraceRecordFormatVersion: maybe,
  InstanceARN: maybe,
  ContactId: maybe,
  InitialContactId: maybe,
  PreviousContactId: maybe,
  NextContactId: maybe,
  RelatedContactId: maybe,
  Channel: maybe,
  InitiationMethod: maybe,
  InitiationTimestamp: maybe,
  ConnectedToSystemTimestamp: maybe,
  DisconnectTimestamp: maybe,
  DisconnectReason: maybe,
  LastUpdateTimestamp: maybe,
  CustomerEndpoint: endpoint,
  SystemEndpoint: endpoint,
  Queue: z.strictObject({
    ARN: maybe, Name: maybe, EnqueueTimestamp: maybe, DequeueTimestamp: maybe, Duration: count,
  }).nullable().optional(),
  Agent: z.strictObject({
    ARN: maybe,
    Username: maybe,
    ConnectedToAgentTimestamp: maybe,
    AcceptedByAgentTimestamp: maybe,
    AgentInteractionDuration: count,
    CustomerHoldDuration: count,
    AgentInitiatedHoldDuration: count,
    NumberOfHolds: count,
    LongestHoldDuration: count,
    AfterContactWorkStartTimestamp: maybe,
    AfterContactWorkEndTimestamp: maybe,
    AfterContactWorkDuration: count,
    RoutingProfile: z.strictObject({ ARN: maybe, Name: maybe }).optional(),
  }).nullable().optional(),
  AgentConnectionAttempts: count,
  Attributes: z.record(z.string(), z.string().nullable()).optional(),
  TransferCompletedTimestamp: maybe,
  TransferredToEndpoint: endpoint,
  ScheduledTimestamp: maybe,
  SegmentAttributes: z.record(z.string(), z.strictObject({ ValueString: z.string() })).optional(),
  Ringback: z.strictObject({
    Cause: maybe,
    Attempt: count,
    AttemptsMax: count,
    QueueWaitSeconds: count,
    DelaySeconds: count,
    DialedTimestamp: maybe,
    CustomerName: maybe,
    Complete: z.boolean().optional(),
  }).optional(),
});

/** Events by type; every field given must be equal. Agents and queues may be given by name. */
const eventPattern = z.strictObject({
  event: z.string().min(1),
  agent: z.string().optional(),
  queue: z.string().optional(),
  contact: z.string().optional(),
  where: z.record(z.string(), z.unknown()).optional(),
});

/** An event that must have happened. */
const happenedPattern = eventPattern.extend({ times: z.int().min(1).optional().describe('Exactly so often; absent: at least once.') });

/** What must hold at an instant, or at the end. */
export const expectSchema = z.strictObject({
  queues: z.record(z.string(), queueExpectation).optional(),
  agents: z.record(z.string(), agentExpectation).optional(),
  records: z.array(recordExpectation).optional().describe('All records of contacts that have ended, oldest first; each is compared on the fields given.'),
  historical: z.record(z.string(), z.record(z.string(), z.number().nullable())).optional().describe('Per queue, from the start until now.'),
  counts: z.record(z.string(), z.int().min(0)).optional().describe('How often an event has happened: {"callback.attempted": 3}.'),
  ungrouped: ungroupedExpectation.optional().describe('All queues together, as the API answers without groupings.'),
  customers: z.record(z.string(), customerExpectation).optional(),
  contactEvents: z.record(z.string().regex(/^\$\d+$/, 'is no contact of the story: write "$0" for the first'), z.array(contactEventExpectation)).optional().describe('Per contact, all its contact events in order (spec §2.7).'),
  promises: z.array(promiseExpectation).optional().describe('All promises to call back, oldest first.'),
  happened: z.array(happenedPattern).optional(),
  never: z.array(eventPattern).optional(),
});

export type Expectation = z.infer<typeof expectSchema>;
export type EventPattern = z.infer<typeof eventPattern>;
