import {
  asE164, createEngine, durationMs, epochMs, idFromName, seconds,
  type AgentConfig, type AgentId, type CommandId, type Engine, type Instance, type QueueId, type RoutingProfileId,
} from '../engine/index.ts';
import { bestContact } from '../engine/routing/match.ts';
import { everyNumber, instanceFor } from './ours.ts';
import { sfc } from './workload.ts';

const QUEUES = 50;
const PROFILES = 20;
const AGENTS = 1000;

/** What a number of routing decisions cost, in nanoseconds each. */
export interface RoutingCost {
  readonly decisions: number;
  readonly median: number;
  readonly p99: number;
  readonly most: number;
}

/**
 * One routing decision after another (spec §5.2): which of the waiting contacts an agent who becomes free is offered.
 * Fifty queues, profiles of ten to fifty of them in three tiers with delays, contacts of all priorities; before every
 * hundredth decision a contact goes and another comes, so that the heads of the queues change.
 */
export function measureRouting(waiting: number, decisions: number): RoutingCost {
  const engine = createEngine({ seed: 3, startsAtMs: epochMs(0), instance: crowded(), phoneNumbers: everyNumber });
  const random = sfc(99);
  let count = 0;
  const request = (): void => {
    count += 1;
    const queueId = queueIds[Math.floor(random() * QUEUES)] ?? queueId0;
    const atMs = engine.center.nowMs + 1;
    send(engine, `r${count}`, atMs, {
      type: 'callback.request', number: asE164(`+1${2_000_000_000 + count}`), queueId, attributes: {}, initialDelayMs: durationMs(0), retries: 0, retryDelayMs: seconds(600),
    });
  };
  for (let i = 0; i < waiting; i++) request();
  const agents = engine.center.config.instance.agents;
  const costs = new Float64Array(decisions);
  for (let i = 0; i < decisions; i++) {
    if (i % 100 === 0) {
      const [oldest] = engine.center.openContacts;
      if (oldest) send(engine, `c${i}`, engine.center.nowMs + 1, { type: 'callback.cancel', contactId: oldest });
      request();
    }
    const agentId = agents[Math.floor(random() * AGENTS)]?.id ?? agentId0;
    const began = process.hrtime.bigint();
    const found = bestContact(engine.center, agentId);
    costs[i] = Number(process.hrtime.bigint() - began);
    if (!found) throw new Error('the benchmark has a contact for every agent');
  }
  const sorted = costs.subarray(decisions >> 2).slice().sort();
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { decisions: sorted.length, median: at(0.5), p99: at(0.99), most: at(1) };
}

const queueIds = Array.from({ length: QUEUES }, (_, index) => idFromName('queue', `q${index}`) as QueueId);
const queueId0 = queueIds[0] ?? ('' as QueueId);
const agentId0 = '' as AgentId;

function send(engine: Engine, id: string, atMs: number, command: Parameters<Engine['command']>[1]['command']): void {
  const { reply } = engine.command(epochMs(atMs), { id: id as CommandId, by: { role: 'lab' }, command });
  if (!reply.ok) throw new Error(`the benchmark was refused: ${reply.rejection.code}`);
}

function crowded(): Instance {
  const random = sfc(7);
  const base = instanceFor(0);
  const [queue] = base.queues;
  const [profile] = base.routingProfiles;
  if (!queue || !profile) throw new Error('the instance of the benchmark has a queue and a profile');
  const routingProfiles = Array.from({ length: PROFILES }, (_, index) => ({
    ...profile,
    id: idFromName('routing-profile', `p${index}`) as RoutingProfileId,
    name: `p${index}`,
    entries: queueIds.filter(() => random() < 0.2 + (0.8 * index) / PROFILES).map((queueId) => ({ queueId, priority: 1 + Math.floor(random() * 3), delayMs: seconds(random() < 0.3 ? Math.floor(random() * 5) : 0) })),
  }));
  const agents = Array.from({ length: AGENTS }, (_, index): AgentConfig => ({
    id: idFromName('agent', `a${index}`) as AgentId, username: `a${index}`, firstName: 'A', lastName: String(index), routingProfileId: routingProfiles[index % PROFILES]?.id ?? profile.id,
    afterContactWorkMs: seconds(30), callbackAfterContactWorkMs: null, autoAccept: false, callbackAutoAccept: false,
  }));
  return { ...base, queues: queueIds.map((id, index) => ({ ...queue, id, name: `q${index}` })), routingProfiles, agents };
}

