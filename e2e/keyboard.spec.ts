import { expect, test } from './fixtures.ts';
import { john, promised } from './stories/promised.ts';

test('the whole agent story by keyboard alone', async ({ center }) => {
  const ana = await center.agent('ana');
  const phone = await center.customer(john);
  await center.play(promised());
  await center.clock.advanceTo('2024-01-10T11:39:00Z');
  const { page } = ana;
  const { keyboard } = page;
  await page.bringToFront();

  // The status, by its combination, arrows and Enter; the focus comes back to the button and is seen.
  await keyboard.press('Control+Shift+S');
  await expect(page.getByRole('menuitemradio', { name: 'Offline' })).toBeFocused();
  await keyboard.press('Home');
  await expect(page.getByRole('menuitemradio', { name: 'Available' })).toBeFocused();
  await keyboard.press('Enter');
  await expect(ana.status).toBeFocused();
  await expect(ana.status).toContainText('Available');
  expect(await ana.status.evaluate((button) => button.matches(':focus-visible') && getComputedStyle(button).outlineStyle !== 'none')).toBe(true);

  // The list of combinations, and out of it by Escape.
  await keyboard.press('Control+Shift+?');
  const keys = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(keys).toContainText('Accept the contact that rings');
  await keyboard.press('Escape');
  await expect(keys).toBeHidden();

  await expect(ana.stage('offer')).toBeVisible();
  await keyboard.press('Control+Shift+A');
  await ana.isAt('Message to you');
  await center.clock.advance(10_000);
  await ana.isAt('Ringing');
  await phone.answers();
  await ana.isAt('Message to them');
  await center.clock.advance(15_000);
  await expect(ana.stage('talking')).toBeVisible();

  await page.bringToFront();
  await keyboard.press('Control+Shift+M');
  await expect(ana.button('Mute')).toHaveAttribute('aria-pressed', 'true');
  await keyboard.press('Control+Shift+M');
  await expect(ana.button('Mute')).toHaveAttribute('aria-pressed', 'false');
  await keyboard.press('Control+Shift+H');
  await expect(ana.button('Resume')).toBeVisible();
  await keyboard.press('Control+Shift+H');
  await expect(ana.button('Hold')).toBeVisible();

  // The keypad by Tab and the digit keys, in the order of the page.
  await ana.button('Hold').focus();
  await keyboard.press('Tab');
  await expect(ana.button('Keypad')).toBeFocused();
  await keyboard.press('Enter');
  const pad = page.getByRole('group', { name: 'Keys to send' });
  await expect(pad).toBeVisible();
  await pad.getByRole('button', { name: '1', exact: true }).focus();
  await keyboard.press('4');
  await keyboard.press('#');
  await expect(page.getByRole('status', { name: 'Sent keys' })).toContainText('4#');

  await keyboard.press('Control+Shift+E');
  await expect(ana.stage('work')).toBeVisible();
  await keyboard.press('Control+Shift+D');
  await expect(ana.stage('idle')).toContainText('Ready for the next contact');
});

test('an offer is answered with Tab and Enter, and the focus is not lost with the card', async ({ center }) => {
  const ana = await center.agent('ana');
  await center.play(promised());
  await center.clock.advanceTo('2024-01-10T11:39:00Z');
  await ana.stage('idle').getByRole('button', { name: 'Go Available' }).focus();
  await ana.page.keyboard.press('Enter');
  const offer = ana.stage('offer');
  await expect(offer).toBeFocused();
  await ana.page.keyboard.press('Tab');
  await expect(ana.button('Reject')).toBeFocused();
  await ana.page.keyboard.press('Tab');
  await expect(ana.button('Accept')).toBeFocused();
  await ana.page.keyboard.press('Enter');
  await expect(ana.stage('connecting')).toBeFocused();
});

test('a customer’s phone is used with the keyboard: dial, keys, hang up', async ({ center }) => {
  const phone = await center.customer(john);
  await phone.page.getByRole('button', { name: /^Call Main line/ }).focus();
  await phone.page.keyboard.press('Enter');
  await expect(phone.company('Automatic menu')).toBeVisible();
  await center.clock.advance(36_000);
  await expect(phone.heard).toContainText('Press 1 if you want us to call you back.');
  await phone.page.keyboard.press('1');
  await expect(phone.heard).toContainText('Press 2 to enter another number.');
  await phone.button('Hang up').focus();
  await phone.page.keyboard.press('Enter');
  await expect(phone.screen('You hung up')).toBeVisible();
});
