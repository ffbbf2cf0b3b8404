/*
 * Callbacks that were set up here before, found in the configuration itself: a flow says in its designer's notes from
 * which template it came. What it says and counts is read from its actions, so a change made elsewhere is kept.
 */
import { z } from 'zod';
import type { Draft } from './draft.ts';
import { sameQueue } from './draft.ts';
import type { Flow, Instance, Queue } from './instance.ts';
import { at, template } from './template.ts';
import type { TemplatePart } from './template.ts';

/** A callback that was set up with the guide. */
export interface ExistingSetup {
  readonly inbound: Flow;
  readonly queue: Queue | null;
  readonly parts: Readonly<Partial<Record<Exclude<TemplatePart, 'inbound'>, Flow>>>;
}

const notes = z.object({ ringback: z.object({ template: z.literal(template), part: z.enum(['inbound', 'waiting', 'customerWhisper', 'agentWhisper']), of: z.string(), queue: z.string() }) });

/** The callbacks of this instance that came from the template, in the order of their flows. */
export function existingSetups(instance: Instance): readonly ExistingSetup[] {
  const marked = instance.flows.flatMap((flow) => {
    const read = notes.safeParse(flow.content.source['Metadata']);
    return read.success ? [{ flow, ...read.data.ringback }] : [];
  });
  return marked.filter(({ part, flow, of }) => part === 'inbound' && of === flow.id).map(({ flow, queue }) => {
    const parts = marked.filter(({ of, part }) => of === flow.id && part !== 'inbound').map(({ part, flow }) => [part, flow] as const);
    return { inbound: flow, queue: instance.queues.find(({ id }) => id === queue) ?? null, parts: Object.fromEntries(parts) };
  });
}

/** What would have been typed to get what is there now; what cannot be read stays as in `fresh`. */
export function draftOf(existing: ExistingSetup, instance: Instance, fresh: Draft): Draft {
  const { inbound, queue, parts } = existing;
  const entry = instance.routingProfiles.flatMap(({ id, entries }) => entries.filter(({ queueId }) => queueId === queue?.id).map((each) => ({ profileId: id, ...each })))[0];
  const says = (flow: Flow | undefined, id: string): string | null => textOf(at(flow, id, 'Text'));
  const offerFlow = parts.waiting !== undefined && at(inbound, 'offer', 'Text') === undefined ? parts.waiting : inbound;
  const waitingRef = textOf(at(inbound, 'set-queue', 'QueueId'));
  const waitingQueueId = waitingRef === null ? null : (inbound.mapping[waitingRef] ?? waitingRef);
  const create = (name: string): string | null => textOf(at(offerFlow, 'request-callback', name));
  const number = instance.numbers.find(({ flowId }) => flowId === inbound.id);
  const hasAgentWhisper = at(offerFlow, 'set-agent-whisper', 'EventHooks') !== undefined;
  const hasCustomerWhisper = parts.customerWhisper !== undefined && queue?.outboundWhisperFlowId === parts.customerWhisper.id;
  return {
    ...fresh,
    changes: inbound.id,
    queueName: queue?.name ?? fresh.queueName,
    hoursId: queue?.hoursId ?? '',
    callerName: queue?.outboundCallerIdName ?? '',
    callerNumber: queue?.outboundCallerId ?? '',
    ...(entry === undefined ? {} : { profileId: entry.profileId, priority: String(entry.priority), delay: String(Math.round(entry.delayMs / 1000)) }),
    flowName: inbound.name,
    offered: offerFlow === inbound ? 'atOnce' : 'whileWaiting',
    waitingQueueId: waitingQueueId === null ? fresh.waitingQueueId : waitingQueueId === queue?.id ? sameQueue : waitingQueueId,
    offerEvery: textOf(at(parts.waiting, 'wait', 'InterruptFrequencySeconds')) ?? fresh.offerEvery,
    greeting: says(inbound, 'greet') ?? fresh.greeting,
    waiting: firstText(at(parts.waiting, 'wait', 'Messages')) ?? fresh.waiting,
    offer: says(offerFlow, 'offer') ?? fresh.offer,
    format: isInternational(at(offerFlow, 'ask-number', 'InputValidation')) ? 'E164' : 'Local',
    askNumber: says(offerFlow, 'ask-number') ?? fresh.askNumber,
    notValid: says(offerFlow, 'not-valid') ?? fresh.notValid,
    promise: says(offerFlow, 'promise') ?? fresh.promise,
    ...inUnit(create('InitialCallDelaySeconds'), (initialDelay, initialDelayUnit) => ({ initialDelay, initialDelayUnit })),
    retries: retriesOf(create('MaximumConnectionAttempts'), instance) ?? fresh.retries,
    ...inUnit(create('RetryDelaySeconds'), (gap, gapUnit) => ({ gap, gapUnit })),
    setsQueue: create('QueueId') !== null,
    ...(number === undefined ? {} : { number: number.number, numberFor: number.description }),
    customerWhisperOn: hasCustomerWhisper,
    customerWhisper: says(parts.customerWhisper, 'greet') ?? fresh.customerWhisper,
    agentWhisperOn: hasAgentWhisper,
    agentWhisper: says(parts.agentWhisper, 'tell') ?? fresh.agentWhisper,
  };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : null;
}

const messages = z.array(z.object({ Text: z.string() }).or(z.record(z.string(), z.unknown())));

function firstText(value: unknown): string | null {
  const read = messages.safeParse(value);
  return read.success ? textOf(read.data.find((message) => 'Text' in message)?.['Text']) : null;
}

const phoneValidation = z.object({ PhoneNumberValidation: z.object({ NumberFormat: z.string() }) });

function isInternational(value: unknown): boolean {
  const read = phoneValidation.safeParse(value);
  return read.success && read.data.PhoneNumberValidation.NumberFormat === 'E164';
}

/** Seconds in the largest unit that gives a whole number; nothing when they are no number. */
function inUnit<Fields>(text: string | null, make: (amount: string, unit: Draft['gapUnit']) => Fields): Fields | object {
  const seconds = text === null ? Number.NaN : Number(text);
  if (!Number.isInteger(seconds) || seconds < 0) return {};
  if (seconds > 0 && seconds % 3600 === 0) return make(String(seconds / 3600), 'hours');
  return seconds > 0 && seconds % 60 === 0 ? make(String(seconds / 60), 'minutes') : make(String(seconds), 'seconds');
}

function retriesOf(text: string | null, { policy }: Instance): string | null {
  const count = text === null ? Number.NaN : Number(text);
  if (!Number.isInteger(count) || count < 0) return null;
  return String(policy.maximumConnectionAttemptsMeans === 'retries' ? count : Math.max(0, count - 1));
}
