import type { HttpHandler } from 'msw/http';
import type { AgentId, ContactId, StatusId } from '../../src/engine/index.ts';
import { dismissUserContactRequest, putUserStatusRequest } from '../../src/protocol/http-users.ts';
import { fromReply, refusal } from '../answers.ts';
import { idOf } from '../arn.ts';
import type { FaceParts } from '../ports.ts';
import { route, withBody, withInstance } from './route.ts';

/** What programs do to agents (spec §4.2, §4.4, §8.3): both as the agent would. */
export function userHandlers({ center }: FaceParts): readonly HttpHandler[] {
  return [
    route('put', '/users/:instanceId/:userId/status', (asked) =>
      withBody(asked, putUserStatusRequest, ({ AgentStatusId }) =>
        withInstance(center, asked.path['instanceId'], async () =>
          fromReply(await center.send({ type: 'agent.setStatus', agentId: userOf(asked.path), statusId: idOf(AgentStatusId) as StatusId }), {}),
        ),
      ),
    ),
    route('post', '/users/:instanceId/:userId/contact', (asked) =>
      withBody(asked, dismissUserContactRequest, ({ ContactId: contactId }) =>
        withInstance(center, asked.path['instanceId'], async () => {
          const reply = await center.send({ type: 'contact.clear', agentId: userOf(asked.path), contactId: contactId as ContactId });
          if (!reply.ok && reply.code === 'NOT_NOW') return refusal('InvalidRequestException', 'Only a contact that was missed, failed or has ended can be dismissed.');
          return fromReply(reply, {});
        }),
      ),
    ),
  ];
}

const userOf = (path: Readonly<Record<string, string>>): AgentId => idOf(path['userId'] ?? '') as AgentId;
