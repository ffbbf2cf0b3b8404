import { describe, expect, test } from 'vitest';
import { aQueue, baseRig, ids } from '../../testing/builders.ts';
import type { CenterDriver } from '../../testing/center-driver.ts';
import { contactsOf, talking, toBen, toExpert, toQueue } from '../../testing/talking.ts';
import { asE164, seconds, type TransferTarget } from '../index.ts';

describe('refused', () => {
  const ask = (center: CenterDriver, to: TransferTarget) => center.ask({ type: 'contact.transfer', contactId: center.agent('ana').contact().id, to });
  const verbs = ['contact.conference', 'contact.swap', 'contact.leave', 'contact.drop'] as const;

  test.each([
    ['an agent who is not known', { kind: 'agent', agentId: ids.agent('nobody') }, { code: 'NO_SUCH_AGENT' }],
    ['oneself', { kind: 'agent', agentId: ids.agent('ana') }, { code: 'INVALID_VALUE', field: 'agentId' }],
    ['a queue that is not known', { kind: 'queue', queueId: ids.queue('Nowhere') }, { code: 'NO_SUCH_QUEUE' }],
    ['a number that is none', { kind: 'number', number: '12' }, { code: 'INVALID_NUMBER' }],
    ['a number that is not called', { kind: 'number', number: '+447700900123' }, { code: 'NOT_DIALABLE' }],
  ] as const)('is a transfer to %s', (_what, to, refusal) => {
    expect(ask(talking(), to)).toEqual(refusal);
  });

  test('is a transfer to a number by an agent without an outbound queue', () => {
    const rig = baseRig();
    expect(ask(talking({ routingProfiles: rig.routingProfiles.map((profile) => ({ ...profile, defaultOutboundQueueId: null })) }), toExpert)).toEqual({ code: 'NO_SUCH_QUEUE' });
  });

  test('is a transfer to a queue that is full, its buffer included, or switched off', () => {
    const full = (maxContacts: number) => {
      const center = talking({ queues: [aQueue('InboundQueue'), aQueue('CallbackQueue', { maxContacts })] }, 'Offline');
      for (let count = 0; count < 5; count++) center.send({ type: 'callback.request', number: asE164(`+1206555030${count}`), queueId: ids.queue('CallbackQueue'), initialDelayMs: seconds(0), retries: 0, retryDelayMs: seconds(60), attributes: {} });
      return ask(center, toQueue);
    };
    expect(full(5)).toBeNull();
    const disabled = talking({ queues: [aQueue('InboundQueue'), aQueue('CallbackQueue', { status: 'DISABLED' })] });
    expect(ask(disabled, toQueue)).toEqual({ code: 'QUEUE_CLOSED' });
  });

  test('is what makes no sense without somebody asked in', () => {
    const center = talking();
    const contactId = center.agent('ana').contact().id;
    expect(verbs.map((type) => center.ask({ type, contactId }))).toEqual(verbs.map(() => ({ code: 'NOT_NOW', state: 'connected' })));
  });

  test('are conference and change-over while it still rings, and change-over in a conference', () => {
    const center = talking();
    center.agent('ana').transfersTo(toBen);
    const contactId = center.agent('ana').contact().id;
    expect([center.ask({ type: 'contact.conference', contactId }), center.ask({ type: 'contact.swap', contactId })]).toEqual([{ code: 'NOT_NOW', state: 'queued' }, { code: 'NOT_NOW', state: 'queued' }]);
    center.agent('ben').accepts().agent('ana').conferences();
    expect(center.ask({ type: 'contact.swap', contactId })).toEqual({ code: 'NOT_NOW', state: 'conference' });
  });

  test('are hold, resume and another transfer while somebody is asked in, to both agents', () => {
    const center = talking();
    center.agent('ana').transfersTo(toBen).agent('ben').accepts();
    for (const contact of contactsOf(center)) {
      const contactId = contact.id;
      for (const type of ['contact.hold', 'contact.resume'] as const) expect(center.ask({ type, contactId })).toMatchObject({ code: 'NOT_NOW' });
      expect(center.ask({ type: 'contact.transfer', contactId, to: toExpert })).toMatchObject({ code: 'NOT_NOW' });
    }
  });

  test('is all of it to an agent whose contact it is not', () => {
    const center = talking();
    const contactId = center.agent('ana').contact().id;
    const by = { role: 'agent', agentId: ids.agent('ben') } as const;
    expect([{ type: 'contact.transfer', contactId, to: toExpert } as const, ...verbs.map((type) => ({ type, contactId }))].map((command) => center.askAs(by, command)?.code)).toEqual(Array(5).fill('NOT_ALLOWED'));
  });

  test('is a thirteenth contact in a chain', () => {
    const center = talking();
    for (let count = 1; count < 12; count++) {
      const [from, to] = count % 2 === 1 ? (['ana', 'ben'] as const) : (['ben', 'ana'] as const);
      center.agent(from).transfersTo({ kind: 'agent', agentId: ids.agent(to) }).agent(to).accepts().agent(from).leaves().agent(from).clears();
    }
    expect(contactsOf(center)).toHaveLength(12);
    expect(center.ask({ type: 'contact.transfer', contactId: center.agent('ben').contact().id, to: toExpert })).toEqual({ code: 'CHAIN_FULL' });
  });
});
