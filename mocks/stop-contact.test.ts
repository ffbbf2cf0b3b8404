import { expect, test } from 'vitest';
import { asE164, seconds } from '../src/engine/index.ts';
import { ids } from '../src/testing/builders.ts';
import { CenterDriver } from '../src/testing/center-driver.ts';
import { secondOf, talking, toBen } from '../src/testing/talking.ts';
import { asksOf } from '../src/testing/face-over-driver.ts';

const faceOver = (driver: CenterDriver): ((contactId: string) => Promise<readonly [number, string | null]>) => {
  const ask = asksOf(driver);
  return async (ContactId) => ask('POST', '/contact/stop', { InstanceId: driver.center.config.instance.id, ContactId });
};

test('StopContact ends a callback that waits, once', async () => {
  const driver = new CenterDriver();
  driver.send({ type: 'callback.request', number: asE164('+12065550142'), queueId: ids.queue('CallbackQueue'), initialDelayMs: seconds(0), retries: 2, retryDelayMs: seconds(60), attributes: {} });
  const [contactId] = driver.center.openContacts;
  const stop = faceOver(driver);
  expect([await stop(contactId ?? ''), await stop(contactId ?? ''), await stop('nobody')]).toEqual([[200, null], [410, 'ContactNotFoundException'], [410, 'ContactNotFoundException']]);
  expect(driver.records()).toMatchObject([{ DisconnectReason: 'OTHER', NextContactId: null, Ringback: { Cause: 'stopped' } }]);
});

test('StopContact leaves a transferred contact alone', async () => {
  const driver = talking().agent('ana').transfersTo(toBen);
  expect(await faceOver(driver)(secondOf(driver).id)).toEqual([400, 'InvalidRequestException']);
  expect(driver.records()).toEqual([]);
});
