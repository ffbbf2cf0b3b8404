import { asE164, type E164 } from '../core/e164.ts';
import { idFromName, type AgentId, type FlowId, type HoursId, type InstanceId, type QueueId, type RoutingProfileId, type StatusId } from '../core/ids.ts';
import { durationMs, seconds } from '../core/time.ts';
import type { PhoneNumberRules } from '../ports.ts';
import type { AgentConfig, CallbackSettings, HoursOverride, Instance, QueueConfig, RoutingProfile, Weekday } from '../tenant/model.ts';
import type { QueueExtras } from '../tenant/extras.ts';
import { defaultPolicy, type Policy } from '../tenant/policy.ts';
import { Chance } from './chance.ts';
import { flowId, queueId } from './flow-builder.ts';
import { flowsOf } from './flows.ts';
import type { SwarmOptions } from './options.ts';
import { lambdasOf, modulesOf, transferDefaults } from './outside-flows.ts';

/** Names are asked for at every step, so they are worked out once. */
function remembered<T>(make: (index: number) => T): (index: number) => T {
  const known: T[] = [];
  return (index) => (known[index] ??= make(index));
}

export const agentIdAt = remembered((index): AgentId => idFromName('agent', `agent${index}`) as AgentId);
export const customerAt = remembered((index): E164 => asE164(`+1206555${String(1000 + index)}`));
/** The other way round. */
export const customerIndex = (number: E164): number => Number(number.slice(-4)) - 1000;
/** Numbers that can be called: the last one has no flow. */
export const numberAt = (index: number): E164 => asE164(`+1800555019${index}`);
export const NUMBERS = 3;
const profileId = remembered((index): RoutingProfileId => idFromName('routing-profile', `P${index}`) as RoutingProfileId);
/** Available, Break, Lunch, Offline. */
export const statusIds = ['Available', 'Break', 'Lunch', 'Offline'].map((name) => idFromName('status', name) as StatusId);
const always = idFromName('hours', 'Always') as HoursId;
const office = idFromName('hours', 'Office') as HoursId;
const OFFICE_DAYS: readonly Weekday[] = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'];
/** The days on which seeds begin: 2024-01-10, a Wednesday, and 1970-01-01, a Thursday. */
export const FIRST_DAYS = [{ day: 19_732, weekday: 'WEDNESDAY', opensAtMinute: 660 }, { day: 0, weekday: 'THURSDAY', opensAtMinute: 10 }] as const;
/** On its first day the office opens at another time, closes at six and is shut from twelve to one; the day after is a holiday. */
const OTHER_DAYS: readonly HoursOverride[] = FIRST_DAYS.flatMap(({ day, weekday, opensAtMinute }) => [
  { name: `early on ${day}`, type: 'OPEN', fromDay: day, tillDay: day, slices: [{ day: weekday, startMinute: opensAtMinute, endMinute: 1080 }], recurs: null },
  { name: `lunch on ${day}`, type: 'CLOSED', fromDay: day, tillDay: day, slices: [{ day: weekday, startMinute: 720, endMinute: 780 }], recurs: null },
  { name: `after ${day}`, type: 'CLOSED', fromDay: day + 1, tillDay: day + 1, slices: [], recurs: null },
]);
/** Seven hours behind, as the zone of some customers. */
export const WEST_MS = -25_200_000;

const ZONES = [{ zone: 'UTC', changes: [] }, null, { zone: 'West', changes: [{ fromMs: 0, offsetMs: WEST_MS }] }, null];

/** Ten digits of North America are numbers; +447… is a number that may not be dialed. */
export const simNumbers: PhoneNumberRules = {
  parse: (text, format) => {
    const number = format === 'Local' && !text.startsWith('+') ? `+1${text}` : text;
    return /^\+1\d{10}$|^\+447\d{9}$/.test(number) ? { ok: true, e164: asE164(number) } : { ok: false };
  },
  isDialable: (number) => !number.startsWith('+44'),
  // Every second customer lives in a zone that is known, every fourth in one far away.
  zoneOf: (number) => ZONES[Number(number.at(-1)) % 4] ?? null,
};

