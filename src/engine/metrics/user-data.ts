import type { AgentContactState } from '../agent/model.ts';
import { engagementOf, standingOf } from '../agent/standing.ts';
import type { InitiationMethod } from '../contact/model.ts';
import type { AgentId, ContactId, QueueId, RoutingProfileId, StatusId } from '../core/ids.ts';
import type { Center } from '../state.ts';
import { agentActivity, type AgentFigures } from './realtime.ts';

/** One agent as GetCurrentUserData and the agents' table tell of them (spec §3.3, §8.3). Instants in ms. */
export interface UserRow extends AgentFigures {
  readonly agentId: AgentId;
  readonly profileId: RoutingProfileId;
  readonly statusId: StatusId;
  readonly statusSinceMs: number;
  readonly nextStatusId: StatusId | null;
  readonly online: boolean;
  readonly available: boolean;
  /** The one voice slot is taken up by work (spec §3.1 Active). */
  readonly active: boolean;
  readonly contact: {
    readonly contactId: ContactId;
    readonly method: InitiationMethod;
    readonly state: AgentContactState;
    readonly stateSinceMs: number;
    readonly connectedAtMs: number | null;
    readonly queueId: QueueId | null;
    readonly enqueuedAtMs: number | null;
  } | null;
}

/** What every configured agent is doing now. */
export function userData(center: Center): readonly UserRow[] {
  return center.config.instance.agents.flatMap(({ id, routingProfileId }) => {
    const agent = center.agents.get(id);
    if (!agent) return [];
    const { slot } = agent;
    const contact = slot ? center.contacts.get(slot.contactId) : undefined;
    const engagement = engagementOf(slot);
    return [{
      ...agentActivity(center, id),
      agentId: id,
      profileId: routingProfileId,
      statusId: agent.statusId,
      statusSinceMs: agent.statusSinceMs,
      nextStatusId: agent.nextStatusId,
      online: standingOf(center, id).type !== 'OFFLINE',
      available: center.idle.has(id),
      active: engagement === 'onContact' || engagement === 'afterContactWork',
      contact: !slot || !contact ? null : {
        contactId: slot.contactId,
        method: contact.method,
        state: slot.state,
        stateSinceMs: slot.sinceMs,
        connectedAtMs: contact.agent?.agentId === id ? contact.agent.connectedAtMs : null,
        queueId: contact.queue?.queueId ?? null,
        enqueuedAtMs: contact.queue?.enqueuedAtMs ?? null,
      },
    }];
  });
}
