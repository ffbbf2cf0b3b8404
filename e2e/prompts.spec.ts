import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import type { Center } from './center.ts';
import { expect, test } from './fixtures.ts';
import { PromptsPage } from './pages/prompts.page.ts';
import { mp3File, wavFile } from './sounds.ts';
import { john } from './stories/promised.ts';

const prompts = async (center: Center): Promise<PromptsPage> => new PromptsPage(await center.open('/prompts'));
const heard = (page: Page) => page.evaluate(() => window.ringback.heard());

/** A flow that plays a prompt, named as another contact center would, and ends. */
const plays = (prompt: string, type: 'contactFlow' | 'agentWhisper'): string => JSON.stringify({
  Version: '2019-10-30', StartAction: 'say', Metadata: { name: `Plays ${prompt}`, type },
  Actions: [
    { Identifier: 'say', Type: 'MessageParticipant', Parameters: { PromptId: `arn:aws:connect:eu-central-1:111122223333:instance/x/prompt/${prompt}` }, Transitions: { NextAction: 'end', Errors: [{ NextAction: 'end', ErrorType: 'NoMatchingError' }] } },
    { Identifier: 'end', Type: type === 'contactFlow' ? 'DisconnectParticipant' : 'EndFlowExecution', Parameters: {}, Transitions: {} },
  ],
});

test('an uploaded recording is heard on the customer’s phone for exactly its length', async ({ center }) => {
  const page = await prompts(center);
  await page.uploads({ name: 'greeting.wav', bytes: wavFile(1234) });
  await expect(page.prompt('greeting')).toContainText('1.23 s');
  const flows = await center.flows();
  await flows.saves(await flows.takes('flow.json', plays('greeting', 'contactFlow')));
  await flows.usesAt('+1 800 555 0199');

  const phone = await center.customer(john);
  await phone.dials('Main line');
  await expect(phone.heard).toContainText('Recording: greeting');
  // The browser's own sound comes to its end while the center's clock is held.
  await expect.poll(() => heard(phone.page)).toEqual([{ clipId: expect.any(String), name: 'greeting', durationMs: 1234, how: 'played' }]);
  await center.clock.advance(1233);
  await expect(phone.button('Hang up')).toBeVisible();
  await center.clock.advance(1);
  await expect(phone.screen('The center hung up')).toBeVisible();
});

test('a recording as the message to the agent is in the agent’s ear, and nothing reads it aloud', async ({ center }) => {
  const ana = await center.agent('ana');
  const page = await prompts(center);
  await page.uploads({ name: 'for_you.wav', bytes: wavFile(2500) });
  await expect(page.prompt('for you')).toContainText('2.5 s');
  await page.button('Edit for you').click();
  await page.dialog.getByLabel('What is said in it').fill('A callback for you.');
  await page.dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.prompt('for you')).toContainText('A callback for you.');
  const flows = await center.flows();
  await flows.saves(await flows.takes('whisper.json', plays('for you', 'agentWhisper')));
  await flows.usesAt('InboundQueue');

  await ana.sets('Available');
  const phone = await center.customer(john);
  await phone.dials('Main line');
  await center.clock.advance(10_000);
  await ana.accepts();
  await ana.isAt('Message to you');
  await expect(ana.stage('connecting')).toContainText('A callback for you.');
  await center.clock.advance(2499);
  await ana.isAt('Message to you');
  await center.clock.advance(1);
  await expect(ana.stage('talking')).toBeVisible();
  await expect.poll(() => heard(ana.page)).toMatchObject([{ name: 'for you', durationMs: 2500 }]);
});

test('what is no good recording is refused with a reason, and changes nothing', async ({ center }) => {
  const page = await prompts(center);
  await expect(page.list).toBeVisible();
  const before = await page.list.getByRole('listitem').count();
  await page.uploads({ name: 'flow.json', bytes: Buffer.from('{"Version":"2019-10-30"}') }, { name: 'half.wav', bytes: wavFile(900).subarray(0, 3000) }, { name: 'none.wav', bytes: Buffer.alloc(0) });
  await page.refuses(/^flow\.json is no sound file/);
  await page.refuses(/^half\.wav ends before its sound does/);
  await page.refuses(/^none\.wav is empty/);
  await page.button('Put the message about half.wav away').click();
  await expect(page.page.getByRole('alert')).toHaveCount(2);

  await page.page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
  });
  await page.uploads({ name: 'good.wav', bytes: wavFile(900) });
  await page.refuses(/^good\.wav was not kept: this browser has no more room/);
  await expect(page.list.getByRole('listitem')).toHaveCount(before);
});

