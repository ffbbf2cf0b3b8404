/*
 * The instance section of a scenario: what is configured, in names and seconds as people write it. No transforms, so
 * that the JSON Schema generated from it says what people type; instance.ts gives the names their meaning.
 */
import { z } from 'zod';

const said = z.string().trim().min(1);
const count = z.int().min(0);
const secondsSpan = z.number().min(0).max(2_000_000);
const phoneNumber = z.string().regex(/^\+[1-9]\d{1,14}$/, 'is no telephone number: write it in international form, such as "+12065550142"');
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'is no time of day: write it as "09:00"; midnight at the end of a day is "24:00"');
const country = z.string().regex(/^[A-Z]{2}$/, 'is no country: write its two capital letters, such as "US"');

const whisper = z.union([
  z.strictObject({ say: said, seconds: secondsSpan.describe('Exactly so long it plays.') }),
  z.strictObject({ flow: said.describe('The name of a whisper flow.') }),
]).nullable().optional();

const flowType = z.enum([
  'CONTACT_FLOW', 'CUSTOMER_QUEUE', 'CUSTOMER_HOLD', 'CUSTOMER_WHISPER', 'AGENT_HOLD', 'AGENT_WHISPER', 'OUTBOUND_WHISPER', 'AGENT_TRANSFER', 'QUEUE_TRANSFER', 'CAMPAIGN',
]);
const weekday = z.enum(['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']);

const date = z.iso.date('is no date: write it as "2024-12-25"');
const openingTimes = z.array(z.strictObject({ days: z.array(weekday).min(1), from: clockTime, to: clockTime }));

const override = z.strictObject({
  name: said,
  type: z.enum(['STANDARD', 'OPEN', 'CLOSED']).optional().describe('STANDARD, or absent: these times from the first day to the last. OPEN and CLOSED recur, and come before it.'),
  from: date.describe('The first day, on the clock of the zone.'),
  till: date.optional().describe('The last day; absent: the first.'),
  times: openingTimes.optional().describe('Absent: closed all day; OPEN: open all day.'),
  every: z.enum(['week', 'month', 'year']).optional().describe('Absent: each day of the span that has times.'),
  interval: z.int().min(1).max(6).optional().describe('2: every other week, month or year.'),
  month: z.int().min(1).max(12).optional(),
  monthDay: z.union([z.literal(-1), z.int().min(1).max(31)]).optional().describe('-1: the last day of the month.'),
  weekdayOccurrence: z.union([z.literal(-1), z.int().min(1).max(4)]).optional().describe('Which of its weekdays in the month; -1: the last.'),
});

const hours = z.strictObject({
  name: said,
  timeZone: said.optional().describe('IANA name; absent: that of the instance.'),
  open: z.union([z.literal('24x7'), openingTimes]).optional(),
  overrides: z.array(override).max(50).optional().describe('Days on which other hours hold.'),
  inherits: z.array(said).max(3).optional().describe('Hours whose overrides hold for these as well.'),
});

/** What a queue does beyond Amazon Connect; each part is off unless it is set. */
const extras = z.strictObject({
  machine: z.enum(['asAmazon', 'retry', 'close']).optional().describe('What an agent’s word that a machine answered leads to: nothing, another try, or the end of the promise.'),
  retryRules: z.partialRecord(z.enum(['noAnswer', 'networkNoAnswer', 'busy', 'invalidNumber', 'blocked', 'networkFault', 'customerLeftWhisper', 'agentCanceled', 'reachedMachine']), z.strictObject({
    attempts: z.int().min(1).max(1000).nullable().optional().describe('Dials in all; null or absent: as many as the callback has.'),
    gapSeconds: secondsSpan.nullable().optional().describe('Before the next dial; null or absent: the gap of the callback.'),
  })).optional().describe('By outcome of a dial: tried again, how often and when.'),
  callingWindow: z.array(z.strictObject({ day: weekday.optional(), days: z.array(weekday).min(1).optional(), from: clockTime, to: clockTime })).nullable().optional()
    .describe('When customers may be called, by their own clocks; without day or days: every day.'),
  duplicates: z.enum(['allow', 'merge', 'refuse']).optional().describe('A second request of one number while the first is open.'),
  rejectCoolDownSeconds: secondsSpan.optional().describe('How long a contact is kept from the agent who rejected it.'),
});

