import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './fixtures.ts';
import type { FlowsPage } from './pages/flows.page.ts';
import { john } from './stories/promised.ts';

const action = (Identifier: string, Type: string, Parameters: object, Transitions: object = {}) => ({ Identifier, Type, Parameters, Transitions });
const failing = (NextAction: string) => ({ NextAction, Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'bye' }] });
const bye = action('bye', 'DisconnectParticipant', {});
const file = (name: string | null, type: string | null, ...actions: readonly object[]): string =>
  JSON.stringify({ Version: '2019-10-30', StartAction: 'a', Metadata: { ...(name !== null && { name }), ...(type !== null && { type }) }, Actions: actions });
const arn = (tail: string): string => `arn:aws:connect:us-west-2:111122223333:instance/i/${tail}`;

/** The flows of somebody else's contact center, which lead to one another. */
const folder: Readonly<Record<string, string>> = {
  'center/inbound/greeting.json': file('Greeting', 'contactFlow',
    action('a', 'InvokeFlowModule', { FlowModuleId: arn('flow-module/ask_language') }, failing('go')),
    action('go', 'TransferToFlow', { ContactFlowId: arn('contact-flow/reception') }, failing('bye')), bye),
  'center/inbound/reception.json': file('Reception', 'contactFlow',
    action('a', 'MessageParticipant', { Text: 'This is the reception.' }, failing('queue')),
    action('queue', 'UpdateContactTargetQueue', { QueueId: arn('queue/11111111-2222-3333-4444-555555555555') }, failing('again')),
    action('again', 'CheckHoursOfOperation', {}, { Conditions: [{ NextAction: 'bye', Condition: { Operator: 'Equals', Operands: ['True'] } }, { NextAction: 'back', Condition: { Operator: 'Equals', Operands: ['False'] } }], Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'bye' }] }),
    action('back', 'TransferToFlow', { ContactFlowId: arn('contact-flow/greeting') }, failing('bye')), bye),
  'center/inbound/night.json': file('Night', 'contactFlow',
    action('a', 'UpdateContactTargetQueue', { QueueId: arn('queue/11111111-2222-3333-4444-555555555555') }, failing('bye')), bye),
  'center/modules/language.json': file('Ask language', null,
    action('a', 'MessageParticipant', { Text: 'English it is.' }, failing('bye')), action('bye', 'EndFlowModuleExecution', {})),
  'center/broken.json': file('Broken', 'contactFlow', action('a', 'MessageParticipant', { Text: 'Hello' }, failing('nowhere')), bye),
  'center/package.json': '{ "name": "center" }',
  'center/README.md': '# Flows',
  'center/.git/HEAD.json': '{}',
};

async function written(below: string): Promise<string> {
  for (const [path, text] of Object.entries(folder)) {
    await mkdir(dirname(join(below, path)), { recursive: true });
    await writeFile(join(below, path), text);
  }
  return join(below, 'center');
}

const row = (flows: FlowsPage, path: string, below = 'center/') => flows.page.getByRole('region', { name: `File ${below}${path}` });

test('a folder of flows that lead to one another is imported at once, and a caller goes through them', async ({ center }, info) => {
  test.setTimeout(60_000);
  const flows = await center.flows();
  await flows.page.getByLabel('Choose a folder').setInputFiles(await written(info.outputPath()));
  await expect(flows.page.getByRole('region', { name: /^File / })).toHaveCount(6);
  await expect(flows.page.getByText('1 file is no JSON and was left out: README.md')).toBeVisible();
  await expect(row(flows, 'package.json')).toContainText('No flow: ');
  await expect(row(flows, 'broken.json')).toContainText('1 fault');
  await expect(row(flows, 'modules/language.json')).toContainText(/Ask language\s*Flow module\s*can be saved/);

  // The queue is asked for once: the other file knows it then, and the first can be saved with what it leads to.
  await expect(row(flows, 'inbound/reception.json')).toContainText('1 open choice');
  await expect(row(flows, 'inbound/night.json')).toContainText('1 open choice');
  await expect(row(flows, 'inbound/greeting.json')).toContainText('It refers to “Reception”, another of these files, which cannot be saved yet.');
  await row(flows, 'inbound/night.json').getByRole('button', { expanded: false }).click();
  await flows.maps(row(flows, 'inbound/night.json'), /^Queue: /, 'InboundQueue');
  await expect(row(flows, 'inbound/reception.json')).toContainText('can be saved');
  await row(flows, 'inbound/greeting.json').getByRole('button', { expanded: false }).click();
  await expect(row(flows, 'inbound/greeting.json').getByRole('combobox', { name: /^Flow: / }).locator('option:checked')).toHaveText('Reception (in this import)');
  await expect(row(flows, 'inbound/greeting.json').getByRole('button', { name: 'Save it with the 2 files it refers to' })).toBeVisible();

  await flows.page.getByRole('button', { name: 'Save all 4 that run' }).click();
  await expect(flows.page.getByText('4 flows are saved.')).toBeVisible();
  await expect(flows.page.getByRole('region', { name: /^File / })).toHaveCount(2);
  await expect(flows.list.getByRole('list', { name: 'Flow modules' })).toHaveText('Ask language');

  // What was mapped is remembered: a further file from there asks nothing.
  const later = await flows.takes('later.json', folder['center/inbound/night.json']?.replace('Night', 'Later') ?? '');
  await expect(later.getByRole('combobox', { name: /^Queue: / }).locator('option:checked')).toHaveText('InboundQueue');
  await flows.saves(later);

  await flows.page.goto(center.address('/flows'));
  await flows.list.getByRole('link', { name: /^Greeting/ }).click();
  await flows.usesAt('+1 800 555 0199');
  const phone = await center.customer(john);
  await phone.dials('Main line');
  await expect(phone.heard).toContainText('English it is.');
  await center.clock.advance(2_000);
  await expect(phone.heard).toContainText('This is the reception.');
  await flows.flow.getByRole('link', { name: 'Open the map' }).click();
  await expect(flows.page.getByRole('list', { name: 'The way of this contact' })).toContainText('in the module “Ask language”');
});

test('files dropped together are a row each', async ({ center }) => {
  const flows = await center.flows();
  const dropped = await flows.page.evaluateHandle((texts) => {
    const transfer = new DataTransfer();
    for (const [name, text] of texts) transfer.items.add(new File([text], name, { type: 'application/json' }));
    return transfer;
  }, [['night.json', folder['center/inbound/night.json'] ?? ''], ['notes.txt', 'Hello'], ['package.json', '{}']] as const);
  await flows.page.getByText('Drop flow files').dispatchEvent('drop', { dataTransfer: dropped });
  await expect(flows.page.getByRole('region', { name: /^File / })).toHaveCount(2);
  await expect(flows.page.getByText('1 file is no JSON and was left out: notes.txt')).toBeVisible();
  await row(flows, 'night.json', '').getByRole('button', { expanded: false }).click();
  for (const [width, colorScheme] of [[320, 'dark'], [1280, 'light']] as const) {
    await flows.page.setViewportSize({ width, height: 800 });
    await flows.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page: flows.page }).options({ resultTypes: ['violations'] }).analyze();
    expect.soft(violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) })), `${width} ${colorScheme}`).toEqual([]);
  }
  await flows.page.getByRole('button', { name: 'Put all away' }).click();
  await expect(flows.page.getByRole('region', { name: /^File / })).toHaveCount(0);
});
