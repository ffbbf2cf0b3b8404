import { expect, test } from './fixtures.ts';
import { isDialed, john, ringsAt } from './stories/promised.ts';

test('nobody answers: three dials ten minutes apart, then the promise is closed', async ({ center }) => {
  const ana = await center.agent('ana');
  const phone = await center.customer(john);
  await ringsAt(center, ana, { whenCalled: [{ noAnswer: true }] });
  const failed = ana.stage('closed');

  await isDialed(center, ana);
  await expect(phone.page.getByText('This is the callback you asked for.')).toBeVisible();
  await center.clock.advance(60_000);
  await expect(failed).toContainText('Not reached · attempt 1 of 3');
  await expect(failed).toContainText('We rang the customer for 60 seconds and nobody answered.');
  await expect(failed).toContainText('We try again at 06:50, their time 03:50. 2 tries left.');
  await expect(phone.screen('You missed a call')).toBeVisible();
  await expect(phone.promise).toContainText('scheduled for about 06:50:10');
  await ana.goesBack();

  await center.clock.advanceTo('2024-01-10T11:50:09.999Z');
  await expect(ana.stage('idle')).toBeVisible();
  await center.clock.advance(1);
  await expect(ana.stage('offer')).toContainText('Callback · attempt 2 of up to 3');
  await isDialed(center, ana);
  await center.clock.advance(60_000);
  await expect(failed).toContainText('1 try left.');
  await ana.goesBack();

  await center.clock.advance(600_000);
  await expect(ana.stage('offer')).toContainText('Callback · attempt 3 of up to 3');
  await isDialed(center, ana);
  await center.clock.advance(60_000);
  await expect(failed).toContainText('Not reached · attempt 3 of 3');
  await expect(failed).toContainText('No further try is planned.');
  await expect(phone.promise).toHaveCount(0);
  await ana.goesBack();
  await center.clock.advance(3_600_000);
  await expect(ana.stage('idle')).toBeVisible();

  const records = await center.contactRecords();
  expect(records.map(({ InitiationMethod }) => InitiationMethod)).toEqual(['CALLBACK', 'CALLBACK', 'CALLBACK', 'INBOUND']);
  for (const [at, record] of records.entries()) expect(record.PreviousContactId).toBe(records[at + 1]?.ContactId ?? null);
});

test('the second dial is answered', async ({ center }) => {
  const ana = await center.agent('ana');
  await ringsAt(center, ana, { whenCalled: [{ noAnswer: true }, { answersAfter: 5 }] });
  await isDialed(center, ana);
  await center.clock.advance(60_000);
  await ana.goesBack();
  await center.clock.advance(600_000);
  await isDialed(center, ana);
  await center.clock.advance(20_000);
  await expect(ana.stage('talking')).toContainText('0:00');
  await ana.ends();
  await expect(ana.stage('work')).toContainText('You hung up.');
});
