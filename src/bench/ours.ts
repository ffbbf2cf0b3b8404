import {
  asE164, createEngine, defaultPolicy, durationMs, epochMs, idFromName, must, parseFlow, seconds,
  type AgentId, type CommandId, type Commit, type DialBehavior, type Engine, type FlowId, type FlowResource, type FlowType,
  type Instance, type InstanceId, type PhoneNumberRules, type PromptId, type QueueId, type RoutingProfileId, type StatusId,
} from '../engine/index.ts';
import { ANSWERS_AFTER, ATTEMPTS_MAX, CUSTOMER_WHISPER, DELAY, GAP, GIVES_UP_AFTER, WHISPER, WORK, type Outcome, type Workload } from './workload.ts';

export const queueId = idFromName('queue', 'Callbacks') as QueueId;
const profileId = idFromName('routing-profile', 'Bench') as RoutingProfileId;
export const available = idFromName('status', 'Available') as StatusId;
const offline = idFromName('status', 'Offline') as StatusId;

/** Every number is a number: the numbering plan is not what is measured. */
export const everyNumber: PhoneNumberRules = {
  parse: (text) => ({ ok: true, e164: asE164(text) }),
  isDialable: () => true,
  zoneOf: () => null,
};

/** What our engine made of the work, and what it cost in facts. */
export interface OurOutcome extends Outcome {
  readonly facts: number;
  readonly commits: readonly Commit[];
  readonly engine: Engine;
}

/** The same work through the whole engine: requests, flows, offers, lines, records and every journal event kept. */
export function runOurs(work: Workload, keep = true): OurOutcome {
  const engine = createEngine({ seed: 1, startsAtMs: epochMs(0), instance: instanceFor(work.agents), phoneNumbers: everyNumber });
  const kept: Commit[] = keep ? [engine.genesis] : [];
  let facts = 0;
  let count = 0;
  const take = (commits: readonly Commit[]): void => {
    for (const commit of commits) {
      facts += commit.events.length;
      if (keep) kept.push(commit);
    }
  };
  const send = (atMs: number, command: Parameters<Engine['command']>[1]['command']): void => {
    count += 1;
    take(engine.command(epochMs(atMs), { id: `b${count}` as CommandId, by: { role: 'lab' }, command }).commits);
  };
  for (const { id } of engine.center.config.instance.agents) send(0, { type: 'agent.setStatus', agentId: id, statusId: available });
  for (let i = 0; i < work.contacts; i++) {
    const atMs = Math.round((work.arrivals[i] ?? 0) * 1000);
    const number = asE164(`+1${2_000_000_000 + i}`);
    send(atMs, { type: 'customer.behave', number, whenCalled: planOf(work, i), talksForMs: durationMs(Math.round((work.talk[i] ?? 0) * 1000)) });
    send(atMs, {
      type: 'callback.request', number, queueId, attributes: {},
      initialDelayMs: seconds(DELAY), retries: ATTEMPTS_MAX - 1, retryDelayMs: seconds(GAP),
    });
  }
  for (let due = engine.nextDueAtMs(); due !== null; due = engine.nextDueAtMs()) take(engine.advanceTo(due));
  return { ...outcomeOf(engine), facts, commits: kept, engine };
}

const vain: DialBehavior = { does: 'networkNoAnswer', afterMs: seconds(GIVES_UP_AFTER) };
const answered: DialBehavior = { does: 'answers', afterMs: seconds(ANSWERS_AFTER), hangsUpAfterMs: null };
/** What phones do, by the dial that is answered; the last entry repeats. */
const PLANS: readonly (readonly DialBehavior[])[] = [[vain], ...Array.from({ length: ATTEMPTS_MAX }, (_, before) => [...Array.from({ length: before }, () => vain), answered])];

const planOf = (work: Workload, contact: number): readonly DialBehavior[] => must(PLANS[work.answeredAt[contact] ?? 0], 'a plan');

