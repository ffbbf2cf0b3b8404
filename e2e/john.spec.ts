import { expect, test } from './fixtures.ts';
import { johnByHand, leavesOf, seedRecords } from './stories/john.ts';

const john = '+12065550142';
/** Fields that the page does not show by that name, or not as one value. */
const notShown = ['CustomerEndpoint.Type', 'SystemEndpoint.Type'];

test('John calls, asks to be called back, and talks to Ana, in the guide’s times to the second', async ({ center }) => {
  const ana = await center.agent('ana');
  await center.play(johnByHand);
  // Both are persons here: the script's own deeds are left out.
  await center.send({ type: 'lab.takeOver', person: 'John', by: 'person' });
  await center.send({ type: 'lab.takeOver', person: 'ana', by: 'person' });
  const phone = await center.customer(john);
  const records = await center.records();
  await expect(records.page.getByText('No contact has ended yet')).toBeVisible();

  await center.clock.advanceTo('2024-01-10T11:35:00Z');
  await phone.dials('Main line');
  await expect(phone.company('Waiting in line')).toBeVisible();
  await center.clock.advanceTo('2024-01-10T11:37:00Z');
  await phone.presses('1');
  await expect(phone.screen('The center hung up')).toBeVisible();
  await expect(phone.promise).toContainText('scheduled for about 11:38:39');
  await expect(ana.stage('idle')).toContainText('scheduled later');

  // Ana comes six seconds before she accepts, so that the accept is at 11:39:00.
  await center.clock.advanceTo('2024-01-10T11:38:54Z');
  await expect(phone.promise).toContainText('you are in line');
  await ana.sets('Available');
  const offer = ana.stage('offer');
  await expect(offer).toContainText('Callback · attempt 1 of up to 3');
  await expect(offer).toContainText('+1 ••• ••• ••42');
  await expect(offer).not.toContainText(/2 ?0 ?6/);
  await expect(offer).toContainText('A refund');
  await expect(offer.getByText('20 s', { exact: true })).toBeVisible();
  await center.clock.advance(6_000);
  await expect(offer.getByText('14 s', { exact: true })).toBeVisible();

  await ana.accepts();
  await ana.isAt('Message to you');
  const connecting = ana.stage('connecting');
  await expect(connecting).toContainText('They cannot hear you yet');
  await expect(connecting).toContainText('You are about to be connected to customer John, who asked about a refund.');
  await expect(connecting).toContainText('+1 206 555 0142');
  await expect(phone.screen('The center hung up')).toBeVisible();
  await center.clock.advance(4_000);
  await expect(ana.step('Message to you')).toContainText('0:04 / 0:10');
  await center.clock.advance(6_000);
  await ana.isAt('Ringing');
  await expect(ana.step('Message to you')).toContainText('0:10');

  await expect(phone.page.getByText('This is the callback you asked for.')).toBeVisible();
  await phone.answers();
  await expect(phone.heard).toContainText('Hello, this is your scheduled callback');
  await ana.isAt('Message to them');
  await expect(connecting).toContainText('Hello, this is your scheduled callback');
  await expect(connecting).toContainText('They cannot hear you yet');
  await center.clock.advance(15_000);
  await expect(ana.stage('talking')).toBeVisible();
  await expect(phone.company('Talking to an agent')).toBeVisible();
  await expect(ana.page.getByText('They cannot hear you yet')).toHaveCount(0);

  await center.clock.advanceTo('2024-01-10T11:45:00Z');
  await expect(ana.stage('talking')).toContainText('5:35');
  await phone.hangsUp();
  await expect(phone.screen('You hung up')).toBeVisible();
  await expect(ana.stage('work')).toContainText('The customer hung up.');
  await ana.finishes();
  await expect(ana.stage('idle').getByRole('heading', { name: 'Ready for the next contact' })).toBeVisible();

  const found = (await center.contactRecords()).toReversed();
  const seed = seedRecords(found.map(({ ContactId }) => ContactId));
  expect(found).toHaveLength(2);
  expect(found).toMatchObject(seed);

  await expect(records.rows).toHaveCount(2);
  await records.showsNumbers();
  for (const [at, method] of ['Inbound', 'Callback'].entries()) {
    await records.opens(method);
    for (const [path, value] of leavesOf(seed[at] ?? {})) {
      if (notShown.includes(path)) continue;
      await expect.soft(records.field(path === 'Agent' ? 'Agent.Username' : path), path).toHaveText(shown(path, value));
    }
  }
  await records.link('Previous contact').click();
  await expect(records.record.getByRole('heading', { name: 'Inbound' })).toBeVisible();
  await expect(records.field('Agent.Username')).toHaveText('N/A');
  await records.link('Next contact').click();
  await expect(records.record.getByRole('heading', { name: /^Callback/ })).toBeVisible();
});

/** A value of a record as the page writes it. */
function shown(path: string, value: unknown): string | RegExp {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (value === null) return 'N/A';
  if (path.endsWith('Duration')) return new RegExp(`^${text} s \\(`);
  if (path === 'CustomerEndpoint.Address') return /\+1 206 555 0142/;
  return text;
}
