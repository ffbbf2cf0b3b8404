import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { edited, readFlowFile, textAt } from './flow-file.ts';
import type { Edit, FlowFile } from './flow-file.ts';

const source = {
  Version: '2019-10-30', StartAction: 'make',
  Metadata: {
    entryPointPosition: { x: 20, y: 40 }, odd: [1, { b: null, a: 1.5e-7 }],
    ActionMetadata: { make: { position: { x: 200, y: 40 }, parameters: { QueueId: { displayName: 'Old queue' } } } },
  },
  Actions: [
    { Parameters: { QueueId: 'arn:old', RetryDelaySeconds: 600, MaximumConnectionAttempts: '2' }, Identifier: 'make', Type: 'CreateCallbackContact', Transitions: { NextAction: 'say' } },
    { Identifier: 'say', Type: 'MessageParticipantIteratively', Parameters: { Messages: [{ Text: 'One' }, { Text: 'Two' }] }, Extra: true },
  ],
};
const text = JSON.stringify(source);
const file = readFlowFile(text) as FlowFile;
const edit = (path: Edit['path'], value: string | null, actionId = 'make', name: string | null = null): Edit => ({ actionId, path, value, name });

describe('a flow’s file', () => {
  test('tells where the designer had put things, and what their parameters are', () => {
    expect([file.entry, [...file.places]]).toEqual([{ x: 20, y: 40 }, [['make', { x: 200, y: 40 }]]]);
    expect([textAt(file.parameters.get('make'), ['RetryDelaySeconds']), textAt(file.parameters.get('say'), ['Messages', 1, 'Text']), textAt(file.parameters.get('make'), ['CallerId'])]).toEqual(['600', 'Two', '']);
  });

  test('without edits comes out as it went in, byte for byte', () => {
    expect(edited(file, [])).toBe(text);
  });

  test('changes where it is edited and nowhere else', () => {
    expect(edited(file, [edit(['MaximumConnectionAttempts'], '3')])).toBe(text.replace('"MaximumConnectionAttempts":"2"', '"MaximumConnectionAttempts":"3"'));
    expect(edited(file, [edit(['Messages', 1, 'Text'], 'Zwei', 'say')])).toBe(text.replace('"Two"', '"Zwei"'));
  });

  test('keeps a number a number, and edits taken back leave no trace', () => {
    expect(edited(file, [edit(['RetryDelaySeconds'], '60')])).toBe(text.replace('600', '60'));
    expect(edited(file, [edit(['RetryDelaySeconds'], '60'), edit(['RetryDelaySeconds'], '600')])).toBe(text);
  });

  test('puts aside what a new value replaces, and has it back when that is taken away', () => {
    const prompt = (value: string | null): Edit => ({ ...edit(['Messages', 0, 'PromptId'], value, 'say'), replaces: [['Messages', 0, 'Text']] });
    expect(edited(file, [prompt('arn:p')])).toBe(text.replace('{"Text":"One"}', '{"PromptId":"arn:p"}'));
    expect(edited(file, [prompt('arn:p'), edit(['CallerId'], null), prompt(null)])).toBe(text);
  });

  test('puts a parameter in at the end, takes one out, and renames what the designer shows', () => {
    expect(edited(file, [edit(['CallerId'], '+18005550199')])).toBe(text.replace('"MaximumConnectionAttempts":"2"', '"MaximumConnectionAttempts":"2","CallerId":"+18005550199"'));
    expect(edited(file, [edit(['QueueId'], 'arn:new', 'make', 'New queue')])).toBe(text.replace('arn:old', 'arn:new').replace('Old queue', 'New queue'));
    expect(edited(file, [edit(['QueueId'], null)])).toBe(text.replace('"QueueId":"arn:old",', '').replace('{"displayName":"Old queue"}', '{}'));
  });

  test.each(['', 'no JSON', '[]', '"text"', '{"Actions": 7}', '{"Actions": [null, {"Identifier": "__proto__"}], "Metadata": {"ActionMetadata": {"x": {"position": {"x": "1"}}}}}'])('that is none is no fault here: %s', (bad) => {
    expect(() => readFlowFile(bad)?.places).not.toThrow();
  });
});

const folder = new URL('../../../../shared/flows/', import.meta.url);
if (!existsSync(folder)) console.warn('SKIPPED: ../shared/flows is not here, so no real flow was edited.');

test.skipIf(!existsSync(folder))('every real flow comes out as it went in, and one edit changes one line of its export', () => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
  for (const name of files) {
    const plain = JSON.stringify(JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
    const flow = readFlowFile(plain) as FlowFile;
    expect([name, edited(flow, [])]).toEqual([name, plain]);
    const [actionId] = [...flow.parameters].find(([, parameters]) => 'RetryDelaySeconds' in parameters) ?? [];
    if (actionId === undefined) continue;
    const lines = (json: string) => JSON.stringify(JSON.parse(json), null, 2).split('\n');
    const after = lines(edited(flow, [edit(['RetryDelaySeconds'], '1234', actionId)]));
    expect([name, lines(plain).filter((line, at) => line !== after[at]).length]).toEqual([name, 1]);
  }
  expect(files.length).toBeGreaterThan(10);
});