const queue = z.strictObject({
  name: said,
  hours: said.nullable().optional(),
  status: z.enum(['ENABLED', 'DISABLED']).optional(),
  maxContacts: count.nullable().optional().describe('null: no limit; 0: acts full.'),
  outboundCallerId: phoneNumber.nullable().optional(),
  outboundCallerIdName: said.nullable().optional(),
  outboundWhisper: whisper.describe('What the customer hears who picks up a callback, before the join.'),
  agentWhisper: whisper.describe('What the agent hears on accepting a contact of this queue.'),
  customerQueueFlow: said.nullable().optional().describe('What runs while a contact waits here and its flow set nothing else.'),
  extras: extras.optional().describe('What goes beyond Amazon Connect.'),
});

const routingProfile = z.strictObject({
  name: said,
  queues: z.array(z.strictObject({ queue: said, priority: z.int().min(1).optional().describe('1 is first.'), delaySeconds: secondsSpan.optional() })).optional(),
  defaultOutboundQueue: said.nullable().optional(),
  agentAvailabilityTimer: z.enum(['TIME_SINCE_LAST_ACTIVITY', 'TIME_SINCE_LAST_INBOUND']).optional(),
});

const agent = z.strictObject({
  username: said,
  firstName: z.string().optional(),
  lastName: z.string().optional(),
  routingProfile: said.optional(),
  afterContactWorkSeconds: secondsSpan.optional().describe('0: no limit.'),
  callbackAfterContactWorkSeconds: secondsSpan.nullable().optional().describe('For callbacks, where it differs.'),
  autoAccept: z.boolean().optional().describe('Takes ordinary contacts without a click; never callbacks.'),
  callbackAutoAccept: z.boolean().optional(),
});

const flow = z.strictObject({
  name: said,
  type: flowType.optional().describe('Absent: what the file says.'),
  file: said.describe('A file in the flow language, beside the scenario or among its files.'),
  description: z.string().optional(),
  mapping: z.record(z.string(), said).optional().describe('A reference as the file has it → the name of what it stands for here.'),
});

const flowModule = z.strictObject({
  name: said,
  file: said.describe('A file in the flow language whose actions end with Return (EndFlowModuleExecution).'),
  description: z.string().optional(),
  mapping: z.record(z.string(), said).optional().describe('A reference as the file has it → the name of what it stands for here.'),
});

/** What stands in for a Lambda function: exactly one of returns, fails and timesOut. */
const lambda = z.strictObject({
  arn: said.describe('As flows name the function.'),
  name: said.optional().describe('Absent: the name in the ARN. Flows that name the function under another account find it by this.'),
  delaySeconds: z.number().min(0).max(60).optional().describe('How long it takes before it returns or fails.'),
  returns: z.record(z.string(), z.unknown()).optional().describe('What $.External holds afterwards: at most 32 KB of JSON.'),
  fails: said.optional().describe('Why it fails, in words: the error branch is taken.'),
  timesOut: z.literal(true).optional().describe('It never answers: the error branch is taken at the limit of the flow.'),
});

