import { expect, test } from 'vitest';
import type { LabCommand } from '../../protocol/envelope.ts';
import type { CenterView, ScenarioView } from '../../protocol/views.ts';
import { storySnapshot } from './story-snapshot.ts';

const file = { name: 'John asks for a callback' };
const playing: ScenarioView = {
  name: file.name, state: 'playing', nextStep: 'John dials', nextStepAtMs: 7,
  roles: [{ name: 'John', kind: 'customer', by: 'script' }, { name: 'ana', kind: 'agent', by: 'person' }, { name: 'ghost', kind: 'agent', by: 'script' }],
};
const center: CenterView = {
  instanceName: 'Demo', country: 'US', timeZone: 'UTC', numbers: [], scenario: null,
  agents: [{ username: 'ana', name: 'Ana M.' }], customers: [{ number: '+12065550142', name: 'John' }],
};

function read(scenario: ScenarioView | null) {
  const sent: LabCommand[] = [];
  return { snapshot: storySnapshot(file, { ...center, scenario }, (command) => void sent.push(command)), sent };
}

test('without a story being played, the file is on offer and has no roles yet', () => {
  const { snapshot, sent } = read(null);
  expect(snapshot).toMatchObject({ name: file.name, state: 'offered', roles: [], stop: undefined });
  snapshot.play();
  expect(sent).toEqual([{ type: 'lab.play', scenario: file, speed: 10 }]);
});

test('each role of the story can be taken over and leads to its page', () => {
  const { snapshot, sent } = read(playing);
  expect(snapshot.roles.map(({ name, by, href }) => [name, by, href])).toEqual([
    ['John', 'script', '/customer?number=%2B12065550142'],
    ['ana', 'person', '/?agent=ana'],
    ['ghost', 'script', null],
  ]);
  snapshot.roles[0]?.setBy('person');
  snapshot.stop?.();
  expect(sent).toEqual([{ type: 'lab.takeOver', person: 'John', by: 'person' }, { type: 'lab.stopScenario' }]);
});

test('a story that is over offers no roles and no next step', () => {
  expect(read({ ...playing, state: 'done' }).snapshot).toMatchObject({ state: 'done', roles: [], nextStep: null, nextStepAtMs: null, stop: undefined });
});
