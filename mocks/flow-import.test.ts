import { expect, test } from 'vitest';
import { flowReader } from '../src/app/flow-reader.ts';
import { resourceReader } from '../src/app/resource-reader.ts';
import { createFakeCenter } from '../src/testing/fake-center.ts';
import { createInPageFetch } from './in-page-fetch.ts';

function openFace() {
  const center = createFakeCenter();
  const fetch = createInPageFetch({ center, flows: flowReader, resources: resourceReader }, 'http://ringback.test');
  const ask = async (method: string, path: string, body?: unknown) => {
    const response = await fetch(`/connect-api${path}`, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    return { status: response.status, body: (await response.json()) as unknown };
  };
  return { center, ask };
}

const bye = { Identifier: 'bye', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} };
const errors = [{ ErrorType: 'NoMatchingError', NextAction: 'bye' }];
const leads = (Type: string, Parameters: object) => JSON.stringify({
  Version: '2019-10-30', StartAction: 'go', Metadata: { name: 'x', type: 'contactFlow' }, Actions: [{ Identifier: 'go', Type, Parameters, Transitions: { NextAction: 'bye', Errors: errors } }, bye],
});
const toFlow = (name: string): string => leads('TransferToFlow', { ContactFlowId: `arn:aws:connect:x:1:instance/i/contact-flow/${name}` });
const asksModule = leads('InvokeFlowModule', { FlowModuleId: 'Ask' });
const asks = JSON.stringify({ Version: '2019-10-30', StartAction: 'back', Metadata: { name: 'Ask' }, Actions: [{ Identifier: 'back', Type: 'EndFlowModuleExecution', Parameters: {}, Transitions: {} }] });
const file = (Name: string, Content: string, Type = 'CONTACT_FLOW') => ({ Name, Type, Content, Mapping: {}, Replace: false });

test('flows of one import that lead to one another in a circle find each other', async () => {
  const { ask, center } = openFace();
  const { status, body } = await ask('PUT', '/x/flow-import', { Flows: [file('One', toFlow('Two')), file('Two', toFlow('One'))] });
  expect([status, body]).toMatchObject([200, { Flows: [{ Name: 'One' }, { Name: 'Two' }] }]);
  const [one, two] = ['One', 'Two'].map((name) => center.instance().flows.find((flow) => flow.name === name));
  expect([Object.values(one?.mapping ?? {}), Object.values(two?.mapping ?? {})]).toEqual([[two?.id], [one?.id]]);
  expect(center.sent.map(({ type }) => type)).toEqual(['instance.configure']);
});

test('a file by itself is a flow saved by itself', async () => {
  const { ask, center } = openFace();
  expect((await ask('PUT', '/x/flow-import', { Flows: [file('One', toFlow('One'))] })).status).toBe(200);
  expect(center.sent.map(({ type }) => type)).toEqual(['flow.save']);
});

test('a module is saved with the flow that invokes it', async () => {
  const { ask, center } = openFace();
  expect((await ask('PUT', '/x/flow-import', { Flows: [file('Start', asksModule), file('Ask', asks, 'MODULE')] })).status).toBe(200);
  const [configured] = center.sent;
  if (configured?.type !== 'instance.configure') throw new Error('The instance was not configured.');
  const [module] = configured.instance.modules;
  expect(module).toMatchObject({ name: 'Ask', content: { start: 'back' } });
  expect(configured.instance.flows.find(({ name }) => name === 'Start')?.mapping).toEqual({ Ask: module?.id });
});

test('a check finds the files beside it, and knows a module by what it does', async () => {
  const { ask } = openFace();
  const check = async (Content: string, Beside: object[]) => (await ask('POST', '/x/flow-check', { Content, Beside })).body;
  expect(await check(toFlow('Two'), [{ Name: 'Two', Type: 'CONTACT_FLOW' }])).toMatchObject({ IsModule: false, References: [{ ResolvedTo: { Name: 'Two' }, NeedsChoice: false }] });
  expect(await check(toFlow('Two'), [])).toMatchObject({ References: [{ ResolvedTo: null }] });
  expect(await check(asks, [])).toMatchObject({ IsModule: true, Type: null, Faults: [] });
});

test('when one of the files cannot run, none is saved', async () => {
  const { ask, center } = openFace();
  const { status, body } = await ask('PUT', '/x/flow-import', { Flows: [file('One', toFlow('One')), file('Two', '{')] });
  expect([status, body]).toMatchObject([400, { problems: [{ message: expect.stringMatching(/^Two: /) }] }]);
  expect(center.sent).toEqual([]);
});

test.each([
  ['two files of one name', [file('One', toFlow('One')), file('One', toFlow('One'))]],
  ['a name that is there, unless it is to be replaced', [file('Main menu', toFlow('Main menu'))]],
  ['a flow of another type', [{ ...file('Main menu', toFlow('Main menu'), 'CUSTOMER_QUEUE'), Replace: true }]],
])('%s: nothing is saved', async (_what, Flows) => {
  const { ask, center } = openFace();
  await ask('PUT', '/x/flow-import', { Flows: [file('Main menu', toFlow('Main menu'))] });
  const before = center.sent.length;
  expect((await ask('PUT', '/x/flow-import', { Flows })).status).toBe(400);
  expect(center.sent).toHaveLength(before);
});

test('modules are listed as Amazon lists them', async () => {
  const { ask } = openFace();
  expect((await ask('GET', '/contact-flow-modules-summary/instance-1')).body).toMatchObject({ ContactFlowModulesSummaryList: [] });
});
