import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { isShown, shows, sizes, statesOf, themes } from './gallery.ts';
import { Lab } from './pages/lab.page.ts';
import { isDialed, isJoined, john, ringsAt } from './stories/promised.ts';

let looks = 0;

/** What axe finds wrong with a page: small and wide, one of them light and the other dark, by turns from page to page. */
async function isAccessible(page: Page, what: string): Promise<void> {
  looks += 1;
  await isShown(page);
  for (const [at, size] of [sizes[0], sizes[2]].entries()) {
    const colorScheme = themes[(looks + at) % 2] ?? 'light';
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).analyze();
    const found = violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`) }));
    expect.soft(found, `${what}, ${size.width} × ${size.height}, ${colorScheme}`).toEqual([]);
  }
}

test('every state of the softphone is accessible', async ({ page }) => {
  test.setTimeout(180_000);
  for (const state of await statesOf(page)) {
    await shows(page, state);
    await isAccessible(page, state);
  }
});

test('the softphone’s menus and lists are accessible', async ({ center }) => {
  const { page, status } = await center.agent('ana');
  await status.click();
  await isAccessible(page, 'list of statuses');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await isAccessible(page, 'menu');
  await page.keyboard.press('Control+Shift+?');
  await isAccessible(page, 'keyboard shortcuts');
});

test('a customer’s phone is accessible on every screen', async ({ center }) => {
  test.setTimeout(90_000);
  const ana = await center.agent('ana');
  const phone = await center.customer(john);
  await isAccessible(phone.page, 'idle');
  await phone.dials('Main line');
  await center.clock.advance(36_000);
  await expect(phone.heard).toContainText('Press 1');
  await isAccessible(phone.page, 'menu and keypad');
  await phone.hangsUp();
  await expect(phone.screen('You hung up')).toBeVisible();
  await isAccessible(phone.page, 'ended');
  await ringsAt(center, ana);
  await isDialed(center, ana);
  await expect(phone.button('Answer')).toBeVisible();
  await isAccessible(phone.page, 'ringing');
  await isJoined(center, ana, phone);
  await expect(phone.company('Talking to an agent')).toBeVisible();
  await isAccessible(phone.page, 'talking');
});

test('welcome, records, flows, the lab and the pages of trouble are accessible', async ({ center }) => {
  test.setTimeout(120_000);
  const ana = await center.agent('ana');
  await ringsAt(center, ana, { whenCalled: [{ answersAfter: 0 }] });
  const records = await center.records();
  await records.opens('Inbound');
  await isAccessible(records.page, 'records');
  const flows = await center.flows();
  await flows.list.getByRole('link', { name: /^Offer callback Customer queue/ }).click();
  await expect(flows.flow.getByRole('heading', { name: 'Steps' })).toBeVisible();
  await flows.takes('broken.json', '{ "Version": ');
  await isAccessible(flows.page, 'flows');
  const metrics = await center.open('/metrics');
  await expect(metrics.getByRole('columnheader', { name: 'CallbackQueue' }).first()).toBeVisible();
  await isAccessible(metrics, 'metrics');
  const welcome = await center.open('/');
  await isAccessible(welcome, 'welcome');
  await new Lab(welcome).unfolds();
  await isAccessible(welcome, 'lab');
  await isAccessible(await center.open('/customer'), 'choice of a phone');
  await welcome.goto(center.address('/', { agent: 'zed' }));
  await expect(welcome.getByRole('link', { name: 'Ana Martins (ana)' })).toBeVisible();
  await isAccessible(welcome, 'unknown agent');
});
