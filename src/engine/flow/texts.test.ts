import { describe, expect, test } from 'vitest';
import { decimal, isDynamic } from './content.ts';
import { FAULTS_OF_A_KIND_MAX, FaultList, kindOf, quoted } from './fault.ts';
import { findJsonFault, lineAndColumn } from './json-text.ts';
import { LAMBDA_ANSWER_BYTES_MAX, readLambdaAnswer } from './lambda-answer.ts';
import { FLOW_LENGTH_MAX, parseFlow } from './parse.ts';
import { findReferences } from './references.ts';
import { plainText, speechMs } from './speech.ts';
import { readSsml } from './ssml.ts';

describe('a number in a file (spec §6.1)', () => {
  test.each<[unknown, number | null]>([
    [7, 7], [-1.5, -1.5], [Number.NaN, null], [Infinity, null], ['7', 7], [' 7 ', 7], ['-7', -7], ['1.25', 1.25], ['1.123456789', 1.123456789], ['1.1234567891', null], ['123456789012345', 123_456_789_012_345],
    ['1234567890123456', null], ['a7', null], ['7a', null], ['7 a', null], ['a 7', null], ['1.', null], ['1.a', null], ['.5', null], ['', null], ['+7', null], ['1e3', null], [true, null], [null, null], [undefined, null],
  ])('%j is %j', (value, number) => {
    expect(decimal(value as never)).toBe(number);
  });

  test('is looked up while the flow runs where a reference stands in its place, spaces before it aside', () => {
    expect(['$.Attributes.a', ' $.Attributes.a', 'a $.Attributes.a', '$Attributes', 7].map((value) => isDynamic(value))).toEqual([true, true, false, false, false]);
  });
});

describe('the name of what a flow refers to', () => {
  const nameOf = (QueueId: string, Metadata: object = {}): string | null | undefined => {
    const parsed = parseFlow(JSON.stringify({ Version: '2019-10-30', StartAction: 'it', Metadata, Actions: [{ Identifier: 'it', Type: 'UpdateContactTargetQueue', Parameters: { QueueId }, Transitions: { NextAction: 'bye' } }, { Identifier: 'bye', Type: 'DisconnectParticipant' }] }));
    return parsed.ok ? findReferences(parsed.value.content)[0]?.name : undefined;
  };
  const id = '4c826a3b-85d0-4e02-8926-8dea0b1729e8';

  test.each<[string, string | null | undefined]>([
    ['Sales', 'Sales'], [id, null], [id.toUpperCase(), null], [`x${id}`, `x${id}`], [`${id}x`, `${id}x`], ['arn:aws:connect:us-east-1:1:instance/i/queue/Sales', 'Sales'], ['arn:aws:connect:us-east-1:1:instance/i/queue/Sales:$SAVED', 'Sales'],
    [`arn:aws:connect:us-east-1:1:instance/i/queue/${id}`, null], ['queue/Sales:$SAVED', 'queue/Sales:$SAVED'],
    ['${aws_connect_queue.sales_queue.arn}', 'sales_queue'], ['${module.queues["Sales team"].arn}', 'Sales team'], ['${queues["S"]}', 'S'], ['${a.b.c.d}', 'a.b.c.d'], ['${a-1.b-2.c-3}', 'b-2'], ['${sales}', 'sales'], ['${a.b c.d}', 'a.b c.d'],
    ['${a.b.c d}', 'a.b.c d'], ['${a b.c.d}', 'a b.c.d'], ['${.b.c}', '.b.c'], [' ', undefined], ['$.Attributes.queue', undefined],
  ])('%s is %j', (ref, name) => {
    expect(nameOf(ref)).toBe(name);
  });

  test('is what the designer wrote beside it, where it did', () => {
    const noted = (notes: object) => nameOf(id, { ActionMetadata: { it: notes } });
    expect([noted({ parameters: { QueueId: { displayName: 'Sales' } } }), noted({ queue: { text: 'Sales' } }), noted({ queue: { text: ' ' } }), noted({ promptName: 'Hello' }), noted({ contactFlow: { text: 'Main' } }), noted({ Hours: { text: 'Always' } }), noted({})])
      .toEqual(['Sales', 'Sales', null, null, null, null, null]);
  });

  test('has a place for each action that names it, however often it does', () => {
    const messages = { Type: 'MessageParticipantIteratively', Parameters: { Messages: [{ PromptId: 'Music' }, { PromptId: 'Music' }, { PromptId: 'Other' }, { PromptId: 'Music' }] } };
    const parsed = parseFlow(JSON.stringify({ Version: '2019-10-30', StartAction: 'a', Actions: [{ Identifier: 'a', ...messages }, { Identifier: 'b', ...messages }] }));
    expect(parsed.ok && findReferences(parsed.value.content)).toEqual([{ ref: 'Music', kind: 'prompt', name: 'Music', places: ['a', 'b'] }, { ref: 'Other', kind: 'prompt', name: 'Other', places: ['a', 'b'] }]);
  });

  test.each<[string, object, object, string]>([
    ['TransferToFlow', { ContactFlowId: id }, { contactFlow: { text: 'Main' } }, 'Main'], ['TransferToFlow', { ContactFlowId: id }, { ContactFlow: { text: 'Main' } }, 'Main'],
    ['UpdateContactEventHooks', { EventHooks: { CustomerQueue: id } }, { contactFlow: { text: 'Music' } }, 'Music'], ['UpdateContactEventHooks', { EventHooks: { CustomerQueue: id } }, { parameters: { EventHooks: { CustomerQueue: { displayName: 'Music' } } } }, 'Music'],
    ['CheckHoursOfOperation', { HoursOfOperationId: id }, { Hours: { text: 'Always' } }, 'Always'], ['CheckHoursOfOperation', { HoursOfOperationId: id }, { hours: { text: 'Always' } }, 'Always'],
    ['MessageParticipant', { PromptId: id }, { promptName: 'Hello' }, 'Hello'], ['MessageParticipantIteratively', { Messages: [{ PromptId: id }] }, { audio: [{ id, text: 'Music' }] }, 'Music'],
    ['MessageParticipantIteratively', { Messages: [{ PromptId: id }] }, { audio: [{ prompt: { id, text: 'Music' } }] }, 'Music'],
  ])('of %s %j is found in %j', (Type, Parameters, notes, name) => {
    const parsed = parseFlow(JSON.stringify({ Version: '2019-10-30', StartAction: 'it', Metadata: { ActionMetadata: { it: notes } }, Actions: [{ Identifier: 'it', Type, Parameters }] }));
    expect(parsed.ok && findReferences(parsed.value.content)).toMatchObject([{ ref: id, name }]);
  });
});

