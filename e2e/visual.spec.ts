import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { isShown, shows, sizes, statesOf, themes } from './gallery.ts';
import { Lab } from './pages/lab.page.ts';
import { isDialed, isJoined, john, ringsAt } from './stories/promised.ts';

/** Pictures of a page at every size, light and dark, under artifacts/looks, to be looked at by people. */
async function isPictured(page: Page, name: string): Promise<void> {
  await isShown(page);
  for (const size of sizes) {
    await page.setViewportSize(size);
    // The page lays itself out anew when the window has another size: what counts is where it comes to rest.
    const sideways = (): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    await expect.poll(sideways, `${name} does not scroll sideways at ${size.width}`).toBe(0);
    for (const colorScheme of themes) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.screenshot({ path: `e2e/artifacts/looks/${name}-${size.width}x${size.height}-${colorScheme}.png`, animations: 'disabled' });
    }
  }
}

test('every state of the softphone at every size; at 320 × 460 nothing has to be scrolled to be answered', async ({ page }) => {
  test.setTimeout(300_000);
  for (const state of await statesOf(page)) {
    await shows(page, state);
    await isPictured(page, `softphone-${state}`);
    await page.setViewportSize(sizes[0]);
    const stage = page.getByRole('main').getByRole('region').first();
    for (const button of await stage.getByRole('button').all()) await expect.soft(button, `${state}: ${await button.innerText()}`).toBeInViewport({ ratio: 1 });
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollHeight - document.documentElement.clientHeight), `${state} fits the page`).toBe(0);
  }
});

test('a customer’s phone on every screen', async ({ center }) => {
  test.setTimeout(60_000);
  const ana = await center.agent('ana');
  const phone = await center.customer(john);
  await isPictured(phone.page, 'phone-idle');
  await phone.dials('Main line');
  await center.clock.advance(36_000);
  await expect(phone.heard).toContainText('Press 1');
  await isPictured(phone.page, 'phone-menu');
  await phone.hangsUp();
  await expect(phone.screen('You hung up')).toBeVisible();
  await isPictured(phone.page, 'phone-ended');
  await ringsAt(center, ana);
  await expect(phone.promise).toBeVisible();
  await isPictured(phone.page, 'phone-promised');
  await isPictured(ana.page, 'desk-offer');
  await isDialed(center, ana);
  await expect(phone.button('Answer')).toBeVisible();
  await isPictured(phone.page, 'phone-ringing');
  await isJoined(center, ana, phone);
  await expect(phone.company('Talking to an agent')).toBeVisible();
  await isPictured(phone.page, 'phone-talking');
});

test('the other pages', async ({ center }) => {
  test.setTimeout(60_000);
  const ana = await center.agent('ana');
  await ringsAt(center, ana, { whenCalled: [{ answersAfter: 0 }] });
  const records = await center.records();
  await expect(records.rows).toHaveCount(1);
  await isPictured(records.page, 'records-list');
  await records.opens('Inbound');
  await isPictured(records.page, 'records-detail');
  const flows = await center.flows();
  await expect(flows.list).toBeVisible();
  await isPictured(flows.page, 'flows-list');
  await flows.takes('broken.json', '{ "Version": ');
  await isPictured(flows.page, 'flows-broken');
  const metrics = await center.open('/metrics');
  await expect(metrics.getByRole('columnheader', { name: 'CallbackQueue' }).first()).toBeVisible();
  await isPictured(metrics, 'metrics');
  const page = await center.open('/');
  await isPictured(page, 'welcome');
  await new Lab(page).unfolds();
  await isPictured(page, 'lab');
  await page.goto(center.address('/customer'));
  await expect(page.getByRole('heading', { name: 'Whose phone is this?' })).toBeVisible();
  await isPictured(page, 'phone-choice');
  await page.goto(center.address('/', { agent: 'zed' }));
  await expect(page.getByRole('link', { name: 'Ana Martins (ana)' })).toBeVisible();
  await isPictured(page, 'unknown-agent');
});
