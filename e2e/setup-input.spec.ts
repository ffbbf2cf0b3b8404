import { SetupPage } from './pages/setup.page.ts';
import { expect, test } from './fixtures.ts';
import type { Center } from './center.ts';

const opens = async (center: Center, path = '/setup'): Promise<SetupPage> => new SetupPage(await center.open(path));
const flowNames = async (setup: SetupPage): Promise<readonly string[]> => {
  const names = await setup.page.evaluate(async () => {
    const list: { InstanceSummaryList: { Id: string }[] } = await (await fetch('/connect-api/instance')).json();
    const flows: { ContactFlowSummaryList: { Name: string }[] } = await (await fetch(`/connect-api/contact-flows-summary/${list.InstanceSummaryList[0]?.Id}`)).json();
    return flows.ContactFlowSummaryList.map(({ Name }) => Name);
  });
  return names.filter((name) => name.includes('ine with callback') || name.startsWith('Second'));
};

test('what is wrong is told with its remedy, leads to its field, and loses nothing', async ({ center }) => {
  const setup = await opens(center);
  await setup.isAt('A queue for callbacks');
  await setup.goesOn();
  await expect(setup.errors).toBeFocused();
  await setup.errors.getByRole('link', { name: 'Name of the queue: Give the queue a name' }).click();
  await expect(setup.field('Name of the queue')).toBeFocused();
  await setup.field('Name of the queue').fill('callbackqueue');
  await expect(setup.field('Name of the queue')).toHaveAccessibleDescription(/There is a queue called “callbackqueue” already\. Choose another name/);
  await setup.field('Name of the queue').fill('Callbacks');
  await expect(setup.page.getByText('There is a queue called')).toHaveCount(0);
  await setup.goesOn();

  await setup.field('Caller ID name').fill('Tom & Co');
  await setup.list('Caller ID number').selectOption('Another number…');
  await setup.field('The other number').fill('202 555');
  await setup.goesOn();
  await expect(setup.errors.getByRole('link')).toHaveText([/^Caller ID name: Leave out “&”/, /^The other number: This number is too short/]);
  await setup.field('The other number').fill('2025550111');
  await setup.field('Caller ID name').fill('Tom and Co');
  await expect(setup.errors.getByRole('link')).toHaveText([/does not belong to your contact center/]);

  // The steps may be taken in any order; each says how far it is.
  await setup.goesTo('Flow');
  await setup.field('Maximum number of retries').fill('20');
  await expect(setup.field('Maximum number of retries')).toHaveAccessibleDescription(/20 retries mean up to 21 calls to one customer/);
  await setup.goesTo('Caller ID');
  await expect(setup.field('Caller ID name')).toHaveValue('Tom and Co');
  await expect(setup.field('The other number')).toHaveValue('(202) 555-0111');
  await setup.goesTo('Set up');
  await expect(setup.page.getByRole('button', { name: 'Set it up' })).toBeDisabled();
  await expect(setup.page.getByRole('region', { name: 'To be corrected first' })).toContainText('Routing profile: Choose the routing profile');
  await setup.page.goBack();
  await setup.isAt('Outbound caller ID');
});

test('run twice, it makes a second callback, or changes the first one, as one chooses', async ({ center }) => {
  test.setTimeout(90_000);
  const setup = await opens(center);
  await setup.fillsIn();
  await setup.setsUp();
  await setup.page.getByRole('button', { name: 'Set up another callback' }).click();
  await setup.fillsIn({ queue: 'Callbacks 2', flow: 'Second line', number: '+18005550123' });
  await setup.setsUp();
  expect(await flowNames(setup)).toEqual(expect.arrayContaining(['Line with callback', 'Second line']));

  await setup.page.getByRole('button', { name: 'Set up another callback' }).click();
  await setup.page.getByRole('radio', { name: 'Change “Line with callback”' }).check();
  await expect(setup.field('Name of the queue')).toHaveValue('Callbacks');
  await setup.goesTo('Flow');
  await setup.field('Name of the flow').fill('Second line');
  await expect(setup.page.getByText('There is a flow called “Second line” already.')).toBeVisible();
  await setup.field('Name of the flow').fill('First line with callback');
  await setup.field('Maximum number of retries').fill('1');
  await setup.goesTo('Set up');
  await setup.setsUp();
  expect((await flowNames(setup)).filter((name) => !name.includes('–')).toSorted()).toEqual(['First line with callback', 'Second line']);
  await setup.page.getByRole('button', { name: 'Change this one' }).click();
  await setup.goesTo('Flow');
  await expect(setup.field('Maximum number of retries')).toHaveValue('1');
});

test('a draft that cannot be read is told, and a fresh one begins; starting over asks first', async ({ center }) => {
  const setup = await opens(center);
  await setup.isAt('A queue for callbacks');
  await setup.page.evaluate(() => localStorage.setItem('ringback.setup', '{ "version": 1, "dr'));
  await setup.page.reload();
  await expect(setup.page.getByText('could not be read. This is a fresh start.')).toBeVisible();
  await setup.field('Name of the queue').fill('Callbacks');
  await setup.page.reload();
  await expect(setup.field('Name of the queue')).toHaveValue('Callbacks');
  await setup.page.getByRole('button', { name: 'Start over' }).click();
  await expect(setup.page.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await setup.page.getByRole('button', { name: 'Yes, clear it' }).click();
  await expect(setup.field('Name of the queue')).toHaveValue('');
});

test('what was chosen and is gone is told at its place, and everything typed is kept', async ({ center }) => {
  const setup = await opens(center);
  await setup.fillsIn();
  await setup.setsUp();
  await center.anyPage.evaluate(() => window.ringback.reset({ startsAt: '2024-01-10T11:30:00Z' }));
  await expect(setup.page.getByText('What you set up here before is no longer there.')).toBeVisible();
  await setup.goesTo('Set up');
  await setup.setsUp();
});

test('the keyboard alone leads through it', async ({ center }) => {
  const setup = await opens(center);
  const { keyboard } = setup.page;
  await setup.isAt('A queue for callbacks');
  await setup.nav.getByRole('link', { name: /^Set up/ }).focus();
  await keyboard.press('Tab');
  await expect(setup.field('Name of the queue')).toBeFocused();
  await keyboard.type('Callbacks');
  await keyboard.press('Enter');
  await expect(setup.page.getByRole('heading', { level: 2, name: 'Outbound caller ID' })).toBeFocused();
  await keyboard.press('Tab');
  await keyboard.press('Tab');
  await keyboard.type('+1 800 555 0199');
  await expect(setup.list('Caller ID number')).toHaveValue('+18005550199');
  // Back, then on: the way to the buttons is the way of the fields.
  await keyboard.press('Tab');
  await expect(setup.page.getByRole('button', { name: 'Back' })).toBeFocused();
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  await expect(setup.page.getByRole('heading', { level: 2, name: 'The queue in a routing profile' })).toBeFocused();
  await keyboard.press('Tab');
  await keyboard.type('Support');
  await keyboard.press('Tab');
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  await setup.isAt('The flow that offers the callback');
  await keyboard.press('Tab');
  await keyboard.type('Line with callback');
  await keyboard.press('Tab');
  await keyboard.press('ArrowDown');
  await expect(setup.page.getByRole('radio', { name: 'While callers wait in queue' })).toBeChecked();
  await expect(setup.field('Offer it every … seconds')).toHaveValue('30');
});
