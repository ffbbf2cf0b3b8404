import type { HttpHandler } from 'msw/http';
import type { ContactId, ContactRecord } from '../../src/engine/index.ts';
import type { Reply } from '../../src/protocol/envelope.ts';
import type { ContactRecordPage, SearchContactsAnswer } from '../../src/protocol/http-contacts.ts';
import { contactRoutingRequest, searchContactsRequest, stopContactRequest } from '../../src/protocol/http-contacts.ts';
import type { Answer } from '../answers.ts';
import { answer, fromReply, refusal } from '../answers.ts';
import type { AskedCenter, FaceParts } from '../ports.ts';
import { newestFirst, passesFilters, searchRecords, toDescription, toSearchSummary } from '../translate-contacts.ts';
import { instanceOf, listPage, pageOf, route, withBody, withInstance } from './route.ts';

/** Contact search, one contact, its place in line, its end by StopContact, and the contact records with every timestamp (an extension: Amazon streams them out). */
export function contactHandlers({ center }: FaceParts): readonly HttpHandler[] {
  return [
    route('post', '/search-contacts', (asked) =>
      withBody(asked, searchContactsRequest, (body) =>
        withInstance(center, body.InstanceId, async () => {
          const found = searchRecords(await recordsOf(center), body);
          const page = { max: body.MaxResults ?? 100, token: body.NextToken ?? null };
          return listPage(found, contactId, page, (records, NextToken) => {
            const shown: SearchContactsAnswer = { Contacts: records.map(toSearchSummary), TotalCount: found.length, NextToken };
            return shown;
          });
        }),
      ),
    ),
    route('get', '/contacts/:instanceId/:contactId', (asked) =>
      withInstance(center, asked.path['instanceId'], async () => {
        const record = (await recordsOf(center)).find((each) => each.ContactId === asked.path['contactId']);
        return record === undefined ? notFound() : answer({ Contact: toDescription(record) });
      }),
    ),
    route('post', '/contact/stop', (asked) =>
      withBody(asked, stopContactRequest, ({ InstanceId, ContactId: id, DisconnectReason }) =>
        withInstance(center, InstanceId, async () => {
          if (DisconnectReason !== undefined) return refusal('InvalidRequestException', 'Only outbound campaigns give a DisconnectReason.');
          return stopped(await center.send({ type: 'contact.stop', contactId: id as ContactId }));
        }),
      ),
    ),
    route('post', '/contacts/:instanceId/:contactId/routing-data', (asked) =>
      withBody(asked, contactRoutingRequest, ({ QueuePriority: priority = null, QueueTimeAdjustmentSeconds: ageAdjustmentSeconds = null }) =>
        withInstance(center, asked.path['instanceId'], async () =>
          fromReply(await center.send({ type: 'contact.setRouting', contactId: asked.path['contactId'] as ContactId, priority, ageAdjustmentSeconds }), {}),
        ),
      ),
    ),
    route('get', '/x/contact-records', async (asked) => {
      const filters = {
        method: asked.query.get('method') ?? '',
        queue: asked.query.get('queue') ?? '',
        text: asked.query.get('text') ?? '',
      };
      const queueId = (await instanceOf(center)).queues.find(({ name }) => name === filters.queue)?.id ?? null;
      const found = newestFirst(await recordsOf(center)).filter((record) => passesFilters(record, filters, queueId));
      return listPage(found, contactId, pageOf(asked.query), (records, token) => {
        const page: ContactRecordPage = { ContactRecords: [...records], TotalCount: found.length, NextToken: token ?? null };
        return page;
      });
    }),
    route('get', '/x/contact-records/:contactId', async (asked) => {
      const record = (await recordsOf(center)).find((each) => each.ContactId === asked.path['contactId']);
      return record === undefined ? notFound() : answer({ ContactRecord: record });
    }),
  ];
}

const contactId = (record: ContactRecord): string => record.ContactId;
const notFound = () => refusal('ResourceNotFoundException', 'There is no contact record of this id.');

/** StopContact has refusals of its own (spec §8.1). */
function stopped(reply: Reply): Answer {
  const code = reply.ok ? null : reply.code;
  if (code === 'NO_SUCH_CONTACT' || code === 'NOT_NOW') return refusal('ContactNotFoundException', 'The contact is not active, or there is none of this id.');
  if (code === 'NOT_STOPPABLE') return refusal('InvalidRequestException', 'Voice contacts that were transferred, or go on in a disconnect flow, cannot be stopped.');
  return fromReply(reply, {});
}

async function recordsOf(center: AskedCenter): Promise<readonly ContactRecord[]> {
  return (await center.query({ type: 'records' })) as readonly ContactRecord[];
}
