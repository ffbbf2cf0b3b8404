import type { E164 } from '../core/e164.ts';
import type { AgentId, FlowId, HoursId, PromptId, QueueId, RoutingProfileId, StatusId } from '../core/ids.ts';
import type { DurationMs } from '../core/time.ts';
import { agentQueueOf } from '../queue/agent-queue.ts';
import type {
  AgentConfig, AgentStatus, ClaimedNumber, CustomerProfile, FlowResource, HoursOfOperation, Instance, ProfileEntry,
  Prompt, QueueConfig, RoutingProfile,
} from './model.ts';

/** The instance with its things by id, and what routing asks most often worked out once per change. */
export interface InstanceIndex {
  readonly instance: Instance;
  readonly queues: ReadonlyMap<QueueId, QueueConfig>;
  readonly profiles: ReadonlyMap<RoutingProfileId, RoutingProfile>;
  readonly statuses: ReadonlyMap<StatusId, AgentStatus>;
  readonly agents: ReadonlyMap<AgentId, AgentConfig>;
  /** The queue of each agent. */
  readonly ownQueues: ReadonlyMap<AgentId, QueueId>;
  readonly agentsByUsername: ReadonlyMap<string, AgentConfig>;
  readonly flows: ReadonlyMap<FlowId, FlowResource>;
  readonly prompts: ReadonlyMap<PromptId, Prompt>;
  readonly numbers: ReadonlyMap<E164, ClaimedNumber>;
  /** With the overrides that they inherit. */
  readonly hours: ReadonlyMap<HoursId, HoursOfOperation>;
  readonly customers: ReadonlyMap<E164, CustomerProfile>;
  /** Each profile's entries by priority, the most urgent tier first. */
  readonly tiers: ReadonlyMap<RoutingProfileId, readonly (readonly ProfileEntry[])[]>;
  /** Which profiles serve a queue, and on what terms. */
  readonly servers: ReadonlyMap<QueueId, readonly { readonly profileId: RoutingProfileId; readonly entry: ProfileEntry }[]>;
  /** The delays after which one more profile serves a queue (spec §5.2), each once; queues without any are left out. */
  readonly delays: ReadonlyMap<QueueId, readonly DurationMs[]>;
}

const byId = <Id, Thing extends { readonly id: Id }>(things: readonly Thing[]): ReadonlyMap<Id, Thing> =>
  new Map(things.map((thing) => [thing.id, thing]));

/** Builds the index of an instance. */
export function indexInstance(instance: Instance): InstanceIndex {
  const servers = new Map<QueueId, { readonly profileId: RoutingProfileId; readonly entry: ProfileEntry }[]>();
  for (const profile of instance.routingProfiles) {
    for (const entry of profile.entries) {
      const list = servers.get(entry.queueId) ?? [];
      list.push({ profileId: profile.id, entry });
      servers.set(entry.queueId, list);
    }
  }
  return {
    instance,
    queues: byId(instance.queues),
    profiles: byId(instance.routingProfiles),
    statuses: byId(instance.statuses),
    agents: byId(instance.agents),
    ownQueues: new Map(instance.agents.map(({ id }) => [id, agentQueueOf(id)])),
    agentsByUsername: new Map(instance.agents.map((agent) => [agent.username, agent])),
    flows: byId(instance.flows),
    prompts: byId(instance.prompts),
    numbers: new Map(instance.numbers.map((claimed) => [claimed.number, claimed])),
    hours: byId(instance.hours.map((hours) => withInherited(hours, instance.hours))),
    customers: new Map(instance.customers.map((customer) => [customer.number, customer])),
    servers,
    delays: new Map([...servers].map(([queueId, list]) => [queueId, [...new Set(list.map(({ entry }) => entry.delayMs))].filter((delayMs) => delayMs > 0)])),
    tiers: new Map(instance.routingProfiles.map((profile) => [profile.id, tiersOf(profile)])),
  };
}

/** Hours with the overrides of those that they inherit from as if they were their own (spec §5.7). */
function withInherited(hours: HoursOfOperation, all: readonly HoursOfOperation[]): HoursOfOperation {
  const { inherits = [], overrides = [] } = hours;
  const inherited = all.filter(({ id }) => inherits.includes(id)).flatMap((parent) => parent.overrides ?? []);
  return inherited.length === 0 ? hours : { ...hours, overrides: [...overrides, ...inherited] };
}

function tiersOf(profile: RoutingProfile): readonly (readonly ProfileEntry[])[] {
  const byPriority = new Map<number, ProfileEntry[]>();
  for (const entry of profile.entries) {
    const tier = byPriority.get(entry.priority) ?? [];
    tier.push(entry);
    byPriority.set(entry.priority, tier);
  }
  return [...byPriority].sort(([a], [b]) => a - b).map(([, tier]) => tier);
}
