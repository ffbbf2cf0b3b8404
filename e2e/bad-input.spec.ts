import { Center } from './center.ts';
import { expect, test } from './fixtures.ts';
import { john, promised, ringsAt } from './stories/promised.ts';

test('an agent who is not there is said to be unknown, with the ones who are', async ({ context, center }) => {
  const page = await context.newPage();
  await page.goto(center.address('/', { agent: 'zed' }));
  await expect(page.getByRole('heading', { name: 'There is no agent “zed”' })).toBeVisible();
  await page.getByRole('link', { name: 'Ana Martins (ana)' }).click();
  await expect(page.getByRole('button', { name: /^Status:/ })).toContainText('Offline');
});

test('an address that is not understood is told word for word, whatever its length', async ({ context }) => {
  const page = await context.newPage();
  await page.goto(`/?agent=${'x'.repeat(5_000)}&speed=fast&at=yesterday`);
  await expect(page.getByRole('heading', { name: 'This address cannot be used' })).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('speed is “fast”');
  await expect(page.getByRole('alert')).toContainText('at is “yesterday”');
  expect(await page.getByRole('alert').innerText()).not.toContain('x'.repeat(200));
  await page.goto('/customer?number=%2B1999');
  await expect(page.getByRole('heading', { name: '“+1999” is no telephone number here' })).toBeVisible();
  await page.goto('/no-such-page');
  await expect(page.getByRole('heading', { name: 'There is no such page' })).toBeAttached();
});

test('a number that cannot be dialed is refused in a sentence, and one pasted in any dress is understood', async ({ center }) => {
  const phone = await center.customer(john);
  const field = phone.page.getByRole('textbox', { name: 'Number to call' });
  for (const [typed, sentence] of [
    ['', 'Type a phone number first.'],
    ['206555', 'This number is too short.'],
    ['call me', 'This is not a phone number.'],
    ['+1 999 999 9999', 'No phone can have this number.'],
    ['2'.repeat(10_000), 'This is too long for a phone number.'],
    ['x'.repeat(10_000), 'This is too long for a phone number.'],
  ] as const) {
    await phone.dialsNumber(typed);
    await expect(phone.phone).toContainText(sentence);
    await expect(field).toHaveAttribute('aria-invalid', 'true');
  }
  for (const dressed of [' +1 (800) 555-0199 ', '８００５５５０１９９', '800.555.0199']) {
    await phone.dialsNumber(dressed);
    await expect(phone.company('Automatic menu')).toBeVisible();
    await phone.hangsUp();
    await expect(phone.screen('You hung up')).toBeVisible();
  }
  await phone.dialsNumber('+1 206 555 0187');
  await expect(phone.page.getByText('That number does not belong to this contact center.')).toBeVisible();
});

test('by keypad, a number too short, not valid or not dialable from here is asked for again', async ({ center }) => {
  const phone = await center.customer(john);
  await phone.dials('International line');
  await center.clock.advance(36_000);
  await expect(phone.heard).toContainText('Press 1');
  await phone.presses('1');
  await expect(phone.heard).toContainText('enter another number');
  await phone.presses('2');
  await expect(phone.heard).toContainText('Then press pound.');
  await phone.presses('2065#');
  await expect(phone.heard).toContainText('That is not a valid phone number.');
  await center.clock.advance(4_000);
  await phone.presses('81312345678#');
  await expect(phone.heard).toContainText('Press 1 if that is right.');
  await phone.presses('1');
  await expect(phone.heard).toContainText('We cannot call numbers in that country.');
  await center.clock.advance(4_000);
  // Ten thousand keys at once, as a program might send them.
  const reply = await phone.page.evaluate((number) => window.ringback.send({ type: 'customer.press', number: number as never, keys: '1'.repeat(10_000) }), john);
  expect(reply).toBeDefined();
  await phone.hangsUp();
  await expect(phone.screen('You hung up')).toBeVisible();
});

