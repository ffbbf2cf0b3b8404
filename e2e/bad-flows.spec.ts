import { expect, test } from './fixtures.ts';
import type { FlowsPage } from './pages/flows.page.ts';
import { john } from './stories/promised.ts';

const action = (Identifier: string, Type: string, Parameters: object, Transitions: object) => ({ Identifier, Type, Parameters, Transitions });
const flow = (...actions: readonly ReturnType<typeof action>[]): string =>
  JSON.stringify({ Version: '2019-10-30', StartAction: actions[0]?.Identifier, Metadata: { name: 'Main menu', type: 'contactFlow' }, Actions: actions });
const bye = action('bye', 'DisconnectParticipant', {}, {});
const set = (id: string, next: string) =>
  action(id, 'UpdateContactAttributes', { Attributes: { a: '1' }, TargetContact: 'Current' }, { NextAction: next, Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'bye' }] });

/** Files that cannot run: what is wrong, and the place that the sentence must name. */
const files: readonly { readonly name: string; readonly text: string; readonly says: readonly (string | RegExp)[] }[] = [
  { name: 'broken.json', text: '{ "Version": "2019-10-30",\n  "Actions": [ oops ] }', says: ['This file cannot be imported.', /line 2/] },
  { name: 'empty.json', text: '', says: ['This file cannot be imported.'] },
  { name: 'shopping.json', text: '{ "milk": 2 }', says: ['This file cannot be imported.', /At \$/] },
  { name: 'list.json', text: '[1, 2, 3]', says: ['This file cannot be imported.', /At \$/] },
  {
    name: 'missing-target.json',
    text: flow(action('hello', 'MessageParticipant', { Text: 'Hello' }, { NextAction: 'nowhere', Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'bye' }] }), bye),
    says: ['nowhere', 'At hello → NextAction', 'The flow cannot run like this.'],
  },
  { name: 'endless.json', text: flow(set('first', 'second'), set('second', 'first'), bye), says: ['first', 'second', /circle|endless|never/i, 'The flow cannot run like this.'] },
];

const cannotBeSaved = async (flows: FlowsPage, { name, text, says }: (typeof files)[number]): Promise<void> => {
  const card = await flows.takes(name, text);
  for (const words of says) await expect.soft(card, name).toContainText(words);
  await expect(card.getByRole('button', { name: /^(Save|Replace)/ })).toHaveCount(0);
  await card.getByRole('button', { name: `Put ${name} away` }).click();
  await expect(card).toHaveCount(0);
};

test('a file that cannot run is refused with a sentence that names the place, and the running flow stays', async ({ center }) => {
  const flows = await center.flows();
  const phone = await center.customer(john);
  await phone.dials('Main line');
  await expect(phone.heard).toContainText('Welcome.');
  for (const file of files) await cannotBeSaved(flows, file);

  // Who is in the flow goes on in it, and who comes next finds it unchanged.
  await center.clock.advance(10_000);
  await expect(phone.company('Waiting in line')).toBeVisible();
  await phone.hangsUp();
  await phone.button('Call again').click();
  await expect(phone.heard).toContainText('Welcome.');
});

test('actions that this center cannot run are named, never left out in silence', async ({ center }) => {
  const flows = await center.flows();
  const text = flow(
    action('lookup', 'GetCustomerProfile', {}, { NextAction: 'bye', Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'bye' }] }),
    bye,
  ).replace('Main menu', 'With a look-up');
  const card = await flows.takes('lookup.json', text);
  const unable = card.getByRole('region', { name: 'Actions that cannot be run here' });
  await expect(unable).toContainText('GetCustomerProfile');
  await expect(unable).toContainText('At lookup');
  await flows.saves(card);
  await expect(flows.flow).toContainText('Its error branch is taken.');
});
