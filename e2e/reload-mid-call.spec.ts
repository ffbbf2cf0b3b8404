import { expect, test } from './fixtures.ts';
import type { AgentPage } from './pages/agent.page.ts';
import type { PhonePage } from './pages/phone.page.ts';
import { john, ringsAt } from './stories/promised.ts';

test('reloading any tab, or closing all of them at once, loses and doubles nothing at any point of the way', async ({ center }) => {
  test.setTimeout(90_000);
  let ana: AgentPage = await center.agent('ana');
  let phone: PhonePage = await center.customer(john);

  /** Looks; reloads one tab, then the other, then closes all and opens them anew; and sees the same each time. */
  const holds = async (look: () => Promise<void>): Promise<void> => {
    await look();
    const before = await center.clock.now();
    await ana.page.reload();
    await look();
    await phone.page.reload();
    await look();
    await center.closeAll();
    [ana, phone] = await Promise.all([center.agent('ana'), center.customer(john)]);
    await look();
    expect(await center.clock.now()).toBe(before);
  };

  await ringsAt(center, ana);
  await center.clock.advance(6_000);
  await holds(async () => {
    await expect(ana.stage('offer')).toContainText('Callback · attempt 1 of up to 3');
    await expect(ana.stage('offer').getByText('14 s', { exact: true })).toBeVisible();
    await expect(phone.promise).toContainText('you are in line');
  });

  await ana.accepts();
  await ana.isAt('Message to you');
  await center.clock.advance(4_000);
  await holds(async () => {
    await ana.isAt('Message to you');
    await expect(ana.step('Accepted')).toContainText('06:39:06');
    await expect(ana.step('Message to you')).toContainText('0:04 / 0:10');
    await expect(phone.promise).toContainText('They are calling you back now.');
  });

  await center.clock.advance(16_000);
  await holds(async () => {
    await ana.isAt('Ringing');
    await expect(ana.step('Ringing')).toContainText('0:10');
    await expect(phone.button('Answer')).toBeVisible();
  });

  await phone.answers();
  await ana.isAt('Message to them');
  await center.clock.advance(5_000);
  await holds(async () => {
    await ana.isAt('Message to them');
    await expect(ana.step('Message to them')).toContainText('0:05 / 0:15');
    await expect(phone.company('Message to you')).toBeVisible();
  });

  await center.clock.advance(40_000);
  await holds(async () => {
    await expect(ana.stage('talking').getByText('0:30', { exact: true })).toBeVisible();
    await expect(phone.company('Talking to an agent')).toBeVisible();
  });

  await phone.hangsUp();
  await expect(ana.stage('work')).toBeVisible();
  await center.clock.advance(12_000);
  await holds(async () => {
    await expect(ana.stage('work')).toContainText('The customer hung up.');
    await expect(ana.stage('work').getByText('0:12', { exact: true })).toBeVisible();
    await expect(phone.screen('You hung up')).toBeVisible();
  });
  await ana.finishes();
  await expect(ana.stage('idle')).toBeVisible();

  const records = await center.contactRecords();
  expect(records).toHaveLength(2);
  expect(records[0]).toMatchObject({
    InitiationMethod: 'CALLBACK',
    Queue: { EnqueueTimestamp: '2024-01-10T11:38:39Z', DequeueTimestamp: '2024-01-10T11:39:06Z' },
    ConnectedToSystemTimestamp: '2024-01-10T11:39:26Z',
    Agent: { ConnectedToAgentTimestamp: '2024-01-10T11:39:41Z', AgentInteractionDuration: 30 },
    AgentConnectionAttempts: 1,
    DisconnectTimestamp: '2024-01-10T11:40:11Z',
  });
});

test('while no page is open the clock goes on, and what came due has happened at its own time', async ({ center }) => {
  const ana = await center.agent('ana');
  await ringsAt(center, ana);
  await center.clock.run(1_000);
  await center.closeAll();
  const again = await center.agent('ana');
  // A page takes longer to open than the 20 ms that the offer lasts at this speed.
  await expect(again.stage('closed')).toContainText('Missed');
  await center.clock.hold();
  await expect(again.status).toContainText('Available');
});
