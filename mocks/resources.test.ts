import { describe, expect, test } from 'vitest';
import { flowReader } from '../src/app/flow-reader.ts';
import { resourceReader } from '../src/app/resource-reader.ts';
import type { FlowResource } from '../src/engine/index.ts';
import { lambdaList, promptList } from '../src/protocol/http-resources.ts';
import type { SaveLambdaRequest, SavePromptRequest } from '../src/protocol/http-resources.ts';
import { aFlow, baseRig } from '../src/testing/builders.ts';
import { createFakeCenter } from '../src/testing/fake-center.ts';
import { createInPageFetch } from './in-page-fetch.ts';

const far = 'arn:aws:connect:eu-central-1:999999999999:instance/0b5ad2f5-0000-4000-8000-000000000001/prompt/0b5ad2f5-0000-4000-8000-000000000002';
const isOpen = 'arn:aws:lambda:eu-central-1:999999999999:function:isOpen';
const play = (id: string, reference: string, next: string) => ({ Identifier: id, Type: 'MessageParticipant', Parameters: { PromptId: reference }, Transitions: { NextAction: next } });
const bye = { Identifier: 'bye', Type: 'DisconnectParticipant' };
const ask = { Identifier: 'ask', Type: 'InvokeLambdaFunction', Parameters: { LambdaFunctionARN: isOpen }, Transitions: { NextAction: 'bye', Errors: [{ NextAction: 'bye', ErrorType: 'NoMatchingError' }] } };

const flows: readonly FlowResource[] = [
  aFlow('twice', 'CONTACT_FLOW', [play('a', 'agent whisper', 'b'), play('b', 'agent whisper', 'ask'), ask, bye]),
  aFlow('elsewhere', 'CUSTOMER_QUEUE', [play('a', far, 'bye'), { ...ask, Identifier: 'again' }, bye]),
];

