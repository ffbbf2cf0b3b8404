import { must } from '../core/assert.ts';
import type { E164 } from '../core/e164.ts';
import type { AgentId, InstanceId, QueueId, RoutingProfileId } from '../core/ids.ts';
import type { Instance } from '../tenant/model.ts';
import type { Policy } from '../tenant/policy.ts';

/** The decisions that records are written by (spec §11). */
const DECISIONS = ['queueDuration', 'dequeueMoment', 'connectionAttempts', 'callbackSystemEndpoint', 'withoutCallerId'] as const satisfies readonly (keyof Policy)[];
export type RecordDecisions = Pick<Policy, (typeof DECISIONS)[number]>;

/** What a configuration says of all records. */
export interface RecordTerms {
  readonly instanceId: InstanceId;
  readonly decisions: RecordDecisions;
}

/** A value, and the version from which on it holds. */
interface Since<Value> {
  readonly version: number;
  readonly value: Value;
}
type Told<Id, Value> = Map<Id, Since<Value>[]>;

/**
 * All that records say of configurations, of each as long as there are records of it. A version begins where something
 * of it changes, and holds only what has changed: a flow that is saved begins none. What was taken out keeps the name
 * it had, since records go on naming it; a customer who is not known any more has none.
 */
export interface Names {
  readonly versions: RecordTerms[];
  readonly queues: Told<QueueId, string>;
  readonly profiles: Told<RoutingProfileId, string>;
  readonly usernames: Told<AgentId, string>;
  readonly profileOf: Told<AgentId, RoutingProfileId>;
  readonly customers: Told<E164, string | null>;
}

type SavedTold<Id, Value> = readonly (readonly [Id, readonly Since<Value>[]])[];

/** The names as plain values. */
export interface SavedNames {
  readonly versions: readonly RecordTerms[];
  readonly queues: SavedTold<QueueId, string>;
  readonly profiles: SavedTold<RoutingProfileId, string>;
  readonly usernames: SavedTold<AgentId, string>;
  readonly profileOf: SavedTold<AgentId, RoutingProfileId>;
  readonly customers: SavedTold<E164, string | null>;
}

/** Before any configuration. */
export const noNames = (): Names => ({ versions: [], queues: new Map(), profiles: new Map(), usernames: new Map(), profileOf: new Map(), customers: new Map() });

/** Takes in a configuration: for `evolve` alone. One that records tell nothing new of leaves no trace. */
export function tellNames(names: Names, { id: instanceId, policy, queues, routingProfiles, agents, customers }: Instance): void {
  const version = names.versions.length;
  const before = names.versions.at(-1);
  let news = before?.instanceId === instanceId && DECISIONS.every((decision) => before.decisions[decision] === policy[decision]) ? 0 : 1;
  for (const queue of queues) news += tell(names.queues, queue.id, queue.name, version);
  for (const profile of routingProfiles) news += tell(names.profiles, profile.id, profile.name, version);
  for (const agent of agents) news += tell(names.usernames, agent.id, agent.username, version) + tell(names.profileOf, agent.id, agent.routingProfileId, version);
  const unknown = new Set(names.customers.keys());
  for (const customer of customers) {
    unknown.delete(customer.number);
    news += tell(names.customers, customer.number, customer.name, version);
  }
  for (const number of unknown) news += tell(names.customers, number, null, version);
  if (news === 0) return;
  const { queueDuration, dequeueMoment, connectionAttempts, callbackSystemEndpoint, withoutCallerId } = policy;
  names.versions.push({ instanceId, decisions: { queueDuration, dequeueMoment, connectionAttempts, callbackSystemEndpoint, withoutCallerId } });
}

/** Whether it is news: 1 or 0, to be added up. */
function tell<Id, Value>(told: Told<Id, Value>, id: Id, value: Value, version: number): number {
  const all = told.get(id);
  if (all === undefined) told.set(id, [{ version, value }]);
  else if (all.at(-1)?.value === value) return 0;
  else all.push({ version, value });
  return 1;
}

/** The version that holds now. */
export const presentVersion = (names: Names): number => names.versions.length - 1;

/** The version by which something is told: that of its completion, and until then the present one. */
export const versionFor = (names: Names, completedIn: number | null): number => completedIn ?? presentVersion(names);

/** What held of all records in a version. */
export const termsIn = ({ versions }: Names, version: number): RecordTerms => must(versions[version], 'a version of the configuration');

/** What held of a thing in a version; undefined when it was not heard of by then. */
export const nameIn = <Id, Value>(told: ReadonlyMap<Id, readonly Since<Value>[]>, id: Id, version: number): Value | undefined =>
  told.get(id)?.findLast((since) => since.version <= version)?.value;

/** As plain values, of which nothing changes any more. */
export function savedNames({ versions, queues, profiles, usernames, profileOf, customers }: Names): SavedNames {
  return { versions: [...versions], queues: saved(queues), profiles: saved(profiles), usernames: saved(usernames), profileOf: saved(profileOf), customers: saved(customers) };
}

/** The names that were saved. */
export function namesOf({ versions, queues, profiles, usernames, profileOf, customers }: SavedNames): Names {
  return { versions: [...versions], queues: told(queues), profiles: told(profiles), usernames: told(usernames), profileOf: told(profileOf), customers: told(customers) };
}

const saved = <Id, Value>(all: Told<Id, Value>): SavedTold<Id, Value> => [...all].map(([id, since]) => [id, [...since]] as const);
const told = <Id, Value>(all: SavedTold<Id, Value>): Told<Id, Value> => new Map(all.map(([id, since]) => [id, [...since]]));
