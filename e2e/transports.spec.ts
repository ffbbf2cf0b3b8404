import { Center, type Beginning } from './center.ts';
import { expect, test } from './fixtures.ts';
import { isDialed, isJoined, john, promised, ringsAt } from './stories/promised.ts';

const linked = {
  sharedWorker: 'Connected. All tabs share one contact center.',
  tabLeader: 'Connected through another tab. Keep at least one tab open.',
  inPage: 'Connected in this tab alone: this browser cannot share one contact center between tabs.',
} as const satisfies Record<NonNullable<Beginning['transport']>, string>;

test('with a leader tab in place of the worker: the story in three tabs, and the leader closed in the middle of it', async ({ context }) => {
  const center = new Center(context, { transport: 'tabLeader' });
  const leader = await center.records();
  const ana = await center.agent('ana');
  const phone = await center.customer(john);
  await expect(ana.page.getByRole('img', { name: linked.tabLeader })).toBeVisible();
  await ringsAt(center, ana);
  await isDialed(center, ana);
  await expect(phone.button('Answer')).toBeVisible();

  await leader.page.close();
  await isJoined(center, ana, phone);
  await center.clock.advance(60_000);
  await ana.page.reload();
  await expect(ana.stage('talking').getByText('1:00', { exact: true })).toBeVisible();
  await phone.hangsUp();
  await expect(ana.stage('work')).toBeVisible();
  const records = await center.records();
  await expect(records.rows).toHaveCount(2);
});

test('in one page alone: the story goes on over reloads, and the page says that it is alone', async ({ context }) => {
  const center = new Center(context, { transport: 'inPage' });
  const ana = await center.agent('ana');
  await expect(ana.page.getByRole('img', { name: linked.inPage })).toBeVisible();
  await expect(ana.page.getByText('This browser cannot share one contact center between tabs: use one tab only.')).toBeVisible();
  await center.play(promised({ whenCalled: [{ answersAfter: 2 }] }));
  await center.clock.advanceTo('2024-01-10T11:39:00Z');
  await ana.sets('Available');
  await ana.accepts();
  await ana.isAt('Message to you');
  await center.clock.advance(5_000);
  await ana.page.reload();
  await expect(ana.step('Message to you')).toContainText('0:05 / 0:10');
  await center.clock.advance(5_000 + 2_000 + 15_000 + 7_000);
  await expect(ana.stage('talking').getByText('0:07', { exact: true })).toBeVisible();
  await ana.ends();
  await expect(ana.stage('work')).toBeVisible();
  await ana.page.goto(center.address('/records'));
  await expect(ana.page.getByRole('list', { name: 'Records' }).getByRole('link')).toHaveCount(2);
});

test.describe('without service workers', () => {
  test.use({ serviceWorkers: 'block' });

  test('the same face answers in the page: records and flows are shown', async ({ center }) => {
    const ana = await center.agent('ana');
    await expect(ana.page.getByRole('img', { name: linked.sharedWorker })).toBeVisible();
    await ringsAt(center, ana, { whenCalled: [{ answersAfter: 0 }] });
    const records = await center.records();
    await expect(records.rows).toHaveCount(1);
    await records.opens('Inbound');
    await expect(records.field('DisconnectReason')).toHaveText('CONTACT_FLOW_DISCONNECT');
    const flows = await center.flows();
    await expect(flows.list.getByRole('link', { name: /^Offer callback Customer queue/ })).toBeVisible();
  });
});
