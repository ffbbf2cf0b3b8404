import { expect, test } from 'vitest';
import { resourceReader } from '../src/app/resource-reader.ts';
import { asE164, type Command, seconds } from '../src/engine/index.ts';
import { ids } from '../src/testing/builders.ts';
import { CenterDriver } from '../src/testing/center-driver.ts';
import { secondOf, talking, toBen } from '../src/testing/talking.ts';
import { createInPageFetch } from './in-page-fetch.ts';

/** StopContact over a real engine: status and error type. */
function faceOver(driver: CenterDriver): (contactId: string) => Promise<readonly [number, string | null]> {
  const { instance } = driver.center.config;
  const center = {
    query: async () => instance,
    send: async (command: unknown) => {
      const refusal = driver.ask(command as Command);
      return refusal ? ({ ok: false, code: refusal.code, detail: {} } as const) : ({ ok: true, seq: driver.center.seq } as const);
    },
  };
  const fetch = createInPageFetch({ center, flows: { check: () => { throw new Error('no flows here'); }, idFor: () => ids.flow('none') }, resources: resourceReader }, 'http://ringback.test');
  return async (ContactId) => {
    const response = await fetch('/connect-api/contact/stop', { method: 'POST', body: JSON.stringify({ InstanceId: instance.id, ContactId }) });
    return [response.status, response.headers.get('x-amzn-errortype')];
  };
}

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
