import { expect, test } from './fixtures.ts';
import { isDialed, isJoined, john, ringsAt } from './stories/promised.ts';

test('an offer that is not taken goes to the second agent’s page, and no attempt is used', async ({ center }) => {
  const ana = await center.agent('ana');
  const ben = await center.agent('ben');
  const phone = await center.customer(john);
  await ringsAt(center, ana);
  await ben.sets('Available');
  await expect(ben.stage('idle')).toBeVisible();

  await center.clock.advance(19_999);
  await expect(ana.stage('offer').getByText('1 s', { exact: true })).toBeVisible();
  await expect(ben.stage('idle')).toBeVisible();
  await center.clock.advance(1);
  await expect(ana.stage('closed')).toContainText('Missed · attempt 1 of 3');
  await expect(ana.stage('closed')).toContainText('You did not accept in time.');
  await expect(ana.stage('closed')).toContainText('It goes to the next agent; no attempt was used.');
  await expect(ben.stage('offer')).toContainText('Callback · attempt 1 of up to 3');
  await expect(ben.stage('offer').getByText('20 s', { exact: true })).toBeVisible();

  await isDialed(center, ben);
  await isJoined(center, ben, phone);
  await expect(ana.stage('closed')).toContainText('Missed');
  await ana.goesBack();
  await expect(ana.stage('idle')).toContainText('Ready for the next contact');
  await phone.hangsUp();
  await expect(ben.stage('work')).toBeVisible();
  expect((await center.contactRecords())[0]).toMatchObject({ Agent: { Username: 'ben' }, AgentConnectionAttempts: 2, Ringback: { Attempt: 1 } });
});

test('a rejected offer goes to the second agent at once', async ({ center }) => {
  const ana = await center.agent('ana');
  const ben = await center.agent('ben');
  await ringsAt(center, ana);
  await ben.sets('Available');
  await center.clock.advance(3_000);
  await ana.rejects();
  await expect(ana.stage('closed')).toContainText('Rejected · attempt 1 of 3');
  await expect(ana.stage('closed')).toContainText('You rejected the contact.');
  await expect(ben.stage('offer').getByText('20 s', { exact: true })).toBeVisible();
  await expect(ana.stage('closed')).not.toContainText(/2 ?0 ?6/);
});

test('two agents and two callbacks: each has one, and neither sees the other’s', async ({ center }) => {
  const ana = await center.agent('ana');
  const ben = await center.agent('ben');
  await ringsAt(center, ana, { mary: true });
  await expect(ben.stage('idle')).toContainText('You are offline');
  await center.clock.advance(1_000);
  await ben.sets('Available');
  await expect(ben.stage('offer')).toContainText('Mary');
  await ana.accepts();
  await ana.isAt('Message to you');
  await ben.accepts();
  await ben.isAt('Message to you');
  await expect(ana.stage('connecting')).toContainText('John');
  await expect(ben.stage('connecting')).toContainText('Mary');
  await center.clock.advance(9_000);
  await ana.isAt('Message to you');
  await center.clock.advance(1_000);
  await ana.isAt('Ringing');
  await ben.isAt('Ringing');
});
