import { must } from '../core/assert.ts';
import type { AgentId, RoutingProfileId } from '../core/ids.ts';
import { SortedList } from '../core/sorted-list.ts';
import type { DurationMs, EpochMs } from '../core/time.ts';

/** An agent ready for work, and since when. */
export interface IdleEntry {
  readonly agentId: AgentId;
  readonly profileId: RoutingProfileId;
  readonly sinceMs: EpochMs;
}

/** A profile that serves a queue, and the delay after which it does. */
interface Server {
  readonly profileId: RoutingProfileId;
  readonly entry: { readonly delayMs: DurationMs };
}

const longestFirst = (a: IdleEntry, b: IdleEntry): number =>
  a.sinceMs - b.sinceMs || (a.agentId < b.agentId ? -1 : a.agentId > b.agentId ? 1 : 0);

/** Agents ready for work by routing profile, longest idle first (spec §5.3); ties by id, so the order is total. */
export class IdleAgents {
  readonly #byProfile = new Map<RoutingProfileId, SortedList<IdleEntry>>();
  readonly #entries = new Map<AgentId, IdleEntry>();

  get size(): number {
    return this.#entries.size;
  }

  has(agentId: AgentId): boolean {
    return this.#entries.has(agentId);
  }

  add(entry: IdleEntry): void {
    this.remove(entry.agentId);
    this.#entries.set(entry.agentId, entry);
    const list = this.#byProfile.get(entry.profileId) ?? new SortedList<IdleEntry>(longestFirst);
    this.#byProfile.set(entry.profileId, list);
    list.add(entry);
  }

  remove(agentId: AgentId): void {
    const entry = this.#entries.get(agentId);
    if (!entry) return;
    this.#entries.delete(agentId);
    must(this.#byProfile.get(entry.profileId), 'the list of an idle agent').remove(entry);
  }

  /** The agent who has been idle longest and may take what has waited so long, of the profiles that serve it by then. */
  longest(servers: Iterable<Server>, waitedMs: number, mayTake: (agentId: AgentId) => boolean): IdleEntry | undefined {
    let best: IdleEntry | undefined;
    for (const { profileId, entry: { delayMs } } of servers) {
      if (waitedMs < delayMs) continue;
      const found = this.#byProfile.get(profileId)?.find((entry) => mayTake(entry.agentId));
      if (found && (best === undefined || longestFirst(found, best) < 0)) best = found;
    }
    return best;
  }
}
