import type { Route } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { isDialed, ringsAt } from './stories/promised.ts';

test('of two tabs of one agent one rings, the other says so and can take over', async ({ center }) => {
  const first = await center.agent('ana');
  const second = await center.agent('ana');
  const silent = 'This tab is silent: another tab rings.';
  await expect(second.page.getByText(silent)).toBeVisible();
  await expect(first.page.getByText(silent)).toHaveCount(0);

  await second.button('Ring here').click();
  await expect(first.page.getByText(silent)).toBeVisible();
  await expect(second.page.getByText(silent)).toHaveCount(0);

  await ringsAt(center, first);
  await expect(second.stage('offer')).toContainText('John');
  await second.page.close();
  await expect(first.page.getByText(silent)).toHaveCount(0);
  await isDialed(center, first);
});

test.describe('at once', () => {
  // A service worker would ask the page that is kept waiting.
  test.use({ serviceWorkers: 'block' });

  test('who accepts in two tabs at once gets the contact once, and the tab that came second is told', async ({ center }) => {
    const first = await center.agent('ana');
    const second = await center.agent('ana');
    await ringsAt(center, first);
    await expect(second.stage('offer')).toContainText('John');

    // The second tab stands still until the first has accepted: its button is pressed before it can be shown that.
    const held = new Promise<Route>((resolve) => { void center.context.route('**/stand-still', resolve); });
    const pressed = second.button('Accept').evaluate((button: HTMLButtonElement) => {
      const request = new XMLHttpRequest();
      request.open('GET', '/stand-still', false);
      request.send();
      button.click();
    });
    const standsStill = await held;
    await first.accepts();
    await first.isAt('Message to you');
    await standsStill.fulfill({ body: '' });
    await pressed;

    const told = 'This contact is no longer offered here';
    await expect(second.page.getByText(told)).toBeVisible();
    await expect(first.page.getByText(told)).toHaveCount(0);
    await second.isAt('Message to you');
    await center.clock.advance(10_000);
    for (const tab of [first, second]) await tab.isAt('Ringing');
  });
});
