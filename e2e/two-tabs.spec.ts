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

test('who accepts in two tabs at once gets the contact once, and one tab is told', async ({ center }) => {
  const tabs = [await center.agent('ana'), await center.agent('ana')] as const;
  await ringsAt(center, tabs[0]);
  await expect(tabs[1].stage('offer')).toContainText('John');
  // Both click on one signal, before either can be shown what the other did.
  for (const tab of tabs) {
    await tab.button('Accept').evaluate((button: HTMLButtonElement) => {
      window.addEventListener('storage', () => button.click(), { once: true });
    });
  }
  const viewer = await center.open('/records');
  await viewer.evaluate(() => { localStorage.setItem('both', 'now'); });

  const told = (at: 0 | 1) => tabs[at].page.getByText('This contact is no longer offered to you.');
  await expect.poll(async () => (await told(0).count()) + (await told(1).count())).toBe(1);
  for (const tab of tabs) await tab.isAt('Message to you');
  await center.clock.advance(10_000);
  for (const tab of tabs) await tab.isAt('Ringing');
});
