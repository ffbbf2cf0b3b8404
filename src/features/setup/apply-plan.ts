import type { Say } from '../../text/use-text.ts';
import type { ExistingSetup } from './existing.ts';
import { existingSetups } from './existing.ts';
import type { Flow, FlowType, Instance, Queue, SetupBench } from './instance.ts';
import type { OfferThings } from './offer-flow.ts';
import { inboundFlow, waitingFlow, whisperFlow } from './offer-flow.ts';
import type { Plan } from './plan.ts';
import type { Named, TemplatePart } from './template.ts';

/** The instance with the plan in it, or why it cannot be: things that went away meanwhile, or a flow that cannot run. */
export type Applied =
  | { readonly ok: true; readonly instance: Instance; readonly made: Flow['id'] }
  | { readonly ok: false; readonly why: 'profileGone' | 'queueGone' }
  | { readonly ok: false; readonly why: 'flowCannotRun'; readonly flow: string; readonly faults: readonly string[] };

/** Lays the plan over the instance: queue, profile, flows, number. Nothing else is touched; a number that led here before still does. */
export function applyPlan(plan: Plan, present: Instance, bench: SetupBench, t: Say): Applied {
  const existing = existingSetups(present).find(({ inbound }) => inbound.id === plan.changes) ?? null;
  const profile = present.routingProfiles.find(({ id }) => id === plan.profileId);
  if (profile === undefined) return { ok: false, why: 'profileGone' };
  const ids = chooseIds(plan, present, bench, existing);
  const queueNamed: Named = { id: ids.queue, name: plan.queueName };
  const waitingQueue = plan.waitingQueueId === null ? queueNamed : present.queues.find(({ id }) => id === plan.waitingQueueId);
  if (waitingQueue === undefined) return { ok: false, why: 'queueGone' };
  const withQueue = withNumber(withQueueIn(present, plan, bench, ids, existing), plan, bench, ids.inbound);
  const added = addFlows(withQueue, filesOf(plan, present, ids, { queueNamed, waitingQueue }, t), bench);
  if (!added.ok) return added;
  return { ok: true, made: ids.inbound, instance: added.instance };
}

interface Ids {
  readonly queue: Queue['id'];
  readonly inbound: Flow['id'];
  readonly parts: Readonly<Record<Exclude<TemplatePart, 'inbound'>, Named & { readonly id: Flow['id'] }>>;
}

/** What was there keeps its ids and the names of its parts; what is new takes free ones. */
function chooseIds(plan: Plan, { queues, flows }: Instance, bench: SetupBench, existing: ExistingSetup | null): Ids {
  const inbound = existing?.inbound.id ?? free(plan.flowName, bench.flowId, flows);
  const part = (which: Exclude<TemplatePart, 'inbound'>, title: string) => {
    const there = existing?.parts[which];
    if (there !== undefined) return { id: there.id, name: there.name };
    const name = freeName(`${plan.flowName.slice(0, 100)} – ${title}`, flows);
    return { id: free(name, bench.flowId, flows), name };
  };
  return {
    queue: existing?.queue?.id ?? free(plan.queueName, bench.queueId, queues),
    inbound,
    parts: { waiting: part('waiting', 'waiting'), customerWhisper: part('customerWhisper', 'to the customer'), agentWhisper: part('agentWhisper', 'to the agent') },
  };
}

/** An id made of the name; a thing renamed since may still hold that one, so numbers are put behind until it is free. */
function free<Id extends string>(name: string, idOf: (name: string) => Id, taken: readonly { readonly id: string }[]): Id {
  for (let more = 1; ; more += 1) {
    const id = idOf(more === 1 ? name : `${name} #${more}`);
    if (!taken.some((each) => each.id === id)) return id;
  }
}

function freeName(name: string, taken: readonly Named[]): string {
  for (let more = 1; ; more += 1) {
    const tried = more === 1 ? name : `${name} ${more}`;
    if (!taken.some((each) => each.name === tried)) return tried;
  }
}

