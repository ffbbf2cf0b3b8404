import type { AgentId, RoutingProfileId } from '../core/ids.ts';
import { SortedList } from '../core/sorted-list.ts';
import type { EpochMs } from '../core/time.ts';

/** An agent ready for work, and since when. */
export interface IdleEntry {
  readonly agentId: AgentId;
  readonly profileId: RoutingProfileId;
  readonly sinceMs: EpochMs;
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
    this.#byProfile.get(entry.profileId)?.remove(entry);
  }

  /** The agent of these profiles who has been idle longest and may take it. */
  longest(profiles: Iterable<RoutingProfileId>, mayTake: (agentId: AgentId) => boolean): IdleEntry | undefined {
    let best: IdleEntry | undefined;
    for (const profileId of profiles) {
      const found = this.#byProfile.get(profileId)?.find((entry) => mayTake(entry.agentId));
      if (found && (best === undefined || longestFirst(found, best) < 0)) best = found;
    }
    return best;
  }
}
