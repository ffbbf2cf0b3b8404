import { expect, test } from 'vitest';
import { ids } from '../src/testing/builders.ts';
import { CenterDriver } from '../src/testing/center-driver.ts';
import { JOHN, talking } from '../src/testing/talking.ts';
import { asksOf } from '../src/testing/face-over-driver.ts';

const NOT_FOUND = [404, 'ResourceNotFoundException'] as const;
const OK = [200, null] as const;

/** Sends the rest of a path under one of ana's operations. */
const anas = (driver: CenterDriver, method: 'POST' | 'PUT', operation: string, agentId: string = ids.agent('ana')) => {
  const ask = asksOf(driver);
  return (body: object) => ask(method, `/users/${driver.center.config.instance.id}/${agentId}/${operation}`, body);
};

test('PutUserStatus sets the status of who is free, and the next one of who is at work (spec §4.2)', async () => {
  const free = new CenterDriver();
  const put = anas(free, 'PUT', 'status');
  expect([await put({ AgentStatusId: `arn:aws:connect:eu-central-1:1:instance/i/agent-state/${ids.status('Break')}` }), free.agent('ana').status()]).toEqual([OK, 'Break']);
  expect([await put({ AgentStatusId: 'Holiday' }), await put({}), await anas(free, 'PUT', 'status', 'nobody')({ AgentStatusId: ids.status('Break') })]).toEqual([NOT_FOUND, [400, 'InvalidParameterException'], NOT_FOUND]);
  const busy = talking();
  expect(await anas(busy, 'PUT', 'status')({ AgentStatusId: ids.status('Lunch') })).toEqual(OK);
  expect([busy.agent('ana').status(), busy.center.agents.get(ids.agent('ana'))?.nextStatusId]).toEqual(['Available', ids.status('Lunch')]);
});

test('DismissUserContact clears what was missed or is over, and nothing else (spec §4.4)', async () => {
  const driver = talking({}, 'Offline');
  const ContactId = driver.agent('ana').contact().id;
  const dismiss = anas(driver, 'POST', 'contact');
  expect(await dismiss({ ContactId })).toEqual([400, 'InvalidRequestException']);
  driver.customer(JOHN).hangsUp();
  expect([await dismiss({ ContactId }), driver.agent('ana').state(), await dismiss({ ContactId })]).toEqual([OK, null, NOT_FOUND]);
  driver.customer(JOHN).dials().wait(20);
  const missed = driver.agent('ana').contact().id;
  driver.customer(JOHN).hangsUp();
  expect([driver.agent('ana').state(), await dismiss({ ContactId: missed }), driver.agent('ana').state()]).toEqual(['MISSED', OK, null]);
});

test('UpdateContactRoutingData changes the priority or the age of a contact, one at a time (spec §5.4)', async () => {
  const driver = new CenterDriver().customer(JOHN).dials();
  const [contactId] = driver.center.openContacts;
  const ask = asksOf(driver);
  const update = (body: object, id: string | undefined = contactId) => ask('POST', `/contacts/${driver.center.config.instance.id}/${id ?? ''}/routing-data`, body);
  expect([await update({ QueuePriority: 2 }), await update({ QueueTimeAdjustmentSeconds: -30 })]).toEqual([OK, OK]);
  expect(driver.center.contacts.get(contactId as never)).toMatchObject({ priority: 2, ageAdjustmentMs: -30_000 });
  const invalid = [400, 'InvalidParameterException'];
  expect([await update({}), await update({ QueuePriority: 1, QueueTimeAdjustmentSeconds: 1 }), await update({ QueuePriority: 0 }), await update({ QueueTimeAdjustmentSeconds: 40_000_000 })]).toEqual([invalid, invalid, invalid, invalid]);
  expect(await update({ QueuePriority: 1 }, 'none')).toEqual(NOT_FOUND);
  driver.customer(JOHN).hangsUp();
  expect(await update({ QueuePriority: 1 })).toEqual([409, 'ResourceConflictException']);
});
