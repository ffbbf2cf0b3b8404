import { resourceReader } from '../app/resource-reader.ts';
import type { Command } from '../engine/index.ts';
import { ids } from './builders.ts';
import type { CenterDriver } from './center-driver.ts';
import { createInPageFetch } from '../../mocks/in-page-fetch.ts';

/** Sends a request to the face over a real engine; its status and error type. */
export type Asks = (method: 'POST' | 'PUT', path: string, body: object) => Promise<readonly [number, string | null]>;

/** The face over a driven engine. It reads no flows. */
export function asksOf(driver: CenterDriver): Asks {
  const { instance } = driver.center.config;
  const center = {
    query: async () => instance,
    send: async (command: unknown) => {
      const refusal = driver.ask(command as Command);
      return refusal ? ({ ok: false, code: refusal.code, detail: {} } as const) : ({ ok: true, seq: driver.center.seq } as const);
    },
  };
  const fetch = createInPageFetch({ center, flows: { check: () => { throw new Error('no flows here'); }, idFor: () => ids.flow('none') }, resources: resourceReader }, 'http://ringback.test');
  return async (method, path, body) => {
    const request: RequestInit = { method, body: JSON.stringify(body) };
    const response = await fetch(`/connect-api${path}`, request);
    return [response.status, response.headers.get('x-amzn-errortype')];
  };
}
