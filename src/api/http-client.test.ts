import { expect, test } from 'vitest';
import { z } from 'zod';
import { createHttpClient } from './http-client.ts';
import { mayHelpToRetry, problemOf } from './problem.ts';

const ask = (answer: () => Response | Promise<Response>, signal?: AbortSignal) =>
  createHttpClient(async () => answer())({ method: 'GET', path: '/instance', parse: z.object({ Name: z.string() }), ...(signal === undefined ? {} : { signal }) });
const problem = (answer: () => Response | Promise<Response>, signal?: AbortSignal) => ask(answer, signal).then(() => 'no problem', problemOf);

test('an answer of the expected shape is the value', async () => {
  expect(await ask(() => Response.json({ Name: 'demo' }))).toEqual({ Name: 'demo' });
});

test('a page where JSON was asked for is somebody else answering', async () => {
  const page = new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } });
  expect(await problem(() => page)).toEqual({ kind: 'notTheCenter', detail: '200 text/html' });
});

test('an empty answer is no answer', async () => {
  expect(await problem(() => new Response(null, { status: 204 }))).toEqual({ kind: 'notTheCenter', detail: '204 without a type' });
});

test('JSON of another shape names the place', async () => {
  expect(await problem(() => Response.json({ Name: 7 }))).toEqual({ kind: 'notTheCenter', detail: 'Name' });
});

test('a refusal keeps its type and problems, and is not tried again', async () => {
  const refusal = Response.json({ Message: 'No.', problems: [{ message: 'Line 3.' }] }, { status: 400, headers: { 'x-amzn-errortype': 'InvalidContactFlowException' } });
  const found = await problem(() => refusal);
  expect(found).toEqual({ kind: 'refused', status: 400, type: 'InvalidContactFlowException', message: 'No.', problems: ['Line 3.'] });
  expect(typeof found === 'object' && mayHelpToRetry(found)).toBe(false);
});

test('a 404 of a server that knows nothing of the face is not taken for a refusal', async () => {
  expect(await problem(() => new Response('Not found', { status: 404 }))).toEqual({ kind: 'notTheCenter', detail: '404' });
});

test('a broken center may be asked again', async () => {
  const found = await problem(() => Response.json({ message: 'Boom.' }, { status: 500 }));
  expect(found).toEqual({ kind: 'broken', status: 500, message: 'Boom.' });
  expect(typeof found === 'object' && mayHelpToRetry(found)).toBe(true);
});

test('being cut off and being given up are two things', async () => {
  const fail = () => Promise.reject(new TypeError('network'));
  const controller = new AbortController();
  controller.abort();
  expect([await problem(fail), await problem(fail, controller.signal)]).toEqual([{ kind: 'unreachable' }, { kind: 'aborted' }]);
});
