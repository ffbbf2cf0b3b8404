import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readDemoFlow } from '../demo/demo-flows.ts';
import { demoInstance } from '../demo/demo-instance.ts';
import type { ContactRecord } from '../engine/index.ts';
import { loadStory } from '../scenario/live.ts';
import { prepareScenario } from '../scenario/prepare.ts';
import { runScenario } from '../scenario/run.ts';
import { createRig, settled, type RigHost, type RigTab } from '../testing/host-rig.ts';
import { phoneNumberRules } from '../world/rules.ts';
import type { HostOptions } from './center-host.ts';

const ground = { base: demoInstance(), readFlow: readDemoFlow };
const john: unknown = JSON.parse(readFileSync(new URL('../../scenarios/john.json', import.meta.url), 'utf8'));
const parts: Partial<HostOptions> = {
  instance: demoInstance, phoneNumbers: phoneNumberRules, loadStory: (scenario) => Promise.resolve(loadStory(scenario, ground)),
};

async function playing(speed = 0) {
  const rig = createRig();
  const current: { host: RigHost } = { host: rig.startHost(parts) };
  const lab = rig.openTab({ role: 'viewer' }, () => current.host);
  await settled();
  expect(await lab.send({ type: 'lab.play', scenario: john, speed })).toMatchObject({ ok: true });
  const restart = async () => {
    current.host.die();
    current.host = rig.startHost(parts);
    await settled();
  };
  return { rig, lab, restart };
}

function alone() {
  const prepared = prepareScenario(john, ground);
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.refusal));
  const { scenario, instance, configured } = prepared.value;
  return { until: scenario.untilMs, records: runScenario(scenario, instance, { phoneNumbers: phoneNumberRules, configured }).records };
}

const story = (tab: RigTab) => tab.tables().center.center.scenario;
const records = async (tab: RigTab) => (await tab.center.query({ type: 'records' })) as readonly ContactRecord[];

test('a story played live writes the records that it writes headless', async () => {
  const { until, records: expected } = alone();
  const { lab } = await playing();
  expect(story(lab)).toMatchObject({ state: 'playing', roles: expect.arrayContaining([{ name: 'John', kind: 'customer', by: 'script' }]) });
  await lab.send({ type: 'clock.advanceTo', atMs: until });
  expect(story(lab)?.state).toBe('done');
  expect(await records(lab)).toEqual(expected);
});

test('a story goes on after the host was restarted, at whatever step, and nothing is done twice', async () => {
  const { until, records: expected } = alone();
  const { lab, restart } = await playing();
  for (let steps = 0; steps < 200 && (lab.tables().clock.clock.nextDueAtMs ?? Infinity) <= until; steps += 1) {
    await lab.send({ type: 'clock.toNext' });
    await restart();
  }
  await lab.send({ type: 'clock.advanceTo', atMs: until });
  expect(await records(lab)).toEqual(expected);
});

test('a story played by a running clock writes the same records', async () => {
  const { records: expected } = alone();
  const { rig, lab } = await playing(100);
  await rig.pass(30_000);
  expect(await records(lab)).toEqual(expected);
});

test('a role that a person has taken over is left to the person, also after a restart', async () => {
  const { until } = alone();
  const { lab, restart } = await playing();
  expect(await lab.send({ type: 'lab.takeOver', person: 'ana', by: 'person' })).toMatchObject({ ok: true });
  expect(await lab.send({ type: 'lab.takeOver', person: 'nobody', by: 'person' })).toMatchObject({ ok: false, code: 'NO_SUCH_PERSON' });
  await restart();
  expect(story(lab)?.roles).toContainEqual({ name: 'ana', kind: 'agent', by: 'person' });
  await lab.send({ type: 'clock.advanceTo', atMs: until });
  expect((await records(lab)).some(({ Agent }) => Agent !== null)).toBe(false);
});

test('a story that is stopped leaves the center as it is', async () => {
  const { lab } = await playing();
  await lab.send({ type: 'clock.toNext' });
  const { engineMs } = lab.tables().clock.clock;
  expect(await lab.send({ type: 'lab.stopScenario' })).toMatchObject({ ok: true });
  expect(story(lab)).toBeNull();
  expect(lab.tables().clock.clock.engineMs).toBe(engineMs);
});

test('a story that fails is stopped, and the center goes on', async () => {
  const rig = createRig();
  const loaded = loadStory(john, ground);
  if (!loaded.ok) throw new Error(loaded.detail);
  const breaks = () => ({ ...loaded.story.play(null), commandsDue: () => { throw new Error('lost the plot'); } });
  const host = rig.startHost({ ...parts, loadStory: () => Promise.resolve({ ok: true, story: { ...loaded.story, play: breaks } }) });
  const lab = rig.openTab({ role: 'viewer' }, () => host);
  await settled();
  await lab.send({ type: 'lab.play', scenario: john, speed: 0 });
  expect(await lab.send({ type: 'clock.advance', ms: 600_000 })).toMatchObject({ ok: true });
  expect(story(lab)).toBeNull();
  expect(rig.logged.join()).toContain('lost the plot');
});