const policy = z.strictObject({
  queueDuration: z.enum(['seed', 'enqueueToDequeue']).optional(),
  dequeueMoment: z.enum(['accept', 'offer']).optional(),
  dialMoment: z.enum(['afterAgentWhisper', 'atAccept']).optional(),
  connectedToSystem: z.enum(['customerAnswers', 'dialStarts']).optional(),
  maximumConnectionAttemptsMeans: z.enum(['retries', 'total']).optional(),
  retryWaitIsScheduled: z.boolean().optional(),
  callbackOrdering: z.enum(['originalStart', 'ownEnqueue']).optional(),
  retriedOutcomes: z.array(z.enum(['noAnswer', 'networkNoAnswer', 'busy', 'invalidNumber', 'blocked', 'networkFault', 'customerLeftWhisper'])).optional(),
  afterFailedAttempt: z.enum(['error', 'afterContactWork', 'free']).optional(),
  hoursHoldBackCallbacks: z.boolean().optional(),
  callbackAttempts: z.enum(['followedByRetry', 'everyUnanswered']).optional(),
  countCallbackLegsAsAbandoned: z.boolean().optional(),
  creationFlow: z.enum(['afterDelay', 'atOnce']).optional(),
  scheduledTakesRoom: z.boolean().optional(),
  rejectShownAs: z.enum(['MISSED', 'REJECTED']).optional(),
  connectionAttempts: z.enum(['offers', 'accepts']).optional(),
  callbackSystemEndpoint: z.enum(['callerId', 'softphone']).optional(),
  callbackAutoAccept: z.enum(['ownFlag', 'voiceFlag']).optional(),
  metricDataAge: z.enum(['milliseconds', 'seconds']).optional(),
  entryTimeout: z.enum(['success', 'invalidNumber']).optional(),
  withoutCallerId: z.enum(['refuse', 'anonymous']).optional(),
  dialedContactsCountFor: z.enum(['recordsQueue', 'outboundQueue']).optional(),
  offerSeconds: secondsSpan.optional(),
  ringSeconds: secondsSpan.optional(),
  whisperMaxSeconds: secondsSpan.optional(),
  callbackLifeSeconds: secondsSpan.optional(),
  routingChangeLagSeconds: secondsSpan.optional(),
  capacityBuffer: z.number().min(1).max(10).optional().describe('1.2: delayed callbacks may overfill a queue by a fifth.'),
});

const callback = z.strictObject({
  queue: said.nullable().optional().describe('Absent: the queue in which the customer waits.'),
  initialDelaySeconds: secondsSpan.max(259_200).optional(),
  retries: count.max(1000).optional(),
  retryDelaySeconds: secondsSpan.max(259_200).optional(),
  callerId: phoneNumber.nullable().optional(),
  agentWhisper: whisper,
});

/** What is configured. Laid over a base: parts and fields that are absent keep the base's values, lists are joined by name. */
export const instanceSchema = z.strictObject({
  base: z.enum(['demo', 'empty']).optional().describe('"empty" starts from nothing; absent: laid over the demo instance.'),
  name: said.optional(),
  country: country.optional(),
  timeZone: said.optional(),
  dialableCountries: z.array(z.string().regex(/^[A-Z]{2}(-mobile)?$/, 'is no country: write its two capital letters, such as "US"')).optional(),
  hours: z.array(hours).optional(),
  prompts: z.array(z.strictObject({ name: said, say: z.string().optional(), seconds: secondsSpan, kind: z.enum(['speech', 'music', 'silence']).optional() })).optional(),
  queues: z.array(queue).optional(),
  routingProfiles: z.array(routingProfile).optional(),
  statuses: z.array(z.strictObject({ name: said, type: z.enum(['ROUTABLE', 'CUSTOM', 'OFFLINE']).optional(), state: z.enum(['ENABLED', 'DISABLED']).optional().describe('DISABLED: a custom status that is picked no more.') })).optional(),
  agents: z.array(agent).optional(),
  flows: z.array(flow).optional(),
  modules: z.array(flowModule).optional(),
  lambdas: z.array(lambda).optional(),
  numbers: z.array(z.strictObject({
    number: phoneNumber,
    flow: said.nullable().optional(),
    queue: said.optional().describe('Instead of a flow: whoever calls waits in this queue at once.'),
    description: z.string().optional(),
  })).optional(),
  customers: z.array(z.strictObject({ number: phoneNumber, name: said, reason: said.nullable().optional() })).optional(),
  defaultFlows: z.partialRecord(flowType, said).optional().describe('The flow used where a hook is unset, by type.'),
  callback: callback.nullable().optional(),
  policy: policy.optional(),
});

export type InstanceSpec = z.infer<typeof instanceSchema>;
export type LambdaSpec = z.infer<typeof lambda>;
export type ExtrasSpec = z.infer<typeof extras>;
export type WhisperSpec = z.infer<typeof whisper>;