describe('what is wrong in JSON', () => {
  const fault = (text: string) => findJsonFault(text, 10);

  test.each<[string, number, string]>([
    ['', 0, 'the file ends where a value is expected'], ['[1 2]', 3, 'a comma or the closing bracket is expected, but there is “2”'], ['{"a":1 "b"}', 7, 'a comma or the closing bracket is expected, but there is “"”'], ['{,}', 1, 'a name in double quotes or the end of the object is expected, but there is “,”'],
    ['{"a":1,}', 7, 'a name in double quotes is expected, but there is “}”'], ['[1,]', 3, 'a value is expected, but there is “]”'], ['{"a" 1}', 5, 'a colon is expected, but there is “1”'], ['{a}', 1, 'a name in double quotes or the end of the object is expected, but there is “a”'],
    ['[1}', 2, 'a comma or the closing bracket is expected, but there is “}”'], ['1 1', 2, 'the file should end, but there is “1”'], ['["a', 1, 'a text begins here and never ends: its closing quote is missing'], ['["a\nb"]', 3, 'a text is broken off: its closing quote is missing on this line'],
    ['["\\x"]', 2, 'a backslash is followed by something that JSON does not know'], ['["\\u12"]', 2, 'a backslash is followed by something that JSON does not know'], ['["\\u123x"]', 2, 'a backslash is followed by something that JSON does not know'], ['["\\ux1234"]', 2, 'a backslash is followed by something that JSON does not know'], ['["\\', 2, 'a backslash is followed by something that JSON does not know'],
    ['[“a”]', 1, 'a value or the end of the list is expected, but there is “ (JSON wants straight double quotes)'], ['[”a”]', 1, 'a value or the end of the list is expected, but there is ” (JSON wants straight double quotes)'], ["['a']", 1, "a value or the end of the list is expected, but there is ' (JSON wants straight double quotes)"],
    ['[!]', 1, 'a value or the end of the list is expected, but there is “!”'], ['[\u0000]', 1, 'a value or the end of the list is expected, but there is the character 0'], ['[\uDFFF]', 1, 'a value or the end of the list is expected, but there is the character 57343'], ['[\uE000]', 1, 'a value or the end of the list is expected, but there is “\uE000”'],
    ['[01]', 1, 'a value or the end of the list is expected, but there is “0”'], ['[1.]', 1, 'a value or the end of the list is expected, but there is “1”'], ['[+1]', 1, 'a value or the end of the list is expected, but there is “+”'],
  ])('%j is told at its place', (text, offset, sentence) => {
    expect(fault(text)).toEqual({ kind: 'syntax', offset, sentence });
  });

  test.each(['1E5', '-1.5e+10', '[1E-2]', '"\\u00e9\\n\\/"', '[]', '{}', ' [ ] ', '\r\n\t[\r\n\t1\r\n\t]\r\n\t', '{"a":[true,false,null]}', `[${'1'.repeat(400)}]`])('%s is not', (text) => {
    expect(fault(text)).toBeNull();
  });

  test('a number of more than four hundred characters is none', () => {
    expect([fault(`[${'1'.repeat(400)}]`), fault(`[${'1'.repeat(401)}]`)?.offset, fault(`[${'1'.repeat(402)}]`)?.offset]).toEqual([null, 1, 1]);
  });

  test('is placed by line and column from one on', () => {
    expect(['a', '\na', 'ab\nc\nd'].map((text) => lineAndColumn(text, text.length - 1))).toEqual([{ line: 1, column: 1 }, { line: 2, column: 1 }, { line: 3, column: 1 }]);
    expect([lineAndColumn('ab\nc', 2), lineAndColumn('ab\nc', 0)]).toEqual([{ line: 1, column: 3 }, { line: 1, column: 1 }]);
  });
});