/** The configuration of a seed; another variant keeps the people and things and changes how they are set up. */
export function instanceOf(seed: number, options: SwarmOptions, variant: number): Instance {
  const chance = new Chance(seed, `instance/${variant}`);
  // Drawn apart, so that what came later into the world has moved nothing that was drawn before.
  const turns = new Chance(seed, `turns/${variant}`);
  // The first variant has the plain names; in every other one all things are called anew.
  const called = (name: string): string => (variant === 0 ? name : `${name} v${variant}`);
  const queues = Array.from({ length: options.queues }, (_, index) => queueOf(chance, options, index)).map((queue) => ({ ...queue, name: called(queue.name) }));
  return {
    id: idFromName('instance', 'sim') as InstanceId,
    name: 'sim',
    country: 'US',
    timeZone: 'UTC',
    dialableCountries: ['US'],
    hours: [
      { id: always, name: 'Always', zone: { zone: 'UTC', changes: [] }, open: '24x7' },
      { id: office, name: 'Office', zone: { zone: 'UTC', changes: [] }, open: OFFICE_DAYS.map((day) => ({ day, startMinute: 9 * 60, endMinute: 17 * 60 })), ...(turns.flip(0.5) ? { overrides: OTHER_DAYS } : {}) },
    ],
    queues,
    routingProfiles: Array.from({ length: options.profiles }, (_, index) => profileOf(chance, options, index)).map((profile) => ({ ...profile, name: called(profile.name) })),
    statuses: statusIds.map((id, index) => ({ id, name: `status${index}`, type: index === 0 ? 'ROUTABLE' : index === 3 ? 'OFFLINE' : 'CUSTOM', ...(turns.flip(0.1) ? { state: 'DISABLED' as const } : {}) })),
    agents: Array.from({ length: options.agents }, (_, index) => agentOf(chance, options, index)).map((agent) => ({ ...agent, username: called(agent.username) })),
    prompts: [],
    flows: flowsOf(chance, options, 0),
    numbers: Array.from({ length: NUMBERS }, (_, index) => ({ number: numberAt(index), description: '', flowId: index === 2 ? null : flowId(index === 0 ? 'inbound a' : 'inbound b') })),
    customers: [],
    modules: modulesOf(chance, options),
    lambdas: lambdasOf(chance, options),
    defaultFlows: {
      ...(options.queueFlows ? { CUSTOMER_QUEUE: flowId('interruptible') } : {}),
      ...(chance.flip(0.7) ? { AGENT_WHISPER: flowId('agent whisper') } : {}),
      ...(chance.flip(0.5) ? { CUSTOMER_WHISPER: flowId('customer whisper') } : {}),
      ...(chance.flip(0.5) ? { CUSTOMER_HOLD: flowId('hold') } : {}),
      ...(chance.flip(0.5) ? { AGENT_HOLD: flowId('agent hold') } : {}),
      ...transferDefaults(chance, options),
    },
    callback: settingsOf(chance, options),
    extras: options.extras ? Object.fromEntries(queues.map(({ id }) => [id, extrasOf(chance)])) : {},
    policy: {
      ...defaultPolicy,
      callbackLifeMs: durationMs(options.lifeMs),
      maximumConnectionAttemptsMeans: chance.flip(0.8) ? 'retries' : 'total',
      queueDuration: chance.flip(0.8) ? 'seed' : 'enqueueToDequeue',
      ...(options.otherDecisions ? otherDecisions(chance) : {}),
      ...(options.officeHours ? { hoursHoldBackCallbacks: chance.flip(0.7) } : {}),
    },
  };
}

/** A flow of the seed with other content than before: what runs in it may lose the ground under its feet. */
export function flowVariant(seed: number, options: SwarmOptions, flow: number, variant: number): Instance['flows'][number] | undefined {
  const flows = flowsOf(new Chance(seed, `flows/${variant}`), options, variant);
  return flows[flow % flows.length];
}

/** Flows that may be assigned to a queue for those who wait. */
export const queueFlows: readonly FlowId[] = ['interruptible', 'moving', 'restless'].map(flowId);

/** The register of decisions, each one drawn for itself (spec §11). */
function otherDecisions(chance: Chance): Partial<Policy> {
  return {
    connectedToSystem: chance.pick(['customerAnswers', 'dialStarts']),
    callbackOrdering: chance.pick(['originalStart', 'ownEnqueue']),
    afterFailedAttempt: chance.pick(['error', 'afterContactWork', 'free']),
    creationFlow: chance.pick(['afterDelay', 'atOnce']),
    scheduledTakesRoom: chance.flip(0.5),
    callbackAutoAccept: chance.pick(['ownFlag', 'voiceFlag']),
    entryTimeout: chance.pick(['success', 'invalidNumber']),
    withoutCallerId: chance.pick(['refuse', 'anonymous']),
    routingChangeLagMs: seconds(chance.pick([0, 1, 60])),
    dequeueMoment: chance.pick(['accept', 'offer']),
    dialMoment: chance.pick(['afterAgentWhisper', 'atAccept']),
    retryWaitIsScheduled: chance.flip(0.5),
    retriedOutcomes: chance.pick([defaultPolicy.retriedOutcomes, ['noAnswer'], ['noAnswer', 'networkNoAnswer', 'busy', 'networkFault', 'customerLeftWhisper'], []]),
    callbackAttempts: chance.pick(['followedByRetry', 'everyUnanswered']),
    countCallbackLegsAsAbandoned: chance.flip(0.5),
    capacityBuffer: chance.pick([1, 1.2, 1.5]),
    rejectShownAs: chance.pick(['MISSED', 'REJECTED']),
    connectionAttempts: chance.pick(['offers', 'accepts']),
    callbackSystemEndpoint: chance.pick(['callerId', 'softphone']),
    metricDataAge: chance.pick(['milliseconds', 'seconds']),
    offerMs: seconds(chance.pick([20, 20, 5])),
    ringMs: seconds(chance.pick([60, 60, 30])),
    whisperMaxMs: seconds(chance.pick([120, 120, 10])),
    dialedContactsCountFor: chance.pick(['recordsQueue', 'outboundQueue']),
  };
}

