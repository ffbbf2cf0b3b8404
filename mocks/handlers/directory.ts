import type { HttpHandler } from 'msw/http';
import type {
  AgentStatusList, HoursList, InstanceList, PhoneNumberList, QueueList, RoutingProfileList, UserDescription, UserList,
} from '../../src/protocol/http.ts';
import { phoneNumberListRequest } from '../../src/protocol/http.ts';
import { answer, refusal } from '../answers.ts';
import { idOf, instanceArn, phoneNumberArn, thingArn } from '../arn.ts';
import type { FaceParts } from '../ports.ts';
import { instanceOf, listPage, pageOf, route, withBody, withInstance } from './route.ts';

const byId = (thing: { readonly id: string }): string => thing.id;

/** Who and what the instance is made of: look-ups that change seldom. */
export function directoryHandlers({ center }: FaceParts): readonly HttpHandler[] {
  return [
    route('get', '/instance', async () => {
      const { id, name } = await instanceOf(center);
      const list: InstanceList = { InstanceSummaryList: [{ Id: id, Arn: instanceArn(id), InstanceAlias: name, InstanceStatus: 'ACTIVE' }] };
      return answer(list);
    }),
    route('get', '/queues-summary/:instanceId', (asked) =>
      withInstance(center, asked.path['instanceId'], ({ id, queues }) => {
        const types = asked.query.getAll('queueTypes');
        const standard = types.length === 0 || types.includes('STANDARD') ? queues : [];
        return listPage(standard, byId, pageOf(asked.query), (shown, NextToken) => {
          const QueueSummaryList = shown.map((queue) => ({ Id: queue.id, Arn: thingArn(id, 'queue', queue.id), Name: queue.name, QueueType: 'STANDARD' as const }));
          const list: QueueList = { QueueSummaryList, NextToken };
          return list;
        });
      }),
    ),
    route('get', '/hours-of-operations-summary/:instanceId', (asked) =>
      withInstance(center, asked.path['instanceId'], ({ id, hours }) =>
        listPage(hours, byId, pageOf(asked.query), (shown, NextToken) => {
          const list: HoursList = { HoursOfOperationSummaryList: shown.map((each) => ({ Id: each.id, Arn: thingArn(id, 'operating-hours', each.id), Name: each.name })), NextToken };
          return list;
        }),
      ),
    ),
    route('post', '/phone-number/list', (asked) =>
      withBody(asked, phoneNumberListRequest, (body) =>
        withInstance(center, body.InstanceId ?? body.TargetArn, ({ id, numbers, country }) => {
          const found = numbers.filter(({ number }) => number.startsWith(body.PhoneNumberPrefix ?? ''));
          return listPage(found, ({ number }) => number, { max: body.MaxResults ?? null, token: body.NextToken ?? null }, (shown, NextToken) => {
            const list: PhoneNumberList = {
              ListPhoneNumbersSummaryList: shown.map(({ number, description }) => ({
                PhoneNumberId: number,
                PhoneNumberArn: phoneNumberArn(number),
                PhoneNumber: number,
                PhoneNumberCountryCode: country,
                PhoneNumberType: /^\+18(00|88|77|66|55|44|33)/.test(number) ? 'TOLL_FREE' : 'DID',
                PhoneNumberDescription: description,
                TargetArn: instanceArn(id),
                InstanceId: id,
              })),
              NextToken,
            };
            return list;
          });
        }),
      ),
    ),
    route('get', '/users-summary/:instanceId', (asked) =>
      withInstance(center, asked.path['instanceId'], ({ id, agents }) =>
        listPage(agents, byId, pageOf(asked.query), (shown, NextToken) => {
          const list: UserList = { UserSummaryList: shown.map((agent) => ({ Id: agent.id, Arn: thingArn(id, 'agent', agent.id), Username: agent.username })), NextToken };
          return list;
        }),
      ),
    ),
    route('get', '/users/:instanceId/:userId', (asked) =>
      withInstance(center, asked.path['instanceId'], ({ id, agents }) => {
        const agent = agents.find((each) => each.id === idOf(asked.path['userId'] ?? ''));
        if (agent === undefined) return refusal('ResourceNotFoundException', 'There is no user of this id.');
        const described: UserDescription = {
          User: {
            Id: agent.id,
            Arn: thingArn(id, 'agent', agent.id),
            Username: agent.username,
            IdentityInfo: { FirstName: agent.firstName, LastName: agent.lastName },
            PhoneConfig: { PhoneType: 'SOFT_PHONE', AutoAccept: agent.autoAccept, AfterContactWorkTimeLimit: Math.trunc(agent.afterContactWorkMs / 1000) },
            RoutingProfileId: agent.routingProfileId,
            SecurityProfileIds: [],
          },
        };
        return answer(described);
      }),
    ),
    route('get', '/agent-status/:instanceId', (asked) =>
      withInstance(center, asked.path['instanceId'], ({ id, statuses }) => {
        const types = asked.query.getAll('AgentStatusTypes');
        const found = types.length === 0 ? statuses : statuses.filter(({ type }) => types.includes(type));
        return listPage(found, byId, pageOf(asked.query), (shown, NextToken) => {
          const AgentStatusSummaryList = shown.map((status) => ({ Id: status.id, Arn: thingArn(id, 'agent-state', status.id), Name: status.name, Type: status.type }));
          const list: AgentStatusList = { AgentStatusSummaryList, NextToken };
          return list;
        });
      }),
    ),
    route('get', '/routing-profiles-summary/:instanceId', (asked) =>
      withInstance(center, asked.path['instanceId'], ({ id, routingProfiles }) =>
        listPage(routingProfiles, byId, pageOf(asked.query), (shown, NextToken) => {
          const RoutingProfileSummaryList = shown.map((profile) => ({ Id: profile.id, Arn: thingArn(id, 'routing-profile', profile.id), Name: profile.name }));
          const list: RoutingProfileList = { RoutingProfileSummaryList, NextToken };
          return list;
        }),
      ),
    ),
  ];
}
