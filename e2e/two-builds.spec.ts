import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { asksForNewer, servedTwice } from './other-build.ts';

let served: Awaited<ReturnType<typeof servedTwice>>;
test.beforeAll(async () => {
  test.setTimeout(60_000);
  served = await servedTwice();
});
test.afterAll(() => served.close());

const status = (page: Page) => page.getByRole('button', { name: /^Status:/ });
const trouble = (page: Page) => page.getByRole('heading', { name: 'Two versions of Ringback are open' });

test('while an older build is open, a newer one takes over; the older is told and writes nothing any more', async ({ context }) => {
  const older = await context.newPage();
  await older.goto(`${served.url}/?agent=ana&clock=held`);
  await status(older).click();
  await older.getByRole('menuitemradio', { name: 'Break' }).click();
  await expect(status(older)).toContainText('Break');

  const newer = await context.newPage();
  await newer.setExtraHTTPHeaders(asksForNewer);
  await newer.goto(`${served.url}/?agent=ana`);
  await expect(status(newer)).toContainText('Break');
  await expect(trouble(older)).toBeVisible();
  await expect(older.getByRole('alert')).toContainText('A newer version of this page is open in another tab. Reload this tab to use it.');

  // Reloaded into the same old page it is told again, and the newer goes on undisturbed.
  await older.reload();
  await expect(trouble(older)).toBeVisible();
  await status(newer).click();
  await newer.getByRole('menuitemradio', { name: 'Training' }).click();
  await expect(status(newer)).toContainText('Training');

  await older.setExtraHTTPHeaders(asksForNewer);
  await older.getByRole('button', { name: 'Reload' }).click();
  await expect(status(older)).toContainText('Training');
});