test('what a function is to return may have 32 KB to the byte, and is more than blanks', () => {
  const ofLength = (length: number): boolean => readLambdaAnswer(JSON.stringify({ a: 'x'.repeat(length - 8) })).ok;
  expect([ofLength(LAMBDA_ANSWER_BYTES_MAX), ofLength(LAMBDA_ANSWER_BYTES_MAX + 1)]).toEqual([true, false]);
  expect(readLambdaAnswer(' \n')).toMatchObject({ ok: false, refusal: expect.stringContaining('Nothing is written') });
});

test('a file of more than sixteen million characters is told that it is too long', () => {
  const parsed = parseFlow('x'.repeat(FLOW_LENGTH_MAX + 1));
  expect(!parsed.ok && parsed.refusal).toEqual([{ code: 'FLOW_TOO_LARGE', stops: true, place: '$', sentence: `The file is longer than ${FLOW_LENGTH_MAX} characters.`, remedy: 'A flow has at most 250 actions; check that this is the right file.' }]);
});

test('the name of a flow is kept up to the length that Amazon takes', () => {
  const named = (name: string): unknown => {
    const parsed = parseFlow(JSON.stringify({ Version: '2019-10-30', StartAction: 'bye', Metadata: { name }, Actions: [{ Identifier: 'bye', Type: 'DisconnectParticipant' }] }));
    return parsed.ok && parsed.value.name;
  };
  expect([named(' Main '), named(' '), named('x'.repeat(128))]).toEqual(['Main', null, 'x'.repeat(127)]);
});

describe('faults', () => {
  const add = (faults: FaultList, count: number, stops: boolean): void => {
    for (let index = 0; index < count; index++) faults.add({ code: 'ODD', stops, place: 'it', sentence: 'Odd.', remedy: 'None.' });
  };

  test('beyond fifty of a kind are one, which stops the flow when any of them does', () => {
    const more = (first: number, stopping: boolean, then: boolean) => {
      const faults = new FaultList();
      add(faults, first, false);
      add(faults, 1, stopping);
      add(faults, 1, then);
      return faults.all().slice(FAULTS_OF_A_KIND_MAX);
    };
    const rest = { code: 'ODD', stops: false, place: '$', sentence: 'There are 2 more faults of this kind (ODD).', remedy: 'Correct the ones listed and read the file again.' };
    expect([more(FAULTS_OF_A_KIND_MAX, false, false), more(FAULTS_OF_A_KIND_MAX, true, false), more(FAULTS_OF_A_KIND_MAX, false, true), more(FAULTS_OF_A_KIND_MAX - 2, true, true)]).toEqual([[rest], [{ ...rest, stops: true }], [{ ...rest, stops: true }], []]);
  });

  test('quote a text on one line, and say what a value is', () => {
    expect([quoted('a\nb'), quoted('x'.repeat(60)), quoted('x'.repeat(61))]).toEqual(['“a b”', `“${'x'.repeat(60)}”`, `“${'x'.repeat(57)}…”`]);
    expect([undefined, null, [], {}, 'a', 1, true].map((value) => kindOf(value))).toEqual(['missing', 'null', 'a list', 'an object', 'text', 'a number', 'true or false']);
  });
});

