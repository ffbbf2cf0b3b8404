import { describe, expect, test } from 'vitest';
import { resourceReader } from '../src/app/resource-reader.ts';
import type { FlowContent, FlowId } from '../src/engine/index.ts';
import { arnOf } from '../src/engine/index.ts';
import { contactRecordPage } from '../src/protocol/http-contacts.ts';
import { contactFlowList, flowAssignments } from '../src/protocol/http-flows.ts';
import { createFakeCenter } from '../src/testing/fake-center.ts';
import { johnsRecords } from '../src/testing/johns-records.ts';
import { instanceArn, thingArn } from './arn.ts';
import { createInPageFetch } from './in-page-fetch.ts';
import type { FlowReader } from './ports.ts';

const content: FlowContent = { start: 'bye', actions: {}, source: { Version: '2019-10-30' } };
/** Reads the word `broken` as a flow with a fault, anything with `{` as one without. */
const flows: FlowReader = {
  check: (text, { mapping }) => ({
    content: text.includes('broken') ? null : content,
    findings: {
      Readable: !text.includes('broken'), Name: null, Type: 'CONTACT_FLOW', IsModule: false, Start: 'bye', AttemptsMean: 'retries', Steps: [],
      References: text.includes('prompt/1')
        ? [{ Reference: 'prompt/1', Kind: 'prompt', DisplayName: null, UsedBy: ['a'], ResolvedTo: mapping['prompt/1'] === undefined ? null : { Id: mapping['prompt/1'], Name: 'Music' }, NeedsChoice: mapping['prompt/1'] === undefined, Candidates: [] }]
        : [],
      Faults: text.includes('broken') ? [{ Code: 'NOT_JSON', Stops: true, Place: 'line 3', Sentence: 'This is not JSON.', Remedy: 'Export it again.' }] : [],
    },
  }),
  idFor: (name, kind = 'flow') => `${kind}-${name.toLowerCase()}` as FlowId,
};