test('accept one millisecond after expiry is refused, and the agent is told why', async ({ center }) => {
  const ana = await center.agent('ana');
  await ringsAt(center, ana);
  // The clock moves and the button is pressed in one go, so that the page cannot know yet that it is too late.
  await ana.button('Accept').evaluate((button: HTMLButtonElement) => {
    void window.ringback.clock.advance(20_001);
    button.click();
  });
  await expect(ana.page.getByText('This contact is no longer offered here')).toBeVisible();
  await expect(ana.stage('closed')).toContainText('Missed');
});

test('accept on the last millisecond is taken', async ({ center }) => {
  const ana = await center.agent('ana');
  await ringsAt(center, ana);
  await center.clock.advance(19_999);
  await ana.accepts();
  await ana.isAt('Message to you');
});

test('where nothing can be stored the center works, and says that a reload begins anew', async ({ context }) => {
  await context.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('denied', 'SecurityError');
    };
  });
  const center = new Center(context, { transport: 'inPage' });
  const ana = await center.agent('ana');
  await expect(ana.page.getByText('This browser stores nothing here.')).toBeVisible();
  await ringsAt(center, ana);
  await ana.accepts();
  await ana.isAt('Message to you');
});

test.describe('a device without room', () => {
  test.use({ mayComplain: [/QuotaExceededError/] });

  test('the center goes on, and says what would be lost', async ({ context }) => {
    const center = new Center(context, { transport: 'inPage' });
    const ana = await center.agent('ana');
    await center.play(promised());
    await ana.page.evaluate(() => {
      IDBObjectStore.prototype.add = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await center.clock.advanceTo('2024-01-10T11:39:00Z');
    await expect(ana.page.getByText('The browser has no room left to store.')).toBeVisible();
    await ana.sets('Available');
    await expect(ana.stage('offer')).toContainText('John');
  });
});

test('a journal that cannot be read is said, kept for download, and a fresh center is offered', async ({ center }) => {
  const ana = await center.agent('ana');
  await ringsAt(center, ana);
  // Rubbish in place of everything that this origin keeps.
  await ana.page.evaluate(async () => {
    const done = <Value>(request: IDBRequest<Value>): Promise<Value> => new Promise((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error ?? new Error('failed')));
    });
    for (const { name } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name ?? ''));
      for (const store of database.objectStoreNames) {
        const records = database.transaction(store, 'readwrite').objectStore(store);
        for (const key of await done(records.getAllKeys())) await done(records.put('rubbish', key));
      }
      database.close();
    }
  });
  await center.closeAll();

  const page = await center.context.newPage();
  await page.goto(center.address('/', { agent: 'ana' }));
  await expect(page.getByRole('heading', { name: 'What was stored cannot be read' })).toBeVisible();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download what is stored' }).click()]);
  const stream = await download.createReadStream();
  expect((await stream.toArray()).join('')).toContain('rubbish');
  await page.getByRole('button', { name: 'Start afresh' }).click();
  await expect(page.getByRole('button', { name: /^Status:/ })).toContainText('Offline');
  expect(await center.contactRecords()).toEqual([]);
});

test('a clock that jumps by eight days does everything in between: the callback has expired after seven', async ({ center }) => {
  const phone = await center.customer(john);
  await center.play(promised());
  await center.clock.advanceTo('2024-01-10T11:40:00Z');
  await expect(phone.promise).toContainText('you are in line');
  await center.clock.advance(8 * 24 * 3_600_000);
  await expect(phone.promise).toHaveCount(0);
  expect((await center.contactRecords())[0]).toMatchObject({ InitiationMethod: 'CALLBACK', DisconnectTimestamp: '2024-01-17T11:37:00Z', Ringback: { Cause: 'expired' } });
});

test('a laptop that slept for three hours: every deadline has been carried out, and it is said', async ({ context }) => {
  // The page's own clock is the laptop's; only where the center lives in the page can a test reach it.
  const center = new Center(context, { transport: 'inPage' });
  await context.clock.install();
  const ana = await center.agent('ana');
  await ringsAt(center, ana);
  await center.clock.run(1);
  await ana.page.clock.fastForward('03:00:00');
  await expect(ana.page.getByText('This computer slept or its clock moved by 3 h.')).toBeVisible();
  await expect(ana.stage('closed')).toContainText('Missed');
  await ana.page.getByRole('button', { name: 'Dismiss' }).last().click();
});