/** Outcomes for which a queue may have a rule of its own. */
const RULED = ['busy', 'noAnswer', 'agentCanceled', 'customerLeftWhisper', 'reachedMachine'] as const;

function extrasOf(chance: Chance): QueueExtras {
  const day = (day: Weekday) => ({ day, startMinute: 9 * 60, endMinute: 17 * 60 });
  return {
    machine: chance.pick(['asAmazon', 'retry', 'close']),
    retryRules: chance.flip(0.5) ? Object.fromEntries(RULED.filter(() => chance.flip(0.5)).map((cause) => [cause, { attemptsMax: chance.pick([null, 1, 4]), gapMs: chance.pick([null, seconds(1), seconds(300)]) }])) : {},
    callingWindow: chance.flip(0.3) ? [day('MONDAY'), day('WEDNESDAY'), day('THURSDAY')] : null,
    duplicates: chance.pick(['allow', 'merge', 'refuse']),
    rejectCoolDownMs: seconds(chance.pick([0, 1, 30, 600])),
  };
}

function queueOf(chance: Chance, options: SwarmOptions, index: number): QueueConfig {
  return {
    id: queueId(index),
    name: `Q${index}`,
    hoursId: chance.flip(options.officeHours ? 0.6 : 0) ? office : always,
    status: chance.flip(0.05) ? 'DISABLED' : 'ENABLED',
    maxContacts: options.capacity && chance.flip(0.7) ? chance.int(0, 12) : null,
    outboundCallerId: chance.flip(0.97) ? numberAt(0) : null,
    outboundCallerIdName: null,
    outboundWhisperFlowId: chance.flip(0.8) ? flowId('outbound whisper') : null,
    customerQueueFlowId: chance.flip(options.queueFlows ? 0.4 : 0.15) ? flowId(options.loopingFlows && chance.flip(0.3) ? 'restless' : chance.pick(['interruptible', 'moving'])) : null,
    agentWhisperFlowId: chance.flip(0.2) ? flowId('agent whisper') : null,
  };
}

function profileOf(chance: Chance, options: SwarmOptions, index: number): RoutingProfile {
  const served: QueueId[] = Array.from({ length: options.queues }, (_, queue) => queueId(queue)).filter(() => chance.flip(0.8));
  return {
    id: profileId(index),
    name: `P${index}`,
    entries: served.map((id) => ({
      queueId: id,
      priority: chance.int(1, 3),
      delayMs: options.delays && chance.flip(0.5) ? seconds(chance.pick([1, 20, 20, 80])) : seconds(0),
    })),
    defaultOutboundQueueId: chance.flip(0.9) ? queueId(chance.int(0, options.queues - 1)) : null,
    agentAvailabilityTimer: options.otherDecisions && chance.flip(0.5) ? 'TIME_SINCE_LAST_INBOUND' : 'TIME_SINCE_LAST_ACTIVITY',
  };
}

function agentOf(chance: Chance, options: SwarmOptions, index: number): AgentConfig {
  return {
    id: agentIdAt(index),
    username: `agent${index}`,
    firstName: '',
    lastName: '',
    routingProfileId: profileId(chance.int(0, options.profiles - 1)),
    afterContactWorkMs: options.workLimits ? seconds(chance.pick([0, 1, 10, 30])) : seconds(0),
    callbackAfterContactWorkMs: options.workLimits && chance.flip(0.5) ? seconds(chance.pick([0, 5, 20])) : null,
    autoAccept: options.autoAccept && chance.flip(0.7),
    callbackAutoAccept: options.autoAccept && chance.flip(0.7),
  };
}

function settingsOf(chance: Chance, options: SwarmOptions): CallbackSettings | null {
  if (chance.flip(0.05)) return null;
  return {
    queueId: chance.flip(0.3) ? null : queueId(chance.int(0, options.queues - 1)),
    initialDelayMs: seconds(chance.pick([0, 1, 20, 99, 600])),
    retries: chance.int(0, 3),
    retryDelayMs: seconds(chance.pick([0, 1, 20, 60, 600])),
    callerId: chance.flip(0.2) ? numberAt(1) : null,
    agentWhisperFlowId: chance.flip(0.3) ? flowId('agent whisper') : null,
  };
}
