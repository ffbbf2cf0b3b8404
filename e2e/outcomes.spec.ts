import { expect, test } from './fixtures.ts';
import { isDialed, isJoined, john, ringsAt } from './stories/promised.ts';

test('a customer who declines is busy, and is not tried again', async ({ center }) => {
  const ana = await center.agent('ana');
  const phone = await center.customer(john);
  await ringsAt(center, ana);
  await isDialed(center, ana);
  await phone.declines();
  await expect(phone.screen('You declined the call')).toBeVisible();
  await expect(ana.stage('closed')).toContainText('The customer’s line was busy.');
  await expect(ana.stage('closed')).toContainText('No further try is planned.');
  await ana.goesBack();
  expect((await center.contactRecords())[0]).toMatchObject({ InitiationMethod: 'CALLBACK', Agent: null, Ringback: { Cause: 'busy' } });
});

test('a voicemail that takes the call counts as an answer, and the agent hears it', async ({ center }) => {
  const ana = await center.agent('ana');
  const phone = await center.customer(john);
  await ringsAt(center, ana);
  await isDialed(center, ana);
  await phone.letsVoicemail();
  await ana.isAt('Message to them');
  await center.clock.advance(15_000);
  await expect(ana.stage('talking')).toBeVisible();
  await ana.ends();
  await expect(ana.stage('work')).toContainText('You hung up.');
});

test('a customer who hangs up during the message to them is told so to the agent', async ({ center }) => {
  const ana = await center.agent('ana');
  const phone = await center.customer(john);
  await ringsAt(center, ana);
  await isDialed(center, ana);
  await phone.answers();
  await ana.isAt('Message to them');
  await center.clock.advance(5_000);
  await phone.hangsUp();
  await expect(ana.stage('closed')).toContainText('The customer answered, but hung up before you were joined.');
});

test('mute, hold, keypad and the next status in a conversation', async ({ center }) => {
  const ana = await center.agent('ana');
  const phone = await center.customer(john);
  await ringsAt(center, ana);
  await isDialed(center, ana);
  await isJoined(center, ana, phone);
  const talking = ana.stage('talking');

  await ana.button('Mute').click();
  await expect(ana.button('Mute')).toHaveAttribute('aria-pressed', 'true');
  await expect(talking).toContainText('You are muted: they cannot hear you.');
  await ana.button('Mute').click();
  await expect(ana.button('Mute')).toHaveAttribute('aria-pressed', 'false');

  await center.clock.advance(5_000);
  await ana.button('Hold').click();
  await expect(phone.company('On hold')).toBeVisible();
  await center.clock.advance(30_000);
  await expect(talking).toContainText('On hold for 0:30');
  await ana.button('Resume').click();
  await expect(talking).toContainText('Held 0:30 in all');
  await expect(phone.company('Talking to an agent')).toBeVisible();

  await ana.button('Keypad').click();
  const keys = ana.page.getByRole('group', { name: 'Keys to send' });
  for (const key of ['4', '7', 'pound']) await keys.getByRole('button', { name: key, exact: true }).click();
  await expect(ana.page.getByRole('status', { name: 'Sent keys' })).toContainText('47#');

  await ana.status.click();
  await ana.page.getByRole('menuitemradio', { name: 'Break' }).click();
  await expect(ana.status).toContainText('Next: Break');
  await ana.ends();
  await expect(phone.screen('The center hung up')).toBeVisible();
  await ana.finishes();
  await expect(ana.stage('idle')).toContainText('You are on Break.');
  expect((await center.contactRecords())[0]).toMatchObject({ Agent: { CustomerHoldDuration: 30, NumberOfHolds: 1, AgentInteractionDuration: 5 } });
});