function withQueueIn(present: Instance, plan: Plan, bench: SetupBench, ids: Ids, existing: ExistingSetup | null): Instance {
  const before = existing?.queue ?? null;
  const ownWhisper = before?.outboundWhisperFlowId ?? null;
  const queue: Queue = {
    ...(before ?? { maxContacts: null, status: 'ENABLED', customerQueueFlowId: null, agentWhisperFlowId: null }),
    id: ids.queue,
    name: plan.queueName,
    hoursId: present.hours.find(({ id }) => id === plan.hoursId)?.id ?? null,
    outboundCallerId: bench.number(plan.callerNumber),
    outboundCallerIdName: plan.callerName,
    // A whisper that the guide did not make stays until the guide is asked for one.
    outboundWhisperFlowId: plan.customerWhisper !== null ? ids.parts.customerWhisper.id : ownWhisper === ids.parts.customerWhisper.id ? null : ownWhisper,
  };
  const previous = existing === null ? undefined : present.routingProfiles.find(({ entries }) => entries.some(({ queueId }) => queueId === ids.queue));
  const entry = { queueId: ids.queue, priority: plan.priority, delayMs: bench.seconds(plan.delaySeconds) };
  return {
    ...present,
    queues: before === null ? [...present.queues, queue] : present.queues.map((each) => (each.id === queue.id ? queue : each)),
    routingProfiles: present.routingProfiles.map((profile) => {
      const others = profile.entries.filter(({ queueId }) => queueId !== ids.queue);
      if (profile.id === plan.profileId) return { ...profile, entries: [...others, entry] };
      return profile === previous ? { ...profile, entries: others } : profile;
    }),
  };
}

function withNumber(present: Instance, { number, numberFor }: Plan, bench: SetupBench, flowId: Flow['id']): Instance {
  const claimed = present.numbers.some((each) => each.number === number);
  const numbers = claimed
    ? present.numbers.map((each) => (each.number === number ? { ...each, flowId } : each))
    : [...present.numbers, { number: bench.number(number), description: numberFor, flowId }];
  return { ...present, numbers };
}

interface FlowToAdd extends Named {
  readonly id: Flow['id'];
  readonly type: FlowType;
  readonly description: string;
  readonly file: string;
}

/** The files, those first that others name. */
function filesOf(plan: Plan, present: Instance, ids: Ids, queues: { readonly queueNamed: Named; readonly waitingQueue: Named }, t: Say): readonly FlowToAdd[] {
  const { parts } = ids;
  const atOnce = plan.offered === 'atOnce';
  const usual = present.flows.find(({ id }) => id === present.defaultFlows.CUSTOMER_QUEUE) ?? null;
  const things: OfferThings = {
    of: ids.inbound,
    callbackQueue: queues.queueNamed,
    waitingQueue: queues.waitingQueue,
    // Who was asked at once is not asked again while waiting, whatever else that queue offers.
    waitingFlow: atOnce ? usual : parts.waiting,
    agentWhisper: plan.agentWhisper === null ? null : parts.agentWhisper,
    music: present.prompts.find(({ kind }) => kind === 'music') ?? null,
    country: present.country,
    attempts: present.policy.maximumConnectionAttemptsMeans === 'retries' ? plan.retries : plan.retries + 1,
    says: { notDialable: t('setup.says.notDialable'), failed: t('setup.says.failed'), full: t('setup.says.full'), sorry: t('setup.says.sorry') },
    describes: { inbound: t('setup.describes.inbound'), waiting: t('setup.describes.waiting') },
  };
  const whisper = (which: 'customerWhisper' | 'agentWhisper', type: FlowType, text: string | null): readonly FlowToAdd[] => {
    if (text === null) return [];
    const { id, name } = parts[which];
    const description = t(`setup.describes.${which}`);
    return [{ id, name, type, description, file: whisperFlow(which, text, { name, description, of: ids.inbound, queue: ids.queue }) }];
  };
  return [
    ...whisper('customerWhisper', 'OUTBOUND_WHISPER', plan.customerWhisper),
    ...whisper('agentWhisper', 'AGENT_WHISPER', plan.agentWhisper),
    ...(atOnce ? [] : [{ ...parts.waiting, type: 'CUSTOMER_QUEUE' as const, description: things.describes.waiting, file: waitingFlow(plan, parts.waiting.name, things) }]),
    { id: ids.inbound, name: plan.flowName, type: 'CONTACT_FLOW', description: things.describes.inbound, file: inboundFlow(plan, things) },
  ];
}

function addFlows(present: Instance, toAdd: readonly FlowToAdd[], bench: SetupBench): Extract<Applied, { readonly why: 'flowCannotRun' }> | { readonly ok: true; readonly instance: Instance } {
  let instance = present;
  for (const { id, name, type, description, file } of toAdd) {
    const read = bench.readFlow(file, type, instance);
    if (!read.ok) return { ok: false, why: 'flowCannotRun', flow: name, faults: read.faults };
    const flow: Flow = { id, name, type, description, content: read.content, mapping: read.mapping };
    instance = { ...instance, flows: [...instance.flows.filter((each) => each.id !== id), flow] };
  }
  return { ok: true, instance };
}
