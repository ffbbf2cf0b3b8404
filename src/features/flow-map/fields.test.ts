import { describe, expect, test } from 'vitest';
import { demoMap, t } from '../../testing/demo-map.ts';
import type { Field } from './fields.ts';
import { choicesOf, draftOf, fieldsOf, isReplaced, wrongWith } from './fields.ts';

const { file, findings, step } = demoMap();
const fields = (id: string): readonly Field[] => fieldsOf(step(id), file.parameters.get(id), t);
const callback = (name: string): Field => {
  const field = fields('request-callback').find(({ path }) => path[0] === name);
  if (field === undefined) throw new Error(`no field ${name}`);
  return field;
};

describe('the fields of an action', () => {
  test('are all that a callback can have, given or not', () => {
    expect(fields('request-callback').map(({ label }) => label)).toEqual([
      'Initial delay (seconds)', 'Maximum number of retries', 'Minimum time between attempts (seconds)', 'Queue', 'Caller ID number to display', 'Creation flow',
    ]);
  });

  test('are, of other actions, those that the file has', () => {
    expect(fields('offer').map(({ label }) => label)).toEqual(['Text', 'Prompt instead of the text', 'Wait for the first key (seconds)']);
    expect(fields('confirm').map(({ kind }) => kind)).toEqual(['ssml', 'prompt', 'seconds']);
    expect(fields('wait').map(({ label }) => label)).toEqual(['Text 1', 'Prompt instead of the text 1', 'Prompt 2', 'Text instead of the prompt 2', 'Interrupt every (seconds)']);
    expect(fields('enter-number').map(({ label }) => label)).toContain('Wait between keys (seconds)');
    expect(fields('hang-up')).toEqual([]);
  });

  test('of a question about hours are the hours, given or not', () => {
    const asked = demoMap(JSON.stringify({ Version: '2019-10-30', StartAction: 'a', Metadata: { type: 'contactFlow' }, Actions: [{ Identifier: 'a', Type: 'CheckHoursOfOperation', Parameters: {}, Transitions: { NextAction: 'b' } }, { Identifier: 'b', Type: 'DisconnectParticipant' }] }));
    expect(fieldsOf(asked.step('a'), asked.file.parameters.get('a'), t).map(({ kind, isOptional }) => [kind, isOptional])).toEqual([['hours', true]]);
  });

  test('that a prompt puts aside are away as long as one is chosen', () => {
    const [text, prompt] = fields('offer');
    if (text === undefined || prompt === undefined) throw new Error('no fields');
    const chosen = (value: string | null) => ({ actionId: 'offer', path: prompt.path, value, name: null, replaces: prompt.replaces });
    expect([isReplaced(text, [chosen('arn:p')]), isReplaced(text, [chosen('arn:p'), chosen(null)]), isReplaced(prompt, [chosen('arn:p')])]).toEqual([true, false, false]);
  });

  test('of event hooks are one per hook, whatever it is called', () => {
    const hooked = demoMap(JSON.stringify({
      Version: '2019-10-30', StartAction: 'a', Metadata: { type: 'contactFlow' },
      Actions: [{ Identifier: 'a', Type: 'UpdateContactEventHooks', Parameters: { EventHooks: { AgentWhisper: 'x', SomethingNew: 'y' } }, Transitions: { NextAction: 'b' } }, { Identifier: 'b', Type: 'DisconnectParticipant' }],
    }));
    expect(fieldsOf(hooked.step('a'), hooked.file.parameters.get('a'), t).map(({ label, kind }) => [label, kind])).toEqual([['Message to the agent', 'flow'], ['SomethingNew', 'flow']]);
  });
});

describe('what is typed', () => {
  test.each([
    ['InitialCallDelaySeconds', '', null], ['InitialCallDelaySeconds', '0', null], ['InitialCallDelaySeconds', '259200', null], ['InitialCallDelaySeconds', '259201', /0 to 259200/],
    ['InitialCallDelaySeconds', '-1', /0 to 259200/], ['InitialCallDelaySeconds', '1.5', /whole number/], ['InitialCallDelaySeconds', 'soon', /whole number/],
    ['MaximumConnectionAttempts', '', /Fill this in/], ['MaximumConnectionAttempts', '-1', /from 0 on/], ['MaximumConnectionAttempts', '1000000', null], ['MaximumConnectionAttempts', '$.Attributes.tries', null],
    ['RetryDelaySeconds', '0', /1 to 259200/], ['RetryDelaySeconds', '1', null],
    ['CallerId', '', null], ['CallerId', '+18005550199', null], ['CallerId', '8005550199', /country code/], ['CallerId', '$.SystemEndpoint.Address', null],
  ])('%s %j is judged as the engine judges it', (name, typed, wrong) => {
    expect(wrongWith(callback(name), typed, t) ?? 'right').toMatch(wrong ?? /^right$/);
  });

  test('as text has a length, and as SSML its frame', () => {
    const [text] = fields('offer');
    const [ssml] = fields('confirm');
    if (text === undefined || ssml === undefined) throw new Error('no fields');
    expect([wrongWith(text, 'x'.repeat(6000), t), wrongWith(text, 'x'.repeat(6001), t)]).toEqual([null, 'Write at most 6000 characters; this has 6001.']);
    expect([wrongWith(ssml, '<speak>Hello</speak>', t), wrongWith(ssml, 'Hello', t)]).toEqual([null, 'Text with SSML begins with <speak> and ends with </speak>.']);
  });
});

test('a draft is the last edit of its field, else what the file has', () => {
  const field = callback('RetryDelaySeconds');
  const edit = (value: string, path = field.path) => ({ actionId: 'request-callback', path, value, name: null });
  expect(draftOf(field, file.parameters.get('request-callback'), [])).toBe('600');
  expect(draftOf(field, file.parameters.get('request-callback'), [edit('1'), edit('2'), edit('9', ['QueueId'])])).toBe('2');
});

describe('the choices of a reference', () => {
  const offered = [{ value: 'arn:q1', id: 'q1', name: 'CallbackQueue' }, { value: 'arn:q2', id: 'q2', name: 'Other' }];

  test('keep the file’s own way of naming what it means', () => {
    expect(choicesOf('CallbackQueue', offered, { ...findings, References: [] })).toEqual([{ value: 'CallbackQueue', id: 'q1', name: 'CallbackQueue' }, offered[1]]);
  });

  test('begin with what the file has where nothing here is meant by it', () => {
    expect(choicesOf('arn:elsewhere', offered, { ...findings, References: [] })[0]).toEqual({ value: 'arn:elsewhere', id: 'arn:elsewhere', name: 'arn:elsewhere' });
    expect(choicesOf('', offered, findings)).toEqual(offered);
  });
});
