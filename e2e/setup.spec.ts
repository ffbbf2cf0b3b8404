import { AgentPage } from './pages/agent.page.ts';
import { PhonePage } from './pages/phone.page.ts';
import { SetupPage, stepTitles } from './pages/setup.page.ts';
import { expect, test } from './fixtures.ts';
import type { Center } from './center.ts';

const opens = async (center: Center, path = '/setup'): Promise<SetupPage> => new SetupPage(await center.open(path));

test('a stranger sets up a callback from an empty form, leaves in the middle and comes back, and talks to John', async ({ center, context }) => {
  test.setTimeout(120_000);
  const welcome = await center.open('/');
  await welcome.getByRole('link', { name: /^Set up queued callback/ }).waitFor();
  const before = await opens(center);
  await before.isAt('A queue for callbacks');
  await before.field('Name of the queue').fill('Callbacks');
  await before.field('Name of the queue').press('Enter');
  await expect(before.page.getByRole('heading', { level: 2, name: 'Outbound caller ID' })).toBeFocused();
  await before.field('Caller ID name').fill('Ringback');
  await before.list('Caller ID number').selectOption('+18005550199');
  await before.goesOn();
  await before.list('Routing profile').selectOption({ label: 'Support' });
  await expect(before.page.getByText('Agents of “Support”: Ana Martins, Ben Okafor')).toBeVisible();
  await before.goesOn();
  await before.field('Name of the flow').fill('Half a na');
  await before.page.close();

  const setup = await opens(center);
  await setup.isAt('The flow that offers the callback');
  await expect(setup.page.getByText('everything you typed was kept on this device')).toBeVisible();
  await expect(setup.nav).toContainText('4 steps left');
  await expect(setup.field('Name of the flow')).toHaveValue('Half a na');
  await setup.field('Name of the flow').fill('Line with callback');
  await expect(setup.page.getByText('up to 3 calls to a customer who does not answer')).toBeVisible();
  await setup.goesOn();
  await setup.list('Number that customers dial').selectOption('Another number…');
  await setup.field('The new number').fill('2025550111');
  await setup.field('What it is for').fill('Support line');
  await expect(setup.field('The new number')).toHaveValue('(202) 555-0111');
  await setup.goesOn();
  await setup.goesOn();
  await setup.field('What the agent hears').fill('Next is $.Attributes.name, about $.Attributes.reason.');
  await setup.goesOn();
  await setup.isAt('Check and set up');
  await expect(setup.page.getByText('up to 3 calls; first after 99 s, then every 10 min')).toBeVisible();
  await setup.setsUp();
  await expect(setup.page.getByText('+1 202 555 0111 leads to it')).toBeVisible();
  await expect(setup.page.getByRole('link', { name: 'On the flow map: Line with callback', exact: true })).toHaveAttribute('href', /^\/flows\/.+/);

  const opened = async (link: string) => {
    const [page] = await Promise.all([context.waitForEvent('page'), setup.page.getByRole('link', { name: link }).click()]);
    await page.waitForFunction(() => window.ringback?.ready.then(() => true));
    return page;
  };
  const ana = new AgentPage(await opened('Open Ana Martins'));
  await ana.sets('Available');
  const john = new PhonePage(await opened('Call as John'));
  await expect(setup.page.getByText('The phone of John is calling.')).toBeVisible();
  await expect(john.screen('Support line')).toBeVisible();
  await expect(john.heard).toContainText('Welcome. Thank you for calling.');
  await center.clock.advance(5_000);
  await expect(john.heard).toContainText('Press 1 if you want us to call you back.');
  await john.presses('1');
  await expect(john.heard).toContainText('Please enter your ten-digit phone number');
  await john.presses('2065550142#');
  await expect(john.heard).toContainText('We will call you back');
  await center.clock.advance(10_000);
  await expect(john.promise).toBeVisible();

  await center.clock.advance(99_000);
  await expect(ana.stage('offer')).toContainText('Callback · attempt 1 of up to 3');
  await expect(ana.stage('offer')).toContainText('Callbacks');
  await ana.accepts();
  await expect(ana.stage('connecting')).toContainText('Next is John, about a refund for order 4711.');
  await center.clock.advance(5_000);
  await ana.isAt('Ringing');
  await expect(john.page.getByText('This is the callback you asked for.')).toBeVisible();
  await expect(john.phone).toContainText('Main line');
  await john.answers();
  await expect(john.heard).toContainText('Hello, this is your scheduled callback.');
  await center.clock.advance(10_000);
  await expect(ana.stage('talking')).toBeVisible();
  await expect(john.company('Talking to an agent')).toBeVisible();

  // Whoever comes back finds what was made.
  await setup.page.goto(center.address('/setup'));
  await expect(setup.page.getByRole('heading', { level: 1, name: '“Line with callback” is set up' })).toBeVisible();
});

test('every step is accessible and fits, as it is and with what is wrong with it', async ({ center }) => {
  test.setTimeout(180_000);
  const setup = await opens(center);
  await setup.isAt('A queue for callbacks');
  await setup.fillsIn();
  for (const [at, title] of stepTitles.entries()) {
    await setup.page.goto(center.address('/setup', { step: ['queue', 'callerId', 'profile', 'flow', 'number', 'customerWhisper', 'agentWhisper', 'review'][at] ?? '' }));
    await setup.isAt(title);
    await setup.isAccessible(title, at);
  }
  await setup.page.goto(center.address('/setup', { step: 'flow' }));
  for (const field of ['Name of the flow', 'The offer', 'Initial delay', 'Maximum number of retries']) await setup.field(field).fill('');
  await setup.goesOn();
  await expect(setup.errors).toBeFocused();
  await setup.isAccessible('errors', 0);
  await setup.field('Maximum number of retries').fill('20');
  await setup.isAccessible('warnings', 1);
  await setup.page.goto(center.address('/setup', { step: 'review' }));
  await setup.isAt('Check and set up');
  await setup.isAccessible('what is missing', 0);
  await setup.page.goto(center.address('/setup', { step: 'flow' }));
  await setup.field('Name of the flow').fill('Line with callback');
  await setup.field('The offer').fill('Press 1 to be called back.');
  await setup.field('Initial delay').fill('99');
  await setup.page.goto(center.address('/setup', { step: 'review' }));
  await setup.setsUp();
  await setup.isAccessible('what was made', 1);
});
