import { expect, test } from '@playwright/test';

const john = '+12065550142';
const start = 'at=2024-01-10T11:30:00Z&clock=held&seed=1';

test('a callback that John is promised reaches Ana, and they talk', async ({ context }) => {
  const open = async (address: string) => {
    const page = await context.newPage();
    await page.goto(`${address}${address.includes('?') ? '&' : '?'}${start}`);
    await page.waitForFunction(() => window.ringback?.ready.then(() => true));
    return page;
  };
  const ana = await open('/?agent=ana');
  const phone = await open(`/customer?number=${encodeURIComponent(john)}`);
  const advance = (seconds: number) => ana.evaluate((ms) => window.ringback.clock.advance(ms), seconds * 1000);

  // John calls the main line. Every thirty seconds while he waits, the line offers to call him back.
  await phone.getByRole('button', { name: /^Call Main line/ }).click();
  await expect(phone.getByRole('heading', { name: 'Main line' })).toBeVisible();
  await advance(36);
  const heard = phone.getByRole('log', { name: 'What you hear' });
  const keypad = phone.getByRole('group', { name: 'Keypad' });
  await expect(heard).toContainText('Press 1 if you want us to call you back.');
  await keypad.getByRole('button', { name: '1', exact: true }).click();
  await expect(heard).toContainText('Press 1 to be called back at the number you are calling from.');
  await keypad.getByRole('button', { name: '1', exact: true }).click();
  await expect(heard).toContainText('is the one we will call. Press 1 if that is right.');
  await keypad.getByRole('button', { name: '1', exact: true }).click();
  await expect(heard).toContainText('We will call you back');
  await phone.getByRole('button', { name: 'Hang up' }).click();
  await expect(phone.getByRole('region', { name: 'Callback promised' })).toBeVisible();

  // When he is called, he picks up after four seconds of ringing and hangs up after two minutes with an agent.
  await ana.evaluate((number) => window.ringback.customer(number).behaves([{ answersAfter: 4 }], { talksFor: 120 }), john);

  // His callback is due 99 seconds after he asked. Ana is there; her phone rings for 20 seconds.
  await ana.getByRole('button', { name: 'Go Available' }).click();
  await expect(ana.getByRole('button', { name: /^Status:/ })).toContainText('Available');
  await advance(99);
  await expect(ana.getByRole('region', { name: 'Contact ringing' })).toContainText('Callback · attempt 1 of up to 3');
  await ana.getByRole('button', { name: 'Accept' }).click();
  await expect(ana.getByRole('region', { name: 'Contact being connected' })).toContainText('They cannot hear you yet');

  // 10 seconds of message to her, 4 of ringing, 15 of message to him; then they talk.
  await advance(10 + 4 + 15);
  await expect(ana.getByRole('region', { name: 'Conversation' })).toBeVisible();
  await advance(120);
  await expect(ana.getByRole('region', { name: 'After-contact work' })).toContainText('The customer hung up.');
  await ana.getByRole('button', { name: 'Done' }).click();

  // The records, newest first: over the handle, and over HTTP as Amazon Connect would tell them.
  const [callback, call] = await ana.evaluate(() => window.ringback.records());
  expect(callback).toMatchObject({ InitiationMethod: 'CALLBACK', PreviousContactId: call?.ContactId, Agent: { Username: 'ana', AgentInteractionDuration: 120 } });
  const told = await ana.evaluate(async (id) => (await fetch(`/connect-api/x/contact-records/${id}`)).json(), callback?.ContactId);
  expect(told).toMatchObject({ ContactRecord: { ContactId: callback?.ContactId } });
});