function openFace() {
  const center = createFakeCenter();
  const fetch = createInPageFetch({ center, flows, resources: resourceReader }, 'http://ringback.test');
  const ask = async (method: string, path: string, body?: unknown) => {
    const response = await fetch(`/connect-api${path}`, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    return { status: response.status, type: response.headers.get('x-amzn-errortype'), body: (await response.json()) as unknown };
  };
  return { center, fetch, ask };
}

test('contact records come newest first and parse as they were', async () => {
  const { ask } = openFace();
  const page = contactRecordPage.parse((await ask('GET', '/x/contact-records')).body);
  expect(page).toEqual({ ContactRecords: johnsRecords().toReversed(), TotalCount: 2, NextToken: null });
});

test('pages of records neither repeat nor skip when newer records arrive in between', async () => {
  const { ask, center } = openFace();
  const first = contactRecordPage.parse((await ask('GET', '/x/contact-records?maxResults=1')).body);
  const [inbound, callback] = johnsRecords();
  center.setRecords([inbound, callback, { ...callback, ContactId: 'contact-3' }]);
  const second = contactRecordPage.parse((await ask('GET', `/x/contact-records?maxResults=1&nextToken=${first.NextToken}`)).body);
  expect([first, second].map((page) => page.ContactRecords.map((each) => each.ContactId))).toEqual([['contact-2'], ['contact-1']]);
  expect(second.NextToken).toBeNull();
});

test.each([
  ['method=CALLBACK', ['contact-2']],
  ['queue=InboundQueue', ['contact-1']],
  ['text=ana', ['contact-2']],
  ['text=(206)%20555-01', ['contact-2', 'contact-1']],
  ['text=john', ['contact-2', 'contact-1']],
  ['text=nobody', []],
])('records are narrowed by %s', async (query, ids) => {
  const { ask } = openFace();
  const page = contactRecordPage.parse((await ask('GET', `/x/contact-records?${query}`)).body);
  expect(page.ContactRecords.map((each) => each.ContactId)).toEqual(ids);
});

test('records of a queue are found by the name they have, and by the one the queue has now', async () => {
  const { ask, center } = openFace();
  const [inbound, callback] = johnsRecords();
  center.setRecords([{ ...inbound, Queue: inbound.Queue && { ...inbound.Queue, Name: 'Before' } }, { ...callback, Queue: null }]);
  const found = async (queue: string) => contactRecordPage.parse((await ask('GET', `/x/contact-records?queue=${queue}`)).body).ContactRecords.map((each) => each.ContactId);
  expect([await found('Before'), await found('InboundQueue'), await found('CallbackQueue')]).toEqual([['contact-1'], ['contact-1'], []]);
});

test('DescribeContact speaks epoch seconds and leaves out what Amazon leaves out of a callback', async () => {
  const { ask } = openFace();
  const { body } = await ask('GET', '/contacts/instance-1/contact-2');
  expect(body).toMatchObject({
    Contact: {
      Id: 'contact-2', PreviousContactId: 'contact-1', ContactAssociationId: 'contact-1', InitiationMethod: 'CALLBACK',
      InitiationTimestamp: Date.parse('2024-01-10T11:37:00Z') / 1000, QueueInfo: { Id: 'queue-cb' },
      AgentInfo: { Id: 'agent-ana', AcceptedByAgentTimestamp: Date.parse('2024-01-10T11:39:00Z') / 1000 },
    },
  });
  expect(body).not.toHaveProperty('Contact.SystemEndpoint');
  expect(body).not.toHaveProperty('Contact.QueueInfo.DequeueTimestamp');
});

test('SearchContacts keeps to its time range and criteria', async () => {
  const { ask } = openFace();
  const search = (SearchCriteria: object, from = '11:00', to = '12:00') =>
    ask('POST', '/search-contacts', {
      InstanceId: 'instance-1', SearchCriteria,
      TimeRange: { Type: 'INITIATION_TIMESTAMP', StartTime: Date.parse(`2024-01-10T${from}:00Z`) / 1000, EndTime: Date.parse(`2024-01-10T${to}:00Z`) / 1000 },
    });
  expect((await search({})).body).toMatchObject({ TotalCount: 2, Contacts: [{ Id: 'contact-2' }, { Id: 'contact-1' }] });
  expect((await search({ InitiationMethods: ['INBOUND'] })).body).toMatchObject({ TotalCount: 1, Contacts: [{ Id: 'contact-1' }] });
  expect((await search({}, '11:36')).body).toMatchObject({ TotalCount: 1, Contacts: [{ Id: 'contact-2' }] });
});

describe('StopContact', () => {
  const body = { InstanceId: 'instance-1', ContactId: 'contact-2' };

  test('is the supervisor’s command, and says nothing', async () => {
    const { ask, center } = openFace();
    expect(await ask('POST', '/contact/stop', body)).toEqual({ status: 200, type: null, body: {} });
    expect(center.sent).toEqual([{ type: 'contact.stop', contactId: 'contact-2' }]);
  });

  test.each([
    ['NO_SUCH_CONTACT', 410, 'ContactNotFoundException'],
    ['NOT_NOW', 410, 'ContactNotFoundException'],
    ['NOT_STOPPABLE', 400, 'InvalidRequestException'],
    ['NOT_ALLOWED', 403, 'AccessDeniedException'],
  ])('refused with %s is refused in Amazon’s words: %i %s', async (code, status, type) => {
    const { ask, center } = openFace();
    center.refuseNext({ ok: false, code, detail: {} });
    expect(await ask('POST', '/contact/stop', body)).toMatchObject({ status, type });
  });

  test.each([
    ['without a contact', { InstanceId: 'instance-1' }, 400, 'InvalidParameterException'],
    ['of another instance', { ...body, InstanceId: 'elsewhere' }, 404, 'ResourceNotFoundException'],
    ['with a reason, which campaigns alone may give', { ...body, DisconnectReason: { Code: 'EXPIRED' } }, 400, 'InvalidRequestException'],
  ])('%s is refused, and nothing is stopped', async (_, asked, status, type) => {
    const { ask, center } = openFace();
    expect(await ask('POST', '/contact/stop', asked)).toMatchObject({ status, type });
    expect(center.sent).toEqual([]);
  });
});

test.each([
  ['GET', '/queues-summary/instance-1', 'QueueSummaryList', [{ Id: 'queue-in', Name: 'InboundQueue', QueueType: 'STANDARD' }, { Name: 'CallbackQueue' }]],
  ['GET', '/users-summary/instance-1', 'UserSummaryList', [{ Username: 'ana' }, { Username: 'ben' }]],
  ['GET', '/agent-status/instance-1?AgentStatusTypes=CUSTOM', 'AgentStatusSummaryList', [{ Name: 'Lunch', Type: 'CUSTOM' }]],
  ['GET', '/routing-profiles-summary/instance-1', 'RoutingProfileSummaryList', [{ Name: 'R' }]],
  ['GET', '/contact-flows-summary/instance-1?contactFlowTypes=CUSTOMER_QUEUE', 'ContactFlowSummaryList', [{ Name: 'Wait' }]],
  ['POST', '/phone-number/list', 'ListPhoneNumbersSummaryList', [{ PhoneNumber: '+18005550199', PhoneNumberType: 'TOLL_FREE' }]],
])('%s %s lists what the instance has', async (method, path, key, rows) => {
  const { ask } = openFace();
  const { body } = await ask(method, path, method === 'POST' ? { InstanceId: 'instance-1' } : undefined);
  expect(body).toMatchObject({ [key]: rows });
});

test('a refusal names its type in the header, as the SDK expects', async () => {
  const { ask } = openFace();
  expect(await ask('GET', '/queues-summary/elsewhere')).toMatchObject({ status: 404, type: 'ResourceNotFoundException' });
  expect(await ask('GET', '/queues-summary/instance-1?maxResults=0')).toMatchObject({ status: 400, type: 'InvalidParameterException' });
  expect(await ask('DELETE', '/contacts/instance-1/contact-1')).toMatchObject({ status: 404, type: 'ResourceNotFoundException' });
  expect(await ask('POST', '/search-contacts', { InstanceId: 1 })).toMatchObject({ status: 400, type: 'InvalidParameterException' });
});

test('a body that is no JSON is refused in JSON', async () => {
  const { fetch } = openFace();
  const response = await fetch('/connect-api/search-contacts', { method: 'POST', body: '{' });
  expect([response.status, response.headers.get('x-amzn-errortype')]).toEqual([400, 'InvalidRequestException']);
});

test('a flow is created once under a name, and exported as it came', async () => {
  const { ask } = openFace();
  const file = { Name: 'Night', Type: 'CONTACT_FLOW', Content: '{}' };
  expect((await ask('PUT', '/contact-flows/instance-1', file)).body).toMatchObject({ ContactFlowId: 'flow-night' });
  expect(await ask('PUT', '/contact-flows/instance-1', file)).toMatchObject({ status: 409, type: 'DuplicateResourceException' });
  expect((await ask('GET', '/contact-flows/instance-1/flow-night')).body).toMatchObject({ ContactFlow: { Content: '{"Version":"2019-10-30"}' } });
});

test('a flow that cannot run is refused with its problems and nothing is sent to the center', async () => {
  const { ask, center } = openFace();
  const { status, type, body } = await ask('POST', '/contact-flows/instance-1/flow-main/content', { Content: 'broken' });
  expect([status, type]).toEqual([400, 'InvalidContactFlowException']);
  expect(body).toMatchObject({ problems: [{ message: 'line 3: This is not JSON.' }] });
  expect(center.sent).toEqual([]);
});

test('an import needs every reference mapped, and is remembered for the next file', async () => {
  const { ask, center } = openFace();
  const file = { Name: 'Main', Type: 'CONTACT_FLOW', Content: 'prompt/1', Replace: true };
  expect((await ask('PUT', '/x/flows', { ...file, Mapping: {} })).type).toBe('InvalidContactFlowException');
  expect((await ask('PUT', '/x/flows', { ...file, Mapping: { 'prompt/1': 'prompt-music' } })).body).toMatchObject({ ContactFlowId: 'flow-main' });
  expect(center.instance().flows.find(({ name }) => name === 'Main')?.mapping).toEqual({ 'prompt/1': 'prompt-music' });
  expect((await ask('POST', '/x/flow-check', { Content: 'prompt/1' })).body).toMatchObject({ References: [{ ResolvedTo: { Id: 'prompt-music' } }] });
});

test('a flow is assigned to a number and to a queue, of the type that the place takes', async () => {
  const { ask } = openFace();
  expect((await ask('PUT', '/x/queues/queue-cb/flows', { Use: 'agentWhisper', ContactFlowId: 'flow-whisper' })).status).toBe(200);
  expect((await ask('PUT', '/x/queues/queue-cb/flows', { Use: 'agentWhisper', ContactFlowId: 'flow-main' })).type).toBe('InvalidParameterException');
  expect((await ask('PUT', '/x/phone-numbers/%2B18005550199/flow', { ContactFlowId: null })).status).toBe(200);
  const assigned = flowAssignments.parse((await ask('GET', '/x/flow-assignments')).body);
  expect(assigned.Queues.find(({ Id }) => Id === 'queue-cb')?.AgentWhisperFlowId).toBe('flow-whisper');
  expect(assigned.PhoneNumbers[0]?.ContactFlowId).toBeNull();
});

test("the center's no becomes the face's", async () => {
  const { ask, center } = openFace();
  center.refuseNext({ ok: false, code: 'NOT_ALLOWED', detail: {} });
  const file = { Name: 'Night', Type: 'CONTACT_FLOW', Content: '{}' };
  expect(await ask('PUT', '/contact-flows/instance-1', file)).toMatchObject({ status: 403, type: 'AccessDeniedException' });
});

test('lists page by token', async () => {
  const { ask } = openFace();
  const first = contactFlowList.parse((await ask('GET', '/contact-flows-summary/instance-1?maxResults=2')).body);
  const rest = contactFlowList.parse((await ask('GET', `/contact-flows-summary/instance-1?maxResults=2&nextToken=${first.NextToken}`)).body);
  expect([first, rest].map((page) => page.ContactFlowSummaryList.map(({ Name }) => Name))).toEqual([['Main', 'Wait'], ['Whisper']]);
});

test('things are named by the same ARNs here and in contact records', () => {
  expect([instanceArn('i'), thingArn('i', 'queue', 'q')]).toEqual([arnOf('i', 'instance', 'i'), arnOf('i', 'queue', 'q')]);
});
