import { expect, test } from './fixtures.ts';
import { isDialed, isJoined, john, ringsAt } from './stories/promised.ts';

test('an agent asks a colleague, changes over, joins all and hands over', async ({ center }) => {
  const ana = await center.agent('ana');
  const phone = await center.customer(john);
  await ringsAt(center, ana);
  const ben = await center.agent('ben');
  await ben.sets('Available');
  await isDialed(center, ana);
  await isJoined(center, ana, phone);

  await ana.asksFor('Ben Okafor');
  await expect(ana.stage('talking')).toContainText('It rings at Ben Okafor. The customer is on hold.');
  await expect(phone.company('On hold')).toBeVisible();
  await expect(ben.stage('offer')).toContainText('Transfer from Ana Martins');
  await expect(ben.stage('offer')).toContainText('John');
  await ben.accepts();
  await center.clock.advance(10_000);
  await expect(ana.stage('talking')).toContainText('You talk with Ben Okafor. The customer is on hold.');
  await expect(ben.stage('talking')).toContainText('You talk with Ana Martins. The customer is on hold and hears neither of you.');
  // Of three, whoever asked decides who hears whom.
  await expect(ben.button('Hold')).toHaveCount(0);

  await ana.button('To customer').click();
  await expect(phone.company('Talking to an agent')).toBeVisible();
  await expect(ben.stage('talking')).toContainText('Ana Martins talks with the customer. You are on hold.');
  await ana.button('To Ben Okafor').click();
  await expect(phone.company('On hold')).toBeVisible();
  await ana.button('Join all').click();
  await expect(ben.stage('talking')).toContainText('You, Ana Martins and the customer talk together.');
  await expect(ana.button('Join all')).toHaveCount(0);

  await ana.button('Hand over').click();
  await expect(ana.stage('work')).toContainText('You left, and the customer went on with somebody else.');
  await expect(ben.button('Hold')).toBeVisible();
  await expect(phone.company('Talking to an agent')).toBeVisible();
  await ben.ends();
  await expect(phone.screen('The center hung up')).toBeVisible();
  const [transfer, callback] = await center.contactRecords();
  expect(transfer).toMatchObject({ InitiationMethod: 'TRANSFER', PreviousContactId: callback?.ContactId, Agent: { Username: 'ben' } });
  expect(callback).toMatchObject({ InitiationMethod: 'CALLBACK', NextContactId: transfer?.ContactId, Agent: { Username: 'ana' } });
});

test('an agent asks a queue and a number, and stops asking', async ({ center }) => {
  const ana = await center.agent('ana');
  const phone = await center.customer(john);
  await ringsAt(center, ana);
  await isDialed(center, ana);
  await isJoined(center, ana, phone);
  await ana.page.keyboard.press('Control+Shift+X');
  const dialog = ana.page.getByRole('dialog', { name: 'Transfer' });
  const find = dialog.getByRole('textbox', { name: 'Name, queue or number' });
  await expect(find).toBeFocused();
  await find.fill('nobody here');
  await expect(dialog).toContainText('No colleague and no queue is called that.');
  await find.fill('bill');
  await dialog.getByRole('button', { name: 'BillingQueue' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(ana.stage('talking')).toContainText('Waiting for BillingQueue. The customer is on hold.');
  await ana.button('Stop asking').click();
  await expect(ana.button('Resume')).toBeEnabled();

  await ana.button('Transfer').click();
  await find.fill('206 555 0187');
  await dialog.getByRole('button', { name: 'Call 206 555 0187' }).click();
  await expect(ana.stage('talking')).toContainText('It rings at +1 206 555 0187.');
  await ana.button('Stop asking').click();
  await ana.button('Resume').click();
  await expect(phone.company('Talking to an agent')).toBeVisible();

  await ana.button('Transfer').click();
  await find.fill('123');
  await dialog.getByRole('button', { name: 'Call 123' }).click();
  await expect(ana.page.getByText('This is not a telephone number.')).toBeVisible();
  await expect(phone.company('Talking to an agent')).toBeVisible();
});

test('an agent calls a number; what is none is said, and nothing is lost', async ({ center }) => {
  const ana = await center.agent('ana');
  const phone = await center.customer(john);
  await ana.button('Call a number').click();
  const dialog = ana.page.getByRole('dialog', { name: 'Call a number' });
  const number = dialog.getByRole('textbox', { name: 'Number' });
  await expect(number).toBeFocused();
  await number.fill('12 apples');
  await number.press('Enter');
  await expect(dialog).toContainText('This is not a telephone number. Check the digits and enter it again.');
  await expect(number).toHaveValue('12 apples');
  await number.fill('+81 3-5555-0100');
  await number.press('Enter');
  await expect(dialog).toContainText('does not place calls to that country');
  await number.fill('(206) 555-0142');
  await number.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(ana.stage('connecting')).toContainText('Outbound call');
  await ana.isAt('Ringing');
  await phone.answers();
  await expect(ana.page.getByRole('region', { name: /Conversation|being connected/ })).toBeVisible();
  await center.clock.advance(120_000);
  await expect(ana.stage('talking')).toContainText('outbound call');
  await phone.hangsUp();
  await expect(ana.stage('work')).toBeVisible();
});