/** The figures of the golden table, read off the center's contacts. */
function outcomeOf({ center }: Engine): Outcome {
  let [entries, waits, maxWait, connected, failed] = [0, 0, 0, 0, 0];
  for (const { queue, agent, callback, nextContactId } of center.contacts.values()) {
    if (!queue || queue.dequeuedAtMs === null) continue;
    entries += 1;
    const waited = (queue.dequeuedAtMs - queue.enqueuedAtMs) / 1000;
    waits += waited;
    if (waited > maxWait) maxWait = waited;
    if ((agent?.connectedAtMs ?? null) !== null) connected += 1;
    else if (callback && nextContactId === null) failed += 1;
  }
  return { events: scheduledEvents(center), entries, meanWait: waits / entries, maxWait, connected, failed, end: center.nowMs / 1000 };
}

/** The deadlines of the work itself: an arrival, and per leg its delay, whisper, answer or not, message, talk and wrap-up. */
function scheduledEvents(center: Engine['center']): number {
  let events = 0;
  for (const { agent, callback } of center.contacts.values()) {
    const arrival = callback?.attempt === 1 ? 1 : 0;
    events += arrival + ((agent?.connectedAtMs ?? null) === null ? 3 : 6);
  }
  return events;
}

/** A center with one queue, both whispers and this many agents who take callbacks without a click. */
export function instanceFor(agents: number): Instance {
  const whisper = (name: string, type: FlowType): FlowResource => {
    const parsed = parseFlow(JSON.stringify({
      Version: '2019-10-30', StartAction: 'say', Metadata: {},
      Actions: [
        { Identifier: 'say', Type: 'MessageParticipant', Parameters: { PromptId: name }, Transitions: { NextAction: 'end', Errors: [], Conditions: [] } },
        { Identifier: 'end', Type: 'EndFlowExecution', Parameters: {}, Transitions: {} },
      ],
    }));
    if (!parsed.ok) throw new Error('the flow of the benchmark is a flow');
    return { id: idFromName('flow', name) as FlowId, name, type, description: '', content: parsed.value.content, mapping: {} };
  };
  const prompt = (name: string, length: number): Instance['prompts'][number] => ({ id: idFromName('prompt', name) as PromptId, name, text: name, durationMs: seconds(length), kind: 'speech' });
  const [toAgent, toCustomer] = [whisper('to the agent', 'AGENT_WHISPER'), whisper('to the customer', 'OUTBOUND_WHISPER')];
  return {
    id: idFromName('instance', 'bench') as InstanceId,
    name: 'bench', country: 'US', timeZone: 'UTC', dialableCountries: ['US'], hours: [], customers: [], numbers: [], modules: [], lambdas: [], callback: null, extras: {},
    prompts: [prompt('to the agent', WHISPER), prompt('to the customer', CUSTOMER_WHISPER)],
    flows: [toAgent, toCustomer],
    queues: [{
      id: queueId, name: 'Callbacks', hoursId: null, status: 'ENABLED', maxContacts: null, outboundCallerId: asE164('+18005550199'), outboundCallerIdName: null,
      outboundWhisperFlowId: toCustomer.id, customerQueueFlowId: null, agentWhisperFlowId: toAgent.id,
    }],
    routingProfiles: [{ id: profileId, name: 'Bench', entries: [{ queueId, priority: 1, delayMs: seconds(0) }], defaultOutboundQueueId: null, agentAvailabilityTimer: 'TIME_SINCE_LAST_ACTIVITY' }],
    statuses: [{ id: available, name: 'Available', type: 'ROUTABLE' }, { id: offline, name: 'Offline', type: 'OFFLINE' }],
    agents: Array.from({ length: agents }, (_, index) => ({
      id: idFromName('agent', `a${index}`) as AgentId, username: `a${index}`, firstName: 'A', lastName: String(index), routingProfileId: profileId,
      afterContactWorkMs: seconds(WORK), callbackAfterContactWorkMs: null, autoAccept: true, callbackAutoAccept: true,
    })),
    defaultFlows: {},
    // As the work has it: nobody waits in error, and a retry queues behind everybody.
    policy: { ...defaultPolicy, afterFailedAttempt: 'free', callbackOrdering: 'ownEnqueue' },
  };
}
