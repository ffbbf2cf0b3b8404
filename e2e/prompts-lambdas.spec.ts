import { AxeBuilder } from '@axe-core/playwright';
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from './fixtures.ts';
import { john } from './stories/promised.ts';

const arn = 'arn:aws:lambda:eu-central-1:111122223333:function:isOpen';
const say = (id: string, Text: string) => ({ Identifier: id, Type: 'MessageParticipant', Parameters: { Text }, Transitions: { NextAction: 'bye', Errors: [{ NextAction: 'bye', ErrorType: 'NoMatchingError' }] } });
const asks = JSON.stringify({
  Version: '2019-10-30', StartAction: 'ask', Metadata: { name: 'Asks whether it is open', type: 'contactFlow' },
  Actions: [
    { Identifier: 'ask', Type: 'InvokeLambdaFunction', Parameters: { LambdaFunctionARN: arn, InvocationTimeLimitSeconds: '3' }, Transitions: { NextAction: 'look', Errors: [{ NextAction: 'failed', ErrorType: 'NoMatchingError' }] } },
    { Identifier: 'look', Type: 'Compare', Parameters: { ComparisonValue: '$.External.open' }, Transitions: { NextAction: 'shut', Conditions: [{ NextAction: 'open', Condition: { Operator: 'Equals', Operands: ['yes'] } }], Errors: [{ NextAction: 'shut', ErrorType: 'NoMatchingCondition' }] } },
    say('open', 'We are open.'), say('shut', 'We are closed.'), say('failed', 'We do not know.'),
    { Identifier: 'bye', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} },
  ],
});

test('a flow asks a function, which answers what was written here, fails, or never answers', async ({ center }) => {
  const flows = await center.flows();
  await flows.saves(await flows.takes('flow.json', asks));
  await flows.usesAt('+1 800 555 0199');
  const page = await center.open('/lambdas');
  const dialog = page.getByRole('dialog');
  const phone = await center.customer(john);
  const hears = async (afterMs: number, words: string): Promise<void> => {
    await phone.page.getByRole('button', { name: /^Call (Main line|again)/ }).click();
    await expect(phone.button('Hang up')).toBeVisible();
    await center.clock.advance(afterMs);
    await expect(phone.heard).toContainText(words);
    await phone.hangsUp();
    await expect(phone.screen('You hung up')).toBeVisible();
  };
  await hears(0, 'We do not know.');

  // One click from what the flow asks to its answer.
  await page.getByRole('button', { name: 'Define an answer: isOpen' }).click();
  await expect(dialog.getByLabel('ARN')).toHaveValue(arn);
  await dialog.getByLabel('What it returns').fill('{\n  "open": \n}');
  await expect(dialog).toContainText('line 3, column 1');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeVisible();
  await dialog.getByLabel('What it returns').fill('{"open":"yes"}');
  await dialog.getByRole('button', { name: 'Tidy up' }).click();
  await expect(dialog.getByLabel('What it returns')).toHaveValue('{\n  "open": "yes"\n}');
  await dialog.getByLabel('Seconds before it answers').fill('1.5');
  await dialog.getByRole('button', { name: 'Save' }).click();
  const mock = page.getByRole('region', { name: 'Lambda functions with an answer' }).getByRole('listitem').first();
  await expect(mock).toContainText('after 1.5 s');
  await expect(mock.getByRole('link', { name: 'Asks whether it is open (1 action)' })).toBeVisible();
  await hears(1500, 'We are open.');

  await page.getByRole('button', { name: 'Edit isOpen' }).click();
  await dialog.getByLabel('What it returns').fill('{"open":"no"}');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(mock).toContainText('"open": "no"');
  await hears(1500, 'We are closed.');

  await page.getByRole('button', { name: 'Edit isOpen' }).click();
  await dialog.getByLabel('Never answers').check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(mock).toContainText('Never answers');
  await hears(3000, 'We do not know.');

  await page.reload();
  await page.getByRole('button', { name: 'Remove the answer of isOpen' }).click();
  await expect(dialog).toContainText('Each will take its error branch');
  await dialog.getByRole('button', { name: 'Remove it' }).click();
  await expect(page.getByRole('button', { name: 'Define an answer: isOpen' })).toBeVisible();
});

const real = new URL('../../shared/flows/aws-samples/cfAgentCallBackWhisperflow.json', import.meta.url);
const isThere = existsSync(real);
if (!isThere) console.warn('SKIPPED: ../shared/flows is not here, so no flow of others asked a function.');

test('a message to the agent exported from Amazon Connect asks its functions here, and branches by their answers', async ({ center }) => {
  test.skip(!isThere, 'the folder of real exported flows is not here');
  const flows = await center.flows();
  const file = await flows.takes('cfAgentCallBackWhisperflow.json', readFileSync(real, 'utf8'));
  await expect(file.getByRole('link', { name: 'Say what it answers' }).first()).toHaveAttribute('href', '/lambdas');
  await flows.saves(file);
  await flows.usesAt('InboundQueue');
  const page = await center.open('/lambdas');
  const answers = async (name: string, json: string): Promise<void> => {
    await page.getByRole('button', { name: `Define an answer: ${name}` }).click();
    await page.getByRole('dialog').getByLabel('What it returns').fill(json);
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  };
  await answers('alpha-001-callbackmgmt-read-callback', '{"CallBackStatus":"PENDING"}');
  await answers('alpha-001-callbackmgmt-get-10-digit-phone', '{"TenDigitPhoneNumber":"2065550142"}');

  const ana = await center.agent('ana');
  await ana.sets('Available');
  const phone = await center.customer(john);
  await phone.dials('Main line');
  await center.clock.advance(10_000);
  await ana.accepts();
  await expect(ana.stage('connecting')).toContainText('you have a new callback request. The customer’s phone number is. 2 0 6 5 5 5 0 1 4 2');
});

test('the page and its dialog are accessible', async ({ center }) => {
  const flows = await center.flows();
  await flows.saves(await flows.takes('flow.json', asks));
  const page = await center.open('/lambdas');
  const dialog = page.getByRole('dialog');
  const isAccessible = async (what: string): Promise<void> => {
    for (const [width, colorScheme] of [[320, 'light'], [1280, 'dark']] as const) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).analyze();
      expect.soft(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]), `${what}, ${width}`).toEqual([]);
      expect.soft(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), `${what} does not scroll sideways at ${width}`).toBe(0);
    }
  };
  await expect(page.getByRole('button', { name: 'Define an answer: isOpen' })).toBeVisible();
  await isAccessible('a function without an answer');
  await page.getByRole('button', { name: 'Define an answer: isOpen' }).click();
  await isAccessible('the form');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('region', { name: 'Lambda functions with an answer' })).toBeVisible();
  await isAccessible('a function with an answer');
});
