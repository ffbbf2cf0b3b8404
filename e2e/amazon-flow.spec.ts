import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from './fixtures.ts';
import { isJoined, john } from './stories/promised.ts';

const folder = new URL('../../shared/flows/aws-defaults/', import.meta.url);
const isThere = existsSync(folder);
if (!isThere) console.warn('SKIPPED: ../shared/flows is not here, so no flow exported from Amazon Connect was imported.');
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

test.skip(!isThere, 'the folder of real exported flows is not here');

test('John’s callback through flows exported from Amazon Connect, imported by hand', async ({ center }) => {
  const flows = await center.flows();
  const queueFlow = 'Sample interruptible queue flow with callback';
  let file = await flows.takes('sample_interruptible_queue_flow_with_callback.json', read('sample_interruptible_queue_flow_with_callback.json'));
  await expect(file).toContainText('A flow with 10 actions');
  await expect(file).toContainText('1 choice is still open.');
  await flows.maps(file, /^Prompt: /, 'Hold music');
  await flows.saves(file);
  await flows.usesAt('InboundQueue');

  file = await flows.takes('sample_queue_configurations_flow.json', read('sample_queue_configurations_flow.json'));
  await expect(file).toContainText(/choices are still open|choice is still open/);
  // Its queue, the queue flow of waiting callers and that of other channels, in the order of their use.
  const choices = await file.getByRole('combobox').all();
  for (const choice of choices) await choice.selectOption({ label: (await choice.getAttribute('title'))?.includes('/queue/') ? 'InboundQueue' : queueFlow });
  await flows.saves(file);
  await flows.usesAt('+1 800 555 0199');

  const ana = await center.agent('ana');
  const phone = await center.customer(john);
  const records = await center.records();
  await center.clock.advanceTo('2024-01-10T11:35:00Z');
  await phone.dials('Main line');
  await expect(phone.heard).toContainText('This flow demonstrates changing the priority');
  await center.clock.advance(20_000);
  await expect(phone.heard).toContainText('Press 1 to move to the front of the queue');
  await phone.presses('1');
  await expect(phone.heard).toContainText('The time in queue is less than 5 minutes.');
  await center.clock.advance(7_000);
  await expect(phone.heard).toContainText('Press 1 to go into queue or 2 to enter a callback number.');
  await phone.presses('1');
  await expect(phone.company('Waiting in line')).toBeVisible();

  // In the queue the other export speaks: every thirty seconds it offers the callback.
  await center.clock.advance(31_000);
  await expect(phone.heard).toContainText('Press 1 if you want to receieve a callback when an agent is available.');
  await phone.presses('1');
  await expect(phone.heard).toContainText('Enter the number you would like to be called back at.');
  await phone.presses('2065550142');
  await center.clock.advance(6_000);
  await expect(phone.heard).toContainText('You will be called back when the next agent is available.');
  await center.clock.advance(10_000);
  await expect(phone.screen('The center hung up')).toBeVisible();
  await expect(phone.promise).toBeVisible();
  await center.clock.advance(5_000);
  await expect(phone.promise).toContainText('you are in line');

  await ana.sets('Available');
  await expect(ana.stage('offer')).toContainText('Callback · attempt 1 of up to 2');
  await ana.accepts();
  await ana.isAt('Message to you');
  await center.clock.advance(15_000);
  await ana.isAt('Ringing');
  await isJoined(center, ana, phone);
  await center.clock.advance(90_000);
  await phone.hangsUp();
  await expect(ana.stage('work')).toBeVisible();

  await expect(records.rows).toHaveCount(2);
  const [callback, call] = await center.contactRecords();
  expect(call).toMatchObject({ InitiationMethod: 'INBOUND', DisconnectReason: 'CONTACT_FLOW_DISCONNECT', NextContactId: callback?.ContactId });
  expect(callback).toMatchObject({ InitiationMethod: 'CALLBACK', DisconnectReason: 'CUSTOMER_DISCONNECT', PreviousContactId: call?.ContactId, Ringback: { DelaySeconds: 5 } });
  await records.opens('Callback');
  await expect(records.field('Agent.AgentInteractionDuration')).toContainText('90 s');
});
