import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './fixtures.ts';
import { MetricsPage } from './pages/metrics.page.ts';

const story: unknown = JSON.parse(readFileSync(new URL('../scenarios/john.json', import.meta.url), 'utf8'));

test('John’s day in figures: each changes by itself when the center does', async ({ center }) => {
  const metrics = new MetricsPage(await center.open('/metrics'));
  await center.play(story);
  const now = (name: string, queue: string) => expect(metrics.figure('now', name, queue));
  const day = (name: string, queue: string) => expect(metrics.figure('day', name, queue));
  const at = (time: string) => center.clock.advanceTo(`2024-01-10T${time}Z`);
  const [inbound, callback] = ['InboundQueue', 'CallbackQueue'] as const;

  await at('11:36:00');
  await now('In queue', inbound).toHaveText('1');
  await now('Oldest', inbound).toHaveText('1:00');
  await at('11:37:30');
  await now('Scheduled', callback).toHaveText('1');
  await now('In queue', inbound).toHaveText('0');
  await day('Callback requests', callback).toHaveText('1');
  await expect(metrics.promises.getByRole('row')).toContainText(['Customer', 'Open']);
  await at('11:38:50');
  await now('In queue', callback).toHaveText('1');
  await now('Oldest', callback).toHaveText('0:11');
  // Nothing happens in these seconds, so nothing is looked up: the clock runs by itself.
  await center.clock.advance(4_000);
  await now('Oldest', callback).toHaveText('0:15');
  await at('11:39:05');
  await now('On contact', callback).toHaveText('1');
  await expect(metrics.agent('ana')).toContainText('Callback dialing');
  await at('11:45:30');
  await now('After contact work', callback).toHaveText('1');
  await day('Callback contacts handled', callback).toHaveText('1');
  await day('Service level 120 s', callback).toHaveText('0 %');
  await day('Service level 180 s', callback).toHaveText('100 %');
  await day('Average answer time', callback).toHaveText('2:00');
  await day('Average interaction time', callback).toHaveText('5:35');
  await day('Longest queued', inbound).toHaveText('2:00');
  await day('Contacts abandoned', inbound).toHaveText('0');
  await expect(metrics.promises.getByRole('row')).toContainText(['Customer', 'Reached']);
});

test('each figure says what it means, by keyboard too, and the page is accessible at every width', async ({ center }) => {
  const metrics = new MetricsPage(await center.open('/metrics'));
  await center.play(story);
  await center.clock.advanceTo('2024-01-10T11:45:30Z');
  await expect(metrics.agent('ana')).toContainText('After contact work');
  await metrics.name('Oldest').focus();
  await metrics.page.keyboard.press('Enter');
  const definition = metrics.page.getByRole('note', { name: 'What “Oldest” means' });
  await expect(definition).toContainText('OLDEST_CONTACT_AGE');
  await metrics.page.keyboard.press('Escape');
  await expect(definition).toBeHidden();
  for (const [width, colorScheme] of [[320, 'light'], [320, 'dark'], [1280, 'dark'], [1280, 'light']] as const) {
    await metrics.page.setViewportSize({ width, height: 900 });
    await metrics.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect.poll(() => metrics.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), `sideways at ${width}`).toBe(0);
    const { violations } = await new AxeBuilder({ page: metrics.page }).analyze();
    expect(violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`) })), `${width}, ${colorScheme}`).toEqual([]);
  }
});