test('recordings outlive the page; they are played, downloaded, replaced, renamed and removed', async ({ center }) => {
  const page = await prompts(center);
  const other = await prompts(center);
  await page.uploads({ name: 'one.wav', bytes: wavFile(400) }, { name: 'two.wav', bytes: wavFile(500) }, { name: 'three.mp3', bytes: mp3File(20) });
  await expect(page.prompt('three')).toContainText('0.52 s');
  await expect(other.button('Play one')).toBeVisible();
  await expect(other.page.getByText(/^3 recordings in this browser/)).toBeVisible();
  await page.page.reload();
  await page.button('Play two').click();
  await expect.poll(() => heard(page.page)).toMatchObject([{ name: 'two', durationMs: 500, how: 'played' }]);
  await page.button('Play three').click();
  await expect.poll(() => heard(page.page)).toMatchObject([{ name: 'two' }, { name: 'three', durationMs: 522, how: 'played' }]);
  await expect(page.button('Play three')).toBeVisible();

  const download = page.page.waitForEvent('download');
  await page.chooses('two', 'Download the recording');
  expect(readFileSync(await (await download).path()).equals(wavFile(500))).toBe(true);

  await page.prompt('two').locator('input[type=file]').setInputFiles({ name: 'longer.wav', mimeType: 'audio/wav', buffer: wavFile(1700) });
  await expect(page.prompt('two')).toContainText('1.7 s');
  await expect(page.page.getByText(/^3 recordings in this browser/)).toBeVisible();
  await page.button('Edit two').click();
  await page.dialog.getByLabel('Name').fill('one');
  await expect(page.dialog).toContainText('There is a prompt of this name already.');
  await page.dialog.getByLabel('Name').fill('Second');
  await page.dialog.getByRole('button', { name: 'Save' }).click();

  await page.chooses('Second', 'Remove');
  await expect(page.dialog).toContainText('No saved flow plays it.');
  await page.dialog.getByRole('button', { name: 'Remove it' }).click();
  await expect(page.prompt('Second')).toHaveCount(0);
  await expect(page.page.getByRole('heading', { name: /^\d+ prompts$/ })).toBeFocused();
  await expect(page.page.getByText(/^2 recordings in this browser/)).toBeVisible();
});

test('a fresh start keeps what was uploaded, and gives it back with a click', async ({ center }) => {
  const page = await prompts(center);
  await page.uploads({ name: 'kept.wav', bytes: wavFile(400) });
  await expect(page.prompt('kept')).toBeVisible();
  await page.page.evaluate(() => window.ringback.reset({ startsAt: '2024-01-10T11:30:00Z' }));
  await expect(page.prompt('kept')).toHaveCount(0);
  await page.button('Make it a prompt: kept.wav').click();
  await expect(page.prompt('kept')).toContainText('0.4 s');
  await expect(page.button('Make it a prompt: kept.wav')).toHaveCount(0);
});

test('a recording uploaded while a file waits for its choice is found by its name', async ({ center }) => {
  const flows = await center.flows();
  const text = JSON.parse(plays('0b5ad2f5-0000-4000-8000-000000000002', 'contactFlow')) as { Metadata: object };
  const named = JSON.stringify({ ...text, Metadata: { ...text.Metadata, name: 'Beeps', ActionMetadata: { say: { promptName: 'Beep.wav' } } } });
  const file = await flows.takes('beeps.json', named);
  await expect(file).toContainText('1 choice is still open.');
  const page = await prompts(center);
  await page.uploads({ name: 'beep wav.wav', bytes: wavFile(300) });
  await expect(file.getByRole('combobox', { name: 'Prompt: Beep.wav' }).getByRole('option', { selected: true })).toHaveText('beep wav');
  await flows.saves(file);
  await expect(page.prompt('beep wav').getByRole('link', { name: 'Beeps (1 action)' })).toBeVisible();
});

test('texts say how they are spoken; what flows play says so before it is removed', async ({ center }) => {
  const page = await prompts(center);
  await page.button('Add a text').click();
  await page.dialog.getByLabel('Name').fill('Welcome');
  await page.dialog.getByLabel('What the voice says').fill('<emphasis>Good day.</emphasis><break time="2s"/>');
  await expect(page.dialog).toContainText('Heard as: Good day.');
  await expect(page.dialog).toContainText('Markup that is read: <break>.');
  await expect(page.dialog).toContainText('passed over, with its words said: <emphasis>.');
  await expect(page.dialog).toContainText('as long as the voice needs, now 3 s');
  await page.page.keyboard.press('Enter');
  await page.dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.prompt('Welcome')).toContainText('3 s');
  await expect(page.button('Add a text')).toBeFocused();

  const flows = await center.flows();
  await flows.saves(await flows.takes('flow.json', plays('welcome', 'contactFlow')));
  await expect(page.prompt('Welcome').getByRole('link', { name: 'Plays welcome (1 action)' })).toBeVisible();
  await page.chooses('Welcome', 'Remove');
  await expect(page.dialog).toContainText('Each will be silent for 5 seconds in its place');
  await expect(page.dialog.getByRole('link', { name: 'Plays welcome (1 action)' })).toBeVisible();
  await page.dialog.getByRole('button', { name: 'Remove it' }).click();
  // What a saved flow asks for and nobody has is offered at once.
  await page.button('Write a text: welcome').click();
  await page.dialog.getByLabel('What the voice says').fill('Hello again.');
  await page.dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.prompt('welcome').getByRole('link', { name: 'Plays welcome (1 action)' })).toBeVisible();
});

test('the page and its dialogs are accessible', async ({ center }) => {
  const page = await prompts(center);
  const isAccessible = async (what: string): Promise<void> => {
    for (const [width, colorScheme] of [[320, 'dark'], [1280, 'light']] as const) {
      await page.page.setViewportSize({ width, height: 800 });
      await page.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const { violations } = await new AxeBuilder({ page: page.page }).options({ resultTypes: ['violations'] }).analyze();
      expect.soft(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]), `${what}, ${width}`).toEqual([]);
      expect.soft(await page.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), `${what} does not scroll sideways at ${width}`).toBe(0);
    }
  };
  await page.uploads({ name: 'greeting.wav', bytes: wavFile(400) }, { name: 'flow.json', bytes: Buffer.from('{}') });
  await page.refuses(/no sound file/);
  await expect(page.prompt('greeting')).toBeVisible();
  await isAccessible('list');
  await page.button('Add a text').click();
  await page.dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.dialog).toContainText('Give the prompt a name.');
  await isAccessible('a new text');
  await page.page.keyboard.press('Escape');
  await page.chooses('greeting', 'Remove');
  await isAccessible('removal');
});