describe('speech', () => {
  const heard = (markup: string): string => readSsml(markup).text;
  const lasts = (markup: string): readonly number[] => {
    const { characters, pausesMs } = readSsml(markup);
    return [characters, pausesMs];
  };

  test('has single spaces, with markup or without', () => {
    expect([plainText(' a  b\n\nc '), heard('<speak> a  b\n\nc </speak>'), heard('a<p>b</p>c'), heard('a<sub alias="  x  y ">z</sub>b')]).toEqual(['a b c', 'a b c', 'a b c', 'a x y b']);
  });

  test('lasts a second at the least, and a fifteenth of it for each character', () => {
    expect([speechMs(''), speechMs('x'.repeat(15)), speechMs('x'.repeat(16)), speechMs('a  b'.repeat(5))]).toEqual([1000, 1000, 1067, 1000]);
  });

  test.each<[string, number]>([
    ['<break/>', 250], ['<break time="2s"/>', 2000], ['<break time="+2s"/>', 2000], ['<break time="1.25s"/>', 1250], ['<break time="1500ms"/>', 1500], ['<break time="11s"/>', 10_000], ['<break time="x2s"/>', 250], ['<break time="2sx"/>', 250], ['<break time="soon"/>', 250],
    ['<break strength="none"/>', 0], ['<break strength="weak"/>', 250], ['<break strength="strong"/>', 500], ['<break strength="x-strong"/>', 1000], ['<break strength="odd"/>', 250], ['<break time = \'3s\'/>', 3000], ['<p>a</p>', 1000], ['<s>a</s>', 500], ['</p>', 0], ['<p>a', 0],
  ])('pauses at %s', (markup, ms) => {
    expect(lasts(markup)[1]).toBe(ms);
  });

  test.each<[string, number]>([
    ['<prosody rate="50%">ab</prosody>', 4], ['<prosody rate="+100%">ab</prosody>', 1], ['<prosody rate="-50%">ab</prosody>', 4], ['<prosody rate="50.25%">ab</prosody>', 4], ['<prosody rate="slow">abc</prosody>', 4], ['<prosody rate="x-fast">abc</prosody>', 2], ['<prosody>ab</prosody>', 2],
    ['<prosody rate="odd">ab</prosody>', 2], ['<prosody rate="x50%">ab</prosody>', 2], ['<prosody rate="50%x">ab</prosody>', 2], ['<prosody rate="1%">ab</prosody>', 10], ['<prosody rate="900%">ab</prosody>', 1], ['<lang rate="50%">ab</lang>', 2],
    ['<prosody rate="50%"><prosody rate="50%">a</prosody></prosody>', 4], ['<prosody rate="50%"><lang>a</lang></prosody>', 2], ['<prosody rate="50%"/>ab', 2], ['<break rate="50%">ab', 2],
  ])('takes the length of %s', (markup, characters) => {
    expect(lasts(markup)[0]).toBeCloseTo(characters, 10);
  });

  test.each<[string, string]>([
    ['<say-as interpret-as="telephone">+1 (206)</say-as>', '+1 2 0 6'], ['<say-as interpret-as="digits">12</say-as>', '1 2'], ['<say-as interpret-as="characters">a  b1</say-as>', 'a b 1'], ['<say-as interpret-as="spell-out">ab</say-as>', 'a b'], ['<say-as interpret-as="date">12</say-as>', '12'], ['<say-as>12</say-as>', '12'],
    ['<lang interpret-as="digits">12</lang>', '12'], ['<say-as interpret-as="digits"><lang>12</lang></say-as>3', '1 23'], ['<sub alias="World Wide Web">WWW</sub>', 'World Wide Web'], ['<sub>WWW</sub>', 'WWW'], ['<lang alias="x">WWW</lang>', 'WWW'], ['<sub alias="a"><sub alias="b">c</sub>d</sub>e', 'ae'],
    ['<sub alias="a"><lang>c</lang></sub>', 'a'], ['<sub alias="a"/>b', 'ab'], ['<break>a</break>b', 'a b'], ['<p><s>a</p>b', 'a b'], ['</s>a', 'a'], ['a &amp; b &lt; c', 'a & b < c'], ['<!-- a -->b', 'b'], ['a < b', 'a < b'], ['<w>a</w>b', 'ab'], ['<P>a</P>b', 'a b'], ['<say-as interpret-as="characters"> </say-as>a', 'a'],
  ])('is heard of %s', (markup, text) => {
    expect(heard(markup)).toBe(text);
  });

  test('tells which tags are read and which are passed over, each once', () => {
    const { read, ignored } = readSsml('<speak><p>a</p><p>b</p><lang>c</lang><prosody>d</prosody><prosody rate="slow">e</prosody><say-as interpret-as="date">1</say-as><say-as interpret-as="digits">1</say-as></speak>');
    expect([read, ignored]).toEqual([['speak', 'p', 'prosody', 'say-as'], ['lang', 'prosody', 'say-as']]);
  });
});
