import { readFileSync } from 'node:fs';
import { expect, test } from './fixtures.ts';
import { Lab } from './pages/lab.page.ts';
import { john } from './stories/promised.ts';

test('the clock is held, run, sped up and moved to the next event from the bar', async ({ center }) => {
  const phone = await center.customer(john);
  const lab = new Lab(phone.page);
  await expect(lab.bar).toContainText('paused');
  await expect(lab.bar).toContainText('Nothing is pending');
  await phone.dials('Main line');
  await lab.button(/^Jump to 06:30:0/).click();
  await expect.poll(() => center.clock.now()).not.toBe('2024-01-10T11:30:00.000Z');

  await lab.button('×10').click();
  await expect(lab.button('×10')).toHaveAttribute('aria-pressed', 'true');
  const before = Date.parse(await center.clock.now());
  await expect.poll(async () => Date.parse(await center.clock.now())).toBeGreaterThan(before + 1_000);
  await lab.button('Pause').click();
  await expect(lab.bar).toContainText('paused');
  const held = await center.clock.now();
  await lab.unfolds();
  await lab.button('Advance 1 min').click();
  await expect.poll(() => center.clock.now()).toBe(new Date(Date.parse(held) + 60_000).toISOString());

  const span = lab.bar.getByRole('textbox', { name: 'Advance by' });
  await span.fill('soon');
  await lab.button('Advance').click();
  await expect(lab.bar).toContainText('This is not a number.');
  await span.fill('2.5');
  await lab.button('Advance').click();
  await expect.poll(() => center.clock.now()).toBe(new Date(Date.parse(held) + 210_000).toISOString());
});

test('starting over is asked for once more, and begins an empty center for every tab', async ({ center }) => {
  const phone = await center.customer(john);
  const ana = await center.agent('ana');
  await ana.sets('Break');
  await phone.dials('Main line');
  await expect(phone.company('Automatic menu')).toBeVisible();
  await phone.hangsUp();
  const lab = new Lab(phone.page);
  await lab.unfolds();
  await lab.button('Start over…').click();
  const ask = phone.page.getByRole('dialog', { name: 'Start a fresh center?' });
  await ask.getByRole('button', { name: 'Cancel' }).click();
  expect(await center.contactRecords()).toHaveLength(1);
  await lab.button('Start over…').click();
  await ask.getByRole('radio', { name: /as in the story/ }).check();
  await ask.getByRole('button', { name: 'Start over' }).click();
  await expect(ana.status).toContainText('Offline');
  expect(await center.contactRecords()).toEqual([]);
});

test('John’s story plays by itself, and a role taken over is played by the person', async ({ center }) => {
  const ana = await center.agent('ana');
  const phone = await center.customer(john);
  const lab = new Lab(phone.page);
  await lab.unfolds();
  await lab.button('Play the story').click();
  await expect(lab.bar).toContainText('Playing “John asks for a callback”.');
  await lab.bar.getByRole('group', { name: 'Who plays John' }).getByRole('button', { name: 'You' }).click();
  await expect(lab.bar.getByRole('group', { name: 'Who plays John' }).getByRole('button', { name: 'You' })).toHaveAttribute('aria-pressed', 'true');
  await center.clock.hold();
  await center.clock.advanceTo('2024-01-10T11:35:30Z');
  // The script would have dialed at 11:35; the person has not.
  await expect(phone.page.getByRole('button', { name: /^Call Main line/ })).toBeVisible();
  await lab.folds();
  await phone.dials('Main line');
  await expect(phone.company('Waiting in line')).toBeVisible();
  await lab.unfolds();
  await lab.bar.getByRole('group', { name: 'Who plays John' }).getByRole('button', { name: 'Script' }).click();
  await center.clock.advanceTo('2024-01-10T11:37:00Z');
  await expect(phone.screen('The center hung up')).toBeVisible();
  await center.clock.advanceTo('2024-01-10T11:39:30Z');
  await expect(ana.stage('talking')).toBeVisible();
  await lab.button('Stop the story').click();
  await expect(lab.button(/^Play (the story|it again)/)).toBeVisible();
});

test('any scenario file plays over the handle, and one that is none is refused with its place', async ({ center }) => {
  const ana = await center.agent('ana');
  await center.play(JSON.parse(readFileSync(new URL('../scenarios/nobody-answers.json', import.meta.url), 'utf8')));
  await center.clock.advance(3 * 3_600_000);
  expect((await center.contactRecords()).filter(({ InitiationMethod }) => InitiationMethod === 'CALLBACK')).toHaveLength(3);
  await expect(center.play({ name: 'Broken', steps: [{ at: 'noon' }] })).rejects.toThrow(/INVALID_SCENARIO.*steps\[0\]/s);
  await expect(ana.stage('idle').or(ana.stage('closed'))).toBeVisible();
});