function openFace() {
  const center = createFakeCenter({ instance: baseRig({ flows }) });
  const fetch = createInPageFetch({ center, flows: flowReader, resources: resourceReader }, 'http://ringback.test');
  const send = async (method: string, path: string, body?: unknown) => {
    const response = await fetch(`/connect-api${path}`, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    const read = (await response.json()) as { readonly message?: string };
    return { status: response.status, message: read.message, body: read as unknown };
  };
  const prompts = async () => promptList.parse((await send('GET', '/x/prompts')).body);
  const lambdas = async () => lambdaList.parse((await send('GET', '/x/lambdas')).body);
  return { center, send, prompts, lambdas };
}

const greeting: SavePromptRequest = { Name: 'Greeting', Text: 'Good <break time="1s"/> day.', Kind: 'speech', DurationMs: null, Recording: null };
const recorded: SavePromptRequest = { ...greeting, Text: '', DurationMs: 1234, Recording: { ClipId: 'c', FileName: 'g.wav', Format: 'WAV', Bytes: 99 } };

describe('prompts', () => {
  test('are listed with where they are used, and with what flows ask for in vain', async () => {
    const { Prompts, Open } = await openFace().prompts();
    expect(Prompts.map(({ Name, UsedIn }) => [Name, UsedIn.map((use) => [use.Name, use.Type, use.Actions])])).toEqual([
      ['agent whisper', [['twice', 'CONTACT_FLOW', 2]]], ['outbound whisper', []],
    ]);
    expect(Open).toEqual([{ Reference: far, DisplayName: null, UsedIn: [expect.objectContaining({ Name: 'elsewhere', Actions: 1 })] }]);
  });

  test('of text last as long as the voice needs; recordings exactly as long as they are', async () => {
    const { send, prompts } = openFace();
    await send('PUT', '/x/prompts', greeting);
    await send('PUT', '/x/prompts', { ...recorded, Name: 'Recorded' });
    expect((await prompts()).Prompts.slice(2)).toMatchObject([
      { Name: 'Greeting', Plain: 'Good day.', DurationMs: 2000, IsPaced: true, Recording: null }, { Name: 'Recorded', DurationMs: 1234, IsPaced: false, Recording: recorded.Recording },
    ]);
  });

  test('have names of their own, and keep their id under another one', async () => {
    const { send, prompts } = openFace();
    await send('PUT', '/x/prompts', greeting);
    expect((await send('PUT', '/x/prompts', { ...greeting, Name: 'greeting' })).status).toBe(409);
    const id = (await prompts()).Prompts[2]?.Id ?? '';
    await send('PUT', '/x/prompts', { ...greeting, Id: id, Name: 'Welcome' });
    await send('PUT', '/x/prompts', greeting);
    const after = (await prompts()).Prompts.slice(2);
    expect(after.map(({ Name }) => Name)).toEqual(['Welcome', 'Greeting']);
    expect([after[0]?.Id === id, after[1]?.Id === id]).toEqual([true, false]);
    expect((await send('PUT', '/x/prompts', { ...greeting, Id: 'none' })).status).toBe(404);
  });

  test('are what flows play that knew them by another name', async () => {
    const { send, prompts, center } = openFace();
    const [whisper] = (await prompts()).Prompts;
    await send('PUT', '/x/prompts', { ...greeting, Id: whisper?.Id, Name: 'Renamed' });
    expect((await prompts()).Prompts.find(({ Id }) => Id === whisper?.Id)).toMatchObject({ Name: 'Renamed', UsedIn: [{ Name: 'twice', Actions: 2 }] });
    expect(center.instance().flows.find(({ name }) => name === 'twice')?.mapping).toEqual({ 'agent whisper': whisper?.Id });
  });

  test('made for a reference are what the flows play that ask for it', async () => {
    const { send, prompts, center } = openFace();
    await send('PUT', '/x/prompts', { ...recorded, Reference: far });
    const { Prompts, Open } = await prompts();
    expect([Open, Prompts[2]?.UsedIn.map(({ Name }) => Name)]).toEqual([[], ['elsewhere']]);
    expect(center.instance().flows.find(({ name }) => name === 'elsewhere')?.mapping).toEqual({ [far]: Prompts[2]?.Id });
  });

  test('are removed by Amazon’s own operation, and listed by it', async () => {
    const { send, center } = openFace();
    const { id } = center.instance();
    const [first] = center.instance().prompts;
    expect((await send('DELETE', `/prompts/${id}/${first?.id}`)).status).toBe(200);
    expect((await send('DELETE', `/prompts/${id}/none`)).status).toBe(404);
    expect((await send('GET', `/prompts-summary/${id}`)).body).toMatchObject({ PromptSummaryList: [{ Name: 'outbound whisper' }] });
  });

  test('are told how they will be spoken', async () => {
    expect((await openFace().send('POST', '/x/speech', { Text: '<prosody>Hi</prosody><break time="2s"/>' })).body).toEqual({ Plain: 'Hi', DurationMs: 3000, Read: ['break'], Ignored: ['prosody'] });
  });
});

describe('what answers for Lambda functions', () => {
  const mock: SaveLambdaRequest = { Arn: isOpen, Name: 'isOpen', DelayMs: 1500, Answer: { Kind: 'returns', Json: '{"open":"yes"}' } };

  test('is missing until it is said, for all flows that ask', async () => {
    const { send, lambdas } = openFace();
    expect((await lambdas()).Open).toEqual([{ Reference: isOpen, DisplayName: 'isOpen', UsedIn: [expect.objectContaining({ Name: 'twice' }), expect.objectContaining({ Name: 'elsewhere' })] }]);
    expect((await send('PUT', '/x/lambdas', mock)).status).toBe(200);
    const { Lambdas, Open } = await lambdas();
    expect([Open, Lambdas]).toMatchObject([[], [{ Arn: isOpen, DelayMs: 1500, Answer: { Kind: 'returns', Json: '{\n  "open": "yes"\n}' }, UsedIn: [{ Name: 'twice' }, { Name: 'elsewhere' }] }]]);
    await send('DELETE', `/x/lambdas?arn=${encodeURIComponent(isOpen)}`);
    expect((await lambdas()).Lambdas).toEqual([]);
  });

  test.each([{ Kind: 'fails', Error: 'down' }, { Kind: 'timesOut' }])('may be a failure or silence (%j)', async (Answer) => {
    const { send, lambdas } = openFace();
    await send('PUT', '/x/lambdas', { ...mock, Answer });
    expect((await lambdas()).Lambdas[0]?.Answer).toEqual(Answer);
  });

  test('is JSON, or it is told where it is not', async () => {
    const { send, lambdas } = openFace();
    const wrong = { ...mock, Answer: { Kind: 'returns', Json: '{\n "a": }' } };
    expect(await send('PUT', '/x/lambdas', wrong)).toMatchObject({ status: 400, message: expect.stringContaining('line 2, column 7') });
    expect((await send('POST', '/x/lambda-check', { Json: wrong.Answer.Json })).body).toEqual({ Fault: expect.stringContaining('line 2, column 7') });
    expect((await send('POST', '/x/lambda-check', { Json: '{}' })).body).toEqual({ Fault: null });
    expect((await lambdas()).Lambdas).toEqual([]);
  });
});
