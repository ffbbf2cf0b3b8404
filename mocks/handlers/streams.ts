import type { HttpHandler } from 'msw/http';
import type { AgentEvent, AgentId, ContactEvent, ContactId, PromiseLedger, RecordDelivery } from '../../src/engine/index.ts';
import type { PromisesAnswer } from '../../src/protocol/http-users.ts';
import { answer, refusal } from '../answers.ts';
import type { Answer } from '../answers.ts';
import type { FaceParts } from '../ports.ts';
import { toPromise } from '../translate-users.ts';
import type { Asked } from './route.ts';
import { instanceOf, listPage, pageOf, route } from './route.ts';

/** So many events are told when nobody says how many. */
const EVENTS = 100;
const EVENTS_MAX = 1000;

/** Ours: the promise ledger, and the live streams as far as they have come (Amazon sends them to Kinesis and EventBridge). */
export function streamHandlers({ center }: FaceParts): readonly HttpHandler[] {
  return [
    route('get', '/x/promises', async (asked) => {
      const { created, open, closedByCause, rows } = (await center.query({ type: 'promises' })) as PromiseLedger;
      return listPage(rows.toReversed(), ({ callbackId }) => callbackId, pageOf(asked.query), (shown, NextToken) => {
        const page: PromisesAnswer = { Created: created, Open: open, ClosedByCause: { ...closedByCause }, Promises: shown.map(toPromise), NextToken };
        return page;
      });
    }),
    route('get', '/x/contact-events', (asked) =>
      withLimit(asked, async (limit) => {
        const contactId = asked.query.get('contactId') as ContactId | null;
        return answer({ ContactEvents: (await center.query({ type: 'contactEvents', contactId, limit })) as readonly ContactEvent[] });
      }),
    ),
    route('get', '/x/contact-record-deliveries', (asked) =>
      withLimit(asked, async (limit) => {
        const deliveries = (await center.query({ type: 'recordDeliveries', limit })) as readonly RecordDelivery[];
        return answer({ Deliveries: deliveries.map(({ seq, atMs, record }) => ({ Sequence: seq, DeliveredTimestamp: atMs / 1000, ContactRecord: record })) });
      }),
    ),
    route('get', '/x/agent-events', (asked) =>
      withLimit(asked, async (limit) => {
        const username = asked.query.get('username');
        const agentId: AgentId | null = username === null ? null : ((await instanceOf(center)).agents.find((agent) => agent.username === username)?.id ?? null);
        if (username !== null && agentId === null) return refusal('ResourceNotFoundException', 'There is no agent of this name.');
        return answer({ AgentEvents: (await center.query({ type: 'agentEvents', agentId, limit })) as readonly AgentEvent[] });
      }),
    ),
  ];
}

/** The latest events, `maxResults` of them, oldest first. */
async function withLimit(asked: Asked, go: (limit: number) => Promise<Answer>): Promise<Answer> {
  const limit = pageOf(asked.query).max ?? EVENTS;
  if (!Number.isInteger(limit) || limit < 1 || limit > EVENTS_MAX) return refusal('InvalidParameterException', `MaxResults must be a whole number from 1 to ${EVENTS_MAX}.`);
  return go(limit);
}
