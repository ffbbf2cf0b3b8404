import { AxeBuilder } from '@axe-core/playwright';
import type { Center } from './center.ts';
import { expect, test } from './fixtures.ts';
import { FlowMapPage } from './pages/flow-map.page.ts';
import { john } from './stories/promised.ts';

/** The demo's flow that offers a callback while callers wait, from the list to its map. */
async function mapOf(center: Center): Promise<FlowMapPage> {
  const flows = await center.flows();
  await flows.list.getByRole('link', { name: /^Offer callback Customer queue/ }).click();
  await flows.flow.getByRole('link', { name: 'Open the map' }).click();
  await expect(flows.page.getByRole('heading', { name: 'Offer callback', level: 1 })).toBeVisible();
  return new FlowMapPage(flows.page);
}

/** Where *Transfer to callback queue* stands in that flow. */
const callbackAction = 17;

test('retries are changed on the map, and a caller’s way through the saved flow lights up there', async ({ center }) => {
  test.setTimeout(60_000);
  await center.agent('ana');
  const map = await mapOf(center);
  await expect(map.map).toBeVisible();
  await expect(map.action(1)).toHaveAccessibleName(/^1\. Loop prompts.*Begins here/);
  const before = await map.content();

  await map.reads(callbackAction);
  await expect(map.panel).toContainText('2 means up to 3 calls');
  const whatIf = map.panel.getByRole('status', { name: 'What these numbers come to' });
  await expect(whatIf).toContainText('3 calls');
  await map.panel.getByText('Dial by dial').click();
  await expect(map.field('Message to the agent (seconds)')).toHaveValue('10');
  await expect(map.field('Message to the customer (seconds)')).toHaveValue('15');
  await expect(map.panel).toContainText('As “Agent whisper” takes to play.');
  await map.field('Message to the agent (seconds)').fill('40');
  await expect(map.panel).toContainText('“Agent whisper” takes 10 s.');
  await map.field('Maximum number of retries').fill('many');
  await expect(map.panel).toContainText('Write a whole number.');
  await expect(map.button('Save the flow')).toBeDisabled();
  await map.field('Maximum number of retries').fill('20');
  await expect(whatIf).toContainText('21 calls');
  await expect(map.panel.getByRole('list', { name: 'What is wrong here' })).toContainText('21');
  await map.button('Undo').click();
  await expect(map.field('Maximum number of retries')).toHaveValue('2');
  await map.field('Maximum number of retries').fill('3');
  await map.field('Minimum time between attempts (seconds)').fill('300');
  await expect(map.page.getByText('2 unsaved changes')).toBeVisible();
  await map.button('Save the flow').click();
  await expect(map.page.getByText('“Offer callback” is saved.')).toBeVisible();
  expect(await map.content()).toBe(before.replace('"MaximumConnectionAttempts":"2"', '"MaximumConnectionAttempts":"3"').replace('"RetryDelaySeconds":"600"', '"RetryDelaySeconds":"300"'));

  const phone = await center.customer(john);
  await phone.dials('Main line');
  await center.clock.advance(36_000);
  await expect(phone.heard).toContainText('Press 1 if you want us to call you back.');
  await expect(map.action(2)).toHaveAccessibleName(/Contact is here/);
  await phone.presses('1');
  await expect(map.action(4)).toHaveAccessibleName(/Contact is here/);
  await expect(map.action(2)).toHaveAccessibleName(/Passed by the contact, .*keyed 1/);
  await phone.presses('1');
  await phone.presses('1');
  await expect(map.path).toContainText(`${callbackAction}. Transfer to callback queue`);
  await expect(map.action(callbackAction)).toHaveAccessibleName(/3 retries every 5 min.*Passed by the contact/);
  await center.clock.advance(30_000);
  await expect(phone.screen('The center hung up')).toBeVisible();
  await expect(phone.promise).toBeVisible();

  // It is over: it is gone through again, a step at a time.
  await followContact(map, /inbound/);
  await map.button('First step').click();
  await expect(map.page.getByText(/^Step 1 of \d+$/)).toBeVisible();
  await expect(map.action(2)).not.toHaveAccessibleName(/Passed|Contact is here/);
  // Played, it goes on by itself, and stops when it is paused.
  await map.button('Play').click();
  await expect(map.page.getByText(/^Step 3 of \d+$/)).toBeVisible({ timeout: 10_000 });
  await map.button('Pause').click();
  await expect(map.button('Play')).toBeVisible();
  const scrubber = map.page.getByRole('slider', { name: 'Step of the way' });
  await scrubber.focus();
  await map.page.keyboard.press('End');
  await expect(map.action(callbackAction)).toHaveAccessibleName(/Passed by the contact/);

  await map.page.getByRole('combobox', { name: 'What has been visited' }).selectOption('By this session’s contacts');
  await expect(map.page.getByText(/^\d+ of 20 actions$/)).toBeVisible();
  await expect(map.action(callbackAction)).toHaveAccessibleName(/visited once/);
  await expect(map.action(15)).toHaveAccessibleName(/not visited/);
  await map.page.getByRole('combobox', { name: 'What has been visited' }).selectOption('By the project’s scenarios');
  await expect(map.page.getByText(/^Counted when the project was built/)).toBeVisible();
});

/** By its id: what the list says of a contact changes while it is being read. */
async function followContact(map: FlowMapPage, words: RegExp): Promise<void> {
  const contacts = map.page.getByRole('combobox', { name: 'Contact' });
  const contactId = await contacts.getByRole('option').filter({ hasText: words }).first().getAttribute('value');
  await contacts.selectOption(contactId ?? '');
}

