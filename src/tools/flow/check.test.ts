import { expect, test } from 'vitest';
import { checkFlow, checkLines, exitCodeOf, unreadable } from './check.ts';

const flow = (actions: readonly object[], metadata: object = {}): string => JSON.stringify({ Version: '2019-10-30', StartAction: 'a', Metadata: metadata, Actions: actions });
const bye = { Identifier: 'bye', Type: 'DisconnectParticipant', Transitions: {} };
const say = { Identifier: 'a', Type: 'MessageParticipant', Parameters: { PromptId: 'arn:aws:connect:us-east-1:1:instance/i/prompt/4c826a3b-85d0-4e02-8926-8dea0b1729e8' }, Transitions: { NextAction: 'bye' } };

const runs = checkFlow('good.json', flow([say, bye, { Identifier: 'odd', Type: 'MakeCoffee', Transitions: { NextAction: 'bye' } }, { Identifier: 'lost', Type: 'CreateTask', Transitions: { NextAction: 'bye' } }, { ...bye, Identifier: 'bye2' }], { name: 'Good', type: 'contactFlow', ActionMetadata: { a: { promptName: 'Hello.wav' } } }));
const stopped = checkFlow('bad.json', flow([{ ...say, Transitions: { NextAction: 'nowhere' } }]));
const none = checkFlow('none.json', '{"hello": 1}');

test('a flow is told with its type, its actions, what it refers to and its faults', () => {
  expect(runs).toMatchObject({
    file: 'good.json', verdict: 'runs', name: 'Good', type: 'CONTACT_FLOW', isModule: false,
    references: [{ kind: 'prompt', reference: say.Parameters.PromptId, name: 'Hello.wav', usedBy: ['a'] }],
  });
  expect(runs.actions.slice(0, 4)).toEqual([
    { id: 'a', type: 'MessageParticipant', title: 'Play prompt', runs: true }, { id: 'bye', type: 'DisconnectParticipant', title: 'Disconnect', runs: true },
    { id: 'odd', type: 'MakeCoffee', title: null, runs: false }, { id: 'lost', type: 'CreateTask', title: 'Create task', runs: false },
  ]);
  expect(runs.faults.map(({ severity, code, place }) => [severity, code, place])).toContainEqual(['warning', 'ACTION_UNKNOWN', 'odd']);
});

test('a flow that cannot run says what stops it, and where', () => {
  expect(stopped).toMatchObject({ verdict: 'stopped', type: null, faults: [{ severity: 'stops', code: 'TARGET_MISSING', place: 'a → NextAction', sentence: expect.any(String), remedy: expect.any(String) }] });
});

test('the exit code is 0 when all run, 1 when one is stopped, 2 when one is no flow', () => {
  expect([exitCodeOf([runs]), exitCodeOf([runs, stopped]), exitCodeOf([stopped, none, runs]), exitCodeOf([unreadable('x', 'gone')])]).toEqual([0, 1, 2, 2]);
});

test('people read the same in lines', () => {
  const text = checkLines([runs]).join('\n');
  expect(text).toContain('✓ good.json runs\n  “Good”, a flow of the type CONTACT_FLOW\n  Actions (5): MessageParticipant, 2 × DisconnectParticipant, MakeCoffee (not run here), CreateTask (not run here)\n  References (1):\n    prompt Hello.wav (arn:');
  expect(text).toContain('    warning odd: “odd” is of the type “MakeCoffee”');
  expect(checkLines([stopped]).join('\n')).toContain('✗ bad.json has faults that stop it\n  Without a name, of no type that it tells\n');
});

test('several files end with how many of them run', () => {
  const lines = checkLines([runs, stopped, none]);
  expect(lines.at(-1)).toBe('1 run, 1 have faults that stop them, 1 are no flows');
  expect(lines.join('\n')).toContain('✗ none.json is no flow\n    stops   $: The file is JSON, but no flow');
});

test('a flow without faults says so, a module is told as one, and what is named by its name is named once', () => {
  const module = checkFlow('m.json', flow([{ Identifier: 'a', Type: 'UpdateContactTargetQueue', Parameters: { QueueId: 'Sales' }, Transitions: { NextAction: 'r', Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'r' }] } }, { Identifier: 'r', Type: 'EndFlowModuleExecution' }]));
  expect(checkLines([module]).slice(1)).toEqual(['  Without a name, a module', '  Actions (2): UpdateContactTargetQueue, EndFlowModuleExecution', '  References (1):', '    queue Sales', '  No faults']);
});

test('a file that cannot be read is told with the reason', () => {
  expect(checkLines([unreadable('gone.json', 'no such file')]).join('\n')).toContain('It cannot be read: no such file.');
});
