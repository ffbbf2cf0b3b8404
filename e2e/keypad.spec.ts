import { expect, test } from './fixtures.ts';
import { john } from './stories/promised.ts';

test('a caller asks for a callback by keypad, at a number typed and confirmed, and hangs up', async ({ center }) => {
  const phone = await center.customer(john);
  await center.clock.advanceTo('2024-01-10T11:35:00Z');
  await phone.dials('Main line');
  await expect(phone.company('Automatic menu')).toBeVisible();
  await center.clock.advanceTo('2024-01-10T11:35:36Z');
  await expect(phone.heard).toContainText('Press 1 if you want us to call you back.');
  // However little room the keypad leaves, what was said last is in sight.
  await phone.page.setViewportSize({ width: 320, height: 460 });
  await expect(phone.heard.getByText('Press 1 if you want us to call you back.')).toBeInViewport();
  await phone.presses('1');
  await expect(phone.heard).toContainText('Press 2 to enter another number.');
  await phone.presses('2');
  await expect(phone.heard).toContainText('enter your ten-digit phone number');
  await phone.presses('2065550187#');
  await expect(phone.heard).toContainText('is the one we will call. Press 1 if that is right.');
  await phone.presses('1');
  await expect(phone.heard).toContainText('We will call you back as soon as an agent is free.');
  await phone.hangsUp();
  await expect(phone.screen('You hung up')).toBeVisible();

  const other = await center.customer('+12065550187');
  await expect(other.promise).toContainText('scheduled for about');
  await expect(phone.promise).toHaveCount(0);
  const [record] = await center.contactRecords();
  expect(record).toMatchObject({ InitiationMethod: 'INBOUND', Attributes: { callbackNumber: '+12065550187' }, DisconnectReason: 'CUSTOMER_DISCONNECT' });
});

test('a caller waits in line, is offered to an agent as an inbound call, and gives up', async ({ center }) => {
  const phone = await center.customer(john);
  const ana = await center.agent('ana');
  await phone.dials('Main line');
  await center.clock.advance(10_000);
  await expect(phone.company('Waiting in line')).toBeVisible();
  await ana.sets('Available');
  await expect(ana.stage('offer')).toContainText('Inbound call');
  await phone.hangsUp();
  await expect(ana.stage('offer')).toHaveCount(0);
});
