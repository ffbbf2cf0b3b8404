import type { AgentId, RoutingProfileId } from '../core/ids.ts';
import type { Center } from '../state.ts';
import type { AgentStatus } from '../tenant/model.ts';
import { agentOf } from '../update.ts';
import type { AgentContactState, AgentSlot } from './model.ts';

/** What an agent's slot means to supervisors (spec §3.1): `error` is whatever was missed or failed and is not cleared. */
export type Engagement = 'idle' | 'ringing' | 'onContact' | 'afterContactWork' | 'error';

/** How an agent counts in the real-time figures, and how their time is spent. */
export interface Standing {
  readonly type: AgentStatus['type'];
  readonly engagement: Engagement;
  /** May be offered a contact now. */
  readonly routable: boolean;
}

const ENGAGEMENT_OF = {
  INCOMING: 'ringing',
  // An ordinary contact rings in CONNECTING; without an offer it is the dialing that follows an accept.
  CONNECTING: 'onContact',
  PENDING: 'onContact',
  CONNECTED: 'onContact',
  CONNECTED_ONHOLD: 'onContact',
  MISSED: 'error',
  ERROR: 'error',
  ENDED: 'afterContactWork',
} as const satisfies Record<AgentContactState, Engagement>;

/** What the slot of an agent amounts to. */
export function engagementOf(slot: AgentSlot | null): Engagement {
  if (slot === null) return 'idle';
  return slot.state === 'CONNECTING' && slot.offerId !== null ? 'ringing' : ENGAGEMENT_OF[slot.state];
}

/** How an agent counts now. */
export function standingOf(center: Center, agentId: AgentId): Standing {
  const { slot, statusId, nextStatusId } = agentOf(center, agentId);
  const type = center.config.statuses.get(statusId)?.type ?? 'OFFLINE';
  const routable = type === 'ROUTABLE' && slot === null && nextStatusId === null;
  return routable ? READY : STANDINGS[type][engagementOf(slot)];
}

const READY: Standing = { type: 'ROUTABLE', engagement: 'idle', routable: true };
const standings = (type: Standing['type']): Readonly<Record<Engagement, Standing>> => ({
  idle: { type, engagement: 'idle', routable: false },
  ringing: { type, engagement: 'ringing', routable: false },
  onContact: { type, engagement: 'onContact', routable: false },
  afterContactWork: { type, engagement: 'afterContactWork', routable: false },
  error: { type, engagement: 'error', routable: false },
});
/** Every standing there is but being ready: agents change theirs all the time. */
const STANDINGS: Readonly<Record<Standing['type'], Readonly<Record<Engagement, Standing>>>> = { OFFLINE: standings('OFFLINE'), ROUTABLE: standings('ROUTABLE'), CUSTOM: standings('CUSTOM') };

/** How many agents are in each state (spec §3.1). One agent may be in several: non-productive and on contact, say. */
export interface AgentCounts {
  online: number;
  available: number;
  staffed: number;
  nonProductive: number;
  /** After-contact work included. */
  onContact: number;
  afterContactWork: number;
  error: number;
}

const none = (): AgentCounts => ({ online: 0, available: 0, staffed: 0, nonProductive: 0, onContact: 0, afterContactWork: 0, error: 0 });

/**
 * Agents in each state by routing profile, kept up to date with every change of an agent, so that a flow can ask for
 * figures of its queue among ten thousand agents without looking at any of them.
 */
export class AgentTally {
  readonly #standings = new Map<AgentId, { readonly profileId: RoutingProfileId; standing: Standing }>();
  readonly #counts = new Map<RoutingProfileId, AgentCounts>();

  /** Counts the agent as they now are; a null profile takes them out. */
  set(agentId: AgentId, profileId: RoutingProfileId | null, standing: Standing): void {
    const before = this.#standings.get(agentId);
    if (before?.profileId === profileId) {
      if (before.standing === standing) return;
      const counts = this.#countsOf(profileId);
      count(counts, before.standing, -1);
      count(counts, standing, 1);
      before.standing = standing;
      return;
    }
    if (before) count(this.#countsOf(before.profileId), before.standing, -1);
    if (profileId === null) {
      this.#standings.delete(agentId);
      return;
    }
    this.#standings.set(agentId, { profileId, standing });
    count(this.#countsOf(profileId), standing, 1);
  }

  /** The agents of these profiles together; each profile is to be named once. */
  of(profiles: Iterable<RoutingProfileId>): Readonly<AgentCounts> {
    const sum = none();
    for (const profileId of profiles) {
      const counts = this.#counts.get(profileId);
      if (!counts) continue;
      sum.online += counts.online;
      sum.available += counts.available;
      sum.staffed += counts.staffed;
      sum.nonProductive += counts.nonProductive;
      sum.onContact += counts.onContact;
      sum.afterContactWork += counts.afterContactWork;
      sum.error += counts.error;
    }
    return sum;
  }

  /** What is counted, by profile; profiles that count nobody any more are left out. */
  toJSON(): unknown {
    return [...this.#counts].filter(([, counts]) => Object.values(counts).some((count) => count !== 0)).sort(([a], [b]) => (a < b ? -1 : 1));
  }

  #countsOf(profileId: RoutingProfileId): AgentCounts {
    const known = this.#counts.get(profileId);
    if (known) return known;
    const counts = none();
    this.#counts.set(profileId, counts);
    return counts;
  }
}

function count(counts: AgentCounts, { type, engagement, routable }: Standing, by: 1 | -1): void {
  if (type !== 'OFFLINE') counts.online += by;
  if (type === 'ROUTABLE') counts.staffed += by;
  if (type === 'CUSTOM') counts.nonProductive += by;
  if (routable) counts.available += by;
  if (engagement === 'onContact' || engagement === 'afterContactWork') counts.onContact += by;
  if (engagement === 'afterContactWork') counts.afterContactWork += by;
  if (engagement === 'error') counts.error += by;
}
