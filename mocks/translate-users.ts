import type { Instance, PromiseLedger, UserRow } from '../src/engine/index.ts';
import type { CurrentUserDataAnswer, CurrentUserDataRequest, PromisesAnswer } from '../src/protocol/http-users.ts';
import { idOf, thingArn } from './arn.ts';

/** Whether an agent is among those asked for: every filter that is given must hold (spec §8.3). */
export function isAskedFor(user: UserRow, { Filters }: CurrentUserDataRequest, instance: Instance): boolean {
  const { Queues = [], RoutingProfiles = [], Agents = [], ContactFilter } = Filters;
  const serves = instance.routingProfiles.find(({ id }) => id === user.profileId)?.entries.map(({ queueId }) => queueId) ?? [];
  const among = (list: readonly string[], is: (id: string) => boolean): boolean => list.length === 0 || list.some((each) => is(idOf(each)));
  const states = ContactFilter?.ContactStates ?? [];
  return (
    among(Queues, (id) => serves.some((queueId) => queueId === id)) &&
    among(RoutingProfiles, (id) => id === user.profileId) &&
    among(Agents, (id) => id === user.agentId) &&
    (states.length === 0 || (user.contact !== null && states.includes(user.contact.state)))
  );
}

/** An agent in the shape of GetCurrentUserData. */
export function toUserData(user: UserRow, instance: Instance): CurrentUserDataAnswer['UserDataList'][number] {
  const statusName = (id: UserRow['nextStatusId']): string => instance.statuses.find((status) => status.id === id)?.name ?? '';
  const { contact } = user;
  return {
    User: { Id: user.agentId, Arn: thingArn(instance.id, 'agent', user.agentId) },
    RoutingProfile: { Id: user.profileId, Arn: thingArn(instance.id, 'routing-profile', user.profileId) },
    Status: { StatusName: statusName(user.statusId), StatusArn: thingArn(instance.id, 'agent-state', user.statusId), StatusStartTimestamp: user.statusSinceMs / 1000 },
    ...(user.nextStatusId === null ? {} : { NextStatus: statusName(user.nextStatusId) }),
    AvailableSlotsByChannel: { VOICE: user.available ? 1 : 0 },
    MaxSlotsByChannel: { VOICE: 1 },
    ActiveSlotsByChannel: { VOICE: user.active ? 1 : 0 },
    Contacts: contact === null ? [] : [{
      ContactId: contact.contactId,
      Channel: 'VOICE',
      InitiationMethod: contact.method,
      AgentContactState: contact.state,
      StateStartTimestamp: contact.stateSinceMs / 1000,
      ...(contact.connectedAtMs === null ? {} : { ConnectedToAgentTimestamp: contact.connectedAtMs / 1000 }),
      ...(contact.queueId === null ? {} : { Queue: { Id: contact.queueId, Arn: thingArn(instance.id, 'queue', contact.queueId) } }),
    }],
    Ringback: {
      Username: instance.agents.find(({ id }) => id === user.agentId)?.username ?? '',
      Activity: user.activity, ContactState: user.contactState, ActivityStartTimestamp: user.sinceMs / 1000, Online: user.online,
    },
  };
}

/** A promise as the face shows it. */
export const toPromise = (row: PromiseLedger['rows'][number]): PromisesAnswer['Promises'][number] => ({
  CallbackId: row.callbackId,
  CustomerNumber: row.number,
  QueueId: row.queueId,
  RequestedTimestamp: row.requestedAtMs / 1000,
  ContactIds: [...row.contactIds],
  Attempts: row.attempts,
  Requests: row.requests,
  ClosedTimestamp: row.closedAtMs === null ? null : row.closedAtMs / 1000,
  Cause: row.cause,
});