test('the map is walked by keyboard, and its list is one key away', async ({ center }) => {
  const map = await mapOf(center);
  await expect(map.action(1)).toBeVisible();
  await map.button('List').focus();
  await map.page.keyboard.press('Tab');
  await expect(map.action(1)).toBeFocused();
  await map.page.keyboard.press('Tab');
  await expect(map.action(2)).toBeFocused();
  await map.action(1).focus();
  await map.page.keyboard.press('ArrowRight');
  await expect(map.action(2)).toBeFocused();
  await map.page.keyboard.press('ArrowDown');
  await expect(map.action(3)).toBeFocused();
  await map.page.keyboard.press('ArrowLeft');
  await expect(map.action(1)).toBeFocused();
  await map.page.keyboard.press('End');
  await expect(map.action(20)).toBeFocused();
  await expect(map.action(20)).toBeInViewport();
  await map.page.keyboard.press('Enter');
  await expect(map.panel.getByRole('heading', { name: 'Disconnect' })).toBeFocused();
  await map.page.keyboard.press('Escape');
  await expect(map.action(20)).toBeFocused();
  await map.page.keyboard.press('Escape');
  await expect(map.button('List')).toBeFocused();
  await map.page.keyboard.press('Enter');
  await expect(map.list.getByRole('listitem').filter({ has: map.action(callbackAction) })).toContainText('2 retries every 10 min');
  await map.reads(callbackAction);
  await expect(map.field('Initial delay (seconds)')).toHaveValue('99');
});

test('the messages of the callback’s queue are chosen beside it, undone, and saved with the flow', async ({ center }) => {
  const map = await mapOf(center);
  await map.reads(callbackAction);
  const toAgent = map.field('To the agent');
  await expect(toAgent.locator('option:checked')).toHaveText('Agent whisper');
  await expect(map.panel.getByRole('link', { name: 'Open the map of “Agent whisper”' })).toBeVisible();
  await toAgent.selectOption({ label: 'Default agent whisper' });
  await map.button('Undo').click();
  await expect(toAgent.locator('option:checked')).toHaveText('Agent whisper');
  await toAgent.selectOption({ label: 'Default agent whisper' });
  const before = await map.content();
  await map.button('Save the flow').click();
  await expect(map.page.getByText('“Offer callback” is saved.')).toBeVisible();
  await expect(map.page.getByText(/unsaved change/)).toHaveCount(0);
  expect(await map.content()).toBe(before);
  await map.panel.getByRole('link', { name: 'Open the map of “Default agent whisper”' }).click();
  await expect(map.page.getByRole('heading', { name: 'Default agent whisper', level: 1 })).toBeVisible();
});

test('a text is replaced by a prompt of the instance that the flow did not know, and undone', async ({ center }) => {
  const map = await mapOf(center);
  await map.reads(2);
  const before = await map.content();
  await map.field('Prompt instead of the text').selectOption({ label: 'Hold music' });
  await expect(map.field('Text')).toHaveCount(0);
  await map.button('Undo').click();
  await expect(map.field('Text')).toHaveValue(/Press 1 if you want us to call you back/);
  await map.field('Prompt instead of the text').selectOption({ label: 'Hold music' });
  await map.button('Save the flow').click();
  await expect(map.page.getByText('“Offer callback” is saved.')).toBeVisible();
  expect(await map.content()).not.toBe(before);
  await expect(map.field('Prompt').locator('option:checked')).toHaveText('Hold music');
});

test('a page with unsaved changes asks before it is left', async ({ center }) => {
  const map = await mapOf(center);
  await map.reads(callbackAction);
  await map.field('Initial delay (seconds)').fill('60');
  await expect(map.page.getByText('1 unsaved change')).toBeVisible();
  const asked = map.page.waitForEvent('dialog');
  await Promise.all([asked.then((dialog) => {
    expect(dialog.type()).toBe('beforeunload');
    return dialog.dismiss();
  }), map.page.getByRole('link', { name: 'All flows' }).click({ noWaitAfter: true })]);
  await expect(map.field('Initial delay (seconds)')).toHaveValue('60');
  await map.button('Discard all').click();
  await map.page.getByRole('link', { name: 'All flows' }).click();
  await expect(map.page.getByRole('heading', { name: 'Flows', level: 1 })).toBeVisible();
});

test('on a small screen the list comes first', async ({ center }) => {
  const map = await mapOf(center);
  await map.page.setViewportSize({ width: 320, height: 640 });
  await expect(map.list).toBeVisible();
  await map.button('Map').click();
  await expect(map.map).toBeVisible();
  await expect(map.list).toHaveCount(0);
});

test('map, panel and list are accessible', async ({ center }) => {
  test.setTimeout(60_000);
  const map = await mapOf(center);
  const check = async (what: string, size: { readonly width: number; readonly height: number }, colorScheme: 'light' | 'dark'): Promise<void> => {
    await map.page.setViewportSize(size);
    await map.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page: map.page }).options({ resultTypes: ['violations'] }).analyze();
    expect.soft(violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`) })), `${what} ${size.width} ${colorScheme}`).toEqual([]);
  };
  const [small, wide] = [{ width: 320, height: 640 }, { width: 1280, height: 800 }];
  await map.page.getByRole('combobox', { name: 'What has been visited' }).selectOption('By the project’s scenarios');
  await map.reads(callbackAction);
  await map.field('Maximum number of retries').fill('20');
  await expect(map.panel.getByRole('list', { name: 'What is wrong here' })).toBeVisible();
  await check('map and panel', wide, 'light');
  await check('map and panel', wide, 'dark');
  await check('panel', small, 'light');
  await map.button('Close this action').click();
  await check('list', small, 'dark');
  await map.button('Map').click();
  await expect(map.map).toBeVisible();
  await check('map', small, 'light');
});
